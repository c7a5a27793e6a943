"""Somebody's own accounts, in the folder of a project with few platforms."""

import json
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, Run

pytestmark = pytest.mark.slow  # the whole catalog is read


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose catalog has one platform, and a folder of data that is empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_accounts_are_anywhere_whatever_project_one_stands_in(run: Run, folder: Path) -> None:
    """Those that only the packaged catalog knows are no unknown sites, and have something to do."""
    (folder / "sites.txt").write_text("https://www.linkedin.com/\nSlack\n", encoding="utf-8")
    assert run("accounts", "import", "sites.txt").code == 0
    assert run("accounts", "add", "whatsapp").code == 0
    planned = json.loads(run("plan", "--format", "json").out)
    assert planned["unknown"] == []
    assert run("done", "linkedin").code == 0
    assert run("changed").code == 0
    assert run("undo", "linkedin").code == 0


def test_what_the_project_says_of_a_platform_counts(run: Run, folder: Path) -> None:
    """An entry of one's own stands in the place of the packaged one."""
    own = EXAMPLE.read_text("utf-8").replace("acme:\n  name: Acme", "linkedin:\n  name: Our LinkedIn", 1)
    (folder / "platforms.yaml").write_text(own, encoding="utf-8")
    run("accounts", "add", "linkedin")
    assert "Our LinkedIn" in run("plan").out


def test_a_catalog_that_is_named_is_the_only_one(run: Run) -> None:
    """So that what is said of it does not depend on another."""
    assert run("accounts", "add", "linkedin", "--catalog", EXAMPLE).code == 1
