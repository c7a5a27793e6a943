"""What changed as Atom feeds, one of all platforms and one of each.

A feed names itself and its entries by addresses, so a site that has none has no feeds.
https://www.rfc-editor.org/rfc/rfc4287
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from textwrap import shorten
from typing import NamedTuple

from feedgenerator import Atom1Feed
from markupsafe import escape

from optout.guide.guide import Guide, plain
from optout.messages import Language, message
from optout.model import Date
from optout.site.addresses import canonical
from optout.site.events import EventItem, urn
from optout.site.model import Site, SiteFile
from optout.text import shown

ALL = "feeds/all.xml"

# How many entries the feed of all platforms has at most.
NEWEST = 100


class FeedEntry(NamedTuple):
    """One entry of a feed; `id` tells it from all others of the site, `page` is where it leads."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    page: str
    updated: Date


def path(slug: str) -> str:
    """Where the feed of a platform is."""
    return f"feeds/platforms/{slug}.xml"


def of_all(site: Site, items: Iterable[EventItem]) -> Iterator[SiteFile]:
    """The feed of all platforms with the newest of the `items`; without any it has the date of the site."""
    if site.config.base_url:
        newest = sorted(items, key=lambda item: item.known, reverse=True)[:NEWEST]
        title = site.spoken.text(message("feed-all", title=site.config.title))
        said = (told(one, site.spoken) for one in newest)
        yield _feed(site, ALL, title, "changes.html", said, site.as_of)


def of_platform(site: Site, guide: Guide, items: Iterable[EventItem], version: str) -> Iterator[SiteFile]:
    """The feed of one platform: its history, and its guide, which is told anew when its `version` changes."""
    if site.config.base_url:
        page = f"platforms/{guide.slug}.html"
        lines = (plain(guide.verdict), plain(guide.provenance))
        now = FeedEntry(f"{guide.slug}/{version}", f"{guide.name}: {guide.status.label}", lines, page, guide.checked)
        said = (now, *(told(one, site.spoken) for one in items))
        title = f"{guide.name} – {site.config.title}"
        newest = sorted(said, key=lambda entry: entry.updated, reverse=True)
        yield _feed(site, path(guide.slug), title, page, newest, guide.checked)


def told(item: EventItem, spoken: Language) -> FeedEntry:
    """What a feed says of an event."""
    dated = message("feed-dated", date=item.date, text=item.text)
    said = spoken.text(dated) if item.date != item.known else item.text
    title = f"{item.name}: {shorten(item.text, 90, placeholder=' …')}"
    return FeedEntry(item.id, title, (said, item.doubt), item.page, item.known)


class _Atom(Atom1Feed):  # type: ignore[misc]
    """A feed that never asks the clock: without entries the library would."""

    def latest_post_date(self) -> datetime:
        latest: datetime = max((item["updateddate"] for item in self.items), default=self.feed["otherwise"])
        return latest


def _feed(site: Site, path: str, title: str, page: str, entries: Iterable[FeedEntry], otherwise: Date) -> SiteFile:
    config, path, page = site.config, f"{site.folder}{path}", f"{site.folder}{page}"
    made = _Atom(
        shown(title),
        canonical(config, page),
        None,
        language=site.spoken.code,
        author_name=shown(config.title),
        feed_url=canonical(config, path),
        feed_guid=canonical(config, path),
        otherwise=_time(otherwise),
    )
    for one in entries:
        said = "".join(f"<p>{escape(shown(words))}</p>" for words in one.paragraphs if words)
        link = canonical(config, f"{site.folder}{one.page}")
        made.add_item(
            shown(one.title), link, said, unique_id=urn(config.base_url, one.id), updateddate=_time(one.updated)
        )
    return SiteFile(path, f"{made.writeString('utf-8')}\n")


def _time(date: Date) -> datetime:
    return datetime(date.year, date.month, date.day, tzinfo=UTC)
