"""What changed as Atom feeds, one of all platforms and one of each.

A feed names itself and its entries by addresses, so a site that has none has no feeds.
https://www.rfc-editor.org/rfc/rfc4287
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from textwrap import shorten
from typing import NamedTuple

from feedgenerator import Atom1Feed
from markupsafe import Markup

from optout.guide.guide import Guide, plain
from optout.messages import language
from optout.model import Date
from optout.project.config import Config
from optout.site.addresses import canonical
from optout.site.events import Item, legible, urn
from optout.site.model import File

ALL = "feeds/all.xml"

# How many entries the feed of all platforms has at most.
NEWEST = 100


class Entry(NamedTuple):
    """One entry of a feed; `id` tells it from all others of the site, `page` is where it leads."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    page: str
    updated: Date


def path(slug: str) -> str:
    """Where the feed of a platform is."""
    return f"feeds/platforms/{slug}.xml"


def of_all(config: Config, items: Iterable[Item], as_of: Date) -> Iterator[File]:
    """The feed of all platforms with the newest of the `items`; `as_of` is its date if there are none."""
    if config.base_url:
        newest = sorted(items, key=lambda item: item.known, reverse=True)[:NEWEST]
        yield _feed(config, ALL, f"{config.title}: what changed", "changes.html", map(_told, newest), as_of)


def of_platform(config: Config, guide: Guide, items: Iterable[Item], version: str) -> Iterator[File]:
    """The feed of one platform: its history, and its guide, which is told anew when its `version` changes."""
    if config.base_url:
        page = f"platforms/{guide.slug}.html"
        said = (plain(guide.verdict), plain(guide.provenance))
        now = Entry(f"{guide.slug}/{version}", f"{guide.name}: {guide.status.label}", said, page, guide.checked)
        history = sorted(items, key=lambda item: item.known, reverse=True)
        title = f"{guide.name} – {config.title}"
        yield _feed(config, path(guide.slug), title, page, (now, *map(_told, history)), guide.checked)


def _told(item: Item) -> Entry:
    date = f"{language('en').date(item.date)}: " if item.date != item.known else ""
    title = f"{item.name}: {shorten(item.text, 90, placeholder=' …')}"
    return Entry(item.id, title, (f"{date}{item.text}", item.doubt), item.page, item.known)


class _Atom(Atom1Feed):  # type: ignore[misc]
    """A feed that never asks the clock: without entries the library would."""

    def latest_post_date(self) -> datetime:
        latest: datetime = max((item["updateddate"] for item in self.items), default=self.feed["otherwise"])
        return latest


def _feed(config: Config, path: str, title: str, page: str, entries: Iterable[Entry], otherwise: Date) -> File:
    made = _Atom(
        legible(title),
        canonical(config, page),
        None,
        language="en",
        author_name=legible(config.title),
        feed_url=canonical(config, path),
        feed_guid=canonical(config, path),
        otherwise=_time(otherwise),
    )
    for one in entries:
        said = Markup("").join(Markup("<p>{}</p>").format(legible(words)) for words in one.paragraphs if words)
        link = canonical(config, one.page)
        made.add_item(
            legible(one.title), link, said, unique_id=urn(config.base_url, one.id), updateddate=_time(one.updated)
        )
    return File(path, f"{made.writeString('utf-8')}\n")


def _time(date: Date) -> datetime:
    return datetime(date.year, date.month, date.day, tzinfo=UTC)
