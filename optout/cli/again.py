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
FOUND = "found"  # how many at most, language, what was typed
# The texts of a note: files, folders that are to be there, the catalog's files and the stem of its stores.
FILES, FOLDERS, CATALOG, STEM, PACKAGED = "files", "folders", "catalog", "stem", "packaged"
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
        return self._lines(GUIDE, slug, language, screen, region)

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
        return None if lines is None else [line.split(CELL) for line in lines.split(LINE) if line]

    def address(self, slug: str) -> str:
        """As that of what was prepared."""
        return self._lines(OPENED, slug) or ""

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
        found = opened(f"{self._folder}/{self._store.text(STEM)}.{kind}.index")
        return found if found and " ".join(map(str, found.made.file)) == self._store.text(CATALOG) else None

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
        called = self._lines(CALLED, slug) if slug else ""
        return slug if called and f"\n{form}\n" in called else ""

    def nothing(self, asked: str) -> str | None:
        """As that of what was prepared."""
        try:
            names = self._beside("names")
            is_unread = names is None or asked.lower() in names.text("unread").split("\n")
        except Damaged:
            return None
        return None if is_unread else super().nothing(asked)
