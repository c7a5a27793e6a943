"""Putting made files in their place, so that whoever looks finds the old ones or the new ones, whole.

Everything is made in a folder beside the place, `.NAME.building`. The new folder, with links to the files that others
put into the old one, then changes places with it in one step; the old one is brought up to date and changes back, so
that a folder that somebody serves, stands in or has mounted stays the same one. Where a system cannot let folders
change places, the files are moved one by one, and notes in `.NAME.building` say what to do after a kill.

Whatever ends a run, the next one reads the notes and goes on. Files that others made stay, and no link is followed.
"""

import errno
import json
import os
import shutil
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from optout import interruption
from optout.errors import OptoutError
from optout.files import real
from optout.site import place
from optout.site.exchange import exchange
from optout.site.model import OwnFile, Picture, SiteFile

MANIFEST = ".optout-site.json"

# Notes in the folder beside, each naming the files of a change: what is left to do if the run that wrote it is gone.
_SWAP = "swap.json"  # the folders are about to change places, or have done so once
_SWAPPED = "swapped.json"  # they have changed back
_FORWARD = "forward.json"  # files are moved to their place one by one
_BACK = "back.json"  # and something went wrong with that: they are moved back
_NOTES = (_SWAP, _SWAPPED, _FORWARD, _BACK)

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_PATIENCE = 60.0  # seconds to wait for another run on the same folder


class SiteDifference(NamedTuple):
    """What putting files in their place did: how many are new, changed, as before, and gone."""

    new: int
    changed: int
    same: int
    gone: int


class Work(NamedTuple):
    """A run on the folder `out`: the folder in which it works, its lock, and the folders above `out` that it made."""

    out: Path
    folder: Path
    lock: int
    made: tuple[Path, ...]

    @property
    def staged(self) -> Path:
        """The folder in which the new files are made."""
        return self.folder / "new"


class _Change(NamedTuple):
    """What a run changes: files to replace or add, files to take away, and the number of the folder `out`."""

    written: tuple[str, ...]
    gone: tuple[str, ...]
    folder: int


@contextmanager
def working(out: Path, wait: Callable[[], None] = lambda: None) -> Iterator[Work]:
    """Make room for new files of the folder `out`, to which no other run writes meanwhile.

    `wait` is called if another one has to end first. What an earlier run has left is finished or taken away before, and
    what is left of this one afterwards.

    Raises:
        OptoutError: the folder cannot be made, or another run does not end.
    """
    with _in_words(out):
        work = _begin(out, wait)
    try:
        with _in_words(out), _undisturbed():
            _recover(work)
            work.staged.mkdir()
        yield work
    finally:
        with _undisturbed():
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
            _write(work.staged / path, content)
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
    with _in_words(work.out), _undisturbed():
        if not work.out.exists():
            os.rename(work.staged, work.out)
            return SiteDifference(len(paths), 0, 0, 0)
        known = {path for path in mine if place.is_made_path(path)}
        there = _there(paths, known, work.out)
        stay = {path.casefold() for path in (*paths, *kept)}  # a file system may not tell letter cases apart
        gone = tuple(sorted(path for path in known if path.casefold() not in stay and place.is_file(work.out, path)))
        written = tuple(path for path in paths if path not in there or not _same(work.staged / path, work.out / path))
        if written or gone:
            change = _Change(written, gone, work.out.stat().st_ino)
            if alone or not _swap(change, {*there, *gone}, work):
                _move(change, work)
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


def _begin(out: Path, wait: Callable[[], None]) -> Work:
    """Make the folder to work in and lock it: beside `out`, or in it where a file could not be moved from there."""
    out = real(out) if out.name in ("", "..") else out
    made = tuple(path for path in out.parents if not path.exists())
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.building")
    try:
        lock = _lock(beside, wait)
    except PermissionError:
        if not out.is_dir():
            raise
    else:
        if not _is_elsewhere(out, beside):
            return Work(out, beside, lock, made)
        _unlock(beside, lock)
    within = out / ".optout.building"
    return Work(out, within, _lock(within, wait), made)


def _is_elsewhere(out: Path, beside: Path) -> bool:
    """Whether `out` is where another file system begins (as a volume is), so that nothing can be moved there."""
    try:
        os.rename(beside / "nothing", out / ".optout.nothing")
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _lock(folder: Path, wait: Callable[[], None]) -> int:
    """Be the only one who works in a folder. The system takes the lock away from whoever ends, however that happens."""
    try:
        import fcntl
    except ImportError:  # Windows has no such locks
        folder.mkdir(exist_ok=True)
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT)
    given_up = time.monotonic() + _PATIENCE
    is_first = True
    while True:
        if folder.is_symlink():
            raise OptoutError(f"{folder} is a link, and optout works in a folder of this name; remove it")
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except FileNotFoundError:  # whoever was here has just taken the folder away
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_same(lock, folder / "lock"):
                return lock
        except BlockingIOError:
            if time.monotonic() > given_up:
                raise OptoutError(f"another run is at work in {folder}; try again when it has ended") from None
            if is_first:
                wait()
            is_first = False
            time.sleep(0.1)
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _is_same(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.lstat())
    except FileNotFoundError:
        return False


def _unlock(folder: Path, lock: int) -> None:
    if sys.platform == "win32":  # which removes nothing that is open, and where this is no lock
        os.close(lock)
    with suppress(OSError):
        os.unlink(folder / "lock")
        os.rmdir(folder)
    if sys.platform != "win32":
        os.close(lock)


def _end(work: Work) -> None:
    """Take away what is left of a run, unless the next one has to go on with it."""
    with suppress(OSError):
        if not any((work.folder / note).exists() for note in _NOTES):
            _clear(work)
    _unlock(work.folder, work.lock)
    with suppress(OSError):
        for folder in work.made:
            folder.rmdir()


def _clear(work: Work) -> None:
    for left in work.folder.iterdir():
        if left.name != "lock":
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() and not left.is_symlink() else left.unlink()


def _recover(work: Work) -> None:
    """Finish what a run has left that was killed, or take it away where nothing had been put in its place."""
    for name, go_on in ((_SWAP, _settle), (_SWAPPED, _rescue), (_FORWARD, _go_forward), (_BACK, _go_back)):
        if (work.folder / name).is_file() and work.out.is_dir():
            go_on(_read(work, name), work)
    _clear(work)


def _swap(change: _Change, mine: set[str], work: Work) -> bool:
    """Let the staged folder and `out` change places, twice; False, and nothing changed, if this system cannot."""
    if work.folder.parent == work.out or sys.platform == "win32":
        return False
    _note(change, work, _SWAP)
    try:
        _link_others(mine, work.out, work.staged)
        _like(work.out, work.staged)
        exchange(work.out, work.staged)
    except OSError:
        os.unlink(work.folder / _SWAP)
        return False
    _settle(change, work)
    return True


def _link_others(mine: set[str], source: Path, target: Path, below: str = "") -> None:
    """Let the folder `target` have what is not `mine` in `source`, what others put there and what stays as it is: the
    same files, by hard links; links stay links.
    """
    device = source.stat().st_dev
    with os.scandir(source) as found:
        for one in found:
            path = f"{below}{one.name}"
            if one.is_dir(follow_symlinks=False):
                if one.stat(follow_symlinks=False).st_dev != device:  # a volume, which would go away with its folder
                    raise _elsewhere(one.path)
                made = target / one.name
                if not made.is_dir():
                    made.mkdir()
                    _like(Path(one.path), made)
                _link_others(mine, Path(one.path), made, f"{path}/")
            elif path not in mine:
                os.link(one.path, target / one.name, follow_symlinks=False)


def _like(source: Path, target: Path) -> None:
    """Give a folder the rights that another has, and its owner where this user may."""
    found = source.stat()
    with suppress(PermissionError):
        os.chown(target, found.st_uid, found.st_gid)
    target.chmod(stat.S_IMODE(found.st_mode))


def _settle(change: _Change, work: Work) -> None:
    """After the folders changed places: bring the old one up to date, and let it return to where it was.

    If anything is in the way of that, the new one stays: it is whole.
    """
    with suppress(OSError):
        if work.staged.stat().st_ino == change.folder:
            _bring_up(change, work)
            exchange(work.out, work.staged)
            os.rename(work.folder / _SWAP, work.folder / _SWAPPED)
            _rescue(change, work)
            return
    with suppress(OSError):
        (work.folder / _SWAP).unlink(missing_ok=True)


def _bring_up(change: _Change, work: Work) -> None:
    """Make the old folder, now the staged one, hold the same files as the new one, now in its place."""
    for path in change.written:
        _replace(_room(work.staged, path), work.out / path, work)
    _take_away(change.gone, work.staged)


def _rescue(change: _Change, work: Work) -> None:
    """Keep what somebody wrote into the new folder in the moment in which it stood in the place of the old one."""
    if work.staged.is_dir() and not work.staged.is_symlink():
        ours = {*change.written, *change.gone}
        for folder, _, names in os.walk(work.staged):
            stands = os.path.join(work.out, os.path.relpath(folder, work.staged))
            for name in names:
                if _is_one(os.path.join(folder, name), os.path.join(stands, name)):
                    continue
                here = Path(folder, name)
                path = here.relative_to(work.staged).as_posix()
                there = place.at(work.out, path)
                if path not in ours and (there is None or there.st_ino != here.lstat().st_ino):
                    _keep(here, _room(work.out, path), there)
    (work.folder / _SWAPPED).unlink(missing_ok=True)


def _is_one(one: str, other: str) -> bool:
    """Whether one file stands at both paths, as do all that did not change."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def _keep(here: Path, there: Path, found: os.stat_result | None) -> None:
    """A page that did not change is in both folders, and written anew in one; everything else is somebody's."""
    if found is None or not _same(here, there):
        os.replace(here, there)


def _move(change: _Change, work: Work) -> None:
    """Move files to their place one by one; back again if anything goes wrong."""
    device = work.out.stat().st_dev
    for folder in sorted({above for path in (*change.written, *change.gone) for above in Path(path).parents}):
        with suppress(FileNotFoundError):
            if (work.out / folder).lstat().st_dev != device:
                raise _elsewhere(work.out / folder)
    for path in (*change.written, *change.gone):
        if place.is_file(work.out, path):
            _copy(work.out / path, work.folder / "old" / path)
    _note(change, work, _FORWARD)
    _go_forward(change, work)


def _elsewhere(folder: os.PathLike[str] | str) -> OSError:
    """Nothing can be moved to where another file system begins."""
    return OSError(errno.EXDEV, f"{folder} is on another file system than what is around it: choose another --out")


def _go_forward(change: _Change, work: Work) -> None:
    try:
        for path in change.written:
            if place.is_file(work.staged, path):
                os.replace(work.staged / path, _room(work.out, path))
        _take_away(change.gone, work.out)
        os.unlink(work.folder / _FORWARD)
    except OSError as error:
        try:
            os.rename(work.folder / _FORWARD, work.folder / _BACK)
            _go_back(change, work)
        except OSError:
            message = f"{work.out} is half written ({error.strerror}); when that is mended, the next run finishes it"
            raise OptoutError(message) from error
        raise


def _go_back(change: _Change, work: Work) -> None:
    old = work.folder / "old"
    for path in (*change.written, *change.gone):
        if place.is_file(old, path):
            _replace(_room(work.out, path), old / path, work)
        else:
            _take_away([path], work.out)
    os.unlink(work.folder / _BACK)


def _room(folder: Path, path: str) -> Path:
    """Where a file of the folder is to be put; no link is followed to get there."""
    place.at(folder, path)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    return folder / path


def _replace(target: Path, source: Path, work: Work) -> None:
    """Put a file, which stays where it is as well, in the place of another."""
    link = work.folder / "link"
    link.unlink(missing_ok=True)
    _copy(source, link)
    os.replace(link, target)
    link.unlink(missing_ok=True)  # if both were the same file already, nothing has happened


def _take_away(paths: Iterable[str], folder: Path) -> None:
    """Remove files, and the folders in which nothing is left."""
    for path in paths:
        if place.is_file(folder, path):
            os.unlink(folder / path)
        for above in Path(path).parents[:-1]:
            if not place.is_folder(folder, above.as_posix()) or any((folder / above).iterdir()):
                break
            (folder / above).rmdir()


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


def _note(change: _Change, work: Work, name: str) -> None:
    """Write a note that is there whole or not at all."""
    _write(work.folder / "note", json.dumps(change._asdict()))
    os.rename(work.folder / "note", work.folder / name)


def _read(work: Work, name: str) -> _Change:
    try:
        said = json.loads((work.folder / name).read_text(encoding="utf-8"))
        written, gone = tuple(said["written"]), tuple(said["gone"])
        if not all(map(place.is_made_path, (*written, *gone))):
            raise ValueError("a path that leads elsewhere")
        return _Change(written, gone, int(said["folder"]))
    except (ValueError, KeyError, TypeError) as error:
        raise OptoutError(f"{work.folder / name} cannot be read; remove {work.folder}, and build again") from error


def _write(path: Path, content: str | bytes) -> None:
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # the first one in its folder
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:  # not there, or not to be read: write it anew
        return False


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the signals that end a process wait for a moment: until files are in their place.

    Where that moment is long, the process ends in it, as if killed: the next run finishes what it has left.
    """
    came: list[int] = []
    before: dict[signal.Signals, Any] = {}

    def later(number: int, _: object) -> None:
        came.append(number)
        interruption.hurry(number)

    try:
        if threading.current_thread() is threading.main_thread():  # which alone may set handlers, and is interrupted
            for number in _ENDING:
                handler = signal.getsignal(number)
                if handler not in (signal.SIG_IGN, None):
                    before[number] = handler
                    signal.signal(number, later)
        yield
    finally:
        for number in reversed(before):
            signal.signal(number, before[number])
        for number in dict.fromkeys(came):
            signal.raise_signal(number)


@contextmanager
def _in_words(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise OptoutError(f"{out} cannot be written ({why}); what was there is as it was") from error
