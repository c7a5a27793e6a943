"""Where derived data of a catalog is kept, and whether it is of that catalog: never wrong, and never needed.

With the package for the packaged catalog; else in the cache folder, a file for each catalog. A file counts only if it
is one's own, nobody else can write it, and it was made of what the catalog holds now: by its size and digest, or, where
the system tells of every change of a file, by that. Whatever is wrong with it, there simply is none.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from optout import __version__, store
from optout.catalog import Catalog, Origin
from optout.catalog.locate import default_path
from optout.files import cache_folder
from optout.store import file_of

# The texts and tables of a store, see `store.pack`.
Contents = tuple[Mapping[str, str], Mapping[str, Mapping[str, Iterable[str]]]]

_MAKERS = ("catalog", "guide", "messages", "schema", "source")  # rooms that decide what is in a store
_WORTH = 100_000  # bytes of a catalog; an entry of a smaller one is read as quickly as a file is found
_KEPT = 64  # files in the cache, up to four of each catalog
_KEPT_ENTRIES = 256  # of some 20 KB each
_KEPT_ANSWERS = 512  # of some 3 KB each
_SETTLED = 2_000_000_000  # nanoseconds, the tick of the coarsest clock of a file system: FAT's


def get(catalog: Catalog, kind: str, make: Callable[[store.Store | None], Contents]) -> store.Store | None:
    """The store of that kind for a catalog, made and kept if there is none; None if it cannot be.

    `make` is given the one of the catalog as it was before, if there is any.
    """
    if catalog.origin is None:
        return None
    if catalog.origin.path == default_path():
        packaged = shipped(kind)
        if packaged and _is_of(packaged, catalog):
            return packaged
    path = _path(catalog.origin, kind)
    if path is None:
        return None
    file = identity(catalog)
    found = store.opened(path)
    if found and file and found.made.file == file:
        return found
    if found and _is_of(found, catalog):
        if file:
            with suppress(store.Damaged):
                _keep(path, found.packed(made_of(catalog, file)))
        return found
    packed = store.pack(made_of(catalog, file), *make(found))
    # What is there if it cannot be kept (a full disk; open elsewhere, on Windows) is of another text.
    return store.opened(path) if _keep(path, packed) else store.Store(packed)


def shipped(kind: str) -> store.Store | None:
    """The store that was built with the package, by this very program; None where there is none.

    Of which catalog it is, it says.
    """
    path = shipped_path(kind)
    found = store.opened(path, is_own=False)
    try:
        return found if found and found.text("program") == store.program(path) else None
    except store.Damaged:
        return None


def kept_entry(catalog: Catalog, slug: str) -> store.Store | None:
    """The store of a single entry; None if there is none. Of which text it was made is for the caller to see."""
    path = _entry_path(catalog, slug)
    return store.opened(path) if path else None


def keep_entry(catalog: Catalog, slug: str, make: Callable[[], Contents]) -> None:
    """Keep the store of a single entry, as far as that can be done and is worth it."""
    if path := _entry_path(catalog, slug):
        _keep(path, store.pack(store.Made(0, "-"), *make()), _KEPT_ENTRIES)


def keep_answer(path: Path, data: bytes) -> bool:
    """Keep the store of an answer; whether it stands there."""
    return _keep(path, data, _KEPT_ANSWERS)


def _entry_path(catalog: Catalog, slug: str) -> Path | None:
    path = _path(catalog.origin, f"{slug}.entry") if catalog.origin and len(catalog.data) >= _WORTH else None
    return path and path.parent / "entries" / path.name


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
    return store.Made(len(catalog.data), store.digest(catalog.data), file)


def _code() -> str:
    """What tells that the program is the one that made a store: what it makes of a catalog may be another thing now."""
    package = Path(__file__).parent.parent
    found = [__version__]
    for folder in (package, *(package / name for name in _MAKERS)):
        with os.scandir(folder) as files:
            stats = sorted((file.name, file.stat()) for file in files if file.name.endswith((".py", ".txt")))
        found += [f"{name} {one.st_size} {one.st_mtime_ns}" for name, one in stats]
    return f"{crc32(' '.join(found).encode()):08x}"


def _is_of(found: store.Store, catalog: Catalog) -> bool:
    return found.made.is_of(catalog.data)


def identity(catalog: Catalog) -> tuple[int, ...]:
    """What tells that nothing of a catalog was changed: all files that it is read from, and what is taken of them.

    Empty where the system does not tell.
    """
    found = [unchanged(one.stat, one.read_at) for one in catalog.origins]
    return (*(number for one in found for number in one), *catalog.taken) if found and all(found) else ()


def unchanged(found: os.stat_result, read_at: int) -> tuple[int, ...]:
    """What tells that a file was not changed; empty where the system does not tell, or may not have yet.

    Changing a file sets the time of its last change of status, which nobody can set back. Two changes within one tick
    of the clock leave it as it is, so the file must have been left alone for longer than that when it was read.
    """
    if sys.platform == "win32" or max(found.st_ctime_ns, found.st_mtime_ns) + _SETTLED > read_at:
        return ()
    return file_of(found)


def stem(origin: Origin) -> str:
    """What the names of its stores in the cache begin with."""
    return f"{crc32(os.fsencode(os.path.realpath(origin.path))):08x}-{_code()}"


def _path(origin: Origin, kind: str) -> Path | None:
    folder = cache_folder()
    return folder and folder / f"{stem(origin)}.{kind}.index"


def _keep(path: Path, data: bytes, most: int = _KEPT) -> bool:
    """Write a store, whole or not at all, and let the oldest go where there are many; whether it could be written."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{time.time_ns()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
        kept = [path.with_name(name) for name in os.listdir(path.parent) if name.endswith(".index")]
        if len(kept) > most:
            for old in sorted(kept, key=lambda one: one.stat().st_mtime, reverse=True)[most:]:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True
