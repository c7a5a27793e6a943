"""The page for what is not there, as a host shows it at any address."""

from mimetypes import guess_type
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

_HOST = "https://guides.example"


def _hosted(browser: Browser, site: Path, folder: str) -> Page:
    """A phone for which the site lies in that folder of a host, which shows the page where it has no other."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(_HOST)
        file = site / path.removeprefix(folder)
        found = path.startswith(folder) and file.is_file()
        shown = file if found else site / "404.html"
        route.fulfill(
            status=200 if found else 404, body=shown.read_bytes(), content_type=guess_type(shown)[0] or "text/html"
        )

    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_default_timeout(5000)
    page.route(f"{_HOST}/**", answer)
    return page


@pytest.mark.parametrize(
    ("folder", "address"),
    [("/", "platforms/akme.html"), ("/ours/", "platforms/deep/er/akme"), ("/a/b/", "nowhere/Akme.html")],
)
def test_it_works_wherever_the_site_lies(browser: Browser, example_site: Path, folder: str, address: str) -> None:
    """Styled at once; then its links lead into the site, and a guide of nearly that address is offered."""
    page = _hosted(browser, example_site, folder)
    page.goto(f"{_HOST}{folder}{address}")
    expect(page.get_by_role("link", name="Did you mean Acme?")).to_be_visible()
    expect(page.locator("h1")).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
    links: list[str] = page.eval_on_selector_all("a[href]:not([href^='#'])", "all => all.map(one => one.href)")
    for link in links:
        assert (example_site / link.removeprefix(f"{_HOST}{folder}").partition("#")[0]).is_file(), link
    page.get_by_label("Which platform?").fill("wal")
    expect(page.locator("[data-hits] li").first).to_contain_text("壁 Wall ✗ Trains, and offers no way")
    page.get_by_label("Which platform?").press("Enter")
    page.wait_for_url(f"{_HOST}{folder}platforms/wall.html")
    page.close()


def test_nothing_is_guessed_from_an_address_like_no_other(browser: Browser, example_site: Path) -> None:
    """Nor does an address break it that is none."""
    page = _hosted(browser, example_site, "/")
    page.goto(f"{_HOST}/%zz/something-else.html")
    expect(page.get_by_label("Which platform?")).to_be_visible()
    expect(page.locator("[data-guess]")).to_be_hidden()
    page.close()


def test_where_no_address_is_known_it_says_what_to_do_without_a_script(in_a_folder: dict[str, str]) -> None:
    """Nothing but a script can find out there where the site is."""
    assert "<noscript><p>Without JavaScript the links on this page may lead nowhere" in in_a_folder["404.html"]


def test_at_a_known_address_its_links_need_no_script(published: dict[str, str]) -> None:
    """They name the folder and no host: the same site may be tried at another."""
    assert 'href="/of/ours/index.html"' in published["404.html"]
    assert "<noscript>" not in published["404.html"]
