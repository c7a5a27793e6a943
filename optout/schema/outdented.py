"""A line of an entry that lost the spaces before it: a catalog is cut there, and the rest of the entry with it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from optout.schema.fields import PLATFORM, field_names
from optout.source.split import SLUG


class Outdented(NamedTuple):
    """What is wrong with a line at the left edge, what was expected, and the lines as they were meant, by numbers.

    `is_certain` says that nothing else can have been meant.
    """

    message: str
    expected: str
    lines: dict[int, str | None]
    is_certain: bool


_OWN = 2  # spaces before a field of the entry itself
_NAMED = re.compile(r"([\w-]+):(?: .*)?")


def is_outdented(lines: Sequence[str], number: int) -> bool:
    """Whether a line at the left edge, right below one of an entry, belongs to that entry."""
    return outdented(lines, number) is not None


def outdented(lines: Sequence[str], number: int) -> Outdented | None:
    """What there is to say of the line, counted from 1; None if it may begin an entry."""
    line = lines[number - 1].rstrip()
    above = lines[number - 2] if number > 1 else ""
    if not line or line[0].isspace() or line[0] in "#<=" or not (above.startswith("  ") and above.strip()):
        return None
    below = lines[number].rstrip() if number < len(lines) else ""
    named = _NAMED.fullmatch(line)
    if named and _begins_entry(named[1], line, below):
        return None
    if named and named[1] in PLATFORM.fields:
        return _field(lines, number, line)
    if line.startswith("- "):
        depth = _of_items(lines, number)
        message, expected = "this item of a list stands at the left edge", f"{depth} spaces before the dash"
        return Outdented(message, expected, {number: " " * depth + line}, is_certain=True) if depth else None
    if named and (named[1] in field_names() or re.fullmatch(rf"{SLUG}:", line)):
        depth = _of_fields(above, below, line)
        message = f"`{line[:60]}` is not indented"
        return Outdented(message, f"{depth} spaces before it", {number: " " * depth + line}, is_certain=True)
    is_value = above.rstrip().endswith(":") and re.match(r"[\w\"'(\[{]|[|>][-+]?$", line)
    is_citation = re.match(r"\[[\w-]+\]$", line) and "]" not in above and ":" in below
    if named or not (is_value or (re.match(r"[\w\"'(\[]", line) and not is_citation)):
        return None
    return _text(number, line, above, below)


def _begins_entry(name: str, line: str, below: str) -> bool:
    """Whether a name with a colon is a slug that has the first field of an entry below it, or nothing."""
    field = re.match(r" {1,3}([\w-]+):", below)
    return name not in PLATFORM.fields and (
        (not below.startswith("    ") and name not in field_names())
        or bool(field and field[1] in PLATFORM.fields and line.endswith(":") and name not in field_names())
    )


def _field(lines: Sequence[str], number: int, line: str) -> Outdented:
    """A field of the entry itself, alone or with what is below it."""
    last = number
    if line.endswith(":") and number < len(lines) and re.match(r" {2}\S", lines[number]):
        while last < len(lines) and lines[last].startswith("  ") and not _is_own(lines[last]):
            last += 1
    moved: dict[int, str | None] = {one: f"  {lines[one - 1]}" for one in range(number, last + 1)}
    more = f", and two more before the lines below it down to line {last}" if last > number else ""
    return Outdented(f"`{line[:60]}` is not indented", f"two spaces before it{more}", moved, is_certain=True)


def _is_own(line: str) -> bool:
    found = re.match(r" {2}([\w-]+):", line)
    return bool(found and found[1] in PLATFORM.fields)


def _of_items(lines: Sequence[str], number: int) -> int:
    """How deep the other items of a list stand."""
    below = lines[number] if number < len(lines) else ""
    above = lines[number - 2]
    for near in (below, above):
        if near.lstrip().startswith("- "):
            return _depth(near)
    if above.rstrip().endswith(":"):
        return _depth(above) + 2
    return next((_depth(one) for one in reversed(lines[: number - 1]) if one.lstrip().startswith("- ")), 0)


def _of_fields(above: str, below: str, line: str) -> int:
    """How deep a field stands: one step less than what is below it, or in line with what is there."""
    if below.startswith(" "):
        begins = re.search(r":(?: [|>][-+]?)?$", line)
        deep = _depth(below) - 2 if begins else len(below) - len(below.lstrip(" -"))
        if deep > _OWN:
            return deep  # less deep stand the fields of the entry, and this is none of them
    return len(above) - len(above.lstrip(" -"))


def _text(number: int, line: str, above: str, below: str) -> Outdented:
    is_field = re.match(r" *(?:- |[\w-]+:)", above)
    deep = _depth(above) + 2 if is_field else _depth(above)
    if below.startswith(" ") and not re.match(r" *(?:- |[\w-]+:)", below):
        deep = _depth(below)
    expected = "spaces before it, two more than before the field whose text it continues"
    return Outdented(f"`{line[:60]}` stands at the left edge", expected, {number: " " * deep + line}, is_certain=False)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
