"""Where derived data of a catalog is kept, and whether it is of that catalog: never wrong, and never needed.

With the package for the packaged catalog; else in the cache folder, a file for each catalog. A file counts only if it
is one's own, nobody else can write it, and it was made of what the catalog holds now: by its size and digest, or, where
the system tells of every change of a file, by that. Whatever is wrong with it, there simply is none.
"""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from optout import __version__
from optout.catalog import Catalog, Origin, store
from optout.catalog.locate import default_path
from optout.files import cache_folder

# The texts and tables of a store, see `store.pack`.
Contents = tuple[Mapping[str, str], Mapping[str, Mapping[str, Iterable[str]]]]

_MAKERS = ("catalog", "guide", "messages", "schema", "source")  # rooms that decide what is in a store
_WORTH = 100_000  # bytes of a catalog; the names of a smaller one are read as quickly as a file is found
_KEPT = 32  # files in the cache
_SETTLED = 2_000_000_000  # nanoseconds, the tick of the coarsest clock of a file system: FAT's


def get(catalog: Catalog, kind: str, make: Callable[[], Contents]) -> store.Store | None:
    """The store of that kind for a catalog, made and kept if there is none; None if it cannot be or is not worth it."""
    if catalog.origin is None or len(catalog.data) < _WORTH:
        return None
    if catalog.origin.path == default_path():
        shipped = _open(shipped_path(kind), is_own=False)
        if shipped and _is_of(shipped, catalog):
            return shipped
    path = _path(catalog.origin, kind)
    if path is None:
        return None
    file = _identity(catalog.origin)
    found = _open(path)
    if found and file and found.made.file == file:
        return found
    if found and _is_of(found, catalog):
        if file:
            with suppress(store.Damaged):
                _keep(path, found.packed(found.made._replace(file=file)))
        return found
    return _open(path) if _keep(path, store.pack(made_of(catalog, file), *make())) else None


def forget(catalog: Catalog, kind: str) -> None:
    """Take away a store that turned out to be damaged, so that the next one to ask gets a new one."""
    if catalog.origin and (path := _path(catalog.origin, kind)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def shipped_path(kind: str) -> Path:
    """Where the store of the packaged catalog is, if it was built with the package."""
    return default_path().with_name(f"platforms.{kind}.index")


def made_of(catalog: Catalog, file: tuple[int, ...] = ()) -> store.Made:
    """What a store says of the catalog that it is made of."""
    from hashlib import blake2b

    return store.Made(len(catalog.data), blake2b(catalog.data, digest_size=16).hexdigest(), file)


def _code() -> str:
    """What tells that the program is the one that made a store: what it makes of a catalog may be another thing now."""
    package = Path(__file__).parent.parent
    found = [__version__]
    for folder in (package, *(package / name for name in _MAKERS)):
        with os.scandir(folder) as files:
            stats = sorted((file.name, file.stat()) for file in files if file.name.endswith(".py"))
        found += [f"{name} {one.st_size} {one.st_mtime_ns}" for name, one in stats]
    return f"{crc32(' '.join(found).encode()):08x}"


def _is_of(found: store.Store, catalog: Catalog) -> bool:
    return found.made.size == len(catalog.data) and found.made[:2] == made_of(catalog)[:2]


def _identity(origin: Origin) -> tuple[int, ...]:
    """What tells that a file was not changed; empty where the system does not tell, or may not have yet.

    Changing a file sets the time of its last change of status, which nobody can set back. Two changes within one tick
    of the clock leave it as it is, so the file must have been left alone for longer than that when it was read.
    """
    found = origin.stat
    if os.name != "posix" or max(found.st_ctime_ns, found.st_mtime_ns) + _SETTLED > origin.read_at:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _path(origin: Origin, kind: str) -> Path | None:
    folder = cache_folder()
    return folder and folder / f"{crc32(os.fsencode(os.path.realpath(origin.path))):08x}-{_code()}.{kind}.index"


def _open(path: Path, is_own: bool = True) -> store.Store | None:
    """The store in a file; None if there is none, or it is another's, or somebody else may have written it."""
    try:
        # What is no file, such as a pipe, must not keep the program waiting.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or (is_own and os.name == "posix" and not _is_safe(found)):
                return None
            return store.Store(file.read())
    except (OSError, store.Damaged):
        return None


def _is_safe(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _keep(path: Path, data: bytes) -> bool:
    """Write a store, whole or not at all, and let the oldest go where there are many."""
    from tempfile import mkstemp

    temporary = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
        kept = sorted(path.parent.glob("*.index"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return path.exists()
    return True
