"""From a catalog to a site on the disk."""

import os
from collections.abc import Callable, Iterable
from itertools import count as numbers
from pathlib import Path
from typing import NamedTuple

from optout.catalog import Catalog
from optout.errors import OptoutError, UsageProblem
from optout.guide.words import count
from optout.messages import language
from optout.model import Date, Platform, Stub
from optout.problem import Problem
from optout.project.config import Config
from optout.site import assets, own, pictures, plan, touch, write
from optout.site.companies import company_pages
from optout.site.model import Card, Entry, Site
from optout.site.offered import offered

Progress = Callable[[int, int], None]


class Read(NamedTuple):
    """A catalog as a site needs it, and what is wrong with the entries that could not be read."""

    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    problems: tuple[Problem, ...]
    broken: tuple[str, ...]


def read(catalog: Catalog) -> Read:
    """Every entry with the line it begins on."""
    sound: list[tuple[Platform | Stub, int]] = []
    problems: list[Problem] = []
    broken: list[str] = []
    for decoded in catalog:
        problems += decoded.problems
        if decoded.entry is None:
            broken.append(decoded.slug or str(decoded.problems[0].place))
        else:
            sound.append((decoded.entry, decoded.places[()].line))
    return Read(
        tuple(
            Entry(entry, line, Path(catalog.where(entry.slug)).name, catalog.is_own(entry.slug), catalog.size)
            for entry, line in sound
            if isinstance(entry, Platform)
        ),
        tuple(entry for entry, _ in sound if isinstance(entry, Stub)),
        tuple(problems),
        tuple(broken),
    )


def site(config: Config, catalog: str, found: Read) -> Site:
    """The site to make of what was read from the catalog file called `catalog`.

    Raises:
        OptoutError: a style or a script cannot be read.
    """
    names = {entry.platform.slug: entry.platform.name for entry in found.entries}
    regions = offered(entry.platform for entry in found.entries)
    first = language(config.languages[0])
    companies = company_pages(entry.platform for entry in found.entries)
    day, shown_with = as_of(found.entries), assets.made(config.templates)
    return Site(config, catalog, found.entries, found.stubs, names, companies, day, regions, first, shown_with)


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


def build(
    site: Site,
    out: Path,
    shrink: bool = False,
    progress: Progress = lambda done, total: None,
    wait: Callable[[], None] = lambda: None,
    unpictured: Callable[[str, str], None] = lambda name, letters: None,
) -> write.SiteDifference:
    """Make the site in the folder `out`; `wait` is called if another build of it has to end first, and
    `unpictured` with each name and the letters of its guide for which there is no font, so that it has no picture.

    Raises:
        OptoutError: a template does not work, a file cannot be written, one of the publisher's own would take the place
            of one that is made, or more than half of the guides would go and `shrink` does not allow it; the site is as
            it was before.
    """
    if not site.entries and not shrink:
        raise OptoutError(f"{site.catalog} has no entries, and nothing was built; --shrink makes a site without any")
    with write.working(out, wait) as work:
        before = write.listed(work.out)
        paths: list[str] = []
        done = numbers(1)
        for code in site.config.languages:
            spoken = site._replace(spoken=language(code))
            cards: list[Card] = []
            for entry in site.entries:
                made, files = plan.guide_files(entry, spoken)
                paths += write.put(files, work)
                if made.caption and made.caption.lacks:
                    unpictured(made.name, made.caption.lacks)
                elif made.caption:
                    paths += write.put([pictures.file(made.slug, made.caption, spoken, work.out)], work)
                cards.append(made)
                progress(next(done), len(site.entries) * len(site.config.languages))
            paths += write.put(plan.list_files(cards, spoken), work)
        paths += write.put(touch.files(site.config.templates), work)
        if not shrink:
            _hold_size(paths, before, out)
        own.hold_apart(paths, (*site.pages, *site.files))
        for code in site.config.languages:
            paths += write.put(plan.own_pages(site._replace(spoken=language(code))), work)
        paths += write.put(site.files, work)
        paths += write.put([write.manifest(paths)], work)
        return write.publish(paths, work, before)


def _hold_size(paths: Iterable[str], before: Iterable[str], out: Path) -> None:
    """A slip in a catalog takes most of it away more often than anybody means to.

    Raises:
        OptoutError: more than half of the guides of the site would go.
    """
    had, has = (sum(map(plan.is_guide, found)) for found in (before, paths))
    if has * 2 < had:
        raise OptoutError(
            f"{out} has {count(had, 'guide')} and would keep {has}; nothing was changed, --shrink does it"
        )
