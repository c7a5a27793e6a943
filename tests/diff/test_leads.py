"""Where a link leads is always seen: each address that is another is told first, old and new, and fails --exit-code."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optout.diff import compare
from optout.diff.match import alike, match, pair, tokens
from optout.diff.wording import differing
from optout.messages import language
from optout.model import (
    Claim,
    Control,
    Crawler,
    Date,
    Difference,
    Email,
    Event,
    Lookalike,
    Platform,
    Source,
)
from tests.conftest import CASES, Run

_SOURCE = Source("help", "Your data", "Acme Help", "official", "https://acme.example/help")
_ACME = Platform("acme", "Acme", "social", "opt-out", "It trains.", Date(2026, 11, 21), (_SOURCE,))
_SWITCH = Control("switch", "Train", ("help",), switch="Train", set="off")
_DAY = Date(2025, 1, 1)


def _prose(target: str) -> str:
    return f"See [your settings]({target}). [help]"


def _control(**fields: Any) -> Platform:
    return _ACME._replace(controls=(_SWITCH._replace(**fields),))


# Every place in which an entry can send a reader somewhere.
_PLACES: dict[str, Callable[[str], Platform]] = {
    "summary": lambda to: _ACME._replace(summary=_prose(to)),
    "scope": lambda to: _ACME._replace(scope=_prose(to)),
    "doubt": lambda to: _ACME._replace(doubt=_prose(to)),
    "uses": lambda to: _ACME._replace(uses=(Claim(_prose(to)),)),
    "uses, in doubt": lambda to: _ACME._replace(uses=(Claim("Posts.", _prose(to)),)),
    "spares": lambda to: _ACME._replace(spares=(Claim(_prose(to)),)),
    "limits": lambda to: _ACME._replace(limits=(Claim(_prose(to)),)),
    "conflicts": lambda to: _ACME._replace(conflicts=(Claim(_prose(to)),)),
    "differences": lambda to: _ACME._replace(differences=(Difference(_prose(to), _SWITCH.audience),)),
    "lookalikes": lambda to: _ACME._replace(lookalikes=(Lookalike("Ads", _prose(to)),)),
    "lookalikes, address": lambda to: _ACME._replace(lookalikes=(Lookalike("Ads", "About ads.", link=to),)),
    "history": lambda to: _ACME._replace(history=(Event(_DAY, _prose(to)),)),
    "crawlers": lambda to: _ACME._replace(crawlers=(Crawler("Bot", _prose(to)),)),
    "crawlers, addresses": lambda to: _ACME._replace(crawlers=(Crawler("Bot", "Training.", addresses=to),)),
    "see": lambda to: _ACME._replace(see=(("beta", _prose(to)),)),
    "source": lambda to: _ACME._replace(sources=(_SOURCE._replace(url=to),)),
    "archived copy": lambda to: _ACME._replace(sources=(_SOURCE._replace(archived=to),)),
    "control": lambda to: _control(link=to),
    "mail": lambda to: _control(how="email", switch="", set="", email=Email(to.rpartition("/")[2])),
    "note": lambda to: _control(note=_prose(to)),
    "effect": lambda to: _control(effect=_prose(to)),
    "done": lambda to: _control(done=_prose(to)),
    "undo": lambda to: _control(undo=_prose(to)),
    "needs": lambda to: _control(needs=_prose(to)),
    "steps": lambda to: _control(steps=(_prose(to),)),
    "limits of a way": lambda to: _control(limits=(_prose(to),)),
}
_HERE, _THERE = "https://acme.example/a@acme.example", "https://phone.home/x@phone.home"


@pytest.mark.parametrize("place", _PLACES)
def test_another_address_is_told_first_wherever_it_stands(place: str) -> None:
    """Though not a word of the sentence changed; both addresses are given letter by letter."""
    (change,) = compare([_PLACES[place](_HERE)], [_PLACES[place](_THERE)])
    first = change.matters[0]
    assert first.leads
    assert (first.before, first.after) in (
        (_HERE, _THERE), ("a@acme.example", "x@phone.home")
    )  # fmt: skip
    shown = language("en").text(first.clause)
    assert first.before in shown
    assert first.after in shown


@pytest.mark.parametrize("place", _PLACES)
def test_an_address_that_comes_with_a_new_sentence_is_told(place: str) -> None:
    """A reviewer sees where a link leads that was not there before."""
    changes = compare([_ACME], [_PLACES[place](_THERE)])
    assert any("phone.home" in language("en").text(item.clause) for change in changes for item in change.items)


def test_exit_code_says_that_a_link_leads_elsewhere(run: Run) -> None:
    """So a workflow can stop for it."""
    case: Path = CASES / "diff" / "leads-elsewhere"
    assert run("diff", case / "old.yaml", case / "new.yaml", "--exit-code").code == 1


def test_a_changed_quote_is_shown() -> None:
    """Old and new, so that nobody has to look it up."""
    old, new = (_ACME._replace(sources=(_SOURCE._replace(quote=words),)) for words in ("We train.", "We never train."))
    (change,) = compare([old], [new])
    said = "".join(language("en").text(item.clause) for item in change.items)
    assert "“We train.”" in said
    assert "“We never train.”" in said


def test_a_difference_far_behind_in_an_address_is_seen() -> None:
    """With the host, which says the most."""
    long = "https://acme.example/" + "a" * 600
    one, other = differing(f"{long}/good", f"{long}/evil")
    assert one.text.endswith("/good")
    assert other.text.endswith("/evil")
    assert other.text.startswith("https://acme.example/…")


@pytest.mark.slow
def test_long_lists_are_held_against_each_other_by_their_rarer_words() -> None:
    """So many comparisons as there are things, not their square; what changed a little is found all the same."""
    asked = 0

    def counted(one: str, other: str) -> float:
        nonlocal asked
        asked += 1
        return alike(one, other)

    old = [f"The platform uses data of kind {number} for its models and more" for number in range(2000)]
    new = [f"{text} since 2026" for text in reversed(old)]
    found = pair(old, new, counted, tokens, 0.4)
    assert asked <= 40 * len(old)
    assert all(second == f"{first} since 2026" for first, second in found.both)
    assert len(found.both) == len(old)
    assert found.reordered


def test_only_equals_match() -> None:
    """In any number and order."""
    found = match(("a", "b", "a"), ("b", "a", "c"))
    assert (found.both, found.gone, found.added, found.reordered) == ((("a", "a"), ("b", "b")), ("a",), ("c",), True)
