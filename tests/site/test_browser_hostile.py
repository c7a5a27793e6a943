"""A catalog whose every text tries to be more than text, as a browser shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from optout.catalog.locate import load
from optout.project.config import Config
from optout.site import build
from tests.conftest import CASES

# Set by every script that the catalog tries to smuggle in.
_PWNED = "window.pwned"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile catalog, named by somebody hostile too."""
    out = tmp_path_factory.mktemp("hostile") / "site"
    found = build.read(load(CASES / "hostile.yaml"))
    config = Config(title="</title><script>window.pwned=1</script>")
    build.build(build.site(config, "platforms.yaml", found), out)
    return out


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page in a profile of its own."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_text_runs_loads_or_breaks_out(site: Path, page: Page) -> None:
    """On every page: nothing runs, nothing is asked of another host, the policy has nothing to forbid, all fits."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in _pages(site):
        page.goto(path.as_uri())
        assert page.evaluate(_PWNED) is None, path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert page.evaluate("document.querySelectorAll('iframe, img, object, embed, form[action]').length") == 0, path
        inline = page.evaluate(
            "document.querySelectorAll('body script:not([src], [type=\"application/json\"])').length"
        )
        assert inline == (path.name == "404.html"), path  # shown at any address, it can load nothing of the site's
    assert [url for url in asked if not url.startswith("file://")] == []
    assert said == []


def test_it_stays_harmless_in_use(site: Path, page: Page) -> None:
    """Search, filters, a region, a list of one's own: what the scripts write of the catalog is text."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((site / "index.html").as_uri())
    page.fill("#q", "<img src=x onerror=window.pwned=1>")
    page.fill("#q", "constructor")
    page.locator("[data-hits] [href='platforms/constructor.html']").wait_for()
    page.fill("#q", "__proto__")
    page.fill("#q", "")
    for slug in ("constructor", "hostile", "index"):
        page.check(f"[data-slug={slug}] input")
    page.select_option("[data-region]", "DE")
    page.goto((site / "platforms" / "hostile.html").as_uri())
    assert "window.pwned" in (page.text_content("pre") or "")
    page.goto((site / "my-list.html").as_uri())
    expect(page.locator("[data-part] .names", has_text='"><img src=x onerror=').first).to_be_visible()
    page.goto(
        (site / "index.html").as_uri() + "?q=%3Cscript%3Ewindow.pwned=1%3C/script%3E&status=%22%3E&category=__proto__"
    )
    assert page.evaluate(_PWNED) is None
    assert said == []


def test_texts_in_three_directions_stay_in_their_place(site: Path, page: Page) -> None:
    """A name that is written from right to left does not turn the words around it."""
    page.goto((site / "platforms" / "index.html").as_uri())
    assert "北京 مرحبا שלום" in page.inner_text("h1")
    box = page.locator("h1").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
