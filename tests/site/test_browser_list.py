"""My list in a browser: what is left to do, what is done, and the list as a file."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from optout.accounts import Account, Lists, Person, Profile, Remembered
from optout.accounts.match import sort
from optout.accounts.text import read, text, written
from optout.accounts.values import merge
from optout.catalog import Catalog
from optout.exports.read import opened as opened_export
from optout.model import Platform
from optout.plan.memory import noticed
from tests.conftest import CASES
from tests.exports.files import FILES, file, hostile
from tests.site.conftest import BLOCKED, Open

_TODAY = "new Date().toLocaleDateString('sv')"


@pytest.fixture
def mine(opened: Open, packaged_site: Path) -> Page:
    """My list, still empty, opened from a folder."""
    return opened(packaged_site / "my-list.html")


def _add(page: Page, *slugs: str) -> None:
    """Put platforms on the list as another page does."""
    _store(page, {slug: {"added": "2026-01-01", "at": "2026-01-01"} for slug in slugs})
    page.reload()


def _choose(page: Page, slug: str) -> None:
    """Put one of what very many people use on the list."""
    if not page.locator("#q").is_visible():
        page.click("[data-adding] summary")
    page.check(f"[data-adding] [data-slug={slug}] input")
    # Kept once what is said of the platform is loaded.
    page.wait_for_function("slug => JSON.parse(localStorage['optout.list.1'] ?? '{}').platforms?.[slug]", arg=slug)


def _expect(page: Page, part: str, names: list[str]) -> None:
    """Those are in a part, once what is said of them is loaded."""
    found = page.locator(f"[data-part={part}]:visible .names > *")
    expect(found).to_have_text(names)


def _expect_listed(page: Page, *slugs: str) -> None:
    """Those are kept, once what writes them is loaded."""
    page.wait_for_function(
        "slugs => String(Object.keys(JSON.parse(localStorage['optout.list.1'] ?? '{}').platforms ?? {}).sort())"
        " === String(slugs)",
        arg=sorted(slugs),
    )


def _stored(page: Page) -> dict[str, dict[str, str]]:
    page.wait_for_function("() => localStorage['optout.list.1']")
    stored: dict[str, dict[str, str]] = page.evaluate("JSON.parse(localStorage['optout.list.1']).platforms")
    return stored


def _kept(page: Page, *slugs: str) -> dict[str, dict[str, Any]]:
    """What stands of these in the list, once the page has added what the guides say."""
    page.wait_for_function(
        "slugs => slugs.every(slug => JSON.parse(localStorage['optout.list.1'] ?? '{}').platforms?.[slug]?.was)",
        arg=slugs,
    )
    kept: dict[str, dict[str, Any]] = page.evaluate("JSON.parse(localStorage['optout.list.1']).platforms")
    return kept


def _store(page: Page, platforms: dict[str, Any]) -> None:
    kept = _stored(page) if page.evaluate("'optout.list.1' in localStorage") else {}
    page.evaluate(
        "text => localStorage['optout.list.1'] = text", json.dumps({"version": 1, "platforms": kept | platforms})
    )


def _load(page: Page, content: bytes, name: str = "mine.json") -> str:
    page.set_input_files("[data-load]", {"name": name, "mimeType": "application/json", "buffer": content})
    expect(page.locator("[data-notice]")).to_contain_text(name)
    return page.locator("[data-notice]").text_content() or ""


def test_it_has_the_parts_of_the_plan(mine: Page) -> None:
    """To do by what it takes, what needs nothing, and apart from it what leaves no way, by where one is."""
    expect(mine.locator("[data-progress]")).to_contain_text("Nothing is on your list yet")
    _add(mine, "facebook", "overleaf", "chatgpt", "linkedin", "harpercollins")
    expect(mine.locator("[data-progress]")).to_have_text("0 of 3 done")
    _expect(mine, "quick", ["ChatGPT", "LinkedIn"])
    _expect(mine, "letter", ["Facebook"])
    _expect(mine, "nothing", ["Overleaf", "HarperCollins"])
    expect(mine.locator("[data-time]")).to_have_text("3 tasks, about 6 minutes")
    mine.select_option("[data-region]", "US")
    expect(mine.locator("[data-progress]")).to_have_text("0 of 2 done")
    _expect(mine, "no-way", ["Facebook"])
    mine.click("[data-part=no-way] summary")
    expect(mine.locator("[data-part=no-way] h4").first).to_have_text("What is used")
    assert mine.locator("[data-part=no-way] a[href='letter.html#platform=facebook']").count() == 1
    mine.get_by_role("button", name="Keep it as it is").click()
    _expect(mine, "skipped", ["Facebook"])
    mine.get_by_role("button", name="Take that back").click()
    _expect(mine, "no-way", ["Facebook"])
    _store(mine, {"x": {"added": "2026-01-01", "state": "skipped"}})
    mine.reload()
    expect(mine.locator("[data-part=skipped] .status")).to_have_text("! Trains unless you refuse")
    mine.get_by_role("button", name="Take that back").click()
    mine.get_by_role("button", name="Remove X").click()
    mine.get_by_role("button", name="Remove ChatGPT").click()
    _expect(mine, "quick", ["LinkedIn"])
    mine.get_by_role("button", name="Undo").click()
    _expect(mine, "quick", ["ChatGPT", "LinkedIn"])


def test_what_one_refusal_covers_is_one_task(mine: Page) -> None:
    """As in the plan: both are named, and both are done at once."""
    _add(mine, "facebook", "messenger")
    _expect(mine, "letter", ["Facebook", "Messenger"])
    assert mine.locator("[data-part=letter] li").count() == 1
    mine.get_by_label("Facebook, Messenger is done").click()
    expect(mine.locator("[data-progress]")).to_have_text("2 of 2 done")


@pytest.mark.parametrize("columns", [360, 1280])
def test_how_far_one_is_stands_on_one_line(mine: Page, columns: int) -> None:
    """The bar, and beside it in words what it shows."""
    mine.set_viewport_size({"width": columns, "height": 900})
    _add(mine, "linkedin", "chatgpt")
    expect(mine.locator("[data-progress] progress")).to_be_visible()
    bar, around = (
        mine.locator("[data-progress] progress").bounding_box(),
        mine.locator("[data-progress]").bounding_box(),
    )
    assert bar
    assert around
    assert bar["y"] < around["y"] + around["height"] / 2 < bar["y"] + bar["height"]
    assert around["height"] < 40  # one line of it is about 30 pixels high


def test_done_is_kept_with_its_day_and_the_focus_goes_on(mine: Page) -> None:
    """Ticking off by keyboard leads to what is next; the day is kept; it can be taken back."""
    _add(mine, "linkedin", "chatgpt", "claude")
    mine.get_by_label("ChatGPT is done").focus()
    mine.keyboard.press("Space")
    expect(mine.get_by_label("Claude is done")).to_be_focused()
    mine.keyboard.press("Space")
    expect(mine.get_by_label("LinkedIn is done")).to_be_focused()
    mine.keyboard.press("Space")
    expect(mine.locator("[data-progress]")).to_have_text("3 of 3 done")
    expect(mine.locator("[data-said]")).to_have_text("LinkedIn: done. 3 of 3 done")
    today = mine.evaluate(_TODAY)
    assert {one["done"] for one in _stored(mine).values()} == {today}
    mine.reload()
    expect(mine.locator("[data-part=done] li small").first).to_contain_text("Done on ")
    mine.get_by_label("Claude is done").click()
    _expect(mine, "quick", ["Claude"])


def test_what_changed_since_march_is_said_with_what_it_asks(mine: Page) -> None:
    """In words: what the way was and is, a status that is another, what happened; and that there is nothing to do."""
    old = {"added": "2026-01-01", "at": "2026-03-02", "done": "2026-03-02", "version": "00000000"}
    _choose(mine, "linkedin")
    way = _kept(mine, "linkedin")["linkedin"]["was"]["ways"][0]
    was = {
        "linkedin": {"verdict": "opt-out", "ways": [way | {"switch": "Train on my posts"}]},
        "chatgpt": {"verdict": "opt-out", "ways": [{"how": "switch", "switch": "Improve the model", "set": "on"}]},
        "overleaf": {"verdict": "opt-out"},
    }
    _store(mine, {"x": old, **{slug: {**old, "was": one} for slug, one in was.items()}})
    mine.reload()
    expect(mine.locator("[data-news]")).to_have_text("The guides of 4 accounts changed since you did them")

    def told(name: str) -> str:
        row = mine.locator("[data-part=done] .cards > li").filter(has=mine.locator(f"[href='platforms/{name}.html']"))
        return row.locator(".changed").inner_text()

    expect(mine.locator(".changed b").filter(has_text="Do it again")).to_have_count(2)
    assert "changed from Train on my posts to Use my data for training content creation AI models" in told("linkedin")
    assert told("linkedin").startswith("Nothing to do")
    assert "21 August 2026: A new European privacy notice takes effect" in told("linkedin")
    assert "Refusing position changed from on to off" in told("chatgpt")
    assert "status changed from Trains unless you refuse to Says it does not train on your data" in told("overleaf")
    assert "the way to refuse has changed since you ticked it off" in told("x")
    mine.get_by_role("button", name="Seen: LinkedIn").click()
    expect(mine.locator("[data-news]")).to_contain_text("3 accounts")
    mine.locator("[data-part=done] .cards > li", has_text="ChatGPT").get_by_role("button").get_by_text("again").click()
    expect(mine.get_by_label("ChatGPT is done")).not_to_be_checked()


def test_a_list_goes_to_a_phone_as_a_link(mine: Page, browser: Browser, packaged_site: Path) -> None:
    """With what was decided, behind the #; the phone is asked before anything changes, and what it had stays."""
    _add(mine, "linkedin", "chatgpt")
    mine.get_by_label("ChatGPT is done").click()
    mine.click("[data-handing] summary")
    expect(mine.locator("svg.code")).to_be_visible()
    link = mine.locator(".link").inner_text()
    before = _stored(mine)
    phone = browser.new_page()
    phone.set_default_timeout(5000)
    phone.goto((packaged_site / "my-list.html").as_uri())
    _choose(phone, "x")
    assert "<" not in link
    phone.evaluate("hash => { location.hash = hash; }", "#" + link.split("#")[1])
    expect(phone.locator("[data-brought] p").first).to_have_text("This link brings 2 platforms, 2 new to your list.")
    _expect_listed(phone, "x")
    _choose(phone, "reddit")  # after the question was asked: it stays
    phone.get_by_role("button", name="Add to my list").click()
    _expect_listed(phone, "x", "reddit", "linkedin", "chatgpt")
    _expect(phone, "quick", ["LinkedIn", "X"])
    assert _stored(phone)["chatgpt"]["done"] == before["chatgpt"]["done"]
    _choose(phone, "amazon")  # since then: what is taken back is what the link brought
    phone.get_by_role("button", name="Undo").click()
    _expect_listed(phone, "x", "reddit", "amazon")
    phone.evaluate("location.hash = '#list=<b>,linkedin,__proto__,x.2026-99-99.'")
    phone.get_by_role("button", name="Use it instead of my list").click()
    _expect_listed(phone, "linkedin", "x")
    phone.close()


def test_what_the_site_no_longer_has_is_kept_and_said(mine: Page) -> None:
    """An unknown platform stays until it is removed, which can be undone; a renamed one goes by its new name."""
    kept = {"bebo": {"added": "2026-01-01"}, "twitter": {"added": "2026-01-02", "done": "2026-01-03"}}
    _store(mine, kept)
    mine.reload()
    expect(mine.locator("[data-part=done] .cards > li")).to_have_count(1)
    _expect(mine, "unknown", ["bebo"])
    _expect(mine, "done", ["X"])
    _expect_listed(mine, "bebo", "x")
    mine.get_by_role("button", name="Remove bebo").click()
    _expect(mine, "unknown", [])
    mine.get_by_role("button", name="Undo").click()
    _expect(mine, "unknown", ["bebo"])


def test_a_list_goes_into_a_file_and_comes_back(mine: Page, opened: Open, packaged_site: Path) -> None:
    """Saved, cleared, and loaded again it is the same; clearing can be undone; loading merges."""
    _choose(mine, "linkedin")
    _choose(mine, "chatgpt")
    mine.get_by_label("LinkedIn is done").click()
    before = _kept(mine, "linkedin", "chatgpt")
    with mine.expect_download() as download:
        mine.click("[data-save]")
    assert download.value.suggested_filename == f"my-list-{mine.evaluate(_TODAY)}.json"
    saved = Path(download.value.path()).read_bytes()
    assert json.loads(saved) == {"optout": "list", "version": 1, "platforms": before, "removed": {}}
    mine.click("[data-clear]")
    assert _stored(mine) == {}
    mine.get_by_role("button", name="Undo").click()
    assert _stored(mine) == before
    mine.click("[data-clear]")
    _add(mine, "claude")
    assert _load(mine, saved) == "2 platforms loaded from mine.json, 2 of them new."
    assert _stored(mine).keys() == {"claude", "linkedin", "chatgpt"}
    older = {"linkedin": {"added": "2020-01-01", "done": "2020-01-02", "version": "11111111"}}
    _load(mine, json.dumps({"optout": "list", "version": 1, "platforms": older}).encode())
    assert _stored(mine)["linkedin"] == before["linkedin"] | {"added": "2020-01-01"}


def test_a_list_goes_from_the_terminal_to_the_site_and_back(mine: Page) -> None:
    """What was decided there counts here, and what only a terminal knows comes back as it was."""
    early = "2026-01-01T08:00:00Z"
    profile = Profile(Person("DE", ("ios",), ("Free",), early))
    for name in ("linkedin", "chatgpt", "claude", "intra.example"):
        profile = profile.add(name, early, "unknown" if "." in name else "platform")
    was = Remembered("opt-out", "DE")
    chatgpt = profile.accounts["chatgpt"]._replace(state="skipped", was=was)
    profile = profile.take(chatgpt, profile.accounts["claude"]._replace(state="later", was=was))
    lists = Lists({"": profile, "work": Profile().add("slack", early, plan="Team")}, {"newer": 7})
    _add(mine, "x")
    _load(mine, text(lists), "list.json")
    _expect(mine, "quick", ["LinkedIn", "X"])
    _expect(mine, "later", ["Claude"])
    _expect(mine, "skipped", ["ChatGPT"])
    assert mine.locator("[data-region]").input_value() == "DE"
    mine.get_by_label("LinkedIn is done").click()
    mine.get_by_role("button", name="Remove Claude").click()
    with mine.expect_download() as download:
        mine.click("[data-save]")
    back = read(Path(download.value.path()).read_bytes())
    states = {one.name: one.state for one in back.profile().listed}
    assert states == {"linkedin": "done", "chatgpt": "skipped", "x": "", "intra.example": ""}
    assert back.profile().accounts["chatgpt"] == profile.accounts["chatgpt"]
    assert (back.profile().person, back.profile("work"), back.rest) == (
        profile.person,
        lists.profile("work"),
        lists.rest,
    )
    both = merge(lists, back)
    assert {one.name: one.state for one in both.profile().listed} == states
    mine.click("[data-clear]")
    assert mine.evaluate("JSON.parse(localStorage['optout.list.1'])") == {"version": 1, "platforms": {}}


def test_a_bad_file_loses_nothing(mine: Page) -> None:
    """Anything but a list is refused in a sentence; of a list only what is sound is taken."""
    _choose(mine, "linkedin")
    before = _kept(mine, "linkedin")
    for content in (b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"platforms": {}}', b'{"optout": "list", "version": 1}'):
        assert _load(mine, content) == "mine.json is not a list that was saved here. Nothing was changed."
    newer = b'{"optout": "list", "version": 2, "platforms": {}}'
    assert _load(mine, newer, "new.json") == "new.json was saved by a newer version of this site. Nothing was changed."
    assert "too large" in _load(mine, b" " * 1_000_001, "big.json")
    assert _stored(mine) == before
    hostile = {
        "<img src=x onerror=alert(1)>": {"added": "2026-01-01"},
        "__proto__": {"added": "2026-01-01"},
        "constructor": {"added": "<b>", "done": "2026-99-99", "version": {}},
        "chatgpt": {"added": 7, "done": "2026-01-05", "version": "<script>"},
        "claude": "yes",
    }
    text = json.dumps({"optout": "list", "version": 1, "platforms": hostile})
    assert _load(mine, text.encode()) == "2 platforms loaded from mine.json, 2 of them new."
    _expect(mine, "unknown", ["constructor"])
    _expect(mine, "done", ["ChatGPT"])
    assert mine.evaluate("Object.prototype.added") is None


def test_two_tabs_keep_step(mine: Page, opened: Open, packaged_site: Path) -> None:
    """What is ticked in one tab is ticked in the other, and neither loses what the other did."""
    home = opened(packaged_site / "index.html")
    home.locator("[data-slug=linkedin] input").first.check()
    expect(mine.locator("[data-part=quick] li")).to_have_count(1)
    _choose(mine, "chatgpt")
    expect(home.locator("[data-slug=chatgpt] input").first).to_be_checked()
    expect(home.locator("[data-mine]")).to_have_text("(2)")


def test_a_browser_that_keeps_nothing_is_told(opened: Open, packaged_site: Path) -> None:
    """The list works until the page is closed, and the page says so."""
    page = opened(packaged_site / "my-list.html", BLOCKED)
    expect(page.locator("[data-unkept]")).to_be_visible()
    page.check("[data-adding] [data-slug=linkedin] input")
    page.get_by_label("LinkedIn is done").click()
    expect(page.locator("[data-progress]")).to_have_text("1 of 1 done")
    with page.expect_download() as download:
        page.click("[data-save]")
    assert b"linkedin" in Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "[]",
        '{"version": 1, "platforms": {"linkedin": {"done": {"toString": 1}}, "<b>": {}}}',
        '{"version": 1, "platforms": {"linkedin": {"added": "2026-01-01", "done": ["2026-01-02"]}, "x": 7}}',
    ],
)
def test_a_damaged_list_is_said_and_the_page_goes_on(kept: str, mine: Page) -> None:
    """What can be believed stays, the rest is told of until it is settled, and the next tick is kept as ever."""
    mine.evaluate("text => localStorage['optout.list.1'] = text", kept)
    mine.reload()
    expect(mine.locator("[data-damaged]")).to_contain_text("cannot be read, and was left out")
    with mine.expect_download() as download:
        mine.get_by_role("button", name="Save the copy").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == kept
    _add(mine, "chatgpt")
    expect(mine.get_by_label("ChatGPT is done")).to_be_visible()
    _expect(mine, "quick", ["ChatGPT", "LinkedIn"] if "linkedin" in kept else ["ChatGPT"])
    mine.get_by_role("button", name="Delete the copy").click()
    mine.reload()
    expect(mine.locator("[data-damaged]")).to_be_hidden()


def test_a_full_storage_is_said_on_every_page(opened: Open, packaged_site: Path) -> None:
    """Where everybody sees it, as soon as something could not be kept."""
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    for path, pressed in (
        ("index.html", "[data-slug=linkedin] input"),
        ("platforms/linkedin.html", "[data-tick]"),
        ("my-list.html", "[data-adding] [data-slug=linkedin] input"),
    ):
        page = opened(packaged_site / path, full)
        page.click(pressed)
        expect(page.locator("[data-unkept]")).to_be_visible()
        expect(page.locator("[data-said], [role=alert]").filter(has_text="This browser")).to_have_count(1)


def test_on_paper_it_is_a_checklist(mine: Page) -> None:
    """A box before each platform, and nothing to press."""
    _add(mine, "linkedin", "chatgpt")
    mine.get_by_label("ChatGPT is done").click()
    mine.emulate_media(media="print")
    assert mine.locator("button:visible, select:visible, input:visible").count() == 0
    boxes = "rows => rows.map(row => getComputedStyle(row, '::before').content + row.textContent)"
    assert mine.eval_on_selector_all("[data-part] .names", boxes) == ['"☐"LinkedIn', '"☑"ChatGPT']


def test_the_list_fills_itself_from_an_export(mine: Page, tmp_path: Path) -> None:
    """In the page alone: what was there stays, and no word of a secret is shown or kept."""
    _add(mine, "duolingo")
    for name in ("chrome.csv", "takeout.zip"):
        mine.set_input_files("[data-fill]", file(name, tmp_path))
        filled = mine.locator("[data-filled]")
        expect(filled).to_contain_text(name)
        assert {"duolingo", "github", "linkedin"} <= set(_stored(mine))
        expect(filled).to_contain_text("beispielladen.de")
        kept = mine.evaluate("localStorage['optout.list.1']")
        assert [*json.loads(kept)["unknown"]] == ["beispielladen.de"]
        assert "canary" not in (mine.locator("main").inner_text() + kept).lower()
    expect(filled).to_contain_text("The pages that you went to were not read")
    expect(filled.locator("a", has_text="Look in your account")).to_have_count(1)
    for then, left in (("Remove beispielladen.de", []), ("Undo", ["beispielladen.de"])):
        mine.get_by_role("button", name=then).click()
        whole = json.loads(mine.evaluate("localStorage['optout.list.1']"))
        assert [*whole["unknown"]] == left
        assert ("beispielladen.de" in whole.get("removed", {})) is not bool(left)


def test_every_export_leads_where_it_leads_in_the_terminal(mine: Page, tmp_path: Path, packaged: Catalog) -> None:
    """Tables, trees, markup and archives: the same platforms, as many entries, and as much left out."""
    mine.set_input_files("[data-fill]", CASES / "exports" / "lines.txt")
    expect(mine.locator("[data-filled]")).to_contain_text("new on your list")
    for path in (file(one.name, tmp_path) for one in FILES.iterdir() if "encrypted" not in one.name):
        with opened_export(path) as export:
            there = sort(export.items, packaged)
        here = _sorted(mine, path.read_bytes())
        assert "canary" not in json.dumps(here).lower()
        assert set(here["platforms"]) == set(there.platforms), path
        assert sorted(here["unknown"]) == [*there.unknown], path
        assert set(here["held"]) == there.unknown.keys() - there.visited, path
        assert (here["entries"], here["left"]) == (there.entries, sum(there.counts.values())), path
        assert (here["isPages"], here["passed"]) == (export.is_pages, bool(export.passed_over)), path


def test_an_archive_is_refused_where_the_terminal_refuses_it(mine: Page) -> None:
    """What lies, is locked or holds too much; nothing more of it is unpacked than it says that there is."""
    mine.set_input_files("[data-fill]", CASES / "exports" / "lines.txt")
    expect(mine.locator("[data-filled]")).to_contain_text("new on your list")
    for name, one in hostile().items():
        found = _sorted(mine, one.data)
        assert found.get("wrong", "") == one.wrong, name
        assert one.wrong or found["platforms"] == ["github"]


def _sorted(page: Page, data: bytes) -> dict[str, Any]:
    """What the page makes of a file, once it has loaded what reads it."""
    script = """async text => {
        const data = JSON.parse(document.querySelector('#data').textContent);
        const loaded = src => new Promise((onload, onerror) =>
            document.head.append(Object.assign(document.createElement('script'), {src, onload, onerror})));
        const load = name => Promise.all(optoutFiles[name].map(file => loaded(`static/${file}`)));
        const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
        const found = await optoutImport(bytes, data.local, load);
        return JSON.parse(JSON.stringify(found, (_, value) => (value instanceof Set ? [...value] : value)));
    }"""
    found: dict[str, Any] = page.evaluate(script, b64encode(data).decode())
    return found


def test_a_shared_account_asks_which_platforms_are_used(mine: Page) -> None:
    """Those behind it are ticked by whoever uses them; none is put on the list unasked."""
    content = b"name,url,username,password\nG,https://accounts.google.com/signin,u,p\n"
    mine.set_input_files("[data-fill]", {"name": "mine.csv", "mimeType": "text/csv", "buffer": content})
    expect(mine.locator("[data-filled] legend")).to_be_visible()
    _expect_listed(mine, "google-search")
    mine.check("[data-filled] input[value=gemini]")
    mine.click("[data-filled] fieldset button")
    _expect_listed(mine, "google-search", "gemini")
    expect(mine.locator("[data-filled] fieldset")).to_have_count(0)


def test_a_file_that_cannot_fill_the_list_says_why(mine: Page) -> None:
    """Archives with a password are to be unpacked, locked files exported anew; nothing changes."""
    for name, content, said in (
        ("a.zip", b"PK\x03\x04", "is damaged or cut off"),
        ("b.zip", hostile()["a password"].data, "is an archive that cannot be read here: unpack it"),
        ("a.json", b'{"encrypted": true}', "is encrypted"),
        ("a.csv", b"\x00\x01", "is no export that is known here"),
    ):
        mine.set_input_files("[data-fill]", {"name": name, "mimeType": "text/plain", "buffer": content})
        expect(mine.locator("[data-notice]")).to_contain_text(f"{name} {said}")
        expect(mine.locator("[data-notice]")).to_contain_text("Nothing was changed")


# What is kept of the guides


def test_what_a_guide_says_is_kept_as_the_terminal_keeps_it(
    opened: Open, packaged_site: Path, packaged: Catalog
) -> None:
    """Ticked off in a guide, put on My list or filled in from a file: the verdict and the ways, for who is reading."""
    guide = opened(packaged_site / "platforms" / "linkedin.html")
    guide.select_option("[data-region]", "DE")
    guide.select_option("[data-device]", "ios")
    guide.click("[data-done]")
    before = _stored(guide)["linkedin"]
    found = _kept(guide, "linkedin")
    page = opened(packaged_site / "my-list.html")
    _choose(page, "facebook")
    page.set_input_files("[data-fill]", {"name": "x.txt", "mimeType": "text/plain", "buffer": b"slack.com\nx.com\n"})
    found |= _kept(page, "facebook", "slack", "x")
    for slug, one in found.items():
        decoded = packaged.get(slug)
        assert decoded
        assert isinstance(decoded.entry, Platform)
        there = noticed(Account(slug, one["added"], one["at"]), decoded.entry, Person("DE", ("ios",)))
        done = {"done": one["done"]} if "done" in one else {}
        assert one == json.loads(json.dumps(written(there))) | done, slug
    assert found["linkedin"]["done"] == before["done"]
    page.get_by_label("LinkedIn is done").click()
    assert "done" not in _kept(page, "linkedin")["linkedin"]


def test_only_what_a_guide_said_at_the_tick_is_kept(opened: Open, packaged_site: Path) -> None:
    """Of what was ticked off on an older site nothing is made up, and what a terminal kept stays."""
    page = opened(packaged_site / "my-list.html")
    old = {"added": "2026-01-01", "at": "2026-01-02T08:00:00Z", "done": "2026-01-02", "version": "00000000"}
    there = old | {"was": {"verdict": "no-training"}}
    _store(page, {"linkedin": old, "chatgpt": there})
    page.reload()
    _choose(page, "reddit")
    kept = _kept(page, "reddit")
    assert (kept["linkedin"], kept["chatgpt"]) == (old, there)
    page.get_by_role("button", name="Seen: ChatGPT").click()
    page.wait_for_function(
        "() => !JSON.parse(localStorage['optout.list.1']).platforms.chatgpt.version.startsWith('0000')"
    )
    assert _kept(page, "chatgpt")["chatgpt"]["was"]["verdict"] == "opt-out"


def test_the_page_of_changes_is_cut_to_the_list(mine: Page, opened: Open, packaged_site: Path) -> None:
    """Each event says what the platform asks today, and of what is done, whether that was before or after it."""
    old = {"added": "2026-01-01", "at": "2026-03-02", "done": "2026-05-01", "version": "00000000"}
    _store(mine, {"chatgpt": old, "signal": {"added": "2026-01-01"}})
    page = opened(packaged_site / "changes.html")
    every = page.locator(".told li:visible").count()
    page.check("[data-only-mine]")
    names = set(page.locator(".told li:visible .who").all_text_contents())
    assert names <= {"ChatGPT", "Signal"} < {*page.locator(".told li .who").all_text_contents(), "Signal"}
    expect(page.locator(".told li:visible").first).to_contain_text("To do there as of today – Switch off")
    expect(page.locator(".told li:visible .own").first).to_have_text(
        "This came after you did it on 1 May 2026: My list says whether there is more to do."
    )
    page.reload()
    expect(page.locator("[data-only-mine]")).to_be_checked()
    page.uncheck("[data-only-mine]")
    assert page.locator(".told li:visible").count() == every
