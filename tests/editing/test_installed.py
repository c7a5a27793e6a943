"""What others install to get the optout that runs here."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from optout import __version__
from optout.editing import installed
from tests.conftest import Run

_COMMIT = "0123456789abcdef0123456789abcdef01234567"
_RELEASED = f"optout-guides=={__version__}"


def _note(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    class Noted:
        def read_text(self, name: str) -> str | None:
            return text if name == "direct_url.json" else None

    monkeypatch.setattr(installed, "distribution", lambda name: Noted())


def _git(url: str) -> dict[str, Any]:
    return {"url": url, "vcs_info": {"vcs": "git", "commit_id": _COMMIT}}


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (None, _RELEASED),
        (_git("https://example.org/a/optout.git"), f"optout-guides @ git+https://example.org/a/optout.git@{_COMMIT}"),
        (_git("https://me:secret@example.org/a/optout"), _RELEASED),
        (_git("https://example.org/a'; rm -r ~"), _RELEASED),
        ({"url": "https://example.org/o-1.whl", "archive_info": {}}, "optout-guides @ https://example.org/o-1.whl"),
        ({"url": "file:///nowhere/optout.whl", "archive_info": {}}, _RELEASED),
        ({"url": "file:///nowhere/optout", "dir_info": {}}, _RELEASED),
        ([], _RELEASED),
        ({"url": 3}, _RELEASED),
    ],
)
def test_others_get_it_where_it_came_from(record: Any, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If they get there at all; else from PyPI, by its version."""
    _note(monkeypatch, None if record is None else json.dumps(record))
    assert installed.requirement() == wanted
    assert installed.is_from_a_file() == (bool(record) and wanted == _RELEASED)


def test_an_extra_is_asked_for_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """In both forms."""
    _note(monkeypatch, None)
    assert installed.requirement("pictures") == f"optout-guides[pictures]=={__version__}"
    _note(monkeypatch, json.dumps(_git("https://example.org/optout")))
    assert installed.requirement("pictures").startswith("optout-guides[pictures] @ git+https://example.org/optout@")


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("git@example.org:a/optout.git", "https://example.org/a/optout.git"),
        ("ssh://git@example.org/a/optout", "https://example.org/a/optout"),
        ("https://example.org/a/optout", "https://example.org/a/optout"),
        ("/srv/optout.git", ""),
    ],
)
def test_a_clone_is_where_its_commit_can_be_had(
    origin: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the origin, if that has the commit: what was never pushed nobody else can install."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    _note(monkeypatch, json.dumps({"url": folder.as_uri(), "dir_info": {}}))
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A",
           "GIT_COMMITTER_EMAIL": "a@a.example"}  # fmt: skip
    for command in ("init -q", f"remote add origin {origin}", "commit -q --allow-empty -m one"):
        subprocess.run(["git", "-C", str(folder), *command.split()], env={**os.environ, **who}, check=True)
    assert installed.requirement() == _RELEASED
    subprocess.run(["git", "-C", str(folder), "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    asked = subprocess.run(["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, check=True)
    commit = asked.stdout.decode().strip()
    assert installed.requirement() == (f"optout-guides @ git+{address}@{commit}" if address else _RELEASED)


def test_init_says_what_nobody_has_looked_up(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """That its install line may name what is not there; whoever came from an index knows that it is."""
    _note(monkeypatch, json.dumps({"url": "file:///nowhere/optout.whl", "archive_info": {}}))
    said = run("init", tmp_path / "one").err
    assert f"install {_RELEASED} from PyPI. This optout came from a file here" in said
    _note(monkeypatch, None)
    assert "PyPI" not in run("init", tmp_path / "two").err
    workflow = (tmp_path / "two" / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    assert f"run: pip install '{_RELEASED.replace('guides', 'guides[pictures]')}' " in workflow
