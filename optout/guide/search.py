"""Searching: by name, former name, company, domain, kind of platform, topic and words of the text, best first.

The site's script `search.js` finds the same in the same order, by the same index; cases in `tests/cases/search.txt`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from optout import ranking
from optout.catalog import Catalog
from optout.catalog.hosts import host, owner
from optout.guide.everyday import everyday, split
from optout.guide.index import Index
from optout.guide.overview import Row
from optout.guide.places import Gathered, form, texts
from optout.guide.sift import Sifted, sifted
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


def answered(
    catalog: Catalog,
    asked: Sequence[str],
    spoken: str = "en",
    most: int | None = None,
    met: Callable[[Platform], None] | None = None,
) -> tuple[Hits, Index | Sifted, tuple[str, ...]]:
    """What a catalog has, by what was looked up, and which broken entries may have it as well.

    `met` is given each platform that is read for an index which is kept.
    """
    index = Index(catalog, met)
    said = _said(asked)
    if not index.is_kept and said:
        found, broken = sifted(catalog, said, _wholes(said, asked))
        if all(map(found.knows, said)) and (hits := search(found, asked, spoken, most)).listed:
            return hits, found, broken
    hits = search(index, asked, spoken, most)
    broken = index.broken()
    if broken and hits.listed and not hits.is_near:
        broken = sifted(catalog, said, _wholes(said, asked))[1]
    return hits, index, broken


def search(index: Index | Sifted, asked: Iterable[str], spoken: str = "en", most: int | None = None) -> Hits:
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
    wholes = _wholes(said, listed)
    places = NAMES if any(map(is_address, listed)) else PLACES
    return ranking.ranked(index, said, wholes, everyday().meant, places)


def _wholes(said: Iterable[str], asked: Iterable[str]) -> list[str]:
    """What all words together may be called."""
    return list(dict.fromkeys(filter(None, ("".join(said), form("".join(asked))))))


def why(catalog: Catalog, index: Index | Sifted, slug: str, asked: Iterable[str], spoken: str = "en") -> str:
    """The text of an entry in which the last of the words, or one that is meant by it, stands; empty if none has it."""
    decoded = None if isinstance(index, Sifted) else catalog.get(slug)
    entry = index.platform(slug) if isinstance(index, Sifted) else decoded and decoded.entry
    said = _said(asked)
    if not isinstance(entry, Platform) or not said:
        return ""
    wanted, _ = ranking.variants(said[-1], index.words(), everyday().meant)
    return ranking.telling(((split(one.text), one.shown or one.text) for one in texts(entry, spoken)), wanted)


def _said(asked: Iterable[str]) -> list[str]:
    """The words that say something; of an address, the name that was registered."""
    words = [word for text in asked for word in split(owner(text) if is_address(text) else text)]
    return [word for word in words if word not in everyday().silent] or words


def is_address(text: str) -> bool:
    """Whether it is a pasted address or a domain, and no name of a file such as robots.txt."""
    found = host(text)
    return bool(found) and ("//" in text or found.rsplit(".", 1)[-1] not in FILES)
