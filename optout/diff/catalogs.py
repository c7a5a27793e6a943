"""Two catalogs, compared as they are read: an entry that is the same letter by letter is not read at all."""

import math
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from optout import progress
from optout.catalog import Catalog, Chunk
from optout.catalog.entries import label
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

    Both are gone through in step, so that of two in the same order hardly an entry has to be kept until the other
    comes by.

    Raises:
        OptoutError: of one of them nothing can be read, so that this is hardly a catalog, or the new one has no entry.
    """
    first, second = _Side(old), _Side(new)
    changes: list[Change] = []
    left: dict[str, Entry] = {}
    came: dict[str, Entry] = {}
    for before, after in _in_step(first, second):
        was = first.read(before, after) if before else None
        now = second.read(after) if after else None
        if before and after:
            if was is None or now is None:
                continue
            if isinstance(was, Stub) == isinstance(now, Stub):
                changes.append(both(was, now))
                continue
        if was is not None:
            left[was.slug] = was
        if now is not None and now.slug not in first.twice:
            came[now.slug] = now
    for side in (first, second):
        side.hold_sound()
    second.hold_entries()
    led = _led_to(came, old, new)
    moved = compare([*left.values(), *led[0]], [*came.values(), *led[1]])
    told = {one.slug for one in led[0]}
    changes += [one for one in moved if one.kind != "changed" or one.slug not in told]
    return CatalogDifference(in_order(changes), first.broken, second.broken)


class _Numbered(NamedTuple):
    """An entry, and the how many-th of its catalog it is."""

    number: int
    chunk: Chunk


class _Side:
    """One of the two catalogs: which of its entries could not be read, in the order of the file."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        faults = list(catalog.faults())
        self.twice = {one.slug for one in faults if one.slug}
        self._faults = [label(one) for one in faults]
        self._broken: list[tuple[float, int, str]] = []
        self._is_empty = True
        self._is_sound = False

    def entries(self) -> Iterator[_Numbered]:
        """The entries of whose slug there is one."""
        for number, chunk in enumerate(self.catalog.chunks()):
            if chunk.slug and chunk.slug not in self.twice:
                self._is_empty = False
                yield _Numbered(number, chunk)

    def read(self, one: _Numbered, other: _Numbered | None = None) -> Entry | None:
        """The entry; None, and it is noted, if it cannot be read.

        With the `other` of the same slug it is told where that one stands in its file.
        """
        found = self.catalog.decoded(one.chunk).entry
        if found is None:
            self._broken.append((other.number if other else math.inf, one.number, one.chunk.slug))
        self._is_sound |= found is not None
        return found

    @property
    def broken(self) -> tuple[str, ...]:
        """What could not be read: slugs, or places in the file."""
        return (*self._faults, *(slug for _, _, slug in sorted(self._broken)))

    def hold_entries(self) -> None:
        """Hold that there is something: a catalog begins with none, and does not end so.

        Raises:
            OptoutError: there is not.
        """
        if self._is_empty and not self.broken:
            raise OptoutError(f"{self.catalog.file} has no entries; name a catalog, or see what optout check says")

    def hold_sound(self) -> None:
        """Hold that something can be read, if only of what is the same in both.

        Raises:
            OptoutError: there is something, and nothing of it can.
        """
        if self._is_sound or (self._is_empty and not self.broken):
            return
        if not any(self.catalog.decoded(chunk).entry for chunk in self.catalog.chunks()):
            raise OptoutError(
                f"{self.catalog.file} has no entry that can be read; name a catalog, or see what optout check says"
            )


def _in_step(first: _Side, second: _Side) -> Iterator[tuple[_Numbered | None, _Numbered | None]]:
    """What is not the same letter by letter in both: as it was and as it is, one of them None where there is none.

    An entry that stands twice in the second is not told as gone from it.
    """
    before: dict[str, _Numbered] = {}
    after: dict[str, _Numbered] = {}
    steps = zip_longest(first.entries(), second.entries())
    for pair in progress.along(steps, lambda: max(len(side.catalog.slugs()) for side in (first, second))):
        for one, seen in zip(pair, (before, after), strict=True):
            if one:
                seen[one.chunk.slug] = one
        for slug in [one.chunk.slug for one in pair if one]:
            if slug in before and slug in after:
                was, now = before.pop(slug), after.pop(slug)
                if was.chunk.whole != now.chunk.whole:
                    yield was, now
    yield from ((None, now) for now in after.values())
    yield from ((was, None) for slug, was in before.items() if slug not in second.twice)


def _led_to(came: dict[str, Entry], old: Catalog, new: Catalog) -> tuple[list[Entry], list[Entry]]:
    """The platforms that new stubs lead to, and that are in both catalogs: as they were, and as they are."""
    targets = sorted({one.now for one in came.values() if isinstance(one, Stub)} - came.keys())
    found = [(was.entry, now.entry) for slug in targets if (was := old.get(slug)) and (now := new.get(slug))]
    pairs = [(was, now) for was, now in found if was and now]
    return [was for was, _ in pairs], [now for _, now in pairs]
