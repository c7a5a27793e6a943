"""Mending what can be mended without judgement: text and problems in, text out.

Each mender ([menders](menders.py)) proposes one edit for one problem. An edit is kept only if the entry, read again,
has that problem no longer and no new one, and every text outside the edit reads as before ([trial](trial.py)). What is
not certain is left to a person.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from optout.editing.edit import Edit, ReadEntry, read_entry
from optout.editing.menders import MENDERS
from optout.editing.reorder import difference, moved
from optout.editing.trial import kept_edits
from optout.editing.where import by_chunk
from optout.model import Date
from optout.problem import Problem
from optout.rules import entry_order
from optout.source.split import first_text

ARCHIVED = "archived-terms"  # mended by `editing/archived.py`, which has the archive to ask
MENDABLE = frozenset((*MENDERS, entry_order.ID, ARCHIVED))
_HTTPS = re.compile(rb"https://([\w.-]+)(?![\w.:-])")


class Mended(NamedTuple):
    """A catalog's text after mending, in parts, and the problems that are gone, each with its fix.

    `untried` is the number of problems for which there was an edit, but no try left.
    """

    parts: tuple[bytes | memoryview, ...]
    problems: tuple[Problem, ...]
    untried: int

    @property
    def data(self) -> bytes:
        """The text as a whole."""
        return b"".join(self.parts)


def mend(data: bytes, problems: Iterable[Problem], today: Date) -> Mended:
    """Mend those of the `problems` of the catalog `data` that can be mended; all else stays as it is, byte by byte.

    The places of the fixes are those of `data`.
    """
    problems = list(problems)
    hosts = frozenset(host[1].decode("ascii").lower() for host in _HTTPS.finditer(data))
    mended: list[Problem] = []
    untried = 0
    end = first_text(data)
    parts, copied, is_whole = list[bytes | memoryview](), 0, True
    for chunk, found in by_chunk(data, (problem for problem in problems if problem.rule in MENDERS)):
        start, end, is_whole = end, end + len(chunk.raw), is_whole and bool(chunk.slug)
        entry = read_entry(chunk, found[0].place.file, hosts) if found else None
        proposed = _proposed(entry, found) if entry else []
        if entry and proposed:
            after, kept, left = kept_edits(entry, proposed, today)
            mended += [problem._replace(fixes=(entry.fix(edit),)) for problem, edit in kept]
            untried += left
            parts += [memoryview(data)[copied:start], after.raw]
            copied = end
    parts.append(memoryview(data)[copied:])
    misplaced = {problem.entry: problem for problem in problems if problem.rule == entry_order.ID}
    if misplaced and is_whole:
        fix = difference(data, moved(data, misplaced), problems[0].place.file)
        mended += [problem._replace(fixes=(fix,)) for problem in misplaced.values()]
        parts = [moved(b"".join(parts), misplaced)]
    return Mended(tuple(parts), tuple(sorted(mended)), untried)


def _proposed(entry: ReadEntry, problems: Iterable[Problem]) -> list[tuple[Problem, Edit]]:
    """What the menders propose, in the order of the text and without overlaps."""
    edits = [(problem, edit) for problem in problems if (edit := MENDERS[problem.rule](entry, problem))]
    edits.sort(key=lambda one: one[1])
    return [one for n, one in enumerate(edits) if not n or edits[n - 1][1].end <= one[1].start]
