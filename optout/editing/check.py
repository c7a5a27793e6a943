"""Everything there is to say about a catalog: what reading it, its text and the rules object to, and what mends it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from optout.catalog import Catalog
from optout.diff import compare
from optout.editing import unpasted
from optout.editing.changed import Changed
from optout.editing.fix import MENDABLE, mend
from optout.editing.spans import measured
from optout.files import replace_file
from optout.model import Date, Platform
from optout.problem import Problem
from optout.rules import check, check_change
from optout.schema.no_catalog import no_catalog
from optout.schema.pasted import Pasted, pasted
from optout.source.positions import lines_of
from optout.source.spaces import other_spaces, trailing_spaces
from optout.source.split import cut_at, starts

MARK = b"\xef\xbb\xbf"
_MOST_PASSES = 20  # each mends what the one before has brought to light


Changes = Callable[[bytes], Changed]
# What a catalog comes to on those beneath it.
Combine = Callable[[Catalog], Catalog]


class CheckReport(NamedTuple):
    """What was found in one catalog file.

    `data` is the text that `problems` are about. `mended` are those that are gone since it was read, `changed` the
    number of entries that were looked at, if not all were, and `untried` that of the problems of which there are so
    many in one entry that not each was tried to be mended. `entries` are all that were read, also those of which a
    mark that came along with a paste hid the beginning.
    """

    file: str
    data: bytes
    problems: tuple[Problem, ...]
    mended: tuple[Problem, ...] = ()
    changed: int | None = None
    untried: int = 0
    entries: int = 0

    @property
    def lines(self) -> dict[int, str]:
        """The lines that the problems are about, by their numbers."""
        return lines_of(self.data, (problem.place.line for problem in self.problems))


def report(
    catalog: Catalog, today: Date, changes: Changes | None = None, combine: Combine | None = None
) -> CheckReport:
    """The problems of a catalog, sorted by place, each with the fix that `mended` would apply.

    With `changes`, which finds the changed entries of a text, only those of entries that have changed; with `combine`
    what they refer to may stand in a catalog beneath it.
    """
    data = bytes(catalog.data)
    scope = changes(data) if changes else None
    found = _judged(data, catalog.file, today, scope, combine)
    problems = found.problems
    untried = 0
    if any(problem.rule in MENDABLE for problem in problems):
        after = mend(found.certain, problems, today)
        fixes = {problem._replace(fixes=()): problem.fixes for problem in after.problems}
        problems = [problem._replace(fixes=fixes[problem]) if problem in fixes else problem for problem in problems]
        untried = after.untried
    told = tuple(found.told(data, sorted(measured(found.certain, problems)), catalog.file))
    entries = len(Catalog(found.certain, catalog.file).slugs())
    return CheckReport(catalog.file, data, told, (), scope.entries if scope else None, untried, entries)


def mended(
    catalog: Catalog, today: Date, changes: Changes | None = None, combine: Combine | None = None
) -> CheckReport:
    """Like `report`, of the text in which everything that can be mended is."""
    data = bytes(catalog.data)
    done: list[Problem] = []
    for _ in range(_MOST_PASSES):
        found = _judged(data, catalog.file, today, changes(data) if changes else None, combine)
        if certain := [mark for mark in found.marks if mark.is_certain]:
            done.extend(unpasted.told(data, certain, catalog.file))
            data = unpasted.without(data, certain)
            continue
        after = mend(data, found.problems, today)
        if not after.problems:
            break
        data = after.data
        done.extend(after.problems)
    return report(Catalog(data, catalog.file), today, changes, combine)._replace(mended=tuple(done))


class _Understood(NamedTuple):
    """The problems of a catalog as it was meant, and the marks in it that came along with a paste.

    `certain` is its text without those marks of which nothing else can be meant, each line where it was.
    """

    problems: list[Problem]
    certain: bytes
    marks: tuple[Pasted, ...] = ()

    def told(self, data: bytes, problems: list[Problem], file: str) -> Iterable[Problem]:
        """These problems of it, as far as they do not follow from a mark, and what there is to say of the marks."""
        if not self.marks:
            return problems
        return sorted((*unpasted.placed(data, self.marks, problems), *unpasted.told(data, self.marks, file)))


def _judged(data: bytes, file: str, today: Date, scope: Changed | None, combine: Combine | None) -> _Understood:
    found = _problems(data, file, today, scope, combine)
    if not any(problem.rule in _OF_LINES for problem in found):
        return _Understood(found, data)
    marks = tuple(mark for mark in pasted(data, file) if scope is None or mark.problem.place.line in scope)
    if not marks:
        return _Understood(found, data)
    found = _problems(unpasted.as_meant(data, marks), file, today, scope, combine)
    return _Understood(found, unpasted.as_meant(data, (mark for mark in marks if mark.is_certain)), marks)


_OF_LINES = (
    "yaml-syntax",
    "stray-line",
    "duplicate-entry",
    "yaml-feature",
    "bad-character",
)  # of what stands at the left edge and is no entry


def _problems(data: bytes, file: str, today: Date, scope: Changed | None, combine: Combine | None) -> list[Problem]:
    if other := no_catalog(data, file):
        return [other]
    own = Catalog(data, file)
    found = [problem for problem in check(combine(own) if combine else own, today) if problem.place.file == file]
    found += trailing_spaces(data, file)
    found += other_spaces(data, file)
    if scope is not None:
        found += _unchecked(own, scope, today)
        found = [problem for problem in found if problem.place.line in scope]
    found.sort()
    return found


def _unchecked(catalog: Catalog, scope: Changed, today: Date) -> Iterator[Problem]:
    """What there is to say of entries that changed, in comparison with what they were."""
    wanted = set(scope.slugs)
    old = bytes(Catalog(scope.before, catalog.file).data)
    befores = starts(old, wanted)
    for chunk in catalog.chunks():
        if chunk.slug not in wanted:
            continue
        wanted.remove(chunk.slug)  # of two entries with one slug it is the first
        begun = befores.get(chunk.slug, ())
        now = catalog.decoded(chunk)
        if len(begun) != 1 or not isinstance(now.entry, Platform):
            continue
        before = catalog.decoded(cut_at(old, begun[0], 1)).entry
        if isinstance(before, Platform):
            changes = compare([before], [now.entry])
            matters = any(item.matters for change in changes for item in change.items)
            yield from check_change(now, before, now.entry, matters, today)


def save(report: CheckReport, path: Path, raw: bytes) -> str:
    """Write what was mended into the file `path`, which was read as `raw`; what could not be kept of it, in words.

    Raises:
        OptoutError: the file cannot be written, or was changed by somebody else meanwhile.
    """
    return replace_file(path, raw, with_mark(report, raw)) if report.mended else ""


def with_mark(report: CheckReport, raw: bytes) -> bytes:
    """The text of a report with the mark that Windows editors put first, if what was read had one."""
    return (MARK if raw.startswith(MARK) else b"") + report.data
