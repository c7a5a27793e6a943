"""What very many people use, by whose word: data, in the file of the same name beside this."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class MostUsed(NamedTuple):
    """The slugs of platforms that very many people use, and the address of who says so."""

    slugs: frozenset[str]
    source: str


@cache
def most_used() -> MostUsed:
    """The platforms that the European Commission counts as very large, whether or not a catalog has them."""
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return MostUsed(frozenset(found["slugs"]), found["source"])
