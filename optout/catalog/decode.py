"""From the YAML nodes of one entry to a platform, with every problem on the way.

The fields of each part of an entry are declared in tables such as `_PLATFORM`: name -> how to read the value.
Nothing is guessed and nothing dropped: what cannot be read is a problem with its place, and the entry is not built.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from optout.catalog import values
from optout.catalog.cut import SLUG, Chunk
from optout.catalog.nodes import Mapping, Node, Scalar, Sequence, parse
from optout.model import (
    ABSENCES,
    CATEGORIES,
    HOWS,
    SOURCE_KINDS,
    SURFACES,
    TRAININGS,
    WHOS,
    Audience,
    Claim,
    Control,
    Crawler,
    Difference,
    Email,
    Event,
    File,
    Lookalike,
    Platform,
    Source,
    Stub,
)
from optout.problem import Place, Problem

Path = tuple[str | int, ...]


class Decoded(NamedTuple):
    """What one entry says: the platform or stub if it could be read, where each field stands, what is wrong."""

    slug: str
    entry: Platform | Stub | None
    places: dict[Path, Place]
    problems: tuple[Problem, ...]


def decode(chunk: Chunk, file: str) -> Decoded:
    """Read one entry of the catalog `file`. Its `entry` is None exactly if there are problems."""
    problems: list[Problem] = []
    decoder = _Decoder(problems)
    entry: Platform | Stub | None = None
    if not chunk.slug:
        problems.append(_stray(chunk, file))
    else:
        node = parse(chunk.raw, file, chunk.line, problems)
        if isinstance(node, Mapping) and node.pairs:
            entry = decoder.entry(chunk.slug, *node.pairs[0])
    named = tuple(problem._replace(entry=chunk.slug) for problem in problems)
    return Decoded(chunk.slug, None if problems else entry, decoder.places, named)


def _stray(chunk: Chunk, file: str) -> Problem:
    line = chunk.raw.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    place = Place(file, chunk.line, 1)
    if line.split(":")[0] in _PLATFORM:
        return Problem(place, "stray-line", f"`{line[:60]}` is not indented", "two spaces before it")
    if line.startswith(("---", "...", "%")):
        return Problem(place, "yaml-feature", f"`{line[:60]}` begins another YAML document", "one mapping of entries")
    expected = "a slug (lower-case letters, digits, hyphens) and a colon, with the fields on the lines below"
    return Problem(place, "stray-line", f"`{line[:60]}` does not begin an entry", expected)


class _Decoder:
    """Reads nodes into parts of the model; each method returns None after reporting what is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.places: dict[Path, Place] = {}

    def report(self, place: Place, rule: str, message: str, expected: str, suggestion: str = "") -> None:
        self.problems.append(Problem(place, rule, message, expected, suggestion))

    def entry(self, slug: str, key: Scalar, node: Node) -> Platform | Stub | None:
        self.places[()] = key.place
        if slug in _PLATFORM and not isinstance(node, Mapping):
            self.report(key.place, "stray-line", f"`{slug}:` is not indented", "two spaces before it")
            return None
        if isinstance(node, Scalar) and not node.text:
            self.report(key.place, "missing-field", f"`{slug}` has no fields", "a name and more, indented below it")
            return None
        is_stub = isinstance(node, Mapping) and any(name.text == "now" for name, _ in node.pairs)
        found = self.fields(node, (), _STUB if is_stub else _PLATFORM)
        if found is None:
            return None
        return Stub(slug=slug, **found) if is_stub else Platform(slug=slug, **found)

    def fields(self, node: Node, path: Path, known: "dict[str, _Field]") -> dict[str, Any] | None:
        """The values of a mapping by field name (hyphens become underscores), or None if it has a problem."""
        before = len(self.problems)
        if not isinstance(node, Mapping):
            expected = f"fields such as {', '.join(list(known)[:3])}"
            self.report(node.place, "wrong-kind", f"this is {values.kind(node)}", expected)
            return None
        self.places.setdefault(path, node.place)
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

    def items(self, node: Node, path: Path, read: "_Read") -> tuple[Any, ...] | None:
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

    def table(self, node: Node, path: Path, read: "_ReadNamed") -> tuple[Any, ...] | None:
        """A group of named items whose names the author chooses."""
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

    def audience(self, found: dict[str, Any], path: Path) -> Audience:
        """Take the four fields that say for whom something holds out of `found`."""
        taken = {name: found.pop(name, ()) for name in Audience._fields}
        for kind in ("regions", "plans"):
            if taken[kind] and taken[f"{kind}_except"]:
                place = self.places[(*path, f"{kind}-except")]
                expected = "one of them: exceptions alone mean everybody else"
                self.report(place, "mixed-audience", f"both `{kind}` and `{kind}-except` are given", expected)
        return Audience(**taken)

    def claim(self, node: Node, path: Path) -> Claim | None:
        """A sentence alone, or a sentence with its doubt."""
        if isinstance(node, Mapping):
            found = self.fields(node, path, _CLAIM)
            return None if found is None else Claim(**found)
        text = values.line(node, self.report)
        return None if text is None else Claim(text)

    def control(self, node: Node, path: Path) -> Control | None:
        found = self.fields(node, path, _CONTROL)
        if found is None:
            return None
        audience = self.audience(found, path)
        if "set" in found and "switch" not in found and "path" in found:
            found["switch"] = found["path"][-1].label
        hows = [how for how in HOWS if how in found]
        if len(hows) != 1:
            said = f"says `{'` and `'.join(hows)}` at once" if hows else "does not say how it is done"
            expected = f"exactly one of {', '.join(HOWS)}"
            self.report(self.places[path], "unclear-control", f"this control {said}", expected)
            return None
        if hows == ["switch"] and "set" not in found:
            expected = "`set: off`, `set: on` or the option to choose"
            self.report(self.places[path], "no-direction", "the refusing position is missing", expected)
        if "name" not in found and "switch" not in found:
            self.report(self.places[path], "missing-field", "`name` is missing", "a name for this way to refuse")
        found["name"] = found.get("name") or found.get("switch")
        found["absence"] = found.pop("none", None)
        if found.get("form", "").startswith("https://"):
            found["link"], found["form"] = found["form"], ""
        return Control(how=hows[0], audience=audience, **found)

    def source(self, node: Node, path: Path, key: str) -> Source | None:
        found = self.fields(node, path, _SOURCE)
        return None if found is None else Source(id=key, **found)

    def see(self, node: Node, path: Path, key: str) -> tuple[str, str] | None:
        text = values.line(node, self.report)
        return None if text is None else (key, text)


_Read = Callable[[_Decoder, Node, Path], Any]
_ReadNamed = Callable[[_Decoder, Node, Path, str], Any]


class _Field(NamedTuple):
    """How a field is read; `expected` describes it where it must be given."""

    read: _Read
    expected: str = ""


def _value(read: Callable[[Node, values.Report], Any], expected: str = "") -> _Field:
    return _Field(lambda decoder, node, path: read(node, decoder.report), expected)


def _list(read: _Read, expected: str = "") -> _Field:
    return _Field(lambda decoder, node, path: decoder.items(node, path, read), expected)


def _record(fields: dict[str, _Field], build: Callable[..., Any]) -> _Read:
    def read(decoder: _Decoder, node: Node, path: Path) -> Any:
        found = decoder.fields(node, path, fields)
        return None if found is None else build(**found)

    return read


def _for_whom(fields: dict[str, _Field], build: Callable[..., Any]) -> _Read:
    def read(decoder: _Decoder, node: Node, path: Path) -> Any:
        found = decoder.fields(node, path, {**fields, **_AUDIENCE})
        return None if found is None else build(audience=decoder.audience(found, path), **found)

    return read


_LINE = _value(values.line)
_LINES = _list(_LINE.read)
_CATEGORY = _value(values.word(*CATEGORIES), f"one of {', '.join(CATEGORIES)}")
_TRAINING = values.word(*TRAININGS)
_DATE_EXPECTED = "a date such as 2026-07-23, 2026-07 or 2026"

_AUDIENCE = {
    "regions": _list(_value(values.region).read),
    "regions-except": _list(_value(values.region).read),
    "plans": _LINES,
    "plans-except": _LINES,
}
_CLAIM = {"text": _value(values.line, "a sentence"), "doubt": _LINE}
_EMAIL = {"to": _value(values.mailbox, "an e-mail address"), "subject": _LINE, "body": _value(values.block)}
_FILE = {"name": _value(values.line, "the file's name"), "text": _value(values.block, "the file's text")}
_CONTROL = {
    "name": _LINE,
    "where": _list(_value(values.word(*SURFACES)).read),
    "who": _value(values.word(*WHOS)),
    **_AUDIENCE,
    "needs": _LINE,
    "each": _LINE,
    "path": _value(values.menus),
    "switch": _LINE,
    "set": _value(values.position),
    "default": _value(values.position),
    "then": _LINES,
    "link": _value(values.address),
    "form": _value(values.form),
    "choose": _LINES,
    "email": _Field(_record(_EMAIL, Email)),
    "file": _Field(_record(_FILE, File)),
    "command": _value(values.block),
    "plan": _LINE,
    "delete": _LINE,
    "none": _value(values.word(*ABSENCES)),
    "steps": _LINES,
    "note": _LINE,
    "effect": _LINE,
    "limits": _LINES,
    "done": _LINE,
    "undo": _LINE,
    "doubt": _LINE,
    "evidence": _list(_LINE.read, "the ids of the sources that say so"),
}
_LOOKALIKE = {
    "name": _value(values.line, "the name of the setting"),
    "path": _value(values.menus),
    "link": _value(values.address),
    "text": _value(values.line, "what the setting really does"),
    "doubt": _LINE,
}
_DIFFERENCE = {
    "training": _value(_TRAINING),
    "text": _value(values.line, "what is different for them"),
    "doubt": _LINE,
}
_EVENT = {
    "date": _value(values.date, _DATE_EXPECTED),
    "text": _value(values.line, "what changed"),
    "doubt": _LINE,
}
_CRAWLER = {
    "token": _value(values.line, "the name that robots.txt uses"),
    "purpose": _value(values.line, "what it fetches pages for"),
    "obeys": _LINE,
    "agent": _LINE,
    "addresses": _value(values.address),
}
_SOURCE = {
    "title": _value(values.line, "the title of the page"),
    "publisher": _value(values.line, "who publishes it"),
    "kind": _value(values.word(*SOURCE_KINDS), f"one of {', '.join(SOURCE_KINDS)}"),
    "url": _value(values.address),
    "archived": _value(values.address),
    "date": _value(values.date),
    "quote": _value(values.quote),
}
_PLATFORM = {
    "name": _value(values.line, "the platform's name"),
    "aliases": _LINES,
    "formerly": _LINES,
    "company": _LINE,
    "category": _CATEGORY,
    "domains": _list(_value(values.domain).read),
    "training": _value(_TRAINING, f"one of {', '.join(TRAININGS)}"),
    "summary": _value(values.line, "the answer in one sentence"),
    "question": _LINE,
    "scope": _LINE,
    "doubt": _LINE,
    "checked": _value(values.day, "the date on which somebody compared this entry with its sources"),
    "uses": _list(_Decoder.claim),
    "spares": _list(_Decoder.claim),
    "controls": _list(_Decoder.control),
    "limits": _list(_Decoder.claim),
    "lookalikes": _list(_for_whom(_LOOKALIKE, Lookalike)),
    "differences": _list(_for_whom(_DIFFERENCE, Difference)),
    "history": _list(_record(_EVENT, Event)),
    "conflicts": _list(_Decoder.claim),
    "crawlers": _list(_record(_CRAWLER, Crawler)),
    "see": _Field(lambda decoder, node, path: decoder.table(node, path, _Decoder.see)),
    "sources": _Field(
        lambda decoder, node, path: decoder.table(node, path, _Decoder.source),
        "at least one source, under an id to cite it by",
    ),
}
_STUB = {
    "name": _value(values.line, "the former name"),
    "now": _value(values.slug, "the slug of the entry it leads to"),
    "aliases": _LINES,
    "domains": _list(_value(values.domain).read),
}
