"""Keys of My list: they stand on the page, and act only where one is."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.conftest import Open


def _filled(opened: Open, site: Path) -> Page:
    page = opened(site / "my-list.html")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    for name in ("linkedin", "x", "chatgpt"):
        page.keyboard.type(name)
        page.locator("[data-hits] li").first.wait_for()
        page.keyboard.press("Enter")
        expect(page.locator("#q")).to_have_value("")
    return page


def test_a_run_takes_one_key_for_each(opened: Open, packaged_site: Path) -> None:
    """1, 2 and 3 decide, Enter opens the setting, Escape leads back to the list; each is shown."""
    page = _filled(opened, packaged_site)
    page.get_by_role("button", name="Start").press("Enter")
    title = page.locator("[data-short] h2")
    expect(page.locator("#run-keys")).to_have_text(
        "Enter opens the setting, 1 done, 2 later, 3 skip, Esc back to the list"
    )
    expect(page.locator("#run-keys")).to_be_visible()
    seen: list[str] = []
    for key in ("2", "3", "1"):
        expect(title).not_to_have_text(seen[-1] if seen else "")
        seen.append(title.inner_text())
        page.keyboard.press(key)
    expect(title).to_have_text("That was all for now; what you put off is left.")
    expect(page.locator("#run-keys")).to_be_hidden()
    page.get_by_role("button", name="To the list").click()
    for part, name in zip(("later", "skipped", "done"), seen, strict=True):
        expect(page.locator(f"[data-part={part}] .names a")).to_have_text([name])
    page.get_by_role("button", name="Go on").press("Enter")
    expect(title).to_have_text(seen[0])
    with page.expect_popup() as opening:
        page.keyboard.press("Enter")
    opening.value.close()
    page.keyboard.press("Escape")
    expect(page.locator("[data-whole]")).to_be_visible()


def test_a_key_that_is_pressed_elsewhere_decides_nothing(opened: Open, packaged_site: Path) -> None:
    """Whoever speaks to the browser, or leans on a key, ticks nothing off (WCAG 2.1.4); nor does Ctrl with a key."""
    page = _filled(opened, packaged_site)
    expect(page.locator("#list-keys")).to_have_text("/ to search, Enter takes the first, Esc to empty it")
    for key in ("1", "2", "3"):
        page.locator("h1").focus()
        page.keyboard.press(key)
    page.get_by_role("button", name="Start").press("Enter")
    expect(page.locator("[data-short] .steps")).to_be_visible()
    title = page.locator("[data-short] h2").inner_text()
    page.keyboard.press("Control+1")
    page.locator(".brand").focus()
    page.keyboard.press("1")
    expect(page.locator("[data-short] h2")).to_have_text(title)
    expect(page.locator("[data-left]")).to_contain_text("3 tasks left")
