"""What of a guide is on the first screen, so that one can begin without scrolling, searching or tabbing far."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open
from tests.site.measured import first_screen

MARK = "[href^='#source-']"

# An easy one, by menus, in an app, by an e-mail, without any way, a crawler, the longest ones. Letters here are wider
# than on a phone.
_SAMPLE = ["linkedin", "chatgpt", "youtube", "grindr", "reddit", "signal", "openai-crawlers", "aws", "ghost"]


@pytest.mark.parametrize("slug", _SAMPLE)
def test_one_can_begin_on_the_first_screen(slug: str, opened: Open, packaged_site: Path) -> None:
    """On a phone the answer, the button and the first step; on a laptop all steps of the first way; few tab stops."""
    page = opened(packaged_site / "platforms" / f"{slug}.html")
    phone, laptop = first_screen(page, 360, 740), first_screen(page, 1280, 800)
    assert phone.answer > 0
    assert phone.begun <= 740
    assert laptop.steps <= 800
    assert max(phone.stops, laptop.stops) <= 8


def test_the_script_pushes_no_step_down(opened: Open, packaged_site: Path) -> None:
    """The first step stands where it stands without a script."""
    page = opened(packaged_site / "platforms" / "linkedin.html")
    scripted = first_screen(page, 360, 740)
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto((packaged_site / "platforms" / "linkedin.html").as_uri())
    plain.set_viewport_size({"width": 360, "height": 740})
    box = plain.locator(".best .steps > li").first.bounding_box()
    assert box
    assert scripted.step == pytest.approx(box["y"] + box["height"], abs=1)
    context.close()


def test_the_steps_end_in_done_and_in_the_next_platform_of_the_list(opened: Open, example_site: Path) -> None:
    """Done stands right below the last step and puts the guide on the list; Next leads on as My list has it."""
    mine = opened(example_site / "my-list.html")
    for name in ("acme", "wall"):
        mine.fill("#q", name)
        mine.click("[data-hits] label")
    page = opened(example_site / "platforms" / "acme.html")
    done, following = page.get_by_role("button", name="Done", exact=True), page.locator("[data-next]")
    assert page.evaluate(
        "document.querySelector('.best .go').lastElementChild.contains(document.querySelector('[data-done]'))"
    )
    expect(following).to_have_attribute("href", "wall.html")
    done.click()
    expect(mine.locator("[data-progress]")).to_have_text("1 of 1 done")
    page.get_by_role("link", name="Next on my list").click()
    page.wait_for_url("**/wall.html")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator("[data-next]")).to_be_hidden()


def _folded(page: Page) -> int:
    found: int = page.locator("details:not([open]):visible").count()
    return found


def test_what_is_folded_opens_for_whoever_is_led_there(opened: Open, packaged_site: Path) -> None:
    """A citation opens the list of sources, and from there a link leads back to the part that cites it."""
    page = opened(packaged_site / "platforms" / "linkedin.html")
    assert _folded(page) > 5
    page.locator(f".verdict {MARK}").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.locator("#source-1 .back").click()
    expect(page.locator("#verdict")).to_be_in_viewport()


def test_on_paper_nothing_is_folded(opened: Open, packaged_site: Path) -> None:
    """The other ways are printed too, whether somebody opened them or not."""
    page = opened(packaged_site / "platforms" / "linkedin.html")
    way = page.locator("details[data-ways]").first.locator(".steps > li").first
    expect(way).to_be_hidden()
    page.emulate_media(media="print")
    box = way.bounding_box()
    assert box
    assert box["height"] > 5


def test_a_citation_is_large_enough_to_be_met(opened: Open, packaged_site: Path) -> None:
    """Each of its numbers has 24 by 24 units at least, on which no other one lies, and a sentence has one mark."""
    page = opened(packaged_site / "platforms" / "linkedin.html")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for columns in (360, 1280):
        page.set_viewport_size({"width": columns, "height": 800})
        boxes = page.locator(f"{MARK}:visible").evaluate_all(
            "all => all.map(one => { const b = one.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })"
        )
        assert boxes
        assert all(wide >= 24 and high >= 24 for _, _, wide, high in boxes), boxes
        for one, other in pairwise(boxes):
            assert one[0] + one[2] <= other[0] + 0.1 or abs(one[1] - other[1]) > 12, (one, other)
    assert page.locator(f"{MARK} + {MARK}:not([tabindex])").count() == 0


def test_a_mark_of_several_sources_leads_to_each(opened: Open, packaged_site: Path) -> None:
    """Each number of `1 · 3` is a link to its source, in order; from key to key only the first is met."""
    page = opened(packaged_site / "platforms" / "linkedin.html")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    passed = page.locator(f"{MARK}[tabindex='-1']")
    assert passed.count() > 2
    for one in passed.all():
        first = one.evaluate("one => { while (one.tabIndex < 0) one = one.previousSibling; return one.textContent; }")
        assert int(first) < int((one.text_content() or "").removeprefix("· "))
    one = passed.first
    number = (one.text_content() or "").removeprefix("· ")
    one.click()
    expect(page.locator(f"#source-{number}")).to_be_in_viewport()
    expect(page.locator(f"#source-{number} .back")).to_be_visible()


def test_the_drawn_screen_holds_its_labels(opened: Open, packaged_site: Path) -> None:
    """No word stands out of the frame or under the switch, in whatever font."""
    for slug in ("linkedin", "youtube", "chatgpt"):
        page = opened(packaged_site / "platforms" / f"{slug}.html")
        drawn = page.locator("svg.screen").first
        assert drawn.get_attribute("aria-label")
        wide = drawn.evaluate(
            "one => [...one.querySelectorAll('text')].filter(t => { const b = t.getBBox();"
            " return b.x + b.width > 278; }).map(t => t.textContent)"
        )
        assert wide == []


def test_hits_stand_under_the_box_and_above_a_keyboard(opened: Open, packaged_site: Path) -> None:
    """While one types on a phone, of which the keyboard leaves 470 units; what stood between comes back afterwards."""
    page = opened(packaged_site / "index.html")
    page.set_viewport_size({"width": 360, "height": 470})
    page.fill("#q", "slack")
    hit = page.locator("[data-hits] a").first
    expect(hit).to_have_text("Slack")
    box = hit.bounding_box()
    assert box
    assert box["y"] + box["height"] < 470
    page.fill("#q", "")
    expect(page.get_by_label("Where you are")).to_be_visible()
