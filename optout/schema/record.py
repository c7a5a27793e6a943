"""Reading groups of fields, lists and named items: what all parts of an entry have in common."""

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from optout.problem import Path, Place, Problem
from optout.schema import values
from optout.source.nodes import Mapping, Node, Sequence
from optout.source.split import SLUG


class Decoder:
    """Collects problems and places while nodes are read; each method returns None after reporting what is wrong.

    `places` leads from the path of a field, such as ("controls", 0, "set"), to where it stands; `groups` from the path
    of a group, such as ("controls", 0), to the names of the fields it could have.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.groups: dict[Path, tuple[str, ...]] = {}

    def report(self, place: Place, rule: str, message: str, expected: str, suggestion: str = "") -> None:
        """Take note of one problem."""
        self.problems.append(Problem(place, rule, message, expected, suggestion))

    def fields(self, node: Node, path: Path, known: "dict[str, Field]") -> dict[str, Any] | None:
        """The values of a group by field name (hyphens become underscores), or None if it has a problem."""
        before = len(self.problems)
        if not isinstance(node, Mapping):
            expected = f"fields such as {', '.join(list(known)[:3])}"
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", expected)
            return None
        self.places.setdefault(path, node.place)
        self.groups[path] = tuple(known)
        if sentences := [key for key, _ in node.pairs if " " in key.text]:
            message = "the colon followed by a space makes a field of this text"
            self.report(sentences[0].place, "quote-it", message, "quotes around the whole text")
            return None
        found: dict[str, Any] = {}
        for key, value in node.pairs:
            here = (*path, key.text)
            self.places[here] = value.place
            if key.text in known:
                found[key.text.replace("-", "_")] = known[key.text].read(self, value, here)
            else:
                near = values.nearest(key.text, known)
                message = f"there is no field `{key.text}` here"
                self.report(key.place, "unknown-field", message, f"one of {', '.join(known)}", near)
        given = {key.text for key, _ in node.pairs}
        for name, field in known.items():
            if field.expected and name not in given:
                self.report(self.places[path], "missing-field", f"`{name}` is missing", field.expected)
        return found if len(self.problems) == before else None

    def items(self, node: Node, path: Path, read: "Read") -> tuple[Any, ...] | None:
        """The items of a list."""
        if not isinstance(node, Sequence):
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", "a list")
            return None
        if not node.items:
            self.report(node.place, "wrong-value", "this list is empty", "an item, or the field left out")
            return None
        found = []
        for position, item in enumerate(node.items):
            self.places[(*path, position)] = item.place
            found.append(read(self, item, (*path, position)))
        return tuple(found)

    def named(self, node: Node, path: Path, read: "ReadNamed") -> tuple[Any, ...] | None:
        """A group of items whose names the author chooses."""
        if not isinstance(node, Mapping) or not node.pairs:
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", "a name for each item")
            return None
        found = []
        for key, value in node.pairs:
            self.places[(*path, key.text)] = key.place
            if not re.fullmatch(SLUG, key.text):
                expected = "lower-case letters, digits, hyphens"
                self.report(key.place, "wrong-value", f"`{key.text}` cannot be a name here", expected)
            found.append(read(self, value, (*path, key.text), key.text))
        return tuple(found)


Read = Callable[[Decoder, Node, Path], Any]
ReadNamed = Callable[[Decoder, Node, Path, str], Any]
ReadValue = Callable[[Node, values.Report], Any]


class Field(NamedTuple):
    """How a field is read; `expected` describes it where it must be given.

    `holds` and `of` say what can stand there, for whoever describes the catalog instead of reading it: a `value` of
    what reads it, a `list` of what each item is, a `group` of its fields by name, `named` items of what each is; a
    `claim` is a sentence or a group.
    """

    read: Read
    expected: str
    holds: Literal["value", "list", "named", "group", "claim"]
    of: "ReadValue | Field | dict[str, Field]"


def value(read: ReadValue, expected: str = "") -> Field:
    """A field with a single value."""
    return Field(lambda decoder, node, path: read(node, decoder.report), expected, "value", read)


def group(read: Read, fields: dict[str, Field]) -> Field:
    """A field with fields of its own."""
    return Field(read, "", "group", fields)


def record(fields: dict[str, Field], build: Callable[..., Any]) -> Field:
    """A group of fields from which one part of the model is built."""

    def read(decoder: Decoder, node: Node, path: Path) -> Any:
        found = decoder.fields(node, path, fields)
        return None if found is None else build(**found)

    return group(read, fields)


def listed(item: Field, expected: str = "") -> Field:
    """A field with a list."""
    return Field(lambda decoder, node, path: decoder.items(node, path, item.read), expected, "list", item)


def named(read: ReadNamed, item: "Field | dict[str, Field]", expected: str = "") -> Field:
    """A field with items whose names the author chooses; `item` is what `read` reads under each name."""
    return Field(lambda decoder, node, path: decoder.named(node, path, read), expected, "named", item)
