"""All entries of a catalog at once."""

from typing import NamedTuple

from optout.catalog import Catalog
from optout.model import Platform, Stub


class Entries(NamedTuple):
    """The platforms and stubs that can be read, in the order of the file, and the slugs of the entries that cannot."""

    platforms: tuple[Platform, ...]
    stubs: tuple[Stub, ...]
    broken: tuple[str, ...]


def entries(catalog: Catalog) -> Entries:
    """Every entry of the catalog, sorted by what it is."""
    decoded = list(catalog)
    return Entries(
        tuple(one.entry for one in decoded if isinstance(one.entry, Platform)),
        tuple(one.entry for one in decoded if isinstance(one.entry, Stub)),
        tuple(one.slug or str(one.problems[0].place) for one in decoded if one.entry is None),
    )
