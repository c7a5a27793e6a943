"""Problems are values: where, which rule, what is wrong, what to write instead."""

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a catalog file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing that is wrong with a catalog.

    `rule` is a stable id, `message` says what is wrong, `expected` what would be right, and `suggestion` is
    a replacement where one is known. `severity` is "error" or "warning"; only errors fail a check.
    """

    place: Place
    rule: str
    message: str
    expected: str = ""
    suggestion: str = ""
    entry: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        parts = [f"{self.place}: {self.rule}: {self.message}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.suggestion:
            parts.append(f"did you mean {self.suggestion}?")
        return "; ".join(parts)
