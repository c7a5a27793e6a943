"""Archived terms that an entry does not name: proposed, and written where nothing has to be chosen."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.terms.collections import POLICY, Made, collection

_CATALOG = """\
acme:
  name: Acme Chat
  aliases: [acme]
  category: social
  domains: [acme.example]
  training: opt-out
  summary: Acme trains AI on your posts until you switch it off. [policy]
  checked: 2026-04-01
  controls: [{path: Settings > Train, set: off, evidence: [policy]}]
  sources: # what can be read
    policy: {title: Policy, publisher: Acme, kind: official, url: "https://acme.example/policy"}
"""
_NEW = (
    *("new", "--name", "Acme", "--category", "social", "--training", "opt-out", "--set", "off", "--no-edit"),
    *("--summary", "Acme trains AI on your posts until you switch it off.", "--path", "Settings > Train"),
    *("--source-title", "Policy", "--source-publisher", "Acme", "--source-kind", "official"),
    *("--domain", "acme.example", "--source-url", "https://acme.example/policy"),
)
_TERMS = "  terms:\n    - {collection: pga, service: ACME, documents: [Privacy Policy, Terms of Service]}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog, and two collections that have a service of its name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OPTOUT_TERMS", str(tmp_path / "clones"))
    (tmp_path / "clones").mkdir()
    paths = ("ACME/Privacy Policy.md", "ACME/Terms of Service.md", "ACME/Brand Guidelines.md")
    for name in ("pga", "contrib"):
        commits = [Made("2025-01-01", POLICY, path=path) for path in paths]
        collection(tmp_path / "clones" / f"{name}-versions", commits)
    (tmp_path / "platforms.yaml").write_text(_CATALOG, encoding="utf-8")
    return tmp_path


def _declare(here: Path, address: str) -> None:
    declared = f'{{"terms": {{"Privacy Policy": {{"fetch": "{address}"}}}}}}'
    collection(here / "clones" / "pga-declarations", [Made("2025-01-01", declared, "Add", "declarations/ACME.json")])


@pytest.mark.parametrize("address", ["", "https://www.acme.example/privacy"])
def test_terms_of_one_name_are_written(address: str, here: Path, run: Run) -> None:
    """From the first collection that has them; all else in the file stays, comments too."""
    if address:
        _declare(here, address)
    told = run("check", "--format", "concise", "--today", "2026-04-02")
    assert told.code == 0
    assert "archived-terms: its terms are archived and not named: ACME in pga" in told.out
    assert run("check", "--fix", "--today", "2026-04-02").code == 0
    assert (here / "platforms.yaml").read_text(encoding="utf-8") == _CATALOG.replace(
        "  sources:", f"{_TERMS}  sources:"
    )
    again = run("check", "--fix", "--format", "concise", "--today", "2026-04-02")
    assert (again.out, again.err.count("mended")) == ("", 0)


def test_terms_at_another_domain_are_not_guessed(here: Path, run: Run) -> None:
    """They are told, for somebody to choose."""
    _declare(here, "https://other.example/privacy")
    done = run("check", "--fix", "--format", "concise", "--today", "2026-04-02")
    assert "archived-terms: terms of this name are archived: ACME in pga" in done.out
    assert (here / "platforms.yaml").read_text(encoding="utf-8") == _CATALOG


def test_terms_of_two_services_are_not_guessed(here: Path, run: Run) -> None:
    """Both are named."""
    collection(here / "clones" / "contrib-versions", [Made("2025-02-01", POLICY, path="Acme Chat/Privacy Policy.md")])
    done = run("check", "--fix", "--format", "concise", "--today", "2026-04-02")
    assert "terms of this name are archived: Acme Chat in contrib; ACME in pga" in done.out
    assert (here / "platforms.yaml").read_text(encoding="utf-8") == _CATALOG


_COPY = "https://github.com/OpenTermsArchive/contrib-versions/blob/main/Bee%20Inc/Privacy%20Policy.md"


def _catalog(given: str) -> str:
    """An entry whose policy has an archived copy, and further fields of that source."""
    return _CATALOG.replace('policy"}', f'policy", archived: "{_COPY}", {given}}}')


def test_terms_that_an_entry_cites_are_its_own_whatever_their_name(here: Path, run: Run) -> None:
    """For the readers of the source; before those of its name, and also where a way comes from another entry."""
    collection(here / "clones" / "contrib-versions", [Made("2025-02-01", POLICY, path="Bee Inc/Privacy Policy.md")])
    taker = f"""
zebra:
  name: Zebra
  category: social
  training: opt-out
  summary: Zebra trains AI on your posts until you switch it off. [own] [press]
  checked: 2026-04-01
  controls: [{{name: Train, taken-from: acme}}]
  sources:
    own: {{title: Own, publisher: Zebra, kind: official, url: "https://zebra.example/own", archived: "{_COPY}"}}
    press: {{title: Press, publisher: News, kind: press, url: "https://news.example/1", archived: "{_COPY}"}}
"""
    (here / "platforms.yaml").write_text(_catalog("regions: [EEA]") + taker, encoding="utf-8")
    assert run("check", "--fix", "--today", "2026-04-02").code == 0
    text = (here / "platforms.yaml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if "collection:" in line] == [
        "    - {collection: contrib, service: Bee Inc, documents: [Privacy Policy], regions: [EEA]}",
        "    - {collection: contrib, service: Bee Inc, documents: [Privacy Policy]}",
    ]
    assert "archived-terms" not in run("check", "--format", "concise", "--today", "2026-04-02").out


def test_a_copy_that_is_there_no_more_proposes_nothing(here: Path, run: Run) -> None:
    """The names do."""
    (here / "platforms.yaml").write_text(_catalog("seen: 2025-02-01"), encoding="utf-8")
    assert run("check", "--fix", "--today", "2026-04-02").code == 0
    assert _TERMS in (here / "platforms.yaml").read_text(encoding="utf-8")


def test_an_entry_that_names_its_terms_is_left_alone(here: Path, run: Run) -> None:
    """Whatever else there is of its name."""
    own = _CATALOG.replace(
        "  sources:", "  terms:\n    - {collection: dating, service: Acme, documents: [A]}\n  sources:"
    )
    (here / "platforms.yaml").write_text(own, encoding="utf-8")
    assert "archived-terms" not in run("check", "--format", "concise", "--today", "2026-04-02").out


def test_a_new_entry_names_its_terms(here: Path, run: Run) -> None:
    """Where they are certain."""
    (here / "platforms.yaml").write_text("", encoding="utf-8")
    done = run(*_NEW)
    assert "Its archived terms are named: ACME in pga" in done.err
    assert _TERMS in (here / "platforms.yaml").read_text(encoding="utf-8")


def test_a_new_entry_with_terms_to_choose_from_says_so(here: Path, run: Run) -> None:
    """In a script nobody can be asked, and nothing is guessed."""
    (here / "platforms.yaml").write_text("", encoding="utf-8")
    _declare(here, "https://other.example/privacy")
    done = run(*_NEW)
    assert "Terms of this name are archived, name what is its own in `terms:`: ACME in the collection pga" in done.err
    assert "terms:" not in (here / "platforms.yaml").read_text(encoding="utf-8")
