"""Which of many names a slip of the hand may have meant. Imports nothing: `optout search` waits for it."""

from __future__ import annotations

from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SHORTEST = 4  # letters, below which any name is near any other
LONG = 6  # letters, for each of which one slip more is likely

# What a key in a table of names says of the entries under it, as its first letter, see `optout.catalog.table`.
NAME, ALSO, FOLDED, DOMAIN, COMPANY, WORD, LOGIN, ABROAD, APP = "nafdcwlki"
_FEW = 3  # entries that a word is a hint to; a word in the names of more says nothing


def suggested(wanted: str, names: str, get: Callable[[str], Sequence[str]], is_host: bool = False) -> list[str]:
    """What may have been meant, best first: names that are near, or that have it as a word; few or none.

    `wanted` is the form in which names are compared, `names` all of them in their order, each between two line breaks;
    `get` gives the slugs under a key.
    """
    found: list[str] = []
    for _, name in near(wanted, names, is_sorted=True):
        slugs = [slug for kind in (NAME, ALSO) for slug in get(kind + name)]
        found += slugs or ([name] if get(COMPANY + name) else [])
    hinted = [] if is_host else [*get(WORD + wanted), *get(f"{DOMAIN}{wanted}.")]
    return list(dict.fromkeys(found + (hinted if len(hinted) <= _FEW else [])))


def near(wanted: str, names: str, is_sorted: bool = False) -> list[tuple[int, str]]:
    """The names that are near, nearest first, each with its distance; `names` holds them on lines of their own.

    Of those that are sorted only such are looked at as begin like it.
    """
    found = {}
    for name in _candidates(wanted, _beginning_alike(wanted, names) if is_sorted and len(wanted) > 1 else names):
        allowed = _allowed(wanted, name)
        if allowed and (away := distance(wanted, name, allowed)) <= allowed:
            found[name] = away
    return sorted((away, name) for name, away in found.items())


def distance(one: str, other: str, limit: int) -> int:
    """How many letters must be added, dropped, replaced or swapped with their neighbour; `limit` + 1 where more.

    The restricted edit distance of Damerau, in a band as wide as the limit.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row] + [limit + 1] * len(other)
        for column in range(max(1, row - limit), min(len(other), row + limit) + 1):
            best = last[column - 1] + (letter != other[column - 1])
            if last[column] < best:  # by hand, as calling `min` takes as long as all the rest
                best = last[column] + 1
            if here[column - 1] < best:
                best = here[column - 1] + 1
            is_swap = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other[column - 1]
            here[column] = min(best, before[column - 2] + 1) if is_swap else best
        if min(here) > limit:
            return limit + 1
        before, last = last, here
    return min(last[-1], limit + 1)


def _allowed(wanted: str, name: str) -> int:
    """How many slips are likely in a name as long as that; nobody takes another letter for the first."""
    shorter = min(len(wanted), len(name))
    starts_alike = wanted[0] == name[0]
    if shorter < SHORTEST or (not starts_alike and wanted[0] != name[1] and wanted[1] != name[0]):
        return 0
    if shorter < LONG or not starts_alike:
        return 1
    return 2 if shorter < 2 * LONG else 3


def _beginning_alike(wanted: str, names: str) -> str:
    """Of sorted names those that begin with the same letter, or do once two letters are swapped or one is dropped."""
    first, second = wanted[0], wanted[1]
    parts, at = [], 1
    while 0 < at < len(names):
        letter = names[at]
        end = _end(names, letter, at)
        if letter in (first, second):
            parts.append(names[at:end])
        else:
            start = names.find(f"\n{letter}{first}", at - 1, end) + 1
            parts.append(names[start : _end(names, letter + first, start)] if start else "")
        at = end
    return "\n" + "".join(parts)


def _end(names: str, start: str, at: int) -> int:
    """Where sorted names end that begin so, the first of which stands at a place: by halves, as there may be many."""
    low, high = at, len(names)
    while low < high:
        line = names.rfind("\n", 0, (low + high) // 2) + 1
        if names.startswith(start, line):
            low = names.find("\n", line) + 1
        else:
            high = line
    return low


def _candidates(wanted: str, names: str) -> Iterable[str]:
    """The names that share a piece with what is wanted: all that are near do, and most that are not do not.

    Of four pieces three slips leave one whole; a slip over the border of two pieces is a swap, so both ways count.
    """
    pieces = _pieces(wanted)
    size, most = len(wanted), _allowed(wanted, wanted)
    found: set[str] = set()
    for piece in pieces:
        at = names.find(piece)
        while at >= 0:
            start, end = names.rfind("\n", 0, at) + 1, names.find("\n", at)
            if abs(end - start - size) <= most:
                found.add(names[start:end])
            at = names.find(piece, end)
    return found


def _pieces(wanted: str) -> set[str]:
    count = 1 + max(_allowed(wanted, wanted), 1)
    borders = [round(number * len(wanted) / count) for number in range(count + 1)]
    pieces = {wanted[start:end] for start, end in pairwise(borders)}
    for border in borders[1:-1]:
        swapped = f"{wanted[: border - 1]}{wanted[border]}{wanted[border - 1]}{wanted[border + 1 :]}"
        pieces |= {swapped[start:end] for start, end in pairwise(borders)}
    return {piece for piece in pieces if piece}
