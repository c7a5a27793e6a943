"""Regions: ISO 3166 codes, the groups EU and EEA, and whether a reader's region falls under a list of them.

Countries are ISO 3166-1 alpha-2 codes, sub-regions ISO 3166-2 codes of AU, CA, GB and US (such as US-CA).
"""

from functools import cache
from pathlib import Path
from typing import Literal

Match = Literal["yes", "no", "maybe"]

_EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"

GROUPS: dict[str, frozenset[str]] = {
    "EU": frozenset(_EU.split()),
    "EEA": frozenset(f"{_EU} IS LI NO".split()),
}

_SPOKEN = {
    "EU": "the EU",
    "EEA": "the EU/EEA",
    "GB": "the UK",
    "US": "the US",
    "AE": "the United Arab Emirates",
    "NL": "the Netherlands",
    "PH": "the Philippines",
    "CZ": "Czechia",
    "DO": "the Dominican Republic",
    "BS": "the Bahamas",
    "MV": "the Maldives",
    "US-CA": "California",
    "US-GA": "Georgia (US)",
    "US-NY": "New York State",
    "US-WA": "Washington State",
}

_NICKNAMES = {"UK": "GB", "USA": "US", "EUROPE": "EEA", "ENGLAND": "GB-ENG", "GREAT BRITAIN": "GB"}


@cache
def names() -> dict[str, str]:
    """Every country and sub-region code with its English name."""
    text = Path(__file__).with_name("regions.txt").read_text(encoding="utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines() if not line.startswith("#"))


def is_known(code: str) -> bool:
    """Whether `code`, as written, is a group, a country or a sub-region."""
    return code in GROUPS or code in names()


def find(text: str) -> str | None:
    """The code a person means by `text`: a code in any case, a country's name, or UK and USA; None if nothing fits."""
    wanted = text.strip().upper().replace("_", "-")
    wanted = _NICKNAMES.get(wanted, wanted)
    if is_known(wanted):
        return wanted
    return next((code for code, name in names().items() if name.upper() == wanted), None)


def spoken(code: str) -> str:
    """The region as a sentence says it: "the EU", "Brazil", "California"."""
    return _SPOKEN.get(code) or names().get(code, code)


def match(region: str, listed: tuple[str, ...]) -> Match:
    """Whether somebody in `region` is in one of the `listed` regions.

    "maybe" means that part of the reader's region is listed: somebody who says US may be in US-CA, and somebody
    who says EU may be in FR.
    """
    homes = GROUPS.get(region, {region})
    targets = {member for code in listed for member in GROUPS.get(code, {code})}
    if all(any(_covers(target, home) for target in targets) for home in homes):
        return "yes"
    if any(_covers(home, target) or _covers(target, home) for home in homes for target in targets):
        return "maybe"
    return "no"


def _covers(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith(outer + "-")
