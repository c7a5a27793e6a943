"""One edit of a text, and the entry that it is made in as `--fix` reads it."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from optout.problem import Fix, Place
from optout.source.nodes import Token, tokens
from optout.source.positions import Positions
from optout.source.split import Chunk


class Edit(NamedTuple):
    """Put `text` in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


class ReadEntry(NamedTuple):
    """One entry: its text, where its lines start, its scalars, and which hosts are known to speak https."""

    chunk: Chunk
    file: str
    text: str
    positions: Positions
    tokens: Sequence[Token]
    is_whole: bool
    hosts: frozenset[str]

    def offset(self, place: Place) -> int:
        """Where a place of the catalog is in the text of the entry."""
        return self.positions.offset(place.line - self.chunk.line + 1, place.column)

    def place(self, offset: int) -> Place:
        """Where a character of the entry stands in the catalog."""
        line, column = self.positions.spot(offset)
        return Place(self.file, self.chunk.line + line - 1, column)

    def fix(self, edit: Edit) -> Fix:
        """The edit as one of the catalog."""
        return Fix(self.place(edit.start), self.place(edit.end), edit.text)

    def token_at(self, start: int) -> Token | None:
        """The token that begins here."""
        found = self.token_from(start)
        return found if found and found.start == start else None

    def token_from(self, start: int) -> Token | None:
        """The first token that begins here or later."""
        number = bisect_left(self.tokens, start, key=_START)
        return self.tokens[number] if number < len(self.tokens) else None

    def token_until(self, end: int) -> Token | None:
        """The token that ends here."""
        number = bisect_left(self.tokens, end, key=_START) - 1
        return self.tokens[number] if number >= 0 and self.tokens[number].end == end else None


_START = itemgetter(0)  # of a token


def read_entry(chunk: Chunk, file: str, hosts: frozenset[str]) -> ReadEntry | None:
    """An entry as it stands in a catalog; None if it is no UTF-8."""
    try:
        text = chunk.raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return read_text(chunk, text, file, hosts)


def read_text(chunk: Chunk, text: str, file: str, hosts: frozenset[str]) -> ReadEntry:
    """The same of what its bytes say."""
    return ReadEntry(chunk, file, text, Positions(text), *tokens(text), hosts)
