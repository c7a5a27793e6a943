"""The walk through everything an entry says, value by value, by the tables of its fields.

What goes through all texts, citations or addresses of an entry goes through here, so that no field is forgotten.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from optout.model import Date, Platform, Stub
from optout.problem import Path
from optout.schema.fields import AUDIENCE, PLATFORM, STUB
from optout.schema.record import Field, Holds, Items, Kind, Named, Nested


class Said(NamedTuple):
    """One value of an entry, the way to it as it is written, such as ("controls", 0, "set"), and what it is.

    A `form` is told apart as an address or a label, a `setting` as an address or a page of a system's settings, and a
    path is walked station by station: labels and hints.
    """

    path: Path
    kind: Kind
    value: str | Date

    @property
    def text(self) -> str:
        """The value as the entry has it."""
        return self.value if isinstance(self.value, str) else self.value.iso


def walk(entry: Platform | Stub) -> Iterator[Said]:
    """Every value of an entry that it does not leave out, in the order in which `optout format` writes them."""
    return _part(PLATFORM if isinstance(entry, Platform) else STUB, entry, ())


def said(part: Nested, model: Any) -> Iterator[Said]:
    """Every value of a part of an entry."""
    return _part(part, model, ())


def texts(entry: Platform | Stub, *kinds: Kind) -> Iterator[tuple[Path, str]]:
    """The values of some kinds, and the way to each."""
    return ((said.path, said.text) for said in walk(entry) if said.kind in kinds)


def _part(part: Nested, model: Any, path: Path) -> Iterator[Said]:
    model = part.written(model)
    for name, field in part.fields.items():
        value = getattr(model.audience if name in AUDIENCE else model, field.attribute or name)
        if value:
            yield from _values(field, field.holds, value, (*path, name))


def _values(field: Field, holds: Holds, value: Any, path: Path) -> Iterator[Said]:
    match holds:
        case Items():
            for position, item in enumerate(value):
                yield from _values(field, holds.item, item, (*path, position))
        case Named(item=Nested() as part):
            for item in value:
                yield from _part(part, item, (*path, getattr(item, holds.name)))
        case Named():
            for name, item in value:
                yield from _values(field, holds.item, item, (*path, name))
        case Nested():
            yield from _part(holds, value, path)
        case _ if field.kind == "path":
            for menu in value:
                yield from (Said(path, "label", menu.label),) if menu.label else ()
                yield from (Said(path, "hint", menu.hint),) if menu.hint else ()
        case _ if field.kind == "setting":
            yield Said(path, "address" if value.startswith("https://") else "setting", value)
        case _ if field.kind == "form":
            yield Said(path, "address" if value.startswith("https://") else "label", value)
        case _:
            yield Said(path, field.kind, value)
