"""All entries of a catalog, at once or one after the other."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from optout import progress
from optout.catalog import Catalog, Decoded
from optout.model import Platform, Stub


class Entries(NamedTuple):
    """The platforms and stubs that can be read, in the order of the file, and the slugs of the entries that cannot."""

    platforms: tuple[Platform, ...]
    stubs: tuple[Stub, ...]
    broken: tuple[str, ...]

    def without(self, broken: Collection[str]) -> list[Platform | Stub]:
        """The entries that can be compared; one that is broken in either catalog is neither new nor gone."""
        every: list[Platform | Stub] = [*self.platforms, *self.stubs]
        return [entry for entry in every if entry.slug not in broken]


class SoundPlatforms:
    """The platforms of a catalog one after the other, none of which is kept; what cannot be read is known at the end.

    Each walk reads them anew.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.broken: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Platform]:
        broken: list[str] = []
        for one in progress.along(self._catalog, lambda: len(self._catalog.slugs())):
            if isinstance(one.entry, Platform):
                yield one.entry
            elif one.entry is None:
                broken.append(label(one))
        self.broken = tuple(broken)


def entries(catalog: Catalog) -> Entries:
    """Every entry of the catalog, sorted by what it is."""
    decoded = list(catalog)
    return Entries(
        tuple(one.entry for one in decoded if isinstance(one.entry, Platform)),
        tuple(one.entry for one in decoded if isinstance(one.entry, Stub)),
        broken(decoded),
    )


def broken(entries: Iterable[Decoded]) -> tuple[str, ...]:
    """What those among these are called that cannot be read."""
    return tuple(label(one) for one in entries if one.entry is None)


def label(broken: Decoded) -> str:
    """What a broken entry is called: its slug, or its place."""
    return broken.slug or str(broken.problems[0].place)
