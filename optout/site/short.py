"""Guides in short, for going through My list: what a reader needs to act or to decide, each as a script."""

from typing import Any

from optout.guide.guide import Fact, Guide, Way
from optout.guide.parts import history
from optout.messages import Language
from optout.model import Platform
from optout.prose import Sentence, Span
from optout.render.calendar import look_again
from optout.render.html import whom
from optout.site import calendar, events, feeds
from optout.site.embedded import compact
from optout.site.events import urn
from optout.site.model import Site, SiteFile
from optout.site.script_data import trimmed, views_data
from optout.site.views import Views
from optout.text import shown

FOLDER = "mine/guides"

# Of a way what it leaves as it is, under the names of remarks.
_LIMITS = ("limits",)


def file(guide: Guide, platform: Platform, found: Views, site: Site) -> SiteFile:
    """The guide in short; a script, because browsers load nothing else into a page from a folder on the disk."""
    text = compact([guide.slug, _short(guide, platform, found, site)])
    return SiteFile(f"{site.folder}{FOLDER}/{guide.slug}.js", f"optoutShort(...{text});\n")


def _short(guide: Guide, platform: Platform, found: Views, site: Site) -> dict[str, Any]:
    spoken = site.spoken
    parts = {part.id: part for part in guide.parts}
    differences = parts["differences"].facts if "differences" in parts else ()
    return {
        "views": views_data(found, guide.ways, spoken),
        "parts": found.parts,
        "verdict": _said(guide.verdict, spoken),
        "own": [_said(one.text, spoken) for one in differences],
        "ways": [_way(one, spoken) for one in guide.ways],
        "history": [
            [event.date.iso, _said(fact.text, spoken)]
            for event, fact in zip(platform.history, history(platform, spoken.code), strict=True)
        ],
        **{name: [_fact(one, spoken) for one in parts[name].facts] for name in ("uses", "limits") if name in parts},
        **_followed(platform, site),
    }


def _followed(platform: Platform, site: Site) -> dict[str, Any]:
    """What a calendar and a feed of somebody's own list say of it, under the ids and in the words of the site's own."""
    happened = sorted(events.of(platform), key=lambda one: one.known, reverse=True)
    days = [calendar.day(site, one) for one in events.to_come(happened, site.as_of)]
    told = [(one.known, feeds.told(one, site.spoken)) for one in happened]
    again = look_again(platform, site.spoken)
    values = {
        "again": [again[0], shown(again[1])],
        "days": [[d.uid, d.known.iso, d.date.iso, *map(shown, (d.summary, d.description))] for d in days],
        "news": [
            [
                urn(site.config.base_url, one.id),
                known.iso,
                shown(one.title),
                [*map(shown, filter(None, one.paragraphs))],
            ]
            for known, one in told
        ],
    }
    return {name: value for name, value in values.items() if value}


def _way(way: Way, spoken: Language) -> dict[str, Any]:
    values = {
        "name": way.name,
        "takes": _said(way.takes, spoken),
        "start": way.start,
        "opens": way.opens,
        "steps": [_step(one.text, one.block.text if one.block else "", spoken) for one in way.steps],
        "done": _said(way.done, spoken),
        "doubt": _said(way.doubt, spoken),
        "limits": [_said(text, spoken) for remark in way.remarks if remark.field in _LIMITS for text in remark.texts],
    }
    return {name: value for name, value in values.items() if value}


def _step(text: Sentence, block: str, spoken: Language) -> list[Any]:
    return [_said(text, spoken), block] if block else [_said(text, spoken)]


def _fact(one: Fact, spoken: Language) -> list[Any]:
    """What is said, what of it is not certain, and for whom it holds; without the nothings at the end."""
    return trimmed(_said(one.text, spoken), _said(one.doubt, spoken) or None, whom(one.holds_for) or None)


def _said(sentence: Sentence, spoken: Language) -> list[Any]:
    """The spans of a sentence without its citations: words of the page's language as they are, others by their kind."""
    spans = [span for span in sentence if span.kind != "cite"]
    last = max((place for place, span in enumerate(spans) if span.text.strip()), default=-1)
    ended = (*spans[:last], *(one._replace(text=one.text.rstrip()) for one in spans[last : last + 1]))
    return [_span(span, spoken) for span in ended]


def _span(span: Span, spoken: Language) -> Any:
    is_foreign = not span.lang and spoken.code != "en"
    if span.kind == "text" and not is_foreign:
        return span.text
    return trimmed(span.kind, span.text, span.target or None, "en" if is_foreign else None)
