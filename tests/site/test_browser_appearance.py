"""Light and dark as somebody chose, in a browser."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.conftest import BLOCKED, Open
from tests.site.host import address, serve, stop

_LIGHT, _DARK = "rgb(251, 250, 247)", "rgb(23, 22, 20)"
_CHOICE = "Light or dark"

# What a page looks like once there is anything to see, before its scripts have run.
_AT_FIRST = """new MutationObserver(() => {
  if (document.body) window.atFirst ??= getComputedStyle(document.documentElement).backgroundColor;
}).observe(document, {childList: true, subtree: true});"""

# While a page loads, each time that anything asks for what is kept.
_ASKED = """window.asked = [];
const kept = Object.getOwnPropertyDescriptor(window, 'localStorage');
Object.defineProperty(window, 'localStorage', {get() {
  if (document.readyState === 'loading' || window.loaded) window.asked.push(document.readyState);
  return kept.get.call(window);
}});
addEventListener('load', () => (window.loaded = true));"""


def _paper(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return found


def test_light_or_dark_is_chosen_once_for_all_pages(opened: Open, example_site: Path) -> None:
    """Also for guides, where nothing offers it, and in pages that are open; on paper it is always light."""
    about = opened(example_site / "about.html")
    guide = opened(example_site / "platforms" / "acme.html")
    assert (_paper(about), _paper(guide)) == (_LIGHT, _LIGHT)
    about.get_by_label(_CHOICE).select_option("Dark")
    assert _paper(about) == _DARK
    guide.wait_for_function(f"() => getComputedStyle(document.documentElement).backgroundColor === '{_DARK}'")
    for name in ("index.html", "my-list.html", "404.html"):
        page = opened(example_site / name)
        assert _paper(page) == _DARK, name
        expect(page.get_by_label(_CHOICE)).to_have_value("dark")
    guide.emulate_media(media="print")
    assert guide.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    about.get_by_label(_CHOICE).select_option("Automatic")
    assert _paper(about) == _LIGHT
    assert _paper(opened(example_site / "index.html")) == _LIGHT


def test_no_page_flashes_in_the_other_scheme(opened: Open, example_site: Path) -> None:
    """What was chosen holds before anything is shown, at an address."""
    server = serve(example_site)
    root = address(server)
    page = opened(f"{root}/about.html", _AT_FIRST)
    page.get_by_label(_CHOICE).select_option("Dark")
    for name in ("platforms/acme.html", "index.html", "my-list.html", "404.html"):
        page.goto(f"{root}/{name}")
        assert page.evaluate("window.atFirst") == _DARK, name
    page.close()
    stop(server)


def test_a_page_in_a_folder_asks_for_nothing_kept_before_it_is_there(opened: Open, example_site: Path) -> None:
    """Asked that early, Chromium finds nothing at times, and goes on so: a tick was written over the whole list."""
    for name in ("platforms/acme.html", "index.html", "my-list.html", "404.html"):
        page = opened(example_site / name, _ASKED)
        assert page.evaluate("window.asked") == [], name
        assert page.evaluate("localStorage && window.asked.length") == 1, "what is asked for is seen"


def test_a_choice_that_is_not_kept_holds_on_its_page(opened: Open, example_site: Path) -> None:
    """And that it is not kept is said."""
    about = opened(example_site / "about.html", BLOCKED)
    about.get_by_label(_CHOICE).select_option("Dark")
    assert _paper(about) == _DARK
    expect(about.get_by_text("Not kept in this browser").first).to_be_visible()


def test_who_has_chosen_nothing_sees_what_the_system_has(opened: Open, example_site: Path) -> None:
    """On every kind of page."""
    for name in ("index.html", "about.html", "my-list.html", "404.html", "platforms/acme.html"):
        page = opened(example_site / name)
        page.emulate_media(color_scheme="dark")
        assert _paper(page) == _DARK, name
