"""Building a site: what is there afterwards, and what is left alone when something goes wrong."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.site import build, write
from tests.conftest import CASES, EXAMPLE, Outcome, Run, as_in_a_terminal
from tests.site.planned import PUBLISHED, files_of

_BROKEN = "broken:\n  name: [\n\nodd:\n  nmae: Odd\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def site(tmp_path: Path, run: Run) -> Path:
    """The site of the example."""
    assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site").code == 0
    return tmp_path / "site"


def _only(site: Path) -> list[str]:
    """What stands beside the site: nothing that a build has left."""
    return [path.name for path in site.parent.iterdir() if path.name != site.name]


def test_every_platform_has_a_page(site: Path) -> None:
    """One page for each platform and former name, and the lists they stand in."""
    pages = {path.name for path in (site / "platforms").iterdir()}
    assert {"acme.html", "quiet.html", "wall.html"} <= pages
    for name in ("index.html", "my-list.html", "about.html", "404.html", "companies.html"):
        assert (site / name).is_file(), name


def test_others_may_read_the_site(site: Path, tmp_path: Path) -> None:
    """Its folders have the rights of any new folder, though a build works in one that is closed to others."""
    (tmp_path / "plain").mkdir()
    rights = (tmp_path / "plain").stat().st_mode
    assert {folder.stat().st_mode for folder in (site, site / "platforms")} == {rights}


def test_a_second_build_writes_nothing(site: Path, run: Run) -> None:
    """What is as it should be is not touched, so that copying the site copies only what changed."""
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    assert "0 files written, 0 removed" in run("build", "--catalog", EXAMPLE, "--out", site).err
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*.html")} == before


def test_a_comment_in_the_catalog_changes_no_page(example: Catalog) -> None:
    """Nothing of a site says on which line anything stands: one more would write every page anew."""
    config = PUBLISHED._replace(languages=("en", "de"), repository="https://github.com/octo/guides")
    lower = Catalog(b"# A note.\n" + EXAMPLE.read_bytes(), example.file)
    one, other = (files_of(build.site(config, "platforms.yaml", build.read(known))) for known in (example, lower))
    assert [path for path in one if one[path] != other[path]] == []


def test_pages_of_platforms_that_are_gone_are_taken_away(site: Path, run: Run, tmp_path: Path) -> None:
    """And only they: what somebody else has put into the folder stays."""
    (site / "CNAME").write_text("guides.example")
    (site / "platforms" / "mine.html").write_text("mine")
    fewer = tmp_path / "fewer.yaml"
    fewer.write_bytes(EXAMPLE.read_bytes()[: EXAMPLE.read_bytes().index(b"\nquiet:") + 1])
    assert run("build", "--catalog", fewer, "--out", site, "--shrink").code == 0
    assert not (site / "platforms" / "quiet.html").exists()
    assert (site / "platforms" / "mine.html").read_text() == "mine"
    assert (site / "CNAME").read_text() == "guides.example"


@pytest.mark.slow
def test_what_somebody_else_made_is_not_overwritten(tmp_path: Path, run: Run) -> None:
    """A folder with a home page of its own is refused, and stays as it is."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine")
    done = run("build", "--catalog", EXAMPLE, "--out", tmp_path / "site")
    assert done.code == 1
    assert "holds files that optout did not make (index.html); choose another folder with --out" in done.err
    assert tree(tmp_path / "site") == {"index.html": b"mine"}


def test_a_broken_entry_stops_the_build(site: Path, run: Run, tmp_path: Path) -> None:
    """All problems of all broken entries are named, and the site stays as it was."""
    before = tree(site)
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(EXAMPLE.read_bytes() + _BROKEN.encode())
    done = run("build", "--catalog", broken, "--out", site)
    assert done.code == 1
    assert "2 entries are broken, and nothing was built" in done.err
    assert "yaml-syntax" in done.err
    assert "there is no field `nmae` here" in done.err
    assert tree(site) == before


@pytest.mark.slow
def test_the_rest_is_built_if_asked_for(run: Run, tmp_path: Path) -> None:
    """With --keep-going what can be read is built, what is missing is named, and the exit code says so."""
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(EXAMPLE.read_bytes() + _BROKEN.encode())
    done = run("build", "--catalog", broken, "--out", tmp_path / "site", "--keep-going")
    assert done.code == 1
    assert f"left out, because broken in {broken}: broken, odd; run optout check on it" in done.err
    assert (tmp_path / "site" / "platforms" / "acme.html").is_file()
    assert not (tmp_path / "site" / "platforms" / "odd.html").exists()


def test_templates_that_are_not_there_are_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in the settings does not publish another look."""
    (tmp_path / "optout.toml").write_text(f'templates = "nope"\ncatalog = "{EXAMPLE}"')
    monkeypatch.chdir(tmp_path)
    done = run("build")
    assert (done.code, done.err) == (
        1, "optout: optout.toml:1:1: templates: there is no folder nope; make it or drop the line\n"
    )  # fmt: skip


def test_a_template_that_does_not_work_leaves_the_site(site: Path, run: Run, tmp_path: Path) -> None:
    """The mistake is named with its place, and nothing is left beside the site."""
    before = tree(site)
    own = tmp_path / "own" / "site"
    own.mkdir(parents=True)
    (own / "about.html").write_text("{{ nothing.such }}")
    done = run("build", "--catalog", EXAMPLE, "--out", site, "--templates", tmp_path / "own")
    assert done.code == 1
    assert "about.html" in done.err
    assert "this template does not work" in done.err
    assert tree(site) == before
    shutil.rmtree(tmp_path / "own")
    assert _only(site) == []


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _stopped(site: Path, own: Path, by: signal.Signals) -> int:
    """The exit code of a build that is stopped in the middle of its work."""
    (own / "site").mkdir(parents=True)
    endless = "{% for one in range(99999) %}{% for two in range(99999) %}{% endfor %}{% endfor %}"
    (own / "site" / "about.html").write_text(endless)
    command = [sys.executable, "-m", "optout", "build", "--catalog", EXAMPLE, "--out", site, "--templates", own]
    process = subprocess.Popen(list(map(str, command)), preexec_fn=as_in_a_terminal)
    try:
        _until(lambda: any(site.parent.glob(".site.building/new/platforms")))
        process.send_signal(by)
        process.wait(timeout=20)
    finally:
        process.kill()
        process.wait(timeout=20)
        shutil.rmtree(own)
    return process.returncode


def test_a_build_that_is_killed_leaves_the_site(site: Path, run: Run, tmp_path: Path) -> None:
    """The site is as it was, and the next build takes away what the killed one left beside it."""
    before = tree(site)
    _stopped(site, tmp_path / "own", signal.SIGKILL)
    assert tree(site) == before
    assert any(name.endswith(".building") for name in _only(site))
    assert run("build", "--catalog", EXAMPLE, "--out", site).code == 0
    assert _only(site) == []


def test_an_interrupted_build_leaves_nothing(site: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with 130, and nothing is left beside the site."""
    before = tree(site)
    assert _stopped(site, tmp_path / "own", signal.SIGINT) == 130
    assert tree(site) == before
    assert _only(site) == []


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"files": 3}'])
def test_a_damaged_manifest_is_not_guessed_at(text: str, site: Path, run: Run) -> None:
    """Nobody knows then what may be overwritten; the site stays as it is."""
    (site / write.MANIFEST).write_text(text)
    done = run("build", "--catalog", EXAMPLE, "--out", site)
    assert done.code == 1
    assert "cannot be read; choose another folder with --out" in done.err


def test_a_catalog_without_entries_is_no_site(site: Path, tmp_path: Path, run: Run) -> None:
    """A slip takes all entries away more often than anybody means to; who does says so."""
    before = tree(site)
    empty = tmp_path / "empty.yaml"
    empty.write_text("# nothing yet\n")
    for out in (site, tmp_path / "first"):
        done = run("build", "--catalog", empty, "--out", out)
        assert (done.code, done.err) == (
            1, "optout: empty.yaml has no entries, and nothing was built; --shrink makes a site without any\n"
        )  # fmt: skip
    assert tree(site) == before
    assert not (tmp_path / "first").exists()
    assert run("build", "--catalog", empty, "--out", site, "--shrink").code == 0
    assert not (site / "platforms").exists()


@pytest.mark.slow
def test_most_guides_do_not_go_by_themselves(tmp_path: Path, run: Run) -> None:
    """Half of them may; more than that is asked for."""
    entry = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    catalog, out = tmp_path / "mine.yaml", tmp_path / "site"

    def build(guides: int, *more: str) -> Outcome:
        catalog.write_text("\n".join(entry.replace("example:", f"e{number}:", 1) for number in range(guides)))
        return run("build", "--catalog", catalog, "--out", out, *more)

    assert build(8).code == 0
    assert build(4).code == 0
    done = build(1)
    assert (done.code, done.err) == (
        1, f"optout: {out} has 4 guides and would keep 1; nothing was changed, --shrink does it\n"
    )  # fmt: skip
    assert len(list((out / "platforms").iterdir())) == 4
    assert build(1, "--shrink").code == 0
    assert len(list((out / "platforms").iterdir())) == 1


@pytest.mark.slow
def test_settings_come_from_the_file_and_the_command_line_overrules(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`optout build` alone builds what optout.toml here describes."""
    shutil.copy(EXAMPLE, tmp_path / "mine.yaml")
    (tmp_path / "optout.toml").write_text('title = "My guides"\ncatalog = "mine.yaml"\nout = "public"\n')
    monkeypatch.chdir(tmp_path)
    assert run("build").code == 0
    assert "My guides" in (tmp_path / "public" / "index.html").read_text()
    assert run("build", "--title", "Other").code == 0
    assert "Other" in (tmp_path / "public" / "index.html").read_text()
