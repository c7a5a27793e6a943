"""Putting a site on the disk: everything is made in a folder beside it, and only then put in its place.

A build that fails leaves the site as it was; files that optout did not make stay. What it made is listed in a
manifest inside the site, so that pages of platforms that are gone can be taken away.
"""

import glob
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from optout.errors import OptoutError
from optout.site.model import File

MANIFEST = ".optout-site.json"


class Difference(NamedTuple):
    """What putting a site in its place did: how many files are new, changed, as before, and gone."""

    new: int
    changed: int
    same: int
    gone: int


def stage(out: Path) -> Path:
    """A new folder to make the site in, in another beside `out`, on the same disk; see `discard`.

    Raises:
        OptoutError: the folder cannot be made, or `out` is a file.
    """
    if out.exists() and not out.is_dir():
        raise OptoutError(f"{out} is a file; name a folder with --out")
    beside = out.absolute().parent
    try:
        beside.mkdir(parents=True, exist_ok=True)
        for left in beside.glob(f".{glob.escape(out.name)}.*.building"):
            if not _is_running(left.name.split(".")[-3]):
                discard(left / "site")
        made = Path(tempfile.mkdtemp(prefix=f".{out.name}.{os.getpid()}.", suffix=".building", dir=beside))
        (made / "site").mkdir()  # which others may read, as any folder; the one around it is ours alone
        return made / "site"
    except OSError as error:
        raise OptoutError(f"{out} cannot be made ({error.strerror}); choose another folder with --out") from error


def put(files: Iterable[File], staged: Path) -> list[str]:
    """Write files into the staged folder, and say which."""
    paths = []
    for path, text in files:
        target, data = staged / path, text.encode("utf-8")
        try:
            target.write_bytes(data)
        except FileNotFoundError:  # the first one in its folder
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        paths.append(path)
    return paths


def check_room(paths: Iterable[str], out: Path) -> None:
    """Nothing that somebody else made may be overwritten.

    Raises:
        OptoutError: a file that optout did not make has the name of a page.
    """
    if not out.exists():
        return
    mine = set(_manifest(out))
    if foreign := [path for path in paths if path not in mine and (out / path).exists()]:
        named = ", ".join(sorted(foreign)[:3])
        raise OptoutError(f"{out} holds files that optout did not make ({named}); choose another folder with --out")


def publish(paths: list[str], staged: Path, out: Path) -> Difference:
    """Move the staged files to their place, pages that are gone last; undone if anything goes wrong.

    Raises:
        OptoutError: a file cannot be written; the site is as it was.
    """
    listing = json.dumps({"version": 1, "files": sorted(paths)}, indent=0) + "\n"
    put([File(MANIFEST, listing)], staged)
    if not out.exists():
        _rename(staged, out)
        return Difference(len(paths), 0, 0, 0)
    before = set(_manifest(out))
    gone = sorted(path for path in before - set(paths) if (out / path).is_file())
    changed = [path for path in paths if not _same(staged / path, out / path)]
    fresh = sum(not (out / path).exists() for path in changed)
    _move([*changed, MANIFEST], gone, staged, out)
    return Difference(fresh, len(changed) - fresh, len(paths) - len(changed), len(gone))


def discard(staged: Path) -> None:
    """Take away what is left of a staged folder."""
    shutil.rmtree(staged.parent, ignore_errors=True)


def _rename(staged: Path, out: Path) -> None:
    """The whole site at once, where there was none."""
    try:
        os.rename(staged, out.absolute())
    except OSError as error:
        raise OptoutError(f"{out} cannot be written ({error.strerror}); choose another folder with --out") from error


def _move(changed: list[str], gone: list[str], staged: Path, out: Path) -> None:
    """Replace the changed files and remove those that are gone; what they replace is kept until all is done."""
    kept = staged / ".before"
    moved: list[str] = []
    try:
        for path in [*changed, *gone]:
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                (kept / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(target, kept / path)
            moved.append(path)
            if path in gone:
                target.unlink()
            else:
                os.replace(staged / path, target)
    except BaseException as error:
        for path in reversed(moved):
            if (kept / path).exists():
                os.replace(kept / path, out / path)
            else:
                (out / path).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise OptoutError(f"{out} cannot be written ({error.strerror}); the site is as it was") from error
    _drop_empty({(out / path).parent for path in gone}, out)


def _drop_empty(folders: set[Path], out: Path) -> None:
    for folder in folders:
        if folder != out and not any(folder.iterdir()):
            folder.rmdir()


def _is_running(process: str) -> bool:
    """Whether the process that staged a folder still exists; one that was killed could not take it away."""
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _manifest(out: Path) -> list[str]:
    """The files of the site in `out` that optout made."""
    try:
        listed = list(json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"])
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OptoutError(f"{out / MANIFEST} cannot be read; choose another folder with --out") from error
    return [path for path in listed if isinstance(path, str) and not path.startswith("/") and ".." not in path]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except FileNotFoundError:
        return False
