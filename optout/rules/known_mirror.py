"""A source is a page at its publisher's own address.

Mirrors, caches, translations and republished copies change or vanish and are not the publisher's word. If a text was
read in a copy, the source names the publisher's own address, or none. An archived copy goes into `archived`, and only
real archives count: web.archive.org and the Open Terms Archive.

Not so:

    sources:
      help:
        title: Your posts and AI
        publisher: Example Help
        kind: official
        url: https://web.archive.org/web/2026/https://example.com/ai

But so:

    sources:
      help:
        title: Your posts and AI
        publisher: Example Help
        kind: official
        url: https://example.com/ai
        archived: https://web.archive.org/web/2026/https://example.com/ai
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "known-mirror"

MIRRORS = (
    "sipoch.com",
    "promo-sale.live",
    "cochoo.best",
    "therigh.com",
    "themearound.com",
    "pathoyeastract.org",
    "mymagic.page",
    "readflow.org",
    "mastodawn.com",
    "agateriver.com",
    "your-server.de",
    "lookaside.fbsbx.com",
    "help-lb.openai.com",
    "edit.tosdr.org",
    "webcache.googleusercontent.com",
    "translate.goog",
    "r.jina.ai",
    "12ft.io",
    "archive.ph",
    "archive.today",
    "archive.is",
)
_ARCHIVES = re.compile(r"https://(web\.archive\.org/web/|github\.com/OpenTermsArchive/)")


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sources at the address of a copy, and archives that are none."""
    for source in platform.sources:
        host = source.url.removeprefix("https://").split("/")[0]
        if any(host == one or host.endswith(f".{one}") for one in MIRRORS):
            yield Finding(("sources", source.id, "url"), f"{host} holds copies", "the publisher's own address, or none")
        if source.url.startswith("https://web.archive.org/"):
            message = "an archived copy stands in place of the address"
            yield Finding(("sources", source.id, "url"), message, "the copy under `archived`, the address under `url`")
        if source.archived and not _ARCHIVES.match(source.archived):
            yield Finding(("sources", source.id, "archived"), "this is no archive", "web.archive.org, OpenTermsArchive")
