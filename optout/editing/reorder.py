"""Entries that stand in the wrong place, moved to the right one, and that as one fix."""

from collections.abc import Container
from operator import itemgetter

from optout.alike import same_start
from optout.problem import Fix, Place
from optout.source.entries import arranged, split

_SLUG = itemgetter(0)  # of an entry


def moved(data: bytes, misplaced: Container[str]) -> bytes:
    """The catalog with the misplaced entries where they belong."""
    file = split(data)
    order = [entry for entry in file.entries if entry.slug not in misplaced]
    for entry in sorted((one for one in file.entries if one.slug in misplaced), key=_SLUG):
        order.insert(next((n for n, other in enumerate(order) if other.slug > entry.slug), len(order)), entry)
    return arranged(file, order)


def difference(old: bytes, new: bytes, file: str) -> Fix:
    """The lines in which two texts differ, as one fix of the first."""
    start = old.rfind(b"\n", 0, _same(old, new)) + 1
    rest = _same(old[start:][::-1], new[start:][::-1])
    # The last line that is the same begins where in both a line does.
    ends = [len(text) - rest for text in (old, new)]
    if not all(end == start or text[end - 1 : end] == b"\n" for text, end in zip((old, new), ends, strict=True)):
        to_next = old.find(b"\n", ends[0]) + 1
        ends = [end + (to_next or len(old)) - ends[0] for end in ends]
    first = old.count(b"\n", 0, start) + 1
    last = first + old.count(b"\n", start, ends[0]) + (ends[0] == len(old) and not old.endswith(b"\n"))
    return Fix(Place(file, first, 1), Place(file, last, 1), new[start : ends[1]].decode("utf-8", "replace"))


def _same(one: bytes, other: bytes) -> int:
    """How many bytes two texts share at their start."""
    block = 1 << 16
    start = 0
    while start < len(one) and one[start : start + block] == other[start : start + block]:
        start += block
    return min(start, len(one)) + same_start(one[start : start + block], other[start : start + block])
