"""What of each guide is on the first screen of a phone and of a small laptop, in Chromium.

pip install -e '.[test]', Debian: apt-get install chromium fonts-roboto
python -m tests.benchmarks.screens SITE [--region DE]

SITE is a folder made by `optout build`. The fonts are those of the machine: where Roboto is not the sans-serif, letters
are wider than on most phones. Prints at how many guides one sees all that one begins with, and where one does not.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.site.measured import FirstScreen, first_screen

_PHONE, _LAPTOP = (360, 740), (1280, 800)


def measured(site: Path, page: Page) -> Iterator[tuple[str, FirstScreen, FirstScreen]]:
    """Every guide with what is on the first screen of both."""
    for path in sorted(site.glob("platforms/*.html")):
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"):
            page.goto(path.resolve().as_uri())
            yield path.stem, first_screen(page, *_PHONE), first_screen(page, *_LAPTOP)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--region", default="", help="a country chosen by the reader")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium) as browser:
        page = browser.new_page()
        if given.region:
            page.add_init_script(f"localStorage['optout.reader.1'] = '{json.dumps({'region': given.region})}'")
        found = list(measured(given.site, page))
    ways = [one for one in found if one[1].step]
    buttons = [one for one in ways if one[1].action]
    print(f"{len(found)} guides, {len(ways)} with steps, {len(buttons)} of these with a button")
    _report(f"begun within {_PHONE}", [(slug, phone.begun, _PHONE[1]) for slug, phone, _ in found])
    _report(f"of those with steps within {_PHONE}", [(slug, phone.begun, _PHONE[1]) for slug, phone, _ in ways])
    _report(f"all steps within {_LAPTOP}", [(slug, laptop.steps, _LAPTOP[1]) for slug, _, laptop in ways])
    _report("at most 8 tab stops before", [(slug, max(p.stops, q.stops), 8) for slug, p, q in ways])


def _report(what: str, ends: list[tuple[str, float, float]]) -> None:
    beyond = sorted(((end, slug) for slug, end, limit in ends if end > limit), reverse=True)
    share = 1 - len(beyond) / len(ends)
    print(f"{what}: {share:.1%} of {len(ends)}, median {median(end for _, end, _ in ends):.0f}")
    print("  beyond:", ", ".join(f"{slug} {end:.0f}" for end, slug in beyond[:25]))


if __name__ == "__main__":
    main()
