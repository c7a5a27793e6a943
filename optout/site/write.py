"""Putting made files in their place, so that whoever looks finds the old ones or the new ones, whole.

Everything is made in a folder beside the place, `.NAME.building`. The new folder, with links to the files that others
put into the old one, then changes places with it in one step; the old one is brought up to date and changes back, so
that a folder that somebody serves, stands in or has mounted stays the same one. Where a system cannot let folders
change places, the files are moved one by one, and notes in `.NAME.building` say what to do after a kill.

Whatever ends a run, the next one reads the notes and goes on. Files that others made stay, and no link is followed.
"""

import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from optout.errors import OptoutError
from optout.site import place
from optout.site.model import OwnFile, Picture, SiteFile
from optout.site.move import go_back, go_forward, move
from optout.site.notes import BACK, FORWARD, NOTES, SWAP, SWAPPED, SiteChange, read_note
from optout.site.placed import alike, write
from optout.site.swap import rescue, settle, swap
from optout.site.undisturbed import undisturbed
from optout.site.work import Work, begin, unlock

MANIFEST = ".optout-site.json"


class SiteDifference(NamedTuple):
    """What putting files in their place did: how many are new, changed, as before, and gone."""

    new: int
    changed: int
    same: int
    gone: int


@contextmanager
def working(out: Path, wait: Callable[[], None] = lambda: None) -> Iterator[Work]:
    """Make room for new files of the folder `out`, to which no other run writes meanwhile.

    `wait` is called if another one has to end first. What an earlier run has left is finished or taken away before, and
    what is left of this one afterwards.

    Raises:
        OptoutError: the folder cannot be made, or another run does not end.
    """
    with _in_words(out):
        work = begin(out, wait)
    try:
        with _in_words(out), undisturbed():
            _recover(work)
            work.staged.mkdir()
        yield work
    finally:
        with undisturbed():
            _end(work)


def put(files: Iterable[SiteFile | OwnFile | Picture], work: Work) -> list[str]:
    """Write files into the staged folder, and say which.

    Raises:
        OptoutError: one cannot be written.
    """
    paths = []
    for path, content in files:
        assert place.is_made_path(path), f"{path}: no later run would know this path as ours"
        with _in_words(work.out):
            write(work.staged / path, content)
        paths.append(path)
    return paths


def publish(
    paths: Sequence[str], work: Work, mine: Iterable[str], kept: Sequence[str] = (), alone: bool = False
) -> SiteDifference:
    """Put the staged files in their place, and take away what else is in `mine`, the files made by earlier runs.

    `kept` are files that stay as they are. Where the folder is nobody else's (`alone`), its files are moved one by one,
    which takes no longer than there are changes.

    Raises:
        OptoutError: a file of somebody else or a link is in the way, or something cannot be written; all is as it was.
    """
    with _in_words(work.out), undisturbed():
        if not work.out.exists():
            os.rename(work.staged, work.out)
            return SiteDifference(len(paths), 0, 0, 0)
        known = {path for path in mine if place.is_made_path(path)}
        there = _there(paths, known, work.out)
        stay = {path.casefold() for path in (*paths, *kept)}  # a file system may not tell letter cases apart
        gone = tuple(sorted(path for path in known if path.casefold() not in stay and place.is_file(work.out, path)))
        written = tuple(path for path in paths if path not in there or not alike(work.staged / path, work.out / path))
        if written or gone:
            change = SiteChange(written, gone, work.out.stat().st_ino)
            if alone or not swap(change, {*there, *gone}, work):
                move(change, work)
        fresh = sum(path not in there for path in written)
        same = len(paths) - len(written) + len(kept)
        return SiteDifference(fresh, len(written) - fresh, same, len(gone))


def manifest(paths: Iterable[str]) -> SiteFile:
    """The file that says which files of a site optout made."""
    return SiteFile(MANIFEST, json.dumps({"version": 1, "files": sorted(paths)}, indent=0) + "\n")


def listed(out: Path) -> list[str]:
    """The files of the site in `out` that optout made, by its manifest.

    Raises:
        OptoutError: the manifest cannot be read.
    """
    try:
        found = place.at(out, MANIFEST)
        if found is None:
            return []
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("no file")
        files = list(json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OptoutError(f"{out / MANIFEST} cannot be read; choose another folder with --out") from error
    return [*filter(place.is_made_path, files), MANIFEST]


def _end(work: Work) -> None:
    """Take away what is left of a run, unless the next one has to go on with it."""
    with suppress(OSError):
        if not any((work.folder / note).exists() for note in NOTES):
            _clear(work)
    unlock(work.folder, work.lock)
    with suppress(OSError):
        for folder in work.made:
            folder.rmdir()


def _clear(work: Work) -> None:
    for left in work.folder.iterdir():
        if left.name != "lock":
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() and not left.is_symlink() else left.unlink()


def _recover(work: Work) -> None:
    """Finish what a run has left that was killed, or take it away where nothing had been put in its place."""
    for name, go_on in ((SWAP, settle), (SWAPPED, rescue), (FORWARD, go_forward), (BACK, go_back)):
        if (work.folder / name).is_file() and work.out.is_dir():
            go_on(read_note(work, name), work)
    _clear(work)


def _there(paths: Iterable[str], mine: set[str], out: Path) -> set[str]:
    """The paths at which a file stands already.

    Raises:
        OptoutError: one of them is not ours.
    """
    found = {path: place.at(out, path) for path in paths}
    there = {path: one for path, one in found.items() if one is not None}
    if others := sorted(path for path, one in there.items() if path not in mine or not stat.S_ISREG(one.st_mode)):
        named = ", ".join(others[:3])
        raise OptoutError(f"{out} holds files that optout did not make ({named}); choose another folder with --out")
    return set(there)


@contextmanager
def _in_words(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise OptoutError(f"{out} cannot be written ({why}); what was there is as it was") from error
