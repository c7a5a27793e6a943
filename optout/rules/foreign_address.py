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
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "foreign-address"

_PARAMETERS = re.compile(r"[?&](utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src|hl|locale|lang|setlang)=[^&#]*")
_LOCALE = re.compile(r"/(?:[a-z]{2}-[a-z]{2}|[a-z]{2}_[A-Z]{2}|intl/[a-z]{2})(?=/|$)", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses with a locale or a tracking parameter."""
    for number, control in enumerate(platform.controls):
        field = "form" if control.how == "form" and not control.form else "link"
        yield from _links(("controls", number, field), control.link)
    for number, lookalike in enumerate(platform.lookalikes):
        yield from _links(("lookalikes", number, "link"), lookalike.link)
    for source in platform.sources:
        yield from _finding(("sources", source.id, "url"), source.url, _PARAMETERS)


def _links(path: tuple[str | int, ...], address: str) -> Iterator[Finding]:
    yield from _finding(path, address, _PARAMETERS, _LOCALE)


def _finding(path: tuple[str | int, ...], address: str, *patterns: re.Pattern[str]) -> Iterator[Finding]:
    found = [match.group() for pattern in patterns for match in pattern.finditer(address)]
    if found:
        said = " and ".join(f"`{part}`" for part in found)
        does = "does" if len(found) == 1 else "do"
        yield Finding(path, f"{said} {does} not suit every reader", "the address without it", _cut(address, patterns))


def _cut(address: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        address = pattern.sub("", address)
    return address if "?" in address else address.replace("&", "?", 1)
