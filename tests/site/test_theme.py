"""A publisher's own look, as the document describes it."""

import re
from pathlib import Path

import pytest

from optout.render.environment import PACKAGED
from tests.conftest import EXAMPLE, Run

_DOCUMENT = PACKAGED / "README.md"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder that somebody has after following the document word by word."""
    files = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", _DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert [name for name, _ in files] == ["site/theme.css", "site/base.html", "site/guide.html"]
    for name, text in files:
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "own"


@pytest.mark.slow
def test_the_worked_example_works(own: Path, tmp_path: Path, run: Run) -> None:
    """Each change is there, and everything else is as packaged."""
    for name, templates in (("plain", []), ("own", ["--templates", own])):
        assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "made" / name, *templates).code == 0
    plain, mine = ((tmp_path / "made" / name / "platforms" / "acme.html").read_text() for name in ("plain", "own"))
    assert "Something wrong in the guide for Acme?" in mine
    assert "Run by the data desk of Example" in mine
    assert "No cookies, no trackers" not in mine
    assert "No cookies, no trackers" in plain
    body = re.compile(r'<section class="best".*<h2 id="sources">', re.DOTALL)
    found = body.search(plain), body.search(mine)
    assert found[0]
    assert found[1]
    assert found[0][0] == found[1][0]
    within = re.compile(r"<style>(.*?)</style>", re.DOTALL)
    assert within.findall(mine)[0].startswith(within.findall(plain)[0].rstrip())
    assert "--accent:light-dark(#5b2a86,#d3b5f0)" in within.findall(mine)[0]


def test_the_document_names_what_there_is() -> None:
    """Every file and block that it names exists, and every custom property."""
    text = _DOCUMENT.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:html|css|js|md|txt))`", text):
        assert (PACKAGED / name).exists() or name == "site/theme.css", name
    templates = "".join(path.read_text(encoding="utf-8") for path in (PACKAGED / "site").glob("*.html"))
    blocks = re.search(r"^Blocks: (.*?)\n\n", text, re.DOTALL | re.MULTILINE)
    assert blocks
    for name in re.findall(r"`(\w+)`", blocks[1]):
        assert f"{{% block {name} %}}" in templates, name
    for name in re.findall(r"`(--\w+)`", text):
        assert f"{name}:" in (PACKAGED / "style.css").read_text(encoding="utf-8") or name == "--templates", name


@pytest.mark.slow
def test_a_theme_of_an_editor_on_windows_works(tmp_path: Path, run: Run) -> None:
    """The mark that such editors put first would hide the first rule."""
    theme = tmp_path / "own" / "site" / "theme.css"
    theme.parent.mkdir(parents=True)
    theme.write_bytes(b"\xef\xbb\xbfa{color:red}")
    assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site", "--templates", tmp_path / "own").code == 0
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "a{color:red}</style>" in page
    assert "\ufeff" not in page


@pytest.mark.slow
def test_a_mistake_in_a_theme_is_told_with_its_place(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the site is built all the same, as browsers would show it."""
    monkeypatch.chdir(tmp_path)
    theme = tmp_path / "own" / "site" / "theme.css"
    theme.parent.mkdir(parents=True)
    theme.write_text("\na{b", encoding="utf-8")
    built = run("build", "--catalog", EXAMPLE, "--templates", "own")
    assert built.code == 0
    assert "optout: own/site/theme.css:2:1: the rule that begins here is not closed; write } at its end\n" in built.err
