"""Where optout keeps what it can make anew. Imports nothing but the system: quick answers begin here."""

from __future__ import annotations

import os
import sys

_CACHES = "Library/Caches" if sys.platform == "darwin" else ".cache"


def folder() -> str:
    """The folder, which need not be there; empty where there is none, or OPTOUT_CACHE says `off`.

    OPTOUT_CACHE names another one, XDG_CACHE_HOME (https://specifications.freedesktop.org/basedir-spec) the folder of
    all programs; else it is where the system has them. Found without platformdirs, which `show` would wait for.
    """
    if chosen := os.environ.get("OPTOUT_CACHE", ""):
        return "" if chosen == "off" else chosen
    home = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(home):
        home = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else _below_home()
    return os.path.join(home, "optout") if home else ""


def _below_home() -> str:
    home = os.path.expanduser("~")
    return "" if home.startswith("~") else os.path.join(home, _CACHES)  # nobody's home is known
