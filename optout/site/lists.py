"""The lists by category, topic, status and company."""

from collections.abc import Iterator, Sequence
from typing import Any

from optout.guide import words
from optout.site import script_data
from optout.site.companies import CompanyPage, pages_of
from optout.site.embedded import embedded
from optout.site.groups import Group, by_action, by_category, by_letter, by_topic, counted
from optout.site.model import Card, Site, SiteFile
from optout.site.page import page_file

# So many rows a list has at most before it is cut by letter.
LONGEST = 400


def categories(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A list for each category."""
    for group in by_category(cards, site):
        yield from _list(site, f"categories/{group.id}", group.title, by_action(group.cards))


def topics(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A list for each topic that any platform has."""
    for group in by_topic(cards, site):
        yield from _list(site, f"topics/{group.id}", group.title, by_action(group.cards))


def statuses(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A page for each status, with all that have it in some region: which of them is shown follows the reader's."""
    for training, status in words.grouped(site.spoken).items():
        listed = [one for one in cards if any(shown.status.id == training for shown in one.shown)]
        lead = site.spoken.text(words.criterion(training))
        yield from _list(site, f"statuses/{training}", status.label, listed, lead, training)


def companies(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A page for each company with several platforms; others are found by their platform."""
    pages = sorted({*site.companies.values()}, key=lambda one: (one.name.casefold(), one.id))
    operated: dict[CompanyPage, list[Card]] = {page: [] for page in pages}
    for one in by_action(cards):
        for page in pages_of(one.company, site.companies):
            operated[page].append(one)
    groups = [Group(page.id, page.name, tuple(listed)) for page, listed in operated.items()]
    data = embedded(script_data.for_lists((), site.offered, site.spoken))
    yield page_file(site, "companies.html", "companies", {"groups": groups, "data": data})
    for company in groups:
        yield from _list(site, f"companies/{company.id}", company.title, company.cards)


def _list(
    site: Site, path: str, title: str, cards: Sequence[Card], lead: str = "", only: str = ""
) -> Iterator[SiteFile]:
    """The page of a list, where it is long with a page for each letter; `only` is the one status that is shown."""
    letters = by_letter(cards) if len(cards) > LONGEST else []
    told = {"title": title, "lead": lead, "only": only, "path": path, "letters": letters}
    for letter in letters:
        shown = _listed(letter.cards, site, only)
        yield page_file(site, f"{path}/{letter.id}.html", "list", {**told, **shown, "letter": letter.title})
    shown = {**_listed(() if letters else cards, site, only), "counts": counted(cards, site)}
    yield page_file(site, f"{path}.html", "list", {**told, **shown, "letter": ""})


def _listed(cards: Sequence[Card], site: Site, only: str) -> dict[str, Any]:
    """What the page of a list shows: by category if it is for one status, else what needs action first."""
    groups = by_category(cards, site) if only else [Group("platforms", "", tuple(cards))] if cards else []
    data = embedded(script_data.for_lists(cards, site.offered, site.spoken))
    return {"groups": groups, "counts": counted(cards, site), "data": data}
