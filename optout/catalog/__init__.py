"""Reading a catalog: cutting it into entries, YAML nodes, and decoding them into platforms."""

from collections.abc import Iterator

from optout.catalog.cut import cut_all, cut_one, slugs
from optout.catalog.decode import Decoded, decode
from optout.problem import Place, Problem

__all__ = ["Catalog", "Decoded"]


class Catalog:
    """A catalog's text, read entry by entry as they are asked for.

    `file` is its name in the places of problems. A broken entry does not keep the others from being read.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.data = data.removeprefix(b"\xef\xbb\xbf")  # the mark that Windows editors put first
        self.file = file

    def slugs(self) -> list[str]:
        """All slugs in the order of the file, stubs included."""
        return slugs(self.data)

    def get(self, slug: str) -> Decoded | None:
        """The entry called `slug`, whatever its state; None if there is none."""
        chunks = cut_one(self.data, slug)
        if not chunks:
            return None
        decoded = decode(chunks[0], self.file)
        twice = tuple(_duplicate(slug, Place(self.file, chunk.line, 1), chunks[0].line) for chunk in chunks[1:])
        return decoded._replace(entry=None, problems=decoded.problems + twice) if twice else decoded

    def __iter__(self) -> Iterator[Decoded]:
        """Every entry in the order of the file; the second of two with one slug has that as its problem."""
        first: dict[str, int] = {}
        for chunk in cut_all(self.data):
            decoded = decode(chunk, self.file)
            if chunk.slug in first:
                twice = _duplicate(chunk.slug, Place(self.file, chunk.line, 1), first[chunk.slug])
                decoded = decoded._replace(entry=None, problems=(*decoded.problems, twice))
            elif chunk.slug:
                first[chunk.slug] = chunk.line
            yield decoded


def _duplicate(slug: str, place: Place, first: int) -> Problem:
    message = f"`{slug}` stands here a second time (first on line {first})"
    return Problem(place, "duplicate-entry", message, "one entry for each slug", entry=slug)
