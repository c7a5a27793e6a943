"""Searching: by name, former name, company, domain, kind of platform, topic and words of the text, best first.

The site's script `search.js` finds the same in the same order, by the same index; cases in `tests/cases/search.txt`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.hosts import host, owner
from optout.catalog.near import near
from optout.guide.everyday import everyday, split
from optout.guide.index import Index, Lookup
from optout.guide.overview import Row
from optout.guide.places import (
    ALSO,
    BODY,
    CALLED,
    CALLED_ALSO,
    COMPANY,
    DOMAIN,
    GROUP,
    NAME,
    PLACES,
    Gathered,
    form,
    texts,
)
from optout.model import Platform

# How much a word counts, by where it stands; the best place of each word counts.
WEIGHT = {NAME: 100.0, ALSO: 80.0, COMPANY: 50.0, DOMAIN: 40.0, GROUP: 30.0, BODY: 10.0}
_START, _INSIDE, _MEANT, _SLIP = 0.7, 0.3, 0.8, 0.5
# More for what is called exactly so, and for what is so besides.
_WHOLE = {CALLED: 120.0, CALLED_ALSO: 60.0}
_NAMES = NAME + ALSO + COMPANY + DOMAIN  # where an address may have its name, and a word may be inside of another
_LONG = 3  # letters of a word that is looked for inside of others as well
FILES = ("txt", "html", "json", "xml", "yaml", "pdf")  # what no domain ends with
_SLIPS = 3  # words that a slip may have meant


# The same for a script that finds the same.
RULES = {
    "weight": WEIGHT,
    "whole": _WHOLE,
    "places": PLACES,
    "names": _NAMES,
    "start": _START,
    "inside": _INSIDE,
    "meant": _MEANT,
    "slip": _SLIP,
    "slips": _SLIPS,
    "inner": _LONG,
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
    order = sorted(scores, key=lambda position: (-scores[position], position))[:most]
    found = zip(order, index.at(order, spoken), strict=True)
    return Hits(tuple(Hit(scores[position], one) for position, one in found), len(scores), is_near)


def ranked(index: Lookup, asked: Iterable[str]) -> tuple[dict[int, float], bool]:
    """How well each position of the index fits, and whether only something near does."""
    listed = list(asked)
    said = _said(listed)
    known = index.words()
    scores: dict[int, float] = {}
    is_near = False
    for number, word in enumerate(said):
        variants, slipped = _variants(word, known)
        is_near = is_near or slipped
        found = _places(index, variants, known, _NAMES if any(map(is_address, listed)) else PLACES)
        scores = {
            position: scores.get(position, 0.0) + score
            for position, score in found.items()
            if not number or position in scores
        }
    wholes = dict.fromkeys(filter(None, ("".join(said), form("".join(listed)))))
    for place, more in _WHOLE.items():
        for position in {position for whole in wholes for position in index.having(place, whole)}:
            scores[position] = scores.get(position, 0.0) + more
    return scores, is_near and bool(scores)


def why(catalog: Catalog, index: Index, slug: str, asked: Iterable[str], spoken: str = "en") -> str:
    """The text of an entry in which the last of the words, or one that is meant by it, stands; empty if none has it."""
    decoded = catalog.get(slug)
    said = _said(asked)
    if decoded is None or not isinstance(decoded.entry, Platform) or not said:
        return ""
    wanted, _ = _variants(said[-1], index.words())
    listed = [(split(one.text), one.shown or one.text) for one in texts(decoded.entry, spoken)]
    exact = (text for found, text in listed if not wanted.keys().isdisjoint(found))
    begun = (text for found, text in listed if any(one.startswith(tuple(wanted)) for one in found))
    return next(exact, next(begun, ""))


def _said(asked: Iterable[str]) -> list[str]:
    """The words that say something; of an address, the name that was registered."""
    words = [word for text in asked for word in split(owner(text) if is_address(text) else text)]
    return [word for word in words if word not in everyday().silent] or words


def is_address(text: str) -> bool:
    """Whether it is a pasted address or a domain, and no name of a file such as robots.txt."""
    found = host(text)
    return bool(found) and ("//" in text or found.rsplit(".", 1)[-1] not in FILES)


def _variants(word: str, known: str) -> tuple[dict[str, float], bool]:
    """The words that are looked for in place of one and how much each counts; and whether they are only near."""
    found = {word: 1.0, **dict.fromkeys(everyday().meant(word), _MEANT)}
    if any(f"\n{one}" in known for one in found):
        return found, False
    return {**found, **{one: _SLIP / away for away, one in near(word, known)[:_SLIPS]}}, True


def _places(index: Lookup, variants: dict[str, float], known: str, places: str) -> dict[int, float]:
    """The positions that have one of the words in these places, and how well the best one fits."""
    scores: dict[int, float] = {}
    for word, counts in variants.items():
        for one, fits in _longer(word, known):
            for place in places if fits != _INSIDE else _NAMES:
                score = WEIGHT[place] * counts * fits
                for position in index.having(place, one):
                    scores[position] = max(scores.get(position, 0.0), score)
    return scores


def _longer(word: str, known: str) -> Iterable[tuple[str, float]]:
    """The known words that are the word, begin with it, or have it in them."""
    at = known.find(word)
    while at >= 0:
        start, end = known.rfind("\n", 0, at) + 1, known.find("\n", at)
        if start == at:
            yield known[start:end], 1.0 if end - start == len(word) else _START
        elif len(word) >= _LONG:
            yield known[start:end], _INSIDE
        at = known.find(word, end)
