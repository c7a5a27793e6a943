"""When something of a page is seen first, on a slow network and processor, in Chromium; and whether it moves then.

pip install -e '.[test]', Debian: apt-get install chromium
python -m tests.benchmarks paint [--sizes 223,2500] [--turns 5] [--guides facebook,linkedin,chatgpt]

Slow 3G as browsers' tools have it (400 kbit/s, two seconds to an answer) and a processor four times slower, from a
server that compresses; each visit with nothing in the browser's store. Sizes are catalogs of so many entries, the
packaged one's repeated, and are visited in turns. The times are those of this machine, and hold only while it does
nothing else.
"""

import argparse
import gzip
import shutil
import tempfile
import threading
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.finding import built
from tests.benchmarks.timing import report
from tests.site.conftest import MEASURE

_FEW = 223
_SLOWER = 4
_SLOW_3G = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_GOAL = 2.6
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"


class Seen(NamedTuple):
    """A visit: seconds to the first paint with something on it, and by how much what stood there moved."""

    paint: float
    moved: float


class _Packed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        found = path.is_file()
        body = gzip.compress(path.read_bytes(), 9) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(path) if found else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        if found:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


def visit(browser: Browser, address: str) -> Seen:
    """Open a page as somebody who was never there."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(MEASURE)
    tools = context.new_cdp_session(page)
    tools.send("Network.emulateNetworkConditions", _SLOW_3G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto(address, wait_until="load", timeout=60_000)
    page.wait_for_timeout(300)
    seen = Seen(page.evaluate(_PAINTED), page.evaluate("moved"))
    context.close()
    return seen


def _served(site: Path) -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks paint", description=__doc__)
    parser.add_argument("--sizes", default=f"{_FEW},2500")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--guides", default="facebook,linkedin,chatgpt")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        roots = {size: _served(built(size, Path(folder))) for size in sizes}
        guides = {f"guide {name}": f"{roots[sizes[0]]}/platforms/{name}.html" for name in given.guides.split(",")}
        pages = {f"home of {size:,}": f"{root}/index.html" for size, root in roots.items()} | guides
        seen: dict[str, list[Seen]] = {name: [] for name in pages}
        with playwright.chromium.launch(executable_path=chromium) as browser:
            for _ in range(given.turns):
                for name, address in pages.items():
                    seen[name].append(visit(browser, address))
    paints = {name: median(one.paint for one in visits) for name, visits in seen.items()}
    for name, visits in seen.items():
        is_more = name.startswith("home of ") and name != f"home of {sizes[0]:,}"
        report(f"{name}, first paint in seconds", paints[name], None if is_more else _GOAL)
        report("  by how much anything moves", max(one.moved for one in visits), 0.0)
    for size in sizes[1:]:
        report(
            f"home of {size:,} / of {sizes[0]:,}", paints[f"home of {size:,}"] / paints[f"home of {sizes[0]:,}"], 1.3
        )
