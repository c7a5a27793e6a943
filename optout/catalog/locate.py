"""Where the catalog is, and reading its bytes."""

import os
import time
from mmap import ACCESS_READ, mmap
from os import SEEK_END
from pathlib import Path

from optout.catalog import Catalog, Origin
from optout.errors import OptoutError
from optout.files import refuse_no_file

_PACKAGE = Path(__file__).parent.parent


def default_path() -> Path:
    """The catalog that comes with optout: inside the package, or, in a checkout, beside it."""
    packaged = _PACKAGE / "platforms.yaml"
    return packaged if packaged.exists() else _PACKAGE.parent / "platforms.yaml"


def load(path: Path) -> Catalog:
    """The catalog in the file `path`, mapped into memory rather than read: one entry needs only a few of its pages.

    Raises:
        UsageProblem: it is a folder, a pipe or a device.
        OptoutError: the file cannot be read.
    """
    refuse_no_file(path)
    try:
        with path.open("rb") as file:
            if not file.seekable():  # what a shell has opened
                return Catalog(file.read(), shown(path))
            origin = Origin(path, os.fstat(file.fileno()), time.time_ns())
            is_empty = not file.seek(0, SEEK_END)
            data = b"" if is_empty else mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError as error:
        message = f"{path}: the catalog cannot be read ({error.strerror or error}); name a catalog file"
        raise OptoutError(message) from error
    return Catalog(data, shown(path), origin)


def called(file: Path | str) -> str:
    """A catalog as a sentence names it: of the one that comes with optout nobody wants to know where it is."""
    name = shown(Path(file))
    return "the catalog that comes with optout" if is_packaged(name) else name


def is_packaged(name: str) -> bool:
    """Whether a catalog of this name came with the package: from a folder above it, its name is a relative one."""
    packaged = default_path()
    return name == str(packaged) or (packaged.parent == _PACKAGE and name == shown(packaged))


def shown(path: Path) -> str:
    """The path as problems name it: relative where it is below the current folder."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)
