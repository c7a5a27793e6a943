"""What commands that read every entry take as a catalog grows: processor time, memory an entry, and the exponent.

python -m tests.benchmarks size [--entries 1250,2500,5000] [--commands check,format]

Each command runs once for each size, in a process of its own, after one of nothing but the program: what that takes is
taken off. Time is that of the processor (user and system), memory the peak of the process.
"""

import argparse
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.names import renamed
from tests.benchmarks.timing import Used, used

_ALONE = {"OPTOUT_CACHE": "off"}


class _Sizes(NamedTuple):
    """A catalog of so many entries, one in which every entry differs from it, and a folder for what is made."""

    entries: int
    catalog: Path
    edited: Path
    out: Path


_COMMANDS: dict[str, Callable[[_Sizes], list[str]]] = {
    "check": lambda one: ["check", str(one.catalog)],
    "guides": lambda one: ["guides", "--catalog", str(one.catalog), "--out", str(one.out)],
    "format": lambda one: ["format", "--check", str(one.catalog)],
    "format, every entry rewritten": lambda one: ["format", "--check", str(one.edited)],
    "diff, nothing changed": lambda one: ["diff", str(one.catalog), str(one.catalog)],
    "diff, every entry changed": lambda one: ["diff", str(one.catalog), str(one.edited)],
}


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", default="1250,2500,5000")
    parser.add_argument("--commands", default="", help="those that begin with one of these words")
    options = parser.parse_args(arguments)
    wanted = tuple(filter(None, options.commands.split(","))) or ("",)
    nothing = used(["--version"], _ALONE)
    for name, words in _COMMANDS.items():
        if not name.startswith(wanted):
            continue
        found: list[tuple[int, Used]] = []
        for entries in map(int, options.entries.split(",")):
            with tempfile.TemporaryDirectory() as folder:
                found.append((entries, used(words(_made(entries, Path(folder))), _ALONE)))
            _tell(name, *found[-1], nothing)
        for (fewer, less), (more, most) in pairwise(found):
            growth = math.log((most.seconds - nothing.seconds) / (less.seconds - nothing.seconds))
            print(f"  from {fewer:,} to {more:,}: exponent {growth / math.log(more / fewer):.2f}", flush=True)


def _made(entries: int, folder: Path) -> _Sizes:
    """The catalogs: in the second every name has one more word, and every category quotes that it does not need."""
    catalog, edited = renamed(entries, folder), folder / "edited.yaml"
    with catalog.open(encoding="utf-8") as lines, edited.open("w", encoding="utf-8") as out:
        out.writelines(map(_edited, lines))
    subprocess.run([sys.executable, "-m", "optout", "format", str(catalog)], check=True, capture_output=True)
    return _Sizes(entries, catalog, edited, folder / "guides")


def _edited(line: str) -> str:
    line = re.sub(r"^  category: (.*)$", r"  category: '\1'", line)
    return re.sub(r"^(  name: .*?)(['\"]?)$", r"\1 Anew\2", line)


def _tell(name: str, entries: int, found: Used, nothing: Used) -> None:
    each = (found.memory - nothing.memory) / entries
    print(
        f"{name}, {entries:,}: {found.seconds:.1f} s, {found.memory / 1024:.0f} MiB, "
        f"{each:.1f} KiB an entry, exit code {found.code}",
        flush=True,
    )
