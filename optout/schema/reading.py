"""Reading on after a slip in the YAML of an entry: one bad line does not hide what else is wrong with it."""

from typing import NamedTuple

from optout.problem import Problem
from optout.schema.slips import ALIGNED, COMMA, FENCE, NO_DASH, slip
from optout.schema.told import Slip
from optout.source.node import Node
from optout.source.nodes import parse
from optout.source.split import Chunk

_MOST_SLIPS = 20  # that are told of one entry at a time
_MOST_READ = 256 * 1024  # bytes of an entry, read again and again


class AsMeant(NamedTuple):
    """An entry that YAML cannot read, as it was meant.

    `problems` are the slips in it, `node` what the rest says, None if it cannot be told. `lines` are those of the file
    that are read otherwise than they stand; `is_certain` says that all of them were meant so for certain.
    """

    problems: tuple[Problem, ...]
    node: Node | None
    lines: frozenset[int]
    is_certain: bool


def as_meant(chunk: Chunk, file: str, problem: Problem) -> AsMeant:
    """What was meant in an entry over which YAML stumbled with this `problem`."""
    lines = chunk.raw.decode("utf-8").split("\n")
    told: list[Problem] = []
    changed = set[int]()
    is_certain = True
    for _ in range(max(1, min(_MOST_SLIPS, _MOST_READ // (len(chunk.raw) + 1)))):
        until = problem.place.line - chunk.line
        found = slip(lines, until) or slip(lines, until + 2)  # the next field that YAML did not take for one
        if told and (found is None or not is_certain or found.line in changed):
            break  # what comes after a guess may follow from it
        if not (found and _is_told(found, told, chunk)):
            told.append(_plainly(problem, found, chunk))
        if found is None or (line := _instead(found, lines[found.line])) is None:
            break
        is_certain &= bool(found.suggestion) or found.message == COMMA or found.message.endswith(FENCE)
        changed.add(found.line)
        lines[found.line] = line
        problems: list[Problem] = []
        node = parse("\n".join(lines).encode(), file, chunk.line, problems)
        if node:
            told += (one for one in problems if one.place.line - chunk.line not in changed)
            return AsMeant(tuple(told), node, frozenset(chunk.line + number for number in changed), is_certain)
        if not problems or problems[-1].rule != "yaml-syntax":
            break
        problem = problems[-1]
    return AsMeant(tuple(told), None, frozenset(), False)


def _is_told(found: Slip, told: list[Problem], chunk: Chunk) -> bool:
    """Whether it is one with what was told of a line above: the other fence, dashes or `=` in all lines of a group."""
    if found.expected in (NO_DASH, ALIGNED) and told and told[-1].expected == found.expected:
        return True
    if found.message.endswith(FENCE):
        return any(one.message.endswith(FENCE) for one in told)
    if not (
        told and found.message.startswith("`=` stands after ") and told[-1].message.startswith("`=` stands after ")
    ):
        return False
    told[-1] = told[-1]._replace(expected="a colon and a space, here and on the lines below")
    return True


def _instead(found: Slip, line: str) -> str | None:
    """The line to read on with."""
    return line[: found.column] + found.suggestion if found.suggestion else found.instead


def _plainly(problem: Problem, found: Slip | None, chunk: Chunk) -> Problem:
    """Where YAML stumbled over a slip above, the slip."""
    if found is None:
        return problem
    place = problem.place._replace(line=chunk.line + found.line, column=found.column + 1)
    return problem._replace(place=place, message=found.message, expected=found.expected, suggestion=found.suggestion)
