"""The home page in a browser: search, filters, region, keyboard."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from optout import regions
from optout.catalog import Catalog
from optout.guide.overview import RANK, rows
from optout.guide.reader import Reader
from optout.model import TOPICS, Platform
from tests.site.conftest import BLOCKED, MEASURE, Open

_HITS, _LISTED = "[data-hits] li > a", "[data-whole] li:not([hidden]) > a"


def _names(page: Page) -> list[str]:
    """The hits of a search, else the whole list, folded or not."""
    shown = _HITS if page.locator("main.asking").count() else _LISTED
    names: list[str] = page.locator(shown).all_text_contents()
    return names


def _search(page: Page, typed: str) -> None:
    """Type it, once there is something to search in."""
    page.fill("#q", typed)
    page.locator("main.asking").wait_for(state="attached")


@pytest.fixture
def home(opened: Open, packaged_site: Path) -> Page:
    """The home page, opened from a folder."""
    return opened(packaged_site / "index.html")


def test_search_finds_what_people_type(home: Page) -> None:
    """Names, former names, companies, domains, pasted addresses, any accents; what begins like it comes first."""
    for typed, first in {
        "x": "X",
        "linked": "LinkedIn",
        "Twitter": "X",
        "bard": "Google Gemini",
        "google photo": "Google Photos",
        "photos google": "Google Photos",
        "deepl.com": "DeepL",
        "https://www.linkedin.com/feed": "LinkedIn",
        "LÍNKEDÏN": "LinkedIn",
        "  slack ": "Slack",
    }.items():
        _search(home, typed)
        assert _names(home)[:1] == [first], typed
    _search(home, "facebook.com.example.org")
    assert "Facebook" not in _names(home)


@pytest.mark.parametrize(
    ("typed", "title", "address"),
    [
        ("kids", "For parents: what children use", "topics/children.html"),
        ("block crawlers", "For those who run a website", "topics/site-owners.html"),
        ("OpenAI", "OpenAI", "companies/openai.html"),
        ("dating", "Dating", "categories/dating.html"),
    ],
)
def test_topics_companies_and_categories_are_found(home: Page, typed: str, title: str, address: str) -> None:
    """By everyday words too; each leads to its page, and the platforms follow."""
    _search(home, typed)
    assert _names(home)[0] == title
    assert len(_names(home)) > 1
    home.keyboard.press("Enter")
    home.wait_for_url(f"**/{address}")
    expect(home.locator("h1")).to_have_text(title)


def test_a_topic_is_offered_without_a_search(home: Page) -> None:
    """Each with its number of platforms, and away while something else is looked for."""
    topics = home.locator("[data-topics] a")
    expect(topics).to_have_count(len(TOPICS))
    topics.first.click()
    home.wait_for_url("**/topics/children.html")
    home.go_back()
    _search(home, "linkedin")
    expect(topics.first).to_be_hidden()


def test_where_the_index_cannot_be_loaded_that_is_said(browser: Browser, packaged_site: Path, tmp_path: Path) -> None:
    """And nothing is as if it did not exist."""
    home = browser.new_page()
    site = shutil.copytree(packaged_site, tmp_path / "site")
    next(site.glob("static/search-index.*")).unlink()
    home.goto((site / "index.html").as_uri())
    home.fill("#q", "linkedin")
    expect(home.locator("[data-found]")).to_have_text("The search could not be loaded; reload the page.")
    assert len(_names(home)) > 200
    home.close()


def test_a_misspelt_name_is_asked_about(home: Page) -> None:
    """Only where nothing fits; longer words may have more mistakes; nonsense finds nothing and is told what to do."""
    for typed, meant in {
        "linkdin": "LinkedIn",
        "instgarm": "Instagram",
        "fasebok": "Facebook",
        "rediit": "Reddit",
    }.items():
        _search(home, typed)
        expect(home.locator("[data-found]")).to_have_text(f"Nothing is called “{typed}”. Did you mean {meant}?")
        assert _names(home)[0] == meant
    for typed in ("qq", "zzzzzzzzz", "<img src=x onerror=alert(1)>", "((", "\\"):
        _search(home, typed)
        assert _names(home) == []
        expect(home.locator("[data-found]")).to_have_text("Nothing found.")
    home.click("[data-without] a")
    assert home.url.endswith("about.html#without")


def test_filters_and_search_combine_and_are_counted(home: Page, packaged: Catalog) -> None:
    """Kind, status and words narrow the list together; groups without a platform are gone."""
    listed = rows(decoded.entry for decoded in packaged if isinstance(decoded.entry, Platform))
    wanted = [row for row in listed if row.category == "social" and row.status.id == "opt-out"]
    home.select_option("#category", "social")
    home.select_option("#status", "opt-out")
    assert _names(home) == [row.name for row in wanted]
    expect(home.locator("[data-found]")).to_have_text(f"{len(wanted)} of {len(listed)} platforms")
    expect(home.locator(".group:visible")).to_have_count(1)
    expect(home.locator(".group:visible small[data-number]")).to_have_text(str(len(wanted)))
    expect(home.locator(".group:visible li:visible")).to_have_count(len(wanted))
    _search(home, "linkedin")
    assert _names(home) == ["LinkedIn"]
    home.select_option("#status", "no-control")
    assert _names(home) == []


def test_the_view_is_in_the_address(home: Page, packaged_site: Path) -> None:
    """A filtered view can be linked and is there again after Back; nonsense in the address does no harm."""
    _search(home, "meta ai")
    home.select_option("#status", "depends")
    assert home.url.endswith("index.html?q=meta+ai&status=depends")
    home.click("[data-hits] a")
    assert "platforms/meta-ai.html" in home.url
    home.go_back()
    expect(home.locator("#q")).to_have_value("meta ai")
    expect(home.locator("#status")).to_have_value("depends")
    expect(home.locator("[data-hits] li > a").first).to_have_text("Meta AI")
    address = (packaged_site / "index.html").as_uri()
    home.goto(f"{address}?category=social&status=constructor&q=%00&x=1")
    expect(home.locator("#category")).to_have_value("social")
    expect(home.locator("#status")).to_have_value("")
    home.goto(f"{address}?category=media")
    assert 0 < len(_names(home)) < 50


def test_what_one_sees_can_be_shared(home: Page) -> None:
    """A search or a filter as the link that others can open; nothing is offered where there is nothing to share."""
    home.context.grant_permissions(["clipboard-read", "clipboard-write"])
    share = home.get_by_role("button", name="Copy the link to this")
    expect(share).to_be_hidden()
    home.select_option("#category", "social")
    home.select_option("#status", "no-control")
    share.click()
    expect(home.get_by_role("button", name="Copied")).to_be_visible()
    published = home.get_attribute("link[rel=canonical]", "href")
    copied = home.evaluate("navigator.clipboard.readText()")
    assert copied == f"{published}?category=social&status=no-control"
    home.select_option("#category", "")
    home.select_option("#status", "")
    expect(home.locator("[data-share]")).to_be_hidden()
    _search(home, "dating")
    expect(share).to_be_visible()


def test_a_page_in_a_folder_that_nobody_publishes_offers_no_link(opened: Open, example_site: Path) -> None:
    """It would lead others nowhere."""
    page = opened(example_site / "index.html")
    page.fill("#q", "acme")
    expect(page.locator("[data-hits] li")).not_to_have_count(0)
    expect(page.get_by_role("button", name="Copy the link to this")).to_be_hidden()


def test_everything_by_keyboard(home: Page) -> None:
    """A slash leads to the search, the arrows through what was found, Enter to the first hit, Escape back to all."""
    home.keyboard.press("/")
    expect(home.locator("#q")).to_be_focused()
    home.keyboard.type("meta")
    home.wait_for_selector("main.asking")
    found = _names(home)
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    assert home.evaluate("document.activeElement.textContent") == found[1]
    assert home.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(home.locator("#q")).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator("#q")).to_have_value("")
    assert "?" not in home.url
    assert len(_names(home)) > 200
    home.keyboard.type("linkedin/")
    expect(home.locator("#q")).to_have_value("linkedin/")
    home.keyboard.press("Backspace")
    home.keyboard.press("Enter")
    home.wait_for_url("**/platforms/linkedin.html")


def test_every_region_can_be_chosen(home: Page) -> None:
    """Every country, the part of one that a guide tells apart, and none."""
    codes = home.eval_on_selector_all("#region option", "options => options.map(option => option.value)")
    assert set(codes) == {"", "US-CA"} | {code for code in regions.codes() if "-" not in code}
    names = home.eval_on_selector_all("#region option", "options => options.map(option => option.text)")
    assert {"Germany", "United States: California"} <= set(names)


def test_a_region_changes_statuses_order_and_counts(home: Page, packaged: Catalog) -> None:
    """Each row has the status of the region, what needs action still comes first, and the filter follows."""
    platforms = [decoded.entry for decoded in packaged if isinstance(decoded.entry, Platform)]
    before = home.eval_on_selector_all("[data-whole] [data-slug]", "rows => rows.map(row => row.textContent)")
    for code in ("DE", "GB", "US", "KR", "US-CA", "BR", "NG"):
        home.select_option("#region", code)
        listed = rows(platforms, Reader(code))
        shown = home.eval_on_selector_all(
            "[data-whole] li",
            "all => all.map(row => [row.dataset.slug, row.querySelector('.status').className.split(' ')[1]])",
        )
        assert dict(shown) == {row.slug: row.status.id for row in listed}
        rank = {row.slug: (row.category, RANK[row.status.id]) for row in listed}
        order = [rank[slug] for slug, _ in shown]
        assert all(one[0] != other[0] or one[1] <= other[1] for one, other in pairwise(order))
        home.select_option("#status", "no-training")
        wanted = sum(row.status.id == "no-training" for row in listed)
        expect(home.locator("[data-found]")).to_have_text(f"{wanted} of {len(listed)} platforms")
        expect(home.locator("[data-legend=no-training] b")).to_have_text(str(wanted))
        home.select_option("#status", "")
    home.select_option("#region", "")
    assert home.eval_on_selector_all("[data-whole] [data-slug]", "rows => rows.map(row => row.textContent)") == before


def test_other_lists_have_what_home_has(opened: Open, packaged_site: Path, packaged: Catalog) -> None:
    """Search, ticks and region; a status shows those that have it where the reader is."""
    platforms = [decoded.entry for decoded in packaged if isinstance(decoded.entry, Platform)]
    page = opened(packaged_site / "statuses" / "no-control.html")
    for code in ("", "US", "DE"):
        page.select_option("#region", code)
        assert sorted(_names(page)) == sorted(row.name for row in rows(platforms, Reader(code), training="no-control"))
    page = opened(packaged_site / "categories" / "social.html")
    expect(page.locator("#region")).to_have_value("DE")
    expect(page.locator("[data-slug=facebook] .label")).to_have_text("Trains unless you object")
    page.check("[data-slug=facebook] input")
    _search(page, "facebook")
    assert _names(page)[0] == "Facebook"
    expect(page.locator("[data-hits] .label").first).to_have_text("Trains unless you object")
    expect(page.locator("[data-hits] input").first).to_be_checked()
    page.locator("[data-hits] input").first.uncheck()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("[data-slug=facebook] input")).not_to_be_checked()
    _search(page, "ai")
    expect(page.locator(_HITS)).to_have_count(24)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(_HITS)).to_have_count(48)


def test_nothing_moves_and_nothing_is_lost_without_storage(opened: Open, packaged_site: Path) -> None:
    """A remembered region and a linked view are there at the first paint; blocked storage stops nothing."""
    home = opened(packaged_site / "index.html")
    home.select_option("#region", "DE")
    again = opened(packaged_site / "index.html", MEASURE, "?status=opt-out")
    again.wait_for_timeout(100)
    assert again.evaluate("moved") == 0
    expect(again.locator("#region")).to_have_value("DE")
    private = opened(packaged_site / "index.html", BLOCKED)
    private.select_option("#region", "KR")
    private.check("[data-slug=linkedin] input >> nth=0")
    expect(private.locator("[data-mine]")).to_have_text("(1)")
    expect(private.locator("[data-whole] [data-slug=linkedin] input")).to_be_checked()
    _search(private, "linkedin")
    assert _names(private) == ["LinkedIn"]


def test_what_somebody_else_stored_is_not_believed(opened: Open, example_site: Path) -> None:
    """Whatever stands in the storage, a page is as if nothing stood there."""
    page = opened(example_site / "index.html")
    for stored in ("", "{", "null", "[7]", '"x"', '{"region": {}, "device": 7}', '{"region": "<b>", "platforms": "a"}'):
        page.evaluate("text => ['reader', 'list'].forEach(one => localStorage[`optout.${one}.1`] = text)", stored)
        for path in ("platforms/acme.html", "my-list.html"):
            page.goto((example_site / path).as_uri())
            expect(page.locator("[data-region]")).to_have_value("")
            assert page.locator("details[hidden], .tick :checked").count() == 0
