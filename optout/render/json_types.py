"""Values as JSON, and the schema of that JSON: a type knows both, so neither can say what the other does not.

https://json-schema.org/draft/2020-12
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, NamedTuple

Schema = dict[str, Any]


class JsonType(NamedTuple):
    """How a value is written, and what a schema says of what is written; `name` is that of its definition, if any."""

    write: Callable[[Any], Any]
    schema: Schema
    name: str = ""

    @property
    def said(self) -> Schema:
        """What stands for it in a schema."""
        return {"$ref": f"#/$defs/{self.name}"} if self.name else self.schema


class Member(NamedTuple):
    """A member of an object: its type, what it means, and what of the value it is, by default what has its name.

    One that is `sparse` is left out where there is nothing.
    """

    type: JsonType
    means: str = ""
    of: Callable[[Any], Any] | None = None
    sparse: bool = False

    @property
    def said(self) -> Schema:
        """What a schema says of it."""
        return {**({"description": self.means} if self.means else {}), **self.type.said}


def _itself(value: Any) -> Any:
    return value


TEXT = JsonType(_itself, {"type": "string"})
NUMBER = JsonType(_itself, {"type": "integer", "minimum": 1})


def word(of: Iterable[str]) -> JsonType:
    """One of a few words."""
    return JsonType(_itself, {"enum": list(of)})


def several(one: JsonType, least: int = 0) -> JsonType:
    """A list, of `least` values at least."""
    length = {"minItems": least} if least else {}
    return JsonType(lambda values: list(map(one.write, values)), {"type": "array", **length, "items": one.said})


def perhaps(one: JsonType, known: Callable[[Any], object] = bool) -> JsonType:
    """The value, or null where it is empty or not `known`."""
    schema = {"type": ["string", "null"]} if one == TEXT else {"oneOf": [{"type": "null"}, one.said]}
    return JsonType(lambda value: one.write(value) if known(value) else None, schema)


def named(name: str, type: JsonType, means: str = "") -> JsonType:
    """The type with a definition of its own, to which all that have it refer."""
    return JsonType(type.write, {**({"description": means} if means else {}), **type.schema}, name)


def inside(attribute: str, members: dict[str, Member]) -> dict[str, Member]:
    """The members of what stands in an attribute, as members of what has it."""

    def of(name: str, member: Member) -> Callable[[Any], Any]:
        inner, outer = member.of or attrgetter(name), attrgetter(attribute)
        return lambda value: inner(outer(value))

    return {name: member._replace(of=of(name, member)) for name, member in members.items()}


def group(members: dict[str, Member]) -> JsonType:
    """An object with these members, in this order."""
    steps = [(name, one.of or attrgetter(name), one.type.write, one.sparse) for name, one in members.items()]

    def write(value: Any) -> dict[str, Any]:
        found = ((name, write, of(value), sparse) for name, of, write, sparse in steps)
        return {name: write(part) for name, write, part, sparse in found if part or not sparse}

    schema = {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, member in members.items() if not member.sparse],
        "properties": {name: member.said for name, member in members.items()},
    }
    return JsonType(write, schema)
