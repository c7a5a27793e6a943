"""The one small change with which an entry can be read: what was meant, found by trying.

An entry over which YAML stumbles, or of which it makes something else, is read again with each slip of a beginner
undone near the place: a sign, lines joined or broken, an indent. What makes it sound is told, once; it cannot be
wrong advice, for it was tried. What is tried first is what happens most.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from optout.schema.fields import field_names
from optout.schema.signs import on_line
from optout.schema.told import Slip


class Repair(NamedTuple):
    """What is told, and the lines `new` in place of `replaced` lines from `first` on, counted from 0."""

    slip: Slip
    first: int
    replaced: int
    new: list[str]

    def lines(self, old: Sequence[str]) -> list[str]:
        """The text with it."""
        return [*old[: self.first], *self.new, *old[self.first + self.replaced :]]

    @property
    def more(self) -> int:
        """How many lines there are more than before."""
        return len(self.new) - self.replaced


_MOST_READ = 512 * 1024  # bytes of an entry, read again and again
_MOST_TRIED = 120


def repair(
    lines: Sequence[str], near: Iterable[int], names: frozenset[str], left: Callable[[Repair], int | None], most: int
) -> Repair | None:
    """The first repair near one of these lines after which the fewest problems are left, fewer than `most`.

    `names` are those of the entry's own sources. `left` tells how many problems are left with one; None if it
    changes what else is said.
    """
    size = sum(map(len, lines)) + 1
    best: tuple[int, Repair] | None = None
    tried = set[str]()
    for one in _repairs(lines, list(near), names):
        text = "\n".join(one.lines(lines))
        if text in tried:
            continue
        if len(tried) >= min(_MOST_TRIED, _MOST_READ // size):
            break
        tried.add(text)
        count = left(one)
        if count == 0:
            return one
        if count is not None and count < (best[0] if best else most):
            best = count, one
    return best[1] if best else None


def _repairs(lines: Sequence[str], near: list[int], names: frozenset[str]) -> Iterator[Repair]:
    wide = [*near, *(first for line in near if 0 < line < len(lines) for first in _first(lines, line)), *_open(lines)]
    around = [at for at in dict.fromkeys(line + by for by in (0, -1, 1, -2) for line in near) if 0 < at < len(lines)]
    around += [at for at in wide if at not in around and 0 < at < len(lines)]
    around = [at for at in around if lines[at].strip() and not lines[at].lstrip().startswith("#")]
    for kind in (_out_of_list, _sign, _twice, _nameless, _broken, _joined, _indented, _indented_oddly, _swapped):
        for at in around:
            yield from kind(lines, at, names)


def _first(lines: Sequence[str], at: int) -> Iterator[int]:
    """The first line of the group in which a line stands, and of the one around it: that decides where others stand."""
    depth = _depth(lines[at])
    for above in range(at - 1, -1, -1):
        if lines[above].strip() and _depth(lines[above]) < depth:
            yield above + 1
            depth = _depth(lines[above])
            if depth < _INNER:
                return


_INNER = 3  # spaces before what is within a field of an entry


def _open(lines: Sequence[str]) -> list[int]:
    """The first lines with a quote or a bracket that nothing closes."""
    found = (at for at, line in enumerate(lines) if line.count('"') % 2 or re.search(r"[:-] ['\[{][^'\]}]*$", line))
    return list(found)[:2]


def _out_of_list(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """An item of a list, with what is below it, that stands a few spaces beside the item above it."""
    depth = _depth(lines[at])
    above = _item_above(lines, at) if lines[at].startswith(f"{' ' * depth}- ") else None
    if above is None:
        return
    by = _depth(lines[above]) - depth
    message = f"{ITEM} stands {_many(abs(by))} too far {'left' if by > 0 else 'right'}"
    for count, below in _groups(lines, at):
        moved = [_shifted(one, by) for one in lines[at : at + count]]
        right = f"{_many(depth + by)} before the dash, as on line {{{above + 1}}}"
        expected = f"{right}, and {_many(abs(by))} {'more' if by > 0 else 'fewer'} before {below}" if below else right
        yield Repair(Slip(at, 0, message, expected, "" if below else moved[0]), at, count, moved)


ITEM = "this item of a list"
_BESIDE = 3  # spaces: whoever slips by more had another level in mind


def _item_above(lines: Sequence[str], at: int) -> int | None:
    """The line above on which an item begins that is beside the one that begins on a line, and not in line with it."""
    depth = _depth(lines[at])
    for above in range(at - 1, 0, -1):
        if not lines[above].strip():
            continue
        by = _depth(lines[above]) - depth
        if lines[above].lstrip().startswith("- ") and -_BESIDE <= by <= _BESIDE:
            return above if by else None
        if by < 0:
            return None
    return None


def _sign(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    for column, message, expected, line in on_line(lines[at], names):
        yield Repair(Slip(at, column, message, expected, line[column:]), at, 1, [line])


def _twice(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    if lines[at] == lines[at - 1]:
        yield Repair(Slip(at, _depth(lines[at]), "this line stands twice", "it once"), at, 1, [])


def _nameless(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """The first field of a source, above which the name is missing by which it is cited."""
    depth = _depth(lines[at])
    if not lines[at].lstrip().startswith("title:") or depth <= _INNER:
        return
    text = "\n".join(lines)
    missing = names - {line.strip().removesuffix(":") for line in lines}
    for name in sorted(missing, key=lambda name: (-text.count(f"[{name}]"), name)):
        slip = Slip(at, depth, "a source begins here, without its name", f"`{name}:` on a line above it")
        yield Repair(slip, at, 1, [" " * (depth - 2) + f"{name}:", lines[at]])


def _broken(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """The rest of the line above, which was broken in two."""
    line, above = lines[at], lines[at - 1].rstrip()
    is_item = line.lstrip().startswith("- ")  # which would go into the item above without a word
    if at > 1 and above and not is_item and not re.search(r"[|>][-+]?$", above):
        named = re.match(r" *(?:- +)?([\w-]+):", above)
        expected = f"it on the line above, {f'behind `{named[1]}:`' if named else 'at its end'}"
        slip = Slip(at, _depth(line), "this line belongs to the one above", expected)
        yield Repair(slip, at - 1, 2, [f"{above} {line.strip()}"])


@cache
def _second(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=\S)\s*(?:(- )|(?P<name>{'|'.join(sorted(names | field_names(), key=len, reverse=True))})(?=:(?: |$)))"
    )


def _joined(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """Two lines in one."""
    line = lines[at]
    begun = re.match(r" *(?:- +)?", line)
    assert begun
    if beside := re.match(r"(.*?(?:: |- )[|>][-+]?) ?([^-+|>\s].*)", line):
        message = "the text begins beside the sign that says that it stands below"
        for depth in _depths(lines, at, _depth(line) + 2):
            broken = [beside[1], " " * depth + beside[2]]
            yield Repair(Slip(at, len(beside[1]), message, "it on the next line"), at, 1, broken)
    for found in _second(names).finditer(line, begun.end()):
        rest = line[found.start() :].lstrip()
        name = found["name"]
        message = f"a second field, `{name}`, stands on this line" if name else "a second item stands on this line"
        expected = f"each {'field' if name else 'item'} on a line of its own"
        column = len(line) - len(rest)
        for depth in _depths(lines, at, begun.end()):
            broken = [line[: found.start()].rstrip(), " " * depth + rest]
            yield Repair(Slip(at, column, message, expected), at, 1, broken)


def _indented(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """A line, or a group, that stands too deep or not deep enough for steps of two spaces."""
    return _at_depths(lines, at, [depth for depth in _depths(lines, at, _depth(lines[at])) if depth % 2 == 0])


def _indented_oddly(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    """The same for other steps."""
    return _at_depths(lines, at, [depth for depth in _depths(lines, at, _depth(lines[at])) if depth % 2])


def _at_depths(lines: Sequence[str], at: int, depths: Iterable[int]) -> Iterator[Repair]:
    depth = _depth(lines[at])
    for right in depths:
        if right == depth or right < 2:
            continue
        for count, below in _groups(lines, at):
            by = right - depth
            moved = [_shifted(one, by) for one in lines[at : at + count]]
            yield Repair(Slip(at, depth, _out_of_line(lines[at]), _spaces(right, by, below)), at, count, moved)


def _groups(lines: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
    """How many lines may have been moved with one, and in words: none, those that are deeper, those that follow."""
    depth = _depth(lines[at])
    yield 1, ""
    deeper = next(
        (one for one in range(at + 1, len(lines)) if lines[one].strip() and _depth(lines[one]) <= depth), len(lines)
    )
    if deeper > at + 1:
        yield deeper - at, "the lines below it that are deeper"
    after = next(
        (one for one in range(at + 1, len(lines)) if lines[one].strip() and _depth(lines[one]) < depth), len(lines)
    )
    if after > deeper:
        yield after - at, f"the lines below it down to line {{{after}}}"


def _shifted(line: str, by: int) -> str:
    return (
        (" " * by + line if by > 0 else line[-by:] if line[:-by].isspace() else line.lstrip()) if line.strip() else line
    )


def _out_of_line(line: str) -> str:
    depth = _depth(line)
    text = line.strip()
    field = re.match(r"([\w-]+):(?: |$)", text)
    what = f"`{field[1]}`" if field else "this item" if text.startswith("- ") else "this line"
    odd = line[: len(line) - len(line.lstrip())]
    return f"{what} is indented by {'a tab' if odd.strip(' ') else _many(depth)}"


def _spaces(right: int, by: int, below: str) -> str:
    expected = f"{_many(right)} before it"
    return f"{expected}, and {_many(abs(by))} {'more' if by > 0 else 'fewer'} before {below}" if below else expected


def _many(count: int) -> str:
    return f"{count} space{'s' * (count != 1)}"


def _swapped(lines: Sequence[str], at: int, names: frozenset[str]) -> Iterator[Repair]:
    if at > 1 and lines[at - 1].strip():
        slip = Slip(
            at, _depth(lines[at]), "this line and the one above it have changed places", "them the other way round"
        )
        yield Repair(slip, at - 1, 2, [lines[at], lines[at - 1]])


def _depths(lines: Sequence[str], at: int, own: int) -> list[int]:
    """Where a line may have been meant to begin, nearest first: in line with what is around it, or one step deeper."""
    found = set[int]()
    for near in (at - 1, at + 1):
        while 0 <= near < len(lines) and not lines[near].strip():
            near += 1 if near > at else -1
        if 0 <= near < len(lines):
            line = lines[near]
            begun = re.match(r" *(?:- +)?", line)
            assert begun
            found |= {_depth(line), begun.end(), _depth(line) + 2, begun.end() + 2}
    deep = _depth(lines[at - 1])
    for above in range(at - 1, 0, -1):
        if lines[above].strip() and _depth(lines[above]) < deep:
            deep = _depth(lines[above])
            found.add(deep)
            if lines[above].lstrip().startswith("- "):
                found.add(deep + 2)
    return sorted(found, key=lambda depth: (abs(depth - own), depth))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
