"""How quickly the site answers with many platforms, in Chromium on a processor four times slower.

pip install -e '.[test]', Debian: apt-get install chromium
python -m tests.benchmarks finding [--sizes 3000,10000] [--turns 5]

Each size is a catalog of so many entries, the packaged one's repeated, and is compared with one of 223, in turns.
Prints how heavy the home page is with its styles and script, when something of it is first painted, and how long it
takes from a key to the next frame, in which the hits stand, once the index is loaded; and how long that takes from
the tap on the box. The times are those of this machine, and hold only while it does nothing else; the ratios are what
to compare.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.__main__ import grown
from tests.benchmarks.timing import report
from tests.site.measured import weight

_FEW = 223
_SLOWER = 4
_TYPED = ("linkedin", "photos ai", "my data", "kids", "x.com", "amazn")

# From each key to the end of the frame that shows what it did; https://www.w3.org/TR/event-timing/
_WATCH = """
globalThis.keys = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (one.name === 'keydown' || one.name === 'input') keys.push(one.duration);
}).observe({type: 'event', durationThreshold: 16, buffered: true});
"""
_LOADED = """async () => {
  while (!globalThis.optoutRows || !globalThis.optoutIndex) await new Promise(then => setTimeout(then, 5));
  return performance.now();
}"""


class Visit(NamedTuple):
    """What one visit to the home page took, in milliseconds: to the first paint, to load the index, and each key."""

    paint: float
    loaded: float
    keys: list[float]


def visit(browser: Browser, site: Path) -> Visit:
    """Open the home page, tap the box, and type."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(_WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto((site / "index.html").resolve().as_uri())
    page.wait_for_timeout(500)
    paint: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    before: float = page.evaluate("performance.now()")
    page.focus("#q")
    loaded = page.evaluate(_LOADED) - before
    for text in _TYPED:
        _type(page, text)
    keys: list[float] = page.evaluate("keys")
    page.close()
    return Visit(paint, loaded, keys)


def _type(page: Page, text: str) -> None:
    for letter in text:
        page.keyboard.press(letter if letter != " " else "Space")
        page.wait_for_timeout(150)
    page.keyboard.press("Escape")


def built(size: int, folder: Path) -> Path:
    """The site of a catalog of so many entries, without those that take their ways from one that is not among them."""
    out = folder / f"site-{size}"
    made = ["--catalog", str(grown(size, folder)), "--out", str(out), "--keep-going"]
    command = [sys.executable, "-m", "optout", "build", *made]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # 1 where some are left out
    return out


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks finding", description=__doc__)
    parser.add_argument("--sizes", default="3000,10000")
    parser.add_argument("--turns", type=int, default=5)
    given = parser.parse_args(arguments)
    sizes = [_FEW, *map(int, given.sizes.split(","))]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = {size: built(size, Path(folder)) for size in sizes}
        visits: dict[int, list[Visit]] = {size: [] for size in sizes}
        with playwright.chromium.launch(executable_path=chromium) as browser:
            for _ in range(given.turns):
                for size, site in sites.items():
                    visits[size].append(visit(browser, site))
        weights = {size: weight(site, "index.html") / 1024 for size, site in sites.items()}
    paints = {size: median(one.paint for one in found) for size, found in visits.items()}
    for size, found in visits.items():
        keys = sorted(key for one in found for key in one.keys)
        print(f"{size:,} platforms, {_SLOWER} times slower: first paint {paints[size]:.0f} ms")
        print(f"  index loaded {median(one.loaded for one in found):.0f} ms after the tap")
        report("  a key, median in ms", median(keys))
        report("  a key, 95 of 100 within, in ms", keys[len(keys) * 95 // 100], 200)
        report("  home in KiB, compressed", weights[size], 60)
        report(f"  first paint / that of {_FEW}", paints[size] / paints[_FEW], 1.3)
