"""Where the press reports a change that no official source is new enough to know, the entry must say which it follows.

An event in `history` that is newer than every dated official source and rests on the press alone may contradict what
the official sources say. Either a newer official source is found, or `conflicts` (or a `doubt` on the event) says
which of the two the guide follows.

Not so:

    history:
      - {date: 2026-05-01, text: "The switch moves. [news]"}
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, date: 2025-01-01}
      news: {title: Example moves its switch, publisher: A paper, kind: press, date: 2026-05-02}

But so:

    history:
      - {date: 2026-05-01, text: "The switch moves. [news]"}
    conflicts:
      - The help page still shows the old place; this guide follows the paper. [help] [news]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, date: 2025-01-01}
      news: {title: Example moves its switch, publisher: A paper, kind: press, date: 2026-05-02}
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import cited, parse
from optout.rules.finding import Finding

ID = "overtaken-official"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Changes known from the press only that are newer than all official sources."""
    kinds = {source.id: source.kind for source in platform.sources}
    official = [source.known for source in platform.sources if source.kind == "official" and source.known]
    if not official or platform.conflicts:
        return
    for number, event in enumerate(platform.history):
        known_from = {kinds[name] for name in cited(parse(event.text, kinds))}
        if event.date > max(official) and known_from == {"press"} and not event.doubt:
            message = f"the press reports this change; the newest official source is of {max(official).iso}"
            yield Finding(("history", number), message, "a newer official source, or a word on it in `conflicts`")
