"""Quotes in the archived copies of their sources, and entries whose terms changed, without any network."""

from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.model import Date, Platform
from optout.monitoring import report
from optout.monitoring.archived import copies
from optout.monitoring.stale import NewTerms, rank
from optout.render.screen import Screen
from optout.terms import library
from tests.conftest import Run
from tests.terms.collections import POLICY, Made, collection

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


def test_a_quote_that_is_gone_is_told_with_what_took_its_place(here: Path) -> None:
    """In words, and for programs."""
    with library.opened() as found:
        seen = copies(Catalog((here / "platforms.yaml").read_bytes(), "platforms.yaml"), found).quotes
    told = report.text(report.evidence([], seen), Screen(200))
    assert "Gone from the archived copy (1)" in told
    assert "gone since 2026-05-02; the copy stands so since 2026-06-01" in told
    assert f"now: “{_NEW} Thank you for reading all of this.”" in " ".join(told.split())
    assert "platforms.yaml:16:14  acme  sources.policy.quote" in told
    assert report.copy_counts(seen) == "1 quote looked up in archived copies: 1 gone"
    assert '"gone": "2026-05-02"' in report.evidence_json([], seen)


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
