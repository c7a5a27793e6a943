"""Every problem that can be reported has a manual, and what the manuals show is true."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

import optout
from optout.catalog import Catalog
from optout.editing.check import report
from optout.editing.fix import MENDABLE
from optout.errors import NotFound
from optout.problem import Problem
from optout.rules import CATALOG_RULES, CHANGE_RULES, RULES
from optout.rules.manuals import ManualPart, find, manuals, parts
from optout.schema.fields import PLATFORM
from optout.schema.manual import FROM_ARCHIVE, READING
from tests.conftest import CASES, TODAY

# What cannot be seen on paper, would fill it, or is about what was there before.
_WITHOUT_EXAMPLE = {"not-utf-8", "too-large", "trailing-space", "unchecked-change", "archived-date", "archived-terms",
                    "merge-conflict", "unnoted-change", "no-catalog", "other-space"}  # fmt: skip


def _reported() -> Iterator[str]:
    """The ids in the calls that report problems of reading; no other argument of them is words with hyphens."""
    package = Path(optout.__file__).parent
    for path in (found for room in ("catalog", "schema", "source") for found in (package / room).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and re.search(r"(report\w*|Problem|_matching)$", ast.unparse(node.func)):
                yield from (
                    word for one in node.args if re.fullmatch(r"'[a-z]+(-[a-z0-9]+)+'", word := ast.unparse(one))
                )


@pytest.mark.slow
def test_what_reading_reports_and_what_is_explained_are_the_same() -> None:
    """No id is without a manual in the code that reports, and no manual is for an id that nobody reports."""
    assert {ast.literal_eval(word) for word in _reported()} == set(READING)
    cases = "".join(path.read_text(encoding="utf-8") for path in (CASES / "check").glob("*.txt"))
    assert set(re.findall(r"^[^ ]+:\d+:\d+: ([a-z-]+):", cases, re.MULTILINE)) <= set(manuals())


def test_ids_belong_to_one_manual_each() -> None:
    """What reading reports and what rules report are told apart by their ids."""
    ids = [rule.ID for rule in (*RULES, *CATALOG_RULES, *CHANGE_RULES)]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(READING)
    assert list(manuals()) == sorted([*ids, *READING, *FROM_ARCHIVE])


def _example(manual: str, heading: str) -> str:
    """The lines under a heading of a manual."""
    found = re.search(rf"^{heading}:\n\n((?:    .*\n?|\n(?=    ))+)", manual, re.MULTILINE)
    return re.sub(r"^    ", "", found[1], flags=re.MULTILINE).strip("\n") if found else ""


def _parts(lines: str) -> list[tuple[str, str]]:
    """Fields, or entries, with their names."""
    return [(part.split(":", 1)[0], part) for part in re.findall(r"^\S.*(?:\n +.*)*", lines, re.MULTILINE)]


def _catalog(lines: str) -> Catalog:
    """The eight lines, with an example's fields in place of their own, or its entries behind them."""
    entry = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    parts = _parts(lines)
    if parts[0][0] not in {*PLATFORM.fields, "compny"}:
        return Catalog(f"{entry}{lines}\n".encode(), "x")
    own = _parts(re.sub(r"^  ", "", entry.split("\n", 1)[1], flags=re.MULTILINE))
    fields = [*(part for name, part in own if name not in dict(parts)), *(part for _, part in parts)]
    return Catalog(("example:\n" + re.sub(r"^", "  ", "\n".join(fields), flags=re.MULTILINE) + "\n").encode(), "x")


def _problems(lines: str) -> tuple[Problem, ...]:
    return report(_catalog(lines), TODAY).problems


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(set(manuals()) - _WITHOUT_EXAMPLE))
def test_the_examples_are_true(rule: str) -> None:
    """What should not be written has just the problem that is explained; what should be, none."""
    manual = manuals()[rule]
    assert {problem.rule for problem in _problems(_example(manual, "Not so"))} == {rule}
    assert _problems(_example(manual, "But so")) == ()


@pytest.mark.slow
@pytest.mark.parametrize("rule", manuals())
def test_a_manual_says_what_why_and_whether_it_is_mended(rule: str) -> None:
    """The first line is a sentence on its own; `--fix` is named exactly where it does something."""
    first, *_ = manuals()[rule].split("\n\n")
    assert "\n" not in first
    assert first.endswith(".")
    assert ("`optout check --fix`" in manuals()[rule]) == (rule in MENDABLE)
    assert (_example(manuals()[rule], "Not so") == "") == (rule in _WITHOUT_EXAMPLE)


def test_a_wrong_name_leads_to_the_right_one() -> None:
    """Exit code 1, as with every name that is not there, with the nearest id."""
    with pytest.raises(NotFound, match="did you mean uncited-claim"):
        find("uncited-claims")
    with pytest.raises(NotFound, match="there is no rule `xyzzy`; `optout check --rules`"):
        find("xyzzy")


@pytest.mark.slow
@pytest.mark.parametrize("rule", manuals())
def test_a_manual_is_the_sum_of_its_parts(rule: str) -> None:
    """No word is lost, no line of an example is another, and code in a paragraph ends where it begins."""
    found = parts(manuals()[rule])
    written = [indent(part.text, "    ") if part.is_example else part.text for part in found]
    assert " ".join("\n".join(written).split()) == " ".join(manuals()[rule].split())
    examples = [part.text for part in found if part.is_example]
    assert examples == list(filter(None, (_example(manuals()[rule], heading) for heading in ("Not so", "But so"))))
    assert all(part.text.count("`") % 2 == 0 for part in found if not part.is_example)


def test_an_example_may_have_empty_lines() -> None:
    """It is still one, and keeps its own indentation."""
    assert parts("A sentence\nof two lines.\n\n    a:\n      b: 1\n\n    c: 2\n\nThe end.") == (
        ManualPart("A sentence of two lines.", False),
        ManualPart("a:\n  b: 1\n\nc: 2", True),
        ManualPart("The end.", False),
    )
