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


def requoted(written: str) -> str:
    """A text of one line that holds the quotes at its ends, in the other ones; empty if that is not certain."""
    sign, text = written[:1], written[1:-1]
    is_around = written[-1:] == sign and text and (sign == "'" or text.count(sign) % 2 == 0)
    other = "'" if sign == '"' else '"'
    is_certain = is_around and not (other in text or " #" in text or "\\" in text or text.startswith(sign))
    return f"{other}{text}{other}" if is_certain else ""


class Nameless(NamedTuple):
    """What is said of a part whose name is missing, and what to write."""

    message: str
    expected: str


def nameless(part: str) -> Nameless:
    """Of a part of this kind, such as a source, that needs a name of its own to be cited by."""
    message = f"the fields of a {part} stand here without a name for it"
    return Nameless(
        message, "a name and a colon on the line above, as in `help:`, and two more spaces before each field"
    )
