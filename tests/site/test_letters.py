"""The page that writes letters: word for word what the command writes, and nothing of it leaves the browser."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from optout.catalog import Catalog
from optout.letters.compose import Order, compose
from optout.letters.contact import contact_of, siblings
from optout.letters.deadlines import Counting, Period, due
from optout.letters.holidays import closed_in
from optout.letters.kinds import ASKING, FOLLOWING, Kind
from optout.letters.law import authorities_for, law_of
from optout.letters.letter import Sender, Wanted
from optout.project.config import Config
from optout.render import letters as render
from optout.render.environment import PACKAGED
from optout.site import abridged, letters, wordings
from tests.conftest import platform
from tests.site.conftest import Open
from tests.site.measured import packed, sound, weight
from tests.site.planned import site_of
from tests.site.test_scripts import node  # noqa: F401

_BY_MAIL, _BY_FORM = "academia-edu", "platforms/facebook.html"
_DAY = date(2026, 11, 1)
_BEFORE, _REMINDED = (date(2026, 3, 1), date(2026, 10, 30), date(2026, 8, 31)), date(2026, 5, 1)
_REGIONS = ("DE", "GB", "CH", "BR", "US-CA", "US-VA", "CA", "CA-QC", "KR", "JP", "AU", "IN", "MX")
_NOBODY = Sender()
_ANNA = Sender("Anna  {account} <b>Muster", ("Hauptstraße 1", "10115 Berlin"), "anna@anna.example", "@anna's (1)!*")
_REASON = ("I write about my patients there, {name}. " * 3, "- as a list", "👩‍⚕️ and \u202eabc\u200b\x07, $& $1")
_LONG = ("word " * 400,)

Given = dict[str, Any]


def _script(node: str, folder: Path, program: str, given: object) -> Any:  # noqa: F811
    shutil.copy(PACKAGED / "site" / "scripts" / "lettertext.js", folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    done = subprocess.run(
        [node, "--input-type=module", "-e", f"import {{readFileSync}} from 'node:fs'; {program}"],
        input=json.dumps(given),
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def _orders(catalog: Catalog, slugs: tuple[str, ...]) -> Iterator[Order]:
    """Every kind by every law, by some in every language, of somebody who says all and of somebody who says nothing.

    What follows a letter follows each kind, long overdue and reminded of, just sent, and with no end in sight.
    """
    found = {slug: platform(catalog, slug) for slug in slugs}
    contacts = {(slug, region): contact_of(catalog, one, region) for slug, one in found.items() for region in _REGIONS}
    for region in _REGIONS:
        law = law_of(region)
        for spoken in law.languages if law.id in ("gdpr", "quebec") else law.languages[:1]:
            for kind, first in [*((one, None) for one in ASKING), *product(FOLLOWING, ASKING)]:
                for at, (sender, reason) in enumerate(((_ANNA, _REASON), (_NOBODY, ()), (_ANNA, _LONG))):
                    one = found[slugs[at]]
                    earlier: tuple[tuple[date, Kind], ...] = ((_BEFORE[at], first),) if first else ()
                    if kind == "complaint" and at == 0:
                        earlier = (*earlier, (_REMINDED, "reminder"))
                    wanted = Wanted(kind, spoken, _DAY, region, reason, sender is _ANNA, earlier)
                    authority = next(iter(authorities_for(region)), None) if kind == "complaint" else None
                    yield Order(one, law, contacts[one.slug, region], sender, wanted, authority)


def _given(order: Order) -> Given:
    wanted, sender = order.wanted, order.sender
    typed = {"name": sender.name, "address": "\n".join(sender.address), "mail": sender.email, "account": sender.account}
    chosen = {"kind": wanted.kind, "language": wanted.language, "region": wanted.region, "switched": wanted.switched}
    said = {**typed, **chosen, "reason": "\n".join(wanted.reason), "date": wanted.date.isoformat()}
    (before, first), (reminded, _) = (*wanted.earlier, ("", ""), ("", ""))[:2]
    ended = compose(order).draft.due
    known = dict(letters.authority_data())
    authority = next(
        (one for one in known.get(wanted.region, ()) if order.authority and one["id"] == order.authority.id), None
    )
    return {
        **said,
        "first": first,
        "before": str(before),
        "reminded": str(reminded),
        "due": str(ended or ""),
        "authority": authority,
    }


def _command(order: Order) -> list[str]:
    """What the command writes: as text and as a mail link."""
    made = compose(order)
    long, brief = (
        render.letter(made.draft._replace(brief=brief), order.sender, made.to, order.wanted.region)
        for brief in (False, True)
    )
    return [render.text(long), render.mailto(long, brief)]


@pytest.mark.slow
def test_the_script_writes_what_the_command_writes(
    node: str,  # noqa: F811
    packaged: Catalog,
    tmp_path: Path,
) -> None:
    """Letter by letter, whatever somebody types: markup, marks of templates and of direction, lists, nothing at all."""
    slugs = ("linkedin", "instagram", "tiktok")
    entries = {slug: platform(packaged, slug) for slug in slugs}
    company = {slug: list(siblings(packaged, one)) for slug, one in entries.items()}
    known = {slug: letters.platform_data(one, company[slug]) for slug, one in entries.items()}
    orders = list(_orders(packaged, slugs))
    pairs = {(one.law.id, one.wanted.language) for one in orders}
    files = {pair: wordings.packaged(*pair).values() for pair in pairs}
    written = {f"{law}-{spoken}": {**asking, **following} for (law, spoken), (asking, following) in files.items()}
    asked = [[f"{one.law.id}-{one.wanted.language}", *_told(one), one.platform.slug, _given(one)] for one in orders]
    program = (
        "import {mailOf, makeLetter, textOf} from './lettertext.js';"
        "const {written, known, countries, asked} = JSON.parse(readFileSync(0));"
        "const answer = ([law, since, locale, slug, given]) => {"
        "  const from = {law: written[law], since, platform: known[slug], countries: countries[locale]};"
        "  const letter = makeLetter(from, given);"
        "  return [textOf(letter), mailOf(letter, makeLetter(from, given, true))];"
        "};"
        "console.log(JSON.stringify(asked.map(answer)))"
    )
    extracts = list(map(abridged.extract, [*entries.values(), *chain(*company.values())]))
    sent = {
        "written": written,
        "known": known,
        "countries": letters.countries(code for one in extracts for code in (*one.countries, *one.officers)),
        "asked": asked,
    }
    for order, said in zip(orders, _script(node, tmp_path, program, sent), strict=True):
        assert said == _command(order), (order.wanted, order.platform.slug)


def _told(order: Order) -> tuple[str, str]:
    """From when the law holds, and how the letter's language is spoken there."""
    law, spoken = order.law, order.wanted.language
    return law.since.isoformat() if law.since else "", law.locales.get(spoken, spoken)


def test_the_script_counts_days_as_the_command_does(node: str, tmp_path: Path) -> None:  # noqa: F811
    """At the ends of months, in leap years, over weekends and public holidays."""
    days = [date(2027, 11, 20) + timedelta(days=day) for day in range(105)]
    periods = (Period(months=1), Period(months=3), Period(days=30), Period(business_days=15))
    countings: tuple[Counting, ...] = ("calendar", "next-working-day")
    countries = ("DE", "IE", "GB", "US", "XX")
    closed = {code: letters.closed_days(code, 2027) for code in countries}
    cases = [*product(days, periods, countings, countries)]
    program = (
        "import {dueBy} from './lettertext.js';"
        "const {cases, closed} = JSON.parse(readFileSync(0));"
        "console.log(JSON.stringify(cases.map(([day, period, how, code]) => dueBy(day, period, how, closed[code]))))"
    )
    asked = [(day.isoformat(), *rest) for day, *rest in cases]
    counted = _script(node, tmp_path, program, {"cases": asked, "closed": closed})
    assert counted == [due(day, period, how, closed_in(code)).isoformat() for day, period, how, code in cases]


@pytest.fixture
def page(opened: Open, packaged_site: Path) -> Page:
    """The page as one comes to it from the guide of LinkedIn."""
    return opened(packaged_site / "letter.html", view="#platform=linkedin")


def _paper(page: Page) -> str:
    return page.locator("[data-paper]").inner_text()


def test_one_comes_from_a_guide_types_copies_and_mails(page: Page) -> None:
    """The letter follows every choice at once; what is missing is said, by when and to whom as well."""
    assert page.locator("#platform").input_value() == "linkedin"
    page.select_option("[data-region]", "DE")
    page.get_by_text("Artikel 21 Absatz 1 DSGVO").wait_for()
    assert "[Ihr Name]" in _paper(page)
    assert "Still to fill in: Your name" in page.locator("[data-notes]").inner_text()
    assert "eur-lex.europa.eu" in page.locator("[data-notes]").inner_text()
    page.select_option("#spoken", "en")
    page.fill("#name", "<img src=x onerror=alert(1)>")
    page.locator("[data-reason] summary").click()
    page.locator("[data-example]").first.click()
    page.get_by_text("about my health, my family").nth(1).wait_for()
    assert "<img src=x onerror=alert(1)>" in _paper(page)
    assert "LinkedIn Ireland Unlimited Company" in _paper(page)
    assert page.locator("[data-ways] a").first.get_attribute("href", timeout=1000).startswith("mailto:")  # type: ignore[union-attr]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("<img src=x onerror=alert(1)>\n\nData Protection Officer\nLinkedIn Ireland")
    assert "patients" not in page.evaluate("JSON.stringify(localStorage)")
    assert "onerror" not in page.evaluate("JSON.stringify([localStorage, sessionStorage, location.href])")
    page.select_option("#kind", "access")
    page.get_by_text("Article 15 GDPR").wait_for()
    assert not page.locator("[data-reason]").is_visible()


def test_what_was_sent_is_reminded_of_and_complained_about(opened: Open, packaged_site: Path) -> None:
    """My list knows what was sent and when; somebody without one says it. Of several authorities one is chosen."""
    letters_sent = [
        {"kind": "access", "law": "gdpr", "sent": "2026-02-17", "country": "IE"},
        {"kind": "reminder", "law": "gdpr", "sent": "2026-03-25", "country": "IE"},
    ]
    kept = {"version": 1, "platforms": {"linkedin": {"added": "2026-01-01", "letters": letters_sent}}}
    script = f"localStorage.setItem('optout.list.1', {json.dumps(json.dumps(kept))})"
    page = opened(packaged_site / "letter.html", script, "#platform=linkedin")
    page.select_option("[data-region]", "DE")
    page.select_option("#kind", "complaint")
    page.get_by_text("Artikel 77 DSGVO").wait_for()
    assert [page.locator(f"#{name}").input_value() for name in ("before", "first", "reminded")] == [
        "2026-02-17",
        "access",
        "2026-03-25",
    ]
    said = _paper(page)
    assert "17. Februar 2026: Auskunftsersuchen" in said
    assert (
        "18. März 2026: letzter Tag für eine Antwort (Artikel 12 Absatz 3 DSGVO)" in said
    )  # St. Patrick's Day moves it
    assert "25. März 2026: Erinnerung" in said
    notes = page.locator("[data-notes]").inner_text()
    assert "from My list" in notes
    assert "choose yours" in notes
    page.select_option("#authority", "deberlbdi")
    page.locator("[data-paper] .to", has_text="10555 Berlin").wait_for()
    page.select_option("#kind", "reminder")
    page.get_by_text("am 17. Februar 2026 habe ich Ihnen").wait_for()
    page.select_option("#platform", "github")
    page.get_by_text("Say when your letter arrived").wait_for()
    assert not page.locator("[data-made]").is_visible()
    page.fill("#before", date.today().isoformat())
    page.get_by_text("Ich habe keine Antwort erhalten.").wait_for()
    assert "They still have time" in page.locator("[data-notes]").inner_text()
    assert page.evaluate("localStorage.getItem('optout.list.1')") == json.dumps(kept)


def test_on_paper_there_is_the_letter_alone(page: Page) -> None:
    """With the address where the window of an envelope is."""
    page.select_option("[data-region]", "DE")
    page.get_by_text("Artikel 21 Absatz 1 DSGVO").wait_for()
    page.emulate_media(media="print")
    for gone in ("h1", "form", "footer", "[data-notes]", "[data-print]", "#cannot"):
        assert not page.locator(gone).first.is_visible(), gone
    box = page.locator("[data-paper] .to").bounding_box()
    head = page.locator("[data-paper] .head").bounding_box()
    assert box
    assert head
    assert round((box["y"] - head["y"]) * 25.4 / 96, 1) == 42.7
    assert box["x"] == head["x"]


def test_a_name_that_no_platform_has_chooses_none(opened: Open, packaged_site: Path) -> None:
    """Whatever an address says."""
    page = opened(packaged_site / "letter.html", view="#platform=../../x%22%3E")
    assert page.locator("#platform").input_value() == ""
    assert not page.locator("[data-made]").is_visible()


def test_without_scripts_the_command_is_named(packaged_site: Path, page: Page) -> None:
    """And what a letter cannot do."""
    browser = page.context.browser
    assert browser
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto((packaged_site / "letter.html").as_uri())
    assert bare.get_by_text("optout letter linkedin --region DE").is_visible()
    assert not bare.locator("form").is_visible()
    assert bare.get_by_text("This is no legal advice").is_visible()
    bare.context.close()


def test_the_page_is_accessible_and_light(browser: Browser, packaged_site: Path) -> None:
    """With a letter on it, in light and dark; with its parts and all that it names at most 25 KiB, compressed."""
    page = browser.new_page()
    page.goto((packaged_site / "letter.html").as_uri() + "#platform=linkedin")
    page.select_option("[data-region]", "DE")
    page.get_by_text("Artikel 21 Absatz 1 DSGVO").wait_for()
    page.locator("details").evaluate("one => one.open = true")
    sound(page, "letter")
    page.close()
    parts = ("gdpr-de.js", "countries/de.js", "closed/IE.js", "platforms/linkedin.js")
    later = packed(packaged_site, *(f"assets/letters/{part}" for part in parts))
    assert weight(packaged_site, "letter.html") + later <= 25 * 1024


def test_guides_lead_there_where_one_objects_by_mail(packaged_site: Path) -> None:
    """With their platform chosen; where there is a form, that asks its own questions. Every other page has it below."""
    by_mail, by_form, home = (packaged_site / path for path in (f"platforms/{_BY_MAIL}.html", _BY_FORM, "index.html"))
    assert f'href="../letter.html#platform={_BY_MAIL}"' in by_mail.read_text("utf-8")
    assert "letter.html" not in by_form.read_text("utf-8")
    assert 'href="letter.html"' in home.read_text("utf-8")


def test_templates_of_ones_own_are_taken_apart_as_well(packaged: Catalog, tmp_path: Path) -> None:
    """What they say of a platform is filled in by the script."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "en.txt").write_text("No, {{ l.platform }}\n{{ l.date }}\n\nBy {{ l.me }}.\n", "utf-8")
    site = site_of([platform(packaged, "linkedin")], config=Config(templates=tmp_path))
    made = {file.path: file.text for lot in letters.lots(site) for file in lot.make()}["assets/letters/gdpr-en.js"]
    assert '"subject":"No, {platform}","long":[[["name"],["By {name}."],0],[["!name"],["By ."],0]]' in made
    assert '"{year}-02-{day}"' in made
