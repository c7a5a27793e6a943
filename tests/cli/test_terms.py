"""The command `terms`, as somebody types it."""

import json
from pathlib import Path

import pytest

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
  terms: [{collection: eu, service: Acme, documents: [Privacy Policy], regions: [BR]}]
  sources: {policy: {title: Policy, publisher: Acme, kind: official, url: "https://acme.example/policy"}}

bee:
  name: Bee
  category: social
  training: opt-out
  summary: Bee trains AI on your posts until you switch it off. [policy]
  checked: 2026-04-01
  controls: [{path: Settings > Train, set: off, evidence: [policy]}]
  sources: {policy: {title: Policy, publisher: Bee, kind: official, url: "https://bee.example/policy"}}
"""
_TRAINED = "We use your posts to train our AI models."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a catalog, one of whose platforms has archived terms, in `home`, where `--from` can get them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "platforms.yaml").write_text(_CATALOG, encoding="utf-8")
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OPTOUT_TERMS", str(tmp_path / "clones"))
    (tmp_path / "home").mkdir()
    commits = [
        Made("2025-01-01", POLICY),
        Made("2026-05-02", f"{POLICY}\nIt is so. {_TRAINED} Write to ai@acme.example."),
    ]
    collection(tmp_path / "home" / "eu-versions", commits)
    declared = '{"terms": {"Privacy Policy": {"fetch": "https://acme.example/br/privacy"}}}'
    collection(tmp_path / "home" / "eu-declarations", [Made("2025-01-01", declared, "Add", "declarations/Acme.json")])
    return tmp_path


@pytest.fixture
def got(here: Path, run: Run) -> Path:
    """The same, after `--update`."""
    assert run("terms", "--update", "--from", here / "home").code == 0
    return here


def test_without_clones_one_sentence_says_how_to_get_them(here: Path, run: Run) -> None:
    """And under which licence; nothing is asked."""
    done = run("terms", "acme")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"optout: there are no terms in {here / 'clones'}: `optout terms acme --update` gets the collection eu of "
        "Open Terms Archive (ODC-By 1.0)\n"
    )


def test_getting_terms_and_reading_them(got: Path, run: Run) -> None:
    """The edition, its days, the passage with what stands before it, and what the entry lacks."""
    done = run("terms", "acme")
    assert done.code == 0
    for said in (
        "Privacy Policy of Acme, for readers in Brazil",
        "In eu; it stands so since 2 May 2026.",
        "https://acme.example/br/privacy",
        "Not cited: the entry leaves out this edition for readers in Brazil.",
        "On training AI",
        f"… It is so. “{_TRAINED}” (line 6)",
        "ai@acme.example, which the entry lacks",
    ):
        assert said in done.out
    before = run("terms", "acme", "--at", "2026-05-01")
    assert "It says nothing on training AI and names no way to object." in before.out


def test_terms_for_programs(got: Path, run: Run) -> None:
    """Every field always there."""
    (platform,) = json.loads(run("terms", "acme", "--format", "json").out)["platforms"]
    (edition,) = platform["editions"]
    assert (edition["since"], edition["regions"], edition["sources"]) == ("2026-05-02", ["BR"], [])
    assert edition["passages"][0]["text"] == _TRAINED
    assert edition["named"] == [{"address": "ai@acme.example", "label": None, "known": False}]


def test_what_changed_since_the_entry_was_checked_is_told_and_fails(got: Path, run: Run) -> None:
    """With both versions; once somebody has looked, no longer."""
    done = run("terms", "--changed")
    assert done.code == 1
    assert done.out.startswith("Acme: 2 May 2026, Privacy Policy of Acme (eu, for readers in Brazil)\n")
    assert f"+ {_TRAINED}" in done.out
    assert done.out.count("https://github.com/OpenTermsArchive/eu-versions/blob/") == 2
    (got / "platforms.yaml").write_text(_CATALOG.replace("2026-04-01", "2026-05-03"), encoding="utf-8")
    assert run("terms", "--changed")[:2] == (0, "")
    since = run("terms", "--changed", "--since", "2026-05-02")
    assert (since.code, "Checked since, on 3 May 2026." in since.out) == (0, True)
    assert run("terms", "--changed", "--since", "2026-05-03").out == ""


def test_what_takes_long_since_it_is_the_first_time_is_said_before(
    got: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once: the second run has nothing to read."""
    monkeypatch.setattr("optout.terms.watch._MANY", 2)
    told = "eu: 2 texts are read for the first time"
    assert [told in run("terms", "--changed").err for _ in range(2)] == [True, False]


def test_a_change_for_an_issue_and_for_programs(got: Path, run: Run) -> None:
    """The words of an operator call nobody there."""
    commit = Made("2026-06-01", f"{POLICY}\nWe train AI models on what @somebody says, see #1.")
    collection(got / "clones" / "eu-versions.git", [commit])
    done = run("terms", "--changed", "--format", "markdown")
    assert "* **new:** We train AI models on what @\u200bsomebody says, see #\u200b1." in done.out.replace("\\", "")
    first, _ = json.loads(run("terms", "--changed", "--format", "json").out)["changes"]
    assert first["date"] == "2026-06-01"
    says = "Acme trains AI on your posts until you switch it off."
    entry = {"slug": "acme", "name": "Acme", "checked": "2026-04-01", "says": says, "unseen": True}
    assert first["entries"] == [entry]
    assert first["gone"] == [_TRAINED]


def test_a_platform_without_archived_terms_says_so(got: Path, run: Run) -> None:
    """Alone it is an answer of its own; among others a word beside theirs."""
    alone = run("terms", "bee")
    assert (alone.code, alone.err) == (
        1,
        "optout: no archived terms are known of Bee; `terms:` in an entry names them\n",
    )
    both = run("terms", "acme", "bee")
    assert (both.code, both.err) == (0, "Bee has no archived terms in its entry\n")


def test_a_collection_that_cannot_be_got_is_told(here: Path, run: Run) -> None:
    """With what to think of it."""
    (here / "home" / "eu-versions").rename(here / "home" / "elsewhere")
    done = run("terms", "--update", "--from", here / "home")
    assert done.code == 1
    assert "eu-versions could not be fetched" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("terms", "name a platform, or say --changed or --update"),
        ("terms acme --since 2026-01-01", "--since goes with --changed"),
        ("terms --changed --at 2026-01-01", "--at goes with platforms alone"),
        ("terms --update --changed", "run `optout terms --update` first"),
        ("terms acme --from x", "add --update"),
        ("terms acme --format markdown", "choose text or json"),
    ],
)
def test_what_does_not_fit_together_is_said_at_once(words: str, said: str, run: Run) -> None:
    """Before anything is done."""
    done = run(*words.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
