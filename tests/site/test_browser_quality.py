"""How good the pages have to be while they are used: accessible in light and dark, and light to load."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.measured import heaviest, sound, weight

_KIB = 1024


def test_pages_in_use_are_accessible(browser: Browser, example_site: Path) -> None:
    """No violation of WCAG 2.2 AA: search and filters used, a region chosen, a list half done, a misspelt name."""
    page = browser.new_page()
    page.goto((example_site / "index.html").as_uri())
    page.check("[data-slug=acme] input")
    page.check("[data-slug=wall] input")
    page.check("[data-slug=quiet] input")
    page.select_option("#status", "opt-out")
    sound(page, "filtered")
    page.fill("#q", "akme")
    sound(page, "misspelt")
    page.goto((example_site / "platforms" / "acme.html").as_uri())
    page.select_option("[data-region]", "KR")
    page.select_option("[data-device]", "ios")
    sound(page, "guide")
    page.goto((example_site / "my-list.html").as_uri())
    page.evaluate(
        "() => { const list = JSON.parse(localStorage['optout.list.1']);"
        " Object.assign(list.platforms, {bebo: {}, quiet: {done: '2026-01-01', version: '00000000'}});"
        " localStorage['optout.list.1'] = JSON.stringify(list); }"
    )
    page.reload()
    page.get_by_role("button", name="Remove bebo").click()
    page.get_by_role("button", name="Undo").click()
    page.select_option("[data-region]", "")
    page.get_by_label("Acme is done").click()
    sound(page, "list")
    page.close()


def test_every_other_kind_of_page_is_accessible(browser: Browser, example_site: Path) -> None:
    """Lists by category and status, companies, the method, rules, and the page for what is not there."""
    page = browser.new_page()
    lists = ("categories/assistant", "statuses/no-training", "companies")
    kinds = (*lists, "about", "rules", "rules/long-quote", "404")
    for path in kinds:
        page.goto((example_site / f"{path}.html").as_uri())
        sound(page, path)
    page.close()


def test_pages_are_light(packaged_site: Path) -> None:
    """Compressed, with styles and script: every guide at most 14 KiB, home and my list at most 60."""
    size, name = heaviest(packaged_site)
    assert size <= 14 * _KIB, name
    for page in ("index.html", "my-list.html"):
        assert weight(packaged_site, page) <= 60 * _KIB, page
