"""A guide in a browser: the reader's region and device, texts to copy, its age, its place on the list."""

import functools
import http.server
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from optout.catalog import Catalog
from optout.guide import compose
from optout.guide.guide import plain
from optout.guide.reader import DEVICES, Reader
from optout.guide.words import audience
from optout.messages import language
from optout.model import Audience
from optout.project.config import Config
from optout.site import build
from optout.site.views import COLUMNS
from tests.conftest import platform
from tests.site.conftest import MEASURE, Open
from tests.site.measured import sound


@pytest.fixture
def acme(opened: Open, example_site: Path) -> Page:
    """The guide with every kind of control, opened from a folder."""
    return opened(example_site / "platforms" / "acme.html")


def _choose(page: Page, region: str = "", device: str = "") -> None:
    page.select_option("[data-region]", region)
    page.select_option("[data-device]", device)


def _ways(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    names: list[str] = page.locator("[data-way]:visible h3").all_text_contents()
    return names


@pytest.mark.parametrize("slug", ["acme", "wall", "linkedin", "facebook", "google-ai-studio", "windows"])
def test_what_is_shown_is_what_the_command_shows(
    slug: str, opened: Open, example_site: Path, packaged_site: Path, example: Catalog, packaged: Catalog
) -> None:
    """The same ways in the same order, the best of them in front, for every region and device."""
    ours = slug in ("acme", "wall")
    catalog, site = (example, example_site) if ours else (packaged, packaged_site)
    page = opened(site / "platforms" / f"{slug}.html")
    for region in ("", "DE", "GB", "US-CA", "KR"):
        for device in ("", *DEVICES) if region in ("", "DE") else ("ios",):
            _choose(page, region, device)
            guide = compose(platform(catalog, slug), Reader(region, device))  # type: ignore[arg-type]
            assert _ways(page) == [way.name for way in guide.ways], (region, device)
            titles = page.locator("[data-ways]:visible h2").all_text_contents()
            assert titles == [part.title for part in guide.parts if part.ways], (region, device)
            assert page.locator(".status").first.get_attribute("class") == f"status {guide.status.id}"
            if guide.best:
                steps = page.locator(".best [data-way]:visible .steps > li")
                expect(steps).to_have_count(sum(len(way.steps) for way in guide.needed))
                lead = page.locator(".best [data-lead]:visible").all_text_contents()
                assert lead == [plain(part.lead) for part in guide.parts if part.lead and part.id == "steps"]


def test_devices_stand_in_the_order_of_the_choices(acme: Page) -> None:
    """The page looks up what holds for a device by its place."""
    values = acme.locator("[data-device] option").evaluate_all("all => all.map(one => one.value)")
    assert values == list(COLUMNS)


def test_what_is_hidden_is_said_and_can_be_seen(acme: Page) -> None:
    """A note counts the parts that do not hold for the reader; a button shows everything, and hides it again."""
    note = acme.locator("[data-hidden-note]")
    expect(note).to_have_text("")
    every = _ways(acme)
    _choose(acme, "GB", "ios")
    expect(acme.get_by_text("Personalised ads (outside the UK)")).to_be_hidden()
    expect(note).to_contain_text("Show everything")
    fewer = _ways(acme)
    note.get_by_role("button").click()
    assert _ways(acme) == every
    expect(note.get_by_role("button")).to_be_focused()
    expect(acme.get_by_text("Personalised ads (outside the UK)")).to_be_visible()
    note.get_by_role("button").click()
    assert _ways(acme) == fewer
    _choose(acme)
    expect(note).to_have_text("")
    assert _ways(acme) == every


def test_another_status_of_the_region_is_told_at_the_top(acme: Page) -> None:
    """The status changes, with the sentence that says why; a status that depends on the plan changes nothing."""
    chip = acme.locator(".status").first
    usual = chip.text_content()
    _choose(acme, "KR")
    expect(chip).to_have_text("✓ Says it does not train on your data")
    expect(acme.locator(".name + .shown")).to_contain_text("Acme does not train on chats from South Korea.")
    _choose(acme, "DE")
    expect(chip).to_have_text(usual or "")
    expect(acme.locator(".name + .shown")).to_be_hidden()


@pytest.mark.parametrize(("slug", "region"), [("ebay", "BR"), ("toyota", "DE")])
def test_where_nothing_is_known_the_verdict_says_so(
    slug: str, region: str, opened: Open, packaged_site: Path, packaged: Catalog
) -> None:
    """The sentence that the command shows stands there but for the region's name, and below it what holds elsewhere."""
    page = opened(packaged_site / "platforms" / f"{slug}.html")
    verdict, elsewhere = page.locator(".name + .verdict"), page.locator(".verdict + .shown")
    usual = page.locator(".verdict").inner_text()
    guide = compose(platform(packaged, slug), Reader(region))
    place = language("en").text(audience(Audience((region,))))
    assert guide.status.id == "not-known"
    _choose(page, region)
    expect(verdict).to_have_text(plain(guide.verdict).replace(place, "where you are"))
    expect(elsewhere).to_have_text(f"Elsewhere: {usual}")
    _choose(page)
    expect(page.locator(".verdict")).to_have_text(usual)
    expect(page.locator(".name + .shown")).to_be_hidden()


def test_a_choice_is_remembered_on_every_page_and_tab(opened: Open, acme: Page, example_site: Path) -> None:
    """Chosen once: other guides, the lists and open tabs follow."""
    home = opened(example_site / "index.html")
    _choose(acme, "US-CA", "ios")
    expect(home.locator("[data-region]")).to_have_value("US-CA")
    other = opened(example_site / "platforms" / "wall.html")
    expect(other.locator("[data-region]")).to_have_value("US-CA")
    expect(other.locator("[data-device]")).to_have_value("ios")
    assert "Keep uploads private" not in _ways(other)
    expect(other.locator("[data-hidden-note]")).to_contain_text("No way to refuse is meant for what you chose.")


class _Slow(http.server.SimpleHTTPRequestHandler):
    """Sends pages in two halves and scripts late, as a slow line does."""

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask the host for it, whatever a page says
            self.send_response(204)
            return self.end_headers()
        if self.path.endswith(".js"):
            time.sleep(0.1)
        if not self.path.endswith(".html"):
            return super().do_GET()
        page = Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        half = len(page) // 2
        self.wfile.write(page[:half])
        self.wfile.flush()
        time.sleep(0.1)
        self.wfile.write(page[half:])
        return None

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def prefix(packaged_site: Path) -> Iterator[str]:
    """The address of the site under a prefix, on a slow line."""
    handler = functools.partial(_Slow, directory=str(packaged_site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{packaged_site.name}"
        server.shutdown()


def test_nothing_moves_and_nothing_is_asked_of_anybody_else(prefix: str, opened: Open) -> None:
    """A remembered choice, an old date and copy buttons shift nothing, on a slow line; only the site is asked."""
    first = opened(f"{prefix}/platforms/linkedin.html")
    _choose(first, "DE", "ios")
    first.click("[data-tick]")
    page = first.context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(MEASURE + "Date.now = () => Date.parse('2028-01-01');")
    page.goto(f"{prefix}/platforms/linkedin.html")
    page.wait_for_timeout(100)
    assert page.evaluate("moved") == 0
    assert _ways(page)[0] == "Data for Generative AI Improvement in the app"
    expect(page.get_by_text("labels may have moved since")).to_be_visible()
    assert asked
    assert all(address.startswith(prefix) for address in asked)
    assert page.context.cookies() == []


@pytest.mark.parametrize("clipboard", ["", "Object.defineProperty(Navigator.prototype, 'clipboard', {get() {}});"])
def test_texts_and_addresses_are_copied_letter_by_letter(clipboard: str, opened: Open, example_site: Path) -> None:
    """With the clipboard of the browser, and where it has none; it is announced."""
    page = opened(example_site / "platforms" / "acme.html", clipboard)
    if not clipboard:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wanted = {
        "https://acme.example/settings/privacy",
        "https://acme.example/object",
        "privacy@acme.example",
        "Account: <your account>\nI object.",
        "User-agent: AcmeBot\nDisallow: /",
        "acme policy set --training deny",
    }
    page.evaluate("addEventListener('paste', event => window.pasted = event.clipboardData.getData('text/plain'))")
    copied = set()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for copy in page.locator("button.copy").all():
        copy.click()
        expect(copy).to_have_text("Copied")
        expect(page.locator("[data-said]")).to_have_text("Copied")
        page.keyboard.press("Control+V")
        copied.add(page.evaluate("window.pasted").replace("\r\n", "\n"))
    assert copied >= wanted
    assert page.locator("pre + button.copy").count() == page.locator("pre").count()


@pytest.mark.parametrize(("day", "said"), [("2026-12-21", ""), ("2027-05-01", ""), ("2027-08-21", "9 months")])
def test_an_old_check_says_so_by_the_clock_of_the_reader(day: str, said: str, opened: Open, example_site: Path) -> None:
    """After half a year the guide warns that labels may have moved."""
    page = opened(example_site / "platforms" / "acme.html", f"Date.now = () => Date.parse('{day}');")
    text = page.locator(".checked").text_content() or ""
    assert ("labels may have moved since" in text) == bool(said)
    assert said in text


def test_a_guide_goes_on_the_list_and_is_ticked_off(opened: Open, acme: Page, example_site: Path) -> None:
    """Adding, doing and removing, each with one button, in step with the list in another tab."""
    mine = opened(example_site / "my-list.html")
    done = acme.get_by_role("button", name="Done", exact=True)
    acme.get_by_role("button", name="Add to my list").click()
    expect(mine.locator("[data-part=quick] li")).to_have_count(1)
    expect(done).to_have_attribute("aria-pressed", "false")
    done.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(mine.locator("[data-progress]")).to_have_text("1 of 1 done")
    acme.evaluate(
        "() => { const list = JSON.parse(localStorage['optout.list.1']); list.platforms.acme.version = '00000000';"
        " localStorage['optout.list.1'] = JSON.stringify(list); }"
    )
    acme.reload()
    changed = acme.get_by_role("button", name="Done, but the guide has changed since")
    changed.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    done.click()
    expect(done).to_have_attribute("aria-pressed", "false")
    acme.get_by_role("button", name="Remove from my list").click()
    expect(mine.locator("[data-part=quick] li")).to_have_count(0)


def test_without_script_every_variant_can_be_read(browser: Browser, example_site: Path) -> None:
    """Nothing is hidden but folded, and nothing is offered that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((example_site / "platforms" / "acme.html").as_uri())
    folded = page.locator("details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    assert page.locator("[data-way]:visible").count() == page.locator("[data-way]").count() > 5
    assert page.locator("select:visible, button:visible").count() == 0
    context.close()


def test_labels_of_the_reader_s_screen_stand_below_the_steps(browser: Browser, example_site: Path) -> None:
    """Those of the browser's language; what somebody chooses on the page of all labels holds from then on."""
    context = browser.new_context(locale="de-CH")
    page = context.new_page()
    guide = (example_site / "platforms" / "acme.html").as_uri()
    page.goto(guide)
    shown = page.locator(".steps + [data-screen]")
    expect(shown).to_have_text("Deutsch: Einstellungen → Datenschutz → Acme für alle verbessern")
    assert shown.locator("span").first.evaluate("one => [one.lang, one.translate]") == ["de", False]
    page.get_by_role("link", name="The labels in other languages").click()
    sound(page, "labels/acme")
    expect(page.get_by_role("button", pressed=True)).to_have_count(1)
    page.locator("[data-screen=pt-br] button").click()
    page.goto(guide)
    expect(shown).to_contain_text("Português (BR): Configurações → Melhorar a Acme para todos. Not certain:")
    context.close()


_SAID = "mailto:us@example.org?subject=acme&body=example.yaml%3A%20acme%0D%0A%0D%0A"


def test_a_passage_that_is_selected_goes_along_with_a_message(opened: Open, example: Catalog, tmp_path: Path) -> None:
    """To the publisher, where they take one, as it reads, and no more of it than programs for e-mail take."""
    config = Config(report_url="mailto:us@example.org?subject={slug}")
    build.build(build.site(config, "platforms.yaml", build.read(example)), tmp_path / "site")
    page = opened(tmp_path / "site" / "platforms" / "acme.html")
    report = page.locator("[data-report]")
    expect(report).to_have_attribute("href", _SAID)
    select = "one => getSelection().selectAllChildren(document.querySelector(one))"
    page.evaluate(select, "h1")
    expect(report).to_have_attribute("href", f"{_SAID}Acme")
    verdict = page.locator(".verdict")
    assert verdict.locator("[href^='#source-']").count()
    page.evaluate(select, ".verdict")
    said = "Acme trains its models on your chats until you switch it off."
    expect(report).to_have_attribute("href", f"{_SAID}{quote(said)}")
    page.evaluate("getSelection().removeAllRanges()")
    page.evaluate(select, ".best .steps")
    expect(report).to_have_attribute("href", re.compile(r"body=.*%0D%0A.*%0D%0A.*%0D%0A"))
    page.evaluate(select, "main")
    expect(report).to_have_attribute("href", re.compile("%20%E2%80%A6$"))
    assert len(unquote(report.get_attribute("href") or "")) < 700
