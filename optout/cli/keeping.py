"""Keeping what was answered, so that the short way can give it again, see `again`: the long way's side of it."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from optout import caches
from optout.catalog import Catalog, cache, sentences
from optout.catalog.companies import PARENTS, company_key
from optout.catalog.hosts import plain
from optout.catalog.locate import default_path
from optout.catalog.lookup import NAMED as NEAREST
from optout.catalog.lookup import Answer, Company, Found, Nothing, asked_alone
from optout.catalog.names import keys, names
from optout.cli import again, here, output, project, surely
from optout.errors import OptoutError
from optout.guide import Guide
from optout.guide.company import Overview
from optout.model import Platform
from optout.render import columns
from optout.render.laid import MARKS
from optout.render.prepared import ASKED, COMPANY, LINE, NEAR
from optout.store import Made, file_of, opened, pack
from optout.text import is_seen_anywhere, shown

if TYPE_CHECKING:
    from optout.guide.index import Index

_PAGE = "guide.txt"
_NONE = (-1,)  # there is no such file
_LONG = 1_000  # lines
LARGE = 4_000_000  # bytes of a catalog; of a larger one nothing is kept beforehand: it would take seconds and much room
_NO_MARKS = dict.fromkeys(map(ord, MARKS + LINE + "\n"))


class Keeper:
    """Keeps answers for the catalog that is named, or else for that of the project; made before either is read.

    It keeps nothing of what it cannot be sure to notice a change of: a file that was changed a moment ago, a catalog
    from a pipe. Nothing that it cannot write is an error. Of the packaged catalog everything was prepared.
    """

    def __init__(self, named: Path | None) -> None:
        self._begun = time.time_ns()
        self._settings = _stat(project.settings_path())
        self._where = ""
        self._noted: tuple[int, ...] | None = None
        self._read: dict[str, Platform] = {}
        folder = here.folder()
        if sys.platform != "win32" and caches.folder() and (named or folder is not None):
            with suppress(OSError):  # the folder is gone
                self._where = again.place(str(named) if named else "", folder)

    def names(self, catalog: Catalog, words: Sequence[str], answers: Sequence[Answer]) -> None:
        """Keep what words mean, if they belong together."""
        if len(answers) != 1:
            return
        match answers[0]:
            case Nothing(message=why):
                texts = {again.SLUG: "", again.WHY: shown(why)} if "\n" not in why else {}
            case Company(name=name):
                texts = {again.SLUG: COMPANY + company_key(name)}
            case Found() as found:
                texts = {again.SLUG: "\n".join((found.platform.slug, *map(shown, found.notes())))}
        if texts:
            self._keep(catalog, texts, again.NAMED, *words)

    def guide(self, catalog: Catalog, guide: Guide, platform: Platform, *asked: str) -> None:
        """Keep a guide in short, by what was asked besides its slug, and what its platform is called."""
        from optout.render.terminal import marked

        self._lines(catalog, marked(guide), again.GUIDE, platform.slug, *asked)
        self._lines(catalog, LINE.join(forms(platform)), again.CALLED, platform.slug)

    def overview(self, catalog: Catalog, overview: Overview, language: str) -> None:
        """Keep a company at a glance."""
        from optout.render.lists import marked_company

        lines = LINE.join(marked_company(overview, language))
        self._lines(catalog, lines, again.OVERVIEW, company_key(overview.name), language)

    def listed(self, catalog: Catalog, lines: Sequence[str], language: str, region: str) -> None:
        """Keep the list of every platform; a long one also as the screen has it, since laying it out takes longest."""
        is_kept = self._lines(catalog, "\n".join(lines), again.LISTED, language, region)
        if is_kept and len(lines) > _LONG:
            screen = output.screen()
            laid = columns.table(lines, screen.width, screen.colour)
            self._keep(
                catalog, {again.LINES: laid}, again.LAID, language, region, str(screen.width), str(screen.colour)
            )

    def hits(self, catalog: Catalog, lines: Iterable[Sequence[str]], *asked: str) -> None:
        """Keep search results; none as well."""
        self._lines(catalog, LINE.join(map(again.CELL.join, lines)), again.FOUND, *asked)

    def address(self, catalog: Catalog, slug: str, address: str) -> None:
        """Keep what is opened for everybody."""
        self._lines(catalog, address, again.OPENED, slug)

    def reading(self, catalog: Catalog) -> Callable[[Platform], None] | None:
        """What is given each platform that is read for an index, if that spares reading it for `beforehand`."""
        return self._met if self._where and _is_worth(catalog) else None

    def beforehand(self, catalog: Catalog, index: "Index", language: str) -> None:
        """Keep what may be asked next, as an index of all entries is there: names as well."""
        if index.is_kept and _is_worth(catalog) and self.note(catalog):
            from optout.cli import beforehand

            beforehand.keep(catalog, index, language, self._read)

    def _met(self, platform: Platform) -> None:
        self._read[platform.slug] = platform

    def note(self, catalog: Catalog) -> bool:
        """Note from which files everything follows here, if that can be told; whether it stands there."""
        if self._noted is None:
            try:
                self._noted = self._note(catalog)
            except (OSError, OptoutError):  # settings that are wrong are for whoever needs them to say
                self._noted = ()
        return bool(self._noted)

    def _note(self, catalog: Catalog) -> tuple[int, ...]:
        """What tells that none of these files was changed; empty where nothing is to be kept.

        Raises:
            OSError: the templates are no folder.
            OptoutError: the settings cannot be read.
        """
        settings, origin = self._settled_settings(), catalog.origin
        if not self._where or settings is None or origin is None or not cache.identity(catalog):
            return ()
        own = [number for one in catalog.origins for number in cache.unchanged(one.stat, one.read_at)]
        templates = project.named_templates()
        page = [f"{again.MAY_LACK}{templates / _PAGE}"] if templates else []
        file = (*settings, *own, *again.files_now(page))
        path = again.path(self._where)
        found = opened(path)
        if found and found.made.file == file:
            os.utime(path)  # it is let go after the answers that nobody gets without it
            return file
        paths = [f"{again.MAY_LACK}{project.settings_path()}", *(str(one.path) for one in catalog.origins), *page]
        where = shown(asked_alone(catalog))
        texts = {
            again.FILES: again.BREAK.join(paths),
            again.FOLDERS: str(templates or ""),
            again.CATALOG: " ".join(map(str, cache.identity(catalog))),
            again.STEM: cache.stem(origin),
            again.PAGE: "yes" if has_own_page() else "",
            again.PACKAGED: "yes" if origin.path == default_path() and not templates else "",
            "nothing": LINE.join(sentences.nothing(ASKED, [NEAR] * count, where) for count in range(NEAREST + 1)),
            "parents": " ".join(PARENTS),
        }
        return file if cache.keep_answer(Path(path), pack(Made(0, "-", file), texts, {})) else ()

    def _settled_settings(self) -> tuple[int, ...] | None:
        """What tells that the settings were not changed since before they were read; None where nothing does."""
        now = _stat(project.settings_path())
        if (now and file_of(now)) != (self._settings and file_of(self._settings)):
            return None
        return (cache.unchanged(now, self._begun) or None) if now else _NONE

    def _lines(self, catalog: Catalog, lines: str, *asked: str) -> bool:
        """Keep an answer of which nothing has to be made harmless, as the short way does not look; whether it is so."""
        is_harmless = not lines or is_seen_anywhere(lines.translate(_NO_MARKS))
        if is_harmless:
            self._keep(catalog, {again.LINES: lines}, *asked)
        return is_harmless

    def _keep(self, catalog: Catalog, texts: Mapping[str, str], *asked: str) -> None:
        """Keep it, unless a sign was typed that stands for something else in what is kept."""
        if all(map(str.isprintable, asked)) and self.note(catalog) and self._noted:
            path = again.path(self._where, *asked)
            if (before := opened(path)) is None or before.made.file != self._noted:
                cache.keep_answer(Path(path), pack(Made(0, "-", self._noted), texts, {}))


def forms(platform: Platform) -> Iterator[str]:
    """The forms of all that a platform is called, and of its domains."""
    for name in (platform.slug, *names(platform)):
        yield from keys(name)
    yield from (surely.HOST + plain(domain) for domain in platform.domains)


def _is_worth(catalog: Catalog) -> bool:
    """Whether something is kept beforehand: of a single file that is not large."""
    return len(catalog.data) <= LARGE and len(catalog.origins) == 1 and not catalog.taken


def has_own_page() -> bool:
    """Whether the project has a template of its own for a guide in the terminal."""
    templates = project.named_templates()
    return bool(templates and (templates / _PAGE).exists())


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
