"""Guides as one HTML page."""

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given

from optout.catalog import Catalog
from optout.guide import compose
from optout.guide.guide import plain
from optout.messages import LANGUAGES, language
from optout.model import Platform
from optout.prose import Span
from optout.render import html, markdown, terminal
from optout.render.environment import PACKAGED
from optout.render.screen import Screen
from tests import strategies
from tests.conftest import CASES, golden, platform

_NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def _parse(page: str) -> object:
    return html5lib.HTMLParser(strict=True).parse(page)


def _elements(page: str, name: str) -> list[object]:
    return list(_parse(page).iter(f"{_NAMESPACE}{name}"))  # type: ignore[attr-defined]


def test_a_page_is_as_in_its_file(acme: Platform) -> None:
    """The page under cases/guides was looked at by somebody."""
    golden(CASES / "guides" / "acme.html", html.guide(compose(acme)))


def test_a_german_page_is_as_in_its_file(acme: Platform) -> None:
    """It says that it is German."""
    page = html.guide(compose(acme, spoken="de"))
    golden(CASES / "guides" / "acme-de.html", page)
    assert '<html lang="de">' in page


@given(strategies.platforms)
def test_what_the_catalog_says_is_marked_as_english(generated: Platform) -> None:
    """On a German page whatever an entry says stands in an element that says so, on an English one in none."""
    said = generated._replace(summary="Catalog words.", differences=(), doubt="Catalog words.")
    page = html.guide(compose(said, spoken="de"))
    assert page.count("Catalog words.") == page.count('<span lang="en">Catalog words.</span>') == 2
    assert 'lang="en"' not in html.guide(compose(said)).replace('<html lang="en">', "")


def test_each_sentence_ends_in_the_mark_of_its_own_sources() -> None:
    """Also where spaces stand between words and citations, and whatever is cited twice."""
    cites = {number: Span("cite", number) for number in "1289"}
    first = (Span("text", "It trains. "), cites["2"], Span("text", " "), cites["8"], Span("text", " "), cites["1"])
    second = (Span("text", " You can "), Span("label", "leave"), Span("text", ". "), cites["9"], Span("text", " "))
    said = (*first, *second, cites["1"])
    assert re.sub("<[^>]*>", "", html.sentence(language("en"), said)) == "It trains.1· 2· 8 You can leave.1· 9"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_doubt_is_said_in_the_text_of_every_format(code: str, acme: Platform) -> None:
    """Whoever copies it, has it read aloud or translated: as often in one format as in another, in no stylesheet."""
    guide = compose(acme, spoken=code)
    label = guide.labels.not_certain
    page = re.sub(r"<style>.*?</style>", "", html.guide(guide), flags=re.DOTALL)
    wanted = len(re.findall(label, markdown.guide(guide)))
    assert wanted
    assert len(re.findall(label, re.sub(r"<[^>]+>", "", page))) == wanted
    assert len(re.findall(label, re.sub(r"\s+", " ", terminal.guide(guide, Screen(80), full=True)))) == wanted
    assert label not in PACKAGED.joinpath("style.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("slug", ["acme", "quiet", "wall"])
def test_all_formats_say_their_parts_in_one_order(slug: str, code: str, example: Catalog) -> None:
    """The verdict, the steps, how to tell, then the rest, as the guide has it."""
    guide = compose(platform(example, slug), spoken=code)
    way = guide.best
    steps = [plain(way.steps[-1].text)[:12], plain(way.done)[:20]] if way else []
    wanted = [plain(guide.verdict)[:20], *(part.title for part in guide.parts[:1]), *steps]
    wanted += [part.title for part in guide.parts[1:] if part.title]
    for text in (
        re.sub(r"<[^>]+>", "", html.guide(guide).split("<main>")[1]),
        markdown.guide(guide).replace("*", "").replace("[", ""),
        terminal.guide(guide, Screen(100), full=True).translate(dict.fromkeys(map(ord, "“”„"))),
    ):
        place = 0
        for words in wanted:
            assert (place := text.find(words, place)) >= 0, words


@pytest.mark.parametrize("slug", ["acme", "quiet", "wall"])
def test_pages_are_html_without_errors(slug: str, example: Catalog) -> None:
    """A strict parser finds nothing to object to."""
    _parse(html.guide(compose(platform(example, slug))))


@given(strategies.platforms)
def test_free_text_stays_text(generated: Platform) -> None:
    """Whatever the words are: no script, no image, no foreign address, and still HTML without errors."""
    page = html.guide(compose(generated))
    for name in ("script", "img", "iframe", "object"):
        assert not _elements(page, name)
    assert len(_elements(page, "style")) == len(_elements(page, "title")) == len(_elements(page, "h1")) == 1
    for link in _elements(page, "a"):
        assert link.get("href").startswith(("https://", "mailto:", "ms-settings:", "#"))  # type: ignore[attr-defined]


def test_a_page_needs_nothing_else(acme: Platform) -> None:
    """No script, no request: everything that is shown is in the page."""
    page = html.guide(compose(acme))
    for name in ("script", "link", "img", "iframe"):
        assert not _elements(page, name)
    assert "url(" not in page
    assert "@import" not in page


def test_every_citation_leads_to_its_source(acme: Platform) -> None:
    """Every address within the page exists, and no id twice."""
    page = html.guide(compose(acme))
    root = _parse(page)
    ids = [element.get("id") for element in root.iter() if element.get("id")]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))
    targets = {link.get("href")[1:] for link in _elements(page, "a") if link.get("href").startswith("#")}  # type: ignore[attr-defined]
    assert targets
    assert targets <= set(ids)


def test_ones_own_template_comes_first(acme: Platform, tmp_path: Path) -> None:
    """A folder with one file overrides just that one."""
    (tmp_path / "style.css").write_text("body { color: red; }", encoding="utf-8")
    page = html.guide(compose(acme), tmp_path)
    assert "body { color: red; }" in page
    assert "<h1 " in page


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("linkedin.com/mypreferences/d/settings", "linkedin|.com/|mypreferences/|d/|settings"),
        ("https://example.com/a?b=c&d=e.html", "https://|example|.com/|a|?b|=c|&amp;d|=e|.html"),
        ("privacy.requests@example.com", "privacy|.requests|@example|.com"),
        ("x.com/settings/grok", "x.com/settings/grok"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft"),
        ("A sentence, that is none. It is long.", "A sentence, that is none. It is long."),
    ],
)
def test_a_long_address_may_be_broken_at_its_signs(text: str, broken: str) -> None:
    """And within none of its words; what is short or no address stays in one piece."""
    assert html.breakable(text) == broken.replace("|", "<wbr>")
