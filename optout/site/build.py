"""From a catalog to a site on the disk, on all cores."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from optout.catalog import Catalog, Chunk, Decoded, decode, unique
from optout.errors import UsageProblem
from optout.model import Date, Platform, Stub
from optout.problem import Problem
from optout.site import plan, write
from optout.site.config import Config
from optout.site.model import Card, Entry, Site

Progress = Callable[[int, int], None]

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

# Below this many entries a second process costs more than it brings.
_FEW = 64
_BATCH = 16


class Read(NamedTuple):
    """A catalog as a site needs it, and what is wrong with the entries that could not be read."""

    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    problems: tuple[Problem, ...]
    broken: tuple[str, ...]


def read(catalog: Catalog, jobs: int = 1) -> Read:
    """Every entry with the line it begins on."""
    decoded = list(unique(_each(_Decode(catalog.file), tuple(catalog.chunks()), jobs)))
    sound = [(one.entry, one.places[()].line) for one in decoded]
    return Read(
        tuple(Entry(entry, line) for entry, line in sound if isinstance(entry, Platform)),
        tuple(entry for entry, _ in sound if isinstance(entry, Stub)),
        tuple(problem for one in decoded for problem in one.problems),
        tuple(one.slug or str(one.problems[0].place) for one in decoded if one.entry is None),
    )


def site(config: Config, catalog: str, found: Read) -> Site:
    """The site to make of what was read from the catalog file called `catalog`."""
    names = {entry.platform.slug: entry.platform.name for entry in found.entries}
    return Site(config, catalog, found.entries, found.stubs, names, as_of(found.entries))


def as_of(entries: Iterable[Entry], environment: Callable[[str], str | None] = os.environ.get) -> Date:
    """The day for which ages are counted: SOURCE_DATE_EPOCH if it is set, else the newest check in the catalog.

    https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageProblem: it is set to something else than seconds since 1970.
    """
    from datetime import UTC, datetime

    if seconds := environment("SOURCE_DATE_EPOCH"):
        try:
            day = datetime.fromtimestamp(int(seconds), UTC)
        except (ValueError, OverflowError, OSError) as error:
            expected = "the number of seconds since 1970, such as 1795305600"
            raise UsageProblem(f"SOURCE_DATE_EPOCH is `{seconds}`, and should be {expected}") from error
        return Date(day.year, day.month, day.day)
    return max((entry.platform.checked for entry in entries), default=Date(1970, 1, 1))


def build(site: Site, out: Path, jobs: int = 1, progress: Progress = lambda done, total: None) -> write.Difference:
    """Make the site in the folder `out`.

    Raises:
        OptoutError: a template does not work, or a file cannot be written; the site is as it was before.
    """
    staged = write.stage(out)
    try:
        cards: list[Card] = []
        paths: list[str] = []
        for made, written in _each(_Guides(site, staged), site.entries, jobs):
            cards.append(made)
            paths += written
            progress(len(cards), len(site.entries))
        paths += write.put(plan.list_files(cards, site), staged)
        write.check_room(paths, out)
        return write.publish(paths, staged, out)
    finally:
        write.discard(staged)


class _Decode:
    """Reads one entry; of its places only the first, because the others would have to travel between processes."""

    def __init__(self, file: str) -> None:
        self.file = file

    def __call__(self, chunk: Chunk) -> Decoded:
        decoded = decode(chunk, self.file)
        return decoded._replace(places={(): decoded.places[()]})


class _Guides:
    """Makes the files of one platform; called in whichever process has time."""

    def __init__(self, site: Site, staged: Path) -> None:
        self.site = site
        self.staged = staged

    def __call__(self, entry: Entry) -> tuple[Card, list[str]]:
        made, files = plan.guide_files(entry, self.site)
        return made, write.put(files, self.staged)


_work: Callable[[object], object] | None = None


def _begin(work: Callable[[object], object]) -> None:
    global _work
    _work = work


def _do(item: object) -> object:
    assert _work
    return _work(item)


def _each(work: Callable[[_Item], _Made], items: tuple[_Item, ...], jobs: int) -> Iterator[_Made]:
    """The outcome of each item, in order."""
    if jobs < 2 or len(items) < _FEW:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
    with context.Pool(jobs, _begin, (work,)) as pool:
        yield from pool.imap(_do, items, _BATCH)
