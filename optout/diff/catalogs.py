"""Two catalogs, compared as they are read: an entry that is the same letter by letter is not read at all."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from optout.catalog import Catalog, Chunk
from optout.diff.change import Change
from optout.diff.compare import Entry, both, compare, in_order
from optout.errors import OptoutError
from optout.model import Stub


class CatalogDifference(NamedTuple):
    """What changed between two catalogs, and what could not be read in each of them: slugs, or places in the file.

    An entry that is broken in one of them is not compared; one that is broken in the same words in both is not told.
    """

    changes: tuple[Change, ...]
    broken_before: tuple[str, ...]
    broken_after: tuple[str, ...]


def compare_catalogs(old: Catalog, new: Catalog) -> CatalogDifference:
    """Everything that changed from one catalog to another, in the memory that the changes take.

    Raises:
        OptoutError: of one of them nothing can be read, so that this is hardly a catalog.
    """
    first, second = _Side(old), _Side(new)
    same = {slug for slug, text in first.texts.items() if second.texts.get(slug) == text}
    before = {chunk.slug: chunk for chunk in first.chunks() if chunk.slug not in same}
    changes: list[Change] = []
    left: dict[str, Entry] = {}
    came: dict[str, Entry] = {}
    for chunk in second.chunks():
        if chunk.slug in same:
            continue
        is_in_both = chunk.slug in before
        was = first.read(before.pop(chunk.slug)) if is_in_both else None
        now = second.read(chunk)
        if now is None or chunk.slug in first.twice or (is_in_both and was is None):
            continue
        if was is not None and isinstance(was, Stub) == isinstance(now, Stub):
            changes.append(both(was, now))
            continue
        came[now.slug] = now
        if was is not None:
            left[was.slug] = was
    for chunk in before.values():
        if chunk.slug not in second.twice and (was := first.read(chunk)):
            left[was.slug] = was
    for side in (first, second):
        side.hold_sound()
    led = _led_to(came, old, new)
    moved = compare([*left.values(), *led[0]], [*came.values(), *led[1]])
    told = {one.slug for one in led[0]}
    changes += [one for one in moved if one.kind != "changed" or one.slug not in told]
    return CatalogDifference(in_order(changes), tuple(first.broken), tuple(second.broken))


class _Side:
    """One of the two catalogs: what its entries come to, and which of them could not be read."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        faults = list(catalog.faults())
        self.twice = {one.slug for one in faults if one.slug}
        self.broken = [one.slug or str(one.problems[0].place) for one in faults]
        self.texts = {chunk.slug: blake2b(chunk.whole, digest_size=16).digest() for chunk in self.chunks()}
        self._is_sound = False

    def chunks(self) -> Iterator[Chunk]:
        """The entries of whose slug there is one."""
        return (chunk for chunk in self.catalog.chunks() if chunk.slug and chunk.slug not in self.twice)

    def read(self, chunk: Chunk) -> Entry | None:
        """The entry that a chunk is; None, and it is noted, if it cannot be read."""
        found = self.catalog.decoded(chunk).entry
        if found is None:
            self.broken.append(chunk.slug)
        self._is_sound |= found is not None
        return found

    def hold_sound(self) -> None:
        """Hold that something can be read, if only of what is the same in both.

        Raises:
            OptoutError: there is something, and nothing of it can.
        """
        if self._is_sound or not (self.broken or self.texts):
            return
        if not any(self.catalog.decoded(chunk).entry for chunk in self.catalog.chunks()):
            raise OptoutError(
                f"{self.catalog.file} has no entry that can be read; name a catalog, or see what optout check says"
            )


def _led_to(came: dict[str, Entry], old: Catalog, new: Catalog) -> tuple[list[Entry], list[Entry]]:
    """The platforms that new stubs lead to, and that are in both catalogs: as they were, and as they are."""
    targets = sorted({one.now for one in came.values() if isinstance(one, Stub)} - came.keys())
    found = [(was.entry, now.entry) for slug in targets if (was := old.get(slug)) and (now := new.get(slug))]
    pairs = [(was, now) for was, now in found if was and now]
    return [was for was, _ in pairs], [now for _, now in pairs]
