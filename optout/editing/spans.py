"""What problems are about, in the text of a catalog: how long it is, and where in a text of several lines it stands."""

import re
from collections.abc import Iterator

from optout.editing.where import by_chunk
from optout.problem import Problem
from optout.rules.unknown_source import ID, SEVERAL
from optout.source.nodes import tokens
from optout.source.positions import Positions

_Spot = tuple[int, int]
_QUOTED = re.compile(r"`([^`]+)`")


def measured(data: bytes, problems: list[Problem]) -> Iterator[Problem]:
    """The problems with the length of what they are about, where that is a text of the catalog.

    What a problem names of a text of several lines is told on its own line.
    """
    wanted = {(problem.place.line, problem.place.column) for problem in problems}
    texts: dict[_Spot, str] = {}
    items = set[_Spot]()
    for chunk, its in by_chunk(data, problems):
        if its:
            written = chunk.raw.decode("utf-8", "replace")
            texts.update((spot, text) for spot, text in _texts(written, chunk.line) if spot in wanted)
            lines = written.split("\n")
            places = [problem.place for problem in its if (problem.rule, problem.message) == (ID, SEVERAL)]
            items |= {(at.line, at.column) for at in places if has_dash(lines[at.line - chunk.line][: at.column - 1])}
    for problem in problems:
        spot = problem.place.line, problem.place.column
        text = texts.get(spot)
        told = problem._replace(expected="a line and a dash for each item", suggestion="") if spot in items else problem
        yield told if text is None else _within(told, text)


def has_dash(before: str) -> bool:
    """Whether an item of a list has a line and a dash of its own, by what stands before it on its line."""
    return bool(re.fullmatch(r" *- +", before))


def _texts(text: str, line: int) -> Iterator[tuple[_Spot, str]]:
    """Every text of an entry, as it is written, with its line and column."""
    positions = Positions(text)
    for token in tokens(text)[0]:
        within, column = positions.spot(token.start)
        yield (line + within - 1, column), text[token.start : token.end]


_OF_CITATIONS = ("uncited-claim", "unknown-source")


def _citation(problem: Problem, text: str) -> Problem:
    """The problem of a citation where that stands which it names, so that what is offered can be typed there."""
    named = _QUOTED.search(problem.message)
    at = text.find(named[1]) if named else -1
    if named is None or at < 0:
        return problem._replace(length=max(problem.length, len(text.split("\n", 1)[0].rstrip()), 1))
    line, start = text.count("\n", 0, at), text.rfind("\n", 0, at) + 1
    column = at - start + (1 if line else problem.place.column)
    place = problem.place._replace(line=problem.place.line + line, column=column)
    return problem._replace(place=place, length=len(named[1]))


def _within(problem: Problem, text: str) -> Problem:
    """A problem of a text, where in it that stands which it names, if it goes over several lines."""
    first, *others = text.split("\n")
    if problem.rule in _OF_CITATIONS and problem.suggestion.startswith("["):
        return _citation(problem, text)
    named = _QUOTED.search(problem.message) if others and problem.rule != "wrong-kind" else None
    if named:
        for number, line in enumerate(others, 1):
            if (column := line.find(named[1])) >= 0:
                place = problem.place._replace(line=problem.place.line + number, column=column + 1)
                return problem._replace(place=place, length=len(named[1]))
    return problem._replace(length=max(problem.length, len(first.rstrip()), 1))
