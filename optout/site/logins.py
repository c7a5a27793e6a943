"""What My list needs to fill itself from an export: whose each domain and app is, as a script loaded when used."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from optout.address.hosts import LOCAL
from optout.address.suffixes import rules
from optout.catalog.hosts import SOLD
from optout.catalog.logins import HOME
from optout.catalog.names import key, keys, names
from optout.model import Platform, Stub
from optout.site import named
from optout.site.model import SiteFile

NAME = "logins"


def file(platforms: Iterable[Platform], stubs: Iterable[Stub], make: str) -> Iterator[SiteFile]:
    """A script, because browsers load nothing else into a page from a folder on the disk."""
    text = json.dumps(known(platforms, stubs), ensure_ascii=False, separators=(",", ":"))
    return named.data(NAME, f"optoutLogins={text};\n", make)


def known(platforms: Iterable[Platform], stubs: Iterable[Stub]) -> dict[str, Any]:
    """Names, domains and apps with the slugs of their platforms, and the Public Suffix List.

    `countries` are the suffixes of countries, alone and as `co.uk` and `com.au` have them, without those that are sold
    to all the world.
    """
    sites: dict[str, str] = {}
    logins: dict[str, list[str]] = {}
    abroad: list[str] = []
    apps: dict[str, str] = {}
    every: list[Platform | Stub] = [*platforms, *stubs]
    for one in every:
        slug = one.slug if isinstance(one, Platform) else one.now
        sites |= {domain.removeprefix("www."): slug for domain in one.domains if domain not in sites}
        if isinstance(one, Platform):
            abroad += one.country_domains
            apps |= {app.lower(): slug for app in one.apps}
            for login in one.logins:
                logins.setdefault(login, []).append(slug)
    listed = rules()
    country = [one for one in listed if _country(one)]
    return {
        "names": _names(every),
        "sites": sites,
        "logins": logins,
        "abroad": abroad,
        "apps": apps,
        "rules": " ".join(listed),
        "countries": " ".join(country),
        "local": sorted({*LOCAL, *HOME}),
    }


def _names(every: Iterable[Platform | Stub]) -> dict[str, str]:
    """The slug behind each form of a name that is nobody else's; what somebody is called goes before what they were."""
    own: dict[str, list[str]] = {}
    also: dict[str, list[str]] = {}
    for one in every:
        slug = one.slug if isinstance(one, Platform) else one.now
        first = {*keys(one.name), key(one.slug)}
        rest = {form for name in names(one) for form in keys(name)} - first
        for found, forms in ((own, first), (also, rest)):
            for form in forms:
                found.setdefault(form, []).append(slug)
    return {form: slugs[0] for form, slugs in sorted({**also, **own}.items()) if len(slugs) == 1}


def _country(rule: str) -> bool:
    first, _, last = rule.rpartition(".")
    return first in ("", "co", "com") and len(last) == 2 and last.isascii() and last not in SOLD
