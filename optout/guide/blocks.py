"""Neighbouring entries as the index keeps them: when an entry changes, its block is read again and no other."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from optout.catalog import Catalog, Chunk, Decoded
from optout.guide.kept_rows import row_line
from optout.guide.places import entry_words, stub_words
from optout.model import Platform, Stub
from optout.schema.decode import decode
from optout.store import Damaged, Store

BLOCK = "block."  # begins the name of a text with a block
_PART = "\x1d"  # between the parts of a block
_SHARE = 1 << 18  # bytes of a catalog for each entry that a block usually has, so that there are some sixty blocks
_USUAL, _MOST = 128, 512  # entries of a block at the most


class Piece(NamedTuple):
    """An entry's text, and whether an earlier one has its slug, so that it cannot be read."""

    chunk: Chunk
    is_twice: bool


class IndexBlock(NamedTuple):
    """Neighbouring entries as they are kept: their rows, those that are broken, former names, places of words.

    A broken entry without a slug is its line, counted from the block's first, and column. A former name is the slug
    that it leads to and its words; a place and a word have the positions among the rows as steps from one to the next.
    """

    rows: tuple[str, ...]
    broken: tuple[str, ...]
    former: tuple[str, ...]
    places: tuple[str, ...]


def in_blocks(
    catalog: Catalog, before: Store | None, met: Callable[[Platform], None] | None = None
) -> Iterator[tuple[str, str, int]]:
    """The name and text of every block, and its first line; what is in the store of `before` is taken from there.

    `met` is given each platform that is read.
    """
    known: dict[str, str] = {}
    for chunks in _cut(catalog):
        name = BLOCK + _digest(chunks)
        found = known.get(name) or (_kept(before, name) if before else "") or _written(_block(_decoded(chunks), met))
        known[name] = found
        yield name, found, chunks[0].chunk.line


def pieces(catalog: Catalog) -> Iterator[Piece]:
    """The text of every entry, in the order of the file, and any text between them."""
    seen: set[str] = set()
    for chunk in catalog.chunks():
        yield Piece(chunk, chunk.slug in seen)
        seen.update({chunk.slug} if chunk.slug else ())


def read(text: str) -> IndexBlock:
    """The block that is kept so."""
    return IndexBlock(*(tuple(part.split("\n")) if part else () for part in text.split(_PART)))


def steps(positions: Iterable[int]) -> str:
    """Numbers from small to large, written as the steps between them."""
    last, found = 0, []
    for position in positions:
        found.append(str(position - last))
        last = position
    return ",".join(found)


def _cut(catalog: Catalog) -> Iterator[list[Piece]]:
    """The entries in blocks; where one ends depends on slugs alone, so that an entry more moves no other border.

    The larger a catalog, the larger its blocks, each usually twice as large as before: the borders of those stay.
    """
    usual = min(1 << (len(catalog.data) // _SHARE).bit_length(), _USUAL)
    block: list[Piece] = []
    for piece in pieces(catalog):
        if block and (len(block) == _MOST or crc32(piece.chunk.slug.encode()) % usual == 0):
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def _digest(pieces: list[Piece]) -> str:
    found = blake2b(digest_size=8)
    for piece in pieces:
        for text in (piece.chunk.raw, *(one.raw for one in piece.chunk.lent)):
            found.update(b"%d %d\n" % (piece.is_twice, len(text)))
            found.update(text)
    return found.hexdigest()


def _kept(before: Store, name: str) -> str:
    try:
        return before.text(name)
    except Damaged:
        return ""


def _decoded(pieces: list[Piece]) -> Iterator[tuple[Platform | Stub | None, str]]:
    """The entries of a block, each with what it is called if it is broken."""
    for chunk, is_twice in pieces:
        found = decode(chunk, "")
        yield None if is_twice else found.entry, _called(found, pieces[0].chunk.line)


def _called(found: Decoded, first: int) -> str:
    if found.slug or not found.problems:
        return found.slug
    place = found.problems[0].place
    return f"{place.line - first}:{place.column}"


def _block(
    entries: Iterable[tuple[Platform | Stub | None, str]], met: Callable[[Platform], None] | None = None
) -> IndexBlock:
    """What a block is once its entries are read."""
    rows: list[str] = []
    broken: list[str] = []
    former: list[str] = []
    places: dict[str, list[int]] = {}
    for entry, called in entries:
        if entry is None:
            broken.append(called)
        elif isinstance(entry, Stub):
            former.append("\t".join((entry.now, *sorted(stub_words(entry)))))
        else:
            if met:
                met(entry)
            rows.append(row_line(entry))
            for word in entry_words(entry):
                places.setdefault(word, []).append(len(rows))
    listed = (f"{word}\t{steps(positions)}" for word, positions in sorted(places.items()))
    return IndexBlock(tuple(rows), tuple(broken), tuple(former), tuple(listed))


def _written(block: IndexBlock) -> str:
    return _PART.join("\n".join(part) for part in block)
