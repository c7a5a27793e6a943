"""Nothing has been read or checked in the future.

`checked`, `noted` and the dates of sources lie in the past. Only the `date` in `history` may be that of what has been
announced.

Not so:

    checked: 2062-11-21

But so:

    checked: 2026-11-21
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "future-date"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Dates after today."""
    if platform.checked > today:
        yield Finding(("checked",), f"{platform.checked.iso} is in the future", f"a day up to {today.iso}")
    for number, event in enumerate(platform.history):
        if event.noted and event.noted > today:
            message = f"{event.noted.iso} is in the future"
            yield Finding(("history", number, "noted"), message, f"a day up to {today.iso}")
    for source in platform.sources:
        for field, day in (("date", source.date), ("seen", source.seen)):
            if day and day > today:
                yield Finding(("sources", source.id, field), f"{day.iso} is in the future", f"up to {today.iso}")
