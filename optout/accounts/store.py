"""The file that holds the list: where it is, reading it, and changing it whole or not at all."""

import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from optout import files
from optout.accounts import text
from optout.accounts.text import NoList
from optout.accounts.values import Lists
from optout.errors import OptoutError, UsageProblem

_NAME = "list.json"


class ListFile(NamedTuple):
    """Where the list is; `is_own` says that nobody named another file than the usual one."""

    path: Path
    is_own: bool = True


def list_file(named: Path | None = None) -> ListFile:
    """The file that was named, else the one that OPTOUT_LIST names, else list.json in optout's folder of data.

    Raises:
        UsageProblem: nobody's home is known.
    """
    if named:
        return ListFile(named, is_own=False)
    if chosen := os.environ.get("OPTOUT_LIST", ""):
        return ListFile(Path(chosen))
    folder = files.data_folder()
    if folder is None:
        raise UsageProblem("there is no folder for your list on this machine; name a file with --file")
    return ListFile(folder / _NAME)


def now() -> str:
    """The present moment, as lists write it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def load(file: ListFile) -> Lists:
    """What is in the file, an empty list where there is none; nothing is ever written or made.

    Raises:
        UsageProblem: it is a folder or a device, or not a list.
        OptoutError: it cannot be read, is damaged, or was written by a newer optout.
    """
    files.refuse_no_file(file.path)
    try:
        data = file.path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Lists()
    except OSError as error:
        raise OptoutError(f"{file.path}: your list cannot be read ({error.strerror}); name one with --file") from error
    try:
        return text.read(data)
    except NoList as error:
        raise _told(file, error, "; the next `optout done` keeps it aside and begins anew") from error


def change(file: ListFile, act: Callable[[Lists], Lists]) -> str:
    """Let `act` make other lists of those in the file, and write them; says what became of a damaged one, if it was.

    Whoever does the same at the same time waits: `act` gets what the other one wrote. A damaged file is kept beside
    under another name first. What `act` leaves as it is is not written.

    Raises:
        UsageProblem: it is a folder or a device, or not a list.
        OptoutError: it cannot be read or written, or was written by a newer optout; it stays as it is.
    """
    files.refuse_no_file(file.path)
    said = []

    def make(old: bytes | None) -> bytes | None:
        try:
            lists = text.read(old or b"")
        except NoList as error:
            if error.is_newer or not (error.is_ours or file.is_own):
                raise _told(file, error, "") from error
            said.append(_set_aside(file.path, old or b"", error))
            lists = Lists()
        new = act(lists)
        return None if new == lists and not said else text.text(new)

    files.update_file(file.path, make)
    return "".join(said)


def _told(file: ListFile, error: NoList, what_next: str) -> OptoutError:
    if error.is_newer:
        return OptoutError(
            f"{file.path} was written by a newer optout; nothing was changed, update optout or name another with --file"
        )
    if error.is_ours or file.is_own:
        return OptoutError(f"{file.path} is damaged ({error}); nothing was changed{what_next}")
    return UsageProblem(f"{file.path} is no list that optout wrote ({error}); nothing was changed, name another file")


def _set_aside(path: Path, data: bytes, error: NoList) -> str:
    """Keep a damaged file beside under a name that is free, and say so."""
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in itertools.count())
    kept = next(one for one in names if not one.exists())
    files.update_file(kept, lambda _: data)
    return f"{path} was damaged ({error}): it is kept as {kept.name}, and a new list was begun"
