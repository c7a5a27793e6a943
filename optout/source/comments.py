"""The comments of an entry, which YAML readers drop: where they are, and what each of them belongs to.

A comment at the end of a line belongs to what is written there. One on a line of its own belongs to what follows,
unless it is indented more than that: then it ends the group with whose fields or items it is aligned.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from optout.problem import Path
from optout.source.node import Mapping, Node, Scalar, Spot


class Comment(NamedTuple):
    """A comment from its # on; `alone` if it has the line to itself."""

    text: str
    spot: Spot
    alone: bool


class Attached(NamedTuple):
    """Comments by the path of what they belong to: on lines above it, at the end of its line, at the end of its group.

    The paths begin with the slug. `inside` are the groups that have a comment somewhere in them.
    """

    above: dict[Path, list[str]]
    after: dict[Path, list[str]]
    ending: dict[Path, list[str]]
    inside: set[Path]


class _Unit(NamedTuple):
    """A field or an item, from its key or dash on."""

    spot: Spot
    path: Path
    value: Node


class _Group(NamedTuple):
    start: Spot
    end: Spot
    flow: bool


def find(node: Node, lines: Sequence[str]) -> list[Comment]:
    """All comments among the `lines` of an entry: whatever begins with # between its texts."""
    found: list[Comment] = []
    start = (1, 1)
    for scalar in scalars(node):
        found.extend(_between(lines, start, scalar.place[1:]))
        if scalar.style in ("|", ">"):
            found.extend(_between(lines, scalar.place[1:], (scalar.place.line + 1, 1)))
        start = scalar.end
    return found + list(_between(lines, start, (len(lines) + 1, 1)))


def attach(node: Node, lines: Sequence[str], comments: Sequence[Comment]) -> Attached:
    """What each comment belongs to."""
    attached = Attached({}, {}, {}, set())
    if not comments:
        return attached
    units = list(_units(node, (), lines))
    spots = [unit.spot for unit in units]
    groups = dict(_groups(node, ()))
    last: tuple[str, Path] | None = None
    for comment in comments:
        number = bisect(spots, comment.spot)
        following = units[number] if number < len(units) else None
        if comment.alone and following and last == ("above", following.path):
            where, path = "above", following.path  # lines of one comment stay together
        else:
            where, path = _owner(comment, units[number - 1], following, groups)
        last = (where, path)
        getattr(attached, where).setdefault(path, []).append(comment.text)
        attached.inside.update(path[:length] for length in range(len(path) + (where == "ending")))
    return attached


def _between(lines: Sequence[str], start: Spot, end: Spot) -> Iterator[Comment]:
    for number in range(start[0], min(end[0], len(lines)) + 1):
        line = lines[number - 1]
        first = start[1] - 1 if number == start[0] else 0
        last = end[1] - 1 if number == end[0] else len(line)
        if (column := line.find("#", first, last)) >= 0:
            yield Comment(line[column:].rstrip(), (number, column + 1), not line[:column].strip())


def _owner(comment: Comment, before: _Unit, following: _Unit | None, groups: dict[Path, _Group]) -> tuple[str, Path]:
    path = before.path
    while groups[path[:-1]].flow and groups[path[:-1]].end <= comment.spot:
        path = path[:-1]
    if not comment.alone:
        return "after", path
    if (open_ := _open_flow(comment.spot, before.path, groups)) is not None:
        is_in_it = following and following.path[: len(open_)] == open_
        return ("above", following.path) if following and is_in_it else ("ending", open_)
    is_waiting = before.value.place[1:] > comment.spot and len(path) > 1
    if is_waiting and (isinstance(before.value, Scalar) or before.value.flow):
        return "above", path
    ended = [path[:length] for length in range(len(path) - 1, 0, -1) if not _is_in(following, path[:length])]
    if following and (not ended or comment.spot[1] <= following.spot[1]):
        return "above", following.path
    return "ending", next((group for group in ended if groups[group].start[1] <= comment.spot[1]), ended[-1])


def _open_flow(spot: Spot, path: Path, groups: dict[Path, _Group]) -> Path | None:
    """The innermost pair of brackets around a spot behind `path`."""
    for length in range(len(path), 0, -1):
        group = groups.get(path[:length])
        if group and group.flow and group.start < spot < group.end:
            return path[:length]
    return None


def _is_in(unit: _Unit | None, group: Path) -> bool:
    return unit is not None and len(unit.path) > len(group) and unit.path[: len(group)] == group


def scalars(node: Node) -> Iterator[Scalar]:
    """All keys and texts, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key
            yield from scalars(value)
    else:
        for item in node.items:
            yield from scalars(item)


def _groups(node: Node, path: Path) -> Iterator[tuple[Path, _Group]]:
    if isinstance(node, Scalar):
        return
    yield path, _Group(node.place[1:], node.end, node.flow)
    for name, child in _children(node):
        yield from _groups(child, (*path, name))


def _units(node: Node, path: Path, lines: Sequence[str]) -> Iterator[_Unit]:
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        spots = [key.place[1:] for key, _ in node.pairs]
    elif node.flow:
        spots = [item.place[1:] for item in node.items]
    else:
        spots = [(_dash(lines, item.place.line, node.place.column), node.place.column) for item in node.items]
    for spot, (name, child) in zip(spots, _children(node), strict=True):
        yield _Unit(spot, (*path, name), child)
        yield from _units(child, (*path, name), lines)


def _children(node: Node) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, Mapping):
        yield from ((key.text, value) for key, value in node.pairs)
    elif not isinstance(node, Scalar):
        yield from enumerate(node.items)


def _dash(lines: Sequence[str], line: int, column: int) -> int:
    """The line of the dash in this column that an item on `line` follows."""
    while lines[line - 1][column - 1 : column] != "-" or lines[line - 1][: column - 1].strip(" -?:"):
        line -= 1
    return line
