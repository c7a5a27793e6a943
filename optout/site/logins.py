"""What My list needs to fill itself from an export: whose each domain and app is, as scripts loaded when used.

The Public Suffix List is far longer than all that is said of platforms, and hardly anybody has accounts under more than
a few endings: both are cut, so that an export of some hundred accounts loads what it asks for.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from optout.address.hosts import LOCAL
from optout.address.suffixes import registered, rules, suffix
from optout.catalog.hosts import SOLD
from optout.catalog.logins import HOME
from optout.catalog.names import key, keys, names
from optout.model import Platform, Stub
from optout.site import named
from optout.site.embedded import compact
from optout.site.model import SiteFile

NAME, SUFFIXES = "logins", "suffixes"
# One says little, and an export asks for many of them.
_PER_BLOCK = 256
_TOP_LEVELS_PER_BLOCK = 8


def files(platforms: Iterable[Platform], stubs: Iterable[Stub], make: str) -> Iterator[SiteFile]:
    """Scripts, because browsers load nothing else into a page from a folder on the disk."""
    found = {name: compact(value) for name, value in cut(known(platforms, stubs)).items()}
    yield from named.blocks(NAME, "optoutLogins", found, make, _PER_BLOCK)
    ends = {top: compact(value) for top, value in endings().items()}
    yield from named.blocks(SUFFIXES, "optoutSuffixes", ends, make, _TOP_LEVELS_PER_BLOCK)


def cut(whole: dict[str, Any]) -> dict[str, Any]:
    """What is `known`, by what a script asks for: a `label_of` hosts, the id of an app, `=` and the form of a name.

    Of an app or a name the slug. Of a label the slugs of its domains, beside them under `+` those that one may use with
    an account there, under `!` the domains that it has in other countries, and under `~` who has this name in a
    country: 1 where that is everybody.
    """
    found: dict[str, Any] = {}
    for domain, slug in whole["sites"].items():
        found.setdefault(label_of(domain), {})[domain] = slug
    countries = {rule for rule in rules() if _country(rule)} | {"com"}
    for label, sites in found.items():
        near = [slug for domain, slug in sites.items() if suffix(domain) in countries and registered(domain) == domain]
        if near:
            found[label] = {**sites, "~": 1 if near == [*sites.values()] else near}
    for domain, slugs in whole["logins"].items():
        found.setdefault(label_of(domain), {}).setdefault("+", {})[domain] = slugs
    for domain in whole["abroad"]:
        found.setdefault(label_of(domain), {}).setdefault("!", []).append(domain)
    return {**found, **whole["apps"], **{f"={form}": slug for form, slug in whole["names"].items()}}


def label_of(domain: str) -> str:
    """What stands before the public suffix: `example` for docs.example.co.uk; `logins.js` says the same."""
    end = suffix(domain) or domain.rpartition(".")[2]
    own = domain.removesuffix(f".{end}")
    return own.partition(".")[0] if own == domain else own.rpartition(".")[2]


def local() -> list[str]:
    """Names of hosts that are at home everywhere."""
    return sorted({*LOCAL, *HOME})


def known(platforms: Iterable[Platform], stubs: Iterable[Stub]) -> dict[str, Any]:
    """Names, domains and apps with the slugs of their platforms."""
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
    return {"names": _names(every), "sites": sites, "logins": logins, "abroad": abroad, "apps": apps}


def endings() -> dict[str, tuple[str, str]]:
    """The rules of the Public Suffix List that end in each label, and those of them that are the suffixes of a country.

    These are alone or as `co.uk` and `com.au` have them, without those that are sold to all the world.
    """
    found: dict[str, list[str]] = {}
    for rule in rules():
        found.setdefault(rule.rpartition(".")[2], []).append(rule)
    return {top: (" ".join(ends), " ".join(filter(_country, ends))) for top, ends in found.items()}


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
