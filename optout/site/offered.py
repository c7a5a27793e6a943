"""The regions that a reader can choose from on a page, in few bytes."""

from collections.abc import Iterable
from typing import NamedTuple

from optout import regions
from optout.model import Platform


class Offered(NamedTuple):
    """Regions as the scripts read them.

    `countries` are all two-letter codes, as `packed` has them; `parts` are the sub-regions that some guide tells apart.
    """

    countries: str
    parts: tuple[str, ...]


def offered(platforms: Iterable[Platform]) -> Offered:
    """Every country, and the sub-regions that these platforms tell apart."""
    countries = sorted(code for code in regions.codes() if "-" not in code)
    parts = sorted({code for one in platforms for code in _told_apart(one) if "-" in code})
    return Offered(
        packed(countries),
        tuple(parts),
    )


def packed(codes: Iterable[str]) -> str:
    """Codes of two letters as a hexadecimal number: a bit for each of AA to ZZ, the first one the highest."""
    first = ord("A")
    places = ((ord(code[0]) - first) * 26 + ord(code[1]) - first for code in codes)
    return f"{sum(1 << (675 - place) for place in places):0169x}"


def _told_apart(platform: Platform) -> Iterable[str]:
    for items in (platform.controls, platform.differences, platform.lookalikes):
        for one in items:
            yield from one.audience.regions + one.audience.regions_except
