"""How often something is lost when processes are ended.

python -m tests.kills build [--times 200] [--seed 1] [--only interrupted]
python -m tests.kills edit [--times 200] [--seed 1]
python -m tests.kills list [--times 200] [--seed 1]
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.kills import builds, edits, lists


def _told(name: str, found: Counter[str]) -> None:
    print(f"{name:<36} {', '.join(f'{what}: {count}' for what, count in sorted(found.items()))}", flush=True)


def main() -> int:
    """Try, and print; 1 if there was anything but whole old and new sites and catalogs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=["build", "edit", "list"])
    parser.add_argument("--times", type=int, default=200, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORDS", help="only kinds of which this is a part")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try_out = {"build": builds.outcomes, "edit": edits.outcomes, "list": lists.outcomes}[chosen.target]
        return int(bool(set(try_out(Path(folder), chosen.times, chosen.seed, _told, chosen.only)) - {"old", "new"}))


if __name__ == "__main__":
    sys.exit(main())
