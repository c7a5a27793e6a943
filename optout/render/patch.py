"""The difference between two texts of a catalog, as a patch."""

from collections.abc import Iterator
from difflib import unified_diff
from io import BytesIO

from optout.render.screen import Screen
from optout.text import shown

_STYLES = {"+": "32", "-": "31", "@": "36"}


def patch(old: bytes, new: bytes, file: str, screen: Screen, exact: bool = False) -> str:
    """A unified diff, coloured where the screen has colours; empty if there is no difference.

    An `exact` one can be applied with `patch` or `git apply -p0`; any other shows invisible characters as such.
    """
    olds, news = ([line.decode("utf-8", "replace") for line in BytesIO(text).readlines()] for text in (old, new))
    lines = _ended(unified_diff(olds, news, file, file))
    if not exact:
        lines = (shown(line.replace("\r\n", "\n"), lines=True) for line in lines)
    return "".join(_painted(line) if screen.colour else line for line in lines)


def _ended(lines: Iterator[str]) -> Iterator[str]:
    """A last line without an end is said to have none, as in every unified diff."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str) -> str:
    style = "1" if line.startswith(("---", "+++")) else _STYLES.get(line[0], "")
    return f"\x1b[{style}m{line[:-1]}\x1b[0m\n" if style else line
