"""A publisher's own pages, written in Markdown, and own files, copied as they are: an imprint, a logo, a CNAME."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from optout.errors import OptoutError
from optout.render.commonmark import html
from optout.site.model import OwnFile, OwnPage
from optout.site.place import is_made_path

# More is refused by the host most used: https://docs.github.com/en/repositories/working-with-files/managing-large-files
_LARGEST = 100 * 2**20
_TITLE = re.compile(r"(?:\s*\n)?#[ \t]+(.*?)[ \t#]*(?:\n|\Z)")


def pages(folder: Path, languages: tuple[str, ...]) -> tuple[OwnPage, ...]:
    """Every page of the folder: `imprint.md` for all `languages`, `de/imprint.md` for one but the first instead.

    Raises:
        OptoutError: the folder or a page cannot be read, a page has no title, or is neither Markdown nor of a language.
    """
    return tuple(_page(folder, path, languages) for path in _below(folder, "pages"))


def files(folder: Path) -> tuple[OwnFile, ...]:
    """Every file of the folder, by its path.

    Raises:
        OptoutError: the folder or a file cannot be read, or a site cannot have it.
    """
    return tuple(OwnFile(_named(folder, path), _read(path)) for path in _below(folder, "files"))


def hold_apart(made: Iterable[str], own: Iterable[OwnPage | OwnFile]) -> None:
    """Hold that nothing of the publisher's would take the place of what optout makes, or of something else of theirs.

    Raises:
        OptoutError: it would.
    """
    listed = tuple(own)
    if not listed:
        return
    taken = dict.fromkeys(map(_same, made), "file")
    for path in [*taken]:
        taken.update(dict.fromkeys(_folders(path), "folder"))
    for one in listed:
        path = _same(one.path)
        above = _folders(path)
        wrong = taken.get(path) or next(("file" for folder in above if taken.get(folder) == "file"), "")
        if wrong:
            raise OptoutError(
                f"{one.path}: the site has a {wrong} of this name already, and nothing was built; "
                "give yours another name"
            )
        taken.update({path: "file", **dict.fromkeys(above, "folder")})


def _same(path: str) -> str:
    """A path as file systems know it that tell neither letter cases nor ways to compose a letter apart."""
    return unicodedata.normalize("NFC", path).casefold()


def _folders(path: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(path).parents][:-1]


def _below(folder: Path, setting: str) -> Iterator[Path]:
    if not folder.is_dir():
        raise OptoutError(f"{setting}: there is no folder {folder}; make it or drop the line")
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    yield from sorted(path for path in found if path.name != ".DS_Store")


def _page(folder: Path, path: Path, languages: tuple[str, ...]) -> OwnPage:
    above = path.relative_to(folder).parts[:-1]
    if path.suffix != ".md" or len(above) > 1 or (above and above[0] not in languages[1:]):
        raise OptoutError(
            f"{path} is no page: expected NAME.md, or CODE/NAME.md for one of the other languages "
            f"({', '.join(languages[1:]) or 'there are none'}); other files go into the folder that `files` names"
        )
    try:
        text = _read(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise OptoutError(f"{path}: byte {error.start + 1} is no UTF-8; save the file as UTF-8") from error
    title = _TITLE.match(text)
    if not title:
        raise OptoutError(f"{path}:1:1: the page has no title; begin it with a line such as # Imprint")
    made = _named(folder, path).removesuffix(".md") + ".html"
    return OwnPage(made, title[1], html(text[title.end() :]))


def _named(folder: Path, path: Path) -> str:
    name = path.relative_to(folder).as_posix()
    if not is_made_path(name):
        raise OptoutError(f"{path}: a site cannot have a file of this name; rename it, or take it out of the folder")
    return name


def _read(path: Path) -> bytes:
    try:
        if not path.is_file() or path.is_symlink():
            raise OptoutError(f"{path} is no file of its own (a link, a device); put a copy there")
        if path.stat().st_size > _LARGEST:
            raise OptoutError(f"{path} is larger than 100 MiB; keep it elsewhere, and link to it")
        return path.read_bytes()
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error
