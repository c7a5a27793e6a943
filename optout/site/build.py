"""From a catalog to a site on the disk, on all cores."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from optout.catalog import Catalog, Chunk, Decoded, unique
from optout.errors import OptoutError, UsageProblem
from optout.model import Date, Platform, Stub
from optout.problem import Problem
from optout.project.config import Config
from optout.schema.decode import decode
from optout.site import plan, write
from optout.site.model import Card, Entry, Site

Progress = Callable[[int, int], None]

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

# Below this many entries a second process costs more than it brings.
_FEW = 64
_BATCH = 16
_AHEAD = 3  # batches for each process, so that none has to wait for the next


class Read(NamedTuple):
    """A catalog as a site needs it, and what is wrong with the entries that could not be read."""

    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    problems: tuple[Problem, ...]
    broken: tuple[str, ...]


def read(catalog: Catalog, jobs: int = 1) -> Read:
    """Every entry with the line it begins on."""
    chunks = tuple(catalog.chunks())
    jobs = jobs if len(chunks) >= _FEW else 1
    decoded = list(unique(_each(partial(_decode, catalog.file), chunks, jobs, _BATCH)))
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
    jobs = jobs if len(site.entries) >= _FEW else 1
    try:
        cards: list[Card] = []
        paths: list[str] = []
        plan.read_templates(site)
        for made, written in _each(partial(_guide, site, staged), site.entries, jobs, _BATCH):
            cards.append(made)
            paths += written
            progress(len(cards), len(site.entries))
        cards = plan.in_order(cards)
        listed = [path for made in _each(partial(_lists, cards, site, staged), plan.PARTS, jobs, 1) for path in made]
        paths += listed + write.put(plan.last_files(listed, cards, site), staged)
        write.check_room(paths, out)
        return write.publish(paths, staged, out)
    finally:
        write.discard(staged)


def _decode(file: str, chunk: Chunk) -> Decoded:
    """Read one entry; of its places only the first, because the others would have to travel between processes."""
    decoded = decode(chunk, file)
    return decoded._replace(places={(): decoded.places[()]})


def _guide(site: Site, staged: Path, entry: Entry) -> tuple[Card, list[str]]:
    """Make the files of one platform."""
    made, files = plan.guide_files(entry, site)
    return made, write.put(files, staged)


def _lists(cards: Sequence[Card], site: Site, staged: Path, part: plan.Part) -> list[str]:
    """Make the files of one part of the site beside the guides."""
    return write.put(part(cards, site), staged)


_task: tuple[Callable[[Any], object], Sequence[object], int]


def _begin(work: Callable[[Any], object], items: Sequence[object], batch: int) -> None:
    """Take note of the task; a forked process has it already, so that no item has to travel."""
    global _task
    _task = work, items, batch
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches every process; the first one answers for all


def _do(first: int) -> list[Any]:
    work, items, batch = _task
    return [work(item) for item in items[first : first + batch]]


def _each(work: Callable[[_Item], _Made], items: Sequence[_Item], jobs: int, batch: int) -> Iterator[_Made]:
    """The outcome of each item, in order; `batch` items at a time on each of several processes.

    Raises:
        OptoutError: one of the processes was killed.
    """
    if jobs < 2:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
    firsts = iter(range(0, len(items), batch))
    with ProcessPoolExecutor(jobs, context, _begin, (work, items, batch)) as pool:
        try:
            # A few at a time: what is not asked for yet need not be called off when the build is interrupted.
            asked = deque(pool.submit(_do, first) for first in islice(firsts, _AHEAD * jobs))
            while asked:
                yield from asked.popleft().result()
                asked.extend(pool.submit(_do, first) for first in islice(firsts, 1))
        except BrokenProcessPool as error:
            raise OptoutError("the system ended a process of this build; if memory is short, try --jobs 1") from error
