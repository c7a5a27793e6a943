"""Lines and columns of a text, and offsets into it: counted once, so that asking often costs little."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Positions:
    """Where the characters of `text` are: lines and columns count from 1, offsets from 0."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]

    def spot(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Where in the text a character is."""
        return self._starts[line - 1] + column - 1


def lines_of(data: bytes, numbers: Iterable[int]) -> dict[int, str]:
    """The lines with these numbers, as far as a text has so many; they end where it says so, not where others do."""
    found: dict[int, str] = {}
    line, start = 1, 0
    for number in sorted(set(numbers)):
        while line < number and (start := data.find(b"\n", start) + 1):
            line += 1
        if line < number:
            break
        end = data.find(b"\n", start)
        found[number] = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace")
    return found
