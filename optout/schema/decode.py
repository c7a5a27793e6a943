"""From the YAML nodes of one entry to a platform, with every problem on the way.

The fields of each part of an entry are declared in tables such as `PLATFORM`: name -> how to read the value. Nothing is
guessed and nothing dropped: what cannot be read is a problem with its place, and the entry is not built.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from optout.model import (
    ABSENCES,
    CATEGORIES,
    HOWS,
    SOURCE_KINDS,
    SURFACES,
    TRAINERS,
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
from optout.problem import Path, Place, Problem
from optout.schema import values
from optout.schema.record import Decoder, Field, group, listed, named, record, value
from optout.source.nodes import Mapping, Node, Scalar, parse
from optout.source.split import Chunk


class Decoded(NamedTuple):
    """What one entry says: the platform or stub if it could be read, where each field stands, what is wrong."""

    slug: str
    entry: Platform | Stub | None
    places: dict[Path, Place]
    problems: tuple[Problem, ...]


class Reading(NamedTuple):
    """An entry and how it is written: its nodes, and the fields that each of its groups could have, in their order.

    `node` is None where YAML does not say everything that the text does: it cannot be read, or something is dropped.
    """

    decoded: Decoded
    node: Node | None
    fields: dict[Path, tuple[str, ...]]


def decode(chunk: Chunk, file: str) -> Decoded:
    """Read one entry of the catalog `file`. Its `entry` is None exactly if there are problems."""
    return read(chunk, file).decoded


def read(chunk: Chunk, file: str) -> Reading:
    """Decode one entry, and keep what tells how it is written."""
    decoder = Decoder()
    decoder.places[()] = Place(file, chunk.line, 1)
    entry: Platform | Stub | None = None
    node = whole = None
    if not chunk.slug:
        decoder.problems.append(_stray(chunk, file))
    else:
        node = parse(chunk.raw, file, chunk.line, decoder.problems)
        whole = None if decoder.problems else node
        if isinstance(node, Mapping) and node.pairs:
            entry = _entry(decoder, chunk.slug, *node.pairs[0])
    problems = tuple(problem._replace(entry=chunk.slug) for problem in decoder.problems)
    decoded = Decoded(chunk.slug, None if problems else entry, decoder.places, problems)
    return Reading(decoded, whole, decoder.groups)


def _stray(chunk: Chunk, file: str) -> Problem:
    line = chunk.raw.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    place = Place(file, chunk.line, 1)
    if line.split(":")[0] in PLATFORM:
        return Problem(place, "stray-line", f"`{line[:60]}` is not indented", "two spaces before it")
    if line.startswith(("---", "...", "%")):
        return Problem(place, "yaml-feature", f"`{line[:60]}` begins another YAML document", "one mapping of entries")
    expected = "a slug (lower-case letters, digits, hyphens) and a colon, with the fields on the lines below"
    return Problem(place, "stray-line", f"`{line[:60]}` does not begin an entry", expected)


def _entry(decoder: Decoder, slug: str, key: Scalar, node: Node) -> Platform | Stub | None:
    if slug in PLATFORM and not isinstance(node, Mapping):
        decoder.report(key.place, "stray-line", f"`{slug}:` is not indented", "two spaces before it")
        return None
    if isinstance(node, Scalar) and not node.text:
        decoder.report(key.place, "missing-field", f"`{slug}` has no fields", "a name and more, indented below it")
        return None
    is_stub = isinstance(node, Mapping) and any(name.text == "now" for name, _ in node.pairs)
    found = decoder.fields(node, (), STUB if is_stub else PLATFORM)
    if found is None:
        return None
    return Stub(slug=slug, **found) if is_stub else Platform(slug=slug, **found)


def _audience(decoder: Decoder, found: dict[str, Any], path: Path) -> Audience:
    """Take the four fields that say for whom something holds out of `found`."""
    taken = {name: found.pop(name, ()) for name in Audience._fields}
    for kind in ("regions", "plans"):
        if taken[kind] and taken[f"{kind}_except"]:
            place = decoder.places[(*path, f"{kind}-except")]
            expected = "one of them: exceptions alone mean everybody else"
            decoder.report(place, "mixed-audience", f"both `{kind}` and `{kind}-except` are given", expected)
    return Audience(**taken)


def _for_whom(fields: dict[str, Field], build: Callable[..., Any]) -> Field:
    """Like `record`, for a part that holds for some readers only."""

    def read(decoder: Decoder, node: Node, path: Path) -> Any:
        found = decoder.fields(node, path, fields)
        return None if found is None else build(audience=_audience(decoder, found, path), **found)

    return group(read, fields)


def _claim(decoder: Decoder, node: Node, path: Path) -> Claim | None:
    """A sentence alone, or a sentence with its doubt."""
    if isinstance(node, Mapping):
        found = decoder.fields(node, path, CLAIM)
        return None if found is None else Claim(**found)
    text = values.line(node, decoder.report)
    return None if text is None else Claim(text)


def _control(decoder: Decoder, node: Node, path: Path) -> Control | None:
    found = decoder.fields(node, path, CONTROL)
    if found is None:
        return None
    audience = _audience(decoder, found, path)
    if "set" in found and "switch" not in found and "path" in found:
        found["switch"] = found["path"][-1].label
    hows = [how for how in HOWS if how in found]
    if len(hows) != 1:
        said = f"says `{'` and `'.join(hows)}` at once" if hows else "does not say how it is done"
        expected = f"exactly one of {', '.join(HOWS)}"
        decoder.report(decoder.places[path], "unclear-control", f"this control {said}", expected)
        return None
    if hows == ["switch"] and "set" not in found:
        expected = "`set: off`, `set: on` or the option to choose"
        decoder.report(decoder.places[path], "no-direction", "the refusing position is missing", expected)
    found["name"] = found.get("name") or found.get("switch")
    if not found["name"]:
        decoder.report(decoder.places[path], "missing-field", "`name` is missing", "a name for this way to refuse")
    found["absence"] = found.pop("none", None)
    if found.get("form", "").startswith("https://"):
        found["link"], found["form"] = found["form"], ""
    return Control(how=hows[0], audience=audience, **found)


def _source(decoder: Decoder, node: Node, path: Path, key: str) -> Source | None:
    found = decoder.fields(node, path, SOURCE)
    return None if found is None else Source(id=key, **found)


def _see(decoder: Decoder, node: Node, path: Path, key: str) -> tuple[str, str] | None:
    text = values.line(node, decoder.report)
    return None if text is None else (key, text)


_LINE = value(values.line)
_LINES = listed(_LINE)
_CATEGORY = value(values.Word(*CATEGORIES), f"one of {', '.join(CATEGORIES)}")
_TRAINING = values.Word(*TRAININGS)
_DATE_EXPECTED = "a date such as 2026-07-23, 2026-07 or 2026"

AUDIENCE = {
    "regions": listed(value(values.region)),
    "regions-except": listed(value(values.region)),
    "plans": _LINES,
    "plans-except": _LINES,
}
CLAIM = {"text": value(values.line, "a sentence"), "doubt": _LINE}
_CLAIM = Field(_claim, "", "claim", CLAIM)
EMAIL = {"to": value(values.mailbox, "an e-mail address"), "subject": _LINE, "body": value(values.block)}
FILE = {"name": value(values.line, "the file's name"), "text": value(values.block, "the file's text")}
CONTROL = {
    "name": _LINE,
    "where": listed(value(values.Word(*SURFACES))),
    "who": value(values.Word(*WHOS)),
    **AUDIENCE,
    "needs": _LINE,
    "each": _LINE,
    "path": value(values.menus),
    "switch": _LINE,
    "set": value(values.position),
    "default": value(values.position),
    "then": _LINES,
    "link": value(values.address),
    "form": value(values.form),
    "choose": _LINES,
    "email": record(EMAIL, Email),
    "file": record(FILE, File),
    "command": value(values.block),
    "plan": _LINE,
    "delete": _LINE,
    "none": value(values.Word(*ABSENCES)),
    "steps": _LINES,
    "note": _LINE,
    "effect": _LINE,
    "limits": _LINES,
    "done": _LINE,
    "undo": _LINE,
    "doubt": _LINE,
    "evidence": listed(_LINE, "the ids of the sources that say so"),
}
LOOKALIKE = {
    "name": value(values.line, "the name of the setting"),
    "path": value(values.menus),
    "link": value(values.address),
    **AUDIENCE,
    "text": value(values.line, "what the setting really does"),
    "doubt": _LINE,
}
DIFFERENCE = {
    **AUDIENCE,
    "training": value(_TRAINING),
    "text": value(values.line, "what is different for them"),
    "doubt": _LINE,
}
EVENT = {
    "date": value(values.date, _DATE_EXPECTED),
    "text": value(values.line, "what changed"),
    "doubt": _LINE,
}
CRAWLER = {
    "token": value(values.line, "the name that robots.txt uses"),
    "purpose": value(values.line, "what it fetches pages for"),
    "obeys": _LINE,
    "agent": _LINE,
    "addresses": value(values.address),
}
SOURCE = {
    "title": value(values.line, "the title of the page"),
    "publisher": value(values.line, "who publishes it"),
    "kind": value(values.Word(*SOURCE_KINDS), f"one of {', '.join(SOURCE_KINDS)}"),
    "url": value(values.address),
    "archived": value(values.address),
    "date": value(values.date),
    "quote": value(values.quote),
}
PLATFORM = {
    "name": value(values.line, "the platform's name"),
    "aliases": _LINES,
    "formerly": _LINES,
    "company": _LINE,
    "category": _CATEGORY,
    "domains": listed(value(values.domain)),
    "training": value(_TRAINING, f"one of {', '.join(TRAININGS)}"),
    "summary": value(values.line, "the answer in one sentence"),
    "question": _LINE,
    "trainer": value(values.Word(*TRAINERS)),
    "scope": _LINE,
    "doubt": _LINE,
    "checked": value(values.day, "the date on which somebody compared this entry with its sources"),
    "uses": listed(_CLAIM),
    "spares": listed(_CLAIM),
    "controls": listed(group(_control, CONTROL)),
    "limits": listed(_CLAIM),
    "lookalikes": listed(_for_whom(LOOKALIKE, Lookalike)),
    "differences": listed(_for_whom(DIFFERENCE, Difference)),
    "history": listed(record(EVENT, Event)),
    "conflicts": listed(_CLAIM),
    "crawlers": listed(record(CRAWLER, Crawler)),
    "see": named(_see, _LINE),
    "sources": named(_source, SOURCE, "at least one source, under an id to cite it by"),
}
STUB = {
    "name": value(values.line, "the former name"),
    "now": value(values.slug, "the slug of the entry it leads to"),
    "aliases": _LINES,
    "domains": listed(value(values.domain)),
}


def field_names() -> frozenset[str]:
    """The names of all fields, whatever part of an entry they belong to."""
    tables = (AUDIENCE, CLAIM, EMAIL, FILE, CONTROL, LOOKALIKE, DIFFERENCE, EVENT, CRAWLER, SOURCE, PLATFORM, STUB)
    return frozenset(name for table in tables for name in table)
