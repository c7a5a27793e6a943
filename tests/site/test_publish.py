"""Putting files in their place: whatever happens and whenever, the old ones or the new ones are there, whole."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from optout.errors import OptoutError
from optout.site import swap, work, write
from optout.site.exchange import exchange
from optout.site.model import SiteFile

if sys.platform != "win32":
    import fcntl

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_CHANGES = ("rename", "replace", "link", "unlink", "mkdir", "rmdir", "chmod")
_OLD = {
    "index.html": "old",
    "same.html": "same",
    "platforms/kept.html": "kept",
    "platforms/gone.html": "gone",
    "deep/er/gone.html": "gone",
}
_NEW = {
    "index.html": "new",
    "same.html": "same",
    "platforms/kept.html": "kept",
    "platforms/fresh.html": "fresh",
    "feeds/one.xml": "fresh",
}
_KEPT = "platforms/kept.html"  # is not made anew where it stands
_OTHERS = {"CNAME": "guides.example", "platforms/mine.html": "mine", ".git/config": "mine"}
_WAYS = ("swap", "move", "within")


class _Killed(BaseException):
    """The process is gone: nothing that it would have done happens any more."""


class _Disk:
    """Watches what is changed on the disk, and has something happen at one change, or at it and all later ones."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
        self.left = -1
        self.happens: Callable[[], None] = lambda: None
        self.locks: list[int] = []
        for name in _CHANGES:
            monkeypatch.setattr(os, name, self._watched(getattr(os, name)))
        monkeypatch.setattr(Path, "write_bytes", self._watched(Path.write_bytes))
        lock = fcntl.flock

        def locked(file: int, how: int) -> None:
            self.locks.append(file)
            lock(file, how)

        monkeypatch.setattr(fcntl, "flock", locked)
        monkeypatch.setattr(swap, "exchange", self._watched(exchange if way == "swap" else _cannot))
        if way == "within":
            monkeypatch.setattr(work, "_is_elsewhere", lambda out, beside: out.is_dir())

    def _watched(self, change: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object, **more: object) -> object:
            if self.left == 0:
                self.happens()
            self.left -= self.left > 0
            return change(*arguments, **more)

        return watched

    def at(self, number: int, happens: Callable[[], None]) -> None:
        """Have something happen from the change with this number on."""
        self.left, self.happens = number, happens

    def as_it_was(self) -> bool:
        """Nothing happens any more; say whether anything has. The system takes the locks of a process that ended."""
        happened, self.left = self.left == 0, -1
        for lock in self.locks:
            with suppress(OSError):
                os.close(lock)
        self.locks.clear()
        return happened


def _cannot(one: Path, other: Path) -> None:
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def _kill() -> None:
    raise _Killed


def _publish(out: Path, files: dict[str, str]) -> write.SiteDifference:
    with write.working(out) as work:
        before = write.listed(work.out)
        kept = [_KEPT] if (out / _KEPT).is_file() and (out / _KEPT).read_text() == files.get(_KEPT) else []
        paths = write.put((SiteFile(path, text) for path, text in files.items() if path not in kept), work)
        return write.publish(paths + write.put([write.manifest([*paths, *kept])], work), work, before, kept)


def _made(folder: Path) -> Path:
    """A folder with the old files, and with some of others."""
    _publish(folder / "site", _OLD)
    for path, text in _OTHERS.items():
        (folder / "site" / path).parent.mkdir(exist_ok=True)
        (folder / "site" / path).write_text(text)
    (folder / "site" / "link").symlink_to("nowhere")
    return folder / "site"


def _tree(out: Path) -> dict[str, str]:
    """What somebody finds who looks for a page; the folder that a run works in has no page."""
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in out.rglob("*")
        if path.is_file() and path.name != write.MANIFEST and ".optout.building" not in path.parts
    }


def _hold_others(out: Path) -> None:
    found = _tree(out)
    assert {path: found.get(path) for path in _OTHERS} == _OTHERS
    assert os.readlink(out / "link") == "nowhere"


def _hold_nothing_left(out: Path) -> None:
    assert [path.name for path in out.parent.iterdir()] == ["site"]
    assert not (out / ".optout.building").exists()


def _pages(out: Path) -> dict[str, str]:
    _hold_others(out)
    return {path: text for path, text in _tree(out).items() if path not in _OTHERS}


@pytest.mark.slow
@pytest.mark.parametrize("way", _WAYS)
def test_a_kill_at_any_change_of_the_disk(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old files or the new ones are there, all of them; the next run goes on by itself and leaves nothing over.

    Where folders cannot change places, each file is old or new, and whole, until the next run.
    """
    disk = _Disk(monkeypatch, way)
    happened, number = True, 0
    while happened:
        out = _made(tmp_path / str(number))
        inode = out.stat().st_ino
        disk.at(number, _kill)
        with suppress(_Killed):
            _publish(out, _NEW)
        happened = disk.as_it_was()
        pages = _pages(out)
        assert pages in (_OLD, _NEW) or way != "swap"
        assert all(text in (_OLD.get(path), _NEW.get(path)) for path, text in pages.items())
        for next_one in (_NEW, _OLD) if number % 2 else (_OLD, _NEW):
            _publish(out, next_one)
            assert _pages(out) == next_one
            _hold_nothing_left(out)
        assert happened or out.stat().st_ino == inode
        number += 1
    assert number > 25


@pytest.mark.slow
@pytest.mark.parametrize("way", _WAYS)
def test_a_kill_of_the_run_that_goes_on(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left half done by two killed runs is done by the third."""
    disk = _Disk(monkeypatch, way)
    for first in range(14, 50, 4):
        for second in range(first % 3, 32, 7):
            out = _made(tmp_path / f"{first}-{second}")
            for number in (first, second):
                disk.at(number, _kill)
                with suppress(_Killed):
                    _publish(out, _NEW)
                disk.as_it_was()
                assert way != "swap" or _pages(out) in (_OLD, _NEW)
            _hold_others(out)
            _publish(out, _NEW)
            assert _pages(out) == _NEW
            _hold_nothing_left(out)


@pytest.mark.slow
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("way", _WAYS)
def test_a_disk_that_fails_at_any_change(
    way: str, lasting: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it is said in the system's words, and the old files are there; or the new ones are, and all went well.

    A sentence of its own says so if files that were moved one by one cannot be moved back either.
    """
    disk = _Disk(monkeypatch, way)
    happened, number, said = True, 0, Counter[str]()

    def fail() -> None:
        disk.left = 0 if lasting else -2
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    while happened:
        out = _made(tmp_path / str(number))
        disk.at(number, fail)
        outcome = _said(out)
        happened = disk.left in (0, -2)
        disk.as_it_was()
        said[outcome] += 1
        if outcome == "cannot be written (No space left on device); what was there is as it was":
            assert _pages(out) == _OLD
        elif outcome == "is half written (No space left on device); when that is mended, the next run finishes it":
            assert way != "swap"
            assert lasting
        else:
            assert outcome == ""
            assert _pages(out) == _NEW
        _publish(out, _NEW)
        assert _pages(out) == _NEW
        _hold_nothing_left(out)
        number += 1
    assert said.total() > 25
    assert len(said) == (3 if lasting and way != "swap" else 2)


def _said(out: Path) -> str:
    """What is told of a run, without the folder; nothing if it went well."""
    try:
        _publish(out, _NEW)
    except OptoutError as error:
        return str(error).removeprefix(f"{out} ")
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("way", _WAYS)
def test_ctrl_c_at_any_change_twice(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when somebody loses patience while the files are put in their place, all of them are old or all are new."""
    disk = _Disk(monkeypatch, way)
    happened, number = True, 0
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        while happened:
            out = _made(tmp_path / str(number))

            def interrupt() -> None:
                disk.left = -2
                os.kill(os.getpid(), signal.SIGINT)
                os.kill(os.getpid(), signal.SIGINT)

            disk.at(number, interrupt)
            with suppress(KeyboardInterrupt):
                _publish(out, _NEW)
            happened = disk.left == -2
            disk.as_it_was()
            assert _pages(out) in (_OLD, _NEW)
            _publish(out, _NEW)
            assert _pages(out) == _NEW
            number += 1
    finally:
        signal.signal(signal.SIGINT, before)
    assert number > 25


def test_a_folder_stays_the_same_one(tmp_path: Path) -> None:
    """Whoever stands in it, has it mounted or serves it sees the new files; what did not change was not touched."""
    out = _made(tmp_path)
    out.chmod(0o750)
    before, kept = out.stat(), (out / "same.html").stat()
    assert _publish(out, _NEW) == (2, 2, 2, 2)
    assert (out.stat().st_ino, out.stat().st_mode) == (before.st_ino, before.st_mode)
    assert (out / "same.html").stat().st_mtime_ns == kept.st_mtime_ns
    assert {(out / path).stat().st_nlink for path in _NEW} == {1}
    assert not (out / "deep").exists()
    assert _publish(out, _NEW) == (0, 0, 6, 0)


def test_two_runs_wait_for_each_other(tmp_path: Path) -> None:
    """The second one is told that it waits, and begins when the first has ended."""
    out, waits = _made(tmp_path), Event()

    def second() -> None:
        with write.working(out, waits.set) as work:
            write.publish(write.put([SiteFile("second.html", "")], work), work, [])

    other = Thread(target=second, daemon=True)
    with write.working(out) as work:
        other.start()
        assert waits.wait(10)
        write.publish(write.put([SiteFile("first.html", "")], work), work, [])
        assert not (out / "second.html").exists()
    other.join(10)
    assert {"first.html", "second.html"} <= set(_tree(out))
    _hold_nothing_left(out)


def test_a_run_that_does_not_end_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then a sentence says who is in the way."""
    monkeypatch.setattr(work, "_PATIENCE", 0.1)
    sentence = r"another run is at work in .*\.site\.building; try again when it has ended"
    with write.working(tmp_path / "site"), pytest.raises(OptoutError, match=sentence):
        _publish(tmp_path / "site", _NEW)


def test_what_somebody_writes_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the moment in which the new folder stands in the place of the old one: it is the same place to them."""
    out = _made(tmp_path)
    real = exchange
    turns = iter((True, False))

    def exchanged(one: Path, other: Path) -> None:
        real(one, other)
        if next(turns):
            (out / "notes.txt").write_text("just now")
            (out / "CNAME.new").write_text("other.example")
            (out / "CNAME.new").rename(out / "CNAME")

    monkeypatch.setattr(swap, "exchange", exchanged)
    _publish(out, _NEW)
    assert (out / "notes.txt").read_text() == "just now"
    assert (out / "CNAME").read_text() == "other.example"
    assert (out / "index.html").read_text() == "new"
    _hold_nothing_left(out)


# Run where whoever runs it may mount volumes, which nobody else sees.
_WITH_VOLUMES = """
import subprocess
from pathlib import Path
from tests.site.test_publish import _NEW, _OLD, _publish, _tree
from optout.errors import OptoutError

def mount(path):
    path.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", path], check=True)

whole, part = Path("whole"), Path("part")
mount(whole)
for files in (_OLD, _NEW):
    _publish(whole, files)
assert _tree(whole) == _NEW
_publish(part, _OLD)
mount(part / "media")
(part / "media" / "theirs").write_text("theirs")
_publish(part, {**_OLD, "index.html": "newer"})
newer = {**_OLD, "index.html": "newer", "media/theirs": "theirs"}
assert _tree(part) == newer
mount(part / "platforms")
try:
    _publish(part, _NEW)
except OptoutError as error:
    print(error)
subprocess.run(["umount", part / "platforms"], check=True)
assert _tree(part) == newer
assert sorted(path.name for path in Path().iterdir()) == ["part", "whole"]
"""


def test_pages_are_not_moved_to_where_another_volume_begins(tmp_path: Path) -> None:
    """A site may be a volume, and have one of others in it; of one that its pages would have to go to it is said."""
    unshare = [shutil.which("unshare") or "", "-rm"]
    tried = [*unshare, "mount", "-t", "tmpfs", "none", str(tmp_path)]
    if not unshare[0] or subprocess.run(tried, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [*unshare, sys.executable, "-c", _WITH_VOLUMES],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (
        "part cannot be written (part/platforms is on another file system than what is around it: choose another "
        "--out); what was there is as it was\n",
        "",
    )
