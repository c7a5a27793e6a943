"""The day on which an archive made a copy is no day on which anything changed.

An event in `history` has the date that a document gives, or that somebody reports. A copy proves what stood there on
its day, not since when: where nothing else is known, the event is left out, or its date is as rough as two copies make
it and its `doubt` says so. The day of a copy is `seen` of a source, or stands in the archive's address.

Not so:

    history:
      - {date: 2026-03-03, text: "The terms let Example train AI on posts. [help]"}
    sources:
      help: {title: Terms, publisher: Example, kind: official, seen: 2026-03-03}

But so:

    history:
      - {date: 2026-02-01, text: "The terms let Example train AI on posts. [help]"}
    sources:
      help: {title: Terms, publisher: Example, kind: official, date: 2026-02-01}
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform, Source
from optout.prose import cited, parse
from optout.rules.finding import Finding

ID = "copied-event"

# An address of the Wayback Machine says when the copy was made: year, month, day, time.
_COPIED = re.compile(r"https://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)")


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Events on the day of a copy that they cite, and on no day that a source gives itself."""
    sources = {source.id: source for source in platform.sources}
    for number, event in enumerate(platform.history):
        rests_on = [sources[name] for name in cited(parse(event.text, sources))]
        is_copied = any(event.date in _copies(source) for source in rests_on)
        if is_copied and not event.doubt and all(source.date != event.date for source in rests_on):
            message = f"{event.date.iso} is the day of a copy that is cited, not of what happened"
            expected = "the date that the document gives, or a `doubt` that says what the date is"
            yield Finding(("history", number, "date"), message, expected, severity="warning")


def _copies(source: Source) -> Iterator[Date]:
    """The days on which copies of it were made, as far as they are known."""
    if source.seen:
        yield source.seen
    if found := _COPIED.match(source.archived):
        yield Date(*map(int, found.groups()))
