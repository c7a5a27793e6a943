"""Questions about a catalog of one's own that were asked before, beside importing what optout needs.

python -m tests.benchmarks again [--runs 9] [--entries 400,10000,50000]

Each is asked twice before: the first answer takes its time. A question with `first` before it was not asked in these
words: a name of an entry that was shown, a slip; and, in a catalog of which something is kept beforehand, another guide
and another search.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from optout.cli.keeping import LARGE
from tests.benchmarks.names import ASKED, renamed
from tests.benchmarks.timing import interleaved, peak, report

_ASKED = {**ASKED, "open": ("open", "linkedin", "--print")}
_FIRST = {"first name": ("show", "LINKEDIN"), "first slip": ("show", "linkedinn")}
_FIRST_OF_SMALL = {"first guide": ("show", "tumblr"), "first search": ("search", "my", "photos")}
_TAB = ("env", "_OPTOUT_COMPLETE=bash_complete", "COMP_WORDS=optout show li", "COMP_CWORD=2")
_SETTLED = 2.2  # seconds, after which a file is relied on
_GOALS = {400: 0.5, 10_000: 0.5}


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--entries", default="400,10000,50000")
    options = parser.parse_args(arguments)
    for entries in map(int, options.entries.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            _measure(entries, Path(folder), options.runs)


def _measure(entries: int, folder: Path, runs: int) -> None:
    catalog = renamed(entries, folder)
    seen = {"OPTOUT_CACHE": str(folder / "cache"), "OPTOUT_CATALOG": str(catalog)}
    time.sleep(_SETTLED)
    program = [sys.executable, "-m", "optout"]
    commands = {what: [*program, *words] for what, words in _ASKED.items()} | {"Tab": [*_TAB, *program]}
    for command in [one for one in commands.values() for _ in range(2)]:
        interleaved({"": command}, 0, seen)
    first = _FIRST | (_FIRST_OF_SMALL if catalog.stat().st_size <= LARGE else {})
    commands |= {what: [*program, *words] for what, words in first.items()}
    commands["imports"] = [sys.executable, "-c", "import click, yaml, jinja2"]
    times = interleaved(commands, runs, seen)
    for what in list(commands)[:-1]:
        report(
            f"{entries:,}: {what} / import click, yaml, jinja2",
            times[what] / times["imports"],
            _GOALS.get(entries, 0.6),
        )
    for what in ("slug", "list"):
        print(f"{entries:,}: {what}, peak memory {peak(commands[what], seen):.0f} MiB")
    kept = sum(file.stat().st_size for file in (folder / "cache").rglob("*.index"))
    print(f"{entries:,}: kept {kept / 1024:,.0f} KiB, catalog {catalog.stat().st_size / 1024:,.0f} KiB")
