"""Addresses must suit every reader, and lead to the publisher.

A locale in the address of a setting or form (`/en-us/`, `?hl=en`) shows it in a language that is not the reader's; a
tracking parameter (`utm_source`) tells somebody where they came from. Sources may keep a locale in their path, because
the wording of a page can differ by language, but not as a parameter.
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
        yield from _links(("controls", number, "link"), control.link)
    for number, lookalike in enumerate(platform.lookalikes):
        yield from _links(("lookalikes", number, "link"), lookalike.link)
    for source in platform.sources:
        if found := _PARAMETERS.search(source.url):
            yield _finding(("sources", source.id, "url"), found, source.url)


def _links(path: tuple[str | int, ...], address: str) -> Iterator[Finding]:
    if found := _PARAMETERS.search(address) or _LOCALE.search(address):
        yield _finding(path, found, address)


def _finding(path: tuple[str | int, ...], found: re.Match[str], address: str) -> Finding:
    message = f"`{found.group()}` does not suit every reader"
    cut = address[: found.start()] + address[found.end() :]
    return Finding(path, message, "the address without it", cut.replace("&", "?", 1) if "?" not in cut else cut)
