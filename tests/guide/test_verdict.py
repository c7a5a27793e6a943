"""The published table: which facts give which verdict, for whom."""

import re
from pathlib import Path
from typing import Any

import pytest

from optout.guide import Reader, compose
from optout.guide.choose import WORTHS
from optout.guide.guide import plain
from optout.guide.verdict import TABLE, Facts, verdict
from optout.guide.words import VERDICTS, status
from optout.messages import language
from optout.model import Audience, Control, Platform

_SWITCH = Control("switch", "Train", ("help",), switch="Train", set="off")
_FORM = Control("form", "Objection", ("help",), right="GDPR", link="https://a.example/form")
_DELETE = Control("delete", "Delete", ("help",), delete="Delete all")
_STATED = Control("none", "No way", ("help",), absence="stated")
_CONTRIBUTING = Path(__file__).parent.parent.parent / "CONTRIBUTING.md"


def _facts(training: Any, *controls: Control, region: str = "DE", held: Any = "yes", **more: Any) -> Facts:
    ways = tuple((one, held) for one in controls if one.how != "none")
    facts = Facts(Reader(region), training, False, True, ways, tuple(one for one in controls if one.how == "none"))
    return facts._replace(**more)


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        (_facts("opt-out", _SWITCH), "opt-out"),
        (_facts("opt-out", _SWITCH, _FORM), "opt-out"),
        (_facts("opt-out", _FORM), "objection"),
        (_facts("no-control", _FORM, _STATED), "objection"),
        (_facts("no-control", _FORM, region="GB"), "objection"),
        (_facts("no-control", _FORM, region="US"), "depends"),
        (_facts("no-control", _FORM, region=""), "depends"),
        (_facts("opt-out", _FORM, _DELETE, region=""), "depends"),
        (_facts("no-control", _SWITCH, _STATED), "no-control"),
        (_facts("no-control", _DELETE), "none-found"),
        (_facts("opt-out"), "not-known"),
        (_facts("opt-out", is_read=False), "not-known"),
        (_facts("no-training", is_read=False), "not-known"),
        (_facts("opt-out", _SWITCH, is_made_by_others=True), "by-others"),
        (_facts("no-control", is_made_by_others=True), "by-others-none"),
        (_facts("opt-in", is_made_by_others=True), "by-others-asked"),
        (_facts("depends", is_made_by_others=True), "depends"),
        (_facts("opt-in"), "opt-in"),
        (_facts("no-training"), "no-training"),
        (_facts("depends", _SWITCH), "depends"),
    ],
)
def test_the_same_facts_give_the_same_verdict(facts: Facts, given: str) -> None:
    """Whatever an entry calls it: a legal objection is no switch, and helps those only who have the right."""
    assert verdict(facts) == given


def test_a_policy_for_other_regions_says_nothing_about_the_readers(acme: Platform) -> None:
    """It is said which regions were read, what holds there stays a hint, and nothing supports a verdict."""
    read = tuple(source._replace(audience=Audience(regions=("US",))) for source in acme.sources)
    guide = compose(acme._replace(sources=read), Reader("BR"))
    assert guide.status.id == "not-known"
    assert plain(guide.verdict) == "What Acme does in Brazil is not known: only what it says for the US was read."
    assert plain(guide.answer[0].label) == "Elsewhere"
    assert plain(guide.answer[0].text) == "Acme trains its models on your chats until you switch it off."
    assert guide.support == "Rests on no source for you"
    assert compose(acme._replace(sources=read), Reader("US")).status.id == "opt-out"
    assert compose(acme._replace(sources=read)).status.id == "opt-out"


def test_what_nobody_stated_looks_concluded(acme: Platform) -> None:
    """On the badge of every status, and of a difference."""
    assert compose(acme._replace(basis="concluded")).status.label == "Seems to train unless you refuse"
    quiet = compose(acme._replace(training="no-training", basis="concluded")).status
    assert (quiet.label, quiet.mark) == ("Seems not to train on your data", "○")
    differences = tuple(one._replace(basis="concluded") for one in acme.differences)
    assert compose(acme._replace(differences=differences), Reader("KR")).status == quiet


def test_every_state_has_one_wording_of_its_own() -> None:
    """No two verdicts look alike, in any language."""
    assert {name for name in VERDICTS if not name.startswith("concluded-")} == set(TABLE)
    for spoken in ("en", "de"):
        assert len({status(name, language(spoken)).label for name in VERDICTS}) == len(VERDICTS)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("order of ways", [f"| {place} | {text} |" for place, text in enumerate(WORTHS.values(), 1)]),
        ("verdicts", [f"| {text} | {status(name, language('en')).label} |" for name, text in TABLE.items()]),
    ],
)
def test_contributing_shows_the_table_that_is_used(name: str, rows: list[str]) -> None:
    """Nobody has to read the code to know what an entry comes to."""
    text = _CONTRIBUTING.read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n[^\n]*\n[-| ]*\n((?:\|[^\n]*\n)*)", text)
    assert found
    assert found[1].splitlines() == rows


def test_what_is_said_for_some_is_not_said_to_others(acme: Platform) -> None:
    """Uses, what is left alone, limits, events and disagreements as well as ways."""
    whom = Audience(regions=("US",))
    changed = acme._replace(
        uses=tuple(one._replace(audience=whom) for one in acme.uses),
        limits=tuple(one._replace(audience=whom) for one in acme.limits),
        history=tuple(one._replace(audience=whom) for one in acme.history),
    )
    elsewhere = {part.id for part in compose(changed, Reader("DE")).parts}
    assert not elsewhere & {"uses", "limits", "history"}
    limits = compose(changed).part("limits")
    assert limits
    assert {plain(fact.label) for fact in limits.facts} == {"In the US"}
    here = compose(changed, Reader("US-CA")).part("limits")
    assert here
    assert {plain(fact.label) for fact in here.facts} == {""}
