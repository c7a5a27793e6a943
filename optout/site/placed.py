"""A single file put in its place, replaced, or taken away."""

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from optout.site import place
from optout.site.work import Work


def write(path: Path, content: str | bytes) -> None:
    """Write a file, and make the folder that it is the first in."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def room(folder: Path, path: str) -> Path:
    """Where a file of the folder is to be put; no link is followed to get there."""
    place.at(folder, path)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    return folder / path


def replace(target: Path, source: Path, work: Work) -> None:
    """Put a file, which stays where it is as well, in the place of another."""
    link = work.folder / "link"
    link.unlink(missing_ok=True)
    copy(source, link)
    os.replace(link, target)
    link.unlink(missing_ok=True)  # if both were the same file already, nothing has happened


def take_away(paths: Iterable[str], folder: Path) -> None:
    """Remove files, and the folders in which nothing is left."""
    for path in paths:
        if place.is_file(folder, path):
            os.unlink(folder / path)
        for above in Path(path).parents[:-1]:
            if not place.is_folder(folder, above.as_posix()) or any((folder / above).iterdir()):
                break
            (folder / above).rmdir()


def copy(source: Path, target: Path) -> None:
    """Let a file stand at `target` as well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


def alike(one: Path, other: Path) -> bool:
    """Whether two files hold the same."""
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:  # not there, or not to be read: write it anew
        return False


def elsewhere(folder: os.PathLike[str] | str) -> OSError:
    """Nothing can be moved to where another file system begins."""
    return OSError(errno.EXDEV, f"{folder} is on another file system than what is around it: choose another --out")
