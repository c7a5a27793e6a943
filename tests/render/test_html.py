"""Guides as one HTML page."""

from pathlib import Path

import html5lib
import pytest
from hypothesis import given

from optout.catalog import Catalog
from optout.guide import compose
from optout.model import Platform
from optout.render import html
from tests import strategies
from tests.conftest import CASES, golden, platform

_NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def _parse(page: str) -> object:
    return html5lib.HTMLParser(strict=True).parse(page)


def _elements(page: str, name: str) -> list[object]:
    return list(_parse(page).iter(f"{_NAMESPACE}{name}"))  # type: ignore[attr-defined]


def test_a_page_is_as_in_its_file(acme: Platform) -> None:
    """The page under cases/guides was looked at by somebody."""
    golden(CASES / "guides" / "acme.html", html.guide(compose(acme)))


@pytest.mark.parametrize("slug", ["acme", "quiet", "wall"])
def test_pages_are_html_without_errors(slug: str, example: Catalog) -> None:
    """A strict parser finds nothing to object to."""
    _parse(html.guide(compose(platform(example, slug))))


@given(strategies.platforms)
def test_free_text_stays_text(generated: Platform) -> None:
    """Whatever the words are: no script, no image, no foreign address, and still HTML without errors."""
    page = html.guide(compose(generated))
    for name in ("script", "img", "iframe", "object"):
        assert not _elements(page, name)
    assert len(_elements(page, "style")) == len(_elements(page, "title")) == len(_elements(page, "h1")) == 1
    for link in _elements(page, "a"):
        assert link.get("href").startswith(("https://", "mailto:", "#source-"))  # type: ignore[attr-defined]


def test_a_page_needs_nothing_else(acme: Platform) -> None:
    """No script, no request: everything that is shown is in the page."""
    page = html.guide(compose(acme))
    for name in ("script", "link", "img", "iframe"):
        assert not _elements(page, name)
    assert "url(" not in page
    assert "@import" not in page


def test_every_citation_leads_to_its_source(acme: Platform) -> None:
    """Every address within the page exists, and no id twice."""
    page = html.guide(compose(acme))
    root = _parse(page)
    ids = [element.get("id") for element in root.iter() if element.get("id")]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))
    targets = {link.get("href")[1:] for link in _elements(page, "a") if link.get("href").startswith("#")}  # type: ignore[attr-defined]
    assert targets
    assert targets <= set(ids)


def test_ones_own_template_comes_first(acme: Platform, tmp_path: Path) -> None:
    """A folder with one file overrides just that one."""
    (tmp_path / "style.css").write_text("body { color: red; }", encoding="utf-8")
    page = html.guide(compose(acme), tmp_path)
    assert "body { color: red; }" in page
    assert "<h1>" in page
