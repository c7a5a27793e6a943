"""Answers that were made with the package, for its catalog: guides, companies and the list in each language, what is
opened, which names lead there, and what is said where none does.

They are used only by the program that made them, whose modules are all as they were, and for the very catalog they
were made of. Whoever asks for what is not among them makes it, see `preparing`: nothing here is ever needed. Imports
nothing but the store and the languages.
"""

from __future__ import annotations

from optout.spoken import LANGUAGES
from optout.store import Damaged, opened, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from optout.store import Data, Store

KIND = "answers"  # of store
LINE = "\x05"  # a line break within a value, which no catalog can hold
MOST = 60  # signs of a name; what is longer was not typed
COMPANY = "@"  # before the key of a company, where a slug might stand
# Stand for what was asked for, for what is near, and for where the reader is, in what is said of them.
ASKED, NEAR, PLACED = "\x06", "\x07", "\x0e"


def of_catalog(folder: str, catalog: Data) -> Prepared | None:
    """The answers in a folder, if they were made of this catalog by this very program; else None."""
    path = f"{folder}/platforms.{KIND}.index"
    store = opened(path, is_own=False)
    try:
        if store and store.text("program") == program(path) and store.made.is_of(catalog):
            return Prepared(store, folder)
    except Damaged:
        pass
    return None


class Prepared:
    """What is in such a file; None for whatever is not."""

    languages: Sequence[str] = LANGUAGES
    is_packaged = True  # what is not in it may be looked up in the packaged catalog

    def __init__(self, store: Store, folder: str) -> None:
        self._store = store
        self._folder = folder

    def named(self, text: str) -> tuple[str, list[str]] | None:
        """The platform that is meant by a name, a domain or an address, and what is to be said of that first.

        Where a company is meant, `COMPANY` and its key.
        """
        found = self._line("names", name(text))
        slug, *notes = found.split("\t")
        return (slug, notes) if slug else None

    def meant(self, words: Sequence[str]) -> tuple[str, list[str]] | str | None:
        """The same by words that belong together; or why they mean nothing, where that is known as well."""
        return self.named(" ".join(words))

    def titles(self) -> str | None:
        """Slug and name of every entry, with a tab between them, on lines of their own."""
        try:
            return self._store.text("titles")
        except Damaged:
            return None

    def guide(self, slug: str, language: str, screen: str, region: str = "") -> str | None:
        """The short guide in a language, as a marked text; `screen` is the tag of the screen's language.

        None as well where that screen has labels of its own. `region` is the code of where the reader is, if anywhere.
        """
        table, key = language, slug
        if region:
            table, key = f"{language}.placed", f"{slug} {self._line('letters', slug)[self._number(region) :][:1]}"
        line = self._line(table, key)
        found, _, marked = line.partition("\t")
        labelled, own = found.split(" "), (screen or language).split("-")[0]
        if not marked or (own != language and (own in labelled or language in labelled)):
            return None
        if PLACED in marked:
            places = self._text(f"places.{language}")
            if not places:
                return None
            marked = marked.replace(PLACED, places.split(LINE)[self._number(region)])
        return marked.replace(LINE, "\n")

    def region(self, text: str) -> str:
        """The code of a region, as it is typed in any case; empty for whatever else may mean one."""
        code = text.upper()
        return code if code in self._text("codes").split(" ") else ""

    def overview(self, key: str, language: str) -> list[str] | None:
        """A company at a glance in a language, as the marked lines of `columns.overview`."""
        lines = self._line(f"company.{language}", key)
        return lines.split(LINE) if lines else None

    def nothing(self, asked: str) -> str | None:
        """That no platform goes by a word of letters and digits; None where one does, or something else is asked."""
        wanted = asked.lower()
        if not asked.isascii() or not asked.isalnum() or len(asked) > MOST:
            return None
        from optout import near

        try:
            names = self._beside("names")
            told = self._store.text("nothing").split(LINE)
            if names is None or wanted in self._store.text("parents").split(" "):
                return None
            if any(names.get("slugs", kind + wanted) for kind in (near.NAME, near.ALSO, near.FOLDED, near.COMPANY)):
                return None
            found = near.suggested(wanted, names.text("names"), lambda key: names.get("slugs", key))[: len(told) - 1]
        except Damaged:
            return None
        said = told[len(found)].replace(ASKED, asked)
        for slug in found:
            said = said.replace(NEAR, slug, 1)
        return said

    def listed(self, language: str, region: str = "") -> list[str] | None:
        """Every platform in a language, as the marked lines of a table."""
        letter = f".{self._text('list.letters')[self._number(region) :][:1]}" if region else ""
        text = self._text(f"list.{language}{letter}")
        return text.split("\n") if text else None

    def laid(self, language: str, region: str, width: int, colour: bool) -> str | None:
        """The same as it comes out on a screen, where that is kept as well."""
        return None

    def found(self, words: Sequence[str], language: str, most: int) -> list[Sequence[str]] | None:
        """The best search results in a language, as lines of `columns.hits`."""
        from optout.render.searched import Searched

        try:
            index = self._beside("rows")
        except Damaged:
            return None
        return Searched(self._store, index, LINE, self.languages).hits(words, language, most) if index else None

    def address(self, slug: str) -> str:
        """What `optout open` opens for everybody."""
        return self._line("open", slug)

    def _number(self, region: str) -> int:
        return self._text("codes").split(" ").index(region)

    def _text(self, name: str) -> str:
        try:
            return self._store.text(name)
        except Damaged:
            return ""

    def _beside(self, kind: str) -> Store | None:
        """Another store of the same catalog by the same program.

        Raises:
            Damaged: it is not what was written.
        """
        made, found = self._store.made, opened(f"{self._folder}/platforms.{kind}.index", is_own=False)
        if found is None or (found.made.size, found.made.digest) != (made.size, made.digest):
            return None
        return found if found.text("program") == self._store.text("program") else None

    def _line(self, table: str, key: str) -> str:
        try:
            return self._store.line(table, key) if key else ""
        except Damaged:
            return ""


def name(text: str) -> str:
    """The form under which a name is kept; of an address "//" and its host. Empty for what none is kept of."""
    text = text.strip()
    lower = text.lower()
    if not text.isascii() or not text.isprintable():
        return ""
    if lower.startswith(("https://", "http://")):
        host = lower.split("/", 3)[2].partition("?")[0].partition("#")[0].removeprefix("www.")
        is_host = host.replace(".", "").replace("-", "").isalnum()
        return f"//{host}" if is_host and " " not in text and "\\" not in text else ""
    return lower if len(lower) <= MOST else ""
