"""Which platforms the address of a login belongs to, or the id of an app; never one that may be another's.

Unlike `hosts`, which takes a person's word for what they mean and says how it understood it, this is for lists that
nobody looks through: what is not certain is not taken. The site does the same (`logins.js`), by the same cases.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from optout.address import suffixes
from optout.address.hosts import authority, name, to_ascii, unreachable
from optout.catalog import Catalog
from optout.catalog.hosts import LONG_ENOUGH, SOLD
from optout.catalog.table import table_of
from optout.model import Stub
from optout.near import ABROAD, APP, DOMAIN, LOGIN

How = Literal["platform", "unknown", "local", "none"]

_APP = re.compile(r"(?:android(?:app)?|iosapp)://(?:[^@/]*@)?([A-Za-z][\w-]*(?:\.[\w-]+)+)(?::\d+)?/?", re.ASCII)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+", re.ASCII)
HOME = ("fritz.box",)  # a router's name for itself, though the ending is given out: https://fritz.com
_SYSTEM = "com.android."  # apps that come with Android, whoever made them
_WEB = ("http", "https")
_ABROAD = re.compile(r"(?:(?:com|co)\.)?([a-z]{2})")


class Match(NamedTuple):
    """What an address leads to.

    `platform`: to `slugs`, and to an account with which one may use `also`. `unknown`: to `at`, the name that somebody
    registered, or the id of an app, of which there is no guide; `slugs` may hold one that has the same name in another
    country. `local`: into one's own network, or to something else than a page. `none`: it is no address.
    """

    how: How
    slugs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    at: str = ""


class Logins:
    """Asks a catalog about addresses, one by one; each host only once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        lines = (line.partition("\t") for line in table_of(catalog).sites().splitlines())
        self._sites = {key: tuple(slugs.split(" ")) for key, _, slugs in lines}
        self._known: dict[str, Match] = {}

    def match(self, address: str) -> Match:
        """What an address, a host or `androidapp://com.example` leads to."""
        if app := _APP.fullmatch(address.strip()):
            return self._once(app[1].lower(), self._app)
        return self._once(where(address), self._host)

    def _once(self, asked: str, find: Callable[[str], Match]) -> Match:
        if asked not in self._known:
            self._known[asked] = find(asked)
        return self._known[asked]

    def _host(self, host: str) -> Match:
        if not host or host == LOCAL:
            return Match("local" if host else "none")
        if found := self._upwards(host) or self._abroad(host):
            return found
        at = suffixes.registered(host)
        if not at:
            return Match("unknown", at=host) if suffixes.suffix(host) else Match("none")
        return Match("unknown", self._near(at), (), at)

    def _upwards(self, host: str) -> Match | None:
        """By the host, else the nearest domain above it that is known, as far as they are one holder's."""
        ending = suffixes.suffix(host)
        if host == ending:
            return self._at(host)
        while len(host) > len(ending):
            if found := self._at(host):
                return found
            host = host.partition(".")[2]
        return None

    def _at(self, domain: str) -> Match | None:
        own, shared = self._get(DOMAIN + domain), self._get(LOGIN + domain)
        also = tuple(self.now(slug) for slug in shared)
        slugs = tuple(now for slug in own if (now := self.now(slug)) not in also)
        return Match("platform", slugs, also, domain) if slugs or also else None

    def now(self, slug: str) -> str:
        """The platform that a slug leads to, which may be a former one."""
        decoded = self._catalog.get(slug)
        return decoded.entry.now if decoded and isinstance(decoded.entry, Stub) else slug

    def _abroad(self, host: str) -> Match | None:
        """The same name under another country, of those that have it in all of them: google.de for google.com."""
        ending = suffixes.suffix(host)
        if host == ending or not _is_country(ending):
            return None
        own = host.removesuffix(f".{ending}")
        return self._upwards(f"{own}.com") if self._get(f"{ABROAD}{own.rpartition('.')[2]}.com") else None

    def _near(self, at: str) -> tuple[str, ...]:
        """What has the same name under another country, if it is long enough to be hardly anybody else's."""
        ending = suffixes.suffix(at)
        own = at.removesuffix(ending)
        is_near = (ending == "com" or _is_country(ending)) and len(own) > LONG_ENOUGH
        return tuple(self.now(slug) for slug in self._get(DOMAIN + own)) if is_near else ()

    def _get(self, key: str) -> tuple[str, ...]:
        return self._sites.get(key, ())

    def _app(self, id: str) -> Match:
        """Whose app it is: by its id, else by the domain that it begins with backwards."""
        if slugs := self._get(APP + id):
            return Match("platform", (self.now(slugs[0]),), (), id)
        host = ".".join(reversed(id.split(".")))
        found = self._upwards(host) if suffixes.registered(host) and not id.startswith(_SYSTEM) else None
        return found or Match("unknown", at=id)


LOCAL = "."


def _is_country(ending: str) -> bool:
    found = _ABROAD.fullmatch(ending)
    return found is not None and found[1] not in SOLD


def where(address: str) -> str:
    """The host of an address, in ASCII and without www; "." for one that only one's own network or machine knows.

    Empty if it is no address at all. Without a scheme it is taken for that of a page.
    """
    address = address.strip()
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in _WEB:
        return LOCAL
    said = authority(address if scheme else f"https://{address}")
    if said.user and not scheme:  # a mail address
        return ""
    written = said.host
    try:
        host = to_ascii(name(written))
    except (ValueError, UnicodeError):
        return ""
    if host.startswith("[") or (not _HOST.fullmatch(host) and not scheme):
        return LOCAL if host.startswith("[") and host.endswith("]") else ""
    if unreachable(written) or host.removeprefix("www.") in HOME:
        is_host = _HOST.fullmatch(host) and (scheme or "." in host or host == "localhost")
        return LOCAL if is_host else ""
    return host.removeprefix("www.") if _HOST.fullmatch(host) else ""
