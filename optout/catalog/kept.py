"""Entries as they were read before, so that reading one again takes no YAML, which costs a third of `optout show`.

With the package for the packaged catalog; else in the cache folder, a file for each entry that was shown. What is kept
counts only if the entry's text, with those of the entries that it takes ways from, is letter by letter the one that was
read: it is never of another day.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from optout import model
from optout.catalog import Catalog, Chunk, cache
from optout.catalog.locate import default_path
from optout.model import Platform, Stub
from optout.store import Damaged, Store

KIND = "entries"  # of store
_TABLE = "entries"
_CLASSES: dict[str, Any] = {
    name: one for name, one in vars(model).items() if isinstance(one, type) and issubclass(one, tuple)
}
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = {written[1]: char for char, written in _ESCAPES.items()}


def entry(catalog: Catalog, chunk: Chunk) -> Platform | Stub | None:
    """The sound entry that a chunk is, from where it is kept; or read, and kept for the next time."""
    if chunk.slug and (found := _kept(catalog, chunk)):
        return found
    from optout.schema.decode import decode

    found = decode(chunk, catalog.file).entry
    if found:
        cache.keep_entry(catalog, chunk.slug, lambda: contents([(chunk, found)]))
    return found


def contents(entries: Iterable[tuple[Chunk, Platform | Stub]]) -> cache.Contents:
    """Entries as they are kept, under their slugs."""
    return {}, {_TABLE: {chunk.slug: [_written(chunk, entry)] for chunk, entry in entries}}


def sound(catalog: Catalog) -> Iterator[tuple[Chunk, Platform | Stub]]:
    """The entries of a catalog that can be read, each with its text."""
    from optout.schema.decode import decode

    for chunk in catalog.chunks():
        if entry := decode(chunk, catalog.file).entry:
            yield chunk, entry


def read(store: Store | None, chunk: Chunk) -> Platform | Stub | None:
    """The entry that a chunk is, if it is kept in the store."""
    if store is None:
        return None
    try:
        tokens = iter(store.line(_TABLE, chunk.slug).split("\t"))
        found = _load(tokens) if _unescaped(next(tokens)).encode() == chunk.whole else None
    except (Damaged, StopIteration, ValueError, KeyError, IndexError, TypeError):
        return None
    return found if isinstance(found, Platform | Stub) else None


def _kept(catalog: Catalog, chunk: Chunk) -> Platform | Stub | None:
    shipped = catalog.origin and catalog.origin.path == default_path() and cache.shipped(KIND)
    return (shipped and read(shipped, chunk)) or read(cache.kept_entry(catalog, chunk.slug), chunk)


def _written(chunk: Chunk, entry: Platform | Stub) -> str:
    return "\t".join((_escaped(chunk.whole.decode()), *_dump(entry)))


def _dump(value: object) -> Iterator[str]:
    """A value of the model as words: its kind, then what it holds."""
    match value:
        case None:
            yield "-"
        case str():
            yield f"'{_escaped(value)}"
        case int():
            yield f"#{value}"
        case tuple():
            name = type(value).__name__
            yield f"{len(value)} {name if name in _CLASSES else ''}"
            for item in value:
                yield from _dump(item)
        case _:
            raise TypeError(value)


def _load(tokens: Iterator[str]) -> object:
    token = next(tokens)
    kind = token[0]
    if kind == "'":
        return _unescaped(token[1:]) if "\\" in token else token[1:]
    if kind == "-":
        return None
    if kind == "#":
        return int(token[1:])
    count, _, name = token.partition(" ")
    items = [_load(tokens) for _ in range(int(count))]
    return _CLASSES[name](*items) if name else tuple(items)


def _escaped(text: str) -> str:
    return re.sub(r"[\\\n\t\r]", lambda match: _ESCAPES[match[0]], text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: _ESCAPED[match[1]], text)
