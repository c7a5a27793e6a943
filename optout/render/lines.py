"""Which lines of two texts are each other, entry by entry: each line held against all, thousands would take hours."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

_FIRST = re.compile(r"[a-z0-9-]+:")  # line of an entry

Spot = tuple[int, int]


class EntryMatcher(SequenceMatcher[str]):
    """Like its parent; but what stands under one slug in both texts is compared with nothing else."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, (), ())
        self.a, self.b = old, new

    def get_matching_blocks(self) -> list[Match]:
        """The equal lines as the parent gives them: where they are in each text and how many; an empty one ends it."""
        found: list[Match] = []
        for old, new, size in self._blocks():
            last = found[-1] if found else Match(0, 0, 0)
            if (last.a + last.size, last.b + last.size) == (old, new):
                found[-1:] = [Match(last.a, last.b, last.size + size)]
            else:
                found.append(Match(old, new, size))
        return [*found, Match(len(self.a), len(self.b), 0)]

    def _blocks(self) -> Iterator[Match]:
        for (old, new), (old_end, new_end) in pairwise(((0, 0), *_anchors(self.a, self.b), (len(self.a), len(self.b)))):
            before, after = self.a[old:old_end], self.b[new:new_end]
            if before == after:
                yield Match(old, new, len(before))
            else:
                for block in SequenceMatcher(None, before, after).get_matching_blocks():
                    yield Match(old + block.a, new + block.b, block.size)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Spot]:
    """Where the same entry begins in both, of as many as stand in the same order."""
    before, after = _firsts(old), _firsts(new)
    return _ascending([(spot, after[line]) for line, spot in before.items() if line in after])


def _firsts(lines: Sequence[str]) -> dict[str, int]:
    """The lines with which entries begin and that stand once."""
    found = [(line, number) for number, line in enumerate(lines) if _FIRST.match(line)]
    often = Counter(line for line, _ in found)
    return {line: number for line, number in found if often[line] == 1}


def _ascending(spots: Sequence[Spot]) -> list[Spot]:
    """As many of them as ascend on both sides: the longest increasing subsequence, by patience sorting."""
    piles: list[int] = []  # the spot on top of each
    before: list[int] = []
    for number, (_, new) in enumerate(spots):
        pile = bisect_left(piles, new, key=lambda top: spots[top][1])
        before.append(piles[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [number]
    kept: list[Spot] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        kept.append(spots[number])
        number = before[number]
    return kept[::-1]
