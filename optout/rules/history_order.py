"""History is told in order, the oldest event first.

An event of a month or a year stands before the events of single days in it.

Not so:

    history:
      - {date: 2026-05-01, text: "The switch came. [help]"}
      - {date: 2025-01-01, text: "Training began. [help]"}

But so:

    history:
      - {date: 2025-01-01, text: "Training began. [help]"}
      - {date: 2026-05-01, text: "The switch came. [help]"}
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "history-order"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Events that are older than the one before."""
    for number in range(1, len(platform.history)):
        before, event = platform.history[number - 1 : number + 1]
        if event.date < before.date and not event.date.iso.startswith(before.date.iso[: len(event.date.iso)]):
            message = f"{event.date.iso} stands after {before.date.iso}"
            yield Finding(("history", number, "date"), message, "the oldest event first")
