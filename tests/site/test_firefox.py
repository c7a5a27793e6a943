"""The main tasks in Firefox, which is another browser: over the network, and from a folder on the disk."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.firefox import Firefox, started
from tests.site.host import serve, stop

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for these tests; where there must be one, its absence is a failure."""
    command = shutil.which("firefox-esr") or shutil.which("firefox")
    if command is None and not os.environ.get("CI"):
        pytest.skip("no Firefox on this machine (Debian: apt-get install firefox-esr)")
    assert command, "CI needs Firefox"
    with started(command, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        firefox.resize(390, 844)
        yield firefox


@pytest.fixture
def firefox(running: Firefox) -> Iterator[Firefox]:
    """That Firefox; any error on a page fails the test."""
    running.wrong.clear()
    yield running
    assert running.wrong == []


@pytest.fixture(params=["a folder", "the network"])
def root(request: pytest.FixtureRequest, packaged_site: Path) -> Iterator[str]:
    """Where the site begins."""
    if request.param == "a folder":
        yield packaged_site.as_uri()
        return
    server = serve(packaged_site)
    yield f"http://127.0.0.1:{server.server_port}"
    stop(server)


def _search(firefox: Firefox, text: str, hit: str) -> None:
    firefox.click("#q")
    firefox.type(text)
    firefox.wait(f"document.querySelector('[data-hits] li > a')?.textContent === '{hit}'")


def _text(selector: str) -> str:
    return f"document.querySelector('{selector}')?.textContent ?? ''"


def test_from_the_question_to_a_list_that_is_done(firefox: Firefox, root: str) -> None:
    """Searched, read, ticked off, found on My list; another one by typing; Start, and all is done after a reload."""
    firefox.open(f"{root}/index.html")
    _search(firefox, "linked", "LinkedIn")
    firefox.enter()
    firefox.wait("document.body.className === 'guide' && document.readyState === 'complete'")
    assert firefox.value(_text("h1")) == "LinkedIn"
    assert firefox.value("document.querySelectorAll('[data-region] option').length") > 240
    opens = "document.querySelector('.best .opens a').getBoundingClientRect()"
    assert firefox.value(f"{opens}.bottom") <= 844
    firefox.click("[data-done]")
    firefox.wait("document.querySelector('[data-done]').getAttribute('aria-pressed') === 'true'")
    firefox.open(f"{root}/my-list.html")
    firefox.wait(f"({_text('[data-progress]')}).includes('1 of 1 done')")
    firefox.click("[data-adding] summary")
    firefox.click("#q")
    firefox.type("slack")
    firefox.wait(f"({_text('[data-hits]')}).startsWith('Slack')")
    firefox.enter()
    firefox.wait(f"({_text('[data-progress]')}).includes('1 of 2 done')")
    firefox.click("[data-start]")
    firefox.wait("document.querySelectorAll('[data-short] .steps > li').length === 4")
    firefox.click("[data-decide=done]")
    firefox.wait("!document.querySelector('.decisions').checkVisibility()")
    firefox.open(f"{root}/my-list.html")
    firefox.wait(f"({_text('[data-progress]')}).includes('2 of 2 done')")
    firefox.click("[data-clear]")
    firefox.wait(f"({_text('[data-progress]')}).includes('Nothing is on your list')")


def test_a_region_is_remembered_and_shows_its_ways(firefox: Firefox, root: str) -> None:
    """Chosen on one page, it holds on another; what is not for the reader is hidden, and can be seen."""
    firefox.open(f"{root}/platforms/whatsapp.html")
    chosen = "(() => { const one = document.querySelector('[data-region]'); one.value = '%s'; one.onchange(); })()"
    firefox.value(chosen % "DE")
    firefox.wait(f"({_text('.best [data-way]:not([hidden]) h3')}).startsWith('Objection by WhatsApp')")
    firefox.open(f"{root}/platforms/facebook.html")
    assert firefox.value("document.querySelector('[data-region]').value") == "DE"
    assert firefox.value("document.querySelector('.status').textContent.includes('Trains unless you object')")
    firefox.value(chosen % "")


def test_what_a_page_looks_like_is_what_it_is_in_the_other_browser(firefox: Firefox, root: str) -> None:
    """No page is wider than the screen, and none asks for anything that is not there."""
    for path in ("index", "platforms/instagram", "overview", "changes", "letter", "robots", "about", "my-list"):
        firefox.open(f"{root}/{path}.html")
        assert firefox.value("document.documentElement.scrollWidth") <= 390, path
        assert firefox.value("document.styleSheets.length"), path
