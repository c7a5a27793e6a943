"""Fields that do not exist where they stand: what they may be, or where they belong."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from optout.address import signs
from optout.schema import meant, values
from optout.source.node import Node, Scalar

if TYPE_CHECKING:
    from optout.schema.record import Field


HOME = "in the entry itself, two spaces from the left edge"


OUTSIDE = "outside of `{}`, as far left as that"


class Strange(NamedTuple):
    """A field that does not exist where it stands: which ones it may be, and what to write.

    `is_elsewhere` says that it belongs to another part of the entry.
    """

    key: Scalar
    meant: tuple[str, ...]
    expected: str
    near: str = ""
    is_elsewhere: bool = False
    others: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong with it, and with the `others` below it that belong to the same place."""
        names = [f"`{name}`" for name in (self.key.text, *self.others)]
        if len(names) == 1:
            return f"there is no field {names[0]} here"
        return f"there are no fields {', '.join(names[:-1])} and {names[-1]} here"


def one_of(known: Iterable[str]) -> str:
    """Which fields there are."""
    return f"one of {', '.join(known)}"


def strange_field(key: Scalar, value: Node, known: "dict[str, Field]") -> Strange:
    """What may be meant by a field that is none of those `known`."""
    from optout.schema.fields import field_names
    from optout.schema.homes import home  # which knows all fields, and these are made of what stands here

    typed = re.sub(r"[\s_]+", "-", signs.plain(key.text).lower())
    if "date" in known and isinstance(value, Scalar) and re.fullmatch(r"\d{4}(-\d\d){0,2}", typed):
        expected = f"`date: {typed}`, and on a line below it `text: ` with what happened"
        return Strange(key, ("date", "text"), expected)
    near = meant.field(typed, known)
    if not near and (place := home(key.text)):
        return Strange(key, (), place, is_elsewhere=True)
    near = near or values.nearest(typed, known)
    if not near and (place := home(values.nearest(typed, sorted(field_names())))):
        return Strange(key, (), place, is_elsewhere=True)
    return Strange(key, (near,) if near else (), one_of(known), near)


def together(strange: Iterable[Strange]) -> list[Strange]:
    """The same, where several that follow each other belong to one part of the entry told as one."""
    from optout.schema.homes import common

    found: list[Strange] = []
    for one in strange:
        above = found[-1] if found else None
        if above and above.is_elsewhere and one.is_elsewhere:
            names = (above.key.text, *above.others, one.key.text)
            where = [each.expected.partition(" ")[2] for each in (above, one)]
            if place := f"them {where[0]}" if where[0] == where[1] else common(names):
                found[-1] = above._replace(others=names[1:], expected=place)
                continue
        found.append(one)
    return found
