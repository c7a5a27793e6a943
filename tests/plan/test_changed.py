"""What is different since somebody decided: to be done again, new to do, or only said otherwise."""

import pytest

from optout.accounts import Account, Person, State
from optout.messages import language
from optout.model import Audience, Control, Difference, Menu, Platform
from optout.plan.changed import Different, changed
from optout.plan.memory import decided
from optout.plan.standing import standing

_NOW = "2026-11-30T09:00:00Z"
_ME = Person("DE", ("web",))
_SWITCH = Control(
    "switch",
    "Improve Acme",
    ("terms",),
    ("web",),
    link="https://acme.example/settings",
    path=(Menu("Settings"), Menu("Privacy")),
    switch="Improve Acme",
    set="off",
    default="on",
)


@pytest.fixture
def one(acme: Platform) -> Platform:
    """The invented platform with one switch."""
    return acme._replace(controls=(_SWITCH,), differences=())


def _decided(platform: Platform, state: State = "done", person: Person = _ME) -> Account:
    account = Account(platform.slug, "2026-11-30", "2026-11-30")
    return decided(standing(account, platform, person), state, _NOW)[0]


def _since(old: Platform, new: Platform | None, state: State = "done", now: Person = _ME) -> Different | None:
    found = changed([_decided(old, state)], {old.slug: new} if new else {}, now)
    return found[0] if found else None


def _said(found: Different | None) -> list[str]:
    assert found
    return [language("en").text(item.said) for item in found.items]


def test_nothing_is_different_where_nothing_changed(one: Platform, acme: Platform) -> None:
    """Nor where only sources, dates, other regions or other devices did."""
    assert _since(one, one) is None
    assert _since(acme, acme) is None
    assert _since(acme, acme, now=Person("DE", ("ios",))) is None
    assert _since(one, one._replace(summary="In other words.", checked=one.checked._replace(year=2027))) is None
    japan = Difference("Not in Japan.", Audience(("JP",)), "no-training")
    assert _since(one, one._replace(differences=(japan,))) is None


def test_who_says_only_now_where_they_are_hears_of_no_change(acme: Platform, one: Platform) -> None:
    """What holds for them is in the plan; the guide is as it was."""
    letter = Control("form", "Object", ("terms",), link="https://acme.example/object", right="GDPR")
    objection = one._replace(controls=(letter,))
    nobody = _decided(objection, person=Person())
    assert nobody.was
    assert nobody.was.verdict == "depends"
    for platform in (objection, acme):
        done = _decided(platform, person=Person())
        for now in (Person("DE"), Person("US"), Person("DE", plans=("Team",))):
            assert changed([done], {platform.slug: platform}, now) == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"set": "on"}, "refusing position"),
        ({"default": "off"}, "default"),
        ({"each": "chat"}, "anew"),
        ({"how": "form", "form": "Object", "switch": "", "set": ""}, "another way"),
    ],
)
def test_what_was_done_may_hold_no_longer(one: Platform, more: dict[str, str], said: str) -> None:
    """The position, the default, what it is for: to be done again, in the words of the diff."""
    found = _since(one, one._replace(controls=(_SWITCH._replace(**more),)))  # type: ignore[arg-type]
    assert found
    assert found.asks == "again"
    assert any(said in text for text in _said(found))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"switch": "Train on my chats"}, "is called “Train on my chats” now"),
        ({"path": (Menu("Account"), Menu("Privacy"))}, "Account › Privacy"),
        ({"link": "https://acme.example/privacy"}, "https://acme.example/privacy"),
        ({"then": ("Save",)}, "afterwards"),
    ],
)
def test_what_is_called_or_found_otherwise_asks_for_nothing(one: Platform, more: dict[str, object], said: str) -> None:
    """It is switched off all the same."""
    found = _since(one, one._replace(controls=(_SWITCH._replace(**more),)))  # type: ignore[arg-type]
    assert found
    assert found.asks == "wording"
    assert any(said in text.replace("Train on my chats", "“Train on my chats”") for text in _said(found))


def test_a_second_way_that_is_needed_is_new_to_do(one: Platform) -> None:
    """What was done is half of it now."""
    parts = (
        _SWITCH._replace(together="t"),
        _SWITCH._replace(name="Voice", switch="Voice", link="", together="t", path=()),
    )
    found = _since(one, one._replace(controls=parts))
    assert found
    assert found.asks == "new"
    assert any("new way to refuse: Voice" in text for text in _said(found))


def test_a_better_way_beside_the_one_that_was_gone_is_only_told(one: Platform) -> None:
    """The letter that was sent still counts."""
    letter = Control("email", "Letter", ("terms",), right="GDPR", audience=Audience(("EEA",)))
    before = one._replace(controls=(letter,))
    found = _since(before, one._replace(controls=(_SWITCH, letter)))
    assert found
    assert found.asks == "wording" or "new way" not in " ".join(_said(found))


def test_a_verdict_that_is_worse_is_new_to_do_and_one_that_is_better_is_told(one: Platform) -> None:
    """Also where nothing was to be done before."""
    safe = one._replace(training="no-training")
    worse, better = _since(safe, one), _since(one, safe)
    assert worse
    assert better
    assert (worse.asks, better.asks) == ("new", "wording")
    assert any("Trains unless you refuse" in text for text in _said(worse))


@pytest.mark.parametrize(("state", "asks"), [("", "new"), ("later", "new"), ("skipped", "new")])
def test_who_did_nothing_hears_only_of_what_trains_now(one: Platform, state: State, asks: str) -> None:
    """The plan tells the rest."""
    moved = one._replace(controls=(_SWITCH._replace(link="https://acme.example/moved"),))
    assert _since(one, moved, state) is None
    worse = _since(one._replace(training="no-training"), one, state)
    assert worse
    assert worse.asks == asks


def test_a_way_where_there_was_none_is_new_to_do(one: Platform) -> None:
    """Also for whoever left it as it was."""
    closed = one._replace(training="no-control", controls=())
    states: tuple[State, ...] = ("", "later", "skipped", "done")
    for state in states:
        found = _since(closed, one, state)
        assert found
        assert found.asks == "new"
        assert "Trains unless you refuse" in " ".join(_said(found))


def test_who_did_not_find_it_is_told_where_it_is_now(one: Platform) -> None:
    """That is something to do."""
    found = _since(one, one._replace(controls=(_SWITCH._replace(path=(Menu("Account"), Menu("AI"))),)), "not-there")
    assert found
    assert found.asks == "new"


def test_a_tick_of_an_older_site_knows_its_version_only(one: Platform) -> None:
    """That is said; what exactly is different nobody can tell."""
    ticked = Account(one.slug, "2026-01-01", "2026-01-02", state="done", done="2026-01-02", version="00000000")
    (found,) = changed([ticked], {one.slug: one}, _ME)
    assert found.asks == "again"
    assert _said(found) == ["the way to refuse has changed since you ticked it off"]
    assert changed([ticked._replace(version=_decided(one).version)], {one.slug: one}, _ME) == ()


def test_a_guide_that_is_gone_or_new_is_told(one: Platform) -> None:
    """Of what was in no catalog before: whether there is anything to do."""
    gone = _since(one, None)
    assert gone
    assert gone.asks == "wording"
    unknown = Account("acme.example", "2026-01-01", "2026-01-01", "unknown")
    (new,) = changed([unknown], {"acme.example": one}, _ME)
    assert new.asks == "new"
    (quiet,) = changed([unknown], {"acme.example": one._replace(training="no-training")}, _ME)
    assert quiet.asks == "wording"
    assert changed([unknown], {}, _ME) == ()


def test_a_decision_goes_by_the_slug_of_today(one: Platform) -> None:
    """What it was called before is removed, so that no account is counted twice."""
    account = Account("zenith", "2026-01-01", "2026-01-01")
    now, former = decided(standing(account, one, _ME), "done", _NOW)
    assert (now.name, now.added, now.done) == (one.slug, "2026-01-01", "2026-11-30")
    assert (former.name, former.removed) == ("zenith", True)
