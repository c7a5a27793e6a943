"""Whoever changes what an entry tells of a day notes when: feeds and calendars show it as new by that day.

`optout check --since REV` compares the events of `history` with those at that revision. Where the text or the doubt of
one is another, `noted` is the day of the change; without it a feed has the new words under the old day, and nobody who
follows it sees them. An event that is put before another with its date and its first source takes over its id: then
the new one stands last of them, or cites another source first.
"""

from collections.abc import Iterator

from optout.history import identified
from optout.model import Date, Event, Platform
from optout.rules.finding import Finding

ID = "unnoted-change"


def check_change(before: Platform, platform: Platform, matters: bool, today: Date) -> Iterator[Finding]:
    """The events that are told otherwise than `before`, and are not noted as such."""
    old, new = dict(identified(before)), dict(identified(platform))
    kept = {_told(event) for event in new.values()}
    for number, (id, event) in enumerate(new.items()):
        was = old.get(id)
        if was is None or _told(was) == _told(event):
            continue
        path = ("history", number)
        if _told(was) in kept:
            message = f"this takes over what feeds know another event of {event.date.iso} by"
            yield Finding((*path, "text"), message, "it after the others of that day", severity="warning")
        elif not event.noted or (was.noted and event.noted <= was.noted):
            has = f"`noted` is {event.noted.iso} as it was" if event.noted else "it has no `noted`"
            message = f"what is told of {event.date.iso} changed, and {has}"
            expected = f"the day of the change, such as `noted: {today.iso}`"
            where = "noted" if event.noted else "text"
            yield Finding((*path, where), message, expected, severity="warning")


def _told(event: Event) -> tuple[str, str]:
    return event.text, event.doubt
