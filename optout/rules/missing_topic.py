"""Whoever runs a site or administers accounts finds by its topic what only they can do.

An entry with a way for `who: admin` is of use to administrators, one with a way for `who: site-owner` to those who run
a site, whatever else it is about: `optout list --topic` and the site's pages by topic go by `topics` alone.

Not so:

    topics: [developers]
    controls: [{path: Settings > Privacy > Share, set: off, who: admin, evidence: [help]}]

But so:

    topics: [developers, administrators]
    controls: [{path: Settings > Privacy > Share, set: off, who: admin, evidence: [help]}]
"""

from collections.abc import Iterator

from optout.model import Date, Platform, Topic, Who
from optout.rules.finding import Finding

ID = "missing-topic"

_TOPICS: dict[Who, Topic] = {"admin": "administrators", "site-owner": "site-owners"}


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Ways for some only whose topic the entry does not name."""
    for who, topic in _TOPICS.items():
        number = next((number for number, one in enumerate(platform.controls) if one.who == who), None)
        if number is not None and topic not in platform.topics:
            message = f"this way is for `{who}`, and the entry has no such topic"
            yield Finding(("controls", number, "who"), message, f"`{topic}` among its `topics`", severity="warning")
