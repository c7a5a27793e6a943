"""The page of what changed: every change once, under its month, with the sources of its guide."""

import gzip
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.catalog.locate import default_path, load
from optout.guide import compose
from optout.messages import language
from optout.model import Date, Event, Platform
from optout.project.config import Config
from optout.site import build, looked_back
from optout.site.changes import changes
from optout.site.model import Entry, card
from optout.site.views import views
from tests.conftest import EXAMPLE, Run, git, platform
from tests.site.planned import list_files

_AS_OF = Date(2026, 11, 21)


def _with(one: Platform, *events: Event) -> Platform:
    return one._replace(history=events)


def _pages(platforms: Sequence[Platform]) -> dict[str, str]:
    entries = tuple(Entry(one, 1) for one in platforms)
    site = build.site(Config(), "platforms.yaml", build.Read(entries, (), (), ()))
    cards = [card(compose(one), views(one, ())) for one in platforms]
    return {file.path: file.text for file in list_files(cards, site) if file.path.startswith("changes")}


def _page(platforms: Sequence[Platform]) -> str:
    return _pages(platforms)["changes.html"]


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_the_example_counted_by_hand(example: Catalog) -> None:
    """Two changes, the newer one first, each under its month and its year."""
    found = changes([platform(example, slug) for slug in ("acme", "quiet", "wall")], _AS_OF, language("en"))
    assert [(year.title, year.number) for year in found.years] == [("2026", 1), ("2024", 1)]
    assert [month.title for year in found.years for month in year.months] == ["August 2026", "September 2024"]
    assert [one.item.text for one in found.newest] == ["New terms take effect.", "Training begins."]
    assert found.to_come == ()


def test_an_imprecise_date_comes_after_those_that_are_known(acme: Platform) -> None:
    """Nobody knows where in its month or year it belongs, and the heading says so."""
    dates = (Date(2025), Date(2025, 1, 5), Date(2025, 3), Date(2025, 3, 1), Date(2025, 3, 9))
    found = changes([_with(acme, *(Event(date, f"On {date.iso}.") for date in dates))], _AS_OF, language("en"))
    assert [month.title for month in found.years[0].months] == ["March 2025", "January 2025", "2025, month not known"]
    assert [one.item.date.iso for one in found.newest][:3] == ["2025-03-09", "2025-03-01", "2025-03"]


@pytest.mark.slow
def test_what_is_to_come_stands_on_top_soonest_first(acme: Platform) -> None:
    """The day of the newest check is today; a change of that day has happened."""
    events = (Event(_AS_OF, "Today."), Event(Date(2027), "Some time."), Event(Date(2026, 12, 1), "In December."))
    found = changes([_with(acme, *events)], _AS_OF, language("en"))
    assert [one.item.text for one in found.to_come] == ["In December.", "Some time."]
    assert [one.item.text for one in found.newest] == ["Today."]
    page = _page([_with(acme, *events)])
    assert page.index("Still to come") < page.index("From 1 December 2026") < page.index("Today.")


@pytest.mark.slow
def test_an_event_leads_to_where_the_guide_has_its_sources(acme: Platform) -> None:
    """Their numbers are the guide's, and stand there only; what is doubted is doubted here as well."""
    page = _page([_with(acme, Event(Date(2026, 8, 1), "New terms. [terms]", "Seen by one user. [blog]"))])
    assert "#source-" not in page.rpartition("</style>")[2]
    assert "New terms." in page
    assert '<span class="doubt"><b>Not certain:</b> Seen by one user.' in page
    assert '<a class="who" href="platforms/acme.html#history">Acme</a>' in page


def test_a_catalog_without_history_says_so(example: Catalog) -> None:
    """The days of the checks are all there is."""
    page = _page([platform(example, "quiet")])
    assert "No change is known." in page
    assert "20 November 2026" in page


def test_what_was_checked_lately_is_told_by_day(example: Catalog) -> None:
    """The newest day first; of a very large catalog so many names that the page stays small."""
    found = changes([platform(example, slug) for slug in ("wall", "acme", "quiet")], _AS_OF, language("en")).checked
    assert [(one.date.day, [each.slug for each in one.platforms]) for one in found] == [
        (21, ["acme"]),
        (20, ["quiet"]),
        (19, ["wall"]),
    ]
    (many,) = changes([platform(example, "acme")] * 1000, _AS_OF, language("en")).checked
    assert (len(many.platforms), many.more) == (300, 700)


def test_the_real_pages_tell_everything_and_are_light(packaged: Catalog) -> None:
    """Every event of the catalog once under its year, the newest on the first page as well, in at most 60 KB each."""
    platforms = [one.entry for one in packaged if isinstance(one.entry, Platform)]
    pages = _pages(platforms)
    told = {path: page.count('<a class="who"') for path, page in pages.items()}
    assert 60 <= told.pop("changes.html") < 160
    years = re.findall(r'href="changes/(\d+)\.html"', pages["changes.html"])
    assert sum(told.values()) + pages["changes.html"].count(">From ") == sum(len(one.history) for one in platforms)
    assert {f"changes/{year}.html" for year in years} == told.keys()
    assert max(len(gzip.compress(page.encode(), 9)) for page in pages.values()) <= 60_000


def test_a_very_full_year_has_a_page_for_each_month(acme: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for what no month is known of; the page of the year leads there."""
    monkeypatch.setattr(looked_back, "CHANGES", 5)
    monkeypatch.setattr(looked_back, "FULL_YEAR", 5)
    events = [Event(Date(2025, 1 + number % 2), f"Event {number}.") for number in range(6)]
    pages = _pages([_with(acme, *events, Event(Date(2025), "Some time."), Event(Date(2024, 5), "Before."))])
    told = {path: len(re.findall(r"(Event \d|Some time|Before)\.", page)) for path, page in pages.items()}
    year = {"changes/2025.html": 0, "changes/2025-01.html": 3, "changes/2025-02.html": 3, "changes/2025-00.html": 1}
    assert told == {"changes.html": 8, **year, "changes/2024.html": 1}
    assert 'href="../changes/2025-00.html"' in pages["changes/2025.html"]


# Since an older catalog


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The example as it was: another label, a platform that is gone since, and another sentence."""
    text = EXAMPLE.read_text(encoding="utf-8")
    text = text.replace("switch: Public\n", "switch: Visible to all\n").replace(
        "Quiet trains on nothing you write", "Quiet does not train"
    )
    gone = "gone:\n  name: Gone\n  category: social\n  training: no-training\n  summary: It is so. [a]\n"
    text += f"{gone}  checked: 2026-01-02\n  sources: {{a: {{title: A, publisher: A, kind: official}}}}\n"
    path = tmp_path / "older.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _since(run: Run, tmp_path: Path, *arguments: str | Path) -> str:
    out = tmp_path / "site"
    done = run("build", "--out", out, *arguments)
    assert done.code == 0, done.err
    page = (out / "changes.html").read_text(encoding="utf-8")
    found = re.search(r'<section class="since".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.slow
def test_the_page_begins_with_what_changed_since_an_older_catalog(run: Run, tmp_path: Path, older: Path) -> None:
    """In the words of `optout diff`, what matters to those who followed a guide apart from what is editorial."""
    said = _since(run, tmp_path, "--catalog", EXAMPLE, "--since", older)
    told = " ".join(run("diff", older, EXAMPLE).out.split())
    assert "Since 21 November 2026" in _plain(said)
    matters, editorial = said.split("<details>")
    assert "Visible to all" in matters
    assert "Quiet" in editorial
    for clause in re.findall(r"(?:label|switch|its guide was)[^;.“]*", told):
        assert clause.strip() in _plain(said)
    assert "<b>Gone</b>: its guide was taken out" in said
    assert str(older.parent) not in said


@pytest.mark.slow
def test_a_german_site_says_what_changed_in_german(run: Run, tmp_path: Path, older: Path) -> None:
    """Headings, summary and sentences of the page, and the feed; the labels of the catalog are marked as English."""
    settings = tmp_path / "optout.toml"
    settings.write_text('languages = ["en", "de"]\nbase-url = "https://a.example"\n', encoding="utf-8")
    _since(run, tmp_path, "--catalog", EXAMPLE, "--since", older, "--config", settings)
    german = tmp_path / "site" / "de"
    page = (german / "changes.html").read_text(encoding="utf-8")
    said = page[page.index('<section class="since"') :].partition("</section>")[0]
    assert "<p>Plattformen: " in said
    assert "<h3>Wichtig " in said
    assert "heißt jetzt" in said
    assert '<span lang="en"><b translate="no">Visible to all</b></span>' in said
    assert "<b>Gone</b>: Anleitung entfernt" in said
    assert "Schalter „Visible to all“ heißt jetzt „Public“" in (german / "feeds" / "all.xml").read_text(
        encoding="utf-8"
    )


@pytest.mark.slow
def test_the_feed_of_all_changes_tells_what_matters_of_them(run: Run, tmp_path: Path, older: Path) -> None:
    """A switch that has moved reaches those who follow the feed; a sentence in other words does not."""
    _since(run, tmp_path, "--catalog", EXAMPLE, "--since", older, "--base-url", "https://a.example")
    feed = (tmp_path / "site" / "feeds" / "all.xml").read_text(encoding="utf-8")
    assert "Visible to all" in feed
    assert 'href="https://a.example/changes.html#since"' in feed
    assert "Quiet" not in feed


def test_since_may_be_a_git_revision(run: Run, tmp_path: Path, older: Path) -> None:
    """The catalog of a repository compared with itself as it was."""
    catalog = tmp_path / "platforms.yaml"
    git(tmp_path, "init", "-q")
    catalog.write_bytes(older.read_bytes())
    git(tmp_path, "add", "platforms.yaml")
    git(tmp_path, "commit", "-q", "-m", "First")
    catalog.write_bytes(EXAMPLE.read_bytes())
    said = _since(run, tmp_path, "--catalog", catalog, "--since", "HEAD")
    assert "Compared with the catalog HEAD." in _plain(said)
    assert "Visible to all" in said


@pytest.mark.slow
def test_since_may_be_written_in_the_settings(run: Run, tmp_path: Path, older: Path) -> None:
    """A file is looked for beside the settings, wherever the command is run."""
    settings = tmp_path / "optout.toml"
    settings.write_text('since = "older.yaml"\n', encoding="utf-8")
    assert "Visible to all" in _since(run, tmp_path, "--catalog", EXAMPLE, "--config", settings)


@pytest.mark.slow
def test_a_revision_that_is_not_there_stops_the_build(run: Run, tmp_path: Path) -> None:
    """One sentence, and nothing is written."""
    done = run("build", "--out", tmp_path / "site", "--catalog", default_path(), "--since", "no-such-thing")
    assert done.code in (1, 2)
    assert done.err.startswith("optout: since: there is no file `no-such-thing`, and ")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "site").exists()


def test_an_older_catalog_that_is_none_stops_the_build(run: Run, tmp_path: Path) -> None:
    """Otherwise every guide would be called new."""
    other = tmp_path / "other.yaml"
    other.write_text("a: 1\n", encoding="utf-8")
    done = run("build", "--out", tmp_path / "site", "--catalog", EXAMPLE, "--since", other)
    assert (done.code, done.err.count("\n")) == (1, 1)


@pytest.mark.slow
def test_nothing_changed_is_said_too(run: Run, tmp_path: Path) -> None:
    """Compared with itself."""
    assert "Nothing changed." in _since(run, tmp_path, "--catalog", EXAMPLE, "--since", EXAMPLE)


def test_everything_is_told_once(example: Catalog) -> None:
    """No change is lost between what is to come and what has been."""
    found = changes(
        [one.entry for one in load(EXAMPLE) if isinstance(one.entry, Platform)], Date(2025, 1, 1), language("en")
    )
    assert (len(found.to_come), len(found.newest)) == (1, 1)
