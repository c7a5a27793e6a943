"""Look for inputs that break something.

python -m tests.fuzz all --seconds 60
python -m tests.fuzz prose --inputs 5000 --seed 7
python -m tests.fuzz prose --replay fuzz-prose-7-123
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.run import find, held, inputs
from tests.fuzz.targets import TARGETS


def _until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield


def _try(target: str, seed: int, most: int, seconds: float, folder: Path) -> int:
    """Try inputs, keep and print what is found, and give the number of finds."""
    tried = found = 0
    for (number, data), _ in zip(inputs(target, seed, most), _until(seconds), strict=False):
        tried += 1
        if wrong := find(target, data, folder):
            found += 1
            kept = Path(f"fuzz-{target}-{seed}-{number}")
            kept.write_bytes(data)
            print(f"{target}: {wrong}\n  python -m tests.fuzz {target} --replay {kept}", flush=True)
    print(f"{target}: {tried:,} inputs tried with seed {seed}, {found} finds", flush=True)
    return found


def main() -> int:
    """Try, and print; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--seconds", type=float, default=float("inf"), help="for each target")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="for each target, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replay", type=Path, metavar="FILE", help="try what was found, and show where it happens")
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.replay:
            held(chosen.target, chosen.replay.read_bytes(), folder)
            return 0
        if chosen.seconds == float("inf") and chosen.inputs == sys.maxsize:
            parser.error("say how long: --seconds N or --inputs N")
        named = TARGETS if chosen.target == "all" else (chosen.target,)
        return int(sum(_try(one, chosen.seed, chosen.inputs, chosen.seconds, folder) for one in named) > 0)


if __name__ == "__main__":
    sys.exit(main())
