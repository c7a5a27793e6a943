"""What Hugo is given, so that it makes the pages that optout makes: everything they show as JSON, and layouts.

It is spared reading the catalog and composing guides, numbering citations, and laying out drawings.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from optout.catalog.locate import load
from optout.guide import compose, words
from optout.guide.citing import in_reading_order
from optout.guide.guide import Guide, Note, Way
from optout.guide.guide import plain as spoken
from optout.messages import language
from optout.model import Audience, Date
from optout.project.config import Config
from optout.prose import Span
from optout.render import json as render
from optout.render.drawing import drawing
from optout.render.html import cited_in, cited_once, spoken_in, whom
from optout.site import assets, guides, labels, policy, script_data, structured
from optout.site import build as building
from optout.site.companies import pages_of
from optout.site.embedded import embedded
from optout.site.model import Card, Entry, Site, card
from optout.site.views import Views, views

_ENGLISH = language("en")
_HUGO = Path(__file__).parent / "hugo"


def hugo_site(catalog: Path, base_url: str, folder: Path) -> Path:
    """A folder from which Hugo builds the guides of the catalog, their JSON and the lists: all data, no words."""
    shutil.copytree(_HUGO, folder)
    (folder / "data").mkdir()
    site = building.site(Config(base_url=base_url), catalog.name, building.read(load(catalog)))
    composed = [compose(entry.platform) for entry in site.entries]
    found = [views(entry.platform, site.offered.parts) for entry in site.entries]
    cards = [card(guide, one) for guide, one in zip(composed, found, strict=True)]
    entries = zip(site.entries, composed, found, cards, strict=True)
    data = {
        "guides": [_entry(entry, guide, one, card, site) for entry, guide, one, card in entries],
        "cards": {card.slug: _card(card) for card in cards},
        "names": site.names,
        "lists": _lists(cards, site),
        "home": {"data": embedded(script_data.for_lists(cards, site.offered, _ENGLISH))},
        "page": _page(site),
    }
    for name, one in data.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")
    return folder


def _page(site: Site) -> dict[str, Any]:
    """What stands in every page of a guide, and which scripts it loads."""
    style, first = assets.style_of("guide", site.assets), site.assets.within[assets.FIRST]
    return {
        "style": style,
        "first": first,
        "policy": policy.carrying(policy.POLICY, [style], [first]),
        "scripts": {name.partition(".")[0]: site.assets.names[name] for name in ("guide.js", "screen.js")},
        "catalog": site.catalog,
        "base": site.config.base_url,
    }


def _entry(entry: Entry, guide: Guide, found: Views, card: Card, site: Site) -> dict[str, Any]:
    """What the page of a guide and its JSON say, apart from the words that are the same on every page."""
    shown = in_reading_order(guides.with_parts(guide, found, _ENGLISH).without_labels())
    return {
        "slug": guide.slug,
        "title": spoken(guide.title),
        "guide": _Plain(shown).of(shown),
        "best": bool(guide.best),
        "sources": len(shown.sources),
        "document": {"version": render.VERSION, "guides": [render.guide(guide)]},
        "category": _ENGLISH.text(words.category(guide.category)),
        "companies": [one._asdict() for one in pages_of(guide.company, site.companies)],
        "version": card.version,
        "description": spoken(guide.verdict),
        "checked": guide.checked.iso,
        "labels": labels.place(guide),
        "tags": " ".join(labels.tags(guide)),
        "crawls": site.has_crawlers and any(one.who == "site-owner" for one in entry.platform.controls),
        "mails": any(way.right and way.how == "email" for way in guide.ways),
        "how_to": structured.how_to(guide, site.config, f"platforms/{guide.slug}.html"),
        "data": embedded(script_data.for_guide(found, guide.ways, site.offered, _ENGLISH)),
    }


class _Plain:
    """Values of a guide as JSON has them."""

    def __init__(self, guide: Guide) -> None:
        self._cited = cited_in(guide)

    def of(self, value: Any) -> Any:
        """One of them."""
        if isinstance(value, Date):
            return _ENGLISH.date(value)
        if isinstance(value, Audience):
            return whom(value) if any(value) else ""
        if isinstance(value, tuple) and value and all(isinstance(one, Span) for one in value):
            value = cited_once(value)
        if hasattr(value, "_asdict"):
            return {name: self.of(one) for name, one in value._asdict().items()} | self._more(value)
        return [self.of(one) for one in value] if isinstance(value, tuple) else value

    def _more(self, value: Any) -> dict[str, Any]:
        """What templates of ours ask for besides."""
        if isinstance(value, Way):
            return {"start": value.start, "drawn": bool(value.drawn), "drawing": self.of(drawing(value))}
        if isinstance(value, Note):
            lang = str(spoken_in(_ENGLISH, value.quote, value.language)) if value.quote else ""
            return {"back": self._cited.get(str(value.number), ""), "lang": lang}
        return {}


def _card(card: Card) -> dict[str, Any]:
    status = card.status._asdict()
    return {"slug": card.slug, "name": card.name, "status": status, "cost": script_data.cost(_ENGLISH, card.shown[0])}


def _lists(cards: list[Card], site: Site) -> dict[str, Any]:
    """The groups of the home page, and the pages by category, status and company, with the slugs of their cards."""
    return {
        "home": _groups(cards, _category),
        "categories": _pages(cards, _category),
        "statuses": _pages(cards, _status),
        "companies": [
            {"id": page.id, "title": page.name, "groups": _groups(listed, _status)}
            for page in site.companies.values()
            for listed in [[one for one in cards if page in pages_of(one.company, site.companies)]]
        ],
    }


def _pages(cards: list[Card], by: Callable[[Card], tuple[str, str]]) -> list[dict[str, Any]]:
    pages = _grouped(cards, by)
    return [{"id": id, "title": title, "groups": _groups(listed, _status)} for (id, title), listed in pages.items()]


def _groups(cards: list[Card], by: Callable[[Card], tuple[str, str]]) -> list[dict[str, Any]]:
    groups = _grouped(cards, by)
    return [{"id": id, "title": title, "cards": [one.slug for one in own]} for (id, title), own in groups.items()]


def _grouped(cards: list[Card], by: Callable[[Card], tuple[str, str]]) -> dict[tuple[str, str], list[Card]]:
    found: dict[tuple[str, str], list[Card]] = {}
    for one in cards:
        found.setdefault(by(one), []).append(one)
    return found


def _category(card: Card) -> tuple[str, str]:
    return card.category, _ENGLISH.text(words.category(card.category))


def _status(card: Card) -> tuple[str, str]:
    return card.status.id, card.status.label
