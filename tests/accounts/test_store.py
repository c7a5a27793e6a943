"""The file of the list: where it is, and that nothing in it is ever lost."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from optout.accounts import Lists
from optout.accounts.store import ListFile, change, list_file, load, now
from optout.accounts.values import is_moment
from optout.errors import OptoutError, UsageProblem

_NOW = "2026-11-30T09:00:00Z"


def _add(file: ListFile, *names: str) -> str:
    def act(lists: Lists) -> Lists:
        profile = lists.profile()
        for name in names:
            profile = profile.add(name, _NOW)
        return lists.put("", profile)

    return change(file, act)


def _names(file: ListFile) -> list[str]:
    return [one.name for one in load(file).profile().listed]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ListFile:
    """The usual file, not there yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return list_file()


def test_where_it_is(own: ListFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of data, unless OPTOUT_LIST or somebody names another file."""
    assert own == ListFile(tmp_path / "optout" / "list.json")
    monkeypatch.setenv("OPTOUT_LIST", str(tmp_path / "mine.json"))
    assert list_file() == ListFile(tmp_path / "mine.json")
    assert list_file(Path("other.json")) == ListFile(Path("other.json"), is_own=False)
    assert is_moment(now())


def test_reading_makes_nothing(own: ListFile, tmp_path: Path) -> None:
    """A list that is not there is empty, and stays away; so does one that nothing was put into."""
    assert load(own) == Lists()
    assert list(tmp_path.iterdir()) == []
    change(own, lambda lists: lists)
    assert not own.path.exists()


def test_it_is_for_its_owner_alone(own: ListFile) -> None:
    """The file and the folder that was made for it."""
    _add(own, "x")
    assert stat.S_IMODE(own.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(own.path.parent.stat().st_mode) == 0o700
    assert os.listdir(own.path.parent) == ["list.json"]


def test_what_changes_nothing_writes_nothing(own: ListFile) -> None:
    """Not even in other words: somebody may have written it by hand."""
    own.path.parent.mkdir()
    own.path.write_text('{"optout": "list", "version": 1, "platforms": {"x": {"added": "2026-01-01"}}}')
    before = own.path.stat()
    _add(own, "x")
    after = own.path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_damaged_list_is_kept_aside_and_said(own: ListFile) -> None:
    """Reading leaves it; whoever writes begins anew, and finds the old one beside it, also the second time."""
    own.path.parent.mkdir()
    for kept in ("list.json.damaged", "list.json.damaged1"):
        own.path.write_bytes(b'{"optout": "list", "versio')
        with pytest.raises(OptoutError, match=r"is damaged \(line 1, column 20"):
            load(own)
        said = _add(own, "x")
        assert said.endswith(f"it is kept as {kept}, and a new list was begun")
        assert own.path.with_name(kept).read_bytes() == b'{"optout": "list", "versio'
        assert stat.S_IMODE(own.path.with_name(kept).stat().st_mode) == 0o600
        assert _names(own) == ["x"]


def test_a_file_that_was_named_and_is_no_list_stays_what_it_is(tmp_path: Path) -> None:
    """Somebody named the wrong one."""
    notes = ListFile(tmp_path / "notes.txt", is_own=False)
    notes.path.write_text("buy milk")
    for act in (load, lambda file: _add(file, "x")):
        with pytest.raises(UsageProblem, match="no list that optout wrote"):
            act(notes)
    assert notes.path.read_text() == "buy milk"
    with pytest.raises(UsageProblem, match="is a folder"):
        load(ListFile(tmp_path))


def test_a_newer_list_is_refused_without_harm(own: ListFile) -> None:
    """Neither changed nor kept aside."""
    own.path.parent.mkdir()
    newer = json.dumps({"optout": "list", "version": 2, "platforms": []})
    own.path.write_text(newer)
    for act in (load, lambda file: _add(file, "x")):
        with pytest.raises(OptoutError, match="newer optout; nothing was changed"):
            act(own)
    assert own.path.read_text() == newer
    assert os.listdir(own.path.parent) == ["list.json"]


def test_a_place_where_nothing_can_be_written_is_told(own: ListFile) -> None:
    """In a sentence, and nothing is half there."""
    own.path.parent.write_text("a file where the folder would be")
    assert load(own) == Lists()
    with pytest.raises(OptoutError, match=r"list\.json cannot be written"):
        _add(own, "x")
    assert own.path.parent.read_text() == "a file where the folder would be"


def test_a_mistake_while_it_is_changed_leaves_it_as_it_was(own: ListFile) -> None:
    """And nothing beside it."""
    _add(own, "x")

    def broken(lists: Lists) -> Lists:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change(own, broken)
    assert _names(own) == ["x"]
    assert os.listdir(own.path.parent) == ["list.json"]


_ADDER = """
import sys
from optout.accounts.store import change, list_file
for number in range(10):
    name = f"{sys.argv[1]}-{number}"
    change(list_file(), lambda lists: lists.put("", lists.profile().add(name, "2026-11-30T09:00:00Z")))
"""


def test_several_at_once_lose_nothing(own: ListFile) -> None:
    """Each waits for the others, and goes on from what they wrote."""
    running = [subprocess.Popen([sys.executable, "-c", _ADDER, name]) for name in ("a", "b", "c")]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(_names(own)) == 30
