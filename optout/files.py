"""Files: none is taken for what it is not, and each is written whole or not at all.

What is written goes into a file beside its target, `.NAME.optout`, which takes the target's place in one step once it
is safe on the disk. Whoever writes it holds a lock on it, so that what a killed run has left can be told from what
another run is writing, and goes with the next one.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from optout import caches
from optout.errors import OptoutError, UsageProblem

_OPENED = r"/dev/stdin|(?:/dev|/proc/self)/fd/\d+"  # what a shell gives for <(command)
_BINARY = getattr(os, "O_BINARY", 0)  # else Windows writes other line ends
_BLOCK = 1 << 20  # bytes that are read at once
_PATIENCE = 40  # times 50 ms, for another run to end its writing


def refuse_no_file(path: Path, wanted: str = "a catalog file") -> None:
    """Stop if something was named that is there but is no file: opening a pipe would wait for a writer for ever.

    What is not there at all is for whoever opens it to say. Pipes that a shell has opened itself are fine.

    Raises:
        UsageProblem: it is a folder, a pipe, a socket or a device.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if stat.S_ISDIR(mode):
        such = (
            f"the catalog file in it, such as {path / 'platforms.yaml'}" if "catalog" in wanted else f"{wanted} in it"
        )
        raise UsageProblem(f"{path} is a folder; name {such}")
    if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and re.fullmatch(_OPENED, str(path))):
        kind = "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
        raise UsageProblem(f"{path} is {kind} and no file; name {wanted}")


def real(path: Path) -> Path:
    """Where a path leads once every link is followed; one that leads to itself leads nowhere and is given as it is.

    `Path.resolve` raises RuntimeError for that before Python 3.13, which nobody who asks where a path leads expects.
    """
    return Path(os.path.realpath(path))


def in_repository(file: str) -> str:
    """The path of a file from the root of the git repository that it lies in, with slashes.

    What is no file, or lies in none, is given as it is.
    """
    path = Path(os.path.abspath(file))
    root = next((folder for folder in path.parents if (folder / ".git").exists()), None)
    return path.relative_to(root).as_posix() if root and path.is_file() else file


def cache_folder() -> Path | None:
    """Where optout keeps what it can make anew, see `caches`; None where there is no such folder."""
    found = caches.folder()
    return Path(found) if found else None


def data_folder() -> Path | None:
    """Where optout keeps what it fetched and would have to fetch again; None where there is no such folder.

    XDG_DATA_HOME names the folder of all programs; else it is where the system has them, as platformdirs knows it.
    """
    from platformdirs import user_data_path

    try:
        folder = user_data_path("optout", appauthor=False)
    except RuntimeError:  # nobody's home is known
        return None
    return folder if folder.is_absolute() else None


def terms_folder() -> Path | None:
    """Where collections of archived terms are kept: OPTOUT_TERMS, else in the data folder."""
    if chosen := os.environ.get("OPTOUT_TERMS", ""):
        return Path(chosen)
    folder = data_folder()
    return folder and folder / "terms"


def has_terms() -> bool:
    """Whether any collection of archived terms is on this machine."""
    folder = terms_folder()
    try:
        return folder is not None and any(name.endswith(("-versions", "-versions.git")) for name in os.listdir(folder))
    except OSError:
        return False


def write_file(path: Path, text: str | bytes) -> None:
    """Replace `path` by `text` (as UTF-8) in one step, so that nobody ever sees half of it.

    A link stays one, and a file keeps its mode, and its owner and group where the system allows it. What is no file,
    such as /dev/null or a pipe, is written to and stays what it is.

    Raises:
        OptoutError: the file cannot be written, or may not be; what was there before still is.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            path.write_bytes(_encoded(text))
        else:
            _put(path, lambda: _encoded(text))


def replace_file(path: Path, old: bytes, new: str | bytes) -> str:
    """Like `write_file`, but only while `old`, which was read before, is still what is in the file.

    Gives a sentence on what the file could not keep; empty if it has all that it had.

    Raises:
        OptoutError: somebody else has changed the file meanwhile, or it cannot be written; what is there stays.
    """
    with _told(path):
        return _put(path, lambda: _encoded(new), old)


def update_file(path: Path, make: Callable[[bytes | None], bytes | None]) -> None:
    """Put into `path` what `make` gives for what is in it (None if it is not there), or leave it where that is None.

    Nobody else who updates or writes it does so meanwhile. A new file, and the folders that lead to it, are for their
    owner alone.

    Raises:
        OptoutError: it cannot be written, or another run has been writing it for a while; what is there stays.
    """
    with _told(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _put(path, lambda: make(path.read_bytes() if path.exists() else None), mode=0o600)


def tidy(path: Path) -> None:
    """Remove what a run that was killed while it wrote to `path` has left beside it, if one has."""
    with suppress(OSError):
        _remove_left(_beside(Path(os.path.realpath(path))))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OptoutError(f"{path} cannot be written ({error.strerror or error}); nothing was changed") from error


def _encoded(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def _put(path: Path, make: Callable[[], bytes | None], old: bytes | None = None, mode: int = 0o666) -> str:
    """Write what `make` gives once nobody else writes; nothing where that is None."""
    target = Path(os.path.realpath(path))  # a link stays one
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    there = target.stat() if target.exists() else None
    if there:
        _refuse(path, target, there)
    temporary = _beside(target)
    with _open_beside(path, temporary, 0o600 if there else mode) as file:
        try:
            data = make()
            if data is None:
                _remove(file, temporary)
                return ""
            file.write(data)
            file.flush()
            missed = _take_over(file.fileno(), target, there) if there else ""
            os.fsync(file.fileno())
            if old is not None and not _holds(target, old):
                raise OptoutError(
                    f"{path} was changed while optout was at work on it; nothing was written to it, "
                    "run the command again"
                )
            _let_go(file)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                _remove(file, temporary)
            raise
    _sync_folder(target.parent)
    return f"{path}: {missed}" if missed else ""


def _holds(path: Path, data: bytes) -> bool:
    """Whether just this is in a file; one that is as long as many catalogs is not read at once."""
    if not path.exists() or path.stat().st_size != len(data):
        return False
    with path.open("rb") as file:
        return all(file.read(_BLOCK) == data[start : start + _BLOCK] for start in range(0, len(data), _BLOCK))


def _let_go(file: BinaryIO) -> None:
    """Windows renames and removes no file that is open; elsewhere it stays open, since it holds the lock."""
    if sys.platform == "win32":
        file.close()


def _remove(file: BinaryIO, temporary: Path) -> None:
    _let_go(file)
    temporary.unlink()


def _refuse(path: Path, target: Path, there: os.stat_result) -> None:
    """Stop where replacing a file would do more than change what is in it.

    Raises:
        OptoutError: it may not be written to, or has several names, of which only one would lead to the new text.
    """
    if not there.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise OptoutError(f"{path} is write-protected; nothing was changed, allow writing to it first (chmod u+w)")
    if stat.S_ISREG(there.st_mode) and there.st_nlink > 1:
        raise OptoutError(
            f"{path} has {there.st_nlink} names (hard links), and only one of them would lead to the new text; nothing "
            "was changed, write it by one name only or make the others symbolic links"
        )


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.optout")


@contextmanager
def _open_beside(path: Path, temporary: Path, mode: int) -> Iterator[BinaryIO]:
    """A new file that this run alone writes to, locked until it is closed.

    Raises:
        OptoutError: another run has been writing the same one for a while.
    """
    for _ in range(_PATIENCE):
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        except FileExistsError:
            if not _remove_left(temporary):
                time.sleep(0.05)
            continue
        with os.fdopen(handle, "wb") as file:
            if _lock(handle) and os.fstat(handle).st_nlink:  # else somebody took it for one that was left
                yield file
                return
    raise OptoutError(f"{path} is being written by another run of optout; nothing was changed, try again")


@contextmanager
def only_one(folder: Path) -> Iterator[int]:
    """Be the only run of optout that works in a folder; the handle of the lock, which holds as long as this run or a
    program that was given it lives.

    Raises:
        OptoutError: another run is at work there, or nothing can be written there.
    """
    try:
        handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError as error:
        raise OptoutError(f"{folder} cannot be written to ({error.strerror})") from error
    try:
        if not _lock(handle):
            raise OptoutError(f"another run of optout is at work in {folder}; try again when it has ended")
        yield handle
    finally:
        os.close(handle)


def _remove_left(temporary: Path) -> bool:
    """Remove a file of this name unless somebody is writing it; whether there is none now."""
    if sys.platform == "win32":  # which removes nothing that is open
        with suppress(PermissionError):
            temporary.unlink(missing_ok=True)
        return not temporary.exists()
    try:
        handle = os.open(temporary, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return True
    try:
        # Once it has the place of its target, what goes by its name is another one's.
        if is_left := _lock(handle) and _leads_to(temporary, handle):
            temporary.unlink(missing_ok=True)
        return is_left
    finally:
        os.close(handle)


def _leads_to(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _lock(handle: int) -> bool:
    """Lock an open file until it is closed, if nobody else has; systems without such locks let everybody."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network file systems have no locks
        return True
    return True


def _take_over(handle: int, target: Path, there: os.stat_result) -> str:
    """Give a new file owner, group, extended attributes and mode of the old one; half a sentence on what it misses."""
    missed = ""
    if sys.platform != "win32":
        made = os.fstat(handle)
        if (made.st_uid, made.st_gid) != (there.st_uid, there.st_gid):
            try:
                os.fchown(handle, there.st_uid, there.st_gid)
            except PermissionError:
                with suppress(PermissionError):
                    os.fchown(handle, -1, there.st_gid)
                missed = "the file belongs to you now, as its owner and group cannot be kept by anybody but root"
    if sys.platform == "linux":
        with suppress(OSError):  # not every file system has them
            for name in os.listxattr(target):  # access control lists are among them
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))
    os.chmod(_beside(target), stat.S_IMODE(there.st_mode))
    return missed


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name is on the disk, too, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
