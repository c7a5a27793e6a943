"""A site in several languages: the same pages in each, what the catalog says marked as English, choices shared."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import html5lib
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from optout.catalog import Catalog
from optout.messages import LANGUAGES
from optout.rules.manuals import manuals, page
from optout.site import build
from tests.conftest import EXAMPLE, Run
from tests.site.conftest import Open
from tests.site.measured import heaviest, misplaced, sound
from tests.site.planned import ADDRESS, PUBLISHED, files_of

_BOTH = PUBLISHED._replace(languages=("en", "de"))
_TEXT = "{http://www.w3.org/1999/xhtml}"
_SETTINGS = 'languages = ["en", "de"]\n'


@pytest.fixture(scope="module")
def both(example: Catalog) -> dict[str, str]:
    """The files of the example's site in English at the root and in German below it."""
    return files_of(build.site(_BOTH, "platforms.yaml", build.read(example)))


def _pages(files: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((path, text) for path, text in files.items() if path.endswith(".html"))


def _german(files: dict[str, str]) -> dict[str, str]:
    return {path.removeprefix("de/"): text for path, text in files.items() if path.startswith("de/")}


# Files beside the pages that say something.
_SPOKEN = ("calendar.ics", "labels/acme.de.js", "labels/acme.pt-br.js", "opensearch.xml")


def test_every_page_is_there_in_every_language(both: dict[str, str]) -> None:
    """With its language said, and its likes named to search engines; what needs no language is there once."""
    german = _german(both)
    english = {path: text for path, text in both.items() if not path.startswith("de/")}
    assert {path for path in english if path.endswith(".html")} - set(german) == {
        "404.html",
        "rules.html",
        *map(page, manuals()),
    }
    assert {path for path in german if not path.endswith(".html")} == {
        path for path in english if path.startswith(("feeds/", "mine/")) or path in _SPOKEN
    }
    for path, text in german.items():
        if path.endswith(".html"):
            assert '<html lang="de"' in text, path
            assert '<html lang="en"' in english[path], path
        if path.endswith(".html") and 'http-equiv="refresh"' not in text:
            shown = "" if path == "index.html" else path
            for code, folder in (("en", ""), ("de", "de/")):
                where = f"{folder}{path}" if folder or shown else ""
                alternate = f'<link rel="alternate" hreflang="{code}" href="{ADDRESS}/{where}">'
                assert alternate in text, path
                assert alternate in english[path], path


def test_a_language_is_left_for_the_same_page(both: dict[str, str]) -> None:
    """Somebody who reads about a platform goes on reading about it."""
    german, english = both["de/platforms/acme.html"], both["platforms/acme.html"]
    assert '<a href="../../platforms/acme.html" lang="en" hreflang="en">English</a>' in german
    assert '<a href="../de/platforms/acme.html" lang="de" hreflang="de">Deutsch</a>' in english


def test_a_site_in_one_language_names_no_other(published: dict[str, str]) -> None:
    """No folder, no link, no alternate; a publisher who says nothing has an English site."""
    for path, text in _pages(published):
        assert "hreflang" not in text, path
        assert '<html lang="en"' in text, path
    assert not any(path.startswith("de/") for path in published)


@pytest.mark.slow
def test_the_first_language_is_at_the_root(example: Catalog) -> None:
    """A German publisher has a German site, and English below it if at all."""
    config = PUBLISHED._replace(languages=("de",))
    alone = files_of(build.site(config, "platforms.yaml", build.read(example)))
    assert '<html lang="de">' in alone["index.html"]
    assert '<html lang="de">' in alone["404.html"]
    turned = PUBLISHED._replace(languages=("de", "en"))
    both = files_of(build.site(turned, "platforms.yaml", build.read(example)))
    assert both["about.html"] != alone["about.html"]
    assert '<html lang="en">' in both["en/index.html"]


def _texts(element: Any, lang: str) -> Iterator[tuple[str, str]]:
    """Every text of an element with its language."""
    lang = element.get("lang", lang)
    if element.tag not in (f"{_TEXT}script", f"{_TEXT}style"):
        yield element.text or "", lang
        for child in element:
            yield from _texts(child, lang)
            yield child.tail or "", lang


def test_what_the_catalog_says_is_marked_as_english(both: dict[str, str]) -> None:
    """A screen reader says it as English, and what optout says as German."""
    body = html5lib.parse(both["de/platforms/acme.html"]).find(f"{_TEXT}body")
    assert body is not None
    texts = list(_texts(body, "de"))
    english = " ".join(text for text, lang in texts if lang == "en")
    german = " ".join(text for text, lang in texts if lang == "de")
    for said in ("Acme trains on chats", "Training does not", "The settings"):
        assert said not in german
    assert "Schritte" in german
    assert "Acme" in english
    assert re.findall(r"[^.]*\b(?:the|your|until|unless|which)\b[^.]*", german) == []


def test_what_is_kept_of_a_guide_is_the_same_in_every_language(both: dict[str, str]) -> None:
    """A tick made in one language holds in the other: the version of a guide depends on no words."""
    version = re.compile(r'data-version="(\w+)"')
    for path in ("platforms/acme.html", "platforms/wall.html", "platforms/quiet.html"):
        assert version.findall(both[path]) == version.findall(both[f"de/{path}"]) != []


def test_feeds_say_the_same_of_the_same(both: dict[str, str]) -> None:
    """Titled in their language, with the same identifiers, so that nobody who follows both is told twice."""
    for path in ("feeds/all.xml", "feeds/platforms/acme.xml"):
        english, german = feedparser.parse(both[path]), feedparser.parse(both[f"de/{path}"])
        assert [one.id for one in english.entries] == [one.id for one in german.entries] != []
        assert (english.feed.language, german.feed.language) == ("en", "de")
        assert all(one.link.startswith(f"{ADDRESS}/de/") for one in german.entries)
    assert german.entries[0].title != english.entries[0].title
    assert feedparser.parse(both["de/feeds/all.xml"]).feed.title.endswith("Was sich geändert hat")


def test_a_calendar_is_named_in_its_language(both: dict[str, str]) -> None:
    """And has the same events under the same identifiers."""
    found = [Calendar.from_ical(both[path]) for path in ("calendar.ics", "de/calendar.ics")]
    assert [str(one["X-WR-CALNAME"]) for one in found] == [
        "Ours & theirs: changes to come",
        "Ours & theirs: anstehende Änderungen",
    ]
    english, german = ([str(event["UID"]) for event in one.walk("VEVENT")] for one in found)
    assert english == german


def test_hosts_and_search_engines_are_told_of_all(both: dict[str, str]) -> None:
    """The sitemap has every page in every language, and the folder's feeds and calendar have their types."""
    for path, text in _pages(both):
        listed = f"<loc>{ADDRESS}/{path.removesuffix('index.html') if path == 'index.html' else path}</loc>"
        hidden = path == "404.html" or 'http-equiv="refresh"' in text
        assert (listed in both["sitemap.xml"]) != hidden, path
    assert "/of/ours/de/feeds/*\n  Content-Type: application/atom+xml" in both["_headers"]
    assert "/of/ours/de/calendar.ics\n  Content-Type: text/calendar" in both["_headers"]


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ('"de"', '`languages` must be a list of codes: languages = ["de"]'),
        ("[1]", "`languages` must be a list of codes"),
        ('["en", "fr"]', f"languages: there is no `fr`; choose among {', '.join(LANGUAGES)}"),
        ('["en", "en"]', "languages: name each language once"),
        ("[]", "languages: name each language once"),
    ],
)
def test_a_wrong_setting_says_what_is_right(setting: str, says: str, run: Run, tmp_path: Path) -> None:
    """In a sentence, before anything is made."""
    settings = tmp_path / "optout.toml"
    settings.write_text(f"languages = {setting}\n", encoding="utf-8")
    done = run("build", "--config", settings, "--catalog", EXAMPLE, "--out", tmp_path / "site")
    assert done.code != 0
    assert says in done.err
    assert not (tmp_path / "site").exists()


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory, example: Catalog) -> Path:
    """The example in both languages, opened from a folder."""
    out = tmp_path_factory.mktemp("languages") / "site"
    build.build(build.site(_BOTH._replace(base_url=""), "platforms.yaml", build.read(example)), out)
    return out


def test_german_pages_are_accessible_and_fit(browser: Browser, on_disk: Path) -> None:
    """No violation of WCAG 2.2 AA in the longer words of another language, and nothing wider than a phone."""
    page = browser.new_page()
    for path in ("index", "my-list", "overview", "changes", "about", "platforms/acme", "platforms/wall", "companies"):
        page.goto((on_disk / "de" / f"{path}.html").as_uri())
        sound(page, path)
    page.close()


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory, packaged: Catalog) -> Path:
    """The catalog that comes with optout, in German."""
    out = tmp_path_factory.mktemp("german") / "site"
    build.build(build.site(_BOTH._replace(languages=("de",)), "platforms.yaml", build.read(packaged)), out)
    return out


def test_a_german_guide_is_light(german: Path) -> None:
    """Every guide at most 15 KiB, compressed, with style and script: a KiB more for marking what stays English."""
    size, name = heaviest(german)
    assert size <= 15 * 1024, name


@pytest.mark.parametrize("columns", [320, 360, 1280])
def test_german_drawings_can_be_read(columns: int, german: Path, browser: Browser) -> None:
    """Longer words stay in their drawing, and the page in the window."""
    page = browser.new_page(viewport={"width": columns, "height": 800})
    page.goto((german / "overview.html").as_uri())
    assert misplaced(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= columns
    page.close()


@pytest.mark.parametrize("columns", [320, 360, 1280])
def test_no_word_of_a_button_is_cut(columns: int, german: Path, browser: Browser) -> None:
    """Beside what opens the setting as well, where the words of one language are longer than those of another."""
    page = browser.new_page(viewport={"width": columns, "height": 800})
    page.goto((german / "platforms" / "linkedin.html").as_uri())
    lines = page.locator("button:visible").evaluate_all(
        "all => all.map(one => { const range = new Range(); range.selectNodeContents(one);"
        " return [one.textContent, range.getClientRects().length]; })"
    )
    assert len(lines) > 2
    assert [text for text, number in lines if number > len(text.split())] == []
    page.close()


def test_scripts_speak_the_language_of_the_page(opened: Open, on_disk: Path) -> None:
    """Counts, regions, ticks and the list; what was chosen in one language is chosen in the other."""
    home = opened(on_disk / "de" / "index.html")
    home.fill("#q", "akme")
    expect(home.locator("[data-found]")).to_have_text("Nichts heißt „akme“. Meinten Sie Acme?")
    home.fill("#q", "")
    home.select_option("#region", label="Deutschland")
    home.check("[data-slug=acme] input")
    guide = opened(on_disk / "de" / "platforms" / "acme.html")
    expect(guide.locator("[data-hidden-note]")).to_contain_text("Ausgeblendet, weil nicht für Sie:")
    expect(guide.locator("[data-tick]")).to_have_text("Von meiner Liste nehmen")
    guide.click("[data-done]")
    guide.get_by_role("link", name="English").click()
    assert guide.url.endswith("/site/platforms/acme.html")
    expect(guide.locator("[data-region]")).to_have_value("DE")
    expect(guide.locator("[data-done]")).to_have_text("Done")
    mine = opened(on_disk / "de" / "my-list.html")
    expect(mine.locator("[data-progress]")).to_have_text("1 von 1 erledigt")
    expect(mine.locator("[data-part=done] li small")).to_contain_text("Erledigt am ")
