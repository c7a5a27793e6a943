"""What names, lists and searches take in one's own catalog: without any cache, while it is made, and from it.

python -m tests.benchmarks reading [--entries 400,10000] [--commands slug,slip]

Processor time (user and system), that beside the time of `show SLUG` without a cache, and the peak of memory, each of
one process; memory an entry is what it takes beyond `optout --version`, the catalog's text included as far as it is
read.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.names import ASKED, renamed
from tests.benchmarks.timing import Used, used

_ASKED = {**ASKED, "open": ("open", "--print", "linkedin.com"), "search of a slip": ("search", "linkdin")}


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", default="400,10000")
    parser.add_argument("--commands", default=",".join(_ASKED))
    options = parser.parse_args(arguments)
    nothing = used(["--version"], {"OPTOUT_CACHE": "off"})
    for entries in map(int, options.entries.split(",")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            seen = {"OPTOUT_CATALOG": str(renamed(entries, folder))}
            used(_ASKED["slug"], {**seen, "OPTOUT_CACHE": "off"})  # once, so that all modules are compiled
            slug = used(_ASKED["slug"], {**seen, "OPTOUT_CACHE": "off"})
            for what in options.commands.split(","):
                kept = str(folder / what)
                found = [used(_ASKED[what], {**seen, "OPTOUT_CACHE": where}) for where in ("off", kept, kept)]
                print(f"{entries:,}, {what}: {_told(found, slug, nothing, entries)}", flush=True)


def _told(found: Sequence[Used], slug: Used, nothing: Used, entries: int) -> str:
    named = zip(("without a cache", "making it", "from it"), found, strict=True)
    return "; ".join(
        f"{how} {one.seconds:.2f} s ({one.seconds / slug.seconds:.2f} x), {one.memory / 1024:.0f} MiB, "
        f"{(one.memory - nothing.memory) / entries:.1f} KiB an entry"
        for how, one in named
    )
