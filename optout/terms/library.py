"""The collections that are on this machine, and where each of their documents stands on the web.

A collection `pga` is the repository `pga-versions` with the texts and `pga-declarations` with the addresses they were
read from. Both lie side by side in one folder, bare or not, with `.git` at the end of their names or without.
"""

import json
import shlex
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from optout.errors import OptoutError
from optout.files import terms_folder
from optout.model import Terms
from optout.terms import index
from optout.terms.archive import Archive
from optout.terms.index import TermsIndex

HOME = "https://github.com/OpenTermsArchive"
LICENCE = "ODC-By 1.0"


class Collection(NamedTuple):
    """A collection that is worth having: its name, its size in megabytes, and what it holds."""

    name: str
    megabytes: int
    about: str


# Those of Open Terms Archive in which platforms of the catalog are found, with the sizes of their clones. Of several
# that have a service the first is proposed.
COLLECTIONS = (
    Collection("pga", 9, "social media, as read in the EU"),
    Collection("genai-eu", 2, "generative AI, as read in the EU"),
    Collection("genai-contrib", 6, "generative AI"),
    Collection("GenAI", 4, "generative AI, until December 2025; continued by the one before"),
    Collection("dating", 3, "dating"),
    Collection("contrib", 83, "some 390 services of all kinds"),
    Collection("user-rights", 3, "social media, as read in Ireland"),
    Collection("france", 19, "services in French"),
    Collection("vlopses-ie", 7, "very large platforms, as read in Ireland"),
    Collection("vlopses-us", 9, "very large platforms, as read in the USA"),
    Collection("vlopses-gb", 11, "very large platforms, as read in the United Kingdom"),
    Collection("vlopses-ca", 8, "very large platforms, as read in Canada"),
    Collection("vlopses-au", 11, "very large platforms, as read in Australia"),
)


class Library:
    """The folder with the clones; to be used in a `with`, so that what was opened is closed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, TermsIndex] = {}
        self._declared: dict[str, Archive | None] = {}
        self._ending = ExitStack()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *reason: object) -> None:
        self._ending.close()

    def names(self) -> tuple[str, ...]:
        """The collections that are here, by their names."""
        if not self.folder.is_dir():
            return ()
        found = (path.name.removesuffix(".git") for path in self.folder.iterdir() if path.is_dir())
        return tuple(sorted({name.removesuffix("-versions") for name in found if name.endswith("-versions")}))

    def has(self, collection: str) -> bool:
        """Whether a collection is here."""
        return self._path(collection, "versions") is not None

    def index(self, collection: str) -> TermsIndex:
        """What is known of a collection, opened once.

        Raises:
            OptoutError: it is not here, or its clone is damaged.
        """
        if collection not in self._open:
            path = self._path(collection, "versions")
            if path is None:
                raise OptoutError(f"{self.folder} has no collection {collection}: {how_to_get([collection])}")
            archive = self._ending.enter_context(Archive(path, collection))
            self._open[collection] = self._ending.enter_context(index.opened(archive))
        return self._open[collection]

    def addresses(self, collection: str, service: str, document: str) -> tuple[str, ...]:
        """The addresses from which the archive reads a document now; none where its declarations are not here."""
        declared = self._declaration(collection, service)
        terms = declared.get("terms", {}).get(document, {}) if isinstance(declared.get("terms"), dict) else {}
        parts = [terms, *(terms.get("combine") or [])] if isinstance(terms, dict) else []
        found = (part.get("fetch") for part in parts if isinstance(part, dict))
        return tuple(dict.fromkeys(address for address in found if isinstance(address, str)))

    def _declaration(self, collection: str, service: str) -> dict[str, Any]:
        if collection not in self._declared:
            path = self._path(collection, "declarations")
            self._declared[collection] = None
            if path:
                archive = Archive(path, f"{collection}-declarations")
                self._declared[collection] = self._ending.enter_context(archive)
        declared = self._declared[collection]
        text = declared.file(f"declarations/{service}.json") if declared else None
        try:
            found = json.loads(text or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _path(self, collection: str, part: str) -> Path | None:
        """Where a repository lies; no name leads out of the folder."""
        if not collection or "/" in collection or "\\" in collection or collection.startswith("."):
            return None
        names = (f"{collection}-{part}.git", f"{collection}-{part}")
        return next((path for name in names if (path := self.folder / name).is_dir()), None)


@contextmanager
def opened(folder: Path | None = None) -> Iterator[Library]:
    """The collections in a folder, else in that where `optout terms --update` puts them."""
    with Library(folder or default_folder()) as library:
        yield library


def default_folder() -> Path:
    """Where the collections are kept if nobody says otherwise.

    Raises:
        OptoutError: there is no such folder for this user.
    """
    folder = terms_folder()
    if folder is None:
        raise OptoutError("there is no folder to keep terms in; name one with --clones DIR")
    return folder


def path_of(service: str, document: str) -> str:
    """Where a document stands in its collection."""
    return f"{service}/{document}.md"


def address_of(collection: str, path: str, commit: str) -> str:
    """Where anybody can read a version of a document on the web."""
    return f"{HOME}/{collection}-versions/blob/{commit}/{quote(path)}"


def wanted(terms: Iterable[Terms]) -> tuple[str, ...]:
    """The collections that entries name, the largest last."""
    sizes = {one.name: one.megabytes for one in COLLECTIONS}
    return tuple(sorted({one.collection for one in terms}, key=lambda name: (sizes.get(name, 0), name)))


def how_to_get(collections: Iterable[str], platforms: Iterable[str] = ()) -> str:
    """One sentence on how to get collections (of `platforms`, or all), how large they are, and under which licence."""
    names = tuple(collections)
    sizes = {one.name: one.megabytes for one in COLLECTIONS}
    size = sum(sizes.get(name, 0) for name in names)
    what = f"the collection {names[0]}" if len(names) == 1 else f"{len(names)} collections"
    about = f"about {size} MB, " if size else ""
    command = shlex.join(("optout", "terms", *platforms, "--update"))
    return f"`{command}` gets {what} of Open Terms Archive ({about}{LICENCE})"
