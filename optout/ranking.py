"""How well what is in an index fits the words that are looked for: the rule of the search, of nothing but texts.

The site's script `search.js` finds the same in the same order, by the same index. Imports nothing else: what comes with
the package is searched before any library is there.
"""

from __future__ import annotations

from itertools import accumulate

from optout.near import near

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Protocol

    class Texts(Protocol):
        """A store, or the same in memory."""

        def text(self, name: str) -> str:
            """A text."""

        def line(self, name: str, key: str) -> str:
            """What stands under a key of a table."""

    # What else people say for a word.
    Meant = Callable[[str], Iterable[str]]


# Where a word stands, best first; what is called by the whole of what was asked for, and what is so besides.
NAME, ALSO, COMPANY, DOMAIN, GROUP, BODY = PLACES = "nacdgb"
CALLED, CALLED_ALSO = "=~"
NAMES = NAME + ALSO + COMPANY + DOMAIN  # where an address may have its name, and a word may be inside of another
# How much a word counts, by where it stands; the best place of each word counts.
WEIGHT = {NAME: 100.0, ALSO: 80.0, COMPANY: 50.0, DOMAIN: 40.0, GROUP: 30.0, BODY: 10.0}
START, INSIDE, MEANT, SLIP = 0.7, 0.3, 0.8, 0.5
# More for what is called exactly so, and for what is so besides.
WHOLE = {CALLED: 120.0, CALLED_ALSO: 60.0}
LONG = 3  # letters of a word that is looked for inside of others as well
SLIPS = 3  # words that a slip may have meant

_APART = {code: " " for code in range(128) if not chr(code).isalnum()}


class Lookup:
    """Under each word the platforms and groups in which it stands, by their positions: platforms, then groups."""

    def __init__(self, source: Texts) -> None:
        self._source = source
        self._first: list[int] = []

    def words(self) -> str:
        """Every word, each on a line of its own, between two line breaks."""
        return self._text("words")

    def having(self, place: str, word: str) -> Iterator[int]:
        """The positions of what has the word there."""
        found = self._line(place + word)
        return self._positions(found) if found else iter(())

    def begun(self, place: str, word: str) -> Iterable[int]:
        """The positions of what has a word there that begins with this one and goes on."""
        longer = (one for one, fits in _longer(word, self.words()) if fits == START)
        return (position for one in longer for position in self.having(place, one))

    def _positions(self, runs: str) -> Iterator[int]:
        """The positions in all blocks, each of which has its first: as steps from one to the next."""
        self._first = self._first or [int(base) for base in self._text("bases").split(" ")]
        for run in runs.split(" "):
            number, _, steps = run.partition(":")
            first = self._first[int(number)] - 1
            yield from (first + position for position in accumulate(map(int, steps.split(","))))

    def _text(self, name: str) -> str:
        return self._source.text(name)

    def _line(self, key: str) -> str:
        return self._source.line("places", key)


def split(text: str) -> list[str]:
    """The words of a text in ASCII in the form in which they are compared: without capitals and signs."""
    return text.lower().translate(_APART).split()


def ranked(
    index: Lookup, said: Sequence[str], wholes: Iterable[str], meant: Meant, places: str = PLACES
) -> tuple[dict[int, float], bool]:
    """How well each position of the index fits, in which every word is found; and whether only something near does.

    `wholes` are what all words together may be called, `places` where the words are looked for.
    """
    known = index.words()
    scores: dict[int, float] = {}
    is_near = False
    for number, word in enumerate(said):
        found, slipped = variants(word, known, meant)
        is_near = is_near or slipped
        here = _places(index, found, known, places)
        scores = {
            position: scores.get(position, 0.0) + score
            for position, score in here.items()
            if not number or position in scores
        }
    for place, more in WHOLE.items():
        for position in {position for whole in wholes for position in index.having(place, whole)}:
            scores[position] = scores.get(position, 0.0) + more
    return scores, is_near and bool(scores)


def best(scores: dict[int, float], most: int | None) -> list[int]:
    """The positions with the highest scores, best first."""
    return sorted(scores, key=lambda position: (-scores[position], position))[:most]


def variants(word: str, known: str, meant: Meant) -> tuple[dict[str, float], bool]:
    """The words that are looked for in place of one and how much each counts; and whether they are only near."""
    found = {word: 1.0, **dict.fromkeys(meant(word), MEANT)}
    if any(f"\n{one}" in known for one in found):
        return found, False
    return {**found, **{one: SLIP / away for away, one in near(word, known, is_sorted=True)[:SLIPS]}}, True


def telling(passages: Iterable[tuple[Sequence[str], str]], wanted: Iterable[str]) -> str:
    """The first passage, each given by its words, in which one of the words stands; else with one that it begins."""
    whole, starts = set(wanted), tuple(wanted)
    listed = list(passages)
    exact = (text for found, text in listed if not whole.isdisjoint(found))
    begun = (text for found, text in listed if any(one.startswith(starts) for one in found))
    return next(exact, next(begun, ""))


def _places(index: Lookup, found: dict[str, float], known: str, places: str) -> dict[int, float]:
    """The positions that have one of the words in these places, and how well the best one fits."""
    scores: dict[int, float] = {}

    def count(positions: Iterable[int], score: float) -> None:
        for position in positions:
            scores[position] = max(scores.get(position, 0.0), score)

    for word, counts in found.items():
        if len(word) < LONG:  # many words begin with a letter, of which only the place counts
            for place in places:
                count(index.having(place, word), WEIGHT[place] * counts)
                count(index.begun(place, word), WEIGHT[place] * counts * START)
            continue
        for one, fits in _longer(word, known):
            for place in places if fits != INSIDE else NAMES:
                count(index.having(place, one), WEIGHT[place] * counts * fits)
    return scores


def _longer(word: str, known: str) -> Iterable[tuple[str, float]]:
    """The known words that are the word, begin with it, or, of a long one, have it in them."""
    wanted, before = (word, 0) if len(word) >= LONG else (f"\n{word}", 1)  # a letter alone is in nearly every word
    at = known.find(wanted)
    while at >= 0:
        at += before
        start, end = known.rfind("\n", 0, at) + 1, known.find("\n", at)
        if start == at:
            yield known[start:end], 1.0 if end - start == len(word) else START
        else:
            yield known[start:end], INSIDE
        at = known.find(wanted, end)
