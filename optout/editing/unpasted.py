"""A catalog without what came along with a paste: read on as it was meant, and mended where that is certain."""

import re
from collections.abc import Iterable, Iterator, Sequence

from optout.problem import Fix, Place, Problem
from optout.schema.pasted import Pasted
from optout.source.split import SLUG


def as_meant(data: bytes, marks: Iterable[Pasted]) -> bytes:
    """The catalog without the marks, each line where it was."""
    lines = data.decode("utf-8").split("\n")
    for mark in marks:
        for number, line in mark.lines.items():
            end = "\r" if lines[number - 1].endswith("\r") else ""
            lines[number - 1] = (line or "") + end
    return "\n".join(lines).encode("utf-8")


def without(data: bytes, marks: Iterable[Pasted]) -> bytes:
    """The catalog without the marks that are certain, and without the lines that they had for themselves."""
    lines = {number: line for mark in marks if mark.is_certain for number, line in mark.lines.items()}
    kept = []
    for number, old in enumerate(data.decode("utf-8").split("\n"), 1):
        line = lines.get(number, old)
        if line is not None:
            kept.append(line + "\r" * (old.endswith("\r") and not line.endswith("\r")))
    return "\n".join(kept).encode("utf-8")


def told(data: bytes, marks: Iterable[Pasted], file: str) -> Iterator[Problem]:
    """What there is to say of the marks, each with its fix where it is certain."""
    lines = data.decode("utf-8").split("\n")
    for mark in marks:
        yield mark.problem._replace(fixes=(_fix(mark, lines, file),)) if mark.is_certain else mark.problem


def _fix(mark: Pasted, lines: Sequence[str], file: str) -> Fix:
    """All lines from the first to the last that changes, anew."""
    first, last = min(mark.lines), max(mark.lines)
    kept = (mark.lines.get(number, lines[number - 1]) for number in range(first, last + 1))
    text = "".join(f"{line}\n" for line in kept if line is not None)
    if last < len(lines):
        return Fix(Place(file, first, 1), Place(file, last + 1, 1), text)
    return Fix(Place(file, first, 1), Place(file, last, len(lines[-1]) + 1), text.removesuffix("\n"))


_OF_WHOLES = ("missing-field", "missing-control", "missing-objection", "missing-topic", "unclear-control",
              "unknown-source", "unused-source", "uncited-claim")  # fmt: skip


def _cut(lines: Sequence[str], marks: Iterable[Pasted]) -> frozenset[str]:
    """The entries in the middle of which something stands that could not be read."""
    firsts = (min(mark.lines) for mark in marks if not mark.is_certain)
    inside = (first for first in firsts if first > 1 and lines[first - 2].strip())
    return frozenset(slug for first in inside if (slug := next(_slugs(lines[first - 2 :: -1]), "")))


def _slugs(lines: Iterable[str]) -> Iterator[str]:
    return (found[1] for line in lines if (found := re.match(rf"({SLUG}):", line)))


def placed(data: bytes, marks: Sequence[Pasted], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of the catalog as it was meant, where they stand in `data`; of a line that is a guess none."""
    lines = data.decode("utf-8").split("\n")
    changed = {number: (line, mark.is_certain) for mark in marks for number, line in mark.lines.items()}
    cut = _cut(lines, marks)
    for problem in problems:
        if problem.entry in cut and problem.rule in _OF_WHOLES:
            continue  # the rest of the entry may stand in what could not be read
        line, is_certain = changed.get(problem.place.line, (None, True))
        if line is not None and is_certain:
            more = len(lines[problem.place.line - 1].rstrip("\r")) - len(line)
            place = problem.place._replace(column=max(1, problem.place.column + more))
            yield problem._replace(place=place, fixes=())
        elif problem.place.line not in changed:
            yield problem
