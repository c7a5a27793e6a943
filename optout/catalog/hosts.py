"""Hosts: what a pasted address, a domain or the id of an app says of a platform's domain."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

How = Literal["domain", "parent", "country", "app"]
Lookup = Callable[[str], Sequence[str]]

_BARE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\.?", re.ASCII)
_ADDRESS = re.compile(r"[^\s\\]+")
# Under most countries' domains a second label stands for a kind of holder (https://publicsuffix.org): nobody's domain.
SECOND = frozenset(re.findall(r"\w+", "ac co com edu gob gouv gov go gv id ltd me mil ne net nhs nom or org plc sch"))
_GENERIC = ("com", "org", "net", "app", "dev", "info", "io", "co", "ai", "me", "tv")
# What looks like an app's id and ends like a domain may be either, so it is nobody's.
_BACKWARDS = ("com.", "org.", "net.", "app.", "io.", "co.", "ai.", "me.", "tv.")
_APP = re.compile(r"(?:android(?:app)?|iosapp)://(?:[^@/]*@)?([\w.-]+)/?", re.ASCII)  # as password managers write it
_ID = re.compile(r"([A-Za-z][\w-]*(?:\.[\w-]+)+)", re.ASCII)
_STORED = re.compile(r"[?&]id=([\w.]+)", re.ASCII)
# Addresses of apps: the shop is not who made them.
STORES = ("play.google.com", "apps.apple.com", "itunes.apple.com")
# Countries whose domain is sold to all the world: the same name there says nothing of its holder.
SOLD = frozenset(re.findall(r"\w+", "ac ag ai am bz cc cf co fm ga gg gq im io la ly me ml pw sh so st tk to tv vc ws"))
LONG_ENOUGH = 4  # letters of a name that is hardly somebody else's in another country


class Fit(NamedTuple):
    """The platforms to which a host belongs, by which of their domains, and how near that is."""

    slugs: Sequence[str]
    domain: str
    how: How


def host(text: str) -> str:
    """The host in a pasted address or a domain, without www and in ASCII; empty if there is none."""
    text = text.strip()
    if text.isascii() and _BARE.fullmatch(text):
        return plain(text)
    if "." not in text or not _ADDRESS.fullmatch(text):
        return ""
    from urllib.parse import urlsplit

    try:
        found = urlsplit(text if "//" in text else f"//{text}").hostname or ""
        found = found if found.isascii() else found.encode("idna").decode("ascii")
    except ValueError:
        return ""
    return plain(found) if _BARE.fullmatch(found) else ""


def fit(text: str, domains: Lookup) -> Fit | None:
    """Whose host or app it is; `domains` gives the slugs that have a domain, or, for "google.", one in any country."""
    asked = host(text)
    if app := _APP.fullmatch(text.strip()) or (_STORED.search(text) if asked == "play.google.com" else None):
        return _app(app[1].lower(), domains)
    if not asked or suffix(asked) == asked or (asked in STORES and _has_path(text)):
        return None
    if found := _under(asked, domains):
        return found
    ending = suffix(asked)
    if ending in _GENERIC or ending in SOLD or _is_country(ending):
        return None if asked.startswith(_BACKWARDS) else _elsewhere(asked, domains)
    return _app(asked, domains)


def app_id(text: str) -> str:
    """The id of an app in what may be one: as password managers write it, in the address of a shop, or by itself."""
    text = text.strip()
    is_stored = host(text) == "play.google.com"
    found = _APP.fullmatch(text) or (_STORED.search(text) if is_stored else None) or _ID.fullmatch(text)
    return found[1] if found else ""


def stem(domain: str) -> str:
    """What a domain has in common with its kin in other countries: "google." for google.com; empty if it has none."""
    ending = suffix(domain)
    is_kin = ending == "com" or _is_country(ending)
    return domain.removesuffix(ending) if is_kin and domain != ending else ""


def owner(text: str) -> str:
    """The name in a host that was registered: "google" for docs.google.com; empty if it is no host."""
    asked = host(text)
    return asked.removesuffix(f".{suffix(asked)}").rsplit(".", 1)[-1]


def is_registered(domain: str) -> bool:
    """Whether somebody took that very name: google.com rather than docs.google.com."""
    return domain.removesuffix(f".{suffix(domain)}").count(".") == 0


def plain(host: str) -> str:
    """A host in small letters, without www and the dot of the root."""
    return host.lower().rstrip(".").removeprefix("www.")


def suffix(host: str) -> str:
    """The part of a host that anybody can take a name under: com, de, co.uk."""
    labels = host.split(".")
    has_second = len(labels) > 1 and len(labels[-1]) == 2 and labels[-2] in SECOND
    return ".".join(labels[-2:] if has_second else labels[-1:])


def _under(host: str, domains: Lookup) -> Fit | None:
    how: How = "domain"
    for domain in _upwards(host):
        if slugs := domains(domain):
            return Fit(slugs, domain, how)
        how = "parent"
    return None


def _upwards(host: str) -> Iterator[str]:
    """The host and the domains above it, as far as they are somebody's."""
    ending = suffix(host)
    while host != ending and "." in host:
        yield host
        host = host.split(".", 1)[1]


def _elsewhere(host: str, domains: Lookup) -> Fit | None:
    """The same name under another country: google.de for google.com."""
    ending = suffix(host)
    own = host.removesuffix(f".{ending}")
    if not (_is_country(ending) or ending == "com") or len(own.rsplit(".", 1)[-1]) < LONG_ENOUGH:
        return None
    while own:
        if slugs := domains(f"{own}."):
            return Fit(slugs, f"{own}.", "country")
        own = own.partition(".")[2]
    return None


def _app(app: str, domains: Lookup) -> Fit | None:
    """Whose app it is by its id, which is a domain of theirs backwards and more: com.linkedin.android.

    Android's own rule (https://developer.android.com/build/configure-app-module#set-application-id).
    """
    labels = app.split(".")
    found = _under(".".join(reversed(labels)), domains) if len(labels) > 2 else None
    return found._replace(how="app") if found else None


def _has_path(text: str) -> bool:
    return "/" in text.split("//")[-1].rstrip("/")


@cache
def _is_country(suffix: str) -> bool:
    from optout import regions

    country = suffix.rsplit(".", 1)[-1]
    return suffix not in SOLD and (country == "uk" or regions.is_known(country.upper()))
