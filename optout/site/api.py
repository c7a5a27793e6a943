"""The catalog for programs: JSON files at fixed addresses, with the schemas they follow and their description.

https://spec.openapis.org/oas/v3.1.1 and https://json-schema.org/draft/2020-12
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from optout.guide import words
from optout.guide.guide import Guide
from optout.guide.overview import former_names
from optout.model import CATEGORIES, TOPICS
from optout.render import json as render
from optout.site import calendar, feeds
from optout.site.abridged import extract_of
from optout.site.addresses import canonical, link
from optout.site.model import Card, Entry, Site, SiteFile

VERSION = 1
INDEX = "api/v1/index.json"
DESCRIPTION = "api/v1/openapi.json"

_HERE = Path(__file__).parent
_encode = json.JSONEncoder(ensure_ascii=False).encode


def path(slug: str) -> str:
    """Where the file of a platform is."""
    return f"api/v1/platforms/{slug}.json"


def platform_file(guide: Guide) -> SiteFile:
    """The same document as `optout show --format json` writes."""
    return SiteFile(path(guide.slug), _text({"version": render.VERSION, "guides": [render.guide(guide)]}, 4))


def files(cards: Iterable[Card], site: Site) -> Iterator[SiteFile]:
    """The index, the schemas and the description of the whole."""
    listed = sorted(cards, key=lambda one: one.slug)
    yield SiteFile(INDEX, _text(_index(listed, site), 2))
    yield SiteFile("api/v1/index.schema.json", _read("index.schema.json"))
    yield SiteFile("api/v1/guide.schema.json", render.SCHEMA.read_text(encoding="utf-8"))
    yield SiteFile(DESCRIPTION, _text(_description(site, listed[0].slug if listed else ""), 6))


def _index(cards: list[Card], site: Site) -> dict[str, Any]:
    entries = {entry.platform.slug: entry for entry in site.entries}
    spoken = site.spoken
    return {
        "version": VERSION,
        "title": site.config.title,
        "as_of": site.as_of.iso,
        "number": len(cards),
        "home": link(site.config, "index.html", INDEX),
        "calendar": link(site.config, calendar.PATH, INDEX),
        "feed": canonical(site.config, feeds.ALL) or None,
        "statuses": [
            {"id": one.id, "label": one.label, "meaning": spoken.text(words.criterion(training))}
            for training, one in words.grouped(spoken).items()
        ],
        "categories": [{"id": id, "label": spoken.text(words.category(id))} for id in CATEGORIES],
        "topics": [{"id": id, "label": spoken.text(words.topic(id))} for id in TOPICS],
        "platforms": [_row(card, entries[card.slug], site) for card in cards],
        "renamed": [
            {"slug": stub.slug, "name": stub.name, "now": stub.now, "aliases": stub.aliases, "domains": stub.domains}
            for stub in former_names(site.stubs)
            if stub.now in entries
        ],
    }


def _row(card: Card, entry: Entry, site: Site) -> dict[str, Any]:
    platform, source = entry.platform, extract_of(entry).newest
    return {
        "slug": card.slug,
        "name": card.name,
        "company": card.company or None,
        "category": card.category,
        "topics": platform.topics,
        "status": render.status(card.status),
        "checked": card.checked.iso,
        "newest": source.iso if source else None,
        "version": card.version,
        "formerly": platform.formerly,
        "aliases": platform.aliases,
        "domains": platform.domains,
        "file": link(site.config, path(card.slug), INDEX),
        "page": link(site.config, f"platforms/{card.slug}.html", INDEX),
        "feed": canonical(site.config, feeds.path(card.slug)) or None,
    }


def _description(site: Site, example: str) -> dict[str, Any]:
    """The OpenAPI description with the site's own name and address; feeds only where there are any."""
    described: dict[str, Any] = json.loads(_read("openapi.json"))
    described["info"]["title"] = site.config.title
    described["components"]["schemas"] = {
        **_within(json.loads(_read("index.schema.json")), "Index", "Index"),
        **_within(json.loads(render.SCHEMA.read_text(encoding="utf-8")), "Guides", ""),
    }
    described["servers"] = [{"url": site.config.base_url or "../.."}]
    if example:
        described["components"]["parameters"]["slug"]["example"] = example
    if not site.config.base_url:
        described["paths"] = {path: item for path, item in described["paths"].items() if not path.startswith("/feeds/")}
    return described


def _within(schema: dict[str, Any], name: str, before: str) -> dict[str, Any]:
    """A schema and its parts as parts of a description, called `name` and by their own names with `before` in front.

    Programs that make clients do not read other files: what stands elsewhere would be answered with nothing.
    """

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            return list(map(moved, value))
        if not isinstance(value, dict):
            return value
        return {key: _moved(one, before) if key == "$ref" else moved(one) for key, one in value.items()}

    whole = {key: one for key, one in schema.items() if key not in ("$schema", "$defs")}
    parts = {_moved(f"#/$defs/{key}", before).rpartition("/")[2]: one for key, one in schema["$defs"].items()}
    return {called: moved(one) for called, one in {name: whole, **parts}.items()}


def _moved(reference: str, before: str) -> str:
    part = reference.removeprefix("#/$defs/")
    return f"#/components/schemas/{before}{part[:1].upper()}{part[1:]}"


@cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _text(document: object, depth: int) -> str:
    """The document as JSON with a line for each value down to `depth`: readable, and a third smaller than indented."""
    pieces: list[str] = []
    _put(document, depth, "", pieces.append)
    return "".join((*pieces, "\n"))


def _put(value: object, depth: int, margin: str, put: Callable[[str], None]) -> None:
    """Put the value piece by piece: it is put together once, however deep it is."""
    if not depth or not value or not isinstance(value, dict | list | tuple):
        put(_encode(value))
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    names = (f"{_encode(key)}: " for key in value) if isinstance(value, dict) else repeat("")
    before = f"{opening}\n{margin} "
    for name, one in zip(names, value.values() if isinstance(value, dict) else value, strict=False):
        put(f"{before}{name}")
        _put(one, depth - 1, f"{margin} ", put)
        before = f",\n{margin} "
    put(f"\n{margin}{closing}")
