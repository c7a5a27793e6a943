"""A link to write a mail says to whom, about what, and with which words, and nothing else.

Anything more in a `mailto:` address works unseen: copies (`cc`, `bcc`) go to others, some programs attach a file of the
reader, and line breaks outside the text smuggle in such lines. One address, `subject` and `body` can be seen before the
mail is sent.

Not so:

    limits: ["Write to [privacy@example.com](mailto:privacy@example.com?bcc=other@example.com). [help]"]

But so:

    limits: ["Write to [privacy@example.com](mailto:privacy@example.com?subject=My%20data). [help]"]
"""

from collections.abc import Iterator

from optout.address.mail import objection
from optout.model import Date, Platform
from optout.rules.finding import Finding, targets

ID = "mail-link"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Mail links that do more than they show."""
    for path, target in targets(platform):
        if target.startswith("mailto:") and (wrong := objection(target)):
            yield Finding(path, f"this mail link {wrong}", "one address, with at most a subject and a body")
