"""What is kept with a decision on the site: what each guide says to whom, as scripts loaded when somebody decides."""

from collections.abc import Iterable, Iterator
from typing import Any

from optout.accounts import Account, Person
from optout.accounts.text import written
from optout.model import Platform
from optout.plan.memory import remembered, version_of
from optout.plan.standing import standing
from optout.site import named
from optout.site.embedded import compact
from optout.site.model import Card, SiteFile
from optout.site.views import COLUMNS, ELSEWHERE, told_apart

NAME = "memories"


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

    def row(region: str) -> dict[str, int]:
        places = {device: _place(_said(platform, region, device), said) for device in COLUMNS}
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


def _said(platform: Platform, region: str, device: str) -> dict[str, Any]:
    who = Person(region, (device,) if device else ())
    one = Account(platform.slug, "", "")
    kept = written(one._replace(was=remembered(standing(one, platform, who))))["was"]
    return {name: value for name, value in kept.items() if name != "region"}


def _place(what: dict[str, Any], listed: list[dict[str, Any]]) -> int:
    if what not in listed:
        listed.append(what)
    return listed.index(what)
