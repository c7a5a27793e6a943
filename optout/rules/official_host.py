"""An official source stands at a host of the company.

Anybody can call a page official; where it stands tells. `optout/address/companies.toml` has the hosts of each company,
as far as they are known; of a company that it does not have, the `domains` of the entry count, and what is above them.
This is a warning: a company may have a host that nobody has written down yet. If it is the company's, add it to the
list, or to `domains`.

Not so:

    domains: [example.com]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, url: "https://example-help.net/ai"}

But so:

    domains: [example.com]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, url: "https://help.example.com/ai"}
"""

from collections.abc import Iterator

from optout.address.companies import companies, is_at
from optout.address.hosts import authority, shown, suffixes
from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "official-host"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Official sources at hosts that are not known to be the company's."""
    company = platform.company or platform.name
    known = companies().get(company, ())
    wider = known or tuple(above for domain in platform.domains for above in suffixes(domain))
    if not wider:
        return
    for source in platform.sources:
        if source.kind == "official" and source.url and not is_at(source.url, wider):
            message = f"{shown(authority(source.url).host)} is not known to be of {company}"
            expected = f"one of {', '.join(known or platform.domains)}; or add it if it is theirs"
            yield Finding(("sources", source.id, "url"), message, expected, severity="warning")
