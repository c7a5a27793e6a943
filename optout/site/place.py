"""Which folder may be written to, and what stands at a path in it. No link is ever followed."""

import os
import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from optout import files
from optout.errors import OptoutError

# What is hidden and in a site all the same: https://www.rfc-editor.org/rfc/rfc8615 has a folder of that name.
_HIDDEN = (".nojekyll", ".optout-site.json")
_WELL_KNOWN = ".well-known/"
# A sign that some system does not take, or a part that is empty or begins with a dot.
_NOT_MADE = re.compile(r'[\\:*?"<>|]|(?:^|/)(?:\.|/|\Z)')
_CONTROLS = frozenset((".git", ".hg", ".svn", ".jj", ".bzr", "CVS", "_darcs"))


def refuse(out: Path, sources: Iterable[Path], named: str = "--out") -> None:
    """Hold that a folder is one for made files only; `sources` are the files and folders that they are made from.

    `named` is how the folder was named.

    Raises:
        OptoutError: it is a link, a file, a home or a system's root, a repository or in the folder of one, holds one of
            the sources or is in one.
    """
    try:
        real = files.real(out)
        if out.is_symlink():
            leads = f"to {real}; name that folder itself" if real.exists() else "that leads nowhere; name a folder"
            raise OptoutError(f"{out} is a link {leads} with {named}")
        if out.exists() and not out.is_dir():
            raise OptoutError(f"{out} is a file; name a folder with {named}")
        if above := next((path for path in real.parents if path.exists() and not path.is_dir()), None):
            raise OptoutError(f"{above} is a file, so nothing can be below it; choose another folder with {named}")
        there = [path for path in sources if path.exists()]
        holds = next((path for path in there if _within(files.real(path), real)), None)
        kind, inside = _kind(real, holds), _inside(real, there)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise OptoutError(f"{out} cannot be used ({why}); choose another folder with {named}") from error
    if kind:
        example = f"--out {real / 'site'}" if named == "--out" else f'{named} = "{out / "site"}"'
        raise OptoutError(f"{out} is {kind}, and made files need a folder of their own, such as {example}")
    if inside:
        raise OptoutError(f"{out} is in {inside}; choose another folder with {named}")


def _kind(real: Path, holds: Path | None) -> str:
    if real == Path(real.anchor):
        return "the root of the file system"
    if any(_within(home, real) for home in _homes()) or real.parent in (Path("/home"), Path("/Users")):
        return "a home folder, or holds one"
    if (real / ".git").exists() and not (real / _HIDDEN[1]).is_file():
        return "the root of a git repository"
    return f"the folder of {holds}, or holds it" if holds else ""


def _inside(real: Path, sources: Iterable[Path]) -> str:
    """Where the folder would be taken for what a site is made from, or is a version control's own."""
    if own := next((part for part in real.parts if part in _CONTROLS), ""):
        return f"a folder {own}, where a version control keeps what is its own"
    folder = next((path for path in sources if path.is_dir() and files.real(path) in real.parents), None)
    return f"{folder}, which the files are made from" if folder else ""


def _homes() -> set[Path]:
    homes = {files.real(Path(os.path.expanduser("~")))}
    try:
        import pwd

        homes.add(files.real(Path(pwd.getpwuid(os.getuid()).pw_dir)))
    except (ImportError, KeyError):
        pass  # not a system of this kind, or a user without an entry, as in containers
    return homes - {Path("/")}


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def is_made_path(path: object) -> bool:
    """Whether this is a path that optout could have made: relative, in one form, nothing hidden but its own.

    What is said of the files of a folder comes from a file in it, which anybody may have written.
    """
    if not isinstance(path, str) or not path.isprintable():
        return False
    return path in _HIDDEN or not _NOT_MADE.search(path.removeprefix(_WELL_KNOWN))


def at(folder: Path, path: str) -> os.stat_result | None:
    """What stands at a path in the folder, itself and not what it leads to; None if nothing does.

    Raises:
        OptoutError: something on the way to it is no folder.
    """
    *above, name = path.split("/")
    here = folder
    for part in above:
        here /= part
        found = _status(here)
        if found is None:
            return None
        if not stat.S_ISDIR(found.st_mode):
            what = "a link" if stat.S_ISLNK(found.st_mode) else "no folder"
            raise OptoutError(f"{here} is {what}, and only real folders are written to; remove it, or choose another "
                              "folder with --out")  # fmt: skip
    return _status(here / name)


def is_file(folder: Path, path: str) -> bool:
    """Whether a real file stands at a path in the folder, with real folders on the way."""
    return _is(stat.S_ISREG, folder, path)


def is_folder(folder: Path, path: str) -> bool:
    """Whether a real folder stands at a path in the folder, with real folders on the way."""
    return _is(stat.S_ISDIR, folder, path)


def _is(kind: Callable[[int], bool], folder: Path, path: str) -> bool:
    try:
        found = at(folder, path)
    except OptoutError:
        return False
    return found is not None and kind(found.st_mode)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
