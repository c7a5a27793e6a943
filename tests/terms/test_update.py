"""Getting collections: from a folder here, as from the network."""

import shutil
import subprocess
from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.files import only_one
from optout.terms.archive import Archive
from optout.terms.update import Fetched, update
from tests.terms.collections import PATH, POLICY, Made, collection, git


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the archive is: one collection of five versions, with its declarations."""
    folder = tmp_path / "home"
    folder.mkdir()
    collection(folder / "acme-versions", [Made(f"2026-01-0{day}", f"{POLICY}{day}") for day in range(1, 6)])
    collection(folder / "acme-declarations", [Made("2026-01-01", "{}", "Add", "declarations/Acme.json")] * 2)
    return folder


def _update(home: Path, clones: Path, *names: str) -> list[Fetched]:
    return list(update(names or ("acme",), clones, lambda line: None, str(home)))


def _days(folder: Path) -> list[str]:
    with Archive(folder, "acme") as archive:
        return [one.version.day.iso for one in archive.history()]


def test_a_collection_is_got_whole_and_its_declarations_as_they_are_now(home: Path, tmp_path: Path) -> None:
    """All versions are needed to know what is new; of the addresses only those of today."""
    clones = tmp_path / "deep" / "clones"
    assert _update(home, clones) == [Fetched("acme")]
    assert _days(clones / "acme-versions.git") == [f"2026-01-0{day}" for day in range(1, 6)]
    assert git(f"--git-dir={clones / 'acme-declarations.git'}", "rev-list", "--count", "HEAD") == "1\n"


def test_what_is_new_is_added(home: Path, tmp_path: Path) -> None:
    """To a bare clone, and to one that somebody made with a work tree."""
    clones = tmp_path / "clones"
    clones.mkdir()
    git("clone", "-q", str(home / "acme-versions"), str(clones / "acme-versions"))
    _update(home, tmp_path / "bare")
    collection(home / "acme-versions", [Made("2026-02-01", f"{POLICY}new")])
    assert _update(home, clones) == _update(home, tmp_path / "bare") == [Fetched("acme")]
    assert _days(clones / "acme-versions")[-1] == _days(tmp_path / "bare" / "acme-versions.git")[-1] == "2026-02-01"


def test_an_interrupted_run_goes_on_where_it_ended(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was fetched can be read at once, and is not fetched again."""
    place = tmp_path / "clones" / "acme-versions.git"
    git("init", "-q", "--bare", "-b", "main", str(place))
    git(f"--git-dir={place}", "fetch", "-q", "--depth=2", f"file://{home / 'acme-versions'}", "+HEAD:refs/heads/main")
    with Archive(place, "acme") as archive:
        assert archive.is_shallow
    assert _days(place)[-1] == "2026-01-05"
    monkeypatch.setattr("optout.terms.update._STEP", 1)
    assert _update(home, tmp_path / "clones") == [Fetched("acme")]
    assert _days(place) == [f"2026-01-0{day}" for day in range(1, 6)]


def test_what_a_killed_run_left_does_not_stop_the_next(home: Path, tmp_path: Path) -> None:
    """In a clone of ours: git's locks and halves of packs, after which git alone would never go on."""
    place = tmp_path / "clones" / "acme-versions.git"
    git("init", "-q", "--bare", "-b", "main", str(place))
    git(f"--git-dir={place}", "fetch", "-q", "--depth=2", f"file://{home / 'acme-versions'}", "+HEAD:refs/heads/main")
    left = [place / "shallow.lock", place / "refs" / "heads" / "main.lock", place / "objects" / "pack" / "tmp_pack_1"]
    for path in left:
        path.write_text("half")
    assert _update(home, tmp_path / "clones") == [Fetched("acme")]
    assert _days(place) == [f"2026-01-0{day}" for day in range(1, 6)]
    assert not any(path.exists() for path in left)


def test_a_lock_in_somebodys_own_clone_is_left_to_them(home: Path, tmp_path: Path) -> None:
    """They may be at work there; what to do is said."""
    git("clone", "-q", "--depth=2", f"file://{home / 'acme-versions'}", str(tmp_path / "clones" / "acme-versions"))
    lock = tmp_path / "clones" / "acme-versions" / ".git" / "shallow.lock"
    lock.write_text("")
    (failed,) = _update(home, tmp_path / "clones")
    assert str(lock) in failed.problem
    assert failed.problem.endswith("if no git is at work there, one was killed: delete that file and run this again")
    assert lock.exists()


def test_two_runs_do_not_work_in_one_folder(home: Path, tmp_path: Path) -> None:
    """The second says so at once."""
    clones = tmp_path / "clones"
    clones.mkdir()
    with (
        only_one(clones),
        pytest.raises(OptoutError, match=r"another run of optout is at work in .*; try again when it has ended"),
    ):
        _update(home, clones)
    assert _update(home, clones) == [Fetched("acme")]


@pytest.mark.parametrize("damage", ["its newest commit", "its newest text"])
def test_a_damaged_clone_is_mended_or_the_way_to_mend_it_is_said(damage: str, home: Path, tmp_path: Path) -> None:
    """Whatever is broken: afterwards it is whole, or somebody knows what to delete."""
    clones = tmp_path / "clones"
    _update(home, clones)
    place = clones / "acme-versions.git"
    named = git(f"--git-dir={place}", "rev-parse", "HEAD" if "commit" in damage else f"HEAD:{PATH}").strip()
    for pack in place.glob("objects/pack/*.pack"):
        moved = tmp_path / pack.name
        pack.rename(moved)
        with moved.open("rb") as packed:
            subprocess.run(["git", f"--git-dir={place}", "unpack-objects", "-q"], stdin=packed, check=True)
    for rest in place.glob("objects/pack/*"):
        rest.unlink()
    loose = place / "objects" / named[:2] / named[2:]
    loose.chmod(0o644)
    loose.write_bytes(b"damaged")
    (done,) = _update(home, clones)
    if done.problem:
        assert "delete it and run this again" in done.problem
        assert str(place) in done.problem
        shutil.rmtree(place)
        assert _update(home, clones) == [Fetched("acme")]
    assert _days(place) == [f"2026-01-0{day}" for day in range(1, 6)]


def test_without_git_nothing_is_begun(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and no folder."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OptoutError, match="git is not installed"):
        _update(home, tmp_path / "clones")
    assert not (tmp_path / "clones").exists()


def test_a_collection_that_is_not_there_is_told_and_stops_no_other(home: Path, tmp_path: Path) -> None:
    """Nothing half made is left of it, and what was there before stays."""
    clones = tmp_path / "clones"
    missing, got = _update(home, clones, "renamed", "acme")
    assert missing.collection == "renamed"
    assert "renamed-versions could not be fetched" in missing.problem
    assert "what was here before still is" in missing.problem
    assert got == Fetched("acme")
    assert sorted(path.name for path in clones.glob("*.git")) == ["acme-declarations.git", "acme-versions.git"]
    (home / "acme-versions").rename(home / "moved-versions")
    (failed,) = _update(home, clones)
    assert failed.problem
    assert len(_days(clones / "acme-versions.git")) == 5


def test_nothing_of_a_folders_configuration_runs_while_it_is_updated(home: Path, tmp_path: Path) -> None:
    """Nor does it lead git elsewhere by a command of its own."""
    clones, stolen = tmp_path / "clones", tmp_path / "stolen"
    _update(home, clones)
    place = clones / "acme-versions.git"
    (place / "hooks").mkdir(exist_ok=True)
    for path in (place / "hooks" / "reference-transaction", tmp_path / "script"):
        path.write_text(f"#!/bin/sh\ntouch {stolen}\n", encoding="utf-8")
        path.chmod(0o755)
    for name, value in {
        "core.sshCommand": f"{tmp_path / 'script'}",
        "credential.helper": f"!{tmp_path / 'script'}",
        "core.fsmonitor": f"{tmp_path / 'script'}",
        "core.hooksPath": str(place / "hooks"),
        f"url.ext::{tmp_path / 'script'}.insteadOf": str(home),
        "protocol.ext.allow": "always",
    }.items():
        subprocess.run(["git", f"--git-dir={place}", "config", name, value], check=True)
    collection(home / "acme-versions", [Made("2026-02-01", f"{POLICY}new")])
    _update(home, clones)
    assert not stolen.exists()
