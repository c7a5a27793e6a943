"""What problems are about, in the text of a catalog: how long it is, and where in a text of several lines it stands."""

import re
from collections.abc import Iterator

from optout.editing.where import by_chunk
from optout.problem import Problem
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
    for chunk, its in by_chunk(data, problems):
        if its:
            found = _texts(chunk.raw.decode("utf-8", "replace"), chunk.line)
            texts.update((spot, text) for spot, text in found if spot in wanted)
    for problem in problems:
        text = texts.get((problem.place.line, problem.place.column))
        yield problem if text is None else _within(problem, text)


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
