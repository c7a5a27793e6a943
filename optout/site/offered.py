"""The regions that a reader can choose from on a page beside the countries, which browsers know."""

from collections.abc import Iterable
from typing import NamedTuple

from optout.model import Platform


class Offered(NamedTuple):
    """The sub-regions that some guide tells apart."""

    parts: tuple[str, ...]


def told_apart(platform: Platform) -> Iterable[str]:
    """The regions that a guide names."""
    for items in (platform.controls, platform.differences, platform.lookalikes):
        for one in items:
            yield from one.audience.regions + one.audience.regions_except
