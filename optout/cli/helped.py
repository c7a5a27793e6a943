"""What `--help` says, prepared with the package for every width that it can have: click need not be there to say it.

It is used only beside the very release of click that laid it out. What Tab offers (`tabbed`) is kept with it. Imports
nothing but the system and the store.
"""

from __future__ import annotations

import os

from optout.store import Damaged, opened, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from optout.store import Store

FILE = "commands.index"
LINE = "\x05"  # a line break within a value
NARROWEST, WIDEST = 50, 98  # columns, as click lays it out within a screen of two more


def text(package: str, command: str, columns: int) -> str:
    """The help for a command on a screen so wide; empty where there is none that is sure."""
    store = None if any(sign in command for sign in "\t\n") else opened_for(package)
    if store is None:
        return ""
    width = max(min(columns - 2, WIDEST), NARROWEST)
    try:
        return store.line("help", f"{width} {command}").replace(LINE, "\n")
    except Damaged:
        return ""


def opened_for(package: str) -> Store | None:
    """What was prepared of the commands, if it was by this program and the release of click that is beside it."""
    path = f"{package}/{FILE}"
    store = opened(path, is_own=False)
    try:
        if store is None or store.text("program") != program(path):
            return None
        beside = os.path.join(os.path.dirname(package), f"click-{store.text('click')}.dist-info")
        return store if os.path.isdir(beside) else None
    except Damaged:
        return None
