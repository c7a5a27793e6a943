"""Addresses must suit every reader, and lead to the publisher.

A locale in the address of a setting or form (`/en-us/`, `?hl=en`) shows it in a language that is not the reader's; a
tracking parameter (`utm_source`) tells somebody where they came from. Sources may keep a locale in their path, because
the wording of a page can differ by language, but not as a parameter.

`optout check --fix` takes both out; open the address once to see that it still leads there.

Not so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://example.com/en-us/settings?hl=en", evidence: [help]}

But so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://example.com/settings", evidence: [help]}
"""

import re
from collections.abc import Iterable, Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "foreign-address"

_PARAMETERS = re.compile(r"[?&](utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src|hl|locale|lang|setlang)=[^&#]*")
_LOCALE = re.compile(r"/(?:[a-z]{2}-[a-z]{2}|[a-z]{2}_[A-Z]{2}|intl/[a-z]{2})(?=/|$)", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses with a locale or a tracking parameter."""
    for path, address in texts(platform, "address"):
        patterns = (_PARAMETERS,) if path[0] == "sources" else (_PARAMETERS, _LOCALE)
        found = [match.group() for pattern in patterns for match in pattern.finditer(address)]
        # A copy in an archive has the address of what it is a copy of in its own.
        if found and path[-1] != "archived":
            said = " and ".join(f"`{part}`" for part in found)
            does = "does" if len(found) == 1 else "do"
            message = f"{said} {does} not suit every reader"
            yield Finding(path, message, "the address without it", _cut(address, patterns))


def _cut(address: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        address = pattern.sub("", address)
    return address if "?" in address else address.replace("&", "?", 1)
