"""Two fields on one line: where the second begins."""

import re
from functools import cache
from typing import NamedTuple

from optout.schema import values
from optout.schema.fields import PARTS, field_names
from optout.schema.record import Field, Items, Value

_SECOND = re.compile(r"(?P<far>, *|; *|[ \t]{2,})|(?<=\S) (?=\S)")
_NAMED = re.compile(r"(?:- )?(?P<name>[a-z][\w-]*):(?: +(?P<value>\S.*))?$")
_INSIDE = re.compile(r"\[[^\]]{2,}\]|\"[^\"]*\"|'[^']*'")


class Second(NamedTuple):
    """A field beside another: its name, the whole of it as it is written, and where it starts and the other ends."""

    name: str
    written: str
    start: int
    end: int


def beside(before: str, value: str) -> Second | None:
    """The field that stands in a value on the line of another one, whose name ends `before`.

    After a single space it is one if one of the two has a value that is no prose.
    """
    bare = re.split(r"\s#", value)[0].rstrip()
    if "{" in bare:
        return None
    inside = _INSIDE.match(bare)
    first = re.sub(r".*?([\w-]+):\s*$", r"\1", before)
    for gap in _SECOND.finditer(bare, inside.end() if inside else 0):
        found = _NAMED.match(bare, gap.end())
        if found is None or found["name"] not in field_names() or found["name"] == first:
            continue
        above = bare[: gap.start()].rstrip()
        is_exact = _is_exact(first, above) or _is_exact(found["name"], found["value"] or "")
        if gap["far"] or inside or is_exact or _follows_name(first, found["name"]):
            return Second(found["name"], found[0].strip()[:60], gap.end(), len(above))
    return None


def _is_exact(name: str, value: str) -> bool:
    """Whether a value is one that a field of this name can have, and no prose."""
    return any(_fits(field.holds, value) for field in _fields().get(name, ()))


def _follows_name(first: str, second: str) -> bool:
    """Whether both are fields of one part, and the first is a name, in which hardly a colon stands."""
    parts = [part.fields for part in PARTS if first in part.fields and second in part.fields]
    return any(fields[first].kind == "name" for fields in parts)


def _fits(holds: object, value: str) -> bool:
    if isinstance(holds, Items):
        return bool(re.fullmatch(r"\[.*\]", value))
    if not isinstance(holds, Value):
        return False
    if isinstance(holds.of, values.Word):
        return value in holds.of.allowed
    if holds.of in (values.date, values.day):
        return bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", value))
    if holds.of in (values.address, values.setting, values.form):
        return bool(re.fullmatch(r"https?://\S+", value))
    return holds.of is values.position and value in ("on", "off")


@cache
def _fields() -> dict[str, list[Field]]:
    """Every field that there is, by its name."""
    found: dict[str, list[Field]] = {}
    for part in PARTS:
        for name, field in part.fields.items():
            found.setdefault(name, []).append(field)
    return found
