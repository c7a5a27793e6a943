"""The stores that come with the package."""

from pathlib import Path

from optout.catalog import Catalog, cache, table
from optout.catalog.heads import heads
from optout.catalog.store import pack


def ship(catalog: Catalog, folder: Path) -> list[Path]:
    """Write the stores of the packaged catalog into a folder, under the names that they have in the package."""
    made = cache.made_of(catalog)
    path = folder / cache.shipped_path(table.KIND).name
    path.write_bytes(pack(made, *table.contents(table.Made(heads(catalog)))))
    return [path]
