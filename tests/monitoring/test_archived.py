"""Quotes in the archived copies of their sources, and entries whose terms changed, without any network."""

import re
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.model import Date, Platform
from optout.monitoring import report, report_formats
from optout.monitoring.archived import copies
from optout.monitoring.stale import NewTerms, rank
from optout.render.screen import Screen
from optout.terms import library
from tests.conftest import Run
from tests.terms.collections import POLICY, Made, collection, git

_CATALOG = """\
acme:
  name: Acme
  category: social
  training: opt-out
  summary: Acme trains AI on your posts until you switch it off. [policy]
  checked: 2026-04-01
  controls: [{path: Settings > Train, set: off, evidence: [policy]}]
  terms: [{collection: eu, service: Acme, documents: [Privacy Policy]}]
  sources:
    policy:
      title: Policy
      publisher: Acme
      kind: official
      url: https://acme.example/policy
      date: 2026-01-01
      quote: QUOTE
"""
_OLD = "We use your public posts to train our AI models, unless you switch that off."
_NEW = "We use your posts and messages to train the AI models of our partners."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog, and an archive in which its policy was changed twice."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OPTOUT_TERMS", str(tmp_path / "clones"))
    (tmp_path / "clones").mkdir()
    dated = "Last updated: May 1, 2026\n\n"
    commits = [
        Made("2025-01-01", f"{POLICY}\n{_OLD}"),
        Made("2026-05-02", f"{dated}{POLICY}\n{_NEW}"),
        Made("2026-06-01", f"{dated}{POLICY}\n{_NEW} Thank you for reading all of this."),
    ]
    collection(tmp_path / "clones" / "eu-versions", commits)
    declared = '{"terms": {"Privacy Policy": {"fetch": "https://www.acme.example/policy"}}}'
    collection(tmp_path / "clones" / "eu-declarations", [Made("2025-01-01", declared, "Add", "declarations/Acme.json")])
    _write(tmp_path, "We use your public posts to train our AI models")
    return tmp_path


def _write(folder: Path, quote: str) -> None:
    (folder / "platforms.yaml").write_text(_CATALOG.replace("QUOTE", quote), encoding="utf-8")


@pytest.mark.parametrize(
    ("quote", "state", "gone", "instead"),
    [
        ("We use your public posts to train our AI models", "gone", Date(2026, 5, 2), f"{_NEW} Thank you"),
        ("use your posts and MESSAGES to train the AI models", "stands", None, ""),
        ("We use your posts and our messages to train the AI models of our partners", "moved a little", None, ""),
        ("Nobody ever said that anywhere in any of these documents", "gone", None, ""),
    ],
)
def test_what_became_of_a_quote(quote: str, state: str, gone: Date | None, instead: str, here: Path) -> None:
    """It is gone since the first version without it, and what is most like it stands beside; none if none is."""
    catalog = Catalog(_CATALOG.replace("QUOTE", quote).encode(), "x")
    with library.opened() as found:
        seen = copies(catalog, found)
    (one,) = seen.quotes
    assert (one.verdict.state, one.gone, one.day) == (state, gone, Date(2026, 6, 1))
    assert one.instead.startswith(instead)
    assert bool(one.instead) == bool(instead)
    assert seen.addresses == {"https://acme.example/policy"}


def test_a_quote_in_another_language_is_not_looked_for_in_an_english_copy(here: Path) -> None:
    """One address shows each reader their own: so it is neither gone nor found, and its page is asked as before."""
    said = _CATALOG.replace("QUOTE", "Wir trainieren unsere Modelle mit Ihren Beiträgen")
    with library.opened() as found:
        assert copies(Catalog(said.encode(), "x"), found).quotes[0].verdict.state == "gone"
        seen = copies(Catalog(f"{said}      language: de\n".encode(), "x"), found)
    assert (seen.quotes, seen.addresses) == ((), frozenset())


def test_what_stands_in_one_cell_of_a_table_stands_each_for_itself(here: Path) -> None:
    """Else the last word of one line and the first of the next were one, and a quote had moved."""
    cell = f"| Purpose | Data |\n| --- | --- |\n| To improve its quality<br>{_OLD}<br>To ship | Posts |"
    collection(here / "clones" / "eu-versions", [Made("2026-06-02", f"{POLICY}\n{cell}")])
    with library.opened() as found:
        (one,) = copies(Catalog((here / "platforms.yaml").read_bytes(), "x"), found).quotes
    assert one.verdict.state == "stands"


def test_a_quote_that_is_gone_is_told_with_what_took_its_place(here: Path) -> None:
    """In words, and for programs."""
    with library.opened() as found:
        seen = copies(Catalog((here / "platforms.yaml").read_bytes(), "platforms.yaml"), found).quotes
    told = report_formats.text(report.evidence([], seen), Screen(200))
    assert "Gone from the archived copy (1)" in told
    assert "gone since 2026-05-02; the copy stands so since 2026-06-01" in told
    assert f"now: “{_NEW} Thank you for reading all of this.”" in " ".join(told.split())
    assert "platforms.yaml:16:14  acme  sources.policy.quote" in told
    assert report.copy_counts(seen) == "1 quote looked up in archived copies: 1 gone"
    assert '"gone": "2026-05-02"' in report_formats.evidence_json([], seen)


_LATER = """\
    policy-2026:
      title: Policy of May 2026
      publisher: Acme
      kind: official
      url: https://acme.example/policy
      date: 2026-05-01
      quote: use your posts and messages to train
"""


def _copy(here: Path, number: int, name: str = "eu") -> str:
    """The address of the copy as a commit made it, counted from the newest."""
    commit = git(f"--git-dir={here / 'clones' / 'eu-versions'}", "rev-parse", f"HEAD~{number}").strip()
    return f"https://github.com/OpenTermsArchive/{name}-versions/blob/{commit}/Acme/Privacy%20Policy.md"


def test_an_older_version_beside_a_newer_one_is_looked_up_in_its_own_copy(here: Path) -> None:
    """It is cited for what was said then, so nothing of it is gone; where its copy is not here, nothing is said."""
    text = _CATALOG.replace("QUOTE", f"{_OLD[:40]}\n      archived: {_copy(here, 2)}") + _LATER
    with library.opened() as found:
        older, newer = copies(Catalog(text.encode(), "x"), found).quotes
        assert (older.verdict.state, older.day, newer.verdict.state) == ("stands", Date(2026, 1, 1), "stands")
        assert older.copy == _copy(here, 2)
        wrong = text.replace(_OLD[:40], "Nobody ever said that in that version")
        assert copies(Catalog(wrong.encode(), "x"), found).quotes[0].verdict.state == "gone"
        elsewhere = text.replace("eu-versions/blob", "nowhere-versions/blob")
        assert [one.quoted.source.id for one in copies(Catalog(elsewhere.encode(), "x"), found).quotes] == [
            "policy-2026"
        ]


def test_the_copy_that_a_source_names_is_read_though_the_entry_does_not_name_the_document(here: Path) -> None:
    """Of several copies the newest decides."""
    lines = [line for line in _CATALOG.splitlines() if "terms:" not in line and "url:" not in line]
    text = "\n".join(lines).replace("QUOTE", f"{_OLD[:40]}\n      archived: {_copy(here, 2)}\n")
    with library.opened() as found:
        (one,) = copies(Catalog(text.encode(), "x"), found).quotes
    assert (one.verdict.state, one.gone) == ("gone", Date(2026, 5, 2))


def test_a_source_that_came_with_a_way_is_looked_up_where_it_is_written(here: Path, run: Run) -> None:
    """Once, in the entry that has its quote."""
    taker = """
taker:
  name: Taker
  category: social
  training: opt-out
  summary: Taker trains AI on your posts until you switch it off. [own]
  checked: 2026-04-01
  controls: [{name: Train, taken-from: acme}]
  terms: [{collection: eu, service: Acme, documents: [Privacy Policy]}]
  sources: {own: {title: Own, publisher: Taker, kind: official, url: "https://taker.example/own"}}
"""
    path = here / "platforms.yaml"
    path.write_text(path.read_text(encoding="utf-8") + taker, encoding="utf-8")
    with library.opened() as found:
        seen = copies(Catalog(path.read_bytes(), "x"), found)
    assert [one.quoted.use.entry for one in seen.quotes] == ["acme"]


def test_where_there_is_no_archive_nothing_is_a_copy(here: Path, tmp_path: Path) -> None:
    """Nor where its clone is damaged."""
    catalog = Catalog((here / "platforms.yaml").read_bytes(), "x")
    with library.opened(tmp_path / "nowhere") as found:
        assert copies(catalog, found).quotes == ()
    (here / "clones" / "eu-versions" / "HEAD").unlink()
    with library.opened() as found:
        assert copies(catalog, found).quotes == ()


def test_evidence_asks_no_page_of_which_there_is_a_copy(here: Path, run: Run) -> None:
    """So without a network it still tells what is gone."""
    done = run("evidence", "acme", "--state", here / "state")
    assert done.code == 1
    assert "Gone from the archived copy (1)" in done.out
    assert "1 quote looked up in archived copies: 1 gone" in done.err
    assert "0 quotes: none looked up" in done.err


def test_an_entry_whose_terms_changed_stands_above_all_others(here: Path, run: Run) -> None:
    """With the passage; once somebody has looked at it, no longer."""
    other = _CATALOG.replace("acme:", "zebra:").replace("Acme", "Zebra").replace("2026-04-01", "2020-01-01")
    text = (_CATALOG + "\n" + other.replace("  terms: [{collection: eu, service: Zebra", "  #")).replace(
        "QUOTE", "A quote"
    )
    (here / "platforms.yaml").write_text(text, encoding="utf-8")
    done = run("stale", "--today", "2026-11-22")
    assert done.out.startswith("1. Acme: checked 235 days ago")
    said = " ".join(done.out.split())
    assert f"its terms (Privacy Policy) say since 2 May 2026: “{_NEW}”" in said
    (here / "platforms.yaml").write_text(text.replace("2026-04-01", "2026-06-01"), encoding="utf-8")
    assert run("stale", "--today", "2026-11-22").out.startswith("1. Zebra")


def test_what_is_gone_is_told_as_gone(acme: Platform) -> None:
    """There is nothing new to show."""
    gone = {acme.slug: [NewTerms("Terms of Service", Date(2026, 5, 2), "We never train AI on it.", is_gone=True)]}
    (due,) = rank([acme], Date(2026, 11, 22), terms=gone)
    assert due.reasons[1].text == (
        "its terms (Terms of Service) no longer say since 2 May 2026: “We never train AI on it.”"
    )


def test_a_date_that_is_older_than_the_copys_is_told(here: Path, run: Run) -> None:
    """As a warning, which fails nothing."""
    done = run("check", "--format", "concise", "--today", "2026-05-03")
    assert done.code == 0
    assert "archived-date: the archived copy of 2026-06-01 dates itself 2026-05-01, this says 2026-01-01" in done.out
    path = here / "platforms.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-01-01", "2026-05-01"), encoding="utf-8")
    assert "archived-date" not in run("check", "--format", "concise", "--today", "2026-05-03").out


def _dated(run: Run) -> list[str]:
    """The days that the copies date themselves, where an entry is behind."""
    said = run("check", "--format", "concise", "--today", "2026-05-03").out
    return re.findall(r"archived-date: .* dates itself (\S+),", said)


def test_an_older_version_beside_the_newest_is_cited_on_purpose(here: Path, run: Run) -> None:
    """Somebody has read the newest; of two that are both older, each is told."""
    path = here / "platforms.yaml"
    path.write_text(_CATALOG.replace("QUOTE", "x") + _LATER, encoding="utf-8")
    assert _dated(run) == []
    path.write_text((_CATALOG.replace("QUOTE", "x") + _LATER).replace("2026-05-01", "2026-02-01"), encoding="utf-8")
    assert _dated(run) == ["2026-05-01", "2026-05-01"]


def test_an_edition_for_other_readers_is_another_document(here: Path, run: Run) -> None:
    """One address shows each reader their own."""
    path = here / "platforms.yaml"
    text = _CATALOG.replace("documents: [Privacy Policy]", "documents: [Privacy Policy], regions: [GB, AU]")
    for regions, told in (("regions: [EEA, CH]", []), ("regions-except: [GB, AU]", []), ("regions: [EEA, GB]", [1])):
        path.write_text(text.replace("      quote: QUOTE", f"      {regions}"), encoding="utf-8")
        assert len(_dated(run)) == len(told), regions


def test_of_a_text_put_together_from_several_pages_each_has_its_own_date(here: Path, run: Run) -> None:
    """A source is compared with the page at its own address, and with none where that cannot be told."""
    path, clones = here / "platforms.yaml", here / "clones"
    addendum = "Last updated: January 1, 2026\n\nThis is what holds for the readers of Europe in addition to that."
    dated = f"Last updated: July 1, 2026\n\n{POLICY}\n{_NEW}"
    collection(clones / "eu-versions", [Made("2026-07-02", f"{dated}\n\n- - -\n\n{addendum}")])
    declared = '{"fetch": "https://acme.example/policy"}, {"fetch": "https://acme.example/europe"}'
    made = Made(
        "2026-07-02", f'{{"terms": {{"Privacy Policy": {{"combine": [{declared}]}}}}}}', "x", "declarations/Acme.json"
    )
    collection(clones / "eu-declarations", [made])
    assert _dated(run) == ["2026-07-01"]
    path.write_text(_CATALOG.replace("QUOTE", "x").replace("example/policy", "example/europe"), encoding="utf-8")
    assert _dated(run) == []
    path.write_text(
        _CATALOG.replace("QUOTE", "x").replace("url: https://acme.example/policy", f"archived: {_copy(here, 1)}")
    )
    assert _dated(run) == []


def test_a_copy_in_the_same_collection_says_which_document_of_a_page_a_source_is(here: Path, run: Run) -> None:
    """Where one page holds the terms and the policy."""
    path = here / "platforms.yaml"
    other = _copy(here, 0).replace("Privacy%20Policy", "Terms%20of%20Service")
    path.write_text(_CATALOG.replace("QUOTE", f"x\n      archived: {other}"), encoding="utf-8")
    assert _dated(run) == []


def test_a_date_still_to_come_is_told(here: Path, run: Run) -> None:
    """What takes effect in a month is known today; the day on which it was written is a date of it as well."""
    dated = f"Last updated: July 1, 2026\nEffective date: August 1, 2026\n\n{POLICY}\n{_NEW}"
    collection(here / "clones" / "eu-versions", [Made("2026-07-02", dated)])
    assert _dated(run) == ["2026-08-01"]
    path = here / "platforms.yaml"
    path.write_text(_CATALOG.replace("QUOTE", "x").replace("2026-01-01", "2026-07-01"), encoding="utf-8")
    assert _dated(run) == []
