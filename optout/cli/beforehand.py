"""What is kept of a catalog of one's own before anybody asked for it, as a list or a search has to read every entry.

Guides in a language, what platforms are called, what is opened for them, and what a search shows; `again` finds it.
Of an entry that is written as it was, all is taken from what was there.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from optout.catalog import Catalog, cache
from optout.catalog.table import table_of
from optout.cli.again import CALLED, WRITTEN, beforehand
from optout.cli.keeping import forms
from optout.guide import compose
from optout.guide.blocks import pieces
from optout.guide.index import Index
from optout.model import Platform
from optout.render import preparing, searching
from optout.render.prepared import LINE
from optout.render.terminal import marked
from optout.schema.decode import decode
from optout.store import Damaged, Store, digest

_OPEN, _PASSAGES = "open", "passages"


def keep(catalog: Catalog, index: Index, language: str, read: Mapping[str, Platform]) -> None:
    """Keep it for a language, and the names; `read` are entries that were read just now, under their slugs."""
    table_of(catalog)
    cache.get(catalog, beforehand(language), lambda before: _contents(catalog, index, language, before, read))


def _contents(
    catalog: Catalog, index: Index, language: str, before: Store | None, read: Mapping[str, Platform]
) -> cache.Contents:
    names = (WRITTEN, language, CALLED, _OPEN, _PASSAGES)
    old = _every(before, names)
    tables: dict[str, dict[str, list[str]]] = {name: {} for name in names}
    for chunk, is_twice in pieces(catalog):
        slug, written = chunk.slug, digest(chunk.whole)
        if is_twice or not slug:
            made = {}
        elif old[WRITTEN].get(slug) == written:
            made = {name: lines[slug] for name, lines in old.items() if slug in lines}
        else:
            entry = read.get(slug) or decode(chunk, "").entry
            made = {WRITTEN: written, **(_of(entry, language) if isinstance(entry, Platform) else {})}
        for name, table in tables.items():
            table.pop(slug, None)
            table.update({slug: [made[name]]} if made.get(name) else {})
    hits = dict(searching.hit_lines(index, tables[_PASSAGES], language))
    return searching.search_texts(index, (language,)), {
        **tables,
        "meant": searching.meant(),
        "begun": {},
        f"hits.{language}": hits,
    }


def _of(platform: Platform, language: str) -> dict[str, str]:
    """What is kept of one platform, under the names of tables."""
    guide = compose(platform, spoken=language, screen=language)
    return {
        language: preparing.kept(guide, marked(guide), language),
        CALLED: LINE.join(forms(platform)),
        _OPEN: preparing.address(guide),
        _PASSAGES: searching.passages(platform, (language,)),
    }


def _every(before: Store | None, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """The tables of these names as they were; all empty if there were none, or one is damaged."""
    with suppress(Damaged):
        if before:
            return {name: before.every(name) for name in names}
    return {name: {} for name in names}
