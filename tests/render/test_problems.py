"""Problems as text, JSON, annotations and SARIF."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.editing.check import CheckReport, report
from optout.problem import Place, Problem
from optout.render import problems
from optout.render.sarif import sarif
from optout.render.screen import Screen
from optout.render.wrap import width
from optout.rules.manuals import manuals
from optout.schema.manual import ONLY_WARNINGS
from tests.conftest import CASES, TODAY, golden

_CASE = CASES / "report" / "all-kinds.yaml"
_BROKEN = sorted((CASES / "check").glob("*.yaml"))

# The schema of the standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/, as packaged with @microsoft/jest-sarif
# 1.0.0-beta.0 (MIT).
_SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def _report(path: Path) -> CheckReport:
    return report(Catalog(path.read_bytes(), path.name), TODAY)


def _text(found: CheckReport, screen: Screen) -> str:
    return problems.text(found.problems, {found.file: found.lines}, screen)


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("80", Screen()),
        ("40", Screen(width=40)),
        ("colour", Screen(colour=True)),
        ("ascii", Screen(width=40, unicode=False)),
    ],
)
def test_the_line_stands_under_its_problem(name: str, screen: Screen) -> None:
    """With a caret under what is meant, cropped to the screen."""
    golden(_CASE.with_name(f"all-kinds-{name}.txt"), _text(_report(_CASE), screen))


def test_the_first_line_of_a_problem_is_the_one_editors_parse() -> None:
    """file:line:column: rule: message, whole, at any width."""
    found = _report(_CASE)
    first = [block.split("\n")[0] for block in _text(found, Screen(width=30)).split("\n\n")]
    assert first == [f"{one.place}: {one.rule}: {one.message}" for one in found.problems]


@example("0" * 20 + "⺀", 21, 1, 27)
@given(st.text(st.characters(exclude_characters="\n")), st.integers(0, 60), st.integers(1, 60), st.integers(24, 90))
def test_any_line_fits_and_the_caret_is_under_it(line: str, start: int, length: int, room: int) -> None:
    """Whatever stands in a line (wide, narrow, invisible characters), nothing is wider than the screen."""
    problem = Problem(Place("f", 1, min(start, len(line)) + 1), "rule", "message", length=length)
    shown = problems.text([problem], {"f": {1: line}}, Screen(width=room)).split("\n")
    assert all(width(one) <= room for one in shown)
    assert shown[2].strip(" |^") == ""
    assert "^" in shown[2]


def test_the_caret_is_under_the_very_character() -> None:
    """Also behind characters that take two columns, and where the line is cropped."""
    line = "壁壁 " + "x" * 100 + " HERE " + "y" * 100
    problem = Problem(Place("f", 1, line.index("HERE") + 1), "rule", "message", length=4)
    _, source, carets = problems.text([problem], {"f": {1: line}}, Screen(width=40)).rstrip("\n").split("\n")
    assert source[carets.index("^") :].startswith("HERE")
    problem = Problem(Place("f", 1, 4), "rule", "message", length=3)
    _, source, carets = problems.text([problem], {"f": {1: line}}, Screen(width=40)).rstrip("\n").split("\n")
    assert width(source[: source.index("x")]) == carets.index("^")


@pytest.mark.slow
def test_nothing_in_a_catalog_moves_the_cursor() -> None:
    """Control characters and marks of direction are shown as such; a message stays on its line."""
    for path in _BROKEN:
        found = _report(path)
        for said in (_text(found, Screen()), problems.concise(found.problems)):
            assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2028]", said)
        assert problems.concise(found.problems).count("\n") == len(found.problems)


def test_json_has_every_field_and_the_fix() -> None:
    """Places are numbers, and a fix says what to put where."""
    listed = json.loads(problems.as_json(_report(_CASE).problems))["problems"]
    fields = {"file", "line", "column", "length", "rule", "message", "expected", "suggestion", "entry", "severity"}
    assert all(set(one) == {*fields, "fixes"} for one in listed)
    fixes = [fix for one in listed for fix in one["fixes"]]
    assert {"line": 9, "column": 13, "end_line": 9, "end_column": 15, "text": "'no'"} in fixes


def test_annotations_name_place_and_severity() -> None:
    """One workflow command a line; what would end its parts is escaped."""
    problem = Problem(Place("a,b.yaml", 3, 5), "rule", "100%\nsure", severity="warning", length=4)
    assert problems.github([problem]) == (
        "::warning file=a%2Cb.yaml,line=3,col=5,endColumn=9,title=rule::rule: 100%25\\nsure\n"
    )


def _logs() -> Iterator[object]:
    for path in (_CASE, *_BROKEN, *sorted((CASES / "fix").glob("*.yaml"))):
        yield json.loads(sarif(_report(path).problems, manuals()))


@pytest.mark.slow
def test_sarif_is_valid() -> None:
    """Every case as SARIF agrees with the standard's own schema, formats included."""
    validator = jsonschema.Draft4Validator(_SCHEMA, format_checker=jsonschema.FormatChecker())
    for log in [json.loads(sarif([], manuals())), *_logs()]:
        assert [error.message for error in validator.iter_errors(log)] == []


def test_sarif_points_to_its_rules_and_places() -> None:
    """Each result names its rule by id and number, its level, a relative address, and the region to mark."""
    found = _report(_CASE).problems
    (run,) = json.loads(sarif(found, manuals()))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for problem, result in zip(found, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.rule
        assert result["level"] == problem.severity
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": "all-kinds.yaml"}
        assert location["physicalLocation"]["region"]["startLine"] == problem.place.line
        assert bool(problem.fixes) == ("fixes" in result)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_sarif_marks_the_words_that_are_meant() -> None:
    """A region ends behind its last character, as the standard counts columns (3.30.8)."""
    found = Problem(Place("a.yaml", 3, 5), "lint", "m", "e", length=4)
    (run,) = json.loads(sarif([found], {"lint": "m"}))["runs"]
    (location,) = run["results"][0]["locations"]
    region = {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert location["physicalLocation"]["region"] == region


@pytest.mark.slow
def test_a_fix_that_is_the_same_for_many_stands_once() -> None:
    """The order of a catalog is mended as a whole: a log does not carry the catalog once for each misplaced entry."""
    data = "".join(f"a{number}:\n  name: A{number}\n  now: a0\n" for number in range(99, -1, -1)).encode()
    found = report(Catalog(data, "x"), TODAY).problems
    log = sarif(found, manuals())
    assert sum("fixes" in result for result in json.loads(log)["runs"][0]["results"]) == 1
    listed = json.loads(problems.as_json(found))["problems"]
    assert sum(len(one["fixes"]) for one in listed) == 1


def test_sarif_says_of_a_rule_how_grave_it_is() -> None:
    """A rule that only warns says so, and no such rule ever finds an error; every other one can."""
    graves = {
        problem.rule for path in (_CASE, *_BROKEN) for problem in _report(path).problems if problem.severity == "error"
    }
    assert not graves & ONLY_WARNINGS
    (run,) = json.loads(sarif([], manuals(), ONLY_WARNINGS))["runs"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}
    assert (
        {rule for rule, level in levels.items() if level == "warning"}
        == ONLY_WARNINGS
        == {
            *(
                "archived-date",
                "archived-terms",
                "copied-event",
                "missing-objection",
                "missing-topic",
                "official-host",
                "other-space",
                "trailing-space",
            ),
            *("unchecked-change", "unnoted-change", "unseen-doubt"),
        }
    )
    assert set(levels.values()) == {"warning", "error"}


@pytest.mark.slow
def test_sarif_leads_to_the_page_of_a_rule() -> None:
    """Where there is a site that has it; an address that is no URI as the standard asks for is left out."""
    for site, address in (
        ("https://guides.example/ours", "https://guides.example/ours/rules/{}.html"),
        ("", None),
        ("https://anleitungen.example/für-uns", None),
    ):
        log = json.loads(sarif([], manuals(), ONLY_WARNINGS, site))
        jsonschema.validate(log, _SCHEMA)
        for rule in log["runs"][0]["tool"]["driver"]["rules"]:
            assert rule.get("helpUri") == (address and address.format(rule["id"]))
            assert rule["help"] == {"text": manuals()[rule["id"]], "markdown": manuals()[rule["id"]]}


@pytest.mark.parametrize(
    ("file", "uri"),
    [("my catalog.yaml", "my%20catalog.yaml"), ("/a b/c.yaml", "file:///a%20b/c.yaml"), ("<stdin>", "%3Cstdin%3E")],
)
def test_sarif_addresses(file: str, uri: str) -> None:
    """Names of files become addresses."""
    (run,) = json.loads(sarif([Problem(Place(file, 1, 1), "quote-it", "x")], manuals()))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
