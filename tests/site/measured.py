"""What every page of a site is measured by: barriers, width and weight."""

import gzip
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OPTIONS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def sound(page: Page, what: str) -> None:
    """Hold that a page has no violation of WCAG 2.2 AA, and is no wider than a phone or a desk."""
    results = Axe().run(page, options=_OPTIONS)
    assert results.violations_count == 0, f"{what}: {results.generate_report()}"
    for columns in (320, 360, 1280):
        page.set_viewport_size({"width": columns, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= columns, f"{what} at {columns}"


def packed(site: Path, *paths: str) -> int:
    """How many bytes some files of a site have together, compressed."""
    return sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in paths)
