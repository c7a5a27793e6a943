"""Addresses that hide where they lead: at a host that leads on, or with another address in what they ask for."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from optout.address.companies import is_at
from optout.address.hosts import authority, name, to_ascii

_INNER = re.compile(r"(?<![a-z0-9])https?:[/\\]{2}[^\s&]+", re.IGNORECASE)
_DEPTH = 3  # times that one address is written in another, each time encoded once more


def leads_on(address: str) -> bool:
    """Whether anybody can have an address at this host that leads wherever they like."""
    return is_at(re.split(r"[?#]", address, maxsplit=1)[0], _hosts())


def carried(address: str) -> str:
    """The address at another host that is written in the query or the fragment of one; empty if there is none."""
    if "?" not in address and "#" not in address:
        return ""
    own = _owner(address)
    return next((one for one in _inner(address) if _owner(one) != own), "")


def _inner(address: str) -> Iterator[str]:
    rest = re.split(r"[?#]", address, maxsplit=1)[1]
    for _ in range(_DEPTH):
        for part in re.split(r"[&#;]", rest):
            yield from _INNER.findall(part)
        plain = unquote(rest)
        if plain == rest:
            return
        rest = plain


def _owner(address: str) -> str:
    """Whose the host is: the name that somebody registered; its last two parts where the list of suffixes has none."""
    from optout.address.suffixes import registered

    try:
        host = to_ascii(name(authority(address).host))
    except (ValueError, UnicodeError):
        return ""
    return registered(host) or ".".join(host.split(".")[-2:])


@cache
def _hosts() -> tuple[str, ...]:
    table = tomllib.loads(Path(__file__).with_name("redirectors.toml").read_text(encoding="utf-8"))
    return (*table["shorteners"], *table["redirectors"])
