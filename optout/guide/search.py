"""Searching the guides: by name, former name, company, domain, kind of platform and words of the text, best first."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.companies import company_key
from optout.catalog.hosts import host, owner
from optout.catalog.names import key
from optout.catalog.near import near
from optout.guide.index import ALSO, BODY, COMPANY, DOMAIN, GROUP, NAME, PLACES, Index, split, texts
from optout.guide.overview import Row
from optout.guide.reader import EVERYBODY
from optout.model import Platform

# How much a word counts, by where it stands; the best place of each word counts.
_WEIGHT = {NAME: 100.0, ALSO: 80.0, COMPANY: 50.0, DOMAIN: 40.0, GROUP: 30.0, BODY: 10.0}
_START, _INSIDE, _MEANT, _SLIP = 0.7, 0.3, 0.8, 0.5
_WHOLE = 120.0  # more, for what is called exactly so
_SAY_NOTHING = frozenset(("a", "an", "and", "for", "how", "i", "in", "my", "of", "on", "the", "to", "with"))
_LONG = 3  # letters of a word that is looked for inside of others as well


class Hit(NamedTuple):
    """A platform that fits."""

    score: float
    row: Row


def search(index: Index, asked: Iterable[str], spoken: str = "en") -> list[Hit]:
    """The platforms in which every word is found, best first; what is said of them in the language `spoken`.

    A word is found as it is, in other words, or, if nobody has it, as one that is near.
    """
    words = _asked(asked)
    known = index.words()
    scores: dict[int, float] = {}
    for number, word in enumerate(words):
        found = _places(index, _variants(word, known), known)
        scores = {
            position: scores.get(position, 0.0) + score
            for position, score in found.items()
            if not number or position in scores
        }
    rows = index.rows(EVERYBODY, spoken)
    whole = "".join(words)
    hits = [Hit(score + _named(rows[position], whole), rows[position]) for position, score in scores.items()]
    return sorted(hits, key=lambda hit: (-hit.score, hit.row.name.casefold()))


def why(catalog: Catalog, index: Index, slug: str, asked: Iterable[str]) -> str:
    """The text of an entry in which the last of the words, or one that is meant by it, stands; empty if none has it."""
    decoded = catalog.get(slug)
    words = _asked(asked)
    if decoded is None or not isinstance(decoded.entry, Platform) or not words:
        return ""
    wanted = _variants(words[-1], index.words())
    listed = [(split(text), text) for _, text in texts(decoded.entry)]
    exact = (text for found, text in listed if not wanted.keys().isdisjoint(found))
    begun = (text for found, text in listed if any(one.startswith(tuple(wanted)) for one in found))
    return next(exact, next(begun, ""))


def _asked(texts: Iterable[str]) -> list[str]:
    """The words that say something; of an address, the name that was registered."""
    words = [word for text in texts for word in split(owner(text) if host(text) else text)]
    return [word for word in words if word not in _SAY_NOTHING] or words


def _named(row: Row, whole: str) -> float:
    """What a platform gets whose name is all that was asked for; a company's platforms come next."""
    if whole in (key(row.name), key(row.slug)):
        return _WHOLE
    return _WHOLE / 2 if whole and whole in (company_key(row.company), *map(key, row.also)) else 0.0


def _variants(word: str, known: str) -> dict[str, float]:
    """The words that are looked for in place of one, and how much each counts."""
    found = {word: 1.0, **dict.fromkeys(_meant(word), _MEANT)}
    if not any(f"\n{one}" in known for one in found):
        found.update((one, _SLIP / away) for away, one in near(word, known)[:_LONG])
    return found


def _places(index: Index, variants: dict[str, float], known: str) -> dict[int, float]:
    """The platforms that have one of the words, and how well the best one fits."""
    scores: dict[int, float] = {}
    for word, counts in variants.items():
        for one, fits in _longer(word, known):
            for place in PLACES if fits != _INSIDE else (NAME, ALSO, COMPANY, DOMAIN):
                score = _WEIGHT[place] * counts * fits
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


def _meant(word: str) -> set[str]:
    """What else people say for a word: the other words of its line."""
    lines = Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return {other for group in groups if word in group for other in group} - {word}
