"""What every page of a site is measured by: barriers, width and weight."""

import gzip
import re
from pathlib import Path
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
_CONTRAST = {"type": "rule", "values": ["color-contrast"]}

# Two units of leeway: how far a letter leans out of its box is the font's business.
_MISPLACED = """() => [...document.querySelectorAll('.chart')].flatMap(chart => {
  const frame = chart.viewBox.baseVal;
  const texts = [...chart.querySelectorAll('text')].map(text => ({words: text.textContent, box: text.getBBox()}));
  const outside = texts.filter(({box}) => box.x < -2 || box.y < -1 || box.x + box.width > frame.width + 2
    || box.y + box.height > frame.height + 4);
  const over = (a, b) => a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width
    && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height;
  const collide = texts.filter((one, at) => texts.slice(at + 1).some(other => over(one.box, other.box)));
  return [...outside.map(one => 'outside: ' + one.words), ...collide.map(one => 'over another: ' + one.words)];
})"""


def sound(page: Page, what: str) -> None:
    """Hold that a page has no violation of WCAG 2.2 AA in light or dark, and is no wider than a phone or a desk."""
    for scheme, rules in (("dark", _CONTRAST), ("light", _ALL)):  # nothing but colours differs
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        results = Axe().run(page, options={"runOnly": rules})
        assert results.violations_count == 0, f"{what}, {scheme}: {results.generate_report()}"
    for columns in (320, 360, 1280):
        page.set_viewport_size({"width": columns, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= columns, f"{what} at {columns}"


def packed(site: Path, *paths: str) -> int:
    """How many bytes some files of a site have together, compressed."""
    return sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in paths)


def weight(site: Path, path: str) -> int:
    """How many bytes a page has compressed, with the styles and scripts that it names."""
    return packed(site, path, *_parts(site, site / path))


def heaviest(site: Path) -> tuple[int, str]:
    """The bytes of the guide that has most of them compressed, and its name; it is among the forty largest as such.

    With the styles and scripts that it names, whatever they are.
    """
    large = sorted(site.glob("platforms/*.html"), key=lambda path: path.stat().st_size)[-40:]
    return max((weight(site, f"platforms/{path.name}"), path.name) for path in large)


def _parts(site: Path, page: Path) -> set[str]:
    named = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css))"', page.read_text(encoding="utf-8"))
    return {(page.parent / one).resolve().relative_to(site.resolve()).as_posix() for one in named}


def misplaced(page: Page) -> list[str]:
    """The words of drawings that stand outside of their drawing or over one another."""
    found: list[str] = page.evaluate(_MISPLACED)
    return found


class FirstScreen(NamedTuple):
    """Where on a guide's page, in pixels from its top, what somebody came for ends; 0 where there is no such thing.

    `answer` is the verdict, or where no way is shown what holds instead; `action` the button that opens the setting,
    `step` the first step, `steps` all of the first way; `stops` are the tab stops before the action or the first step.
    """

    answer: float
    action: float
    step: float
    steps: float
    stops: int

    @property
    def begun(self) -> float:
        """Where one can begin: the answer, the action and the first step."""
        return max(self.answer, self.action, self.step)


_FIRST = """() => {
  const end = (selector, within = document) => within.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
  const shown = one => one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true});
  const way = [...document.querySelectorAll('.best [data-way]')].find(shown);
  const begin = way?.querySelector('.opens a') ?? way?.querySelector('.steps');
  const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(
    one => shown(one) && one.tabIndex >= 0 && !one.disabled
      && begin?.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_PRECEDING);
  const found = way ? [end('.opens a', way), end('.steps > li', way), end('.steps', way)] : [0, 0, 0];
  return [Math.max(end('.status'), end('.verdict')), ...found, stops.length];
}"""


def first_screen(page: Page, columns: int, rows: int) -> FirstScreen:
    """Measure a guide's page in a window of this size."""
    page.set_viewport_size({"width": columns, "height": rows})
    return FirstScreen(*page.evaluate(_FIRST))
