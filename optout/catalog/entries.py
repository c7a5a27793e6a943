"""All entries of a catalog at once."""

from collections.abc import Collection
from typing import NamedTuple

from optout.catalog import Catalog
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


def entries(catalog: Catalog) -> Entries:
    """Every entry of the catalog, sorted by what it is."""
    decoded = list(catalog)
    return Entries(
        tuple(one.entry for one in decoded if isinstance(one.entry, Platform)),
        tuple(one.entry for one in decoded if isinstance(one.entry, Stub)),
        tuple(one.slug or str(one.problems[0].place) for one in decoded if one.entry is None),
    )
