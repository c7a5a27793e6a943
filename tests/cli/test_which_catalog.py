"""Which catalog a command takes: one rule for all of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from optout.catalog.locate import default_path
from tests.conftest import EXAMPLE, Run

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_LOOKING = (
    ("show", "acme"), ("list",), ("search", "acme"), ("open", "acme", "--print"), ("check",), ("stale",),
    ("diff", EXAMPLE), ("guides", "--check"), ("build",), ("links", "quiet", "--state", "state"),
    ("evidence", "quiet", "--state", "state"),
)  # fmt: skip
_CHANGING = (
    ("format", "--check"),
    ("check", "--fix"),
    ("new", "late", "--name", "Late", "--form", "https://a.example"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is run in; empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _name(arguments: tuple[object, ...]) -> str:
    return str(arguments[0])


@pytest.mark.parametrize("command", [*_LOOKING, *_CHANGING], ids=_name)
def test_the_catalog_of_this_folder_comes_before_the_packaged_one(
    run: Run, folder: Path, command: tuple[str | Path, ...]
) -> None:
    """What optout.toml names comes before platforms.yaml. A folder in its place shows which one was looked at."""
    (folder / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (folder / "mine").mkdir()
    (folder / "optout.toml").write_text('catalog = "mine"')
    assert run(*command).err.startswith(
        "optout: optout.toml:1:1: catalog: mine is a folder; name the catalog file in it"
    )


@pytest.mark.slow
def test_settings_that_name_no_catalog_leave_it_at_platforms_yaml(run: Run, folder: Path) -> None:
    """As those that begin with a title only."""
    (folder / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (folder / "optout.toml").write_text('title = "Mine"')
    assert run("show", "acme").out.startswith("Acme")
    assert run("check").err.startswith("platforms.yaml: ")
    assert run("build").err.startswith("site: 3 guides")


@pytest.mark.parametrize("command", [*_LOOKING, *_CHANGING], ids=_name)
def test_a_catalog_that_is_named_comes_first(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str | Path, ...]
) -> None:
    """By --catalog, else by OPTOUT_CATALOG."""
    (folder / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (folder / "one").mkdir()
    (folder / "two").mkdir()
    monkeypatch.setenv("OPTOUT_CATALOG", "one")
    assert run(*command).err.startswith("optout: one is a folder; ")
    assert run(*command, "--catalog", "two").err.startswith("optout: two is a folder; ")


@pytest.mark.slow
def test_elsewhere_the_packaged_one_is_looked_at(run: Run, folder: Path) -> None:
    """Readers need no catalog of their own."""
    assert run("check").err.startswith(f"{default_path()}: ")
    assert run("show", "linkedin").out.startswith("LinkedIn")


@pytest.mark.parametrize("command", _LOOKING, ids=_name)
def test_settings_without_their_catalog_are_not_filled_up_with_another(
    run: Run, folder: Path, command: tuple[str | Path, ...]
) -> None:
    """A folder with settings is somebody's own: its catalog has another name, or is not there yet."""
    (folder / "platforms.yml").write_bytes(EXAMPLE.read_bytes())
    (folder / "optout.toml").write_text('title = "Mine"')
    outcome = run(*command)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", (
        'optout: optout.toml is here, but no platforms.yaml; write catalog = "FILE" in it, or catalog = "packaged" for '
        "the one that comes with optout\n"
    ))  # fmt: skip


def test_the_packaged_one_can_be_asked_for(run: Run, folder: Path) -> None:
    """By somebody who publishes it under a title of their own; it is not changed for all that."""
    (folder / "optout.toml").write_text('title = "Mine"\ncatalog = "packaged"')
    assert run("show", "linkedin").out.startswith("LinkedIn")
    assert run("format").code == 1


@pytest.mark.parametrize("command", _CHANGING, ids=_name)
def test_the_packaged_one_is_never_changed(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    """Whoever has installed optout has a file of their own to change, or is told how to come by one."""
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("optout: there is no platforms.yaml in this folder or above it; ")
    assert "optout init DIR" in outcome.err
    assert outcome.err.count("\n") == 1


def test_many_broken_entries_are_counted(run: Run, folder: Path) -> None:
    """A file that is no catalog at all does not fill the screen, and what to check is named."""
    (folder / "platforms.yaml").write_text("stray\n" * 30)
    outcome = run("list")
    assert "platforms.yaml:20:1 and 10 more; run optout check on it" in outcome.err


@pytest.mark.parametrize("command", [*_LOOKING, *_CHANGING], ids=_name)
def test_what_is_no_file_is_no_catalog(run: Run, folder: Path, command: tuple[str | Path, ...]) -> None:
    """A pipe would be waited for, and a device read, for ever: both are refused at once, in one sentence."""
    os.mkfifo(folder / "pipe")
    (folder / "zero").symlink_to("/dev/zero")
    for name, kind in (("pipe", "a pipe"), ("zero", "a device")):
        (folder / "optout.toml").write_text(f'catalog = "{name}"')
        outcome = run(*command)
        assert outcome.code == 2
        assert outcome.err == (f"optout: optout.toml:1:1: catalog: {name} is {kind} and no file; name a catalog file\n")


@pytest.mark.parametrize("command", [("check",), ("format",), ("diff",), ("list", "--catalog")], ids=_name)
def test_a_file_that_is_none_is_refused_by_its_name_too(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    """As an argument, as with --catalog."""
    os.mkfifo(folder / "pipe")
    outcome = run(*command, "pipe")
    assert (outcome.code, outcome.err) == (2, "optout: pipe is a pipe and no file; name a catalog file\n")


def test_what_a_shell_has_opened_is_read(folder: Path) -> None:
    """`<(git show main:platforms.yaml)` is a pipe that somebody writes to already."""
    script = 'optout="$1 -m optout"; $optout check <(cat "$2") && $optout list --catalog <(cat "$2")'
    done = subprocess.run(
        ["bash", "-c", script, "bash", sys.executable, EXAMPLE], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.count(" Acme  ")) == (0, 1), done.stderr


def test_a_catalog_is_looked_for_upwards(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As git does; what a command writes without being told where stands beside the catalog."""
    (folder / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (folder / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep" / "er")
    assert run("check").err.startswith("../../platforms.yaml: ")
    assert run("show", "acme").out.startswith("Acme")
    assert run("guides").code == 0
    assert (folder / "guides" / "README.md").is_file()
    assert run("build").code == 0
    assert (folder / "site" / "index.html").is_file()


def test_settings_above_name_a_catalog_beside_them(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the packaged one."""
    (folder / "mine.yaml").write_bytes(EXAMPLE.read_bytes())
    (folder / "optout.toml").write_text('catalog = "mine.yaml"')
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert run("check").err.startswith("../mine.yaml: ")
    (folder / "optout.toml").write_text('catalog = "packaged"')
    assert run("open", "linkedin", "--print").code == 0


def test_a_catalog_above_that_is_somebody_elses_is_left_alone(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its settings may name templates, which are programs."""
    (folder / "platforms.yaml").write_text("not: read")
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    monkeypatch.setattr("optout.cli.here._owner", len)
    assert run("open", "linkedin", "--print").code == 0


def test_what_is_not_in_a_catalog_of_ones_own_may_be_in_the_packaged_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How to ask that one is said where it was not asked."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    hint = "`--catalog packaged` asks the catalog that comes with optout"
    assert hint in run("show", "linkedin").err
    assert run("show", "linkedin", "--catalog", "packaged").code == 0
    (tmp_path / "optout.toml").write_text('catalog = ["packaged", "platforms.yaml"]', encoding="utf-8")
    said = run("show", "nobody-at-all").err
    assert "there is no platform `nobody-at-all` in this catalog" in said
    assert hint not in said


@pytest.mark.parametrize("command", [("list",), ("show", "acme"), ("check", "--format", "json")])
def test_a_dash_for_an_answer_is_standard_output(
    command: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As other programs have it: nobody wants a file of that name, which few know how to remove."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    assert run(*command, "-o", "-").out == run(*command).out != ""
    assert not (tmp_path / "-").exists()
