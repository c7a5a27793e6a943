"""Searching: by name, former name, company, domain, kind of platform, topic and words of the text, best first.

The site's script `search.js` finds the same in the same order, by the same index; cases in `tests/cases/search.txt`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from optout import ranking
from optout.catalog import Catalog
from optout.catalog.hosts import host, owner
from optout.guide.everyday import everyday, split
from optout.guide.index import Index
from optout.guide.overview import Row
from optout.guide.places import Gathered, form, texts
from optout.model import Platform
from optout.ranking import NAMES, PLACES, Lookup

FILES = ("txt", "html", "json", "xml", "yaml", "pdf")  # what no domain ends with

# The rule for a script that finds the same.
RULES = {
    "weight": ranking.WEIGHT,
    "whole": ranking.WHOLE,
    "places": PLACES,
    "names": NAMES,
    "start": ranking.START,
    "inside": ranking.INSIDE,
    "meant": ranking.MEANT,
    "slip": ranking.SLIP,
    "slips": ranking.SLIPS,
    "inner": ranking.LONG,
}


class Hit(NamedTuple):
    """A platform or group that fits."""

    score: float
    of: Row | Gathered


class Hits(NamedTuple):
    """What fits, best first, of `number` in all; `is_near` says that a word was nobody's and taken for a near one."""

    listed: tuple[Hit, ...]
    number: int
    is_near: bool


def search(index: Index, asked: Iterable[str], spoken: str = "en", most: int | None = None) -> Hits:
    """The platforms and groups in which every word is found, the best `most` first, in the language `spoken`.

    A word is found as it is, in other words, or, if nobody has it, as one that is near.
    """
    scores, is_near = ranked(index, asked)
    order = ranking.best(scores, most)
    found = zip(order, index.at(order, spoken), strict=True)
    return Hits(tuple(Hit(scores[position], one) for position, one in found), len(scores), is_near)


def ranked(index: Lookup, asked: Iterable[str]) -> tuple[dict[int, float], bool]:
    """How well each position of the index fits, see `ranking.ranked`."""
    listed = list(asked)
    said = _said(listed)
    wholes = dict.fromkeys(filter(None, ("".join(said), form("".join(listed)))))
    places = NAMES if any(map(is_address, listed)) else PLACES
    return ranking.ranked(index, said, wholes, everyday().meant, places)


def why(catalog: Catalog, index: Index, slug: str, asked: Iterable[str], spoken: str = "en") -> str:
    """The text of an entry in which the last of the words, or one that is meant by it, stands; empty if none has it."""
    decoded = catalog.get(slug)
    said = _said(asked)
    if decoded is None or not isinstance(decoded.entry, Platform) or not said:
        return ""
    wanted, _ = ranking.variants(said[-1], index.words(), everyday().meant)
    return ranking.telling(((split(one.text), one.shown or one.text) for one in texts(decoded.entry, spoken)), wanted)


def _said(asked: Iterable[str]) -> list[str]:
    """The words that say something; of an address, the name that was registered."""
    words = [word for text in asked for word in split(owner(text) if is_address(text) else text)]
    return [word for word in words if word not in everyday().silent] or words


def is_address(text: str) -> bool:
    """Whether it is a pasted address or a domain, and no name of a file such as robots.txt."""
    found = host(text)
    return bool(found) and ("//" in text or found.rsplit(".", 1)[-1] not in FILES)
