"""What a field can hold, and reading it: single values, lists, named items, and parts with fields of their own."""

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from optout.address import signs
from optout.model import Control, Date, How, Source
from optout.problem import Path, Place, Problem
from optout.schema import values
from optout.schema.level import Misplaced, at_their_level, with_one_dash, without_dashes
from optout.schema.listed import ReadValue, as_items, as_list, in_two_brackets, several
from optout.schema.strange import OUTSIDE, Strange, one_of, strange_field, together
from optout.schema.told import nameless
from optout.source.node import SHARED, Mapping, Node, Scalar, Sequence
from optout.source.split import SLUG

_SENTENCE = "the colon followed by a space makes a field of this text"
_OF_CODES = ("wrong-value", "bad-date", "bad-address", "unknown-region")  # as words, dates and the like are told
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

    What is wrong hides nothing else: a group has what of it could be read, and `doubtful` are the paths of what could
    not, or has something in its place. `kept` leads from the path of a list of which items were left out to the
    positions of the others, and `broken` are the groups with a problem.
    """

    def __init__(self, lent: "Callable[[str], Lent | None]" = lambda slug: None) -> None:
        self.lent = lent
        self.taken: list[tuple[Path, Source]] = []
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.groups: dict[Path, tuple[str, ...]] = {}
        self.doubtful: set[Path] = set()
        self.kept: dict[Path, tuple[int, ...]] = {}
        self.broken: set[Path] = set()
        self.muted = False
        self.outside: set[tuple[Path, str]] = set()  # fields of a group that stand within one of its parts
        self.line = 0  # of the name of the field that is read

    def report(self, place: Place, rule: str, message: str, expected: str, suggestion: str = "") -> None:
        """Take note of one problem."""
        if not self.muted:
            self.problems.append(Problem(place, rule, message, expected, suggestion))

    def tell(self, rule: str, told: Misplaced) -> None:
        """Take note of fields that stand on another level than theirs."""
        self.report(told.place, rule, told.message, told.expected)

    def fields(self, node: Node, path: Path, known: "dict[str, Field]") -> dict[str, Any] | None:
        """The values of a group by their names in the model, as far as they can be read; None if it is no group.

        What is needed and cannot be read has something in its place.
        """
        before = len(self.problems)
        if isinstance(node, Sequence) and (dashed := without_dashes(node, known)):
            node = dashed[0]
            self.tell("wrong-kind", dashed[1])
        if not isinstance(node, Mapping):
            assigned = re.match(r"([\w-]+)\s*=\s*", node.text) if isinstance(node, Scalar) else None
            if assigned and assigned[1] in known:
                message = f"`=` stands after `{assigned[1]}` in place of a colon"
                self.report(node.place, "wrong-kind", message, "a colon and a space, here and on the lines below")
                return None
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", _as_fields(node, known))
            return None
        self.places.setdefault(path, node.place)
        self.groups[path] = tuple(known)
        pairs = node.pairs
        if not all(key.text in known for key, _ in pairs):
            if sentences := [key for key, _ in pairs if " " in key.text]:
                self.report(sentences[0].place, "quote-it", _SENTENCE, "quotes around the whole text")
                return None
            # What nobody sees in a name has been told.
            pairs = tuple((key._replace(text=signs.seen(key.text)), value) for key, value in pairs)
            pairs, misplaced = at_their_level(pairs, known)
            for one in misplaced:
                self.tell("unknown-field", one)
        found: dict[str, Any] = {}
        strange: list[Strange] = []
        for key, value in pairs:
            here = (*path, key.text)
            self.places[here] = value.place
            if field := known.get(key.text):
                self.line = key.place.line
                self.add(found, field.attribute or key.text, field, value, here)
            elif key.text == "<<":
                self.report(key.place, "yaml-feature", *SHARED)
            elif around := self.around(path, key.text):
                self.outside.add((around, key.text))
                strange.append(Strange(key, (), f"`{key.text}` {OUTSIDE.format(path[len(around)])}", is_elsewhere=True))
            elif len(self.problems) < _MOST_GUESSES:
                strange.append(strange_field(key, value, known))
            else:
                strange.append(Strange(key, (), one_of(known)))
        given = {key.text for key, _ in pairs}.union(*(one.meant for one in strange))
        needed = (one for one in known.items() if one[1].expected and one[0] not in given)
        missing = [name for name, one in needed if one.unless not in given and (path, name) not in self.outside]
        if "<<" in given:
            missing = []  # it was to bring them
        unknown = [one for one in strange if not one.meant and not one.is_elsewhere]
        if len(unknown) >= len(missing):  # each may be one of them, under a name that nobody thought of
            near = missing[0] if len(unknown) == len(missing) == 1 else ""
            strange = [one._replace(near=near) if one in unknown else one for one in strange]
            missing = []
        for unknown_one in together(strange):
            name, near = unknown_one.key.text, unknown_one.near
            if near and signs.plain(name) == near:
                self.report(unknown_one.key.place, "other-character", *signs.told(name), near)
            else:
                self.report(unknown_one.key.place, "unknown-field", unknown_one.message, unknown_one.expected, near)
        for name in missing:
            self.report(self.places[path], "missing-field", f"`{name}` is missing", known[name].expected)
        if len(self.problems) > before:
            self.broken.add(path)
            self.fill(found, path, known)
        return found

    def around(self, path: Path, name: str) -> Path:
        """The group of a part of the entry around the one at a path, of which a field has that name; empty if none."""
        outer = (path[:end] for end in range(len(path) - 1, 0, -1))
        return next((one for one in outer if name in self.groups.get(one, ())), ())

    def add(self, found: dict[str, Any], name: str, field: "Field", value: Node, here: Path) -> None:
        """Put the value of one field among those found, if it can be read."""
        before = len(self.problems)
        read = field.holds.read(self, value, here)
        if len(self.problems) == before or read:
            found[name] = read
        else:
            self.doubtful.add(here)

    def fill(self, found: dict[str, Any], path: Path, known: "dict[str, Field]") -> None:
        """Put something in the place of what is needed and could not be read."""
        for name, field in known.items():
            if field.expected and (field.attribute or name) not in found and field.unless not in found:
                found[field.attribute or name] = _stand_in(field.holds)
                self.doubtful.add((*path, name))

    def build(self, build: "Build", path: Path, found: dict[str, Any]) -> Any:
        """A part of the model; of a group with a problem nothing more is told, since it may follow from that."""
        was, self.muted = self.muted, self.muted or path in self.broken
        try:
            return build(self, path, found)
        finally:
            self.muted = was


def _as_fields(node: Node, known: "dict[str, Field]") -> str:
    """How a group of fields is written, and where in it the one value belongs that stands in its place."""
    needed = [name for name, field in known.items() if field.expected]
    first = [name for name in needed if isinstance(known[name].holds, Value)]
    if (
        isinstance(node, Scalar)
        and node.text
        and (own := _field_for(node.text, known) or "".join(first[: len(first) == 1]))
    ):
        others = ", ".join(f"`{name}: `" for name in needed if name != own)
        return f"`{own}: {node.text.removeprefix('mailto:')[:60]}` on a line of its own below" + (
            others and f", and beside it {others}"
        )
    usual = needed if len(needed) > 1 else list(known)[:3]
    return f"fields on lines of their own, such as {', '.join(f'`{name}: `' for name in usual)}"


def _field_for(text: str, known: "dict[str, Field]") -> str:
    """The one field that an address, or a mailbox, can only be the value of."""
    kinds = ("address", "setting") if text.startswith("https://") else ("mailbox",) if "@" in text else ()
    return next((name for name, field in known.items() if field.kind in kinds), "")


def _stand_in(holds: "Holds") -> Any:
    """A value of the right type, of which nobody is to be told anything."""
    if isinstance(holds, Items | Named):
        return ()
    if isinstance(holds, Nested):
        return None
    if isinstance(holds.of, values.Word):
        return holds.of.allowed[0]
    return Date(1990, 1, 1) if holds.of in (values.date, values.day) else ""


class Lent(NamedTuple):
    """What an entry lends: its ways by their names, None for one that it takes itself, and what they cite."""

    controls: dict[str, Control | None]
    sources: dict[str, tuple[Source, ...]]


class Value:
    """A single value."""

    def __init__(self, of: ReadValue) -> None:
        self.of = of

    def read(self, decoder: Decoder, node: Node, path: Path) -> Any:
        """The value."""
        if not isinstance(node, Scalar) or (node.text.isascii() and node.text.isprintable()):
            return self.of(node, decoder.report)
        told = len(decoder.problems)
        value = self.of(node, decoder.report)
        if len(decoder.problems) == told or decoder.problems[told].rule not in _OF_CODES:
            return value
        typed = signs.bare(node.text)
        meant = self.read_muted(decoder, node._replace(text=typed))
        if typed == node.text or meant is None:
            return value
        del decoder.problems[told:]
        if not signs.named(node.text):
            return meant  # what nobody sees in it has been told
        decoder.report(node.place, "other-character", *signs.told(node.text), typed)
        return None

    def read_muted(self, decoder: Decoder, node: Node) -> Any:
        """The value of a node of which nothing is told; None if there is something to tell."""
        told: list[Problem] = []
        value = self.of(node, lambda *problem: told.append(Problem(*problem)))
        return None if told else value


def _is_again(items: "tuple[Node, ...]", position: int) -> bool:
    """Whether an item stands above already: right above it, or anywhere in the list if it is a word."""
    item = items[position]
    if not isinstance(item, Scalar) or not item.text:
        return False
    others = items[position - 1 : position] if " " in item.text else items[:position]
    return any(isinstance(one, Scalar) and one.text == item.text for one in others)


class Items:
    """A list, each item of which is alike."""

    def __init__(self, item: "Holds") -> None:
        self.item = item
        self.parts = (item.fields, item.brief) if isinstance(item, Nested) else ({}, "")

    def read(self, decoder: Decoder, node: Node, path: Path) -> tuple[Any, ...] | None:
        """The items."""
        if isinstance(node, Mapping) and (named := as_items(node, *self.parts)):
            node = named[0]
            decoder.report(node.place, "wrong-kind", "this is a group of fields", named[1])
        if not isinstance(node, Sequence):
            reader = self.item.of if isinstance(self.item, Value) else None
            expected, near = as_list(node, reader, node.place.line > decoder.line)
            message = f"this is {values.kind(node)}"
            if near and isinstance(node, Scalar) and signs.named(node.text):
                message = signs.told(node.text).message
            decoder.report(node.place, "wrong-kind", message, expected, near)
            return None
        if isinstance(self.item, Nested) and any(
            isinstance(one, Mapping) and len(one.pairs) == 1 for one in node.items
        ):
            node, dashed = with_one_dash(node, self.item.fields)
            if dashed:
                decoder.tell("wrong-kind", dashed)
        if not node.items:
            decoder.report(node.place, "wrong-value", "this list is empty", "an item, or the field left out")
            return None
        if isinstance(self.item, Value) and (inner := in_two_brackets(node)):
            decoder.report(node.place, "wrong-kind", "two pairs of brackets stand around this list", "one pair", inner)
            return None
        found = []
        for position, item in enumerate(node.items):
            here = (*path, position)
            if position and isinstance(item, Scalar) and _is_again(node.items, position):
                message = f"`{item.text[:60]}` stands in this list a second time"
                decoder.report(item.place, "wrong-value", message, "each item once")
            decoder.places[here] = item.place
            if isinstance(self.item, Value) and (words := several(item, self.item.of)):
                expected = "a comma between the items of a list" if node.flow else "a line and a dash for each item"
                in_brackets = ", ".join(words) if node.flow else ""
                other = signs.named(item.text) if isinstance(item, Scalar) else ""
                message = f"{other} is no comma of a list" if other else "several items stand here as one"
                decoder.report(item.place, "wrong-value", message, expected, in_brackets)
                decoder.doubtful.add(here)
            elif (value := self.item.read(decoder, item, here)) is None:
                decoder.doubtful.add(here)
            else:
                found.append((position, value))
        if len(found) < len(node.items):
            decoder.kept[path] = tuple(position for position, _ in found)
        return tuple(value for _, value in found)


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
            expected = "a name and a colon for each item, as in `help:`"
            if isinstance(self.item, Value):
                expected = "a slug, a colon and a few words for each item, as in `example: why`"
            elif isinstance(node, Scalar) and node.text:
                expected += f", and below it {_as_fields(node, self.item.fields)}".replace(" of its own below", "")
            if isinstance(node, Sequence):
                expected += ", in place of the brackets" if node.flow else ", in place of the dash"
            decoder.report(node.place, "wrong-kind", f"this is {values.kind(node)}", expected)
            return None
        if isinstance(self.item, Nested) and _lacks_name(node, self.item.fields):
            told = nameless(self.item.name)
            decoder.report(node.pairs[0][0].place, "wrong-kind", told.message, told.expected)
            return None
        found = []
        for key, value in node.pairs:
            name = signs.plain(key.text)
            name = name if re.fullmatch(SLUG, name) else key.text
            decoder.places[(*path, name)] = key.place
            if name != key.text and signs.named(key.text):
                decoder.report(key.place, "other-character", *signs.told(key.text), name)
            elif not re.fullmatch(SLUG, name):
                expected = "lower-case letters, digits, hyphens"
                meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
                decoder.report(key.place, "wrong-value", f"`{name}` cannot be a name here", expected, meant)
                if meant:
                    name = meant  # by which it is cited, as likely as not
                    decoder.places[(*path, name)] = key.place
            item = self.item.read(decoder, value, (*path, name))
            if item is None:
                decoder.doubtful.add((*path, name))
            else:
                found.append((name, item) if isinstance(self.item, Value) else item)
        return tuple(found)


def _lacks_name(node: Mapping, known: "dict[str, Field]") -> bool:
    """Whether the fields of an item stand where its name should, with theirs below it."""
    return all(key.text in known and isinstance(value, Scalar) and value.text for key, value in node.pairs)


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
        if self.brief and (key := _sentence(node, self.fields)):
            decoder.report(key.place, "quote-it", _SENTENCE, "quotes around the whole text")
            return None
        found = decoder.fields(node, path, self.fields)
        return None if found is None or None in found.values() else decoder.build(self.build, path, found)


def _sentence(node: Node, known: "dict[str, Field]") -> Scalar | None:
    """The beginning of a sentence of which a colon makes a field, if that is what a group is."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    is_field = key.text in known or not isinstance(value, Scalar) or not value.text
    return None if is_field or strange_field(key, value, known).meant else key


Holds = Value | Items | Named | Nested
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
