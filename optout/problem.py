"""Problems are values: where, which rule, what is wrong, what to write instead."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from optout.text import shown

# Leads from an entry to one of its parts: ("controls", 0, "set").
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A position in a catalog file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Fix(NamedTuple):
    """A replacement: `text` for what stands from `start` up to, but not including, `end`."""

    start: Place
    end: Place
    text: str


class Problem(NamedTuple):
    """One thing that is wrong with a catalog.

    `rule` is a stable id, `message` says what is wrong, `expected` what would be right, and `suggestion` is
    a replacement where one is known. `severity` is "error" or "warning"; only errors fail a check. `length` is the
    number of characters it is about, on its line. `fixes` hold the one replacement that mends it, if it is certain.
    """

    place: Place
    rule: str
    message: str
    expected: str = ""
    suggestion: str = ""
    entry: str = ""
    severity: str = "error"
    length: int = 1
    fixes: tuple[Fix, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong, what would be right, and what to write instead as far as that is known; fit to print."""
        parts = [self.message]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.suggestion:
            parts.append(f"did you mean {self.suggestion}?")
        return shown("; ".join(parts))

    def __str__(self) -> str:
        return f"{shown(str(self.place))}: {self.rule}: {self.sentence}"


def each_fix_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems; a fix that is the same for many, such as a whole catalog in order, stays with the first."""
    seen = set[tuple[Fix, ...]]()
    for problem in problems:
        yield problem._replace(fixes=()) if problem.fixes in seen else problem
        seen.add(problem.fixes)
