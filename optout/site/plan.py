"""Which files a site has, and the text of each: pure, so that the same catalog always makes the same bytes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from optout.guide import compose, words
from optout.guide.guide import Status, plain
from optout.guide.overview import RANK, former_names
from optout.guide.words import count
from optout.messages import language
from optout.model import CATEGORIES
from optout.project import config
from optout.render import html
from optout.render.changes import sections, summary
from optout.render.environment import environment, render
from optout.site import api, assets, calendar, charts, events, feeds, policy, script_data, sitemap, structured
from optout.site.addresses import canonical
from optout.site.changes import changes
from optout.site.embedded import embedded
from optout.site.figures import figures
from optout.site.model import Card, Entry, File, Site, card
from optout.site.views import views

# So many changes are told on the overview; all of them are on a page of their own.
_NEWEST = 30

_Part = Callable[[Sequence[Card], Site], Iterator[File]]

_ENGLISH = language("en")

_GROUPED = words.grouped(_ENGLISH)
_STATUSES = [_GROUPED[training] for training in RANK]
_CRITERIA = {one: _ENGLISH.text(words.criterion(one)) for one in _GROUPED}


class Frame(NamedTuple):
    """What every page needs to know of its place.

    `path` is its place in the site, `root` leads from there to the home page (empty, "../" or, for a page that is
    shown at any address, absolute), `address` is its canonical address if the site has one; `feeds` says whether the
    site has any, and `policy` what the page may load.
    """

    site: str
    path: str
    root: str
    address: str
    repository: str
    feeds: bool
    policy: str


class Group(NamedTuple):
    """Cards under a heading; `id` is its anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


def guide_files(entry: Entry, site: Site) -> tuple[Card, list[File]]:
    """The files of one platform, and its card for the lists."""
    guide = compose(entry.platform)
    found = views(entry.platform, site.offered.parts)
    made = card(guide, found, site.stubs)
    where = (site.catalog, entry.line, guide.slug, guide.name)
    path = f"platforms/{guide.slug}.html"
    context = {
        "guide": guide,
        "card": made,
        "category": _ENGLISH.text(words.category(guide.category)),
        "line": entry.line,
        "catalog": site.catalog,
        "edit_url": config.edit_url(site.config, *where),
        "report_url": config.report_url(site.config, *where),
        "names": site.names,
        "description": plain(guide.verdict),
        "how_to": structured.how_to(guide, site.config, path),
        "feed": feeds.path(guide.slug),
        "api": api.path(guide.slug),
        "data": embedded(script_data.for_guide(found, site.offered, _ENGLISH)),
    }
    feed = feeds.of_platform(site.config, guide, events.of(entry.platform), made.version)
    return made, [_page(site, path, "guide", context), api.platform_file(guide), *feed]


def is_guide(path: str) -> bool:
    """Whether the page of a platform, or of a former name, has this path."""
    return path.startswith("platforms/")


def list_files(cards: Iterable[Card], site: Site) -> Iterator[File]:
    """The files about many platforms at once, and those about none; last what names the others."""
    listed = in_order(cards)
    paths = []
    for part in _PARTS:
        for file in part(listed, site):
            paths.append(file.path)
            yield file
    yield from sitemap.files(site.config, _found(paths, listed, site))
    yield policy.headers(site.config)
    yield File(".nojekyll", "")


def in_order(cards: Iterable[Card]) -> list[Card]:
    """The cards as lists have them: by category, what needs action first."""
    return sorted(cards, key=lambda one: (CATEGORIES.index(one.category), RANK[one.status.id], one.name.casefold()))


def _found(paths: Iterable[str], cards: Iterable[Card], site: Site) -> Iterator[sitemap.Page]:
    """The pages that a search may find: guides on the day of their check, lists on that of the newest."""
    checked = {f"platforms/{one.slug}.html": one.checked for one in cards}
    hidden = {"404.html", *(f"platforms/{stub.slug}.html" for stub in site.stubs)}
    newest = max(checked.values(), default=site.as_of)
    for path in {*paths, *checked} - hidden:
        if path.endswith(".html"):
            yield sitemap.Page(path, checked.get(path, newest))


def _home(cards: Sequence[Card], site: Site) -> Iterator[File]:
    shown = {"groups": _by_category(cards), "counts": _counts(cards), "stubs": former_names(site.stubs)}
    home = {
        **shown,
        "statuses": _STATUSES,
        "number": len(cards),
        "data": embedded(script_data.for_home(cards, site.offered, _ENGLISH)),
    }
    present = [stub for stub in site.stubs if stub.now in site.names]
    mine = {**shown, "data": embedded(script_data.for_my_list(cards, present, site.offered, _ENGLISH))}
    yield _page(site, "index.html", "home", home)
    yield _page(site, "my-list.html", "my-list", mine)


def _categories(cards: Sequence[Card], site: Site) -> Iterator[File]:
    for group in _by_category(cards):
        context = {"title": group.title, "lead": "", "groups": _by_status(group.cards), "kind": "category"}
        yield _page(site, f"categories/{group.id}.html", "list", context)


def _statuses(cards: Sequence[Card], site: Site) -> Iterator[File]:
    for training, status in _GROUPED.items():
        groups = _by_category(one for one in cards if one.status.id == training)
        context = {"title": status.label, "lead": _CRITERIA[training], "groups": groups, "kind": "status"}
        yield _page(site, f"statuses/{training}.html", "list", context)


def _companies(cards: Sequence[Card], site: Site) -> Iterator[File]:
    companies = _groups(
        (one.company_slug, one.company or one.name, one)
        for one in sorted(cards, key=lambda one: (one.company_slug, RANK[one.status.id], one.name.casefold()))
    )
    yield _page(site, "companies.html", "companies", {"groups": companies})
    for company in companies:
        context = {"title": company.title, "lead": "", "groups": _by_status(company.cards), "kind": "company"}
        yield _page(site, f"companies/{company.id}.html", "list", context)


def _looked_back(cards: Sequence[Card], site: Site) -> Iterator[File]:
    """The overview, and the page of what changed."""
    platforms = [entry.platform for entry in site.entries]
    found, shown = changes(platforms, site.as_of), figures(cards, platforms, site.as_of)
    not_certain = words.labels(_ENGLISH).not_certain
    overview = {
        "not_certain": not_certain,
        "figures": shown,
        "drawn": charts.charts(shown),
        "width": charts.WIDTH,
        "worth": charts.dot_worth(shown.timeline),
        "newest": found.newest[:_NEWEST],
        "years": [year.title for year in found.years],
        "months": _ENGLISH.months,
    }
    told = {
        "not_certain": not_certain,
        "changes": found,
        "total": shown.timeline.total,
        "platforms": sum(bool(one.history) for one in platforms),
        "since": site.since,
        "sections": sections(site.since.changes) if site.since else [],
        "summary": summary(site.since.changes) if site.since else "",
        "linked": {*site.names, *(stub.slug for stub in site.stubs if stub.now in site.names)},
    }
    yield _page(site, "overview.html", "overview", {**overview, "number": len(cards), "as_of": site.as_of})
    yield _page(site, "changes.html", "changes", {**told, "as_of": site.as_of})


def _for_machines(cards: Sequence[Card], site: Site) -> Iterator[File]:
    happened = events.events(entry.platform for entry in site.entries)
    compared = events.since(site.since, (entry.platform for entry in site.entries), site.as_of) if site.since else ()
    yield from api.files(cards, site)
    yield from feeds.of_all(site.config, (*compared, *happened), site.as_of)
    yield calendar.file(site.config, events.to_come(happened, site.as_of))


def _constant(cards: Sequence[Card], site: Site) -> Iterator[File]:
    """What hardly depends on the platforms: about, redirects, styles, scripts."""
    yield _page(site, "about.html", "about", {"statuses": tuple(_GROUPED.values()), "criteria": _CRITERIA})
    yield _page(site, "404.html", "404", {})
    for stub in site.stubs:
        if stub.now in site.names:
            context = {"stub": stub, "name": site.names[stub.now]}
            yield _page(site, f"platforms/{stub.slug}.html", "redirect", context)
    yield from assets.styles(site.config.templates)
    yield assets.icon(site.config.templates)
    yield from assets.scripts(site.config.templates)


# What makes the files beside the guides, each from all cards in the order of the home page.
_PARTS: tuple[_Part, ...] = (
    _looked_back,
    _home,
    _for_machines,
    _companies,
    _categories,
    _statuses,
    _constant,
)


def _page(site: Site, path: str, template: str, context: Mapping[str, Any]) -> File:
    depth = path.count("/")
    base = site.config.base_url
    root = f"{base}/" if template == "404" and base else "../" * depth
    address = "" if template == "404" else canonical(site.config, path)
    frame = Frame(site.config.title, path, root, address, site.config.repository, bool(base), policy.POLICY)
    made = render(_environment(site.config.templates), f"site/{template}.html", {**context, "page": frame})
    return File(path, made)


@cache
def _environment(own: Path | None) -> Environment:
    return environment({**html.filters(_ENGLISH), **_FILTERS}, own, autoescape=True)


def forget_templates() -> None:
    """Read the templates anew next time; one that was added since would not be noticed otherwise."""
    _environment.cache_clear()


_FILTERS: dict[str, Callable[..., Any]] = {
    "cost": script_data.cost,
    "count": count,
    "day": _ENGLISH.day,
    "date": _ENGLISH.date,
    "lower_first": words.lower_first,
    "number": "{:g}".format,
    "thousands": "{:,}".format,
}


def _groups(found: Iterable[tuple[str, str, Card]]) -> list[Group]:
    """Cards under their headings, in the order in which these come first."""
    titles: dict[str, str] = {}
    cards: dict[str, list[Card]] = {}
    for id, title, one in found:
        titles.setdefault(id, title)
        cards.setdefault(id, []).append(one)
    return [Group(id, titles[id], tuple(listed)) for id, listed in cards.items()]


def _by_category(cards: Iterable[Card]) -> list[Group]:
    return _groups((one.category, _ENGLISH.text(words.category(one.category)), one) for one in cards)


def _by_status(cards: Iterable[Card]) -> list[Group]:
    return _groups((one.status.id, one.status.label, one) for one in cards)


def _counts(cards: Iterable[Card]) -> list[tuple[Status, int]]:
    """How many cards have each status, what needs action first; one label for each status."""
    found = Counter(one.status.id for one in cards)
    return [(_GROUPED[training], found[training]) for training in RANK if found[training]]
