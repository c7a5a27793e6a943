"""Whether an edit is kept: the entry is read again with it, and must be better and say the same elsewhere.

An entry is read again a limited number of times, so that no entry, however broken, takes for ever.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from operator import itemgetter
from typing import NamedTuple

from optout.editing.edit import Edit, ReadEntry, read_text
from optout.model import Date
from optout.problem import Problem
from optout.rules import check_entry
from optout.schema.decode import decode
from optout.source.nodes import is_too_large
from optout.source.spaces import other_spaces, trailing_spaces
from optout.source.split import Chunk, cut_all


class _Judged(NamedTuple):
    """An entry with what reading it and what the rules about single entries find."""

    entry: ReadEntry
    read: list[Problem]
    ruled: list[Problem]


_START = itemgetter(0)  # of a span
_MOST_READ = 512 * 1024  # bytes of an entry, read again and again: a hundred tries for the usual ones


def kept_edits(
    entry: ReadEntry, proposed: list[tuple[Problem, Edit]], today: Date
) -> tuple[Chunk, list[tuple[Problem, Edit]], int]:
    """The entry with as many of the edits as can be kept, those that are, and the number of those not tried.

    If not all of them can be kept at once, each half is tried: the later one first, so that the places of the others
    hold.
    """
    judged = _judged(entry, today)
    waiting, kept = [proposed], list[tuple[Problem, Edit]]()
    for _ in range(max(1, _MOST_READ // (len(entry.text) + 1))):
        if not waiting:
            break
        edits = waiting.pop()
        after = _better(judged, edits, today)
        if after:
            judged = after
            kept += edits
        elif len(edits) > 1:
            half = len(edits) // 2
            waiting += [edits[:half], edits[half:]]
    return judged.entry.chunk, kept, sum(map(len, waiting))


def _edited(text: str, edits: list[tuple[Problem, Edit]]) -> str:
    parts, done = [], 0
    for _, edit in edits:
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def _better(before: _Judged, edits: list[tuple[Problem, Edit]], today: Date) -> _Judged | None:
    """The entry after the edits if they mend their problems, bring no other, and leave all other texts as they read."""
    text = _edited(before.entry.text, edits)
    chunk = before.entry.chunk._replace(raw=text.encode("utf-8"))
    if is_too_large(chunk.raw) or [one.slug for one in cut_all(chunk.raw)] != [chunk.slug]:
        return None
    after = _judged(read_text(chunk, text, before.entry.file, before.entry.hosts), today)
    old, new = _spans([edit for _, edit in edits])
    there = _kinds(before.entry, before.read + before.ruled, old)
    there.subtract(_kind(problem) for problem, _ in edits)
    unread = {_kind(problem) for problem in before.read}
    judged = [span for (problem, _), span in zip(edits, new, strict=True) if _kind(problem) not in unread]
    here = _kinds(after.entry, after.read, new) + _kinds(after.entry, after.ruled, judged)
    # A text that YAML could not read hid what comes after it, and one that could not be read what rules say of it.
    news = _new(before.read, after.read) if before.entry.is_whole else Counter()
    if not before.read:
        news += _new(before.ruled, after.ruled)
    is_better = not (here - there or news) and _reads_the_same(before.entry, after.entry, old, new)
    return after if is_better else None


Span = tuple[int, int]


def _spans(edits: list[Edit]) -> tuple[list[Span], list[Span]]:
    """Where the edits are in the text before them, and after."""
    old, new, moved = [], [], 0
    for edit in edits:
        old.append((edit.start, edit.end))
        new.append((edit.start + moved, edit.start + moved + len(edit.text)))
        moved += len(edit.text) - (edit.end - edit.start)
    return old, new


def _judged(entry: ReadEntry, today: Date) -> _Judged:
    decoded = decode(entry.chunk, entry.file)
    spaces = [one._replace(place=one.place._replace(line=one.place.line + entry.chunk.line - 1))
              for find in (trailing_spaces, other_spaces) for one in find(entry.chunk.raw, entry.file)]  # fmt: skip
    ruled = list(check_entry(decoded, today))
    return _Judged(entry, list(decoded.problems), ruled + spaces)


_Kinds = Counter[tuple[str, str]]


def _kind(problem: Problem) -> tuple[str, str]:
    """Rule and message of a problem, without the numbers: a text that is too long by less is no new problem."""
    return problem.rule, re.sub(r"[\d,]*\d", "0", problem.message)


def _kinds(entry: ReadEntry, problems: list[Problem], spans: list[Span]) -> _Kinds:
    """The problems in some parts of a text."""
    return Counter(_kind(one) for one in problems if _touches(entry.offset(one.place), spans))


def _touches(offset: int, spans: list[Span]) -> bool:
    """Whether a character is in one of the spans, which stand in order, or at its end."""
    position = bisect_right(spans, offset, key=_START) - 1
    return position >= 0 and offset <= spans[position][1]


def _new(before: list[Problem], after: list[Problem]) -> _Kinds:
    return Counter(map(_kind, after)) - Counter(map(_kind, before))


def _reads_the_same(before: ReadEntry, after: ReadEntry, old: list[Span], new: list[Span]) -> bool:
    """Whether every text outside the edits is the one it was, as far as it could be read."""
    were, are = _outside(before, old), _outside(after, new)
    return were == (are if before.is_whole else are[: len(were)])


def _outside(entry: ReadEntry, spans: list[Span]) -> list[str]:
    """The texts outside the edits. One that ends or begins where an edit does is within: a sign of it may be gone."""
    ends = [end for _, end in spans]
    clear = (
        one for one in entry.tokens if (at := bisect_left(ends, one.start)) == len(spans) or one.end < spans[at][0]
    )
    return [token.text for token in clear]
