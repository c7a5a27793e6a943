"""What there is to tell of a line that was not written as it was meant."""

from typing import NamedTuple


class Slip(NamedTuple):
    """What is wrong at a line and column, both counted from 0, and what to write.

    `suggestion` is the line anew from that column on. `instead` is the whole line as the rest of the entry is best read
    on with, where what was meant is not certain; None if there is no such.
    """

    line: int
    column: int
    message: str
    expected: str
    suggestion: str = ""
    instead: str | None = None


def in_quotes(text: str) -> str:
    """A text of one line in single quotes."""
    return "'" + text.rstrip().replace("'", "''") + "'"
