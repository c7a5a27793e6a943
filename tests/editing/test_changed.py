"""Which entries have changed since an earlier text."""

import pytest

from optout.editing.changed import changed

_OLD = b"# Head.\n\na:\n  name: A\n\n# About b.\nb:\n  name: B\n"


@pytest.mark.parametrize(
    "new",
    [
        _OLD,
        _OLD.replace(b"\n", b"\r\n"),
        _OLD.replace(b"About b", b"On b"),
        _OLD.replace(b"\n\n", b"\n\n\n"),
        b"b:\n  name: B\na:\n  name: A",
    ],
)
def test_what_stands_between_entries_does_not_count(new: bytes) -> None:
    """Comments above an entry, blank lines, the order of entries and the ends of lines are no change."""
    assert changed(_OLD, new).lines == ()


def test_changed_and_new_entries_are_told_by_their_lines() -> None:
    """Every line of a changed entry is in, no line of another, and comments are lines of the entry they belong to."""
    found = changed(_OLD, _OLD.replace(b"name: A", b"name: AA\n  now: b") + b"c:\n  name: C\n")
    assert found.entries == 2
    assert [line for line in range(1, 20) if line in found] == [3, 4, 5, 6, 10, 11]


def test_stray_text_can_be_new() -> None:
    """What is no entry is not counted as one, but looked at."""
    found = changed(_OLD, _OLD + b"oops\n")
    assert found.entries == 0
    assert 9 in found


def test_without_an_earlier_text_everything_is_new() -> None:
    """A catalog that was not there has only new entries."""
    assert changed(None, _OLD).entries == 2
