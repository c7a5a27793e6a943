"""What `optout build` and `optout serve` share: the settings, reading the catalog, and telling how far it is."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from optout.catalog.entries import Entries
from optout.cli import catalogs, older, output, project
from optout.diff import compare
from optout.errors import NotFound, OptoutError
from optout.guide.words import count
from optout.model import Date
from optout.project import config
from optout.project.hosts import HOSTS, kind_of
from optout.project.places import where, wrong
from optout.site import build as building
from optout.site import own, place, unchanged
from optout.site.abridged import whole
from optout.site.made import MadeSite
from optout.site.model import Since, Site
from optout.site.pictures import FONT
from optout.site.remembered import Memory
from optout.site.terms import newest
from optout.site.unchanged import Sources
from optout.site.write import SiteDifference

_LONG = 500  # guides that somebody wants to see made


def settings(file: Path | None, given: Mapping[str, Any]) -> config.Config:
    """The settings of the file, overruled by those given on the command line.

    Raises:
        OptoutError: the file cannot be read, or names templates that are not there.
    """
    here = project.settings_path()
    found = config.read(file or here) if file or here.exists() else config.Config()
    if "catalog" in given:  # which stands alone
        found = found._replace(beneath=(), only=())
    whole = config.check(found._replace(**given))
    project.hold_templates(whole.templates, None if "templates" in given else file or here)
    for setting in ("pages", "files"):
        if (folder := getattr(whole, setting)) and not folder.is_dir():
            raise NotFound(
                f"{where(file or here, setting)}: {setting}: there is no folder {folder}; make it or drop the line"
            )
    if "catalog" not in given:
        catalogs.hold_catalog(whole.catalog, file or here)
    return whole


def hold_pictures(settings: config.Config, file: Path | None) -> None:
    """Hold that the pictures that the settings ask for can be drawn.

    Raises:
        OptoutError: what draws them is not installed; it says where they are asked for.
    """
    if settings.pictures and settings.base_url:
        from optout.site import picture

        try:
            picture.require()
        except OptoutError as error:
            raise OptoutError(f"{where(file or project.settings_path(), 'pictures')}: {error}") from error


def oddities(settings: config.Config) -> Iterator[str]:
    """What of the publisher's own does not do what it looks like: templates, and a repository whose host is unknown."""
    from optout.render import own as templates

    if settings.templates:
        yield from map(str, templates.oddities(settings.templates))
    elif templates.has_any(folder := project.unnamed_folder()):
        yield project.unnamed_templates(folder)
    is_known = not settings.repository or kind_of(settings.repository, settings.host)
    if not (is_known or (settings.edit_url and settings.report_url)):
        yield (
            f"the name {urlsplit(settings.repository).hostname} does not tell what kind of code host it is, so that"
            " corrections lead to the first page of the repository; say it in optout.toml with one of these: host = "
            + ", ".join(f'"{kind}"' for kind in HOSTS)
        )


def hold_place(out: Path, settings: config.Config, file: Path | None, given: bool) -> None:
    """Hold that a site can be made in the folder `out`, without harm to what it is made from.

    It is `given` on the command line, or written in the settings.

    Raises:
        OptoutError: it cannot.
    """
    folders = filter(None, (settings.templates, settings.pages, settings.files))
    sources = [catalogs.catalog_path(settings.catalog), file or project.settings_path(), *folders]
    if given or not settings.out:
        place.refuse(out, sources)
        return
    try:
        place.refuse(out, sources, "out")
    except OptoutError as error:
        raise wrong(file or project.settings_path(), "out", f"out: {error}") from error


def sources(settings: config.Config) -> Sources:
    """All that the site is made from, its entries still to be read.

    Raises:
        OptoutError: something of it cannot be read, or the publisher's own pages and files cannot be taken.
    """
    return Sources(
        settings,
        catalogs.catalog_of(settings),
        newest(settings.terms) if settings.terms else None,
        own.pages(settings.pages, settings.languages) if settings.pages else (),
        own.files(settings.files) if settings.files else (),
    )


def read(given: Sources, memory: Memory, keep_going: bool = False) -> tuple[Site, tuple[str, ...]]:
    """The site to build, and the slugs of the entries that are left out because they are broken; what the `memory` has
    of an entry is not read again.

    Raises:
        OptoutError: an entry is broken, and the build is not to keep going; every problem is in the message.
    """
    found = building.read(given.catalog, memory)
    if found.problems and not keep_going:
        raise OptoutError(
            f"{count(len(found.broken), 'entry is', 'entries are')} broken, and nothing was built "
            "(optout build --keep-going builds the rest):",
            *(f"  {problem}" for problem in found.problems),
        )
    made = building.site(given.settings, Path(given.catalog.file).name, found)
    since = _since(given.settings, found) if given.settings.since else None
    return made._replace(since=since, terms=given.terms, pages=given.pages, files=given.files), found.broken


def _since(settings: config.Config, found: building.Read) -> Since:
    """What changed since the catalog that the settings name."""
    try:
        old = older.read(older.catalog(settings.since, catalogs.catalog_path(settings.catalog), settings))
    except OptoutError as error:
        raise type(error)(f"since: {error}") from error
    new = Entries(tuple(whole(entry).platform for entry in found.entries), found.stubs, found.broken)
    broken = {*old.broken, *new.broken}
    checked = max((one.checked for one in old.platforms), default=Date(1970, 1, 1))
    # A revision is the same for everybody; the folders of whoever builds the site are their own business.
    name = Path(settings.since).name if Path(settings.since).exists() else settings.since
    return Since(checked, name, compare(old.without(broken), new.without(broken)))


def build(given: Sources, out: Path, memory: Memory, keep_going: bool, shrink: bool) -> tuple[str, tuple[str, ...]]:
    """Make the site, with a line that tells how far it is if somebody is watching and it takes long: what was done, and
    the slugs of the entries that are left out because they are broken.

    Raises:
        OptoutError: as `read` and `building.build` have it.
    """

    def wait() -> None:
        output.say(f"Another build of {out} is at work; waiting for its end.")

    key, broken = given.key, tuple[str, ...]()
    if known := unchanged.whole(out, key, memory, wait):
        done, difference = known
    else:
        site, broken = read(given, memory, keep_going)
        lacking: dict[str, str] = {}
        with _progress(len(site.entries) * len(site.config.languages)) as progress:
            difference = building.build(site, out, shrink, progress, wait, lacking.__setitem__, memory)
        done = MadeSite(len(site.entries), tuple(lacking.items()))
        if not broken and key == given.key:  # else somebody wrote to the catalog meanwhile
            memory.keep(key, done)
        memory.prune()
    if done.unpictured:
        output.say(_without_picture(dict(done.unpictured), given.settings))
    return describe(done.guides, difference), broken


@contextmanager
def _progress(number: int) -> Iterator[building.Progress]:
    """What to call with each guide that is made, which shows it where somebody is watching."""
    if not sys.stderr.isatty() or number < _LONG:
        yield lambda done, total: None
        return
    with click.progressbar(length=number, label="Guides", file=sys.stderr) as bar:
        yield lambda done, total: bar.update(1)


def _without_picture(lacking: Mapping[str, str], settings: config.Config) -> str:
    """Which guides have no picture, for want of which letters, and what helps."""
    named = ", ".join([*lacking][:3]) + (", …" if len(lacking) > 3 else "")
    letters = "".join(dict.fromkeys("".join(lacking.values())))[:20]
    font = (settings.templates or project.home() / "templates") / FONT
    return (
        f"{count(len(lacking), 'guide has', 'guides have')} no picture ({named}): the font has no {letters}; "
        f"put one that has all you need at {font}"
    )


def describe(guides: int, difference: SiteDifference) -> str:
    """What a build did, in a line."""
    written = difference.new + difference.changed
    return f"{count(guides, 'guide')}, {count(written, 'file')} written, {difference.gone} removed"
