"""The same catalog makes the same site: on any day, in any place."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from optout.site.write import MANIFEST
from tests.conftest import EXAMPLE, Run

_ADDRESS = "https://guides.example"


def _built(out: Path, here: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "optout", "build", "--base-url", _ADDRESS]
    root = str(Path(__file__).parents[2])
    subprocess.run(
        [*command, "--catalog", str(EXAMPLE), "--out", str(out)],
        cwd=here,
        env={**os.environ, "PYTHONPATH": root, **environment},
        check=True,
        capture_output=True,
    )
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed, the folder, the language and the time zone."""
    one = _built(tmp_path / "one", tmp_path, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    here = tmp_path / "elsewhere"
    here.mkdir()
    two = _built(here / "two", here, PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="de_DE.UTF-8", LANG="tr_TR")
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
    kinds = {"index.html", "feeds/all.xml", "calendar.ics", "sitemap.xml", "api/v1/index.json", "_headers", MANIFEST}
    assert kinds <= set(one)


@pytest.mark.slow
def test_the_day_can_be_given(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the day for which ages are counted, in UTC; without it that is the newest check."""
    index = tmp_path / "site" / "api" / "v1" / "index.json"
    assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site").code == 0
    assert json.loads(index.read_bytes())["as_of"] == "2026-11-21"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761599")
    assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site").code == 0
    assert json.loads(index.read_bytes())["as_of"] == "2026-12-31"


@pytest.mark.parametrize("wrong", ["yesterday", "99999999999999999999", "1.5"])
def test_a_day_that_is_none(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """A mistake in it is told, as its specification asks, and nothing is built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    done = run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site")
    assert done.code == 2
    assert f"SOURCE_DATE_EPOCH is `{wrong}`, and should be the number of seconds since 1970" in done.err
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_what_needs_an_address_is_said(run: Run, tmp_path: Path) -> None:
    """Once, where somebody might wonder; not if the address is given."""
    said = "It has no feeds and no sitemap: these need its address, --base-url URL."
    assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site").err.count(said) == 1
    assert said not in run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site", "--base-url", _ADDRESS).err
