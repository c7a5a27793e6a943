"""Which of the new is which of the old: by best fit, never by position."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# A word, or one character of a script that puts no spaces between words.
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_\u2e80-\u9fff\uac00-\ud7af]+(?:['’][^\W_]+)*")


class Pairs(NamedTuple, Generic[T]):
    """What belongs together, what is gone and what was added, each in the order in which it stands."""

    both: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    added: tuple[T, ...]


def pair(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float], least: float = 0.5) -> Pairs[T]:
    """Equal things belong together, then those that are most alike, down to a likeness of `least` (0 to 1)."""
    partner: dict[int, int] = {}
    free: dict[T, list[int]] = {}
    for position, one in enumerate(new):
        free.setdefault(one, []).append(position)
    for position, one in enumerate(old):
        if free.get(one):
            partner[position] = free[one].pop(0)
    taken = set(partner.values())
    scores = [
        (-alike(one, other), first, second)
        for first, one in enumerate(old)
        if first not in partner
        for second, other in enumerate(new)
        if second not in taken
    ]
    for score, first, second in sorted(scores):
        if -score >= least and first not in partner and second not in taken:
            partner[first] = second
            taken.add(second)
    return Pairs(
        tuple((one, new[partner[position]]) for position, one in enumerate(old) if position in partner),
        tuple(one for position, one in enumerate(old) if position not in partner),
        tuple(one for position, one in enumerate(new) if position not in taken),
    )


def tokens(text: str) -> list[str]:
    """The words of a text, small."""
    return _WORD.findall(text.casefold())


def alike(one: str, other: str) -> float:
    """How many words two texts share, from 0 to 1: the Sørensen-Dice coefficient, blind to order and case."""
    if one == other:
        return 1.0
    first, second = Counter(tokens(one)), Counter(tokens(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
