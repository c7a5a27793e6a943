"""The project that one stands in: the nearest folder with a catalog or settings. Imports nothing but the system."""

from __future__ import annotations

import os

SETTINGS = "optout.toml"
CATALOG = "platforms.yaml"


def folder() -> str | None:
    """The nearest folder with a catalog or settings: this one, as an empty text, or one above it; None if none has.

    As git does, and with its care: the search ends below a folder that belongs to somebody else, since settings of
    theirs are not one's own (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory).
    """
    above = ""
    try:
        owner, depth = _owner(above), os.getcwd().strip(os.sep).count(os.sep) + 2
        for _ in range(depth):
            if _owner(above) != owner:
                break
            if any(os.path.isfile(os.path.join(above, name)) for name in (SETTINGS, CATALOG)):
                return above
            above = os.path.join(os.pardir, above) if above else os.pardir
    except OSError:  # the folder is gone, or those above it cannot be read
        pass
    return None


def _owner(folder: str) -> int:
    return os.stat(folder or os.curdir).st_uid
