"""A list of accounts: what is decided about one, and how two copies become one."""

import json
from typing import Any

import pytest
from hypothesis import given

from optout.accounts import Lists, Profile
from optout.accounts.text import read
from optout.accounts.values import is_day, is_moment, later, merge
from tests.accounts.strategies import lists
from tests.conftest import CASES

_MORNING, _NOON = "2026-11-30T08:00:00Z", "2026-11-30T12:00:00Z"


@given(lists(), lists())
def test_it_is_the_same_whichever_copy_comes_first(one: Lists, other: Lists) -> None:
    """Merging commutes."""
    assert merge(one, other) == merge(other, one)


@given(lists(), lists(), lists())
def test_it_is_the_same_in_whatever_order_copies_meet(one: Lists, two: Lists, three: Lists) -> None:
    """Merging is associative: phone, terminal and a copy of last month may meet as they like."""
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@given(lists(), lists())
def test_merging_again_changes_nothing(one: Lists, other: Lists) -> None:
    """Merging is idempotent, also with a copy that went in already."""
    both = merge(one, other)
    assert merge(both, both) == both
    assert merge(both, other) == both


@pytest.mark.parametrize(
    "case", json.loads((CASES / "lists.json").read_text(encoding="utf-8")), ids=lambda case: case["name"]
)
def test_two_lists_become_the_same_one_here_as_on_the_site(case: dict[str, Any]) -> None:
    """The same cases are tried by `tests/site/scripts/list.test.js`."""
    one, other, merged = (
        read(json.dumps({"optout": "list", "version": 1, **case[name]}).encode()) for name in ("one", "other", "merged")
    )
    assert merge(one, other) == merge(other, one) == merge(merged, one) == merged


def test_the_newest_decision_counts() -> None:
    """Whether it is to tick off, to take the tick back, or to remove."""
    old = Lists().put("", Profile().add("linkedin", _MORNING).add("x", _MORNING))
    there = old.profile()
    ticked = there.put(there.accounts["x"]._replace(state="done", done="2026-11-30", at=_NOON))
    assert merge(old, old.put("", ticked)).profile() == ticked
    gone = there.remove("x", _NOON)
    assert [one.name for one in merge(old.put("", gone), old).profile().listed] == ["linkedin"]
    back = gone.add("x", "2026-11-30T13:00:00Z")
    assert merge(old.put("", back), old.put("", gone)).profile().get("x") == back.get("x")


def test_an_account_that_is_added_again_keeps_what_was_decided() -> None:
    """Only another plan is news."""
    profile = Profile().add("slack", _MORNING)
    profile = profile.put(profile.accounts["slack"]._replace(state="done", done="2026-11-30"))
    assert profile.add("slack", _NOON) == profile
    work = profile.add("slack", _NOON, plan="Team").accounts["slack"]
    assert (work.plan, work.state, work.at) == ("Team", "done", _NOON)


def test_removing_what_is_not_there_changes_nothing() -> None:
    """And removing twice is removing once."""
    profile = Profile().add("x", _MORNING)
    assert profile.remove("linkedin", _NOON) == profile
    gone = profile.remove("x", _NOON)
    assert gone.remove("x", "2026-11-30T13:00:00Z") == gone


def test_a_decision_comes_after_the_one_before_whatever_the_clocks_say() -> None:
    """A copy from a machine whose clock is wrong keeps nobody from deciding otherwise."""
    assert later(_NOON, _MORNING) == _NOON
    assert later(_MORNING, _NOON) == "2026-11-30T12:00:01Z"
    assert later("2026-11-30", "2026-11-30") == "2026-11-30T00:00:01Z"
    assert later(_NOON, "2026-12-31T23:59:59Z") == "2027-01-01T00:00:00Z"


def test_moments_are_days_and_seconds_of_the_calendar() -> None:
    """Anything else is none."""
    assert is_moment("2024-02-29")
    assert is_moment(_NOON)
    for wrong in ("2026-02-30", "2026-1-2", "2026-11-30T25:00:00Z", "2026-11-30T12:00:00", "", None, 7, ["2026-01-01"]):
        assert not is_moment(wrong), wrong
    assert not is_day(_NOON)
