"""What an entry says that happened: which event is which, and since when it is told as it is.

A feed or a calendar that people subscribe to knows an event again by its id, and shows it as new by its day.
"""

from collections.abc import Iterator

from optout.model import Date, Event, Platform
from optout.prose import cited, parse


def identified(platform: Platform) -> Iterator[tuple[str, Event]]:
    """The events in the order of the entry, each with a path of words that stays when only its wording is mended.

    An event is known by its date and the source that it cites first; of several with both in common, by the order.
    """
    sources = {source.id for source in platform.sources}
    seen: dict[str, int] = {}
    for event in platform.history:
        id = "/".join((platform.slug, event.date.iso, *cited(parse(event.text, sources))[:1]))
        number = seen[id] = seen.get(id, 0) + 1
        yield id if number == 1 else f"{id}/{number}", event


def told_since(platform: Platform, event: Event) -> Date:
    """The day since when an event is told as it is: the one that the entry notes, or else its first possible day.

    Of what was announced it is the newest day on which a source that it cites said so; and the day of the check where
    none has a date.
    """
    if event.noted:
        return event.noted
    first = first_day(event.date)
    if first <= platform.checked:
        return first
    sources = {source.id: source for source in platform.sources}
    dates = [sources[name].date for name in cited(parse(event.text, sources))]
    days = [first_day(date) for date in dates if date]
    return max((day for day in days if day <= platform.checked), default=platform.checked)


def first_day(date: Date) -> Date:
    """The first day that a date of any precision may mean."""
    return Date(date.year, date.month or 1, date.day or 1)
