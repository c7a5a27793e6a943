"""Guides as JSON: the shape is described by `guide.schema.json` beside this, and only grows within a version."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from optout.guide.guide import Fact, Guide, Part, Status, Way, plain
from optout.guide.ways import REMARKS
from optout.model import Addressee, Audience, ContactPoint, Date, Terms
from optout.prose import Sentence
from optout.schema.record import Items
from optout.text import as_json as document

VERSION = 1
SCHEMA = Path(__file__).with_name("guide.schema.json")


_NOTE = ("number", "id", "title", "publisher", "kind", "url", "archived", "date", "seen", "quote", "whom")


def guides(guides: Sequence[Guide]) -> str:
    """The guides as a JSON document: `{"version": 1, "guides": [...]}`."""
    return document({"version": VERSION, "guides": [guide(one) for one in guides]})


def guide(guide: Guide) -> dict[str, Any]:
    """One guide as plain values; a sentence is its words and the ids of the sources it cites."""
    return {
        "slug": guide.slug,
        "name": guide.name,
        "language": guide.language,
        "title": plain(guide.title),
        "company": guide.company or None,
        "category": guide.category,
        "topics": list(guide.topics),
        "also": list(guide.also),
        "domains": list(guide.domains),
        "country_domains": list(guide.country_domains),
        "logins": list(guide.logins),
        "apps": list(guide.apps),
        "terms": [_terms(one) for one in guide.terms],
        "contacts": [_contact(one) for one in guide.contacts],
        "status": status(guide.status),
        "verdict": _sentence(guide.verdict),
        "scope": _sentence(guide.scope),
        "doubt": _sentence(guide.doubt),
        "checked": guide.checked.iso,
        "support": guide.support,
        "shown_for": [plain(sentence) for sentence in guide.shown_for],
        "varies_by": [axis for axis, _ in guide.varies_by],
        "answer": [_fact(fact) for fact in guide.answer],
        "steps_title": guide.steps_title,
        "steps_lead": next((plain(part.lead) for part in guide.parts if part.lead), None),
        "ways": [_way(way, part) for part in guide.parts for way in part.ways],
        "parts": [_part(part) for part in guide.parts if part.title and (part.facts or part.table)],
        "sources": [
            {name: getattr(note, name) or None for name in _NOTE} | {"date": _date(note.date), "seen": _date(note.seen)}
            for note in guide.sources
        ],
    }


def _way(way: Way, part: Part) -> dict[str, Any]:
    route = way.route and {
        "menus": [menu._asdict() for menu in way.route.menus],
        "switch": way.route.switch or None,
        "set": way.route.set or None,
    }
    return {
        "number": way.number,
        "part": {"id": part.id, "title": part.title},
        "together": way.together or None,
        "same_as": way.same_as or None,
        "taken_from": way.taken_from or None,
        "how": way.how,
        "name": way.name,
        "action": way.action,
        "where": way.where or None,
        "audience": way.audience or None,
        "needs": _sentence(way.needs),
        "each": way.each or None,
        "starts": way.starts or None,
        "cost": way.cost,
        "right": way.right or None,
        "link": way.link or None,
        "route": route,
        "steps": [
            {"text": plain(step.text), "copy": step.block._asdict() if step.block else None} for step in way.steps
        ],
        "done": _sentence(way.done),
        **_remarks(way),
        "undo": _sentence(way.undo),
        "doubt": _sentence(way.doubt),
        "unseen": list(way.unseen),
        "evidence": _cites(way.cites),
        "holds_for": _audience(way.holds_for),
        "surfaces": list(way.surfaces),
    }


def _remarks(way: Way) -> dict[str, Any]:
    """What else the entry says, by field, whether it says it or not; a list where the field is one."""
    said = {remark.field: [_sentence(text) for text in remark.texts] for remark in way.remarks}
    return {
        name: said.get(name, []) if isinstance(field.holds, Items) else said.get(name, [None])[0]
        for name, field in REMARKS.items()
    }


def _part(part: Part) -> dict[str, Any]:
    table = part.table and {
        "header": list(part.table.header),
        "rows": [[_sentence(cell) for cell in row] for row in part.table.rows],
    }
    return {"id": part.id, "title": part.title, "facts": [_fact(fact) for fact in part.facts], "table": table}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "label": plain(fact.label) or None,
        **(_sentence(fact.text) or {}),
        "doubt": _sentence(fact.doubt),
        "holds_for": _audience(fact.holds_for),
        "status": status(fact.status) if fact.status else None,
    }


def status(status: Status) -> dict[str, str]:
    """A status as plain values."""
    return {"id": status.id, "label": status.label}


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "collection": terms.collection,
        "service": terms.service,
        "documents": list(terms.documents),
        "holds_for": _audience(terms.audience),
    }


def _contact(contact: ContactPoint) -> dict[str, Any]:
    return {
        "for": contact.extent,
        "controller": contact.controller,
        **_reached(contact),
        **{
            role: (found := getattr(contact, role)) and {"name": found.name or None, **_reached(found)}
            for role in ("officer", "representative_eu", "representative_uk")
        },
        "doubt": contact.doubt or None,
        "evidence": list(contact.evidence),
        "holds_for": _audience(contact.audience),
    }


def _reached(one: ContactPoint | Addressee) -> dict[str, Any]:
    return {
        "post": one.post.split("\n") if one.post else [],
        "country": one.country or None,
        "email": one.email or None,
        "form": one.form or None,
    }


def _audience(audience: Audience) -> dict[str, list[str]] | None:
    return {name: list(values) for name, values in audience._asdict().items()} if any(audience) else None


def _sentence(sentence: Sentence) -> dict[str, Any] | None:
    if not sentence:
        return None
    links = [{"text": span.text, "address": span.target} for span in sentence if span.kind == "link"]
    return {"text": plain(sentence), "sources": _cites(sentence), **({"links": links} if links else {})}


def _cites(sentence: Sentence) -> list[str]:
    return [span.target for span in sentence if span.kind == "cite"]


def _date(date: Date | None) -> str | None:
    return date.iso if date else None
