"""What a beginner is told: each slip once, in its place, in plain words, and mended where it is certain."""

import re
from pathlib import Path

import pytest
import yaml

from optout.catalog import Catalog
from optout.catalog.locate import default_path
from optout.editing.check import mended, report
from optout.schema.slips import slip
from optout.source.split import cut_all
from tests.conftest import CASES, TODAY, golden
from tests.mistakes.laws import typed_in

_BASE = (CASES / "slips-base.yaml").read_text("utf-8")
_SETS = ("slips", "slips-pasted")


def _slips(name: str) -> list[tuple[str, str, str]]:
    slips: list[tuple[str, str, str]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return slips


@pytest.mark.slow
@pytest.mark.parametrize("cases", _SETS)
def test_every_slip_is_told_as_the_file_beside_it_says(cases: str) -> None:
    """The problems, and what `--fix` makes of the lines."""
    told = []
    for name, old, new in _slips(cases):
        assert old in _BASE
        catalog = Catalog(_BASE.replace(old, new, 1).encode(), "x")
        problems = "".join(f"  {problem}\n" for problem in report(catalog, TODAY).problems)
        problems = re.sub(r"one of name, aliases, [^;\n]*", "one of the fields", problems)
        after = mended(catalog, TODAY)
        before = bytes(catalog.data).decode().split("\n")
        changed = [line for line in after.data.decode().split("\n") if after.mended and line not in before]
        mends = "".join(f"  --fix: {line}\n" for line in changed)
        told.append(f"{name}\n" + (problems or "  nothing\n") + mends)
    golden(CASES / f"{cases}.txt", "\n".join(told))


@pytest.mark.slow
@pytest.mark.parametrize("cases", _SETS)
def test_a_slip_is_told_once(cases: str) -> None:
    """One mistake, one problem: what follows from it is not told."""
    for name, old, new in _slips(cases):
        problems = report(Catalog(_BASE.replace(old, new, 1).encode(), "x"), TODAY).problems
        assert len(problems) <= 1 + new.count(",") + ("misspelt" in name), name


@pytest.mark.slow
def test_what_was_pasted_is_mended_for_good() -> None:
    """What `--fix` takes out brings no other mistake to light, and mending twice is mending once."""
    for name, old, new in _slips("slips-pasted"):
        data = _BASE.replace(old, new, 1).encode()
        told = report(Catalog(data, "x"), TODAY).problems
        after = mended(Catalog(data, "x"), TODAY)
        assert {one.message for one in after.problems} <= {one.message for one in told} or name in _HIDDEN, name
        assert mended(Catalog(after.data, "x"), TODAY).data == after.data, name


_HIDDEN = {"domain nbh"}  # of which the domain was none, by which others are judged


@pytest.mark.slow
@pytest.mark.parametrize("cases", _SETS)
def test_what_is_offered_ends_the_mistake(cases: str) -> None:
    """Whoever types what "did you mean" shows, in the place that was named, is rid of it, and is told nothing new."""
    for name, old, new in _slips(cases):
        text = _BASE.replace(old, new, 1)
        problems = report(Catalog(text.encode(), "x"), TODAY).problems
        before = {(one.rule, one.message) for one in problems}
        for problem in problems:
            if name not in _MORE and problem.suggestion and (typed := typed_in(text, problem)):
                after = report(Catalog(typed.encode(), "x"), TODAY).problems
                assert len(after) < len(problems), (name, problem.suggestion)
                assert {(one.rule, one.message) for one in after} <= before, (name, problem.suggestion)


# Slips of which there is more to type than one place, or a second mistake that comes to light.
_MORE = {
    "website": "the name of the field, and then its value",
    "citations of prose in evidence": "a source that is not there is cited in the second list",
    "slug line gone": "the slug is a line above the place",
    "entry fields with dashes": "each line is typed alike",
    "dash before name at deeper": "each line is typed alike",
    "folded text that is not indented": "each line is typed alike",
    "literal text at its field": "each line is typed alike",
    "two lines =": "each line is typed alike",
    "domain nbh": "the domain was none, by which others are judged",
}


def test_what_has_no_slip_in_it_is_given_none() -> None:
    """The walk over the lines knows every way in which an entry can be written."""
    for path in (CASES / "example.yaml", CASES / "hostile.yaml", CASES / "slips-base.yaml"):
        for entry in path.read_text("utf-8").split("\n\n"):
            lines = entry.split("\n")
            assert slip(lines, len(lines)) is None, lines[0]


@pytest.mark.slow
def test_no_entry_of_the_catalog_has_a_slip_in_it() -> None:
    """A second problem in an entry is never one of its sound lines."""
    for entry in cut_all(default_path().read_bytes()):
        lines = entry.raw.decode().split("\n")
        assert slip(lines, len(lines)) is None, entry.slug


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is no entry in this file"),
        (b"# to do\n", "there is no entry in this file"),
        (b"  acme:\n    name: A\n", "every line of this file is indented: `acme:` stands behind 2 spaces"),
        (b"<!DOCTYPE html>\n<p>x: y", "this is a page of HTML or XML"),
        (b'\xef\xbb\xbf{"acme": {}}', "this is JSON, or YAML written like it"),
        ("acme:\n  name: A\n".encode("utf-16"), "this is text in UTF-16, or no text"),
        (b"acme:\r  name: A\r", "the lines of this file end in CR alone"),
    ],
)
def test_what_is_no_catalog_is_said_once(data: bytes, message: str) -> None:
    """And is no catalog without problems."""
    assert [problem.message for problem in report(Catalog(data, "x"), TODAY).problems] == [message]


def test_a_merge_that_was_not_finished_is_said_once(tmp_path: Path) -> None:
    """Within an entry, between entries, and with what both sides have in common."""
    both = "<<<<<<< ours\nacme:\n  name: A\n=======\nacme:\n  name: B\n>>>>>>> theirs\n  category: social\n"
    problems = report(Catalog(f"{_BASE}{both}{_BASE.replace('acme', 'c').replace('bolt', 'd')}".encode(), "x"), TODAY)
    merged = [problem for problem in problems.problems if problem.rule == "merge-conflict"]
    assert len(merged) == 1
    assert merged[0].place.line == _BASE.count("\n") + 1


def test_a_tab_before_the_first_entry_is_called_one() -> None:
    """Not a space that nobody has typed."""
    found = report(Catalog(b"\tacme:\nzeta:\n  name: Z\n  now: acme\n", "x"), TODAY).problems
    assert found[0].message == "a tab stands where the line should be indented"


def test_an_example_of_a_pasted_entry_has_no_brace() -> None:
    """What one is to type is the field alone."""
    (found,) = report(Catalog(b"acme: {name: A}\n", "x"), TODAY).problems
    assert found.expected.endswith("no comma, as in `name: A`")


def test_entries_below_a_line_of_their_own_are_told_once() -> None:
    """As in a file that begins with `platforms:`, however much there is below it."""
    for times in (1, 100):
        inner = "".join(f"  {line}\n" if line else "\n" for line in (_BASE * times).split("\n"))
        told = report(Catalog(f"platforms:\n{inner}".encode(), "x"), TODAY).problems
        assert [(one.place.line, one.message) for one in told] == [
            (1, "entries stand below `platforms:`, which is none itself")
        ]
