"""Cutting a catalog into entries, by its lines alone.

Every entry begins with its slug at column 0 and goes on until the next line that begins there. So one entry can be
read without the others, a broken one leaves its neighbours whole, and reading one means the same as reading all.
"""

import mmap as maps
import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache, partial
from mmap import mmap
from typing import NamedTuple

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

_SLUG_LINE = re.compile(rb"(%b):(?:[ \t]+#[^\n]*|[ \t]*\r?)(?:\n|\Z)" % SLUG.encode())
# Only for whole catalogs: compiled when first asked for.
_ENTRY_START = rb"(%b):" % SLUG.encode()
_TEXT = rb"(?m)^(?=[^\S\n]*[^\s#])"
_BLOCK = 1 << 16
_PIECE = 1 << 20  # bytes, of which the pages of memory of any system are a part
_TAKEN_FROM = b"taken-from"
_LENDER = rb"%b:\s*[\"']?(%b)" % (_TAKEN_FROM, SLUG.encode())
_NEXT_ENTRY = re.compile(rb"\n(?=[^\s#])")


Data = bytes | mmap


class Chunk(NamedTuple):
    """The raw text of one entry. `slug` is empty where the chunk does not begin as an entry should.

    `lent` are the entries that it takes ways from, which have none themselves.
    """

    slug: str
    raw: bytes
    line: int
    lent: tuple["Chunk", ...] = ()

    @property
    def whole(self) -> bytes:
        """Everything that the entry is read from: its own text and those of the entries that it takes ways from."""
        return b"".join((self.raw, *(one.raw for one in self.lent)))


def pieces(data: Data) -> Iterator[bytes]:
    """All of a text, one piece after the other, none of which stays in memory if it is mapped into it."""
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]
        let_go(data, start)


def let_go(data: Data, start: int = 0) -> None:
    """Let what was read of a text from `start` on go, if it is mapped into memory: it is in the file all the same."""
    if isinstance(data, mmap) and hasattr(maps, "MADV_DONTNEED"):
        data.madvise(maps.MADV_DONTNEED, start)


def cut_all(data: Data) -> Iterator[Chunk]:
    """Every entry of `data`, in order, together with any stray text between them and before the first."""
    start = first_text(data)
    line = 1 + data[:start].count(b"\n")
    known = lenders(data)
    while start < len(data):
        end = _end(data, start)
        chunk = _chunk(data, start, end, line, known)
        yield chunk
        line += chunk.raw.count(b"\n")
        start = end


def first_text(data: Data) -> int:
    """Where the first entry begins, or any text that is none: behind all comments; at the end if there is neither."""
    first = re.search(_TEXT, data)
    return first.start() if first else len(data)


def lenders(data: Data) -> Callable[[str], Chunk | None]:
    """What finds an entry that others take ways from: all of them in one walk, once the first is asked for."""

    @cache
    def begin() -> dict[str, int]:
        named = {slug.decode() for slug in re.findall(_LENDER, data)}
        return {slug: found[0] for slug, found in starts(data, named).items()}

    def known(slug: str) -> Chunk | None:
        start = begin().get(slug)
        return None if start is None else Chunk(slug, data[start : _end(data, start)], 1)

    return known


def find(data: Data, slug: str) -> list[int]:
    """Where the entries called `slug` begin: nowhere, once, or, in a catalog with a problem, several times."""
    head = slug.encode() + b":"
    starts = [0] if data[: len(head)] == head else []
    start = data.find(b"\n" + head, 0)  # a memory map would begin where it was last read
    while start >= 0:
        starts.append(start + 1)
        start = data.find(b"\n" + head, start + 1)
    return starts


def cut_at(data: Data, start: int, line: int) -> Chunk:
    """The entry that begins at `start`; `line` is the number to give to its first line."""
    return _chunk(data, start, _end(data, start), line, partial(_first, data))


def lines_at(data: Data, starts: Iterable[int]) -> list[int]:
    """The lines on which the `starts`, in order, are, counted from 1; by blocks, because a memory map cannot count."""
    lines, line, end = [], 1, 0
    for start in starts:
        blocks = (data[block : min(block + _BLOCK, start)] for block in range(end, start, _BLOCK))
        line += sum(block.count(b"\n") for block in blocks)
        lines.append(line)
        end = start
    return lines


def starts(data: Data, wanted: Container[str]) -> dict[str, list[int]]:
    """Where the entries of the slugs in `wanted` begin, as `find` says of each: in one walk through the text."""
    found: dict[str, list[int]] = {}
    for match in _starts(data):
        if (slug := match.group(1).decode()) in wanted:
            found.setdefault(slug, []).append(match.start(1))
    return found


def slugs(data: Data) -> list[str]:
    """The slugs of all entries, without reading what is in them."""
    return [match.group(1).decode() for match in _starts(data)]


def _starts(data: Data) -> Iterator[re.Match[bytes]]:
    """Where a line begins as an entry: the first, and those after a line break, which is quicker to look for."""
    first = re.match(_ENTRY_START, data)
    yield from (first,) if first else ()
    yield from re.finditer(rb"\n%b" % _ENTRY_START, data)


def _end(data: Data, start: int) -> int:
    following = _NEXT_ENTRY.search(data, start)
    return following.end() if following else len(data)


def _first(data: Data, slug: str) -> Chunk | None:
    """The first entry called `slug`, as one that lends."""
    head = slug.encode() + b":"
    start = 0 if data[: len(head)] == head else data.find(b"\n" + head, 0) + 1 or -1
    return Chunk(slug, data[start : _end(data, start)], 1) if start >= 0 else None


def _chunk(data: Data, start: int, end: int, line: int, known: Callable[[str], Chunk | None] | None = None) -> Chunk:
    raw = data[start:end]
    return Chunk(slug_at(raw, 0), raw, line, tuple(lent(data, raw, known)))


def slug_at(data: Data, start: int) -> str:
    """The slug of the entry that begins there; empty if it does not begin as an entry should."""
    match = _SLUG_LINE.match(data, start)
    return match.group(1).decode() if match else ""


def lent(data: Data, raw: bytes, known: Callable[[str], Chunk | None] | None = None) -> Iterator[Chunk]:
    """The entries that one may take ways from; what stands in a sentence costs a look too many and does no harm.

    `known` finds an entry where somebody asks for many.
    """
    if _TAKEN_FROM in raw:
        for slug in dict.fromkeys(re.findall(_LENDER, raw)):
            if one := known(slug.decode()) if known else _first(data, slug.decode()):
                yield one
