"""Sentences are written with Markdown's signs, not with HTML.

A tag would be shown as it stands, letter by letter: optout lets no HTML through, whoever wrote it. A label on the
screen stands between two asterisks on each side, what is typed letter by letter between backquotes.

Not so:

    limits: ["What was used stays <b>used</b>. [help]"]

But so:

    limits: ["What was used stays used, whatever **Training** says. [help]"]
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import parse
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "html-tag"

_TAG = re.compile(r"</?(?:a|b|br|code|div|em|h[1-6]|i|li|ol|p|s|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.I)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sentences with a tag outside of what is to be typed."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        if "<" not in text:
            continue
        for span in parse(text, ids):
            if span.kind != "code" and (tag := _TAG.search(span.text)):
                expected = "** around a label, ` around what is typed, or the sentence without it"
                yield Finding(path, f"readers would see `{tag[0]}` as it stands", expected)
                break
