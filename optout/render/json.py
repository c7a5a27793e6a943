"""Guides as JSON. The tables below say of each value what it is, what it means and where it comes from.

The document and its schema both follow from them, and only grow within a version. `guide.schema.json` beside this is
that schema as a file; a test compares the two.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from optout.guide.guide import WAY_PARTS, Guide, Part, PartId, Status, StatusId, Way, WayPart, plain
from optout.guide.ways import REMARKS
from optout.model import EXTENTS, HOWS, SOURCE_KINDS, SURFACES, UNSEENS, Addressee, ContactPoint
from optout.prose import Sentence, Span
from optout.render.json_types import (
    NUMBER,
    TEXT,
    JsonType,
    Member,
    Schema,
    group,
    inside,
    named,
    perhaps,
    several,
    word,
)
from optout.schema.fields import told
from optout.schema.record import Items
from optout.text import as_json as document

VERSION = 1
SCHEMA = Path(__file__).with_name("guide.schema.json")


def guides(guides: Sequence[Guide]) -> str:
    """The guides as a JSON document: `{"version": 1, "guides": [...]}`."""
    return document({"version": VERSION, "guides": [guide(one) for one in guides]})


def guide(guide: Guide) -> dict[str, Any]:
    """One guide as plain values; a sentence is its words and the ids of the sources it cites."""
    values: dict[str, Any] = GUIDE.write(guide)
    return values


def status(status: Status) -> dict[str, str]:
    """A status as plain values."""
    values: dict[str, str] = STATUS.write(status)
    return values


def schema() -> str:
    """The schema of the document as a file (https://json-schema.org/draft/2020-12)."""
    grows = "Fields may be added within a version; none is taken away or changes its meaning."
    whole: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Guides of optout, as `optout show --format json` writes them",
        "description": f"Version {VERSION}. {grows}",
        "type": "object",
        "additionalProperties": False,
        "required": ["version", "guides"],
        "properties": {"version": {"const": VERSION}, "guides": several(GUIDE).schema},
        "$defs": {one.name: one.schema for one in _DEFINED},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


class _Placed(NamedTuple):
    """A way with the part of the guide in which it stands."""

    way: Way
    part: Part


def _placed(guide: Guide) -> list[_Placed]:
    return [_Placed(way, part) for part in guide.parts for way in part.ways]


def _whole(value: Any) -> Any:
    return value


def _cited(sentence: Sentence) -> list[str]:
    return [span.target for span in sentence if span.kind == "cite"]


def _links(sentence: Sentence) -> list[Span]:
    return [span for span in sentence if span.kind == "link"]


def _lines(one: ContactPoint | Addressee) -> list[str]:
    return one.post.split("\n") if one.post else []


def _remark(name: str) -> Member:
    """What an entry says of a way under a field that has no place of its own; a list where the field is one."""
    field = REMARKS[name]
    is_list = isinstance(field.holds, Items)

    def said(way: Way) -> Sequence[Sentence] | Sentence:
        texts = next((remark.texts for remark in way.remarks if remark.field == name), ())
        return texts if is_list else next(iter(texts), ())

    means = told(field)
    return Member(several(SENTENCE) if is_list else OPTIONAL, f"{means[0].upper()}{means[1:]}.", said)


def _words(kind: Any) -> Iterator[str]:
    """The words of a `Literal`, or of several joined."""
    for one in get_args(kind):
        yield from (one,) if isinstance(one, str) else _words(one)


def _is_listed(part: Part) -> bool:
    return bool(part.title and (part.facts or part.table))


_UNLISTED = (*WAY_PARTS, "answer", "about", "sources", "more")  # parts that say the same as values of the guide

NAME = named("name", perhaps(TEXT))
NAMES = named("names", several(TEXT))
PLAIN = JsonType(plain, TEXT.schema)
DATE = named(
    "date",
    JsonType(lambda date: date.iso, {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}),
    "ISO 8601, as precise as the source gives it.",
)
SOURCES = named("sources", several(TEXT), "Ids of the sources cited, as in `sources` of the guide.")
ADDRESS = JsonType(_whole, {"type": "string", "format": "uri"})
LINK = group({"text": Member(TEXT), "address": Member(ADDRESS, of=lambda span: span.target)})
LINKS = named("links", several(LINK, least=1), "Where words of the text lead, if some do.")
_SENTENCE = {
    "text": Member(PLAIN, of=_whole),
    "sources": Member(SOURCES, of=_cited),
    "links": Member(LINKS, of=_links, sparse=True),
}
SENTENCE = named("sentence", group(_SENTENCE))
OPTIONAL = named("optional", perhaps(SENTENCE))

_WHOM = {
    "regions": Member(NAMES, "ISO 3166 codes, and the groups EU and EEA."),
    "regions_except": Member(NAMES),
    "plans": Member(NAMES),
    "plans_except": Member(NAMES),
}
AUDIENCE = named(
    "audience",
    perhaps(group(_WHOM), known=any),
    "For whom it holds; null for everybody. Regions and plans are each included or excluded, never both.",
)
STATUS = named("status", group({"id": Member(word(_words(StatusId))), "label": Member(TEXT)}))

_REACHED = {
    "post": Member(NAMES, of=_lines),
    "country": Member(NAME),
    "email": Member(NAME),
    "form": Member(NAME),
}
ADDRESSEE = named("addressee", perhaps(group({"name": Member(NAME), **_REACHED})))
CONTACT = group(
    {
        "for": Member(word(EXTENTS), of=lambda contact: contact.extent),
        "controller": Member(TEXT),
        **_REACHED,
        "officer": Member(ADDRESSEE),
        "representative_eu": Member(ADDRESSEE),
        "representative_uk": Member(ADDRESSEE),
        "doubt": Member(NAME),
        "evidence": Member(SOURCES),
        "holds_for": Member(AUDIENCE, of=lambda contact: contact.audience),
    }
)
TERMS = group(
    {
        "collection": Member(TEXT),
        "service": Member(TEXT),
        "documents": Member(NAMES),
        "holds_for": Member(AUDIENCE, of=lambda terms: terms.audience),
    }
)
FACT = named(
    "fact",
    group(
        {
            "label": Member(NAME, of=lambda fact: plain(fact.label)),
            **inside("text", _SENTENCE),
            "doubt": Member(OPTIONAL),
            "holds_for": Member(AUDIENCE),
            "status": Member(perhaps(STATUS), "Their status, where it is another than everybody's."),
            "noted": Member(DATE, "Of what happened: since when it is told so, if the entry says.", sparse=True),
        }
    ),
    "One item of a list; `label` stands before it, `doubt` says what is not certain about it.",
)
TABLE = group({"header": Member(NAMES), "rows": Member(several(several(OPTIONAL)))})
PART = named(
    "part",
    group(
        {
            "id": Member(word(one for one in _words(PartId) if one not in _UNLISTED)),
            "title": Member(TEXT),
            "facts": Member(several(FACT)),
            "table": Member(perhaps(TABLE)),
        }
    ),
)
MENUS = named("menus", several(group({"label": Member(TEXT), "hint": Member(TEXT)})))
ROUTE = group(
    {
        "menus": Member(MENUS),
        "switch": Member(NAME),
        "set": Member(NAME),
    }
)
ON_SCREEN = group(
    {
        "language": Member(TEXT, "The tag of the language, in lower case."),
        "path": Member(MENUS),
        "label": Member(NAME),
        "set": Member(NAME),
        "doubt": Member(OPTIONAL),
        "evidence": Member(SOURCES, of=lambda one: _cited(one.cites)),
    }
)
STEP = group(
    {
        "text": Member(PLAIN),
        "copy": Member(
            perhaps(group({"name": Member(TEXT), "text": Member(TEXT)})),
            "A text to copy letter by letter.",
            of=lambda step: step.block,
        ),
    }
)
_WAY = {
    "together": Member(NAME, "A name that the ways share which are needed together."),
    "same_as": Member(NAME, "The name of the way that this is as well, elsewhere."),
    "taken_from": Member(NAME, "The slug of the entry in which a way that several share is written."),
    "how": Member(word(how for how in HOWS if how != "none")),
    "name": Member(TEXT),
    "action": Member(TEXT),
    "where": Member(NAME),
    "audience": Member(NAME),
    "needs": Member(OPTIONAL),
    "each": Member(NAME, "What it must be chosen for anew."),
    "starts": Member(NAME, "Where a switch stands if nobody touched it."),
    "cost": Member(TEXT),
    "right": Member(NAME, "That it is a legal objection, and by which law, or that it refuses nothing."),
    "link": Member(NAME),
    "route": Member(perhaps(ROUTE), "The way by menu, and the switch in its wanted position."),
    "steps": Member(several(STEP, least=1)),
    "done": Member(OPTIONAL),
    **{name: _remark(name) for name in REMARKS},
    "undo": Member(OPTIONAL),
    "labels": Member(
        several(ON_SCREEN),
        "What stands on a screen in another language, as a source prints it.",
        of=lambda way: [one for one in (way.own_labels, *way.labels) if one],
    ),
    "doubt": Member(OPTIONAL),
    "unseen": Member(
        several(word(UNSEENS)), "What was not seen on a page of the operator's own, though nothing speaks against it."
    ),
    "evidence": Member(SOURCES, of=lambda way: _cited(way.cites)),
    "holds_for": Member(AUDIENCE),
    "surfaces": Member(
        several(word(SURFACES)),
        "Where it is done, as `where` says in words; empty if that does not matter or is not known.",
    ),
}
WAY = named(
    "way",
    group(
        {
            **inside("way", {"number": Member(NUMBER, "Its number in the guide, as `optout open --way` takes it.")}),
            "part": Member(
                group({"id": Member(word(_words(WayPart))), "title": Member(TEXT)}),
                "Where it stands: among what is needed (steps), as the same elsewhere, instead, for others, or by what "
                "it is worth.",
            ),
            **inside("way", _WAY),
        }
    ),
    "One way to refuse, or what can still be done; the best one first.",
)
SOURCE = named(
    "source",
    group(
        {
            "number": Member(NUMBER),
            "id": Member(TEXT),
            "title": Member(TEXT),
            "publisher": Member(TEXT),
            "kind": Member(word(SOURCE_KINDS)),
            "url": Member(NAME),
            "archived": Member(NAME),
            "date": Member(perhaps(DATE), "The date that the document itself gives."),
            "seen": Member(perhaps(DATE), "The day of the archived copy that was read."),
            "quote": Member(NAME),
            "language": Member(NAME, "The language of the quote, as a tag such as `de`; null if it is English."),
            "whom": Member(NAME, "For whom it was written, if not for all."),
        }
    ),
)
GUIDE = named(
    "guide",
    group(
        {
            "slug": Member(TEXT),
            "name": Member(TEXT),
            "language": Member(TEXT, "The language it is in, as a tag of BCP 47; what the catalog says is English."),
            "title": Member(PLAIN, "The question the guide answers."),
            "company": Member(NAME),
            "category": Member(TEXT),
            "topics": Member(NAMES, "Whom or what it is of use to in particular."),
            "also": Member(NAMES, "Former and other names."),
            "domains": Member(NAMES),
            "country_domains": Member(NAMES, "Those whose name it has in other countries too."),
            "logins": Member(NAMES, "Where one signs in to it with an account that serves other platforms as well."),
            "apps": Member(NAMES, "Ids of its apps that do not begin with a domain of its own backwards."),
            "terms": Member(
                several(TERMS),
                "The operator's terms as Open Terms Archive keeps them: `service/document.md` in "
                "OpenTermsArchive/`collection`-versions.",
            ),
            "contacts": Member(
                several(CONTACT),
                "Whom to write to about personal data; what holds for all entries of a company stands in one of them.",
            ),
            "status": Member(STATUS),
            "verdict": Member(SENTENCE),
            "scope": Member(OPTIONAL),
            "doubt": Member(OPTIONAL),
            "checked": Member(DATE),
            "support": Member(TEXT),
            "shown_for": Member(several(PLAIN), "Which variant this is."),
            "varies_by": Member(
                several(word(("region", "device", "plan"))),
                "What else could be known of the reader.",
                of=lambda guide: [axis for axis, _ in guide.varies_by],
            ),
            "answer": Member(several(FACT), "What holds where there is no way to refuse, or no need to."),
            "steps_title": Member(TEXT),
            "steps_lead": Member(
                NAME,
                "How many ways are needed, and how many steps in all, if it is not one way.",
                of=lambda guide: next((plain(part.lead) for part in guide.parts if part.id == "steps"), ""),
            ),
            "ways": Member(several(WAY), of=_placed),
            "parts": Member(several(PART), of=lambda guide: filter(_is_listed, guide.parts)),
            "sources": Member(several(SOURCE)),
        }
    ),
)
_DEFINED = (
    SOURCES, SENTENCE, LINKS, OPTIONAL, NAME, DATE, NAMES, ADDRESSEE, AUDIENCE, STATUS, FACT, MENUS, WAY, PART, SOURCE,
    GUIDE,
)  # fmt: skip
