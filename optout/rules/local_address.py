"""An address leads to a public host, by its name.

Numbers, in whatever notation, tell nobody whose they are; private and local ones, and names such as `localhost`,
`router.local` or `intranet`, lead every reader into a network of their own, where a link may change a setting of a
router. What is meant by a number or a name is what browsers make of it.

Not so:

    controls:
      - {name: Form, form: "https://192.168.1.1/object", evidence: [help]}

But so:

    controls:
      - {name: Form, form: "https://example.com/object", evidence: [help]}
"""

from collections.abc import Iterator

from optout.address.hosts import unreachable
from optout.model import Date, Platform
from optout.rules.finding import Finding, hosts

ID = "local-address"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses, links and domains whose host is no public name."""
    for path, host in hosts(platform):
        if wrong := unreachable(host):
            yield Finding(path, wrong, "a host that is public, by its name")
