"""What earlier builds of a site have made: kept for the next one, never needed, and never wrong.

Everything is kept under a digest of all that it was made from, the program included, so it cannot be of another day.
The files themselves are in the site; what is kept of them is their digests, and how they were left. It stands in the
cache folder, one file for each folder with a site. Whatever is wrong with that file, there simply is none.
"""

import os
import sqlite3
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from optout.files import cache_folder
from optout.site.made import digest
from optout.site.packed import packed, unpacked

_KEPT = 32  # files in the cache
_TICK = 2_000_000_000  # nanoseconds, the tick of the coarsest clock of a file system: FAT's
_AT_ONCE = 500  # values that are written together
# Another build of the site is at work; the disk is full, or cannot be written to.
_PASSING = (
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN),
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (key TEXT PRIMARY KEY, value TEXT, checksum TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, digest TEXT, size INT, modified INT, seen INT) WITHOUT ROWID;
"""


class LeftFile(NamedTuple):
    """A file of a site as it was left: the digest of what is in it, its size, its time, and when it was looked at."""

    digest: str
    size: int
    modified: int
    seen: int

    def is_still(self, found: os.stat_result) -> bool:
        """Whether nobody has changed it since: by size and time, where that can tell."""
        is_old = self.modified + _TICK < self.seen
        return is_old and (self.size, self.modified) == (found.st_size, found.st_mtime_ns)


class Memory:
    """What was made, as long as this process lives."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        self._files: Mapping[str, LeftFile] = {}

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is kept takes no memory of this process."""
        return False

    def recall(self, key: str) -> Any:
        """What was kept under this key; None if nothing was."""
        found = self._used.get(key) or self._made.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def keep(self, key: str, value: Any) -> None:
        """Keep a value for the next build."""
        self._used[key] = value

    def use(self, key: str) -> None:
        """Let what was kept under this key stay, without asking for it."""
        self.recall(key)

    def files(self) -> Mapping[str, LeftFile]:
        """The files of the site as they were left."""
        return self._files

    def leave(self, files: Mapping[str, LeftFile]) -> None:
        """The site has these files now."""
        self._files = files

    def prune(self) -> None:
        """Let go of what this build had no use for."""
        self._made, self._used = self._used, {}

    def close(self) -> None:
        """Nothing is asked any more."""


class Forgetful(Memory):
    """Remembers nothing."""

    def recall(self, key: str) -> Any:
        """Nothing."""
        return None

    def keep(self, key: str, value: Any) -> None:
        """Forget it."""

    def leave(self, files: Mapping[str, LeftFile]) -> None:
        """Forget them."""


class Shelf(Memory):
    """What was made, in a file of the cache folder; nothing once anything is wrong with that."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._new: dict[str, tuple[str, str]] = {}
        self._keys: set[str] = set()
        self._database: sqlite3.Connection | None = None
        try:
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._database.execute("PRAGMA synchronous=OFF")  # a kill leaves it whole, and a checksum tells the rest
            self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            self._fail(error)

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is kept is in the file: unless anything is wrong with that."""
        return self._database is not None

    def recall(self, key: str) -> Any:
        """What was kept under this key; None if nothing was, or it is not what was written."""
        if new := self._new.get(key):
            return unpacked(new[0])
        with suppress(ValueError, TypeError):
            for value, checksum in self._rows("SELECT value, checksum FROM made WHERE key = ?", (key,)):
                if checksum == digest(key, value):
                    self._keys.add(key)
                    return unpacked(value)
        return None

    def keep(self, key: str, value: Any) -> None:
        """Keep a value for the next build."""
        text = packed(value)
        self._new[key] = (text, digest(key, text))
        self._keys.add(key)
        if len(self._new) >= _AT_ONCE:
            self._write()

    def use(self, key: str) -> None:
        """Let what was kept under this key stay, without asking for it."""
        self._keys.add(key)

    def files(self) -> Mapping[str, LeftFile]:
        """The files of the site as they were left."""
        return {path: LeftFile(*rest) for path, *rest in self._rows("SELECT * FROM files")}

    def leave(self, files: Mapping[str, LeftFile]) -> None:
        """The site has these files now."""
        before = self.files()
        changed = [(path, *left) for path, left in files.items() if before.get(path) != left]
        self._change("DELETE FROM files WHERE path = ?", [(path,) for path in before.keys() - files.keys()])
        self._change("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", changed)

    def prune(self) -> None:
        """Let go of what this build had no use for."""
        self._write()
        unused = {key for (key,) in self._rows("SELECT key FROM made")} - self._keys
        self._change("DELETE FROM made WHERE key = ?", [(key,) for key in unused])

    def close(self) -> None:
        """Nothing is asked any more."""
        self._write()
        if self._database:
            with suppress(sqlite3.Error):
                if self._database.in_transaction:
                    self._database.execute("COMMIT")
                self._database.close()
            self._database = None

    def _write(self) -> None:
        new, self._new = self._new, {}
        self._change("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", [(key, *kept) for key, kept in new.items()])

    def _rows(self, asked: str, values: tuple[str, ...] = ()) -> list[Any]:
        try:
            return self._database.execute(asked, values).fetchall() if self._database else []
        except sqlite3.Error as error:
            self._fail(error)
            return []

    def _change(self, asked: str, rows: list[Any]) -> None:
        """Change rows, all in one step with the others of this build."""
        try:
            if self._database and rows:
                if not self._database.in_transaction:
                    self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany(asked, rows)
        except sqlite3.Error as error:
            self._fail(error)

    def _fail(self, error: sqlite3.Error) -> None:
        """Remember nothing any more; what is damaged goes, so that the next build begins another one."""
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def opened(out: Path, fresh: bool = False) -> Memory:
    """What was made of the site in the folder `out`; with `fresh` nothing yet."""
    cache = cache_folder()
    if cache is None:
        return Forgetful()
    folder = cache / "sites"
    path = folder / f"{digest(os.path.realpath(out))}.sqlite"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if fresh or (path.exists() and not _is_safe(path.lstat())):
            path.unlink(missing_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        os.close(os.open(path, flags, 0o600))
        os.utime(path)
        kept = sorted(folder.glob("*.sqlite"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return Forgetful()
    return Shelf(path)


def now() -> int:
    """The time as files have theirs."""
    return time.time_ns()


def _is_safe(found: os.stat_result) -> bool:
    """Whether the file is one's own, and nobody else can write it."""
    if not stat.S_ISREG(found.st_mode):
        return False
    return sys.platform == "win32" or (
        found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
