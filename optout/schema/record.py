"""What a field can hold, and reading it: single values, lists, named items, and parts with fields of their own."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from optout.model import Control, How, Source
from optout.problem import Path, Place, Problem
from optout.schema import values
from optout.source.node import Mapping, Node, Scalar, Sequence
from optout.source.split import SLUG

_MOST_GUESSES = 200  # an entry with more problems was not mistyped but is something else

# What a value is to whoever reads it; see the tables in `fields`.
Kind = Literal[
    "claim",  # a sentence that states a fact, and so cites a source of its own
    "prose",  # another sentence, with citations where it needs them
    "name",  # what people and publishers call something
    "label",  # as it stands on screen, letter by letter
    "hint",  # our own words for where to find something on screen
    "path",  # the stations to a setting: labels and hints
    "position",  # of a switch
    "address",  # of a page
    "form",  # an address, or the label that leads there
    "setting",  # an address, or a page of a system's own settings
    "mailbox",
    "domain",
    "copy",  # to type or copy letter by letter
    "quote",
    "word",  # one of a few that optout, or an archive, knows
    "date",
    "region",
    "plan",
    "id",  # of a source or an entry
    "way",  # the name of another way of the entry, or of those that belong together
    "part",  # fields of its own
]

Shown = Literal["short", "full", "data"]


class Decoder:
    """Collects problems and places while nodes are read; each method returns None after reporting what is wrong.

    `places` leads from the path of a field, such as ("controls", 0, "set"), to where it stands; `groups` from the path
    of a group, such as ("controls", 0), to the names of the fields it could have. `lent` says what another entry lends,
    None if there is none of that slug, and `taken` are the sources that come along with what was taken.
    """

    def __init__(self, lent: "Callable[[str], Lent | None]" = lambda slug: None) -> None:
        self.lent = lent
        self.taken: list[tuple[Path, Source]] = []
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.groups: dict[Path, tuple[str, ...]] = {}

    def report(self, place: Place, rule: str, message: str, expected: str, suggestion: str = "") -> None:
        """Take note of one problem."""
        self.problems.append(Problem(place, rule, message, expected, suggestion))

    def fields(self, node: Node, path: Path, known: "dict[str, Field]") -> dict[str, Any] | None:
        """The values of a group by their names in the model, or None if it has a problem."""
        before = len(self.problems)
        if not isinstance(node, Mapping):
            expected = f"fields on lines of their own, such as {', '.join(f'`{name}: `' for name in list(known)[:3])}"
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", expected)
            return None
        self.places.setdefault(path, node.place)
        self.groups[path] = tuple(known)
        if sentences := [key for key, _ in node.pairs if " " in key.text]:
            message = "the colon followed by a space makes a field of this text"
            self.report(sentences[0].place, "quote-it", message, "quotes around the whole text")
            return None
        found: dict[str, Any] = {}
        meant = set[str]()
        for key, value in node.pairs:
            here = (*path, key.text)
            self.places[here] = value.place
            if field := known.get(key.text):
                found[field.attribute or key.text] = field.holds.read(self, value, here)
            else:
                near = _near(key.text, known) if len(self.problems) < _MOST_GUESSES else ""
                meant.add(near)
                message = f"there is no field `{key.text}` here"
                self.report(key.place, "unknown-field", message, f"one of {', '.join(known)}", near)
        given = {key.text for key, _ in node.pairs} | meant
        for name, field in known.items():
            if field.expected and name not in given and field.unless not in given:
                self.report(self.places[path], "missing-field", f"`{name}` is missing", field.expected)
        return found if len(self.problems) == before else None


def _near(typed: str, known: Iterable[str]) -> str:
    """The field that was meant, whatever its capitals."""
    return values.nearest(re.sub(r"[\s_]+", "-", typed.lower()), known)


class Lent(NamedTuple):
    """What an entry lends: its ways by their names, None for one that it takes itself, and what they cite."""

    controls: dict[str, Control | None]
    sources: dict[str, tuple[Source, ...]]


class Value:
    """A single value."""

    def __init__(self, of: "ReadValue") -> None:
        self.of = of

    def read(self, decoder: Decoder, node: Node, path: Path) -> Any:
        """The value."""
        return self.of(node, decoder.report)


class Items:
    """A list, each item of which is alike."""

    def __init__(self, item: "Holds") -> None:
        self.item = item

    def read(self, decoder: Decoder, node: Node, path: Path) -> tuple[Any, ...] | None:
        """The items."""
        if not isinstance(node, Sequence):
            words = (
                self.item.of.allowed if isinstance(self.item, Value) and isinstance(self.item.of, values.Word) else ()
            )
            decoder.report(node.place, "wrong-kind", f"this is {values.kind(node)}", *_as_list(node, words))
            return None
        if not node.items:
            decoder.report(node.place, "wrong-value", "this list is empty", "an item, or the field left out")
            return None
        found = []
        for position, item in enumerate(node.items):
            decoder.places[(*path, position)] = item.place
            found.append(self.item.read(decoder, item, (*path, position)))
        return tuple(found)


def _as_list(node: Node, known: Iterable[str]) -> tuple[str, str]:
    """How a list is written, and this one where it is a word or several with commas between, or all of them known."""
    if isinstance(node, Mapping):
        first = node.pairs[0][0].text if node.pairs else "name"
        return f"a list: a dash before the first field of each item, as in `- {first}: `", ""
    text = node.text.strip("[]") if isinstance(node, Scalar) else ""
    words = [word for word in re.split(r"[\s,;/&]+|\band\b", text) if word]
    if not set(words) <= set(known):
        words = [word.strip() for word in text.split(",")]
    is_short = all(re.fullmatch(r"[\w.-]+", word) for word in words)
    written = f"[{', '.join(words)}]" if words and is_short else ""
    return "a list, in square brackets or with a dash before each item", written


class Named:
    """Items under names that the author chooses; one that is a single value becomes a pair with its name.

    One that is a part has its name as its attribute `name`.
    """

    def __init__(self, item: "Value | Nested", name: str = "id") -> None:
        self.item = item
        self.name = name

    def read(self, decoder: Decoder, node: Node, path: Path) -> tuple[Any, ...] | None:
        """The items, or pairs, in the order in which they stand."""
        if not isinstance(node, Mapping) or not node.pairs:
            is_list = isinstance(node, Sequence)
            expected = "a name and a colon for each item, as in `help:`" + ", in place of the dash" * is_list
            decoder.report(node.place, "wrong-kind", f"this is {values.kind(node)}", expected)
            return None
        found = []
        for key, value in node.pairs:
            decoder.places[(*path, key.text)] = key.place
            if not re.fullmatch(SLUG, key.text):
                expected = "lower-case letters, digits, hyphens"
                decoder.report(key.place, "wrong-value", f"`{key.text}` cannot be a name here", expected)
            item = self.item.read(decoder, value, (*path, key.text))
            found.append((key.text, item) if isinstance(self.item, Value) else item)
        return tuple(found)


class Nested:
    """A group of fields, from which `build` makes a part of the model.

    `build` gets the decoder, the path of the group and the values by their names in the model; `written` undoes what it
    moves from one name to another. With `brief`, the name of a field, the value of that one may stand in place of the
    group.
    """

    def __init__(
        self,
        name: str,
        build: "Build",
        fields: "dict[str, Field]",
        *,
        brief: str = "",
        written: Callable[[Any], Any] = lambda model: model,
    ) -> None:
        self.name = name
        self.build = build
        self.fields = fields
        self.brief = brief
        self.written = written

    def read(self, decoder: Decoder, node: Node, path: Path) -> Any:
        """The part of the model."""
        if self.brief and not isinstance(node, Mapping):
            field = self.fields[self.brief]
            value = field.holds.read(decoder, node, path)
            return None if value is None else self.build(decoder, path, {field.attribute or self.brief: value})
        found = decoder.fields(node, path, self.fields)
        return None if found is None else self.build(decoder, path, found)


Holds = Value | Items | Named | Nested
ReadValue = Callable[[Node, values.Report], Any]
Build = Callable[[Decoder, Path, dict[str, Any]], Any]


class Field(NamedTuple):
    """One field of a part, as everybody is told of it.

    `holds` says what can stand there and reads it, `kind` what that is to a reader, `text` in words what it holds.
    `expected` describes what must be there; empty where the field may be left out, and it may be beside the field
    `unless`. `attribute` is its name in the model
    where that is another. `beside` are the ways to refuse with which it says something, if not with all. `shown` says
    where readers meet it: in the terminal's short guide and everywhere else, everywhere but there, or as data only.
    """

    holds: Holds
    kind: Kind
    text: str
    expected: str = ""
    attribute: str = ""
    beside: tuple[How, ...] = ()
    shown: Shown = "full"
    unless: str = ""
