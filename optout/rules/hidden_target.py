"""An address leads where it says.

A shortener (`bit.ly`, `t.co`) or a redirector (`l.facebook.com`, `google.com/url?q=`) shows its own name and leads
elsewhere, tomorrow perhaps to another place than when it was reviewed; and so may an address that carries another one
in its query (`?next=https://other.example/`). What a reader gets to see, and a reviewer looked at, is the page itself.

Not so:

    limits: ["What was used stays used, says [their note](https://bit.ly/3abcde). [help]"]

But so:

    limits: ["What was used stays used, says [their note](https://example.com/note). [help]"]
"""

from collections.abc import Iterator

from optout.address.hosts import authority
from optout.address.redirectors import carried, leads_on
from optout.model import Date, Platform
from optout.rules.finding import Finding, targets

ID = "hidden-target"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses at hosts that lead on, and those that carry one to another host."""
    for path, target in targets(platform):
        if not target.startswith("https:") or path[-1] == "archived":  # which has the address that it is a copy of
            continue
        if leads_on(target):
            host = authority(target).host
            yield Finding(path, f"`{host}` leads on to an address that nobody sees", "the address it leads to")
        elif inner := carried(target):
            yield Finding(path, f"this may lead on to `{inner}`", "the address it leads to, or this without it")
