"""Results that survive whatever happens to the run."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.errors import OptoutError, UsageProblem
from optout.web.results import Record, ResultStore, default_path


def _record(address: str, number: int = 0) -> Record:
    return Record(address, "2026-11-22T12:00:00+00:00", {"state": "alive", "reason": "“ü”\n", "number": number})


def test_what_is_added_is_there_the_next_time(tmp_path: Path) -> None:
    """The newest record of each address, in a folder that is made if need be."""
    path = tmp_path / "new" / "links.jsonl"
    store = ResultStore(path, "links")
    for number, address in enumerate(("a", "b", "a")):
        store.add(_record(address, number))
    assert ResultStore(path, "links").records == {"a": _record("a", 2), "b": _record("b", 1)} == store.records
    assert store.at("a") == "2026-11-22T12:00:00+00:00"
    assert store.at("c") == ""


@given(st.data())
def test_a_file_that_was_cut_anywhere_can_be_read_and_goes_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """An interruption in the middle of a line costs that line at most, and nothing that is added afterwards."""
    path = tmp_path_factory.mktemp("cut") / "links.jsonl"
    store = ResultStore(path, "links")
    head = path.stat().st_size
    for number in range(3):
        store.add(_record(f"a{number}"))
    whole = path.read_bytes()
    cut = data.draw(st.integers(head, len(whole)))
    path.write_bytes(whole[:cut])
    again = ResultStore(path, "links")
    lines = whole[:cut].count(b"\n") - 1
    assert lines <= len(again.records) <= lines + 1
    again.add(_record("new"))
    assert ResultStore(path, "links").records == again.records
    assert "new" in again.records


def test_what_was_overtaken_does_not_pile_up(tmp_path: Path) -> None:
    """The file is written anew when most of it is old."""
    path = tmp_path / "links.jsonl"
    store = ResultStore(path, "links")
    for number in range(20):
        store.add(_record("a", number))
    ResultStore(path, "links")
    assert path.read_bytes().count(b"\n") == 2


def test_news_outlasts_what_came_after(tmp_path: Path) -> None:
    """A record that is said to be lasting stays in the file, though the newest one counts."""
    path = tmp_path / "evidence.jsonl"
    store = ResultStore(path, "evidence")
    for number in range(20):
        store.add(_record("a", number))
    again = ResultStore(path, "evidence", lambda record: record.values["number"] == 5)
    assert again.records == {"a": _record("a", 19)}
    kept = [json.loads(line)["values"]["number"] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert kept == [5, 19]


@pytest.mark.parametrize("text", ["acme:\n  name: Acme\n", '{"optout": "evidence", "version": 1}\n', "[]", "\n\nx"])
def test_a_file_of_somebody_else_is_not_touched(text: str, tmp_path: Path) -> None:
    """A catalog, or the results of the other command, named by mistake."""
    path = tmp_path / "file"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageProblem, match="is no file that `optout links` keeps results in"):
        ResultStore(path, "links")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "line",
    [
        '{"address": 1}',
        "nonsense",
        "[]",
        '{"address": "x", "at": 5, "values": {}}',
        '{"address": "x", "at": "y", "values": []}',
        "[" * 100_000,
        "\0\0",
    ],
)
def test_a_damaged_file_is_kept_beside(line: str, tmp_path: Path) -> None:
    """The lines that make sense count, and a sentence says where the file is that had the others."""
    path = tmp_path / "links.jsonl"
    ResultStore(path, "links").add(_record("a"))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    before = path.read_bytes()
    for number in ("", "1"):
        store = ResultStore(path, "links")
        assert list(store.records) == ["a"]
        assert (
            store.notice == f"{path} is damaged: 1 of its 2 lines make no sense; it is kept as links.jsonl.old{number}"
        )
        assert (tmp_path / f"links.jsonl.old{number}").read_bytes() == before
        assert ResultStore(path, "links").notice == ""
        path.write_bytes(before)


def test_values_that_a_command_does_not_write_are_damage(tmp_path: Path) -> None:
    """What they should be is the command's to say."""
    path = tmp_path / "links.jsonl"
    for number in range(2):
        ResultStore(path, "links").add(_record(f"a{number}", number))
    store = ResultStore(path, "links", is_sound=lambda record: record.values["number"] == 1)
    assert list(store.records) == ["a1"]
    assert "is damaged" in store.notice


def test_results_of_a_newer_version_are_kept_beside(tmp_path: Path) -> None:
    """Nobody here knows what they mean, and who wrote them may come back for them."""
    path = tmp_path / "links.jsonl"
    text = '{"optout": "links", "version": 2}\n{"something": "new"}\n'
    path.write_text(text, encoding="utf-8")
    store = ResultStore(path, "links")
    assert store.records == {}
    assert store.notice == f"{path} was written by a newer optout; it is kept as links.jsonl.old"
    assert (tmp_path / "links.jsonl.old").read_text(encoding="utf-8") == text
    path.write_text('{"optout": "evidence", "version": 2}\n', encoding="utf-8")
    with pytest.raises(UsageProblem):
        ResultStore(path, "links")


def test_a_place_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    """A folder, and a folder that cannot be made."""
    with pytest.raises(UsageProblem, match="is a folder"):
        ResultStore(tmp_path, "links")
    (tmp_path / "file").touch()
    with pytest.raises(OptoutError, match="the results cannot be kept here"):
        ResultStore(tmp_path / "file" / "links.jsonl", "links")


def test_where_results_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the cache folder of the desktop standards; a relative one does not count."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path("links") == tmp_path / "optout" / "links.jsonl"
    for home in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", home)
        assert default_path("links") == Path.home() / ".cache" / "optout" / "links.jsonl"


def test_the_file_is_plain_json_lines(tmp_path: Path) -> None:
    """Other programs can read it."""
    path = tmp_path / "links.jsonl"
    ResultStore(path, "links").add(_record("a"))
    head, record = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(head) == {"optout": "links", "version": 1}
    assert json.loads(record) == _record("a")._asdict()


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written whole is said; what the file held before stays."""
    store = ResultStore(tmp_path / "links.jsonl", "links")
    store.add(_record("a"))
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, line: write(handle, line[:10]))
    with pytest.raises(OptoutError, match="cannot be written"):
        store.add(_record("b"))
    monkeypatch.undo()
    assert list(ResultStore(store.path, "links").records) == ["a"]
