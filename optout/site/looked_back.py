"""The pages that look back: the overview, and what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from optout.diff.report import sections, summary
from optout.guide import words
from optout.messages import Message, message
from optout.site import charts, mine, script_data
from optout.site.changes import Year, changes, newest_months
from optout.site.embedded import embedded
from optout.site.figures import figures
from optout.site.model import Card, Site, SiteFile
from optout.site.page import page_file

# So many changes are told on the overview; all of them are on a page of their own.
_NEWEST = 30

# Up to so many changes stand on one page; of more, the newest, and each year has a page, a full one for each month.
CHANGES, _LATEST, FULL_YEAR = 100, 60, 400


def looked_back(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The overview, and the page of what changed."""
    platforms = [entry.platform for entry in site.entries]
    found = changes(platforms, site.as_of, site.spoken)
    shown = figures(cards, platforms, site.as_of, site.spoken)
    not_certain = words.labels(site.spoken).not_certain
    cut = shown.timeline.total > CHANGES
    overview = {
        "not_certain": not_certain,
        "figures": shown,
        "drawn": charts.charts(shown, site.spoken.months),
        "width": charts.WIDTH,
        "worth": charts.dot_worth(shown.timeline),
        "newest": found.newest[:_NEWEST],
        "years": [year.title for year in found.years],
        "cut": cut,
        "months": site.spoken.months,
    }
    told = {
        "not_certain": not_certain,
        "total": shown.timeline.total,
        "platforms": sum(bool(one.history) for one in platforms),
        "since": site.since,
        "sections": sections(site.since.changes) if site.since else (),
        "summary": summary(site.since.changes) if site.since else None,
        "linked": {*site.names, *(stub.slug for stub in site.stubs if stub.now in site.names)},
    }
    yield page_file(site, "overview.html", "overview", {**overview, "number": len(cards), "as_of": site.as_of})
    told |= {"as_of": site.as_of, "changes": found, "asks": _asked_today(cards, site)}
    told |= {"data": embedded({"words": script_data.for_changes(site.spoken)})}
    yield from _changes(told, found.years, cut, site)


def _asked_today(cards: Iterable[Card], site: Site) -> dict[str, str]:
    """What each platform asks today of whoever says nothing of themselves, or that there is nothing to do."""
    placed = {one.slug: one.mine.usual for one in cards if one.mine}
    return {slug: site.spoken.text(asked(one)) for slug, one in placed.items()}


def asked(one: mine.Placed) -> Message:
    """What is asked where somebody is placed so, or that there is nothing to do."""
    if one.place:
        return message("changes-to-do", said=one.said)
    return message("changes-nothing" if one.part == "nothing" else "changes-today", said=one.said)


def _changes(told: Mapping[str, Any], years: Sequence[Year], cut: bool, site: Site) -> Iterator[SiteFile]:
    """The page of what changed; where it would be long, it has the newest, and others have each year and month."""
    shown = newest_months(years, _LATEST) if cut else years
    yield page_file(site, "changes.html", "changes", {**told, "shown": shown, "years": years, "cut": cut})
    for year in years if cut else ():
        is_full = year.number > FULL_YEAR
        one = {**told, "years": years, "cut": cut, "year": year, "is_full": is_full}
        yield page_file(
            site, f"changes/{year.title}.html", "changes-of", {**one, "months": () if is_full else year.months}
        )
        for month in year.months if is_full else ():
            yield page_file(site, f"changes/{month.page}.html", "changes-of", {**one, "months": (month,)})
