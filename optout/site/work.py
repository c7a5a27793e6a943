"""Room for a run to work in: a folder beside the one it changes, locked against every other run."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from optout.errors import OptoutError
from optout.files import real

_PATIENCE = 60.0  # seconds to wait for another run on the same folder


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


def begin(out: Path, wait: Callable[[], None]) -> Work:
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
        unlock(beside, lock)
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


def unlock(folder: Path, lock: int) -> None:
    """Let others work in a folder, which goes away if nothing else is in it."""
    if sys.platform == "win32":  # which removes nothing that is open, and where this is no lock
        os.close(lock)
    with suppress(OSError):
        os.unlink(folder / "lock")
        os.rmdir(folder)
    if sys.platform != "win32":
        os.close(lock)
