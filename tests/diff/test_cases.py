"""Each kind of change, as files: cases/diff/NAME/old.yaml and new.yaml, and what is said of them in every format."""

import json
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.catalog.entries import entries
from optout.diff import Change, compare
from optout.diff.match import pair, tokens
from optout.diff.wording import clip, excerpts
from optout.messages import language
from optout.model import Platform, Stub
from optout.render import changes as render
from optout.render.screen import Screen
from tests.conftest import CASES, golden

_CASES = sorted((CASES / "diff").iterdir())


def _entries(path: Path) -> list[Platform | Stub]:
    found = entries(Catalog(path.read_bytes(), path.name))
    assert not found.broken
    return [*found.platforms, *found.stubs]


def _compared(case: Path) -> tuple[Change, ...]:
    return compare(_entries(case / "old.yaml"), _entries(case / "new.yaml"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_case_is_told_as_in_its_files(case: Path) -> None:
    """The words under cases/diff were read by somebody, in every format."""
    found = _compared(case)
    golden(case / "expected.txt", render.text(found, Screen()))
    golden(case / "expected.md", render.markdown(found))
    golden(case / "expected.json", render.as_json(found))


@pytest.mark.parametrize("case", sorted((CASES / "diff").glob("*/expected.de.txt")), ids=lambda path: path.parent.name)
def test_some_cases_are_told_in_german_as_in_their_files(case: Path) -> None:
    """For a terminal and as a comment; the labels in German quotation marks, what the catalog says in English."""
    found = _compared(case.parent)
    golden(case, render.text(found, Screen(), "de"))
    golden(case.with_suffix(".md"), render.markdown(found, "de"))


@pytest.mark.slow
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_in_german_only_the_catalog_is_english(case: Path) -> None:
    """Every kind of change: what is not marked as German stands in one of the two files."""
    catalogs = " ".join((case / name).read_text(encoding="utf-8").casefold() for name in ("old.yaml", "new.yaml"))
    for change in _compared(case):
        for span in (span for item in change.items for span in language("de").say(item.said)):
            # That an address of a mailbox is one is said as a link would say it.
            ours = [word for word in tokens(span.text) if word not in catalogs and word != "mailto"]
            assert span.lang == "de" or not ours


@pytest.mark.slow
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_programs_read_the_same_values_in_every_language(case: Path) -> None:
    """Only the sentences are others."""

    def values(spoken: str) -> object:
        changes = json.loads(render.as_json(_compared(case), spoken))["changes"]
        items = [item for change in changes for item in change["matters"] + change["editorial"]]
        return [{**change, "sentence": "", "matters": [], "editorial": []} for change in changes], [
            {**item, "text": ""} for item in items
        ]

    assert values("de") == values("en")


@pytest.mark.slow
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_backwards_there_is_as_much_to_tell(case: Path) -> None:
    """Whatever differs one way differs the other way."""
    assert bool(_compared(case)) == bool(compare(_entries(case / "new.yaml"), _entries(case / "old.yaml")))


def test_the_cases_have_every_kind_of_change() -> None:
    """New, gone, renamed and changed; what matters and what does not."""
    found = [change for case in _CASES for change in json.loads((case / "expected.json").read_text())["changes"]]
    assert {change["kind"] for change in found} == {"new", "gone", "renamed", "changed"}
    fields = {item["field"] for change in found for item in change["matters"] + change["editorial"]}
    assert len(fields) >= 30


def test_what_is_most_alike_belongs_together() -> None:
    """Not what stands in the same place; what is alike to nothing came or went."""
    found = pair(["a b c", "d e f", "x"], ["d e g", "a b c", "y"], lambda one, other: float(one[0] == other[0]), list)
    assert found.both == (("a b c", "a b c"), ("d e f", "d e g"))
    assert (found.gone, found.added) == (("x",), ("y",))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one two three", "one two four", ("one two three", "one two four")),
        ("a b c d e f g h", "a b c d e F g h", ("… c d e f g h", "… c d e F g h")),
        ("a b c d x e f g h", "a b c d y e f g h", ("… b c d x e f g …", "… b c d y e f g …")),
        ("a b c d e", "a b c d e f", ("… c d e", "… c d e f")),
        ("a a a", "a a", ("a a a", "a a")),
    ],
)
def test_only_the_stretch_that_differs_is_shown(old: str, new: str, shown: tuple[str, str]) -> None:
    """With three words around it, so that it can be understood."""
    assert excerpts(old, new) == shown


def test_long_texts_are_cut_at_a_word() -> None:
    """And within a word only where there is no other way."""
    assert clip("word " * 40, 20) == "word word word word…"
    assert clip("x" * 300, 20) == "x" * 20 + "…"
    assert clip("short", 20) == "short"
