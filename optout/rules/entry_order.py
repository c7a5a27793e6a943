"""Entries stand in alphabetical order of their slugs.

So everybody finds them, and two people who add one do not meet at the end of the file.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from optout.model import Platform, Stub
from optout.rules.finding import Finding

ID = "entry-order"


def check_all(entries: Mapping[str, Platform | Stub | None]) -> Iterator[tuple[str, Finding]]:
    """Entries that stand after one they should come before."""
    for before, slug in pairwise(entries):
        if slug < before:
            yield slug, Finding((), f"`{slug}` stands after `{before}`", "alphabetical order of the slugs")
