"""A publisher's catalog on top of the reviewed one, by the example in the documents."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.slow  # the whole catalog is read

_MANUAL = Path(__file__).parents[2] / "docs" / "own-catalog.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the example."""
    text = _MANUAL.read_text(encoding="utf-8")
    for name, content in re.findall(r"<!-- layers: (\S+) -->\n```\w+\n(.*?)```", text, re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _listed(run: Run) -> dict[str, str]:
    rows = json.loads(run("list", "--format", "json").out)["platforms"]
    return {row["slug"]: row["catalog"] for row in rows}


def test_the_example_is_a_selection_and_what_is_one_s_own(run: Run, folder: Path) -> None:
    """Every command sees these entries alone, and says where each comes from."""
    chosen = dict.fromkeys(("linkedin", "slack", "zoom", "youtube"), "packaged")
    assert _listed(run) == {**chosen, "intranet": "mine.yaml"}
    assert run("check").code == 0
    assert run("show", "chatgpt").code == 1
    guide = run("show", "youtube", "--format", "json").out
    assert "Objection through Google's privacy form" in guide  # which is written in an entry that was left out
    assert run("build").code == 0
    made = {path.stem for path in (folder / "site" / "platforms").glob("*.html")}
    assert made == {*chosen, "intranet"}
    pages = {slug: (folder / "site" / "platforms" / f"{slug}.html").read_text("utf-8") for slug in made}
    assert "https://github.com/example/guides/blob/HEAD/mine.yaml?plain=1" in pages["intranet"]
    assert "example/guides/blob" not in pages["linkedin"]
    links = re.findall(r'href="([a-z0-9-]+)\.html"', "".join(pages.values()))
    assert set(links) <= made


def test_an_entry_of_one_s_own_replaces_another(run: Run, folder: Path) -> None:
    """As a whole; a former name leads to it, and `only` left out takes all."""
    mine = folder / "mine.yaml"
    mine.write_text(mine.read_text("utf-8").replace("intranet:", "x:", 1), encoding="utf-8")
    assert run("show", "x").out.startswith("Our intranet")
    settings = folder / "optout.toml"
    settings.write_text('catalog = ["packaged", "mine.yaml"]', encoding="utf-8")
    assert run("show", "twitter").out.startswith("Our intranet")
    listed = _listed(run)
    assert len(listed) > 300
    assert [slug for slug, catalog in listed.items() if catalog == "mine.yaml"] == ["x"]


def test_what_is_wrong_is_told_where_it_stands(run: Run, folder: Path) -> None:
    """A reference to what is not there, and a slug that nobody has."""
    mine = folder / "mine.yaml"
    mine.write_text(mine.read_text("utf-8").replace("slack:", "chatgpt:"), encoding="utf-8")
    outcome = run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("mine.yaml:10:")
    assert "dead-reference" in outcome.out
    settings = folder / "optout.toml"
    settings.write_text(settings.read_text("utf-8").replace('"slack"', '"slak"'), encoding="utf-8")
    assert run("list").err == (
        "optout: optout.toml:4:1: only: there is no entry `slak` in the catalogs; did you mean slack?\n"
    )
    settings.write_text(settings.read_text("utf-8").replace('"slak"', '"twitter"'), encoding="utf-8")
    assert run("list").err == "optout: optout.toml:4:1: only: `twitter` is now `x`; write that in its place\n"


def test_a_former_name_is_there_however_it_is_written(run: Run, folder: Path) -> None:
    """Formatted or not; and of settings whose last catalog is the packaged one, another file can be checked."""
    (folder / "beneath.yaml").write_text('old:\n    name: Old\n    now: "intranet"\n', encoding="utf-8")
    settings = folder / "optout.toml"
    settings.write_text('catalog = ["beneath.yaml", "mine.yaml"]\nonly = ["intranet"]', encoding="utf-8")
    assert run("show", "old").out.startswith("Our intranet")
    settings.write_text('catalog = ["mine.yaml", "packaged"]', encoding="utf-8")
    assert run("check", "beneath.yaml").out.startswith("beneath.yaml:")
