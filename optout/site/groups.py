"""Cards in the order of a list, and under headings."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from optout.catalog.names import folded, key
from optout.guide import words
from optout.guide.guide import Status
from optout.guide.overview import RANK
from optout.model import CATEGORIES, TOPICS
from optout.site.model import Card, Site


class Group(NamedTuple):
    """Cards under a heading; `id` is its anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


def in_order(cards: Iterable[Card]) -> list[Card]:
    """The cards as lists have them: by category, what needs action first."""
    return sorted(cards, key=lambda one: (CATEGORIES.index(one.category), RANK[one.status.id], one.name.casefold()))


def by_action(cards: Iterable[Card]) -> list[Card]:
    """What needs action first, then by name."""
    return sorted(cards, key=lambda one: (RANK[one.status.id], one.name.casefold(), one.slug))


def groups(found: Iterable[tuple[str, str, Card]]) -> list[Group]:
    """Cards under their headings, in the order in which these come first."""
    titles: dict[str, str] = {}
    cards: dict[str, list[Card]] = {}
    for id, title, one in found:
        titles.setdefault(id, title)
        cards.setdefault(id, []).append(one)
    return [Group(id, titles[id], tuple(listed)) for id, listed in cards.items()]


def by_category(cards: Iterable[Card], site: Site) -> list[Group]:
    """The categories that any platform has."""
    return groups((one.category, site.spoken.text(words.category(one.category)), one) for one in cards)


def by_topic(cards: Iterable[Card], site: Site) -> list[Group]:
    """The topics that any platform has; each of several under each of them."""
    listed = list(cards)
    found = ((id, tuple(one for one in listed if id in one.topics)) for id in TOPICS)
    return [Group(id, site.spoken.text(words.topic(id)), having) for id, having in found if having]


def by_letter(cards: Iterable[Card]) -> list[Group]:
    """Cards under the first letter of their names, those in other scripts after a to z."""
    found = ((id, id.upper() if id != "other" else "…", one) for one in cards for id in (_letter(one.name),))
    return sorted(groups(found), key=lambda one: (one.id == "other", one.id))


def _letter(name: str) -> str:
    first = folded(key(name))[:1]
    return "0-9" if first.isdecimal() else first if "a" <= first <= "z" else "other"


def statuses_of(site: Site) -> list[Status]:
    """All statuses that lists tell apart, what needs action first."""
    return list(words.grouped(site.spoken).values())


def counted(cards: Iterable[Card], site: Site) -> list[tuple[Status, int]]:
    """How many cards have each status, what needs action first; one label for each status."""
    found = Counter(one.status.id for one in cards)
    return [(status, found[status.id]) for status in statuses_of(site) if found[status.id]]
