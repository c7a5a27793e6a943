"""A catalog is cut into entries by its lines alone."""

from collections.abc import Container

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.source import split
from optout.source.split import Chunk, cut_all, cut_at, find, lines_at, slugs, starts

_LINES = st.lists(
    st.sampled_from(
        ["a:", "b:", "a-b:", "  name: x", "# note", "", "  - y", "stray", "---", "b: {x: y}", "  a:", "a:#x"]
    )
)


def cut_one(data: bytes, slug: str) -> list[Chunk]:
    """The entries called `slug`, each found and cut by itself."""
    starts = find(data, slug)
    return [cut_at(data, start, line) for start, line in zip(starts, lines_at(data, starts), strict=True)]


def test_an_entry_goes_on_until_the_next_line_at_column_0() -> None:
    """Blank lines, comments and indented lines belong to the entry above them."""
    data = b"# head\n\na:\n  name: A\n\n# note\n  x: 1\nb:\n  name: B\n"
    assert [(chunk.slug, chunk.line) for chunk in cut_all(data)] == [("a", 3), ("b", 8)]
    assert next(cut_all(data)).raw == b"a:\n  name: A\n\n# note\n  x: 1\n"


def test_a_line_that_begins_no_entry_is_kept_as_a_chunk_without_slug() -> None:
    """Nothing at column 0 is dropped."""
    assert [chunk.slug for chunk in cut_all(b"a:\n  x: 1\nName: y\nb: {x: 1}\n")] == ["a", "", ""]


def test_text_before_the_first_entry_is_not_overlooked() -> None:
    """What is indented as a whole is a chunk without slug; comments on top are not."""
    assert [(one.slug, one.line) for one in cut_all(b"# top\n\n  a:\n    name: A\nb:\n")] == [("", 3), ("b", 5)]
    assert list(cut_all(b"  # top\n\n")) == []


def test_a_slug_has_nothing_behind_it_but_a_comment() -> None:
    """YAML reads `a:#x` as a text, so it is no slug."""
    assert [chunk.slug for chunk in cut_all(b"a: # x\nb:\t# x\nc:  \nd:#x\ne: x\n")] == ["a", "b", "c", "", ""]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    """Files written on Windows are read like others."""
    assert [one.slug for one in Catalog(b"\xef\xbb\xbfa:\r\n  name: A\r\nb:\r\n", "x")] == ["a", "b"]


def test_a_slug_that_is_the_beginning_of_another_is_not_taken_for_it() -> None:
    """`a` and `a-b` are two entries."""
    assert [chunk.raw for chunk in cut_one(b"a-b:\n  x: 1\na:\n  x: 2\n", "a")] == [b"a:\n  x: 2\n"]


def test_entries_that_lend_are_looked_for_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lend and borrow, all of them are there, the first of two with one slug; nobody searches again."""
    walks: list[int] = []

    def counted(data: bytes, wanted: Container[str]) -> dict[str, list[int]]:
        walks.append(len(data))
        return starts(data, wanted)

    monkeypatch.setattr(split, "starts", counted)
    borrow = "".join(f"b{number}:\n  controls: [{{taken-from: a{number}}}]\n" for number in range(9))
    lend = "".join(f"a{number}:\n  name: A\n" for number in range(8)) + "a0:\n  name: second\n"
    found = list(cut_all(f"{borrow}{lend}".encode()))
    assert [[one.raw for one in chunk.lent] for chunk in found[:9]] == [
        *([f"a{number}:\n  name: A\n".encode()] for number in range(8)),
        [],
    ]
    assert len(walks) == 1


def test_an_empty_catalog_has_no_entries() -> None:
    """Nothing in, nothing out."""
    assert list(cut_all(b"")) == []
    assert cut_one(b"", "a") == []
    assert slugs(b"") == []


@given(_LINES)
def test_cutting_one_entry_gives_the_same_as_cutting_all(lines: list[str]) -> None:
    """For every slug, `cut_one` finds just the chunks that `cut_all` has under it, places included."""
    data = "\n".join(lines).encode()
    everything = list(cut_all(data))
    for slug in ("a", "b", "a-b"):
        assert [chunk for chunk in cut_one(data, slug) if chunk.slug] == [one for one in everything if one.slug == slug]


@given(_LINES)
def test_cutting_loses_nothing(lines: list[str]) -> None:
    """The chunks together are the file from its first entry on."""
    data = "\n".join(lines).encode()
    assert data.endswith(b"".join(chunk.raw for chunk in cut_all(data)))
