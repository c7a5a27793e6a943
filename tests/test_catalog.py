"""The catalog that comes with optout."""

import re
from datetime import date
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.catalog.entries import entries
from optout.guide import Reader, compose
from optout.guide.guide import plain
from optout.model import Date, Platform
from optout.render import html, json, markdown, terminal
from optout.render.screen import Screen
from optout.rules import check
from optout.site.guidebook import compare, plan
from optout.terms.vocabulary import LANGUAGES, quoted_in, vocabulary

_READERS = (Reader("DE", "ios"), Reader("US-CA", "web", "Free"), Reader("EU", "android", "Business"))


@pytest.fixture(scope="module")
def platforms(packaged: Catalog) -> list[Platform]:
    """Every platform of it."""
    return list(entries(packaged).platforms)


def test_every_rule_holds(packaged: Catalog) -> None:
    """`optout check` finds no error on the day on which somebody runs it: no entry was checked tomorrow."""
    today = Date(*date.today().timetuple()[:3])
    assert [str(problem) for problem in check(packaged, today) if problem.severity == "error"] == []


@pytest.mark.parametrize("turn", range(len(_READERS)), ids=lambda turn: str(_READERS[turn]))
def test_every_platform_renders_for_every_reader(turn: int, platforms: list[Platform]) -> None:
    """In every format, with something in it: for one in turn of whom something is known.

    Guides for everybody are looked at one by one elsewhere: as Markdown below, as lines, pages and data by their tests.
    """
    for one in platforms[turn :: len(_READERS)]:
        guide = compose(one, _READERS[turn])
        assert len(terminal.guide(guide, Screen(), full=True)) > 300
        assert len(markdown.guide(guide)) > 300
        assert len(html.guide(guide)) > 300
        assert json.guide(guide)["slug"] == one.slug


def test_the_committed_guides_are_those_of_the_catalog(packaged: Catalog) -> None:
    """`optout guides --check` has nothing to say."""
    folder = Path(__file__).parent.parent / "guides"
    assert not any(compare(plan(packaged), folder))


def test_a_way_through_an_app_offers_no_page(platforms: list[Platform]) -> None:
    """A button to a page of the web beside “Open the app” would be another way, which the guide tells by itself."""
    ways = [way for one in platforms for part in compose(one).parts for way in part.ways]
    in_app = [
        way for way in ways if way.steps and re.match(r"Open the [\w ]+ app\b(?!.*\bor\b)", plain(way.steps[0].text))
    ]
    assert in_app
    assert [way.name for way in in_app if way.start.startswith("http")] == []


def test_a_robots_txt_can_be_made_of_the_catalog_alone(platforms: list[Platform]) -> None:
    """Each crawler stands in one entry, and whatever a rule to copy names stands among them."""
    tokens = [crawler.token for one in platforms for crawler in one.crawlers]
    assert sorted(tokens) == sorted(set(tokens))
    texts = (control.file.text for one in platforms for control in one.controls if control.file)
    named = {name.casefold() for text in texts for name in re.findall(r"(?im)^user-agent: *(.+?) *$", text)}
    assert named - {token.casefold() for token in tokens} <= {"*"}


# Words of other languages that stand in English sentences and on English screens, too.
_ENGLISH_TOO = frozenset(re.findall(r"\w+", "ai s no do com via de over i e per al d l y o se et"))
# Names in English quotes: a street, an abbreviated firm, a laboratory.
_FOREIGN_NAMES = re.compile("Brücke|S.a.r.l. et Cie|zu den|Nous Research")


def _looks_foreign(quote: str) -> bool:
    """Whether a letter or a common word in a quote is one that English does not have."""
    said = _FOREIGN_NAMES.sub("", quote)
    other = frozenset[str]().union(*(vocabulary(code).common for code in LANGUAGES if code != "en"))
    foreign = other - vocabulary("en").common - _ENGLISH_TOO
    words = set(re.findall(r"[^\W\d_]+", said.casefold()))
    return bool(words & foreign or re.search(r"[^\W\d_a-zA-Z]", said))


def test_a_quote_in_another_language_says_in_which(platforms: list[Platform]) -> None:
    """A screen reader speaks it so; what is surely in a language is not marked as another, or as none."""
    quotes = {
        (one.slug, source.id): source
        for one in platforms
        for source in one.sources
        if source.quote and not source.taken_from
    }
    unmarked = [place for place, one in quotes.items() if not one.language and _looks_foreign(one.quote)]
    assert unmarked == []
    marked = {place: one for place, one in quotes.items() if one.language}
    assert [place for place, one in marked.items() if quoted_in(one.quote) == "en" or one.language == "en"] == []
    # Spanish shares most of its commonest words with its neighbours: so few words do not tell them.
    found = ((place, {one.language, quoted_in(one.quote) or one.language}) for place, one in marked.items())
    assert [one for one in found if len(one[1]) > 1 and one[1] not in ({"es", "pt"}, {"es", "fr"})] == []
    assert len(marked) > 150
