"""What the scripts of the site are given: words, parts of countries to choose from, and what was composed for each.

A script decides nothing that is decided here: it looks up what holds for the region and device that somebody chose.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from optout.guide import words
from optout.guide.guide import Status, Way
from optout.guide.overview import RANK
from optout.messages import Language, message
from optout.model import Stub
from optout.plan import changed
from optout.render.html import whom
from optout.site import logins
from optout.site.model import Card, Shown
from optout.site.offered import Offered
from optout.site.views import COLUMNS, Views

_LISTS = ("on-my-list",)
_KEPT = ("remove-from-list", "done", "done-before", "put")
_GUIDE = ("copied", "copy", "copy-address", "hidden", "none-meant", "old", "only-mine", "show-all")
_PAGES = ("copied", "copy", "copy-view", "did-you-mean", "found", "hits", "no-index", "nothing-found")
_MISSING = ("did-you-mean", "hits", "missing-guess", "nothing-found")
_MY_LIST = (
    *("again", "asks-again", "asks-new", "asks-still", "asks-wording", "brought", "brought-add", "brought-too-many"),
    *(
        "brought-done",
        "brought-leave",
        "brought-replace",
        "changed",
        "cleared",
        "calendar-name",
        "code",
        "copied",
        "copy",
    ),
    *(
        "copy-address",
        "covers",
        "damaged",
        "damaged-forget",
        "damaged-save",
        "decide",
        "decide-letter",
        "decide-limits",
    ),
    *("decide-uses", "decide-ways", "done", "done-on", "end", "end-later", "end-no-way", "fill-add"),
    *(
        "fill-also",
        "fill-archive",
        "followed",
        "look-again",
        "look-later",
        "fill-damaged",
        "fill-delete",
        "fill-history",
        "fill-left",
        "fill-lines",
    ),
    *(
        "fill-locked",
        "fill-others",
        "fill-pages",
        "fill-unknown",
        "filled",
        "go-on",
        "i-left",
        "is-done",
        "keep",
        "left",
    ),
    *("link-long", "link-nowhere", "loaded", "minutes", "newer-list", "news", "no-index", "not-a-list"),
    *("not-certain", "not-loaded", "nothing-changed", "nothing-found", "nothing-ticked", "nothing-to-do"),
    *("now-done", "now-later", "now-skipped", "now-to-do", "other-since", "progress", "put", "put-off-later"),
    *("put-off-not-there", "remove", "removed", "seen", "seen-of", "start", "take-back", "take-up"),
    *("to-do-left", "to-list", "too-large", "undo", "undone", "unknown-more", "unreadable", "value-changed", "way-new"),
    "whole-guide",
)


# Fields of a way that is kept with a tick, and what the site calls them.
_FIELDS = {
    "switch": message("what-way-switch"),
    "set": message("what-position"),
    "default": message("what-default"),
    "path": message("list-way-there"),
    "link": message("what-address"),
    "form": message("what-form-label"),
    "choose": message("what-choice"),
    "command": message("what-way-command"),
    "plan": message("what-plan"),
    "email": message("what-mailbox"),
    "delete": message("what-button-label"),
    "then": message("what-then"),
}


def for_guide(found: Views, ways: Sequence[Way], offered: Offered, language: Language) -> dict[str, Any]:
    """What the script of a guide with these ways needs: which view is whose."""
    return {
        "words": _guide_words(language),
        "parts": {code: language.region(code) for code in offered.parts},
        "views": views_data(found, ways, language),
    }


@cache
def _guide_words(language: Language) -> Mapping[str, Any]:
    """The same on every page of a guide."""
    return sentences((*_GUIDE, *_KEPT), language)


def for_lists(cards: Sequence[Card], offered: Offered, language: Language) -> dict[str, Any]:
    """What the script of a page with lists needs; `cards` are those whose rows stand on it."""
    return {
        "words": sentences((*_LISTS, *_PAGES), language),
        "parts": {code: language.region(code) for code in offered.parts},
        "statuses": list(RANK),
        **shown_where(cards, language),
    }


def for_my_list(
    stubs: Iterable[Stub], offered: Offered, paths: Mapping[str, str], language: Language
) -> dict[str, Any]:
    """What the script of My list needs: former names that a list may hold, and where it finds what it loads."""
    return {
        "words": sentences(_MY_LIST, language),
        "parts": {code: language.region(code) for code in offered.parts},
        "renamed": {stub.slug: stub.now for stub in stubs},
        "columns": COLUMNS,
        "local": logins.local(),
        "fields": {field: words.upper_first(language.text(what)) for field, what in _FIELDS.items()},
        "again": sorted(changed.DONE),
        "status": words.upper_first(language.text(message("what-status"))),
        "verdicts": {
            shown: {
                "label": words.status(shown, language).label,
                "place": changed.BETTER.index(status),
                "asks": status in changed.ASKING,
            }
            for shown, (status, *_) in words.VERDICTS.items()
        },
        **paths,
    }


def for_changes(language: Language) -> dict[str, Any]:
    """The words of the page of what changed."""
    return sentences(("done-earlier", "done-later"), language)


def for_missing(language: Language) -> dict[str, Any]:
    """The words of the page for what is not there."""
    return sentences(_MISSING, language)


def cost(language: Language, shown: Shown) -> str:
    """What the first way takes, in a few words; empty where there is none."""
    steps = message("steps", count=shown.steps)
    said = message("row-cost", action=words.upper_first(shown.action), steps=steps)
    return language.text(said) if shown.steps else ""


def sentences(keys: Iterable[str], language: Language) -> dict[str, Any]:
    """Sentences by name: a text, or one for each plural category of the language."""
    found = {key: language.open(f"script-{key}") for key in sorted({*keys})}
    return {key: texts["other"] if len(texts) == 1 else texts for key, texts in found.items()}


def views_data(found: Views, ways: Sequence[Way], language: Language) -> dict[str, Any]:
    """The views of a guide, in few bytes: what several of them have in common stands once, and they name its place."""
    statuses = list(dict.fromkeys(view.status for view in found.rows))
    audiences = dict.fromkeys(one for view in found.rows for one in view.hidden)
    orders = list(dict.fromkeys(order for view in found.rows for order in view.ways))
    needed = [[ways[place] for place in dict(order).get("steps", ())] for order in orders]
    leads = [language.text(words.needed(several)) if len(several) > 1 else "" for several in needed]
    rows = [
        trimmed(
            statuses.index(view.status),
            [orders.index(order) for order in (view.ways if len({*view.ways}) > 1 else view.ways[:1])],
            view.own,
            view.unknown or None,
            None if view.title == found.rows[0].title else view.title,
        )
        for view in found.rows
    ]
    elsewhere = language.text(message("known-elsewhere"))
    return {
        "sets": _sets(found.sets),
        "statuses": [[status.id, status.mark, status.label] for status in statuses],
        "audiences": {whom(one): "".join(str(int(one in view.hidden)) for view in found.rows) for one in audiences},
        "orders": [[dict(order).get(part, ()) for part in found.parts] for order in orders],
        **({"leads": leads} if any(leads) else {}),
        **({"elsewhere": f"{elsewhere}: "} if any(view.unknown for view in found.rows) else {}),
        "rows": rows,
    }


def trimmed(*values: Any) -> list[Any]:
    """The values without the nothings at their end."""
    kept = list(values)
    while kept[-1] is None:
        kept.pop()
    return kept


def shown_where(cards: Sequence[Card], language: Language) -> dict[str, Any]:
    """What rows show in which regions: each set of regions, and each status with its cost, stands once."""
    sets = {codes: place for place, codes in enumerate(dict.fromkeys(codes for card in cards for codes in card.sets))}
    shown = {one: place for place, one in enumerate(_every_shown(cards))}
    return {
        "sets": _sets(sets),
        "shown": [{"status": _status(one.status), "cost": cost(language, one)} for one in shown],
        "platforms": {
            card.slug: {
                "category": card.category,
                "sets": [sets[codes] for codes in card.sets],
                "cases": [shown[one] for one in card.shown],
            }
            for card in cards
        },
    }


def _every_shown(cards: Iterable[Card]) -> list[Shown]:
    return list(dict.fromkeys(one for card in cards for one in card.shown))


def _status(status: Status) -> dict[str, str]:
    return status._asdict()


def _sets(sets: Iterable[tuple[str, ...]]) -> list[str]:
    return [" ".join(codes) for codes in sets]
