"""From a catalog to a site on the disk."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import count as numbers
from pathlib import Path
from typing import NamedTuple

from optout.catalog import Catalog, Chunk, Decoded
from optout.catalog.entries import label
from optout.errors import OptoutError, UsageProblem
from optout.guide.words import count
from optout.messages import language
from optout.model import Date, Platform, Stub
from optout.problem import Place, Problem
from optout.project.config import Config
from optout.site import assets, constant, guides, inputs, own, pictures, plan, program, touch, write
from optout.site.abridged import AbridgedPlatform, abridge, extract_of, whole
from optout.site.companies import company_pages
from optout.site.made import MadeGuide, ShownOf, digest
from optout.site.model import Entry, Extract, Picture, Site, SiteFile
from optout.site.offered import Offered
from optout.site.remembered import Forgetful, Memory
from optout.site.staging import Staging
from optout.source.split import let_go

Progress = Callable[[int, int], None]
_FORGETFUL = Forgetful()


class Read(NamedTuple):
    """A catalog as a site needs it, and what is wrong with the entries that could not be read."""

    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    problems: tuple[Problem, ...]
    broken: tuple[str, ...]


def read(catalog: Catalog, memory: Memory = _FORGETFUL) -> Read:
    """Every entry with the line it begins on; what the `memory` has of an entry's text is not read again.

    Where it keeps them outside of this process, entries are abridged.
    """
    digests: dict[str, str] = {}
    known: dict[str, Extract] = {}
    catalog.reader = partial(_remembering, memory, digests, known)
    again = partial(_again, memory, catalog, digests)
    sound: list[tuple[Platform | Stub, int]] = []
    problems: list[Problem] = []
    broken: list[str] = []
    for decoded in catalog:
        problems += decoded.problems
        if decoded.entry is None:
            broken.append(label(decoded))
        else:
            sound.append((decoded.entry, decoded.places[()].line))
    for text in catalog.texts:
        let_go(text)
    return Read(
        tuple(
            Entry(
                entry,
                line,
                Path(catalog.where(entry.slug)).name,
                catalog.is_own(entry.slug),
                catalog.size,
                # It may link to fewer than its text has.
                digest(digests[entry.slug], repr(entry.see)) if entry.slug in digests else "",
                known.get(entry.slug),
                again if entry.slug in known else None,
            )
            for entry, line in sound
            if isinstance(entry, Platform)
        ),
        tuple(entry for entry, _ in sound if isinstance(entry, Stub)),
        tuple(problems),
        tuple(broken),
    )


def _remembering(
    memory: Memory, digests: dict[str, str], known: dict[str, Extract], chunk: Chunk, file: str
) -> Decoded:
    """The entry that a chunk is, from where it is remembered if it is sound; `digests` learns that of its text.

    Where the memory is elsewhere, it is abridged, and `known` learns its extract.
    """
    key = _key(chunk)
    digests.setdefault(chunk.slug, key)
    found = _sound(memory, key, chunk, file)
    if isinstance(found, AbridgedPlatform):
        known[chunk.slug] = found.extract
        return Decoded(chunk.slug, found.platform, {(): Place(file, chunk.line, 1)}, ())
    return found


def _sound(memory: Memory, key: str, chunk: Chunk, file: str) -> AbridgedPlatform | Decoded:
    brief = digest("abridged", key)
    if memory.is_elsewhere and isinstance(known := memory.recall(brief), AbridgedPlatform):
        memory.use(key)
        return known
    entry = memory.recall(key)
    if entry is None:
        from optout.schema.decode import decode

        found = decode(chunk, file)
        if not found.entry or found.problems:
            return found
        entry = found.entry
        memory.keep(key, entry)
    if memory.is_elsewhere and isinstance(entry, Platform):
        made = abridge(entry)
        memory.keep(brief, made)
        return made
    return Decoded(chunk.slug, entry, {(): Place(file, chunk.line, 1)}, ())


def _again(memory: Memory, catalog: Catalog, digests: Mapping[str, str], slug: str) -> Platform:
    """The whole of an entry that was read before: what the memory has, else what the text says, if it still does."""
    found = memory.recall(digests[slug])
    if isinstance(found, Platform):
        return found
    from optout.schema.decode import decode

    chunk = catalog.chunk(slug)
    entry = decode(chunk, catalog.where(slug)).entry if chunk and _key(chunk) == digests[slug] else None
    if not isinstance(entry, Platform):
        raise OptoutError(f"{catalog.where(slug)} was changed while its site was built; nothing was built, do it again")
    return entry


def _key(chunk: Chunk) -> str:
    return digest("entry", program.code(None), chunk.whole)


def site(config: Config, catalog: str, found: Read) -> Site:
    """The site to make of what was read from the catalog file called `catalog`.

    Raises:
        OptoutError: a style or a script cannot be read.
    """
    names = {entry.platform.slug: entry.platform.name for entry in found.entries}
    regions = Offered(tuple(sorted({part for entry in found.entries for part in extract_of(entry).parts})))
    first = language(config.languages[0])
    companies = company_pages(entry.platform for entry in found.entries)
    day, shown_with = as_of(found.entries), assets.made(config.templates)
    crawlers = any(extract_of(entry).has_crawlers for entry in found.entries)
    return Site(
        config, catalog, found.entries, found.stubs, names, companies, day, regions, first, shown_with, crawlers
    )


def as_of(entries: Iterable[Entry]) -> Date:
    """The day for which ages are counted: SOURCE_DATE_EPOCH if it is set, else the newest check in the catalog.

    https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageProblem: it is set to something else than seconds since 1970.
    """
    from datetime import UTC, datetime

    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
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
    memory: Memory = _FORGETFUL,
    alone: bool = False,
) -> write.SiteDifference:
    """Make the site in the folder `out`; `wait` is called if another build of it has to end first, and
    `unpictured` with each name and the letters of its guide for which there is no font, so that it has no picture.

    What the `memory` knows to be there as it would be made is not made anew. Nobody else has the folder if it is
    built `alone`.

    Raises:
        OptoutError: a template does not work, a file cannot be written, one of the publisher's own would take the place
            of one that is made, or more than half of the guides would go and `shrink` does not allow it; the site is as
            it was before.
    """
    if not site.entries and not shrink:
        raise OptoutError(f"{site.catalog} has no entries, and nothing was built; --shrink makes a site without any")
    code = program.code(site.config.templates)
    with write.working(out, wait) as work:
        before = write.listed(work.out)
        staging = Staging(work, memory)
        done = numbers(1)
        for tongue in site.config.languages:
            spoken = site._replace(spoken=language(tongue))
            shared = inputs.common(spoken)
            of_pages = inputs.of_all_pages(shared, code)
            made: list[MadeGuide] = []
            for entry in site.entries:
                made.append(_guide(*inputs.of_guide(entry, spoken, shared), of_pages, staging))
                if (caption := made[-1].card.caption) and caption.lacks:
                    unpictured(entry.platform.name, caption.lacks)
                progress(next(done), len(site.entries) * len(site.config.languages))
            _lists(made, spoken, of_pages, staging)
        staging.put(touch.files(site.config.templates))
        paths = [*staging.paths, *staging.kept]
        if not shrink:
            _hold_size(paths, before, out)
        own.hold_apart(paths, (*site.pages, *site.files))
        for tongue in site.config.languages:
            staging.put(constant.own_pages(site._replace(spoken=language(tongue))))
        staging.put(site.files)
        staging.put([write.manifest((*staging.paths, *staging.kept))])
        difference = write.publish(staging.paths, work, before, staging.kept, alone)
        memory.leave(staging.left())
        return difference


def _guide(entry: Entry, site: Site, of_pages: str, staging: Staging) -> MadeGuide:
    """The files of a platform, kept or made."""
    key = inputs.key_of_guide(entry, site, of_pages)
    found = staging.memory.recall(key)
    if isinstance(found, MadeGuide) and staging.keeps(found.files):
        return found
    entry = whole(entry)
    card, files = guides.guide_files(entry, site)
    made_files: list[SiteFile | Picture] = [*files]
    if card.caption and not card.caption.lacks:
        made_files.append(pictures.file(card.slug, card.caption, site, staging.work.out))
    made = MadeGuide(card, plan.shown_of(entry.platform, card, site), staging.put(made_files))
    staging.memory.keep(key, made)
    return made


def _lists(made: Sequence[MadeGuide], site: Site, of_pages: str, staging: Staging) -> None:
    """The files about many platforms and about none, kept or made."""
    cards = [one.card for one in made]
    shown = ShownOf(*(digest(*digests) for digests in zip(*(one.shown for one in made), strict=True))) if made else None
    paths: list[str] = []
    for lot in plan.lots(cards, site, shown):
        key = digest("lot", of_pages, repr(lot.made_from))
        found = staging.memory.recall(key) if lot.made_from else None
        if not found or not staging.keeps(found):
            found = staging.put(lot.make())
            if lot.made_from:
                staging.memory.keep(key, found)
        paths += [one.path.removeprefix(site.folder) for one in found]
    staging.put(plan.last_files(paths, cards, site))


def _hold_size(paths: Iterable[str], before: Iterable[str], out: Path) -> None:
    """A slip in a catalog takes most of it away more often than anybody means to.

    Raises:
        OptoutError: more than half of the guides of the site would go.
    """
    had, has = (sum(map(guides.is_guide, found)) for found in (before, paths))
    if has * 2 < had:
        raise OptoutError(
            f"{out} has {count(had, 'guide')} and would keep {has}; nothing was changed, --shrink does it"
        )
