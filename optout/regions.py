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

_NICKNAMES = {"UK": "GB", "USA": "US", "EUROPE": "EEA", "ENGLAND": "GB-ENG", "GREAT BRITAIN": "GB"}


@cache
def codes() -> tuple[str, ...]:
    """Every country and sub-region."""
    text = Path(__file__).with_name("regions.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _locales() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("locales.txt").read_text(encoding="utf-8")
    lines = (line.partition(" = ")[0].split() for line in text.splitlines() if not line.startswith("#"))
    return {language: frozenset(countries) for language, *countries in lines}


def is_language(text: str) -> bool:
    """Whether it is the code of a language in ISO 639-1 that a locale has."""
    return text.lower() in _locales()


def is_locale(text: str) -> bool:
    """Whether it names a language as it is used in one country, such as en-us or pt_BR."""
    language, _, country = text.lower().replace("_", "-").partition("-")
    return country.upper() in _locales().get(language, ())


def is_spoken(tag: str) -> bool:
    """Whether it names a language, or one as it is used in a country: `de`, `pt-br`."""
    return is_language(tag) or is_locale(tag)


@cache
def own_name(tag: str) -> str:
    """What a language calls itself, with its country if the tag names one: `Deutsch`, `Português (BR)`."""
    language, _, country = tag.partition("-")
    text = Path(__file__).with_name("locales.txt").read_text(encoding="utf-8")
    named = next((line for line in text.splitlines() if line.startswith(f"{language} ")), "")
    name = named.partition(" = ")[2] or language
    return f"{name} ({country.upper()})" if country else name


def is_known(code: str) -> bool:
    """Whether `code`, as written, is a group, a country or a sub-region."""
    return code in GROUPS or code in codes()


def find(text: str) -> str | None:
    """The code a person means by `text`: a code in any case, or UK and USA; None if nothing fits."""
    wanted = text.strip().upper().replace("_", "-")
    wanted = _NICKNAMES.get(wanted, wanted)
    return wanted if is_known(wanted) else None


@cache
def match(region: str, listed: tuple[str, ...]) -> Match:
    """Whether somebody in `region` is in one of the `listed` regions.

    "maybe" means that part of the reader's region is listed: somebody who says US may be in US-CA, and somebody
    who says EU may be in FR.
    """
    homes, (targets, around) = GROUPS.get(region, (region,)), _targets(listed)
    covered = [home in targets or country(home) in targets for home in homes]
    if all(covered):
        return "yes"
    return "maybe" if any(covered) or not around.isdisjoint(homes) else "no"


@cache
def _targets(listed: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries and sub-regions that are listed, and the countries of all these."""
    targets = frozenset(member for code in listed for member in GROUPS.get(code, (code,)))
    return targets, frozenset(map(country, targets))


def country(code: str) -> str:
    """The country of a sub-region; a country is its own."""
    return code.partition("-")[0]
