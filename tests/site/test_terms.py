"""A guide's page says when archived terms last said something new, from the file that `optout terms` wrote."""

import json
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
    (said,) = (line for line in pages["acme"].splitlines() if line.startswith('<p class="terms">'))
    assert said.endswith(f"in what they say on training AI; this guide was checked {when} that.</p>")
    assert [slug for slug, page in pages.items() if 'class="terms"' in page] == ["acme"]


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
