"""What a browser keeps for the site, damaged, full or blocked in any way: nothing is lost unseen, no page is dead."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import BLOCKED, Open

_LIST, _READER, _ORDER = "optout.list.1", "optout.reader.1", "optout.order.1"


def _list(**platforms: Any) -> dict[str, Any]:
    return {"version": 1, "platforms": platforms}


_SOUND = {"added": "2026-01-01", "at": "2026-01-01", "note": "precious"}
_TEXTS = {
    "not JSON": '{"platforms": precious',
    "cut off": '{"version": 1, "platforms": {"wall": {"added": "2026-01-01", "note": "precious',
    "a text": '"precious"',
    "an array": '["precious"]',
    "of a newer version": json.dumps({"version": 2, "platforms": {"wall": _SOUND}}),
    "without a version": json.dumps({"platforms": {"wall": _SOUND}}),
    "platforms are an array": json.dumps({"version": 1, "platforms": [_SOUND]}),
    "platforms are a text": json.dumps({"version": 1, "platforms": "precious"}),
    "half a character": '{"version": 1, "platforms": {"wall": {"added": "2026-01-01", "HALF": "precious"}}, HALF',
}
_RECORDS = {
    "a record is a number": _list(wall=7, quiet=_SOUND),
    "a record is nothing": _list(wall=None, quiet=_SOUND),
    "a record is a text": _list(wall="precious"),
    "a day is none": _list(wall={**_SOUND, "done": "2026-02-30"}),
    "a day is a number": _list(wall={**_SOUND, "done": 7}),
    "a moment is hostile": _list(wall={**_SOUND, "at": {"toString": 1}}),
    "a day is hostile": _list(wall={**_SOUND, "added": {"toString": 1}}),
    "a state is none": _list(wall={**_SOUND, "state": "precious"}),
    "a version is an object": _list(wall={**_SOUND, "done": "2026-01-02", "version": {"toString": 1}}),
    "no name of a platform": _list(**{"<b>": _SOUND}),
    "of an object's own": _list(**{"__proto__": 7, "constructor": 7, "wall": _SOUND, "a b": _SOUND}),
    "sites are an array": {**_list(wall=_SOUND), "unknown": ["precious"]},
    "a site is a number": {**_list(wall=_SOUND), "unknown": {"precious.example": 7}},
    "lists are a number": {**_list(wall=_SOUND), "profiles": 7},
    "the reader is a text": {**_list(wall=_SOUND), "reader": "precious"},
    "more than anybody has": _list(**{f"a{number}": {"note": "precious"} for number in range(25_000)}),
}


# Half of a character cannot be handed over.
_HALF = "text.replaceAll('HALF', String.fromCharCode(0xd800))"


def _put(page: Page, text: str, *keys: str) -> None:
    page.evaluate(
        f"([keys, text]) => {{ localStorage.clear(); keys.forEach(key => localStorage[key] = {_HALF}); }}", [keys, text]
    )


def _is_kept(page: Page, text: str) -> bool:
    found: bool = page.evaluate(f"text => Object.values(localStorage).includes({_HALF})", text)
    return found


_TICKED = (("platforms/acme.html", "[data-tick]"), ("index.html", "[data-slug=acme] input"))


@pytest.mark.parametrize(("name", "number"), [(name, number) for number, name in enumerate(_TEXTS)])
def test_a_list_that_cannot_be_read_is_put_aside_before_it_is_written_over(
    name: str, number: int, opened: Open, example_site: Path
) -> None:
    """By a tick in a guide or a list, in turn, and the first of all in both: kept letter by letter, said there and on
    My list, and saved from there.
    """
    text = _TEXTS[name]
    for path, pressed in _TICKED if number == 0 else (_TICKED[number % 2],):
        page = opened(example_site / path)
        _put(page, text, _LIST)
        page.reload()
        page.click(pressed)
        expect(page.locator("[data-unkept]")).to_be_visible()
        assert _is_kept(page, text)
        page.close()
        page = opened(example_site / "my-list.html")
        expect(page.locator("[data-damaged]")).to_contain_text("cannot be read, and was left out")
        expect(page.locator("[data-part=quick] .names a")).to_contain_text(["Acme"])
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the copy").click()
        assert "precious" in Path(download.value.path()).read_text(encoding="utf-8", errors="replace")
        page.reload()
        expect(page.locator("[data-damaged]")).to_be_visible()
        page.get_by_role("button", name="Delete the copy").click()
        expect(page.locator("[data-damaged]")).to_be_hidden()
        page.reload()
        expect(page.locator("[data-damaged]")).to_be_hidden()
        page.close()


@pytest.mark.parametrize("name", _RECORDS)
def test_what_of_a_list_cannot_be_believed_is_put_aside(name: str, opened: Open, example_site: Path) -> None:
    """Ticking goes on as ever; My list leaves it out, says so, and has the whole text beside."""
    text = json.dumps(_RECORDS[name])
    page = opened(example_site / "platforms" / "wall.html")
    _put(page, text, _LIST)
    page.reload()
    page.click("[data-tick]")
    page.wait_for_function("([key, text]) => localStorage[key] !== text", arg=[_LIST, text])
    page.goto((example_site / "platforms" / "acme.html").as_uri())
    _put(page, text, _LIST)
    page.reload()
    page.click("[data-done]")
    expect(page.locator("[data-done]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("([key, text]) => localStorage[key] !== text", arg=[_LIST, text])
    page.goto((example_site / "my-list.html").as_uri())
    page.wait_for_function("([key, text]) => localStorage[key] !== text", arg=[_LIST, text])
    page.reload()
    expect(page.locator("[data-damaged]")).to_be_visible()
    expect(page.get_by_label("Acme is done").or_(page.locator("[data-part=unknown] li").first).first).to_be_visible()
    assert "precious" in page.evaluate("Object.values(localStorage).join()")
    asked = page.evaluate("JSON.parse(localStorage['optout.list.1'])")
    assert asked["version"] == 1
    page.reload()
    again = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('optout.list.1.')).length")
    assert again == 1


@pytest.mark.parametrize("text", [*_TEXTS.values(), '{"region": {"toString": 1}, "device": [], "scheme": 7}', "7", ""])
def test_who_reads_and_what_is_next_is_asked_anew_if_it_makes_no_sense(
    text: str, opened: Open, example_site: Path
) -> None:
    """No page is dead for it; what one chooses is kept from then on."""
    page = opened(example_site / "platforms" / "quiet.html")
    _put(page, text, _READER, _ORDER)
    for path in ("index", "my-list", "changes", "letter", "about", "platforms/acme"):
        page.goto((example_site / f"{path}.html").as_uri())
        expect(page.locator("h1")).to_be_visible()
    page.select_option("[data-region]", "DE")
    page.reload()
    expect(page.locator("[data-region]")).to_have_value("DE")


_THROWS = (
    "Object.defineProperty(Storage.prototype, '%s', {value() { throw new DOMException('no', 'QuotaExceededError'); }});"
)
_WAYS = {
    "blocked": BLOCKED,
    "none": "Object.defineProperty(window, 'localStorage', {value: null});",
    "nothing can be written": _THROWS % "setItem",
    "nothing can be read": _THROWS % "getItem",
}


@pytest.mark.parametrize("way", _WAYS)
def test_where_nothing_is_kept_pages_work_until_they_are_closed(way: str, opened: Open, example_site: Path) -> None:
    """And say so where everybody sees it, on every page on which something is decided."""
    for path, pressed in (
        ("platforms/acme.html", "[data-done]"),
        ("index.html", "[data-slug=acme] input"),
        ("my-list.html", "#q"),
        ("letter.html", "#kind"),
        ("changes.html", "h1"),
    ):
        page = opened(example_site / path, _WAYS[way])
        page.click(pressed)
        if path in ("platforms/acme.html", "index.html", "my-list.html"):
            if path == "my-list.html":
                page.fill("#q", "acme")
                page.click("[data-hits] label")
                expect(page.get_by_label("Acme is done")).to_be_visible()
            expect(page.locator("[data-unkept]")).to_be_visible()
        page.close()


@pytest.mark.parametrize("rows", [740, 400])
def test_what_is_not_kept_is_said_where_one_is(rows: int, opened: Open, packaged_site: Path) -> None:
    """In sight, however far down the page somebody ticks or chooses something."""
    for path, pressed in (
        ("platforms/instagram.html", "[data-tick]"),
        ("statuses/opt-out.html", "[data-list] .tick >> nth=60"),
        ("my-list.html", "[data-adding] [data-slug=youtube] input"),
    ):
        page = opened(packaged_site / path, _WAYS["nothing can be written"])
        page.set_viewport_size({"width": 360, "height": rows})
        page.click(pressed)
        expect(page.locator("[data-unkept]:visible")).to_be_in_viewport(ratio=0.9)
        page.close()
    page = opened(packaged_site / "platforms" / "instagram.html", _WAYS["nothing can be written"])
    page.set_viewport_size({"width": 360, "height": rows})
    page.select_option("[data-region]", "DE")
    expect(page.locator("[data-unkept]")).to_be_in_viewport(ratio=0.9)


def test_a_full_storage_loses_nothing_of_a_damaged_list(opened: Open, example_site: Path) -> None:
    """There is no room to put it aside: it stays where it is, and what is new holds until the page is closed."""
    page = opened(example_site / "platforms" / "acme.html")
    text = _TEXTS["cut off"] + "x" * 20_000
    _put(page, text, _LIST)
    page.evaluate(
        "() => { for (let size = 2 ** 23; size >= 1; size = Math.floor(size / 2)) {"
        " try { localStorage[`full${size}`] = 'x'.repeat(size); } catch {} } }"
    )
    page.reload()
    page.click("[data-done]")
    expect(page.locator("[data-unkept]")).to_be_visible()
    expect(page.locator("[data-done]")).to_have_attribute("aria-pressed", "true")
    assert _is_kept(page, text)
    page.goto((example_site / "my-list.html").as_uri())
    expect(page.locator("[data-unkept]")).to_be_visible()
    page.fill("#q", "wall")
    page.click("[data-hits] label")
    expect(page.locator("[data-part] .names a")).to_contain_text(["Wall"])
    assert _is_kept(page, text)
