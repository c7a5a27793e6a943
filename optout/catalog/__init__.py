"""Reading a catalog: cutting it into entries, YAML nodes, and decoding them into platforms."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from optout.problem import Place, Problem
from optout.schema.decoded import Decoded, Legible
from optout.source.split import Chunk, Data, cut_all, cut_at, find, lines_at, slugs

if TYPE_CHECKING:
    from optout.catalog.table import NameTable

__all__ = ["Catalog", "Chunk", "Decoded", "Legible", "Origin"]


_MOST_TWICE = 10  # entries with one slug that are named


class Origin(NamedTuple):
    """The file that a catalog was read from: what the system said of it then, and when that was, in nanoseconds."""

    path: Path
    stat: os.stat_result
    read_at: int


class Catalog:
    """A catalog's text, read entry by entry as they are asked for.

    `file` is its name in the places of problems, `origin` the file on disk if it is one. A broken entry does not keep
    the others from being read. `reader` reads the entry that a chunk of the file of this name is; whoever has read it
    before may have another.
    """

    def __init__(self, data: Data, file: str, origin: Origin | None = None) -> None:
        has_mark = data[:3] == b"\xef\xbb\xbf"  # Windows editors put it first
        self.data: Data = data[3:] if has_mark else data
        self.file = file
        self.origin = origin
        self.table: NameTable | None = None  # of its names, once somebody asked for one
        self.reader: Callable[[Chunk, str], Decoded] = _decoded

    def slugs(self) -> list[str]:
        """All slugs in the order of the file, stubs included."""
        return slugs(self.data)

    def get(self, slug: str) -> Decoded | None:
        """The entry called `slug`, whatever its state; None if there is none.

        A sound entry comes without places: they would take counting the lines of all entries before it. Whoever needs
        them goes through the catalog.
        """
        starts = find(self.data, slug)
        if not starts:
            return None
        if len(starts) == 1:
            from optout.catalog import kept

            if entry := kept.entry(self, cut_at(self.data, starts[0], 1)):
                return Decoded(slug, entry, {}, ())
        from optout.schema.decode import decode

        lines = lines_at(self.data, starts[:_MOST_TWICE])
        decoded = decode(cut_at(self.data, starts[0], lines[0]), self.file)
        twice = tuple(_duplicate(slug, Place(self.file, line, 1), lines[0]) for line in lines[1:])
        return decoded._replace(entry=None, problems=decoded.problems + twice)

    @property
    def texts(self) -> tuple[Data, ...]:
        """Everything that its entries are read from."""
        return (self.data,)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The files on disk that it is read from; none if one of its texts is no such file."""
        return (self.origin,) if self.origin else ()

    @property
    def taken(self) -> tuple[int, ...]:
        """What tells which part of these files it is, where it is not all of one."""
        return ()

    @property
    def size(self) -> int:
        """How many bytes the file has in which one's own entries stand."""
        return len(self.data)

    def where(self, slug: str) -> str:
        """The file in which the entry stands."""
        return self.file

    def is_own(self, slug: str) -> bool:
        """Whether it stands in the catalog that is one's own."""
        return True

    def chunks(self) -> Iterator[Chunk]:
        """Every entry as it is written, in the order of the file, and any text between them."""
        return cut_all(self.data)

    def chunk(self, slug: str) -> Chunk | None:
        """The entry called `slug` as it is written, the first if there are several; its lines are not counted."""
        starts = find(self.data, slug)
        return cut_at(self.data, starts[0], 1) if starts else None

    def decoded(self, chunk: Chunk) -> Decoded:
        """The entry that one of the chunks is."""
        return self.reader(chunk, self.file)

    def faults(self) -> Iterator[Decoded]:
        """What is no entry of its own: stray text, and the second of two entries with one slug."""
        first: dict[str, int] = {}
        for chunk in self.chunks():
            line = first.setdefault(chunk.slug, chunk.line)
            if not chunk.slug:
                yield self.decoded(chunk)
            elif line != chunk.line:
                yield _twice(self.decoded(chunk), line)

    def __iter__(self) -> Iterator[Decoded]:
        """Every entry in the order of the file; the second of two with one slug has that as its problem."""
        return _unique(map(self.decoded, self.chunks()))


def _decoded(chunk: Chunk, file: str) -> Decoded:
    from optout.schema.decode import decode

    return decode(chunk, file)


def _unique(entries: Iterable[Decoded]) -> Iterator[Decoded]:
    """The same entries, where the second of two with one slug has that as its problem."""
    first: dict[str, int] = {}
    for decoded in entries:
        if decoded.slug in first:
            yield _twice(decoded, first[decoded.slug])
            continue
        if decoded.slug:
            first[decoded.slug] = decoded.places[()].line
        yield decoded


def _twice(decoded: Decoded, first: int) -> Decoded:
    """An entry whose slug another one has that begins on the line `first`."""
    twice = _duplicate(decoded.slug, decoded.places[()], first)
    return decoded._replace(entry=None, problems=(*decoded.problems, twice))


def _duplicate(slug: str, place: Place, first: int) -> Problem:
    message = f"`{slug}` stands here a second time (first on line {first})"
    expected = "one entry for each slug: the two joined, or another slug for one"
    return Problem(place, "duplicate-entry", message, expected, entry=slug)
