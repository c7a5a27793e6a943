"""What changed at the platforms, and when: one list for the feeds, the calendar and the page of changes."""

from collections.abc import Iterable, Iterator
from hashlib import blake2s
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from optout.diff.change import Change
from optout.diff.change import Item as Changed
from optout.diff.report import joined
from optout.guide.guide import plain
from optout.history import first_day, identified, told_since
from optout.messages import Language
from optout.model import Date, Platform
from optout.prose import parse
from optout.render.changes import words
from optout.site.model import Since


class EventItem(NamedTuple):
    """Something that changed, as everything that tells of changes needs it.

    `id` is a path of words that stays the same when only the wording is mended: an event of a platform is known by its
    date and the source it cites first. `slug` and `name` are the platform's, `date` is as precise as it is known,
    `text` and `doubt` are plain words, and `checked` is the day on which somebody compared the entry with its sources:
    what is dated later has been announced. `known` is the day to file it under: since when it is told as it is. `page`
    is where more is said of it.
    """

    id: str
    slug: str
    name: str
    date: Date
    text: str
    checked: Date
    known: Date
    doubt: str = ""
    page: str = ""

    @property
    def announced(self) -> bool:
        """Whether it had yet to come when the entry was checked."""
        return first_day(self.date) > self.checked


def events(platforms: Iterable[Platform]) -> tuple[EventItem, ...]:
    """The history of all platforms, newest first; of one day, by the platform's name."""
    return tuple(sorted((item for one in platforms for item in of(one)), key=newest_first))


def of(platform: Platform) -> Iterator[EventItem]:
    """The history of one platform, in the order of its entry."""
    sources = {source.id for source in platform.sources}
    for id, event in identified(platform):
        yield EventItem(
            id,
            platform.slug,
            platform.name,
            event.date,
            plain(parse(event.text, sources)),
            platform.checked,
            told_since(platform, event),
            plain(parse(event.doubt, sources)),
            f"platforms/{platform.slug}.html#history",
        )


def since(found: Since, platforms: Iterable[Platform], as_of: Date, spoken: Language) -> Iterator[EventItem]:
    """What matters of what changed in the catalog, in a sentence for each platform, dated `as_of`."""
    known = {one.slug: one for one in platforms}
    for one in found.changes:
        if one.matters:
            id = f"{one.slug}/since/{_what_changed(one, known.get(one.slug))}"
            text = words(joined(one.matters, spoken), spoken)
            yield EventItem(id, one.slug, one.name, as_of, text, as_of, as_of, page="changes.html#since")


def _what_changed(change: Change, platform: Platform | None) -> str:
    """A digest of the fields that changed and of what they hold now, however that is said."""
    values = sorted((item.field, item.control, repr(_value(platform, item))) for item in change.matters)
    return blake2s(repr((change.kind, values)).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _value(platform: Platform | None, item: Changed) -> object:
    """What the field of a change holds: of the control it is about, if it is one of a control's."""
    field, _, part = item.field.partition(".")
    if field == "controls" and platform:
        control = next((one for one in platform.controls if one.name == item.control), None)
        return getattr(control, part, None) if part else control
    return getattr(platform, field, None)


def to_come(items: Iterable[EventItem], as_of: Date) -> list[EventItem]:
    """What is dated to the day and had yet to come at the last check or comes after `as_of`, soonest first."""
    dated = (one for one in items if one.date.day and (one.announced or one.date > as_of))
    return sorted(dated, key=lambda one: (one.date, one.name.casefold(), one.id))


def urn(base_url: str, id: str) -> str:
    """An identifier that is the same in every build for the same site, and another for another.

    https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6
    """
    return uuid5(NAMESPACE_URL, f"{base_url}/{id}").urn


def newest_first(item: EventItem) -> tuple[tuple[int, ...], str, str]:
    """What to sort by: the date, of one day the platform's name."""
    return tuple(-part for part in item.date), item.name.casefold(), item.id
