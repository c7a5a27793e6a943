"""The page as a browser shows it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from optout.catalog import Catalog
from optout.guide import compose
from optout.render import html
from tests.conftest import platform
from tests.site.measured import sound


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, example: Catalog, packaged: Catalog) -> dict[str, Path]:
    """Guides of every kind as files."""
    folder = tmp_path_factory.mktemp("pages")
    found = {slug: platform(example, slug) for slug in ("acme", "quiet", "wall")}
    found |= {slug: platform(packaged, slug) for slug in ("linkedin", "aws", "openai-crawlers")}
    for slug, one in found.items():
        (folder / f"{slug}.html").write_text(html.guide(compose(one)), encoding="utf-8")
    return {slug: folder / f"{slug}.html" for slug in found}


@pytest.mark.parametrize("slug", ["acme", "quiet", "wall", "linkedin", "aws", "openai-crawlers"])
def test_pages_are_accessible_and_fit(slug: str, browser: Browser, pages: dict[str, Path]) -> None:
    """No violation of WCAG 2.2 AA that axe-core can find, nothing wider than the window, nothing fetched."""
    page = browser.new_page()
    requested: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(pages[slug].as_uri())
    assert requested == [pages[slug].as_uri()]
    sound(page, slug)
    assert said == []
    page.close()
