"""A right to object that a cited policy grants is a way, and stands among the controls.

Where an official source is quoted with the words that one may object, readers whom the law protects have a way. This is
a warning: the quote may be about something else than training.

Not so:

    sources:
      help: {title: T, publisher: P, kind: official, quote: You can object to our processing of your data.}

But so:

    controls: [{name: Objection, form: "https://example.com/form", right: GDPR, evidence: [help]}]
    sources:
      help: {title: T, publisher: P, kind: official, quote: You can object to our processing of your data.}
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "missing-objection"

_MAY_OBJECT = re.compile(r"\b(right to object|(can|may|to) object( to)?)\b", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Quotes of official sources that grant it, where no control is an objection."""
    if any(control.right for control in platform.controls):
        return
    for source in platform.sources:
        found = _MAY_OBJECT.search(source.quote)
        if source.kind == "official" and found and "setting" not in source.quote:  # which is a switch
            message = f"“{found.group()}” grants an objection, and no control is one"
            yield Finding(("sources", source.id, "quote"), message, "a control with `right`", severity="warning")
