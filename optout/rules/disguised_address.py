"""An address is what it seems: no user name before the host, and no letters that look like others.

`https://www.example.com@other.example/` leads to other.example. Names may mix letters of two scripts that look alike,
such as a Cyrillic o in a Latin word, or write a Latin word in another script altogether; `xn--` is how such names look
to machines. Names in one script, such as münchen.example, are fine.

Not so:

    limits: ["What was used stays used, says [Example](https://example.com@other.example/ai). [help]"]

But so:

    limits: ["What was used stays used, says [Example](https://example.com/ai). [help]"]
"""

from collections.abc import Iterator

from optout.address.hosts import authority, disguised, unreachable
from optout.model import Date, Platform
from optout.rules.finding import Finding, hosts, targets

ID = "disguised-address"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses with a user name, and hosts with letters that deceive."""
    for path, target in targets(platform):
        if target.startswith("https:") and (user := authority(target).user):
            host = authority(target).host
            yield Finding(path, f"`{user}` is no host: this leads to `{host}`", "the host alone, without a user name")
    for path, host in hosts(platform):
        if not unreachable(host) and (wrong := disguised(host)):
            yield Finding(path, wrong, "the host in the letters that it is known by")
