"""Which files a site has, and the text of each: pure, so that the same catalog always makes the same bytes."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup, escape

from optout.catalog.names import folded, key
from optout.diff.report import sections, summary
from optout.errors import OptoutError
from optout.guide import compose, words
from optout.guide.citing import in_reading_order
from optout.guide.compose import history, newest
from optout.guide.guide import Guide, Part, Status, plain
from optout.guide.most_used import most_used
from optout.guide.overview import RANK, former_names
from optout.messages import Language, Message, language, message
from optout.model import CATEGORIES, TOPICS, Date, Platform
from optout.project import config, reports
from optout.render import html
from optout.render.environment import environment, render
from optout.render.plan import OUTLINE, headed
from optout.rules import manuals
from optout.site import (
    api,
    assets,
    calendar,
    charts,
    events,
    feeds,
    labels,
    letters,
    logins,
    memories,
    mine,
    named,
    offline,
    opensearch,
    pictures,
    policy,
    robots,
    script_data,
    search_index,
    short,
    sitemap,
    structured,
    touch,
)
from optout.site.addresses import canonical
from optout.site.changes import Year, changes, newest_months
from optout.site.companies import CompanyPage, pages_of
from optout.site.embedded import embedded
from optout.site.figures import figures
from optout.site.made import ShownOf, digest
from optout.site.model import Assets, Card, Entry, Lot, Site, SiteFile, card
from optout.site.views import Views, views

# So many changes are told on the overview; all of them are on a page of their own.
_NEWEST = 30

# Up to so many platforms, the home page shows all at once; up to so many more, it has them all, folded by kind.
UNFOLDED, WHOLE = 40, 600
# Up to so many changes stand on one page; of more, the newest, and each year has a page, a full one for each month.
CHANGES, _LATEST, FULL_YEAR = 100, 60, 400
# So many rows a list has at most before it is cut by letter.
LONGEST = 400

# Where a value goes in a sentence.
_GAP = re.compile(r"\{(\w+)\}")

# Lines before elements that no words stand around, and that no browser shows.
_ALONE = "svg|text|rect|circle|meta|link|script|title|option|select|details|summary|section|div|ol|ul|nav|main|article"
_BETWEEN = re.compile(rf">\s*\n\s*(?=</?(?:{_ALONE})\b)")
# How pages of one's own named what the site has before its names changed with what is in it.
_PLAIN = re.compile(r"\bassets/([\w-]+\.(?:css|js))\b")
_IN_GUIDES = re.compile(r">\s*\n\s*(?=</?(?:p|li|h2|h3|q|details|div|circle|noscript|footer|header|body|head)\b)")
# What stands between elements: nothing can end it but an angle bracket.
_TEXT = re.compile(r">[^<>]+<")

# What stands in these is not the root of a site.
_OF_PAGES = ("platforms", "categories", "companies", "topics", "statuses", "changes", "rules")
_FOLDERS = (*_OF_PAGES, "feeds", "assets", named.FOLDER, "api", "labels", "mine")

_Part = Callable[[Sequence[Card], Site], Iterator[SiteFile]]


class Translation(NamedTuple):
    """The same page in a language: its code and name, where it is from this page, and its canonical address if any."""

    code: str
    name: str
    link: str
    address: str


class Frame(NamedTuple):
    """What every page needs to know of its place.

    `path` is its place among the pages in its `language`, `root` leads from there to the home page in that language
    (empty, "../" or, for a page that is shown at any address, from the root of the host), and `top` to the folder of
    the whole site. `address` is its canonical address if the site has one; `feeds` says whether the site has any,
    `owners` whether it has a page for those who run websites, `touch` whether it has an icon for a phone's home
    screen, and `policy` what the page may load: nothing in it but its `style` and the script that comes `first`.
    `assets` are the names of the others. `languages` are
    those in which there is this page, its own included, if there are several. `own` are title and link of the
    publisher's own pages.
    """

    site: str
    path: str
    root: str
    top: str
    address: str
    repository: str
    request: str
    feeds: bool
    owners: bool
    touch: bool
    policy: str
    style: Markup
    first: Markup
    assets: Mapping[str, str]
    language: str
    languages: tuple[Translation, ...]
    own: tuple[tuple[str, str], ...]

    def asset(self, name: str) -> str:
        """Where a script is from this page, or in a folder of one's own templates a style.

        Raises:
            OptoutError: there is none of this name.
        """
        if name not in self.assets:
            raise OptoutError(f"{name}: there is no script or style of this name; there are {', '.join(self.assets)}")
        return f"{self.top}{self.assets[name]}"


class Group(NamedTuple):
    """Cards under a heading; `id` is its anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


def guide_files(entry: Entry, site: Site) -> tuple[Card, list[SiteFile]]:
    """The files of one platform, and its card for the lists."""
    guide = compose(entry.platform, spoken=site.spoken.code)
    found = views(entry.platform, site.offered.parts, site.spoken.code)
    brief = short.file(guide, entry.platform, found, site)
    own = mine.mine(entry.platform, guide.version, found, named.digest(brief.text), site.spoken)
    made = card(guide, found)._replace(mine=own)
    if site.is_first:
        made = made._replace(
            memory=memories.of_card(entry.platform, site.offered.parts), words=search_index.of_card(entry.platform)
        )
    if site.has_pictures:
        takes = script_data.cost(site.spoken, made.shown[0])
        made = made._replace(caption=pictures.caption(guide, takes, site.config, site.spoken))
    where = (entry.catalog or site.catalog, entry.line, guide.slug, guide.name)
    path = f"platforms/{guide.slug}.html"
    context = {
        "guide": in_reading_order(framed(guide, found, site.spoken).without_labels()),
        "card": made,
        "category": site.spoken.text(words.category(guide.category)),
        "companies": pages_of(guide.company, site.companies),
        "line": entry.line,
        "catalog": where[0],
        "edit_url": config.edit_url(site.config, *where, entry.size) if entry.own else "",
        "report_url": reports.report_url(site.config, *where),
        "report_pattern": reports.report_pattern(site.config, *where),
        "names": site.names,
        "crawls": site.has_crawlers and any(one.who == "site-owner" for one in entry.platform.controls),
        "mails": any(way.right and way.how == "email" for way in guide.ways),
        "terms_changed": (site.terms or {}).get(guide.slug),
        "terms_unknown": site.terms is not None and not entry.platform.terms,
        "description": plain(guide.verdict),
        "picture": pictures.address(guide.slug, site) if made.caption and not made.caption.lacks else "",
        "labels": labels.place(guide),
        "tags": labels.tags(guide),
        "how_to": structured.how_to(guide, site.config, f"{site.folder}{path}"),
        "feed": feeds.path(guide.slug),
        "api": api.path(guide.slug),
        "data": embedded(script_data.for_guide(found, guide.ways, site.offered, site.spoken)),
    }
    feed = feeds.of_platform(site, guide, events.of(entry.platform), made.version)
    data = [api.platform_file(guide)] if site.is_first else []
    return made, [
        _page(site, path, "guide", context, styled=_styled(guide, site)),
        brief,
        *_labels(guide, site),
        *data,
        *feed,
    ]


def _styled(guide: Guide, site: Site) -> str:
    """By which styles the page of a guide is shown: those for menus and tables only where it has some.

    What pages of one's own show is not known.
    """
    first = (way for part in guide.parts if part.id == "steps" for way in part.ways)
    templates = site.config.templates
    own = templates is not None and any(templates.rglob("*.html"))
    drawn = own or any(way.how == "switch" and way.route for way in first)
    tabled = own or any(part.table for part in guide.parts)
    return f"guide{' drawn' * drawn}{' tabled' * tabled}"


def _labels(guide: Guide, site: Site) -> Iterator[SiteFile]:
    """What stands on screens in other languages: a page with the sources, and for the guide's script."""
    if labels.place(guide):
        yield _page(site, labels.page(guide.slug), "labels", {"guide": guide, "notes": labels.notes(guide)})
        yield from labels.files(guide, site)


def framed(guide: Guide, found: Views, language: Language) -> Guide:
    """The guide with all parts in which somebody is shown a way, for the page to fill."""
    shown = {part.id: part for part in guide.parts}
    ways = [shown.get(part) or Part(part, language.text(words.ways_title(part))) for part in found.parts]
    first = [part for part in guide.parts if part.id in ("limits", "about")]
    rest = [part for part in guide.parts if part not in first and not part.is_of_ways]
    return guide._replace(parts=(*ways[:1], *first, *ways[1:], *rest))


def is_guide(path: str) -> bool:
    """Whether the page of a platform, or of a former name, has this path."""
    return path.startswith("platforms/")


def list_files(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The files about many platforms at once, and those about none."""
    paths = []
    for lot in lots(cards, site):
        for file in lot.make():
            paths.append(file.path)
            yield file
    yield from last_files(paths, cards, site)


def shown_of(platform: Platform, card: Card, site: Site) -> ShownOf:
    """Digests of what is shown of a platform beside its guide."""
    listed = card._replace(mine=None, caption=None, memory="", words="")
    passed = (history(platform, site.spoken.code), *events.of(platform))
    seen = (platform.checked, [source.known for source in platform.sources], card.mine and _asked(card.mine.usual))
    names = (platform.name, platform.formerly, platform.aliases, platform.company, platform.topics, newest(platform))
    logins = (platform.domains, platform.country_domains, platform.logins, platform.apps)
    return ShownOf(
        digest(repr(listed)), digest(repr((passed, seen))), digest(repr((listed, names, logins))), digest(card.words)
    )


def lots(cards: Sequence[Card], site: Site, shown: ShownOf | None = None) -> Iterator[Lot]:
    """What `list_files` makes up to the last, each with what it is made from.

    `shown` are digests of what `shown_of` gave for all cards, where these are known.
    """
    ordered = in_order(cards)
    listed = shown and (shown.listed, site.stubs, site.as_of)
    looked_back = shown and not site.since and (listed, shown.looked_back)  # else the older catalog counts as well
    for part, of in (
        *((part, listed) for part in _LISTS),
        *((part, looked_back) for part in (_looked_back, _to_follow)),
        (_letters, listed and (listed, letters.closed_countries(site))),
        (_my_platforms, None),
    ):
        yield Lot(partial(part, ordered, site), (part.__name__, of) if of else None)
    crawling = site._replace(entries=robots.concerned(site.entries))
    names = tuple(site.names.items()) if site.config.templates else ()  # which may ask for any of them
    concerned = (_owners.__name__, names, site.as_of, *(entry.key for entry in crawling.entries))
    yield Lot(partial(_owners, ordered, crawling), concerned if shown else None)
    if site.is_first:
        yield from letters.lots(site)
        yield Lot(partial(_still, site), (_still.__name__,))
        called = shown and (_for_programs.__name__, listed, shown.called)
        yield Lot(partial(_for_programs, ordered, site), called)
        yield Lot(partial(_searched, ordered, site), shown and (_searched.__name__, listed, shown.called, shown.words))
        yield Lot(partial(_whole, ordered, site))


def last_files(made: Iterable[str], cards: Iterable[Card], site: Site) -> Iterator[SiteFile]:
    """What tells of the files that were `made` of lots: the sitemap, beside the first language."""
    if site.is_first:
        yield from sitemap.files(site.config, _found(made, cards, site))


def _still(site: Site) -> Iterator[SiteFile]:
    """What depends on no platform, and needs no language, beside the first."""
    yield _missing(site)
    yield from _rules(site)
    yield from site.assets.files
    yield assets.icon(site.config.templates)
    yield policy.headers(site.config, _allowed_anywhere(site.assets))
    yield SiteFile(".nojekyll", "")


def _for_programs(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The index of what programs read, and what finds platforms by their names."""
    yield from api.files(cards, site)
    yield from logins.files([entry.platform for entry in site.entries], site.stubs, site.assets.make)


def _searched(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What a search looks into."""
    yield from search_index.file(_in_file(cards, site), site)


def _whole(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What has something of every word of every platform."""
    yield from offline.files(site, cards)
    yield from memories.files(_in_file(cards, site), site.assets.make)


def _in_file(cards: Sequence[Card], site: Site) -> list[Card]:
    """The cards in the order of the catalog."""
    by_slug = {one.slug: one for one in cards}
    return [by_slug[entry.platform.slug] for entry in site.entries]


def own_pages(site: Site) -> Iterator[SiteFile]:
    """The publisher's own pages that are in this language: those at the root in the first, a folder's in its own."""
    for one in site.pages:
        folder = f"{one.path.partition('/')[0]}/" if "/" in one.path else ""
        if folder == site.folder:
            yield _page(site, one.path.removeprefix(folder), "own", {"title": one.title, "text": Markup(one.html)})


def in_order(cards: Iterable[Card]) -> list[Card]:
    """The cards as lists have them: by category, what needs action first."""
    return sorted(cards, key=lambda one: (CATEGORIES.index(one.category), RANK[one.status.id], one.name.casefold()))


def _found(made: Iterable[str], cards: Iterable[Card], site: Site) -> Iterator[sitemap.Indexed]:
    """The pages that a search may find: guides on the day of their check, all others on that of the newest.

    The rules and the publisher's own are in no other language; the one for what is not there is for nobody to find.
    """
    paths = {path for path in made if path.endswith(".html")} - {"404.html"}
    alone = {path for path in paths if path.partition("/")[0] in ("rules", "rules.html")}
    checked = {f"platforms/{one.slug}.html": one.checked for one in cards}
    for entry in site.entries:
        if any(one.labels for one in entry.platform.controls):
            checked[labels.page(entry.platform.slug)] = entry.platform.checked
    hidden = {f"platforms/{stub.slug}.html" for stub in site.stubs}
    newest = max(checked.values(), default=site.as_of)
    for path in {*paths, *checked} - hidden - alone:
        for folder in map(site.folder_of, site.config.languages):
            yield sitemap.Indexed(f"{folder}{path}", checked.get(path, newest))
    yield from (sitemap.Indexed(path, newest) for path in (*alone, *(one.path for one in site.pages)))


def _home(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The home page with what most people use, and all others where they are not too many."""
    groups = _by_category(cards, site)
    known = most_used()
    most = by_action(one for one in cards if one.slug in known.slugs) if len(cards) > UNFOLDED else []
    whole = len(cards) <= WHOLE
    listed = cards if whole else most
    counts, stubs = _counts(cards, site), former_names(site.stubs)
    home = {
        "groups": groups,
        "whole": whole,
        "folded": len(cards) > UNFOLDED,
        "most": Group("most", "", tuple(most)),
        "most_source": known.source,
        "counts": counts,
        "stubs": stubs,
        "topics": _by_topic(cards, site),
        "statuses": _statuses_of(site),
        "number": len(cards),
        "data": embedded(script_data.for_lists(listed, site.offered, site.spoken)),
        "manifest": f"{_top(site)}{offline.MANIFEST}",
    }
    yield _page(site, "index.html", "home", home, policy.INSTALLABLE)
    yield from search_index.rows(cards, site)
    yield from opensearch.files(site)


def _my_list(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """My list."""
    present = [stub for stub in site.stubs if stub.now in site.names]
    top = _top(site)
    paths = {
        "guides": short.FOLDER,
        "worker": f"{top}{offline.WORKER}",
    }
    used = most_used().slugs
    context = {
        "parts": [headed(part, site.spoken) for part in OUTLINE if part != "sent"],
        "most_used": sorted((one for one in cards if one.slug in used), key=lambda one: one.name.casefold()),
        "data": embedded(script_data.for_my_list(present, site.offered, paths, site.spoken)),
        "manifest": f"{top}{offline.MANIFEST}",
    }
    yield _page(site, "my-list.html", "my-list", context, policy.INSTALLABLE)


def _my_platforms(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What My list loads."""
    yield from mine.files([one.mine for one in sorted(cards, key=lambda one: one.slug) if one.mine], site)


def _top(site: Site) -> str:
    """From a page beside the home page to the folder of the whole site."""
    return "../" * site.folder.count("/")


def _categories(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    for group in _by_category(cards, site):
        yield from _list(site, f"categories/{group.id}", group.title, by_action(group.cards))


def _topics(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    for group in _by_topic(cards, site):
        yield from _list(site, f"topics/{group.id}", group.title, by_action(group.cards))


def _statuses(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A page for each status, with all that have it in some region: which of them is shown follows the reader's."""
    for training, status in words.grouped(site.spoken).items():
        listed = [one for one in cards if any(shown.status.id == training for shown in one.shown)]
        lead = site.spoken.text(words.criterion(training))
        yield from _list(site, f"statuses/{training}", status.label, listed, lead, training)


def _companies(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """A page for each company with several platforms; others are found by their platform."""
    pages = sorted({*site.companies.values()}, key=lambda one: (one.name.casefold(), one.id))
    operated: dict[CompanyPage, list[Card]] = {page: [] for page in pages}
    for one in by_action(cards):
        for page in pages_of(one.company, site.companies):
            operated[page].append(one)
    groups = [Group(page.id, page.name, tuple(listed)) for page, listed in operated.items()]
    data = embedded(script_data.for_lists((), site.offered, site.spoken))
    yield _page(site, "companies.html", "companies", {"groups": groups, "data": data})
    for company in groups:
        yield from _list(site, f"companies/{company.id}", company.title, company.cards)


def _list(
    site: Site, path: str, title: str, cards: Sequence[Card], lead: str = "", only: str = ""
) -> Iterator[SiteFile]:
    """The page of a list, where it is long with a page for each letter; `only` is the one status that is shown."""
    letters = _by_letter(cards) if len(cards) > LONGEST else []
    told = {"title": title, "lead": lead, "only": only, "path": path, "letters": letters}
    for letter in letters:
        shown = _listed(letter.cards, site, only)
        yield _page(site, f"{path}/{letter.id}.html", "list", {**told, **shown, "letter": letter.title})
    shown = {**_listed(() if letters else cards, site, only), "counts": _counts(cards, site)}
    yield _page(site, f"{path}.html", "list", {**told, **shown, "letter": ""})


def _listed(cards: Sequence[Card], site: Site, only: str) -> dict[str, Any]:
    """What the page of a list shows: by category if it is for one status, else what needs action first."""
    groups = _by_category(cards, site) if only else [Group("platforms", "", tuple(cards))] if cards else []
    data = embedded(script_data.for_lists(cards, site.offered, site.spoken))
    return {"groups": groups, "counts": _counts(cards, site), "data": data}


def _by_letter(cards: Iterable[Card]) -> list[Group]:
    """Cards under the first letter of their names, those in other scripts after a to z."""
    found = ((id, id.upper() if id != "other" else "…", one) for one in cards for id in (_letter(one.name),))
    return sorted(_groups(found), key=lambda one: (one.id == "other", one.id))


def _letter(name: str) -> str:
    first = folded(key(name))[:1]
    return "0-9" if first.isdecimal() else first if "a" <= first <= "z" else "other"


def by_action(cards: Iterable[Card]) -> list[Card]:
    """What needs action first, then by name."""
    return sorted(cards, key=lambda one: (RANK[one.status.id], one.name.casefold(), one.slug))


def _looked_back(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
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
    yield _page(site, "overview.html", "overview", {**overview, "number": len(cards), "as_of": site.as_of})
    told |= {"as_of": site.as_of, "changes": found, "asks": _asked_today(cards, site)}
    told |= {"data": embedded({"words": script_data.for_changes(site.spoken)})}
    yield from _changes(told, found.years, cut, site)


def _asked_today(cards: Iterable[Card], site: Site) -> dict[str, str]:
    """What each platform asks today of whoever says nothing of themselves, or that there is nothing to do."""
    placed = {one.slug: one.mine.usual for one in cards if one.mine}
    return {slug: site.spoken.text(_asked(one)) for slug, one in placed.items()}


def _asked(one: mine.Placed) -> Message:
    if one.place:
        return message("changes-to-do", said=one.said)
    return message("changes-nothing" if one.part == "nothing" else "changes-today", said=one.said)


def _changes(told: Mapping[str, Any], years: Sequence[Year], cut: bool, site: Site) -> Iterator[SiteFile]:
    """The page of what changed; where it would be long, it has the newest, and others have each year and month."""
    shown = newest_months(years, _LATEST) if cut else years
    yield _page(site, "changes.html", "changes", {**told, "shown": shown, "years": years, "cut": cut})
    for year in years if cut else ():
        is_full = year.number > FULL_YEAR
        one = {**told, "years": years, "cut": cut, "year": year, "is_full": is_full}
        yield _page(site, f"changes/{year.title}.html", "changes-of", {**one, "months": () if is_full else year.months})
        for month in year.months if is_full else ():
            yield _page(site, f"changes/{month.page}.html", "changes-of", {**one, "months": (month,)})


def _to_follow(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    platforms = [entry.platform for entry in site.entries]
    happened = events.events(platforms)
    compared = events.since(site.since, platforms, site.as_of, site.spoken) if site.since else ()
    yield from feeds.of_all(site, (*compared, *happened))
    yield calendar.file(site, events.to_come(happened, site.as_of))


def _constant(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What hardly depends on the platforms: about, redirects."""
    grouped = words.grouped(site.spoken)
    criteria = {one: site.spoken.text(words.criterion(one)) for one in grouped}
    yield _page(site, "about.html", "about", {"statuses": tuple(grouped.values()), "criteria": criteria})
    for stub in site.stubs:
        if stub.now in site.names:
            context = {"stub": stub, "name": site.names[stub.now]}
            yield _page(site, f"platforms/{stub.slug}.html", "redirect", context)


def _owners(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The page for those who run a website, if there are crawlers to be turned away."""
    if site.has_crawlers:
        yield _page(site, robots.PATH, "robots", {**robots.context(site), "data": embedded(robots.for_script(site))})


def _letters(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The page that writes letters."""
    yield _page(site, letters.PATH, "letter", {**letters.context(site), "data": embedded(letters.for_script(site))})


def _rules(site: Site) -> Iterator[SiteFile]:
    """A page for each rule of `optout check`, and their list; the manuals are in English only."""
    told = {rule: manuals.parts(manual) for rule, manual in manuals.manuals().items()}
    first = {rule: parts[0].text for rule, parts in told.items()}
    addresses = {rule: manuals.page(rule) for rule in told}
    yield _page(site, "rules.html", "rules", {"first": first, "addresses": addresses})
    for rule, parts in told.items():
        yield _page(site, addresses[rule], "rule", {"rule": rule, "first": first[rule], "parts": parts})


# What is made of what lists show of all cards.
_LISTS: tuple[_Part, ...] = (_home, _my_list, _companies, _categories, _topics, _statuses, _constant)


def _missing(site: Site) -> SiteFile:
    """The page that a host shows at every address that is none: the search for all else is in itself."""
    languages = site.config.languages[1:]
    data = embedded(
        {
            "words": script_data.for_missing(site.spoken),
            "base": _base(site),
            "folders": [*_FOLDERS, *languages],
            "languages": languages,
            "script": site.assets.names["missing.js"],
        }
    )
    return _page(site, "404.html", "404", {"data": data, "root_script": Markup(site.assets.within[assets.ROOT])})


def _allowed_anywhere(given: Assets) -> str:
    """What any page of the site may load."""
    return policy.carrying(policy.POLICY, assets.every_style(given), given.within.values())


def _base(site: Site) -> str:
    """The folder at its host that the site is said to lie in, as part of an address; empty if nobody said so.

    Without the host: the same site may be shown at others, as one to try.
    """
    return f"{urlsplit(site.config.base_url).path}/" if site.config.base_url else ""


def _page(
    site: Site,
    path: str,
    template: str,
    context: Mapping[str, Any],
    allowed: str = policy.POLICY,
    styled: str = "",
) -> SiteFile:
    base = site.config.base_url
    anywhere = template == "404"  # shown at every address that is none
    alone = template in ("404", "rule", "rules", "own")  # in one language
    root = _base(site) if anywhere else "../" * path.count("/")
    top = root if anywhere else "../" * f"{site.folder}{path}".count("/")
    style = assets.style_of(styled or template, site.assets)
    scripts = {name: text for name, text in site.assets.within.items() if anywhere or name == assets.FIRST}
    frame = Frame(
        site=site.config.title,
        path=path,
        root=root,
        top=top,
        address="" if anywhere else canonical(site.config, f"{site.folder}{path}"),
        repository=site.config.repository,
        request=reports.request_url(site.config),
        feeds=bool(base),
        owners=site.has_crawlers,
        touch=touch.is_there(site.config.templates),
        policy=policy.carrying(allowed, [style], scripts.values()),
        style=Markup(style),
        first=Markup(scripts[assets.FIRST]),
        assets=site.assets.names,
        language=site.spoken.code,
        languages=() if alone else _translations(site, path),
        own=tuple(_own_links(site, top)),
    )
    made = render(_environment(site.config.templates, site.spoken), f"site/{template}.html", {**context, "page": frame})
    if site.config.templates:
        made = _PLAIN.sub(lambda found: site.assets.names.get(found[1], found[0]), made)
    lean = _BETWEEN.sub(">", made)
    return SiteFile(f"{site.folder}{path}", _leaner(lean) if template == "guide" else lean)


def _leaner(page: str) -> str:
    """The page of a guide, which loads in one go: no lines between elements, and quotes in texts as they are."""
    between = _IN_GUIDES.sub(">", page)
    return _TEXT.sub(lambda found: found[0].replace("&#39;", "'").replace("&#34;", '"'), between)


def _own_links(site: Site, top: str) -> Iterator[tuple[str, str]]:
    """Title and link of the publisher's own pages: in this language where there are, else those for all."""
    general = {one.path: one for one in site.pages if "/" not in one.path}
    inside = (one for one in site.pages if site.folder and one.path.startswith(site.folder))
    shown = general | {one.path.removeprefix(site.folder): one for one in inside}
    yield from ((one.title, f"{top}{one.path}") for one in shown.values())


def _translations(site: Site, path: str) -> tuple[Translation, ...]:
    codes = site.config.languages if len(site.config.languages) > 1 else ()
    here = dirname(f"{site.folder}{path}")
    found = ((code, f"{site.folder_of(code)}{path}") for code in codes)
    return tuple(
        Translation(code, language(code).name, relpath(target, here or "."), canonical(site.config, target))
        for code, target in found
    )


@cache
def _environment(own: Path | None, spoken: Language) -> Environment:
    made = environment({**html.filters(spoken), **_filters(spoken)}, own, autoescape=True)
    made.globals["t"] = partial(_said, spoken)
    return made


def _said(spoken: Language, key: str, **given: Any) -> Markup:
    """The message `key` as HTML; what is put into it may be HTML, a number, a date or a text."""
    return _filled(spoken, key, given) if given else _alone(spoken, key)


@cache
def _alone(spoken: Language, key: str) -> Markup:
    return _filled(spoken, key, {})


def _filled(spoken: Language, key: str, given: Mapping[str, Any]) -> Markup:
    forms = _forms(spoken, key)
    number = given.get("number")
    text = forms.get(spoken.plural(number), forms["other"]) if isinstance(number, int) else forms["other"]
    return Markup(_GAP.sub(lambda gap: str(_put(spoken, given[gap[1]])), str(escape(text))))


@cache
def _forms(spoken: Language, key: str) -> dict[str, str]:
    return spoken.open(key)


def _put(spoken: Language, value: Any) -> Markup:
    if isinstance(value, Date):
        return escape(spoken.date(value))
    return escape(spoken.number(value) if isinstance(value, int) else value)


def forget_templates() -> None:
    """Read the templates anew next time; one that was added since would not be noticed otherwise."""
    _environment.cache_clear()


def _filters(spoken: Language) -> dict[str, Callable[..., Any]]:
    return {
        "cost": partial(script_data.cost, spoken),
        "day": spoken.day,
        "date": spoken.date,
        "number": "{:g}".format,
        "said": spoken.text,
        "say": spoken.say,
        "sentences": lambda said: " ".join(map(spoken.text, said)),
        "thousands": spoken.number,
    }


def _groups(found: Iterable[tuple[str, str, Card]]) -> list[Group]:
    """Cards under their headings, in the order in which these come first."""
    titles: dict[str, str] = {}
    cards: dict[str, list[Card]] = {}
    for id, title, one in found:
        titles.setdefault(id, title)
        cards.setdefault(id, []).append(one)
    return [Group(id, titles[id], tuple(listed)) for id, listed in cards.items()]


def _by_category(cards: Iterable[Card], site: Site) -> list[Group]:
    return _groups((one.category, site.spoken.text(words.category(one.category)), one) for one in cards)


def _by_topic(cards: Iterable[Card], site: Site) -> list[Group]:
    """The topics that any platform has; each of several under each of them."""
    listed = list(cards)
    found = ((id, tuple(one for one in listed if id in one.topics)) for id in TOPICS)
    return [Group(id, site.spoken.text(words.topic(id)), having) for id, having in found if having]


def _statuses_of(site: Site) -> list[Status]:
    """All statuses that lists tell apart, what needs action first."""
    return list(words.grouped(site.spoken).values())


def _counts(cards: Iterable[Card], site: Site) -> list[tuple[Status, int]]:
    """How many cards have each status, what needs action first; one label for each status."""
    found = Counter(one.status.id for one in cards)
    return [(status, found[status.id]) for status in _statuses_of(site) if found[status.id]]
