"""What `--help` says, prepared with the package for every width that it can have: click need not be there to say it.

It is used only beside the very release of click that laid it out. Imports nothing but the system and the store.
"""

from __future__ import annotations

import os

from optout.store import Damaged, opened, program

FILE = "help.index"
LINE = "\x05"  # a line break within a value
NARROWEST, WIDEST = 50, 98  # columns, as click lays it out within a screen of two more


def text(package: str, command: str, columns: int) -> str:
    """The help for a command on a screen so wide; empty where there is none that is sure."""
    path = f"{package}/{FILE}"
    store = opened(path, is_own=False)
    if store is None or any(sign in command for sign in "\t\n"):
        return ""
    width = max(min(columns - 2, WIDEST), NARROWEST)
    try:
        beside = os.path.join(os.path.dirname(package), f"click-{store.text('click')}.dist-info")
        if store.text("program") != program(path) or not os.path.isdir(beside):
            return ""
        return store.line("help", f"{width} {command}").replace(LINE, "\n")
    except Damaged:
        return ""
