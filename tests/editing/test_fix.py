"""What `--fix` mends, what it leaves to a person, and that nothing else changes."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.editing import trial
from optout.editing.check import mended, report
from optout.problem import Fix
from optout.render.patch import patch
from optout.render.screen import Screen
from optout.schema.decode import decode
from optout.schema.decoded import Decoded
from optout.source.split import Chunk
from tests.conftest import CASES, EXAMPLE, TODAY, golden

_CASES = sorted((CASES / "fix").glob("*.yaml"))
_DAMAGED = [*_CASES, *sorted((CASES / "check").glob("*.yaml"))]


@pytest.mark.slow
@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_a_case_is_mended_as_the_file_beside_it_says(path: Path) -> None:
    """The difference, and the problems that are left."""
    catalog = Catalog(path.read_bytes(), path.name)
    after = mended(catalog, TODAY)
    left = "".join(f"{problem}\n" for problem in after.problems)
    shown = patch(bytes(catalog.data), after.data, path.name, Screen()).replace("\r\n", "\n")
    golden(path.with_suffix(".txt"), f"{shown}\nleft:\n{left}")
    assert after.data.count(b"\r\n") == bytes(catalog.data).count(b"\r\n")


@pytest.mark.slow
@pytest.mark.parametrize("path", _DAMAGED, ids=lambda path: path.stem)
def test_mending_twice_is_mending_once(path: Path) -> None:
    """What is left is left, and is not said to be mendable."""
    once = mended(Catalog(path.read_bytes(), "x"), TODAY)
    assert mended(Catalog(once.data, "x"), TODAY).data == once.data
    assert not any(problem.fixes for problem in report(Catalog(once.data, "x"), TODAY).problems)


@pytest.mark.slow
@pytest.mark.parametrize("path", _DAMAGED, ids=lambda path: path.stem)
def test_what_is_said_to_be_mendable_is_mended(path: Path) -> None:
    """Each fix that a report shows is one that `--fix` makes: applied by an editor, its problem is gone."""
    catalog = Catalog(path.read_bytes(), "x")
    data = bytes(catalog.data)
    for problem in report(catalog, TODAY).problems:
        for fix in problem.fixes:
            after = report(Catalog(_applied(data, fix), "x"), TODAY).problems
            assert (problem.rule, problem.message, problem.place) not in [
                (one.rule, one.message, one.place) for one in after
            ]


def _applied(data: bytes, fix: Fix) -> bytes:
    """The text with one fix made, as an editor would."""
    text = data.decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    start, end = (sum(len(line) + 1 for line in lines[: one.line - 1]) + one.column - 1 for one in (fix.start, fix.end))
    return (text[:start] + fix.text + text[end:]).encode("utf-8", "surrogateescape")


@pytest.mark.slow
@pytest.mark.parametrize("path", _DAMAGED, ids=lambda path: path.stem)
def test_sound_entries_are_never_touched(path: Path) -> None:
    """An entry that could be read says the same after mending, but for its addresses."""
    catalog = Catalog(path.read_bytes(), "x")
    before = {one.slug: one.entry for one in catalog if one.entry}
    after = {one.slug: one.entry for one in Catalog(mended(catalog, TODAY).data, "x") if one.entry}
    assert set(before) <= set(after)
    if path.stem != "addresses-foreign":
        assert all(str(after[slug]).split() == str(entry).split() for slug, entry in before.items())


_ENTRIES = [
    "# The head.\n\n",
    *(f"# About {name}.\n{name}:\n  name: {name.upper()}\n  now: a\n\n" for name in "abcdefg"),
]


@given(st.permutations(_ENTRIES[1:]))
def test_any_order_is_put_right(entries: list[str]) -> None:
    """Every entry moves with its comment, nothing is lost, and only as many are named as have to move."""
    text = "".join([_ENTRIES[0], *entries])
    catalog = Catalog(text.encode(), "x")
    moved = mended(catalog, TODAY)
    assert moved.data.decode() == "".join(_ENTRIES)
    named = [problem for problem in report(catalog, TODAY).problems if problem.rule == "entry-order"]
    rest = [entry for entry in entries if not any(f"\n{problem.entry}:" in entry for problem in named)]
    assert rest == sorted(rest)
    assert len(named) < len(entries)
    assert all((fix.start.column, fix.end.column) == (1, 1) for problem in named for fix in problem.fixes)
    assert all(_applied(text.encode(), fix) == moved.data for problem in named for fix in problem.fixes)


_ENTRY = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")


_SIZE = 20_000  # bytes, a third of what an entry may have


def _list(field: str, item: str, size: int = _SIZE) -> bytes:
    """A large entry, with the same item over and over, or, with an @ in it, its number there."""
    count = size // len(f"  - {item}\n".encode())
    lines = (f"  - {item}\n".replace("@", str(number)) for number in range(count))
    return f"{_ENTRY}  {field}:\n{''.join(lines)}".encode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        f"{_ENTRY}  question: '{2100 * chr(0x200B)}{2100 * 'a'}'\n".encode(),
        f"{_ENTRY}  question: '{5000 * ('a' + chr(0x200B))}'\n".encode(),
        _list("aliases", "no"),
        _list("aliases", "@ a #b [help]"),
        _list("uses", "a "),
        _list("lookalikes", "{name: a, text: 'b [help]', link: 'https://example.com/de-de/x'}"),
    ],
    ids=["too long a text", "two characters a problem", "words", "comments", "blanks", "addresses"],
)
def test_no_entry_takes_for_ever(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of problems, kept edits or not: an entry is read again a few times only."""
    read = []

    def counted(chunk: Chunk, file: str) -> Decoded:
        read.append(len(chunk.raw))
        return decode(chunk, file)

    monkeypatch.setattr(trial, "decode", counted)
    found = report(Catalog(data, "x"), TODAY)
    assert len(found.problems) > 250
    assert sum(read) < 12 * _SIZE
    after = mended(Catalog(data, "x"), TODAY)
    assert len(after.problems) + len(after.mended) == len(found.problems)
    assert sum(read) < 40 * _SIZE


@pytest.mark.slow
def test_what_was_not_tried_is_counted() -> None:
    """With too many edits that cannot be kept, the rest is left, and the report says how many."""
    after = mended(Catalog(_list("aliases", "no", 60_000), "x"), TODAY)
    assert after.untried > 0
    assert after.untried <= len(after.problems)


def test_a_text_that_is_too_long_is_mended_all_the_same() -> None:
    """The number of characters in a message is no new problem."""
    data = f"{_ENTRY}  question: '{'a' * 3000}{chr(0x200B)}'\n".encode()
    after = mended(Catalog(data, "x"), TODAY)
    assert [problem.rule for problem in after.mended] == ["bad-character"]
    assert [problem.message for problem in after.problems] == ["this text has 3,000 characters"]


_LINES = EXAMPLE.read_text(encoding="utf-8").split("\n")
_DAMAGE = [
    "  x: y: z",
    "    - a: b [help]",
    "  nmae: x",
    "  company: no",
    "\u200b",
    "- z",
    '  name: "',
    "zebra:",
    "  # c ",
    "\t",
]


@settings(max_examples=12)  # each is mended by trying, which takes its time
@example(_LINES.index("    - name: Private mode"), "\u200b", True)
@given(st.integers(0, len(_LINES) - 1), st.sampled_from(_DAMAGE), st.booleans())
def test_whatever_is_damaged_nothing_else_changes(number: int, damage: str, instead: bool) -> None:
    """Lines that were not damaged stay as they are, in any order, and no error is added."""
    lines = [*_LINES[:number], damage, *_LINES[number + instead :]]
    before = report(Catalog("\n".join(lines).encode(), "x"), TODAY)
    after = mended(Catalog("\n".join(lines).encode(), "x"), TODAY)
    kept = [line for line in lines if line != damage]
    assert not set(map(str.rstrip, kept)) - set(map(str.rstrip, after.data.decode().split("\n")))
    if "yaml-syntax" not in {problem.rule for problem in before.problems}:  # which hides all that comes after it
        assert len(after.problems) <= len(before.problems)


_OF_EIGHT = (CASES / "slips-base.yaml").read_text("utf-8")
_SLIPS: list[tuple[str, str, str]] = yaml.safe_load((CASES / "slips.yaml").read_text("utf-8"))


@pytest.mark.slow
@given(st.lists(st.sampled_from(_SLIPS), min_size=1, max_size=4))
def test_several_slips_at_once_never_damage_a_text(slips: list[tuple[str, str, str]]) -> None:
    """Also on one line: lines without a slip stay as they are, nothing is worse, and mending twice is mending once."""
    text = _OF_EIGHT
    for _, old, new in slips:
        text = text.replace(old, new, 1)
    before = report(Catalog(text.encode(), "x"), TODAY)
    after = mended(Catalog(text.encode(), "x"), TODAY)
    again = mended(Catalog(after.data, "x"), TODAY)
    assert again.data == after.data
    touched = {
        number
        for problem in (*before.problems, *after.mended)
        for fix in problem.fixes
        for number in range(fix.start.line, fix.end.line + 1)
    }
    olds, news = text.split("\n"), after.data.decode().split("\n")
    fixes = [fix for problem in after.mended for fix in problem.fixes]
    is_less = any(fix.text.count("\n") < fix.end.line - fix.start.line for fix in fixes)
    assert len(olds) == len(news) or is_less or any(problem.rule == "entry-order" for problem in after.mended)
    if len(olds) == len(news):
        assert {n for n, pair in enumerate(zip(olds, news, strict=True), 1) if pair[0] != pair[1]} <= touched
    if not before.problems:
        assert after.data == text.encode()
    entries = list(Catalog(text.encode(), "x"))
    sound = {one.slug for one in entries} - {one.slug for one in entries if not one.entry}
    for one in Catalog(after.data, "x"):
        assert one.slug not in sound or one.entry is not None


@pytest.mark.parametrize(
    ("typed", "mended_to"),
    [
        ("kind: offical", "official"),
        ("kind: ofical", "official"),
        ("kind: pres", "press"),
        ("category: socail", "social"),
        ("training: optout", "opt-out"),
        ("training: opt_out", "opt-out"),
        ("training: opt-on", ""),  # two words are near
        ("training: maybe", ""),
        ("category: art", ""),
    ],
)
def test_a_misspelt_word_is_mended_where_only_one_can_be_meant(typed: str, mended_to: str) -> None:
    """A slip or two from one of the words allowed, and further from all others."""
    field, _, word = typed.partition(": ")
    text = re.sub(rf"(?m)({field}): [a-z-]+", rf"\1: {word}", _OF_EIGHT, count=1)
    data = mended(Catalog(text.encode(), "x"), TODAY).data.decode()
    assert re.search(rf"(?m){field}: (\S+)$", data)[1] == (mended_to or word)  # type: ignore[index]
