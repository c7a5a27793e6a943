"""A guide's page says when archived terms last said something new, from the file that `optout terms` wrote."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, Run


def _changes(path: Path, *days: str) -> Path:
    changes = [{"date": day, "entries": [{"slug": "acme"}]} for day in days]
    path.write_text(json.dumps({"version": 1, "changes": changes, "unread": []}), encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize(("day", "when"), [("2026-11-30", "before"), ("2026-05-01", "after")])
def test_a_page_says_whether_the_guide_is_older_than_the_terms(day: str, when: str, tmp_path: Path, run: Run) -> None:
    """By the newest change; the page of another platform says nothing of it."""
    changed = _changes(tmp_path / "terms.json", "2025-01-01", day)
    assert run("build", "--catalog", EXAMPLE, "--terms", changed, "--out", tmp_path / "site").code == 0
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "site" / "platforms").glob("*.html")}
    (said,) = _TERMS.findall(pages["acme"])
    assert said.endswith(f"in what they say on training AI; this guide was checked {when} that.</p>")
    (other,) = {line for slug, page in pages.items() for line in _TERMS.findall(page) if slug != "acme"}
    assert other == f'<p class="terms">{_UNKNOWN}</p>'


_TERMS = re.compile(r'<p class="terms">.*?</p>')
_UNKNOWN = "Its terms are in no archive that is followed here, so a change in them may go unnoticed."


@pytest.mark.slow
def test_a_page_says_that_its_platforms_terms_are_not_archived(tmp_path: Path, run: Run) -> None:
    """Only where the site follows terms at all, and not where the entry names some that did not change."""
    text = EXAMPLE.read_text(encoding="utf-8")
    catalog = tmp_path / "platforms.yaml"
    named = "  terms: [{collection: pga, service: Acme, documents: [Privacy Policy]}]\n  sources:"
    catalog.write_text(text.replace("  sources:", named, 1), encoding="utf-8")
    for given, expected in (((), set()), (("--terms", _changes(tmp_path / "terms.json")), {False, True})):
        assert run("build", "--catalog", catalog, *given, "--out", tmp_path / "site").code == 0
        pages = (tmp_path / "site" / "platforms").glob("*.html")
        said = {path.stem: _UNKNOWN in path.read_text(encoding="utf-8") for path in pages}
        assert set(said.values()) == (expected or {False})
        first = next(slug for slug in re.findall(r"(?m)^([a-z-]+):$", text) if slug in said)
        assert not said[first]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "changes": []}', '{"version": 1, "changes": [{"date": "x"}]}']
)
def test_another_file_is_a_plain_error(text: str, tmp_path: Path, run: Run) -> None:
    """It says how to write the right one."""
    path = tmp_path / "terms.json"
    path.write_text(text, encoding="utf-8")
    done = run("build", "--catalog", EXAMPLE, "--terms", path, "--out", tmp_path / "site")
    assert done.code == 1
    assert (
        "is no list of changed terms; write one with `optout terms --changed --format json -o terms.json`" in done.err
    )


def test_a_file_that_is_not_there_is_a_plain_error(tmp_path: Path, run: Run) -> None:
    """With its name."""
    done = run("build", "--catalog", EXAMPLE, "--terms", tmp_path / "nowhere.json", "--out", tmp_path / "site")
    assert (done.code, "nowhere.json: the changes of terms cannot be read" in done.err) == (1, True)
