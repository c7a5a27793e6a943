"""Each rule has cases that fail and cases that pass, as files: cases/rules/RULE/fail-*.yaml and pass-*.yaml."""

import importlib
from datetime import date, timedelta
from pathlib import Path

import pytest

import optout.rules
from optout.catalog import Catalog
from optout.guide import words
from optout.messages import language
from optout.model import Claim, Date, Platform
from optout.problem import Problem
from optout.rules import CATALOG_RULES, CHANGE_RULES, RULES, check, repeated_status, stale_check
from optout.rules.gist import Gists
from tests.conftest import CASES, TODAY, golden
from tests.counting import counted

_CASES = sorted((CASES / "rules").glob("*/*.yaml"))


def _problems(path: Path) -> list[Problem]:
    return check(Catalog(path.read_bytes(), path.name), TODAY)


@pytest.mark.parametrize("path", _CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_fails_its_rule_or_passes_all(path: Path) -> None:
    """A failing case breaks just the rule it is named after, in the words of the file beside it."""
    found = _problems(path)
    if path.stem.startswith("pass"):
        assert found == []
    else:
        assert {problem.rule for problem in found} == {path.parent.name}
        golden(path.with_suffix(".txt"), "".join(f"{problem.severity}: {problem}\n" for problem in found))


def test_every_rule_has_both_kinds_of_cases() -> None:
    """No rule without a case that fails and one that passes."""
    for rule in (*RULES, *CATALOG_RULES):
        stems = {path.stem.split("-")[0] for path in _CASES if path.parent.name == rule.ID}
        assert stems == {"fail", "pass"}, rule.ID


def test_every_rule_module_is_listed_and_has_a_manual() -> None:
    """A rule that nobody calls catches nothing; its docstring says what it is about and why."""
    folder = Path(optout.rules.__file__).parent
    names = {path.stem for path in folder.glob("*.py")} - {"__init__", "citations", "finding", "gist", "manuals"}
    listed = {rule.__name__.rsplit(".", 1)[1] for rule in (*RULES, *CATALOG_RULES, *CHANGE_RULES)}
    assert names == listed
    for name in names:
        manual = importlib.import_module(f"optout.rules.{name}").__doc__ or ""
        assert len(manual.split("\n\n")) >= 2, name


def test_the_words_of_every_status_are_known_to_the_rule_against_repeating_them(acme: Platform) -> None:
    """What stands on the badge is caught in the summary."""
    for verdict in words.VERDICTS:
        if verdict.startswith("by-others"):  # which no summary of an entry is about
            continue
        status = words.status(verdict, language("en"))
        repeated = acme._replace(summary=f"{status.label}. [help]")
        assert list(repeated_status.check(repeated, TODAY)), status


@pytest.mark.parametrize(
    ("days", "severity"), [(0, None), (90, None), (91, "warning"), (180, "warning"), (181, "error")]
)
def test_the_clock(days: int, severity: str | None, acme: Platform) -> None:
    """After 90 days a warning, after 180 an error; a warning does not fail a check."""
    day = date(*acme.checked) + timedelta(days)
    found = list(stale_check.check(acme, Date(day.year, day.month, day.day)))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


@pytest.mark.slow
@pytest.mark.parametrize("part", ["a." * 60, "www.linkedin.com." * 6, "xn--80ak6aa92e." * 8])
def test_an_entry_full_of_links_costs_as_much_as_it_is_long(part: str, acme: Platform) -> None:
    """Twice the links, about twice the work; hosts of a hundred parts are no way to stop a check."""

    host = f"{part}example"

    def work(links: int) -> int:
        text = " ".join(f"See [https://{host}](https://{host}/{number})." for number in range(links))
        platform = acme._replace(limits=(Claim(f"{text} [help]"),))

        def look() -> None:
            for rule in RULES:
                list(rule.check(platform, TODAY))
            for catalog_rule in CATALOG_RULES:
                list(catalog_rule.check_all({"acme": Gists().of(platform)}))

        return counted(look)

    work(1)  # what is read once
    assert work(60) < 2.5 * work(30)
