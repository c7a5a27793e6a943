"""A way that several entries share is written in one of them, and read as if it stood in each."""

from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.catalog.entries import entries
from optout.diff import compare
from optout.model import Control
from optout.monitoring import evidence, links
from optout.rules import check
from optout.schema.walk import walk
from tests.conftest import TODAY, platform

_HEAD = """\
  category: social
  training: opt-out
  checked: 2026-11-21
"""
_LENDER = f"""\
lender:
  name: Lender
{_HEAD}  summary: It uses your posts. [help]
  controls:
    - name: Form
      form: https://lender.example/form
      note: It asks for your name. [form]
      evidence: [help]
    - {{switch: Train, set: off, evidence: [help]}}
  sources:
    help: {{title: Help, publisher: Lender, kind: official, url: "https://lender.example/help", quote: We train.}}
    form: {{title: Form, publisher: Lender, kind: official, url: "https://lender.example/about-the-form"}}
    other: {{title: Other, publisher: Lender, kind: official, url: "https://lender.example/other"}}
"""
_TAKER = f"""\
taker:
  name: Taker
{_HEAD}  summary: It uses your posts. [own]
  controls:
    - {{name: Form, taken-from: lender, together: all}}
    - {{name: Own switch, switch: Own switch, set: off, together: all, evidence: [own]}}
  sources:
    own: {{title: Own, publisher: Taker, kind: official, url: "https://taker.example/own"}}
"""


def _catalog(text: str = _LENDER + _TAKER) -> Catalog:
    return Catalog(text.encode(), "x")


def test_a_taken_way_is_as_it_is_written_in_the_other_entry() -> None:
    """Field by field, but for how it belongs to the ways of the entry that takes it."""
    lender, taker = (platform(_catalog(), slug) for slug in ("lender", "taker"))
    assert taker.controls[0] == lender.controls[0]._replace(taken_from="lender", together="all")


def test_the_sources_that_a_way_rests_on_come_along_and_no_others() -> None:
    """Those of its evidence and those that its sentences cite, after the entry's own."""
    assert [(one.id, one.taken_from) for one in platform(_catalog(), "taker").sources] == [
        ("own", ""),
        ("help", "lender"),
        ("form", "lender"),
    ]


def test_one_entry_alone_is_the_same_as_in_the_whole_file() -> None:
    """Wherever the two stand."""
    for text in (_LENDER + _TAKER, _TAKER + _LENDER):
        alone = _catalog(text).get("taker")
        assert alone
        assert [one.entry for one in _catalog(text) if one.slug == "taker"] == [alone.entry]


def test_what_is_taken_is_written_once() -> None:
    """So it is asked for, searched and judged once: the walk of the other entry meets it."""
    catalog = _catalog()
    taker = platform(catalog, "taker")
    said = [one.text for one in walk(taker)]
    assert {"Form", "lender"} <= {*said}
    assert not any("lender.example" in one for one in said)
    asked = {link.address: len(link.uses) for link in links.links(catalog)}
    assert asked["https://lender.example/form"] == 1
    quoted = [one.source.id for listed in evidence.sources(catalog).values() for one in listed]
    assert sorted(quoted) == ["form", "help", "other", "own"]


def test_a_problem_of_a_taken_way_is_one_of_the_entry_in_which_it_is_written() -> None:
    """It can be mended there, and nowhere else."""
    text = (_LENDER + _TAKER).replace("https://lender.example/form", "https://127.0.0.1/form")
    found = check(_catalog(text), TODAY)
    assert {(one.entry, one.rule) for one in found if one.rule == "local-address"} == {("lender", "local-address")}


def test_taking_a_way_over_changes_nothing_that_matters() -> None:
    """Whoever followed the guide has nothing to do again."""
    taker = platform(_catalog(), "taker")
    own = taker._replace(
        controls=tuple(one._replace(taken_from="") for one in taker.controls),
        sources=tuple(one._replace(taken_from="") for one in taker.sources),
    )
    changes = compare([own], [taker])
    assert changes
    assert not any(change.matters for change in changes)


def test_a_kept_entry_is_read_anew_when_the_way_that_it_takes_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though its own text is the same letter by letter."""
    from optout.catalog.locate import load

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "platforms.yaml"
    forms = []
    for address in ("https://lender.example/form", "https://lender.example/new"):
        path.write_text((_LENDER + _TAKER).replace("https://lender.example/form", address), encoding="utf-8")
        for _ in range(2):
            forms.append(platform(load(path), "taker").controls[0].link)
    assert forms == ["https://lender.example/form"] * 2 + ["https://lender.example/new"] * 2


def test_a_page_that_both_cite_is_there_once_with_its_own_quote() -> None:
    """Under one id; another page under that id would be a problem."""
    own = '    help: {title: Help, publisher: L, kind: official, url: "https://lender.example/help", quote: Own.}\n'
    taker = platform(_catalog(_LENDER + _TAKER + own), "taker")
    assert [(one.id, one.quote) for one in taker.sources] == [("own", ""), ("help", "Own."), ("form", "")]
    other = _catalog(_LENDER + _TAKER + own.replace("/help", "/another")).get("taker")
    assert other
    assert [problem.rule for problem in other.problems] == ["dead-loan"]


def test_the_catalog_writes_no_way_twice(packaged: Catalog) -> None:
    """What two entries would say letter by letter, one takes from the other."""
    written: dict[Control, str] = {}
    for one in entries(packaged).platforms:
        for control in (control for control in one.controls if control.link and not control.taken_from):
            assert written.setdefault(control, one.slug) == one.slug, (control.name, one.slug)
