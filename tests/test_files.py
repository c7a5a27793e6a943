"""Files are written whole or not at all, stay what they are, and nobody's edit is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from optout import files
from optout.errors import OptoutError
from optout.files import replace_file, tidy, write_file
from tests.conftest import EXAMPLE, Run, unmeasured

if sys.platform != "win32":
    import fcntl

_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders, owners and such locks")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@_POSIX
def test_what_is_no_file_stays_what_it_is(run: Run, tmp_path: Path) -> None:
    """A pipe gets the text; putting a file in the place of /dev/null would break the whole machine."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run("check", EXAMPLE, "--today", "2026-11-22", "--format", "json", "-o", pipe).code == 0
    reader.join(10)
    assert pipe.is_fifo()
    assert got[0].startswith("{")


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is written, with the permissions that it had."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o2640)
    link.symlink_to(target)
    write_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o7777 == 0o2640


def test_a_link_that_leads_to_itself_is_no_place_to_write(tmp_path: Path) -> None:
    """It is not replaced by a file."""
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(OptoutError, match=r"link cannot be written \(Too many levels"):
        write_file(link, "new")
    assert link.is_symlink()


def test_nothing_is_left_behind_where_it_cannot_be_written(tmp_path: Path) -> None:
    """A folder in the place is named, and no temporary file stays beside it."""
    (tmp_path / "there").mkdir()
    with pytest.raises(OptoutError, match="there cannot be written"):
        write_file(tmp_path / "there", "text")
    assert _names(tmp_path) == ["there"]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    """The mask of whoever runs it decides, as for every other program."""
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "new", "text")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    """Not even by root, who could: somebody has said that it is to stay."""
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(OptoutError, match=r"file is write-protected; nothing was changed, .*chmod u\+w"):
        replace_file(path, b"old", "new")
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["file"]


def test_a_file_with_two_names_is_not_parted(tmp_path: Path) -> None:
    """A hard link would go on leading to the old text, so it is told instead."""
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_text("old")
    other.hardlink_to(path)
    with pytest.raises(OptoutError, match=r"file has 2 names \(hard links\)"):
        replace_file(path, b"old", "new")
    assert (path.read_text(), path.samefile(other)) == ("old", True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file to somebody")
def test_owner_and_group_stay(tmp_path: Path) -> None:
    """Root may write anybody's file, and it stays theirs."""
    path = tmp_path / "file"
    path.write_text("old")
    os.chown(path, 12345, 23456)
    assert replace_file(path, b"old", "new") == ""
    assert (path.stat().st_uid, path.stat().st_gid, path.read_text()) == (12345, 23456, "new")


@_POSIX
def test_an_owner_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of several people, the file is written and one sentence says whose it is now."""
    path = tmp_path / "file"
    path.write_text("old")
    there = os.stat_result([*path.stat()[:4], 12345, 23456, *path.stat()[6:]])

    def refuse(handle: int, owner: int, group: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    monkeypatch.setattr(Path, "stat", lambda self, follow_symlinks=True: there)
    said = replace_file(path, b"old", "new")
    assert said == f"{path}: the file belongs to you now, as its owner and group cannot be kept by anybody but root"
    assert path.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has no extended attributes")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    """Access control lists and labels are among them."""
    path = tmp_path / "file"
    path.write_text("old")
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write_file(path, "new")
    assert os.getxattr(path, "user.note") == b"mine"


@pytest.mark.parametrize("edit", ["saved", "replaced", "removed"])
def test_an_edit_made_meanwhile_is_kept(tmp_path: Path, edit: str) -> None:
    """However an editor saves: nothing is written, and nothing is left beside the file."""
    path = tmp_path / "file"
    path.write_text("old")
    before = path.read_bytes()
    if edit == "saved":
        path.write_text("mine")
    elif edit == "replaced":
        (tmp_path / "other").write_text("mine")
        (tmp_path / "other").replace(path)
    else:
        path.unlink()
    with pytest.raises(OptoutError, match="file was changed while optout was at work on it; nothing was written"):
        replace_file(path, before, "new")
    assert [one.read_text() for one in tmp_path.iterdir()] == ([] if edit == "removed" else ["mine"])


def test_the_last_look_is_right_before_the_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing and syncing take time; an edit that is made until then counts."""
    path = tmp_path / "file"
    path.write_text("old")
    sync = os.fsync

    def slowly(handle: int) -> None:
        sync(handle)
        path.write_text("mine")

    monkeypatch.setattr(os, "fsync", slowly)
    with pytest.raises(OptoutError, match="changed while"):
        replace_file(path, b"old", "new")
    assert path.read_text() == "mine"


def test_text_is_on_the_disk_before_its_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is synced, then it takes its place, then the folder is synced."""
    done = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append(os.readlink(f"/proc/self/fd/{handle}"))
        sync(handle)

    def replaced(one: str, other: str) -> None:
        done.append("replaced")
        replace(one, other)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    write_file(tmp_path / "file", "text")
    assert done == [str(tmp_path / ".file.optout"), "replaced", str(tmp_path)]


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """The system's own words, and the text that was there."""
    path = tmp_path / "file"
    path.write_text("old")
    code = (
        "import resource, signal, sys, pathlib; from optout.files import replace_file; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "replace_file(pathlib.Path(sys.argv[1]), b'old', 'new' * 4096)"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=unmeasured())
    assert done.stderr.endswith(f"{path} cannot be written (File too large); nothing was changed\n")
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["file"]


_KILLED = """
import os, pathlib, signal, sys
from optout.files import write_file
os.replace = lambda one, other: os.kill(os.getpid(), signal.SIGKILL)
write_file(pathlib.Path(sys.argv[1]), "new")
"""


def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    """Whether that one writes or only looks."""
    path = tmp_path / "file"
    for next_run in (tidy, lambda path: write_file(path, "newer")):
        path.write_text("old")
        done = subprocess.run([sys.executable, "-c", _KILLED, path], check=False)
        assert done.returncode == -signal.SIGKILL
        assert (_names(tmp_path), path.read_text()) == ([".file.optout", "file"], "old")
        next_run(path)
        assert _names(tmp_path) == ["file"]
    assert path.read_text() == "newer"


@_POSIX
def test_what_another_run_is_writing_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock tells it from what a killed one has left; after a while, somebody is told."""
    path, beside = tmp_path / "file", tmp_path / ".file.optout"
    monkeypatch.setattr(files, "_PATIENCE", 2)
    with beside.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        tidy(path)
        with pytest.raises(OptoutError, match="file is being written by another run of optout"):
            write_file(path, "text")
        assert _names(tmp_path) == [".file.optout"]
    write_file(path, "text")
    assert _names(tmp_path) == ["file"]


@_POSIX
def test_what_another_run_has_begun_to_write_is_no_leftover(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the one before was put in its place just after somebody looked at it."""
    path, beside = tmp_path / "list.json", tmp_path / ".list.json.optout"
    beside.write_text("one")
    lock = files._lock

    def late(handle: int) -> bool:
        os.replace(beside, path)
        beside.write_text("other")
        return lock(handle)

    monkeypatch.setattr(files, "_lock", late)
    files.tidy(path)
    assert path.read_text() == "one"
    assert beside.read_text() == "other"
