"""Which comment belongs to which entry: decided once, and kept by whatever moves, adds or rewrites entries."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.editing.changed import changed
from optout.editing.check import mended
from optout.editing.new import insert
from optout.source.entries import split
from tests.conftest import TODAY
from tests.editing.formatted import format_text

_TOP, _END = "(top)", "(end)"


def _comments(text: bytes) -> list[str]:
    return re.findall(r"# ?[^\n\r]*(?<! )", text.decode())


def _owners(text: str) -> dict[str, str]:
    """For every comment of a catalog, the slug of its entry, or that it is the file's, at its top or end."""
    file = split(text.encode())
    owners = dict.fromkeys(_comments(file.head), _TOP)
    for entry in file.entries:
        owners.update({one: entry.slug for part in (entry.above, entry.body, entry.below) for one in _comments(part)})
    return {**owners, **dict.fromkeys(_comments(file.foot), _END)}


_A = "a:\n  name: A\n  now: b\n"
_B = "b:\n  name: B\n  now: b\n"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (f"# 1\n{_A}", {"# 1": "a"}),
        (f"# 1\n\n{_A}", {"# 1": _TOP}),
        (f"# 1\n\n# 2\n{_A}", {"# 1": _TOP, "# 2": "a"}),
        (f"# 1\n\n# 2\n\n{_A}", {"# 1": _TOP, "# 2": _TOP}),
        (f"# yaml-language-server: $schema=x\n# 2\n{_A}", {"# yaml-language-server: $schema=x": _TOP, "# 2": "a"}),
        (f"# SPDX-License-Identifier: CC0-1.0\n{_A}", {"# SPDX-License-Identifier: CC0-1.0": _TOP}),
        (f"{_A}# 1\n\n{_B}", {"# 1": "a"}),
        (f"{_A}\n# 1\n{_B}", {"# 1": "b"}),
        (f"{_A}# 1\n{_B}", {"# 1": "b"}),
        (f"{_A}\n# 1\n\n{_B}", {"# 1": "b"}),
        (f"{_A}# 1\n\n# 2\n\n# 3\n{_B}", {"# 1": "a", "# 2": "b", "# 3": "b"}),
        (f"{_A}  # 1\n{_B}", {"# 1": "a"}),
        (f"{_A}\n  # 1\n{_B}", {"# 1": "a"}),
        (f"{_A}# 1\n\n  # 2\n{_B}", {"# 1": "a", "# 2": "b"}),
        (f"{_A}# 1\n# 2\n", {"# 1": "a", "# 2": "a"}),
        (f"{_A}\n# 1\n", {"# 1": _END}),
        (f"{_A}# 1\n\n# 2", {"# 1": "a", "# 2": _END}),
        (f"{_A}# 1\n# vim: ts=2\n", {"# 1": "a", "# vim: ts=2": _END}),
        ('a:\n  name: "A\n# 1"\n\n# 2\nb:\n  name: B\n', {'# 1"': "a", "# 2": "b"}),
        ("# 1\n\n# 2\n", {"# 1": _TOP, "# 2": _TOP}),
    ],
)
def test_a_comment_belongs_to_what_it_touches_else_to_the_next_entry(text: str, owners: dict[str, str]) -> None:
    """To the one below if it touches two; what stands apart at the top and at the end is the file's."""
    assert _owners(text) == owners


_LINES = st.lists(
    st.sampled_from(["a:", "b:", "  name: x", "# c", "  # c", "", "   ", "stray", "  - |", '  q: "', '# "', "\t# t"])
)


@given(_LINES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), st.booleans())
def test_nothing_is_lost_by_splitting(lines: list[str], end: str, mark: str, is_ended: bool) -> None:
    """The parts together are the file, byte by byte, and every entry knows its lines."""
    data = (mark + end.join(lines) + end * is_ended).encode()
    file = split(data)
    parts = [(entry.above, entry.body, entry.below, entry.gap) for entry in file.entries]
    assert file.head + b"".join(part for entry in parts for part in entry) + file.foot == data
    numbered = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for entry in file.entries:
        assert numbered[entry.line - 1].strip() == entry.body.split(b"\n")[0].strip()
        assert len(entry.lines) == len(b"".join(entry[2:]).removesuffix(b"\n").split(b"\n"))


class _Odd(NamedTuple):
    """A catalog of four entries with comments in odd places, no two the same."""

    text: str


_GAPS = st.lists(st.sampled_from(["", "", "#", "  #", "   "]), max_size=6)
_BODIES = st.sampled_from(
    [
        "{0}:\n  name: {0}\n  now: z\n",
        "{0}:  # @\n  name: {0}\n  now: z  # @\n  # @\n",
        "{0}:\n  # @\n  name: {0}\n\n    # @\n  now: z\n\n  # @\n",
        "{0}:\n  name: >-\n    {0}\n  now: z\n",
    ]
)


@st.composite
def _odd(draw: st.DrawFn) -> _Odd:
    lines = draw(_GAPS)
    if draw(st.booleans()):
        lines = ["# yaml-language-server: $schema=x.json", *lines]
    for slug in draw(st.permutations(["b", "d", "f", "z"])):
        body = draw(_BODIES).format(slug) if slug != "z" else "z:\n  name: z\n  now: z\n"
        lines += [*body.split("\n")[:-1], *draw(_GAPS)]
    numbers = iter(range(1000))
    lines = [re.sub(r"@|#$", lambda sign: f"{'# ' * (sign[0] == '#')}comment {next(numbers)}", line) for line in lines]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return _Odd(end.join(lines) + end * draw(st.booleans()))


def _made_of(text: str) -> Iterator[tuple[str, str]]:
    """What each tool makes of a catalog."""
    yield "format", format_text(text).text
    yield "--fix", mended(Catalog(text.encode(), "x"), TODAY).data.decode()
    yield "new", insert(text, "c", "c:\n  name: C\n  now: z\n").replace("\r\n", "\n")


@given(_odd())
@example(_Odd("z:\n  now: z\n\n# 0\n\nb:\n  now: z\n"))
@example(_Odd("z:\n  now: z\n  # 0\nb:\n  now: z\n# 1\n\n  # 2\n# 3\n"))
def test_every_comment_stays_with_its_entry(odd: _Odd) -> None:
    """Formatting, mending and adding lose none, double none, and agree on whose it is."""
    before = _owners(odd.text)
    for tool, text in _made_of(odd.text):
        assert sorted(_comments(text.encode())) == sorted(_comments(odd.text.encode())), tool
        assert _owners(text) == before, tool
        assert tool != "new" or changed(odd.text.encode(), text.encode()).entries == 1


@given(_odd())
def test_formatting_and_mending_agree_in_either_order(odd: _Odd) -> None:
    """Once formatted, there is nothing to mend; mended first, formatting gives the same; twice is once."""
    formatted = format_text(odd.text).text
    put_in_order = mended(Catalog(odd.text.encode(), "x"), TODAY).data
    assert format_text(put_in_order.decode()).text == formatted
    assert mended(Catalog(formatted.encode(), "x"), TODAY).data.decode() == formatted
    assert format_text(formatted).text == formatted
    assert mended(Catalog(put_in_order, "x"), TODAY).data == put_in_order


@given(_odd())
def test_adding_an_entry_changes_no_other(odd: _Odd) -> None:
    """Every line that was there is there, in its order; formatting before or after gives the same."""
    entry = "c:\n  name: C\n  now: z\n"
    text = insert(odd.text, "c", entry)
    rest = text.replace(entry.replace("\n", "\r\n" if "\r\n" in odd.text else "\n"), "", 1)
    assert [line for line in rest.split() if line] == odd.text.split()
    assert format_text(text).text == format_text(insert(format_text(odd.text).text, "c", entry)).text
