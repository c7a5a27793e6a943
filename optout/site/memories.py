"""What is kept with a decision on the site: what each guide says to whom, as scripts loaded when somebody decides."""

from collections.abc import Iterable, Iterator
from typing import Any

from optout.accounts import Account, Person
from optout.accounts.text import written
from optout.guide.words import Shown
from optout.model import Control, Platform
from optout.plan.memory import remembered, version_of
from optout.plan.standing import Standing, standing
from optout.site import named
from optout.site.embedded import compact
from optout.site.model import Card, SiteFile
from optout.site.views import COLUMNS, ELSEWHERE, told_apart

NAME = "memories"

# The places of what is said by what alone it depends on.
_Known = dict[tuple[Shown, tuple[Control, ...]], int]


def files(cards: Iterable[Card], make: str) -> Iterator[SiteFile]:
    """Scripts, because browsers load nothing else into a page from a folder on the disk."""
    return named.blocks(NAME, "optoutMemories", {one.slug: one.memory for one in cards}, make)


def of_card(platform: Platform, parts: Iterable[str]) -> str:
    """The same of one platform, as JSON."""
    return compact(memories(platform, tuple(parts)))


def memories(platform: Platform, parts: Iterable[str]) -> dict[str, Any]:
    """What the guide says: `said` once each, `rows` its places for each device that hears something else.

    There is a row for readers of whom no region is known, one for each of the `sets`, and one for all other regions.
    `parts` are the parts of countries that can be chosen.
    """
    said: list[dict[str, Any]] = []
    known: _Known = {}

    def row(region: str) -> dict[str, int]:
        places = {
            device: _place(platform, Person(region, (device,) if device else ()), said, known) for device in COLUMNS
        }
        return {device: place for device, place in places.items() if not device or place != places[""]}

    usual, elsewhere = row(""), row(ELSEWHERE)
    alike: dict[str, tuple[dict[str, int], list[str]]] = {}
    for codes in told_apart(platform, parts):
        if (here := row(codes[0])) != elsewhere:
            alike.setdefault(repr(here), (here, []))[1].extend(codes)
    rows = [usual, *(found for found, _ in alike.values()), elsewhere]
    return {
        "version": version_of(platform),
        "sets": [" ".join(codes) for _, codes in alike.values()],
        "rows": rows[:1] if all(one == usual for one in rows) else rows,
        "said": said,
    }


def _place(platform: Platform, person: Person, said: list[dict[str, Any]], known: _Known) -> int:
    """The place among all that is said of what is said to the person, which goes by the verdict and what is needed."""
    one = standing(Account(platform.slug, "", ""), platform, person)
    told = (one.shown, one.needed)
    if told not in known:
        what = _said(one)
        if what not in said:
            said.append(what)
        known[told] = said.index(what)
    return known[told]


def _said(one: Standing) -> dict[str, Any]:
    kept = written(one.account._replace(was=remembered(one)))["was"]
    return {name: value for name, value in kept.items() if name != "region"}
