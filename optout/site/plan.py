"""Which files a site has beside its guides, in lots that are made together.

Pure, so that the same catalog always makes the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from optout.guide.parts import history
from optout.guide.status import newest
from optout.model import Platform
from optout.site import (
    api,
    calendar,
    constant,
    events,
    feeds,
    home,
    labels,
    letters,
    lists,
    logins,
    looked_back,
    memories,
    offline,
    search_index,
    sitemap,
)
from optout.site.abridged import extract_of, whole
from optout.site.groups import in_order
from optout.site.made import ShownOf, digest
from optout.site.model import Card, Entry, Lot, Since, Site, SiteFile

_Part = Callable[[Sequence[Card], Site], Iterator[SiteFile]]

# What is made of what lists show of all cards.
_LISTS: tuple[_Part, ...] = (
    home.home,
    home.my_list,
    lists.companies,
    lists.categories,
    lists.topics,
    lists.statuses,
    constant.constant,
)


def shown_of(platform: Platform, card: Card, site: Site) -> ShownOf:
    """Digests of what is shown of a platform beside its guide."""
    listed = card._replace(mine=None, caption=None, memory="", words="")
    passed = (history(platform, site.spoken.code), *events.of(platform))
    seen = (
        platform.checked,
        [source.known for source in platform.sources],
        card.mine and looked_back.asked(card.mine.usual),
    )
    names = (platform.name, platform.formerly, platform.aliases, platform.company, platform.topics, newest(platform))
    logins = (platform.domains, platform.country_domains, platform.logins, platform.apps)
    return ShownOf(
        digest(repr(listed)), digest(repr((passed, seen))), digest(repr((listed, names, logins))), digest(card.words)
    )


def lots(cards: Sequence[Card], site: Site, shown: ShownOf | None = None) -> Iterator[Lot]:
    """The files about many platforms at once and those about none up to the last, each lot with what it is made from.

    `shown` are digests of what `shown_of` gave for all cards, where these are known.
    """
    ordered = in_order(cards)
    listed = shown and (shown.listed, site.stubs, site.as_of)
    passed = shown and not site.since and (listed, shown.looked_back)  # else the older catalog counts as well
    for part, of in (
        *((part, listed) for part in _LISTS),
        *((part, passed) for part in (looked_back.looked_back, _to_follow)),
        (constant.letter_writer, listed and (listed, letters.closed_countries(site))),
        (home.my_platforms, None),
    ):
        yield Lot(partial(part, ordered, site), (part.__name__, of) if of else None)
    crawling = tuple(entry for entry in site.entries if extract_of(entry).is_of_websites)
    names = tuple(site.names.items()) if site.config.templates else ()  # which may ask for any of them
    concerned = (constant.owners.__name__, names, site.as_of, *(entry.key for entry in crawling))
    yield Lot(partial(_owners, ordered, site, crawling), concerned if shown else None)
    if site.is_first:
        yield from letters.lots(site)
        yield Lot(partial(constant.still, site), (constant.still.__name__,))
        called = shown and (_for_programs.__name__, listed, shown.called)
        yield Lot(partial(_for_programs, ordered, site), called)
        yield Lot(partial(_searched, ordered, site), shown and (_searched.__name__, listed, shown.called, shown.words))
        yield Lot(partial(_whole, ordered, site))


def last_files(made: Iterable[str], cards: Iterable[Card], site: Site) -> Iterator[SiteFile]:
    """What tells of the files that were `made` of lots: the sitemap, beside the first language."""
    if site.is_first:
        yield from sitemap.files(site.config, _found(made, cards, site))


def _owners(cards: Sequence[Card], site: Site, crawling: Iterable[Entry]) -> Iterator[SiteFile]:
    """The page for those who run a website, of the entries that say something to them."""
    yield from constant.owners(cards, site._replace(entries=tuple(map(whole, crawling))))


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


def _found(made: Iterable[str], cards: Iterable[Card], site: Site) -> Iterator[sitemap.Indexed]:
    """The pages that a search may find: guides on the day of their check, all others on that of the newest.

    The rules and the publisher's own are in no other language; the one for what is not there is for nobody to find.
    """
    paths = {path for path in made if path.endswith(".html")} - {"404.html"}
    alone = {path for path in paths if path.partition("/")[0] in ("rules", "rules.html")}
    checked = {f"platforms/{one.slug}.html": one.checked for one in cards}
    for entry in site.entries:
        if extract_of(entry).has_labels:
            checked[labels.page(entry.platform.slug)] = entry.platform.checked
    hidden = {f"platforms/{stub.slug}.html" for stub in site.stubs}
    newest = max(checked.values(), default=site.as_of)
    for path in {*paths, *checked} - hidden - alone:
        for folder in map(site.folder_of, site.config.languages):
            yield sitemap.Indexed(f"{folder}{path}", checked.get(path, newest))
    yield from (sitemap.Indexed(path, newest) for path in (*alone, *(one.path for one in site.pages)))


def _to_follow(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    happened = events.events(entry.platform for entry in site.entries)
    compared = _compared(site, site.since) if site.since else ()
    yield from feeds.of_all(site, (*compared, *happened))
    yield calendar.file(site, events.to_come(happened, site.as_of))


def _compared(site: Site, since: Since) -> Iterator[events.EventItem]:
    changed = {one.slug for one in since.changes}
    platforms = [whole(entry).platform for entry in site.entries if entry.platform.slug in changed]
    return events.since(since, platforms, site.as_of, site.spoken)
