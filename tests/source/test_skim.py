"""A few fields of every entry: what is read without YAML is what YAML reads, and nothing is guessed."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.problem import Problem
from optout.source import skim as skimming
from optout.source.node import Mapping, Node, Scalar, Sequence
from optout.source.nodes import parse
from optout.source.skim import skim
from optout.source.split import cut_all

_FIELDS = ("name", "aliases", "domains")


def _by_yaml(text: bytes) -> Iterator[dict[str, tuple[str, ...]] | None]:
    """The same of each entry, all of it read; None for what YAML cannot read."""
    for chunk in cut_all(text):
        problems: list[Problem] = []
        node = parse(chunk.raw, "", 1, problems) if chunk.slug else None
        value = node.pairs[0][1] if isinstance(node, Mapping) and node.pairs else None
        if chunk.slug and isinstance(value, Mapping) and not problems:
            yield {key.text: _texts(one) for key, one in value.pairs if key.text in _FIELDS}
        elif chunk.slug:
            yield None


def _texts(value: Node) -> tuple[str, ...]:
    items = value.items if isinstance(value, Sequence) else (value,)
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar) and item.text.strip())


def _holds(text: str) -> None:
    """What is said of an entry that YAML can read is what YAML says; where the fields stand deeper, nothing is."""
    data = text.encode()
    for read, skimmed in zip(_by_yaml(data), skim(data, _FIELDS), strict=True):
        assert read is None or skimmed.fields is None or skimmed.fields in (read, {}), text


_SIGNS = "aB9 :#,[]{}'\"&*!|>%@`?-~\\/.()é豆ıﬁ“\u200b\u00a0\t"
_VALUE = st.text(st.sampled_from(_SIGNS), max_size=12) | st.sampled_from(["A", "A & B", "C++", "'A''s'", "off", "~"])
_MANY = st.lists(_VALUE, max_size=4)
_WRITTEN = st.one_of(
    _VALUE.map(" {}".format),
    _VALUE.map(" '{}'".format),
    _VALUE.map(' "{}"'.format),
    _VALUE.map(" >-\n    {}".format),
    _MANY.map(lambda items: f" [{', '.join(items)}]"),
    _MANY.map(lambda items: f" [{','.join(items)},]"),
    _MANY.map(lambda items: " [\n    " + ",\n    ".join(items) + "\n  ]"),
    _MANY.map(lambda items: "".join(f"\n    - {item}" for item in items)),
    _MANY.map(lambda items: "".join(f"\n  - '{item}'" for item in items)),
    st.tuples(_VALUE, _VALUE).map(lambda two: f" {two[0]}\n    {two[1]}"),
    st.tuples(_VALUE, _VALUE).map(lambda two: f" '{two[0]}\n  {two[1]}'"),
)
_LINE = st.tuples(
    st.sampled_from(["  ", "  ", "  ", "    ", "   ", " "]), st.sampled_from((*_FIELDS, "scope", '"name"'))
)
_ENTRY = st.lists(st.tuples(_LINE, _WRITTEN), min_size=1, max_size=4).map(
    lambda lines: "".join(f"{indent}{name}:{value}\n" for (indent, name), value in lines)
)
_CATALOG = st.lists(_ENTRY, min_size=1, max_size=3).map(
    lambda entries: "# all\n\n" + "".join(f"e-{number}: # {number}\n{one}\n" for number, one in enumerate(entries))
)


@given(_CATALOG, st.sampled_from(["\n", "\r\n"]))
def test_a_field_says_what_yaml_reads(text: str, end: str) -> None:
    """In whatever signs, quotes, brackets and lines it is written, and whatever stands beside it."""
    _holds(text.replace("\n", end))


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (" A", ("A",)),
        (" A & B (C) / d's", ("A & B (C) / d's",)),
        (" 'A: B'  ", ("A: B",)),
        (' "A, #1"\r', ("A, #1",)),
        (" 豆包 – é", ("豆包 – é",)),
        (" [a.example, 'B, C', \"D\"]", ("a.example", "B, C", "D")),
        (" [a.example,\n    b.example\n  ]", ("a.example", "b.example")),
        ("\n    - A\n    - 'B'", ("A", "B")),
        ("\n  - A\n  - B\n", ("A", "B")),
        ("", ()),
    ],
)
def test_what_is_plain_takes_no_yaml(value: str, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """As nearly all names are written."""
    monkeypatch.setattr(skimming, "_by_yaml", None)
    (found,) = skim(f"a:\n  scope: x\n  name:{value}\n\n  # why\n".replace("# why", "").encode(), _FIELDS)
    assert found.fields == {"name": texts}


@pytest.mark.parametrize(
    "value",
    [
        " A # b",
        " A: b",
        " A\n    b",
        " [A, [b]]",
        " 'A''s'",
        ' "\\u0041"',
        " &a A",
        " >-\n    A",
        " A\u200bb",
        " [A: b]",
    ],
)
def test_what_yaml_may_read_otherwise_is_given_to_it(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read in two ways."""
    given: list[object] = []
    monkeypatch.setattr(skimming, "_by_yaml", given.append)
    list(skim(f"a:\n  name:{value}\n".encode(), _FIELDS))
    assert given


@pytest.mark.parametrize(
    "entry",
    ['  "name": A\n', "  ? name\n  : A\n", "  name:A\n", " name: A\n", "  scope: 'b\nc'\n", "  name: A\n  name: B\n"],
)
def test_of_what_leaves_a_doubt_nothing_is_said(entry: str) -> None:
    """Whoever asks reads the whole entry."""
    found, *_ = skim(f"a:\n  scope: d\n{entry}".encode(), _FIELDS)
    assert found.fields is None or (entry.startswith("  scope") and not found.fields)


def test_the_packaged_names_take_no_yaml(packaged: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of them, so that an answer without a cache waits for no library."""
    calls: list[object] = []
    monkeypatch.setattr(skimming, "_by_yaml", lambda fields: calls.append(fields))
    assert len(list(skim(packaged.data, _FIELDS))) == len(packaged.slugs())
    assert not calls


@pytest.mark.parametrize("start", ["", "# c\n", "\n", "x\n", "  stray: b\n"])
def test_entries_are_found_where_they_begin(start: str) -> None:
    """With their slugs; what is none is left out."""
    text = f"{start}a:\n  name: A\nB: c\nb: # d\n  name: B\n"
    chunks = [chunk for chunk in cut_all(text.encode()) if chunk.slug]
    found = list(skim(text.encode(), _FIELDS))
    assert [one.slug for one in found] == [chunk.slug for chunk in chunks] == ["a", "b"]
    assert [text[one.start :].startswith(one.slug) for one in found] == [True, True]


@given(_CATALOG, st.sampled_from(["\n", "\r\n"]))
def test_an_abridged_text_says_of_these_fields_what_the_catalog_says(text: str, end: str) -> None:
    """The lines that it leaves out change nothing, and it knows where each entry begins."""
    data = text.replace("\n", end).encode()
    abridged = skimming.abridged(data, _FIELDS)
    skimmed = list(skim(data, _FIELDS))
    assert [one.fields for one in skim(abridged.texts.replace(skimming.END, b"\n"), _FIELDS)] == [
        one.fields for one in skimmed
    ]
    assert abridged.starts == [one.start for one in skimmed]
    assert abridged.texts.count(skimming.END) == len(skimmed)


def test_an_abridged_text_ends_no_entry_in_what_is_no_text() -> None:
    """The byte that is put behind each may stand in a file that is not UTF-8; its neighbours are told all the same."""
    data = b"a:\n  name: \xff\xff\nb:\n  name: B\n"
    abridged = skimming.abridged(data, _FIELDS)
    assert abridged == ([0, data.index(b"b:")], b"a:\n  name: \xfe\xfe\xffb:\n  name: B\n\xff")
