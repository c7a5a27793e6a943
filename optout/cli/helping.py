"""Preparing what is said of commands, see `helped`: `--help` as click lays it out in each width, what Tab offers."""

from importlib.metadata import version
from pathlib import Path

from optout import store
from optout.cli import helped, tabbed, tabbing
from optout.cli.manual import contexts


def ship(folder: Path) -> Path:
    """Write what is prepared of all commands into a folder, under the name that it has in the package."""
    path = folder / helped.FILE
    told: dict[str, list[str]] = {}
    for context in contexts():
        name = context.command_path.partition(" ")[2]
        for width in range(helped.NARROWEST, helped.WIDEST + 1):
            context.terminal_width = width
            told[f"{width} {name}"] = [f"{context.get_help()}\n".replace("\n", helped.LINE)]
    texts = {"program": store.program(), "click": version("click"), **tabbing.texts()}
    path.write_bytes(store.pack(store.Made(0, "-"), texts, {"help": told, tabbed.TABLE: tabbing.table()}))
    return path
