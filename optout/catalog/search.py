"""Searching the catalog: by name, former name, company, product, domain and words of the entry, best first."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from optout.model import Platform, Stub
from optout.schema.record import Kind
from optout.schema.walk import walk

# How well a word fits, by where it stands; the best place of each word counts.
_NAME, _ALSO, _BODY = 100, 80, 10
_WEIGHTS: dict[str | int, int] = {"name": _NAME, "aliases": _ALSO, "formerly": _ALSO, "company": 50, "domains": 40}
_READ: frozenset[Kind] = frozenset(("claim", "prose", "name", "label", "hint", "plan", "domain", "copy"))
_WHOLE, _START, _INSIDE = 1.0, 0.7, 0.3
_SIMILAR = 0.75


class Hit(NamedTuple):
    """A platform that fits; `why` is the text in which the last of the words was found."""

    score: float
    platform: Platform
    why: str


def search(platforms: Iterable[Platform], stubs: Iterable[Stub], words: Iterable[str]) -> list[Hit]:
    """The platforms in which every word is found, best first; where none is, those with similar names."""
    wanted = [word for text in words for word in _words(text)]
    former: dict[str, list[str]] = {}
    for stub in stubs:
        former.setdefault(stub.now, []).extend((stub.name, *stub.aliases, *stub.domains))
    listed = list(platforms)
    hits = [hit for one in listed if (hit := _hit(one, former.get(one.slug, []), wanted))]
    if not hits:
        hits = [hit for one in listed if (hit := _similar(one, former.get(one.slug, []), "".join(wanted)))]
    return sorted(hits, key=lambda hit: (-hit.score, hit.platform.name.casefold()))


def _hit(platform: Platform, former: list[str], wanted: list[str]) -> Hit | None:
    fields = list(_fields(platform, former))
    score = 0.0
    why = ""
    for word in wanted:
        best, text = max((_fit(word, text) * weight, text) for weight, text in fields)
        if not best:
            return None
        score, why = score + best, text
    return Hit(score, platform, why) if wanted else None


def _similar(platform: Platform, former: list[str], wanted: str) -> Hit | None:
    names = [platform.name, *platform.formerly, *platform.aliases, *former]
    score, name = max((SequenceMatcher(None, wanted, "".join(_words(name))).ratio(), name) for name in names)
    return Hit(score, platform, name) if score >= _SIMILAR else None


def _fields(platform: Platform, former: list[str]) -> Iterator[tuple[int, str]]:
    """The texts to search in: all that is for people to read, except what the sources are called and say."""
    yield _NAME, platform.slug
    for name in former:
        yield _ALSO, name
    for said in walk(platform):
        field = said.path[0]
        if said.kind in _READ and field != "sources":
            for line in said.text.splitlines():
                yield _WEIGHTS.get(field, _BODY), line


def _fit(word: str, text: str) -> float:
    found = _words(text)
    if word in found:
        return _WHOLE if len(found) == 1 else 0.9
    if any(one.startswith(word) for one in found):
        return _START
    return _INSIDE if len(word) > 2 and word in text.casefold() else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
