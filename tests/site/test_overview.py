"""The overview: numbers that can be counted by hand, and drawings that say the same as the tables beside them."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from optout.catalog import Catalog
from optout.guide import compose
from optout.messages import Value, language
from optout.model import CATEGORIES, TRAININGS, Category, Date, Event, Platform, Training
from optout.project.config import Config
from optout.site import build, charts, figures
from optout.site.charts import WIDTH, Chart
from optout.site.figures import Figures
from optout.site.model import Card, Entry, Site, card
from optout.site.views import views
from tests import strategies
from tests.conftest import platform
from tests.site.measured import misplaced, sound
from tests.site.planned import list_files

_AS_OF = Date(2026, 11, 21)
_ENGLISH = language("en")
_SVG = "{http://www.w3.org/2000/svg}"


def _figures(platforms: Sequence[Platform], as_of: Date = _AS_OF) -> Figures:
    cards = [card(compose(one), views(one, ())) for one in platforms]
    return figures.figures(cards, platforms, as_of, _ENGLISH)


def _spoken(sentences: Sequence[Value]) -> str:
    return " ".join(map(_ENGLISH.text, sentences))


@pytest.fixture
def three(example: Catalog) -> list[Platform]:
    """An assistant that trains, a network that does not, a gallery that offers no way out."""
    return [platform(example, slug) for slug in ("acme", "quiet", "wall")]


# Numbers


def test_statuses_are_counted_by_category(three: list[Platform]) -> None:
    """One of each, in the order of what needs action first; the totals are those of the columns."""
    found = _figures(three).status
    assert [one.id for one in found.statuses] == ["opt-out", "depends", "no-control", "opt-in", "no-training"]
    assert [(row.category, row.numbers) for row in found.rows] == [
        ("assistant", (1, 0, 0, 0, 0)),
        ("social", (0, 0, 0, 0, 1)),
        ("media", (0, 0, 1, 0, 0)),
    ]
    assert found.totals == (1, 0, 1, 0, 1)
    assert _spoken(found.finding) == "1 of 3 platforms trains unless you refuse."


def test_the_largest_category_comes_first_and_the_worst_is_named(three: list[Platform]) -> None:
    """A category with few platforms is never called the worst: its share says nothing."""
    acme, quiet, wall = three
    social = [quiet._replace(training="opt-out")] * 2 + [quiet] * 4
    assistants = [acme] * 4 + [acme._replace(training="no-training", controls=())]
    found = _figures([*social, *assistants, wall._replace(training="opt-out")]).status
    assert [row.category for row in found.rows] == ["social", "assistant", "media"]
    assert _spoken(found.finding) == "7 of 12 platforms train unless you refuse. Most often in “Assistants”: 4 of 5."


def test_steps_are_counted_where_there_is_something_to_refuse(three: list[Platform]) -> None:
    """The assistant takes three; what the gallery offers is no refusal, and the network needs none."""
    found = _figures(three).steps
    assert [(_ENGLISH.text(row.title), row.number) for row in found.rows] == [
        ("1 step", 0),
        ("2 steps", 0),
        ("3 steps", 1),
        ("No way known", 1),
    ]
    said = "Of 2 platforms that train, or may, 1 can be refused in 3 steps or fewer; for 1 no way is known."
    assert _spoken(found.finding) == said


def test_age_is_that_of_the_newest_source_and_of_the_last_check(three: list[Platform]) -> None:
    """Terms of August are three months old, a source of "2025" may be 22, and one has no date at all."""
    found = _figures(three).age
    assert [(_ENGLISH.text(row.title), row.sources, row.checks) for row in found.rows if row.sources or row.checks] == [
        ("0 to 2 months", 0, 3),
        ("3 to 5 months", 1, 0),
        ("21 to 23 months", 1, 0),
        ("No date", 1, 0),
    ]
    assert _spoken(found.finding).endswith(" old. All 3 were checked in the last three months.")


def test_what_gives_no_date_is_as_old_as_its_copy(three: list[Platform]) -> None:
    """A copy of August is three months old."""
    acme = three[0]
    copied = acme._replace(sources=tuple(one._replace(date=None, seen=Date(2026, 8, 1)) for one in acme.sources))
    found = _figures([copied]).age
    assert [_ENGLISH.text(row.title) for row in found.rows if row.sources] == ["3 to 5 months"]


@pytest.mark.parametrize(
    ("date", "months"),
    [
        (Date(2026, 11, 21), 0),
        (Date(2026, 10, 22), 0),
        (Date(2026, 10, 21), 1),
        (Date(2025, 11, 22), 11),
        (Date(2025, 11), 12),
        (Date(2025), 22),
        (Date(2027, 1, 1), 0),
    ],
)
def test_months_are_whole_and_never_too_few(date: Date, months: int) -> None:
    """A date without a day or month counts from the first one it may be; what is to come has no age."""
    assert figures.months(date, _AS_OF) == months


def test_changes_are_counted_by_month_and_those_without_one_apart() -> None:
    """Every year from the first to the last has a row; a change of which only the year is known is in no month."""
    found = figures.timeline([Date(2024, 9, 3), Date(2024, 9), Date(2024), Date(2026, 1, 31)], _AS_OF)
    assert [(year.title, year.total, year.undated) for year in found.years] == [
        ("2024", 3, 1),
        ("2025", 0, 0),
        ("2026", 1, 0),
    ]
    assert found.years[0].months[8] == 2
    said = "4 changes are known since 2024, 3 of them in 2024. The busiest month was September 2024 with 2."
    assert _spoken(found.finding) == said


def test_what_is_to_come_is_no_busiest_month_and_is_drawn_hollow() -> None:
    """Of the future only what has been announced is known."""
    found = figures.timeline([Date(2026, 11, 1), *[Date(2026, 12, 1)] * 3, Date(2027)], _AS_OF)
    assert found.peak
    assert found.peak.date == Date(2026, 11)
    assert [dot.kind for dot in charts.timeline(found, _ENGLISH.months).dots].count("to-come") == 3


def test_many_empty_years_share_a_row() -> None:
    """A lone early change does not push the rest off the page."""
    found = figures.timeline([Date(1995), Date(2024, 1, 1), Date(2026, 1, 1)], _AS_OF)
    assert [year.title for year in found.years] == ["1995", "1996–2023", "2024", "2025", "2026"]


def test_a_dot_stands_for_more_changes_where_there_are_too_many() -> None:
    """Ten thousand changes are drawn with a thousandth of the dots, none of them lost."""
    found = figures.timeline([Date(2026, 1 + number % 3, 1) for number in range(10_000)], _AS_OF)
    assert charts.dot_worth(found) == 100
    assert len(charts.timeline(found, _ENGLISH.months).dots) == 3 * 34


def test_an_empty_catalog_has_no_finding_to_boast_of() -> None:
    """Nothing is divided by the number of platforms."""
    found = _figures([])
    assert found.status.totals == (0, 0, 0, 0, 0)
    assert _spoken(found.steps.finding) == "No platform is known to train."
    assert found.timeline.years == ()


# Drawings


def _drawn(found: Figures) -> tuple[Chart, ...]:
    return tuple(charts.charts(found, _ENGLISH.months))


_DATES = st.builds(Date, st.integers(1990, 2100), st.just(0)) | strategies.dates
_ENTRIES = st.tuples(st.sampled_from(CATEGORIES), st.sampled_from(TRAININGS), _DATES, st.lists(_DATES, max_size=3))


@given(st.lists(_ENTRIES, max_size=8))
def test_no_drawing_leaves_its_frame(entries: list[tuple[Category, Training, Date, list[Date]]]) -> None:
    """Whatever the catalog: every number is counted once, and every bar and dot is inside."""
    platforms = [
        Platform(
            "a", "A", category, training, "It is so.", date, (), history=tuple(Event(one, "New.") for one in dates)
        )
        for category, training, date, dates in entries
    ]
    found = _figures(platforms)
    assert sum(found.status.totals) == sum(row.sources for row in found.age.rows) == len(platforms)
    assert sum(row.checks for row in found.age.rows) == len(platforms)
    assert found.timeline.total == sum(len(one.history) for one in platforms) == len(_drawn(found)[3].dots)
    for chart in _drawn(found):
        assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.1 for bar in chart.bars)
        assert all(bar.y >= 0 and bar.y + bar.height <= chart.height for bar in chart.bars)
        assert all(2 < dot.x < WIDTH - 2 and 2 < dot.y < chart.height - 2 for dot in chart.dots)


# The page


def _site(platforms: Iterable[Platform]) -> Site:
    entries = tuple(Entry(one, 1) for one in platforms)
    return build.site(Config(), "platforms.yaml", build.Read(entries, (), (), ()))


def _pages(site: Site, cards: Sequence[Card]) -> dict[str, str]:
    """The files of lists up to the styles: the index of the search comes after them and takes its time."""
    files = takewhile(lambda file: not file.path.endswith(".svg"), list_files(cards, site))
    return {file.path: file.text for file in files}


class _Look(NamedTuple):
    """A built page: its text, and the folder it is in."""

    folder: Path
    overview: str


def _write(folder: Path, platforms: Sequence[Platform], cards: Sequence[Card]) -> _Look:
    pages = _pages(_site(platforms), cards)
    for path in ("overview.html", "changes.html", *(path for path in pages if path.startswith(("assets/", "static/")))):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(pages[path], encoding="utf-8")
    return _Look(folder, pages["overview.html"])


def _empty(example: Catalog, packaged: Catalog) -> list[Platform]:
    return []


def _one(example: Catalog, packaged: Catalog) -> list[Platform]:
    return [platform(example, "acme")]


def _example(example: Catalog, packaged: Catalog) -> list[Platform]:
    """Every status, a doubt, a date of which only the year is known, and something to come."""
    events = (Event(Date(2023), "Quiet opens.", "Known from one user."), Event(Date(2027, 2, 1), "New terms."))
    quiet = platform(example, "quiet")._replace(history=events)
    others = [quiet._replace(slug=one, training=one) for one in TRAININGS if one in ("depends", "opt-in")]
    return [platform(example, "acme"), platform(example, "wall"), quiet, *others]


def _packaged(example: Catalog, packaged: Catalog) -> list[Platform]:
    return [one.entry for one in packaged if isinstance(one.entry, Platform)]


def _many(example: Catalog, packaged: Catalog) -> list[Platform]:
    """More than a thousand."""
    real = _packaged(example, packaged)
    return [one._replace(slug=f"{one.slug}-{number}") for one in real for number in range(5)]


_SIZES = {"empty": _empty, "one": _one, "example": _example, "packaged": _packaged, "many": _many}


class _Looks:
    """The pages of catalogs of every size, made when they are first looked at."""

    def __init__(self, made: Callable[[str], Sequence[Platform]], folder: Path) -> None:
        self.made = made
        self.folder = folder
        self.known: dict[str, _Look] = {}
        self.cards: dict[Platform, Card] = {}

    def __getitem__(self, name: str) -> _Look:
        if name not in self.known:
            platforms = self.made(name)
            cards = [self._card(one._replace(slug="a"))._replace(slug=one.slug) for one in platforms]
            self.known[name] = _write(self.folder / name, platforms, cards)
        return self.known[name]

    def _card(self, one: Platform) -> Card:
        if one not in self.cards:
            self.cards[one] = card(compose(one), views(one, ()))
        return self.cards[one]


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory, example: Catalog, packaged: Catalog) -> _Looks:
    """The pages of catalogs of every size."""
    return _Looks(lambda name: _SIZES[name](example, packaged), tmp_path_factory.mktemp("looks"))


def _drawings(page: str) -> dict[str, ElementTree.Element]:
    """The drawings of a page by the id of their title."""
    found = re.findall(r'<svg class="chart".*?</svg>', page, re.DOTALL)
    drawings = [ElementTree.fromstring(one.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')) for one in found]
    return {drawing.attrib["aria-labelledby"].split("-title")[0]: drawing for drawing in drawings}


def _tables(page: str) -> list[list[list[str]]]:
    """The cells of every table, by row."""
    return [
        [
            [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
            for row in re.findall(r"<tr>(.*?)</tr>", table)
        ]
        for table in re.findall(r"<table>(.*?)</table>", page, re.DOTALL)
    ]


def _said(drawing: ElementTree.Element, kind: str) -> list[str]:
    return [text.text or "" for text in drawing.iter(f"{_SVG}text") if text.attrib["class"] == kind]


@pytest.mark.parametrize("name", ["one", "example", "packaged", "many"])
def test_every_drawing_has_the_numbers_of_its_table(looks: _Looks, name: str) -> None:
    """Whoever cannot see the drawings reads the same in the tables and in a sentence."""
    page = looks[name].overview
    drawings, (status, steps, age, timeline) = _drawings(page), _tables(page)
    totals, rows = status[-1], status[1:-1]
    numbers = _said(drawings["by-status"], "number")
    assert numbers == [*totals[1:-1], *(row[-1] for row in rows)]
    parts = [bar for bar in drawings["by-status"].iter(f"{_SVG}rect") if bar.attrib["height"] == "18"]
    assert len(parts) == sum(cell != "0" for row in rows for cell in row[1:-1])
    assert _said(drawings["by-steps"], "number") == [row[1] for row in steps[1:-1]]
    assert _said(drawings["by-age"], "number") == [row[n] for n in (1, 2) for row in age[1:] if row[n] != "0"]
    years = [row[-1] for row in timeline[1:]]
    assert [number for number in _said(drawings["timeline"], "number") if number in years][-len(years) :]
    if "Each dot is one change." not in page:
        return
    dots = sum(path.attrib["d"].count("M") for path in drawings["timeline"].iter(f"{_SVG}path") if "dot" in
               path.attrib["class"] and "hole" not in path.attrib["class"])  # fmt: skip
    assert dots == sum(int(year.replace(",", "")) for year in years)
    for drawing in drawings.values():
        said = drawing.findtext(f"{_SVG}desc") or ""
        assert drawing.attrib["role"] == "img"
        assert re.search(r"\d", said)
        assert said.endswith(".")


def test_an_empty_catalog_has_a_page_that_says_so(looks: _Looks) -> None:
    """No drawing of nothing."""
    assert "No platform in this catalog." in looks["empty"].overview
    assert _drawings(looks["empty"].overview) == {}


def test_the_newest_changes_are_told_and_the_others_linked(looks: _Looks) -> None:
    """Thirty are readable beside the drawing; the rest is a page away."""
    page = looks["packaged"].overview
    assert page.count('<a class="who"') == 30
    assert re.search(r'<a href="changes.html">All \d+ changes</a>', page)


_SMALLEST = """() => Math.min(...[...document.querySelectorAll('.chart text')].map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d))"""


def _sized(page: Page, look: _Look, columns: int) -> None:
    page.set_viewport_size({"width": columns, "height": 800})
    page.goto((look.folder / "overview.html").as_uri())


@pytest.mark.parametrize("name", ["empty", "one", "packaged", "many"])
def test_drawings_can_be_read_on_a_phone_and_on_a_desk(looks: _Looks, name: str, browser: Browser) -> None:
    """No words outside their drawing or over each other, none smaller than 12 pixels, no page wider than the window."""
    page = browser.new_page()
    for columns in (320, 360, 1280):
        _sized(page, looks[name], columns)
        assert page.evaluate("document.documentElement.scrollWidth") <= columns
        assert misplaced(page) == []
        if name != "empty" and columns >= 360:
            assert page.evaluate(_SMALLEST) >= 12
    page.close()


@pytest.mark.parametrize("name", ["overview", "changes"])
def test_the_pages_are_accessible(looks: _Looks, name: str, browser: Browser) -> None:
    """In light and dark, for machines that read them aloud, and on a phone."""
    page = browser.new_page()
    page.goto((looks["example"].folder / f"{name}.html").as_uri())
    sound(page, name)
    page.close()
