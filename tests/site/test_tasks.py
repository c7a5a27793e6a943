"""Tasks, as people come with them: what they want, what they must reach, and how much of their hands it may take.

On the catalog that comes with optout, from a folder; a phone where one is meant.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.person import Person

# How far what is left sticks out of its line, in pixels.
_OVERHANG = """() => {
  const [words, line] = ['.far span', '.far'].map(one => document.querySelector(one).getBoundingClientRect());
  return words.right - line.right;
}"""

Start = Callable[..., Person]


def _context(browser: Browser, wrong: list[str], **given: Any) -> BrowserContext:
    context = browser.new_context(**given)
    context.set_default_timeout(5000)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda message: wrong.append(message.text))
    return context


@pytest.fixture
def phone(browser: Browser, packaged_site: Path) -> Iterator[Start]:
    """Somebody with a phone of 360 x 740, on a page of the site; any error on a page fails the test."""
    wrong: list[str] = []
    context = _context(browser, wrong, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)

    def start(path: str = "index.html") -> Person:
        page = context.new_page()
        page.goto((packaged_site / path).as_uri())
        return Person(page)

    yield start
    context.close()
    assert wrong == []


@pytest.fixture
def desk(browser: Browser, packaged_site: Path) -> Iterator[Start]:
    """Somebody at a laptop, on a page of the site; any error on a page fails the test."""
    wrong: list[str] = []
    context = _context(browser, wrong, viewport={"width": 1280, "height": 800})

    def start(path: str = "index.html") -> Person:
        page = context.new_page()
        page.goto((packaged_site / path).as_uri())
        return Person(page)

    yield start
    context.close()
    assert wrong == []


def _search(somebody: Person, typed: str) -> None:
    """Tap the box and type, as far as it takes."""
    somebody.tap(somebody.page.locator("#q"))
    somebody.type(typed)
    somebody.page.locator("[data-hits] li").first.wait_for()


def _hit(page: Page, name: str) -> Any:
    return page.locator("[data-hits] li > a").filter(has_text=re.compile(f"^{re.escape(name)}$"))


def test_a_german_asks_whether_whatsapp_reads_along(phone: Start) -> None:
    """Two letters and a tap to the answer; with country and phone chosen, the form of the objection in one tap more."""
    reader = phone()
    page = reader.page
    _search(reader, "wh")
    reader.tap(_hit(page, "WhatsApp"))
    page.wait_for_url("**/whatsapp.html")
    expect(page.locator(".verdict")).to_be_in_viewport()
    expect(page.locator(".verdict")).to_contain_text("Your private chats are not used")
    assert (reader.taps, reader.letters, reader.screens) == (2, 2, 0)
    reader.choose(page.get_by_label("Where you are"), "Germany")
    reader.choose(page.get_by_label("What you use"), "Android")
    expect(page.locator(".status")).to_contain_text("Trains unless you refuse")
    expect(page.locator(".best [data-way]:visible h3")).to_have_text("Objection by WhatsApp's own form")
    opens = page.get_by_role("link", name="Open the form")
    expect(opens).to_be_in_viewport()
    assert re.match(r"https://www\.whatsapp\.com/", opens.get_attribute("href") or "")
    expect(page.locator("[data-hidden-note]")).not_to_contain_text("No way")
    assert reader.effort <= 8


def test_a_parent_sees_to_what_the_children_use(phone: Start) -> None:
    """Who knows no list of platforms finds one by "kids", ticks three and is led through them on the child's tablet."""
    parent = phone()
    page = parent.page
    _search(parent, "kids")
    parent.tap(_hit(page, "For parents: what children use"))
    page.wait_for_url("**/topics/children.html")
    for name in ("Roblox", "Snapchat", "Discord"):
        parent.tap(page.get_by_label(f"{name} on my list"))
    expect(page.locator("[data-mine]")).to_have_text("(3)")
    parent.tap(page.get_by_role("link", name="My list (3)").first)
    parent.choose(page.get_by_label("What you use"), "iPhone or iPad")
    parent.tap(page.get_by_role("button", name="Start"))
    seen = []
    while page.locator(".decisions").is_visible():
        seen.append(page.locator("[data-short] h2").inner_text())
        expect(page.locator("[data-short] .steps > li").first).to_be_in_viewport()
        parent.tap(page.get_by_role("button", name="Done", exact=True))
        expect(page.locator("[data-short] h2")).not_to_have_text(seen[-1])
    assert sorted(seen) == ["Discord", "Roblox", "Snapchat"]
    assert parent.effort <= 20
    assert parent.screens < 4


def test_a_photographer_learns_what_to_leave(phone: Start) -> None:
    """Finds those for pictures by a word; of what offers no way, what is used, whom to write to, and the decision."""
    artist = phone()
    page = artist.page
    _search(artist, "photo")
    artist.tap(_hit(page, "For photographers and artists"))
    page.wait_for_url("**/topics/artists.html")
    for name in ("VSCO", "Flickr", "Behance"):
        expect(page.locator("[data-list] li", has_text=name).locator(".status")).to_be_attached()
        artist.tap(page.get_by_label(f"{name} on my list"))
    artist.tap(page.get_by_role("link", name="My list (3)").first)
    no_way, nothing = page.locator("[data-part=no-way]"), page.locator("[data-part=nothing]")
    expect(no_way.locator(".names a")).to_have_text(["VSCO"])
    expect(nothing.locator(".names a")).to_have_text(["Behance"])
    artist.tap(no_way.locator("summary"))
    expect(no_way.locator("h4").first).to_have_text("What is used")
    expect(no_way.locator("a[href='letter.html#platform=vsco']")).to_be_visible()
    artist.tap(no_way.get_by_role("button", name="I left"))
    expect(page.locator("[data-part=done] .names a")).to_have_text(["VSCO"])
    assert artist.effort <= 14


def test_an_administrator_writes_for_the_workspace(desk: Start) -> None:
    """The mail that Slack asks for stands ready with address, subject and text; the topic is found by a word."""
    admin = desk()
    page = admin.page
    page.locator("#q").click()
    admin.type("slack")
    page.locator("[data-hits] li").first.wait_for()
    admin.press("Enter")
    page.wait_for_url("**/slack.html")
    expect(page.locator(".best .cost").first).to_contain_text("workspace owner")
    mail = page.get_by_role("link", name="Write the e-mail")
    expect(mail).to_be_in_viewport()
    address = urlsplit(mail.get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", "feedback@slack.com")
    said = parse_qs(address.query)
    assert said["subject"] == ["Slack Global model opt-out request"]
    assert "workspace" in said["body"][0]
    assert admin.effort <= 6
    page.get_by_role("link", name="optout", exact=True).or_(page.locator(".brand")).first.click()
    page.locator("#q").click()
    admin.type("admin")
    expect(_hit(page, "For administrators")).to_be_visible()


_TAPS = "window.taps = 0; addEventListener('click', event => { if (event.detail) window.taps += 1; }, true);"


# How far what is left sticks out of its line, in pixels.
_OVERHANG = """() => {
  const [words, line] = ['.far span', '.far'].map(one => document.querySelector(one).getBoundingClientRect());
  return words.right - line.right;
}"""


def test_seven_accounts_are_done_on_a_phone_in_forty_taps(browser: Browser, packaged_site: Path) -> None:
    """Filled from what most use and by search, gone through, put off, left and taken up again; letters count."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    context.set_default_timeout(5000)
    page = context.new_page()
    page.add_init_script(_TAPS)
    page.goto((packaged_site / "my-list.html").as_uri())
    for slug in ("linkedin", "chatgpt", "x", "facebook", "whatsapp"):
        page.tap(f"[data-adding] [data-slug={slug}] label")
    page.tap("#q")
    page.keyboard.type("ove")
    page.tap("[data-hits] label")
    page.keyboard.type("gram")
    page.tap("[data-hits] label")
    expect(page.locator("[data-found]")).to_have_text("Grammarly is on your list.")
    expect(page.locator("[data-start]")).to_be_in_viewport()
    page.tap("[data-start]")
    letters, taps, done = 7, 0, 0
    while page.locator(".decisions").is_visible():
        box = page.locator("[data-short] .steps > li").first.bounding_box()
        assert box
        assert box["y"] < 740
        assert page.evaluate(_OVERHANG) <= 0, page.inner_text(".far")
        opens = page.locator("[data-short] .opens a")
        if opens.count():
            assert opens.first.get_attribute("target") == "_blank"
            taps += 1
        name = page.locator("[data-short] h2").text_content()
        page.tap("[data-decide=later]" if done == 1 else "[data-decide=done]")
        done += 1
        expect(page.locator("[data-short] h2")).not_to_have_text(name or "")
        if done == 3:  # the tab is closed, and opened again
            taps += page.evaluate("window.taps")
            page.close()
            page = context.new_page()
            page.add_init_script(_TAPS)
            page.goto((packaged_site / "my-list.html").as_uri())
            expect(page.locator("[data-start]")).to_have_text("Go on")
            page.tap("[data-start]")
    page.tap("[data-short] button")
    assert page.evaluate("window.taps") + taps + letters <= 40
    expect(page.locator("[data-progress]")).to_have_text("6 of 6 done")
    context.close()


def test_what_changed_since_march_is_said_with_what_to_do(phone: Start) -> None:
    """Six accounts done in March: which of them ask for something, in words, and a tap takes that up again."""
    somebody = phone("my-list.html")
    page = somebody.page
    done = {"added": "2026-01-01", "at": "2026-03-02", "done": "2026-03-02"}
    for slug in ("linkedin", "chatgpt", "x", "whatsapp", "slack", "overleaf"):
        page.locator("#q").fill(slug)
        page.keyboard.press("Enter")  # at once, while what is searched in is still being fetched
        expect(page.locator("#q")).to_have_value("")
    kept = page.wait_for_function(
        "() => { const all = JSON.parse(localStorage['optout.list.1']).platforms;"
        " return Object.values(all).length === 6 && Object.values(all).every(one => one.was) && all; }"
    ).json_value()
    march = {slug: {**one, **done} for slug, one in kept.items()}
    linkedin = march["linkedin"]
    linkedin["version"] = "00000000"
    linkedin["was"]["ways"][0]["set"] = "on"
    page.evaluate("text => localStorage['optout.list.1'] = text", json.dumps({"version": 1, "platforms": march}))
    page.reload()
    news = page.get_by_role("link", name="The guide of 1 account changed")
    expect(news).to_be_in_viewport()
    somebody.tap(news)
    changed = page.locator("[data-part=done] .changed")
    expect(changed).to_have_count(1)
    expect(changed).to_be_in_viewport()
    expect(changed.locator("b")).to_have_text("Do it again")
    expect(changed).to_contain_text("Refusing position changed from on to off")
    somebody.tap(changed.get_by_role("button", name="again"))
    expect(page.locator("[data-part=quick] .names a")).to_have_text(["LinkedIn"])
    expect(page.get_by_role("button", name="Go on")).to_be_in_viewport()
    assert somebody.taps == 2
    somebody.tap(page.get_by_role("link", name="What changed at what is on my list"))
    page.wait_for_url("**/changes.html?mine")
    expect(page.locator(".told li:visible .who").first).to_be_visible()
    names = {*page.locator(".told li:visible .who").all_text_contents()}
    assert names <= {"LinkedIn", "ChatGPT", "X", "WhatsApp", "Slack", "Overleaf"}
    assert any(page.locator(".told li:visible .own").all_text_contents())


def test_with_keys_alone_from_the_question_to_the_next(desk: Start) -> None:
    """A slash, letters, Enter; at most eight stops to the action; Done; Enter leads to what is next on the list."""
    somebody = desk("my-list.html")
    page = somebody.page
    somebody.tab_to(page.locator("#q"), 12)
    for name in ("slack", "linkedin"):
        somebody.type(name)
        page.locator("[data-hits] li").first.wait_for()
        somebody.press("Enter")
        expect(page.locator("#q")).to_have_value("")
    page.goto(page.url.replace("my-list", "index"))
    somebody.press("/")
    somebody.type("linkedin")
    _hit(page, "LinkedIn").wait_for()
    somebody.press("ArrowDown")
    expect(_hit(page, "LinkedIn")).to_be_focused()
    somebody.press("Enter")
    page.wait_for_url("**/linkedin.html")
    stops = somebody.tab_to(page.locator(".best .opens a").first, 9)
    assert stops - 1 <= 8
    done = page.locator("[data-done]")
    somebody.tab_to(done, 12)
    somebody.press("Space")
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(done).to_be_focused()
    somebody.tab_to(page.get_by_role("link", name="Next on my list"), 2)
    somebody.press("Enter")
    page.wait_for_url("**/slack.html")
    assert _outlined(page) == []


# Of what has the focus one after the other, that which shows none.
_OUTLINED = """() => {
  const seen = [];
  for (const one of document.querySelectorAll('a[href], button, input, select, summary')) {
    if (!one.checkVisibility({visibilityProperty: true})) continue;
    one.focus({focusVisible: true});
    const {outlineStyle, outlineWidth} = getComputedStyle(one);
    if (document.activeElement === one && (outlineStyle === 'none' || !parseFloat(outlineWidth)))
      seen.push(one.outerHTML.slice(0, 80));
  }
  return seen;
}"""


def _outlined(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_OUTLINED)
    return found


_KINDS = [
    "index",
    "platforms/linkedin",
    "platforms/reddit",
    "labels/linkedin",
    "my-list",
    "overview",
    "changes",
    "letter",
    "robots",
    "about",
    "companies",
    "categories/social",
    "topics/children",
    "statuses/opt-out",
    "404",
]
_NAMED = {"link", "button", "combobox", "searchbox", "textbox", "checkbox", "img", "progressbar", "radio", "spinbutton"}
_LANDMARKS = {"banner", "main", "navigation", "contentinfo", "search", "region", "form", "complementary"}


def _nodes(page: Page) -> list[tuple[str, str, str]]:
    """What a screen reader is told of the page, in its order: role, name, and what else is said of it."""
    lines = page.locator("body").aria_snapshot().splitlines()
    found = (re.match(r'\s*- \'?(\w+)(?: "((?:[^"\\]|\\.)*)")?(.*)', line) for line in lines)
    return [(one[1], one[2] or "", one[3]) for one in found if one]


@pytest.mark.parametrize("path", _KINDS)
def test_a_screen_reader_finds_its_way(path: str, browser: Browser, packaged_site: Path) -> None:
    """Landmarks that differ by name, one first heading and no gap below it, and a name for whatever can be used."""
    page = browser.new_page()
    page.goto((packaged_site / f"{path}.html").as_uri())
    nodes = _nodes(page)
    page.close()
    marks = [(role, name) for role, name, _ in nodes if role in _LANDMARKS]
    assert [mark for mark in marks if mark[0] in ("banner", "main", "contentinfo")] == [
        ("banner", ""),
        ("main", ""),
        ("contentinfo", ""),
    ]
    assert len(marks) == len({*marks}), marks
    assert all(name for role, name in marks if role in ("navigation", "region", "form"))
    levels = [int(re.findall(r"level=(\d)", rest)[0]) for role, _, rest in nodes if role == "heading"]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert [(role, rest) for role, name, rest in nodes if role in _NAMED and not name] == []
    assert [name for role, name, _ in nodes if role == "link" and name.lower() in ("here", "more", "link")] == []


def test_a_screen_reader_hears_what_happens(desk: Start) -> None:
    """The number of hits, what was put on the list or ticked off, how far one is; and in which state something is."""
    page = desk().page
    page.fill("#q", "linked")
    expect(page.get_by_role("status").filter(has_text="hit")).to_have_count(1)
    page.goto(page.url.split("?")[0].replace("index", "platforms/linkedin"))
    page.get_by_role("button", name="Add to my list").press("Enter")
    expect(page.get_by_role("status").filter(has_text="LinkedIn is on your list.")).to_have_count(1)
    page.get_by_role("button", name="Done", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Done", exact=True, pressed=True)).to_have_count(1)
    folded = page.locator("summary").filter(has_text="What is used")
    assert "What is used" in folded.aria_snapshot()
    page.goto(page.url.replace("platforms/linkedin", "my-list"))
    page.get_by_label("LinkedIn is done").press("Space")
    said = page.get_by_role("status").filter(has_text="LinkedIn: to do. 0 of 1 done")
    expect(said).to_have_count(1)
    page.get_by_role("button", name="Start").or_(page.get_by_role("button", name="Go on")).first.press("Enter")
    run = page.get_by_role("region", name="One after the other")
    expect(run).to_be_focused()
    expect(page.get_by_role("progressbar", name="Done")).to_be_visible()
    page.get_by_role("button", name="Done", exact=True).press("Enter")
    expect(page.get_by_role("status").filter(has_text="1 of 1 done")).to_have_count(1)


def test_without_a_script_everything_can_be_read(browser: Browser, packaged_site: Path) -> None:
    """From the question by the kind of platform to all steps; nothing is offered that would do nothing."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    context.set_default_timeout(5000)
    page = context.new_page()
    page.goto((packaged_site / "index.html").as_uri())
    dead = page.locator("button:visible, select:visible, input:visible, textarea:visible")
    assert dead.count() == 0
    page.locator("summary", has=page.locator("#work")).click()
    page.locator("details[open] a", has_text="Slack").first.click()
    page.wait_for_url("**/slack.html")
    expect(page.locator(".best .steps > li").first).to_be_in_viewport()
    assert dead.count() == 0
    for kind in _KINDS:
        page.goto((packaged_site / f"{kind}.html").as_uri())
        assert dead.count() == 0, kind
        assert len(page.locator("main").inner_text()) > 80, kind
    page.goto((packaged_site / "my-list.html").as_uri())
    page.locator("main").get_by_role("link").first.click()
    page.wait_for_url("**/index.html")
    context.close()
