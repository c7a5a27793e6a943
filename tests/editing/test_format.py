"""Formatting changes how a catalog looks and nothing else."""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings

from optout.catalog import Catalog
from optout.catalog.locate import default_path
from optout.editing import format as module
from optout.editing.format import format_data
from optout.errors import OptoutError
from optout.model import Platform, Stub
from optout.problem import Place
from optout.source.comments import Attached
from optout.source.entries import split
from optout.source.layout import Fields, write
from optout.source.node import Mapping
from optout.source.style import rewrap
from tests.conftest import CASES, EXAMPLE, Run, golden
from tests.editing.formatted import format_text
from tests.editing.written import Written, catalogs, damaged

_INPUTS = sorted((CASES / "format").glob("*.in.yaml"))
_UGLY = "beta:\n    name:   'Beta'\nacme:\n  category: social\n  name: Acme # the first\n"
_NEAT = "acme:\n  name: Acme  # the first\n  category: social\n\nbeta:\n  name: Beta\n"
_BROKEN = 'acme:\n  category: social\n  name: Acme\nbeta:\n  name: "Beta\n'


def _entries(text: str) -> dict[str, Platform | Stub]:
    """What can be read of a catalog."""
    return {one.slug: one.entry for one in Catalog(text.encode(), "") if one.entry}


def _letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]", text))


# The core.


@pytest.mark.parametrize("path", _INPUTS, ids=lambda path: path.name.split(".")[0])
def test_a_case_becomes_the_file_beside_it(path: Path) -> None:
    """Each NAME.in.yaml has its canonical form in NAME.out.yaml, which formatting leaves alone."""
    done = format_text(path.read_text(encoding="utf-8"))
    golden(path.with_name(path.name.replace(".in.", ".out.")), done.text)
    again = format_text(done.text)
    assert (again.text, again.rewritten, again.moved) == (done.text, (), False)


@settings(max_examples=10)
@given(catalogs)
def test_the_same_is_said_in_whatever_style_it_was_written(written: Written) -> None:
    """Formatting reads the same entries, keeps each comment once, and has nothing to do the second time."""
    done = format_text(written.text)
    assert done.problems == ()
    before, after = _entries(written.text), _entries(done.text)
    assert {slug: after.get(slug) for slug in before} == before
    assert all(done.text.count(comment) == 1 for comment in written.comments)
    assert format_text(done.text).text == done.text


@settings(max_examples=25)
@given(damaged)
def test_nothing_is_lost_from_a_damaged_catalog(text: str) -> None:
    """Whatever has happened to a file, sound entries stay what they are and no letter gets lost."""
    done = format_text(text)
    before, after = _entries(text), _entries(done.text)
    assert {slug: after.get(slug) for slug in before} == before
    assert not _letters(text) - _letters(done.text) or "\\" in text  # an escape is a letter that goes
    assert format_text(done.text).text == done.text


@pytest.mark.slow
def test_the_catalog_and_the_examples_are_in_form() -> None:
    """What contributors copy from needs no formatting."""
    for path in (default_path(), EXAMPLE, CASES / "eight-lines.yaml"):
        text = path.read_text(encoding="utf-8")
        assert format_text(text).text == text, path


def test_line_ends_and_marks_of_other_systems_go() -> None:
    """A byte order mark, carriage returns and a missing line end are put right."""
    foreign = "\ufeff" + _NEAT.replace("\n", "\r\n").rstrip("\r\n")
    assert format_text(foreign).text == _NEAT
    assert format_text("").text == ""


@pytest.mark.parametrize("end", ["\r", "\r\n", "\r\r\n"])
def test_lines_may_end_as_on_any_system(end: str) -> None:
    """Also in CR alone, as on very old ones, where the whole file would else be one line that says nothing."""
    assert format_text(_NEAT.replace("\n", end)).text == _NEAT


def test_quotes_stay_around_what_would_be_a_slip_without_them() -> None:
    """A comma at the end is meant where somebody put quotes around it: without them it is told as a mistake."""
    text = "acme:\n  name: 'Acme,'\n  company: 'TODO Acme;'\n"
    assert format_text(text).text == text


def test_what_is_in_form_is_not_held_twice() -> None:
    """Of an entry that stays as it is only its place is kept, and a catalog that stays so is given back itself."""
    neat = _NEAT.encode()
    assert format_data(neat).data is neat
    assert format_data(b"# Mine.\n").data == b"# Mine.\n"


@settings(max_examples=10)
@given(catalogs)
def test_an_entry_is_written_the_same_among_others_as_alone(written: Written) -> None:
    """Entries are read and written one after the other, so none may depend on what stands around it."""
    together = split(format_data(written.text.encode()).data).entries
    alone = [split(format_data(one.body).data).entries for one in split(written.text.encode()).entries]
    assert sorted(one.body for one in together) == sorted(one.body for found in alone for one in found)


@pytest.mark.parametrize("text", ["<!doctype html>\n<p>  \n", '{"acme": {"name": "Acme"}}  \n', "\0a\0c\0m\0e\n"])
def test_what_is_no_catalog_is_told_once_and_left_alone(text: str) -> None:
    """A page that was saved instead, JSON, UTF-16: formatting what is taken for stray lines would help nobody."""
    done = format_text(text, "x.yaml")
    assert done.text == text
    assert [(problem.rule, problem.place) for problem in done.problems] == [("no-catalog", Place("x.yaml", 1, 1))]


def test_an_entry_that_cannot_be_read_keeps_its_form_and_the_order() -> None:
    """The others are written anew, but nothing moves: a stray line may belong to what stands before it."""
    done = format_text(_BROKEN, "my.yaml")
    assert done.text == 'acme:\n  name: Acme\n  category: social\nbeta:\n  name: "Beta\n'
    assert [(str(one.place), one.rule) for one in done.problems] == [("my.yaml:5:9", "yaml-syntax")]
    assert not done.moved


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("acme:\n  name: A\n  name: B\n", "duplicate-key"),
        ("acme:\n  name: A #1\n", "lost-text"),
        ("acme:\n  name: &a A\n", "yaml-feature"),
        ("acme:\n  name: A\u200b\n", "bad-character"),
        ("acme:\n  name: A\nuses:\n  - posts\n", "stray-line"),
        ("acme:\n  name: A\ncategory: social\n", "stray-line"),
        ("  name: A\nacme:\n  name: A\n", "stray-line"),
        ("acme: {name: A}\n", "stray-line"),
        ("acme:\n", "missing-field"),
        ("acme:\n  - name\n", "wrong-kind"),
    ],
)
def test_what_yaml_would_drop_is_left_as_it_is(text: str, rule: str) -> None:
    """Where the nodes do not hold everything that the text says, the text stays and the reason is named."""
    done = format_text(text)
    assert done.text == text
    assert rule in {problem.rule for problem in done.problems}


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (lambda lines: [line.replace("Acme", "Acne") for line in lines], "the meaning of `acme`"),
        (lambda lines: [line.split("  #")[0] for line in lines], "the comments of `acme`"),
        (lambda lines: [line.replace("Acme", "&Acme") for line in lines], "the meaning of `acme`"),
    ],
)
def test_a_bug_is_noticed_before_anything_is_written(
    wrong: object, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """If the outcome says something else, or a comment is gone, the file stays and one sentence says so."""

    def broken(entry: Mapping, source: list[str], fields: Fields, comments: Attached) -> list[str]:
        return wrong(write(entry, source, fields, comments))  # type: ignore[operator, no-any-return]

    monkeypatch.setattr(module, "write", broken)
    path = tmp_path / "platforms.yaml"
    path.write_text(_UGLY)
    outcome = run("format", path)
    assert outcome.code == 3
    assert (
        outcome.err
        == f"optout: formatting would change {what}, which is a bug; nothing was written, please report it\n"
    )
    assert path.read_text() == _UGLY


def test_a_bug_between_entries_is_noticed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries, and the comments of each, are looked for again in the finished file."""
    compose, remark = module._compose, "# Of acme.\n"

    def moved(data: bytes, ordered: Sequence[Any]) -> Iterator[bytes]:
        yield b"".join(compose(data, ordered)).replace(remark.encode(), b"") + remark.encode()

    monkeypatch.setattr(module, "_compose", moved)
    with pytest.raises(OptoutError, match="the comments between the entries"):
        format_text(f"{remark}{_NEAT}")
    monkeypatch.setattr(module, "_compose", lambda data, ordered: compose(data, ordered[::-1]))
    with pytest.raises(OptoutError, match="the order of the entries"):
        format_text(_UGLY)


@pytest.mark.slow
def test_an_entry_that_would_get_too_large_stays_as_it_is() -> None:
    """Brackets take less space than lines: the entry is left, and the size that it would have is told."""
    items = ", ".join(["{name: a, text: 'b'}"] * 2800)
    text = f"acme:\n  lookalikes: [{items}]\n"
    assert len(text) < 64 * 1024
    done = format_text(text)
    assert done.text == text
    assert [problem.rule for problem in done.problems] == ["too-large"]
    assert re.fullmatch(r"the entry would have [\d,]+ bytes in this form", done.problems[0].message)


def test_only_lines_that_are_too_long_are_broken() -> None:
    """The author's lines stay; what is left of a long one goes to the front of the next."""
    assert rewrap(["one two", "three"], 10) == ["one two", "three"]
    assert rewrap(["one two three", "four"], 10) == ["one two", "three four"]
    assert rewrap(["one two three"], 10) == ["one two", "three"]
    assert rewrap(["indivisible", "word"], 10) == ["indivisible", "word"]
    assert rewrap(["an indivisible", "word"], 10) == ["an", "indivisible", "word"]


# The command.


def test_it_formats_the_catalog_of_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Without arguments, platforms.yaml is written anew, keeps its mode, and is left alone the second time."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "platforms.yaml"
    path.write_text(_UGLY)
    path.chmod(0o640)
    outcome = run("format")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "platforms.yaml: 2 entries were rewritten (beta, acme); the entries were put in alphabetical order\n"
    )
    assert path.read_text() == _NEAT
    assert path.stat().st_mode & 0o777 == 0o640
    written = path.stat().st_mtime_ns
    assert run("format").err == "platforms.yaml: nothing to change\n"
    assert path.stat().st_mtime_ns == written


def test_check_writes_nothing_and_fails(tmp_path: Path, run: Run) -> None:
    """`--check` names the files that would change on standard output."""
    ugly, neat = tmp_path / "ugly.yaml", tmp_path / "neat.yaml"
    ugly.write_text(_UGLY)
    neat.write_text(_NEAT)
    outcome = run("format", "--check", ugly, neat)
    assert outcome.code == 1
    assert outcome.out == (
        f"{ugly}: 2 entries would be rewritten (beta, acme); the entries would be put in alphabetical order\n"
    )
    assert outcome.err == f"{neat}: nothing to change\n"
    assert ugly.read_text() == _UGLY
    assert run("format", "--check", neat).code == 0


def test_diff_shows_what_would_change(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--diff` gives a unified difference, coloured where colours are wanted, and writes nothing."""
    path = tmp_path / "my.yaml"
    path.write_text("acme:\n  name: 'Acme'")
    outcome = run("format", "--diff", path)
    assert outcome.code == 1
    assert outcome.out == (
        f"--- {path}\n+++ {path}\n@@ -1,2 +1,2 @@\n acme:\n"
        "-  name: 'Acme'\n\\ No newline at end of file\n+  name: Acme\n"
    )
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m+  name: Acme" in run("format", "--check", "--diff", path).out
    assert path.read_text() == "acme:\n  name: 'Acme'"


def test_line_ends_alone_are_a_change_too(tmp_path: Path, run: Run) -> None:
    """What is not seen in any entry is named all the same."""
    path = tmp_path / "my.yaml"
    path.write_bytes(b"acme:\r\n  name: Acme\r\n")
    assert run("format", path).err == f"{path}: space and line ends were put right\n"
    assert path.read_bytes() == b"acme:\n  name: Acme\n"


def test_standard_input_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """`-` is a filter, for editors."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(_UGLY.encode())))
    outcome = run("format", "-")
    assert (outcome.code, outcome.out) == (0, _NEAT)
    assert outcome.err.startswith("<stdin>: 2 entries were rewritten")


def test_an_unreadable_entry_is_named_and_the_rest_is_written(tmp_path: Path, run: Run) -> None:
    """The problem has its place, the sound entries are formatted, and the exit code says that something is left."""
    path = tmp_path / "my.yaml"
    path.write_text(_BROKEN)
    outcome = run("format", path)
    assert outcome.code == 1
    assert outcome.err.splitlines()[0].startswith(f"{path}:5:9: yaml-syntax: ")
    assert outcome.err.splitlines()[1:] == [
        f"{path}: 1 entry was rewritten (acme); "
        "what cannot be read stays as it is, and so does the order of the entries"
    ]
    assert path.read_text().startswith("acme:\n  name: Acme\n")


def test_one_bad_file_does_not_keep_the_others(tmp_path: Path, run: Run) -> None:
    """A missing file, a folder and bytes that are no text are one sentence each; the rest is formatted."""
    path, binary = tmp_path / "my.yaml", tmp_path / "binary.yaml"
    path.write_text(_UGLY)
    binary.write_bytes(b"acme:\n  name: \xff\n")
    outcome = run("format", tmp_path / "none.yaml", binary, path)
    assert outcome.code == 1
    assert f"{tmp_path / 'none.yaml'}: the catalog cannot be read (No such file or directory)" in outcome.err
    assert f"{binary}:2:9: these bytes are not UTF-8 text; save the file as UTF-8, nothing was changed" in outcome.err
    assert path.read_text() == _NEAT
    outcome = run("format", tmp_path)
    assert outcome.code == 2
    assert (
        outcome.err
        == f"optout: {tmp_path} is a folder; name the catalog file in it, such as {tmp_path}/platforms.yaml\n"
    )


def test_a_link_stays_a_link(tmp_path: Path, run: Run) -> None:
    """The file that is linked to is written, not the link replaced."""
    path, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    path.write_text(_UGLY)
    link.symlink_to(path)
    assert run("format", link).code == 0
    assert link.is_symlink()
    assert path.read_text() == _NEAT


def test_a_line_for_editors_is_the_file_s_wherever_its_entry_goes() -> None:
    """Above the entry that comes first now, below the one that comes last; and the next time nothing is to be done."""
    stub = "{0}:\n  name: {0}\n  now: b\n"
    text = f"{stub.format('c')}# vim: ft=yaml\n\n# yaml-language-server: $schema=x.json\n\n{stub.format('a')}"
    once = format_text(text).text
    assert once == f"# yaml-language-server: $schema=x.json\n\n{stub.format('a')}\n{stub.format('c')}\n# vim: ft=yaml\n"
    assert format_text(once).text == once
