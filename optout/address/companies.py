"""At which hosts companies publish, as far as it is known."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from optout.address.hosts import authority, is_within, name


@cache
def companies() -> dict[str, tuple[str, ...]]:
    """The hosts of each company, with all hosts below them; with a slash, one host and what is below that path."""
    found = tomllib.loads(Path(__file__).with_name("companies.toml").read_text(encoding="utf-8"))
    return {company: tuple(hosts) for company, hosts in found["hosts"].items()}


def is_at(address: str, hosts: Iterable[str]) -> bool:
    """Whether an address is at one of these hosts, in the notation of `companies`."""
    try:
        host = name(authority(address).host)
    except ValueError:
        return False
    path = "/".join([*address.split("/")[3:], ""]).casefold()
    for one in hosts:
        at, slash, below = one.partition("/")
        if (host == at and path.startswith(f"{below}/" if below else "")) if slash else is_within(host, at):
            return True
    return False
