"""The regions that a reader can choose from on a page, in few bytes."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from optout import regions
from optout.messages import Region, language
from optout.model import Platform


class Offered(NamedTuple):
    """Regions as `site.js` reads them.

    `countries` are two-letter codes by their first letter: "ADE BA" are AD, AE and BA. `groups` are those of
    `regions.GROUPS`, their members separated by spaces. `parts` are the sub-regions that some guide tells apart, with
    their names; those of countries are known to browsers.
    """

    countries: str
    groups: dict[str, str]
    parts: dict[str, str]


def offered(platforms: Iterable[Platform]) -> Offered:
    """Every country, and the sub-regions that these platforms tell apart."""
    countries = sorted(code for code in regions.codes() if "-" not in code)
    by_letter = groupby(countries, lambda code: code[0])
    parts = sorted({code for one in platforms for code in _told_apart(one) if "-" in code})
    return Offered(
        " ".join(first + "".join(code[1] for code in codes) for first, codes in by_letter),
        {group: " ".join(sorted(members, key=_old_members_first)) for group, members in regions.GROUPS.items()},
        {code: language("en").text(Region(code)) for code in parts},
    )


def _old_members_first(code: str) -> tuple[bool, str]:
    """The EU's members in one run: a group that holds them all is then packed into a few bytes."""
    return code not in regions.GROUPS["EU"], code


def _told_apart(platform: Platform) -> Iterable[str]:
    for items in (platform.controls, platform.differences, platform.lookalikes):
        for one in items:
            yield from one.audience.regions + one.audience.regions_except
