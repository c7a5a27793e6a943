"""Answers that were given before for a catalog of one's own, from the cache: by the short way, without a library.

`keeping` writes them: a note of each place where somebody asked, and a file for each answer. The note says from which
files everything follows, settings among them; it counts as long as each of them is the file that it was, by all that
the system tells of it. An answer counts if this very program gave it, of these very files. Names lead to it by the
table of the catalog's names, as far as it is sure what they mean; whatever else is asked goes the long way.
"""

from __future__ import annotations

import os
import sys

from optout import caches
from optout.render.prepared import LINE, Prepared, name
from optout.spoken import preferred
from optout.store import Damaged, digest, file_of, opened, this_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from optout.store import Store

FOLDER = "answers"  # in the cache
BREAK = "\0"  # between words and paths, none of which can hold it
CELL = "\x02"  # between the cells of a line, as no catalog can hold it
# What is kept, and which words follow.
NAMED = "named"  # what was typed
CALLED = "called"  # slug
GUIDE = "guide"  # slug, language, tag of the screen's language, region
OVERVIEW = "overview"  # key of the company, language
OPENED = "opened"  # slug
LISTED = "listed"  # language, region
LAID = "laid"  # the same, and how wide the screen is, and whether it has colours
WRITTEN = "written"  # slug: the digest of what it is read from
FOUND = "found"  # how many at most, language, what was typed
# The texts of a note: files, folders that are to be there, the catalog's files and the stem of its stores.
FILES, FOLDERS, CATALOG, STEM, PACKAGED, PAGE = "files", "folders", "catalog", "stem", "packaged", "page"
# Those of an answer: its lines, and of a name the slug that it leads to or why it leads nowhere.
LINES, SLUG, WHY = "lines", "slug", "why"
MAY_LACK = "?"  # before the path of a file that need not be there


def place(named: str, folder: str | None) -> str:
    """What tells where somebody asks, and by which program: this folder, the catalog that is named, the project's."""
    while named.startswith("./"):
        named = named[2:].lstrip("/") or "."
    return BREAK.join((this_program(), os.getcwd(), named, "-" if folder is None else f"+{folder}"))


def path(where: str, *asked: str) -> str:
    """The file in which an answer to what was asked at a place is kept; without a question the note of the place."""
    told = digest(BREAK.join((where, *asked)).encode("utf-8", "surrogatepass"))
    return os.path.join(caches.folder(), FOLDER, f"{told}.index")


def beforehand(language: str) -> str:
    """The kind of store in which this program's answers in a language are that nobody asked for yet."""
    return f"{digest(this_program().encode())[:8]}.{language}"


def files_now(paths: Iterable[str]) -> tuple[int, ...]:
    """What tells which files these are, and when they were changed last.

    Raises:
        OSError: one of them is not there, and has to be.
    """
    found: list[int] = []
    for one in paths:
        try:
            found += file_of(os.stat(one.removeprefix(MAY_LACK)))
        except FileNotFoundError:
            if not one.startswith(MAY_LACK):
                raise
            found.append(-1)
    return tuple(found)


def of(named: str, folder: str | None, packaged: Callable[[], Prepared | None]) -> Prepared | None:
    """The answers for the catalog that is named, or that the project of the folder has; None if there are none.

    `packaged` gives those for the packaged catalog, which settings may name.
    """
    if sys.platform == "win32" or not caches.folder():
        return None
    try:
        where = place(named, folder)
        note = opened(path(where))
        if note is None or files_now(note.text(FILES).split(BREAK)) != note.made.file:
            return None
        if not all(map(os.path.isdir, filter(None, note.text(FOLDERS).split(BREAK)))):
            return None
        return packaged() if note.text(PACKAGED) else Again(note, where)
    except (Damaged, OSError, ValueError):
        return None


class Again(Prepared):
    """What is kept of the answers at one place; None for whatever is not."""

    is_packaged = False

    def __init__(self, note: Store, where: str) -> None:
        super().__init__(note, caches.folder())
        self._where = where

    def meant(self, words: Sequence[str]) -> tuple[str, list[str]] | str | None:
        """As that of what was prepared; a text if nothing goes by the name, which says so."""
        if kept := self._kept(NAMED, *words):
            try:
                slug, *notes = kept.text(SLUG).split("\n")
                return (slug, notes) if slug else kept.text(WHY)
            except Damaged:
                return None
        try:
            slug = self._surely(" ".join(words))
        except Damaged:
            return None
        return (slug, []) if slug else None

    def titles(self) -> str | None:
        """As that of what was prepared."""
        try:
            names = self._beside("names")
            return names.text("titles") if names else None
        except Damaged:
            return None

    def guide(self, slug: str, language: str, screen: str, region: str = "") -> str | None:
        """As that of what was prepared."""
        kept = self._lines(GUIDE, slug, language, screen, region)
        made = None if kept or region or self._text(PAGE) else self._made(language)
        return made.guide(slug, language, screen) if made else kept

    def region(self, text: str) -> str:
        """The code of a region as it may be typed; nothing is kept under one that there is not."""
        return text.upper() if text.isascii() else ""

    def overview(self, key: str, language: str) -> list[str] | None:
        """As that of what was prepared."""
        lines = self._lines(OVERVIEW, key, language)
        return lines.split(LINE) if lines else None

    def listed(self, language: str, region: str = "") -> list[str] | None:
        """As that of what was prepared."""
        lines = self._lines(LISTED, language, region)
        return lines.split("\n") if lines else None

    def laid(self, language: str, region: str, width: int, colour: bool) -> str | None:
        """As that of what was prepared."""
        return self._lines(LAID, language, region, str(width), str(colour))

    def found(self, words: Sequence[str], language: str, most: int) -> list[Sequence[str]] | None:
        """As that of what was prepared."""
        lines = self._lines(FOUND, str(most), language, *words)
        if lines is not None:
            return [line.split(CELL) for line in lines.split(LINE) if line]
        made = self._made(language)
        return made.found(words, language, most) if made else None

    def address(self, slug: str) -> str:
        """As that of what was prepared."""
        kept = self._lines(OPENED, slug)
        made = None if kept else self._made(preferred(os.environ))
        return made.address(slug) if made else kept or ""

    def _kept(self, *asked: str) -> Store | None:
        found = opened(path(self._where, *asked))
        return found if found and found.made.file == self._store.made.file else None

    def _lines(self, *asked: str) -> str | None:
        kept = self._kept(*asked)
        try:
            return kept.text(LINES) if kept else None
        except Damaged:
            return None

    def _beside(self, kind: str) -> Store | None:
        """A store of the same catalog.

        Raises:
            Damaged: it is not what was written.
        """
        return _of_catalog(self._store, kind)

    def _made(self, language: str) -> Beforehand | None:
        """What was made in a language before anybody asked for it."""
        try:
            found = self._beside(beforehand(language))
        except Damaged:
            return None
        return Beforehand(found, self._store, language) if found else None

    def _surely(self, text: str) -> str:
        """The slug of the one platform that a name or domain can mean, of which nothing else is to be said.

        Raises:
            Damaged: a store is not what was written.
        """
        names = self._beside("names")
        if names is None:
            return ""
        from optout.cli import surely

        others = (*self._store.text("parents").split(" "), *names.text("unread").split("\n"))
        slug, form = surely.meant(text, name(text), lambda key: names.get("slugs", key), others)
        called = slug and self._lines(CALLED, slug)
        if slug and not called and (made := self._made(preferred(os.environ))):
            called = made.called(slug)
        return slug if called and form in called.split(LINE) else ""

    def nothing(self, asked: str) -> str | None:
        """As that of what was prepared."""
        try:
            names = self._beside("names")
            is_unread = names is None or asked.lower() in names.text("unread").split("\n")
        except Damaged:
            return None
        return None if is_unread else super().nothing(asked)


class Beforehand(Prepared):
    """What was made of a catalog in one language before anybody asked for it; `note` is that of the place."""

    def __init__(self, store: Store, note: Store, language: str) -> None:
        super().__init__(store, caches.folder())
        self._note = note
        self.languages = (language,)

    def called(self, slug: str) -> str:
        """The forms of all that a platform is called."""
        return self._line(CALLED, slug)

    def _beside(self, kind: str) -> Store | None:
        return _of_catalog(self._note, kind)


def _of_catalog(note: Store, kind: str) -> Store | None:
    """A store of the catalog that a note is of.

    Raises:
        Damaged: the note is not what was written.
    """
    found = opened(os.path.join(caches.folder(), f"{note.text(STEM)}.{kind}.index"))
    return found if found and " ".join(map(str, found.made.file)) == note.text(CATALOG) else None
