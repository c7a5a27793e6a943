"""What tells one program from another, as far as that decides what is made: optout, its libraries, own templates."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from optout.site.made import digest

_PACKAGE = Path(__file__).parent.parent


def code(templates: Path | None) -> str:
    """A digest of the program with the publisher's own `templates`."""
    own = sorted(_stamps(templates)) if templates else []
    contents = [(templates / name).read_bytes() for name, *_ in own] if templates else []
    return digest(_installed(), str(templates), *(name for name, *_ in own), *contents)


@cache
def _installed() -> str:
    """A digest of the files of optout by size and time, of the names of all that is installed, and of Python."""
    found = sorted(_stamps(_PACKAGE))
    libraries = sorted(name for path in sys.path if os.path.isdir(path) for name in _named(path))
    return digest(sys.version, str(_PACKAGE), repr(found), repr(libraries))


def _named(path: str) -> Iterator[str]:
    """The libraries in a folder by name and version, as their folders of metadata have it."""
    try:
        yield from (name for name in os.listdir(path) if name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for above, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != "__pycache__"]
        for name in names:
            path = os.path.join(above, name)
            found = os.stat(path)
            yield os.path.relpath(path, folder), found.st_size, found.st_mtime_ns
