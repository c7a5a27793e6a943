"""The stores that come with the package."""

from pathlib import Path

from optout.catalog import Catalog, cache, kept, table
from optout.catalog.heads import heads
from optout.guide import index
from optout.guide.blocks import BLOCK
from optout.store import pack, program


def _final(made: cache.Contents) -> cache.Contents:
    """Without the blocks from which the next one would be made: the packaged catalog does not change."""
    return {name: text for name, text in made[0].items() if not name.startswith(BLOCK)}, made[1]


def ship(catalog: Catalog, folder: Path) -> list[Path]:
    """Write the stores of the packaged catalog into a folder, under the names that they have in the package."""
    made = cache.made_of(catalog)
    written = []
    for kind, contents in (
        (table.KIND, table.contents(table.MadeTable(heads(catalog)))),
        (index.KIND, _final(index.contents(catalog))),
        (kept.KIND, kept.contents(kept.sound(catalog))),
    ):
        path = folder / cache.shipped_path(kind).name
        texts, tables = contents
        path.write_bytes(pack(made, {"program": program(), **texts}, tables))
        written.append(path)
    return written
