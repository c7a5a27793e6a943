"""Which of the new is which of the old: by best fit, never by position."""

import re
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Up to so many pairs everything is held against everything; above, each thing against so many at the most.
_EACH_AGAINST_EACH = 10_000
_MOST_CANDIDATES = 40

# A word, or one character of a script that puts no spaces between words.
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_\u2e80-\u9fff\uac00-\ud7af]+(?:['’][^\W_]+)*")


class Pairs(NamedTuple, Generic[T]):
    """What belongs together, what is gone and what was added, each in the order in which it stands.

    `positions` says where the new one of each pair stands.
    """

    both: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    added: tuple[T, ...]
    positions: tuple[int, ...]

    @property
    def reordered(self) -> bool:
        """Whether what is in both stands in another order."""
        return list(self.positions) != sorted(self.positions)


def pair(
    old: Sequence[T],
    new: Sequence[T],
    alike: Callable[[T, T], float],
    marks: Callable[[T], Iterable[Hashable]],
    least: float = 0.5,
) -> Pairs[T]:
    """Equal things belong together, then those that are most alike, down to a likeness of `least` (0 to 1).

    `marks` are what things that are alike have in common at least one of, such as their words. Where so many are left
    that each could not be held against each, only those that share their rarer marks are: a list of thousands is
    compared in a moment, at the price that a thing changed beyond recognition may be told as gone and as new.
    """
    partner: dict[int, int] = {}
    free: dict[T, deque[int]] = {}
    for position, one in enumerate(new):
        free.setdefault(one, deque()).append(position)
    for position, one in enumerate(old):
        if free.get(one):
            partner[position] = free[one].popleft()
    taken = set(partner.values())
    scores = []
    left = [position for position in range(len(old)) if position not in partner]
    came = [position for position in range(len(new)) if position not in taken]
    for first, second in _candidates(old, new, left, came, marks):
        score = alike(old[first], new[second])
        if score >= least:
            scores.append((-score, first, second))
    for _, first, second in sorted(scores):
        if first not in partner and second not in taken:
            partner[first] = second
            taken.add(second)
    return Pairs(
        tuple((one, new[partner[position]]) for position, one in enumerate(old) if position in partner),
        tuple(one for position, one in enumerate(old) if position not in partner),
        tuple(one for position, one in enumerate(new) if position not in taken),
        tuple(partner[position] for position in range(len(old)) if position in partner),
    )


def match(old: Sequence[T], new: Sequence[T]) -> Pairs[T]:
    """Equal things belong together; nothing else does."""
    return pair(old, new, lambda one, other: 0.0, lambda one: ())


def _candidates(
    old: Sequence[T], new: Sequence[T], left: list[int], came: list[int], marks: Callable[[T], Iterable[Hashable]]
) -> Iterator[tuple[int, int]]:
    """Which of those that are left to hold against which of those that came, by their positions."""
    if len(left) * len(came) <= _EACH_AGAINST_EACH:
        yield from ((first, second) for first in left for second in came)
        return
    bearers: dict[Hashable, list[int]] = {}
    for second in came:
        for mark in set(marks(new[second])):
            bearers.setdefault(mark, []).append(second)
    for first in left:
        found: set[int] = set()
        for mark in sorted(set(marks(old[first])), key=lambda mark: (len(bearers.get(mark, ())), repr(mark))):
            found.update(bearers.get(mark, ())[: _MOST_CANDIDATES - len(found)])
        yield from ((first, second) for second in sorted(found))


def tokens(text: str) -> list[str]:
    """The words of a text, small."""
    return _WORD.findall(text.casefold())


def alike(one: str, other: str) -> float:
    """How many words two texts share, from 0 to 1: the Sørensen-Dice coefficient, blind to order and case."""
    if one == other:
        return 1.0
    first, second = _counted(one), _counted(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@lru_cache(maxsize=4096)
def _counted(text: str) -> Counter[str]:
    return Counter(tokens(text))
