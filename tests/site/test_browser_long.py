"""Lists that are longer than anybody's: refused with a sentence, or shown as far as anybody reads."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.conftest import Open


def _kept(page: Page) -> dict[str, object]:
    found: dict[str, object] = page.evaluate("JSON.parse(localStorage.getItem('optout.list.1') ?? '{}')")
    return found


def test_a_link_with_more_than_any_list_has_says_so(opened: Open, example_site: Path) -> None:
    """Nothing of it is taken, and nothing asked; one that is just short enough is asked about."""
    page = opened(example_site / "my-list.html", view="#list=" + ",".join(f"a-{one}" for one in range(5001)))
    expect(page.locator("[data-notice]")).to_have_text(
        "This link names 5,001 platforms, and no list has more than 5,000: nothing was taken from it."
    )
    expect(page.locator("[data-brought]")).to_be_hidden()
    assert _kept(page).get("platforms", {}) == {}
    page = opened(example_site / "my-list.html", view="#list=" + ",".join(f"a-{one}" for one in range(5000)))
    expect(page.locator("[data-brought] p").first).to_contain_text("brings 5,000 platforms")


def test_of_many_sites_without_a_guide_the_first_are_shown(opened: Open, example_site: Path) -> None:
    """And how many more there are; none of them is lost."""
    sites = {f"a{one}.example": {"added": "2026-11-01", "at": "2026-11-01"} for one in range(25_000)}
    kept = json.dumps({"version": 1, "platforms": {"acme": {"added": "2026-11-01"}}, "unknown": sites})
    page = opened(example_site / "my-list.html", f"localStorage['optout.list.1'] ??= {json.dumps(kept)}")
    unknown = page.locator("[data-part=unknown]")
    expect(unknown.locator("h2 small")).to_have_text("25000")
    expect(unknown.locator("li")).to_have_count(201)
    expect(unknown.locator("li").last).to_have_text("and 24,800 more")
    page.locator("[data-part] input[type=checkbox]").first.click()
    expect(page.locator("[data-part=done] li")).to_have_count(1)
    assert len(_kept(page)["unknown"]) == 25_000  # type: ignore[arg-type]
