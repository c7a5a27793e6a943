"""A link in a sentence must lead to an https or mailto address.

Anything else (http, javascript, a path) is shown as plain text by every renderer, so the link would be lost.

Not so:

    limits: ["What was used stays used, says [Example](http://example.com/ai). [help]"]

But so:

    limits: ["What was used stays used, says [Example](https://example.com/ai). [help]"]
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import parse
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "unsafe-link"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Links that are not shown as links."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        for span in parse(text, ids):
            if span.kind == "text" and span.target:
                yield Finding(path, f"`{span.target}` is not an address to link", "an https or mailto address")
