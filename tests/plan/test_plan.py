"""The plan: every account once, in the order in which one would do it, with sums that are true."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout import regions
from optout.accounts import Account, Person
from optout.catalog import Catalog
from optout.model import Audience, Control, Date, Event, Platform
from optout.plan import Plan, Task, make_plan
from optout.plan.effort import minutes, seconds
from optout.plan.standing import standing
from tests.conftest import platform

_ANYBODY = Person()
_TODAY = "2026-11-30"


def _account(name: str, **more: str) -> Account:
    return Account(name, _TODAY, _TODAY)._replace(**more)  # type: ignore[arg-type]


def _of(*platforms: Platform, person: Person = _ANYBODY) -> Plan:
    return make_plan([_account(one.slug) for one in platforms], {one.slug: one for one in platforms}, person)


def _with(acme: Platform, slug: str, *controls: Control, **more: object) -> Platform:
    return acme._replace(slug=slug, name=slug.capitalize(), company="", controls=controls, **more)  # type: ignore[arg-type]


def _switch(name: str = "Improve", link: str = "", **more: object) -> Control:
    made = Control("switch", name, ("terms",), ("web",), switch=name, set="off", default="on", link=link)
    return made._replace(**more)  # type: ignore[arg-type]


def _slugs(tasks: Iterable[Task]) -> list[list[str]]:
    return [[one.platform.slug for one in task.covers] for task in tasks]


@pytest.fixture(scope="module")
def every(packaged: Catalog) -> dict[str, Platform]:
    """All platforms of the catalog."""
    return {one.slug: one.entry for one in packaged if isinstance(one.entry, Platform)}


@pytest.mark.slow
@pytest.mark.parametrize("region", ["", "EU", "DE", "GB", "US-CA", "BR", "ZZ"])
@pytest.mark.parametrize("devices", [(), ("web", "android")])
def test_every_platform_has_its_place_in_a_plan(
    every: dict[str, Platform], region: str, devices: tuple[str, ...]
) -> None:
    """Whoever it is: each account once, and the sums add up."""
    assert region in ("", "ZZ") or regions.is_known(region)
    accounts = [_account(slug) for slug in every]
    plan = make_plan(accounts, every, Person(region, devices, ("Free",)))
    parts = (plan.no_way, plan.unsure, plan.nothing, plan.skipped, plan.done)
    listed = [*(one for task in plan.tasks for one in task.covers), *(one for part in parts for one in part)]
    assert sorted(one.account.name for one in listed) == sorted(every)
    sums = plan.sums
    assert sums.accounts == len(every)
    assert sums.trains == sums.refusable + sums.no_way
    assert sums.refusable + sums.depends == sum(len(task.covers) for task in plan.tasks)
    assert all(task.steps > 0 and task.minutes > 0 for task in plan.tasks)
    assert sums.minutes <= sum(task.minutes for task in plan.tasks)


def test_what_trains_today_and_is_quick_comes_first(acme: Platform) -> None:
    """Then what costs more, letters, and last what an administrator must do."""
    admin = _with(acme, "a-admin", _switch(who="admin", where=("admin",)))
    letter = _with(acme, "b-letter", Control("email", "Object", ("terms",), right="GDPR", audience=Audience(("EEA",))))
    plan_ = _with(acme, "c-plan", Control("plan", "Team", ("terms",), plan="Team"))
    maybe = _with(acme, "d-maybe", _switch(), training="depends")
    longer = _with(acme, "e-longer", _switch(then=("Save", "Confirm")))
    quick = _with(acme, "f-quick", _switch())
    made = _of(admin, letter, plan_, maybe, longer, quick, person=Person("DE"))
    assert _slugs(made.tasks) == [["f-quick"], ["e-longer"], ["d-maybe"], ["c-plan"], ["b-letter"], ["a-admin"]]
    assert [task.cost for task in made.tasks] == ["quick", "quick", "quick", "dear", "letter", "admin"]


@given(order=st.permutations(["a", "b", "c", "d"]))
def test_the_order_does_not_depend_on_that_of_the_list(order: list[str], acme: Platform) -> None:
    """The same accounts make the same plan."""
    every = {slug: _with(acme, slug, _switch(then=("x",) * at)) for at, slug in enumerate("abcd")}
    assert _slugs(make_plan(map(_account, order), every, Person()).tasks) == [["a"], ["b"], ["c"], ["d"]]


def test_one_refusal_for_several_platforms_is_one_task(acme: Platform) -> None:
    """The same form, or the same switch at the same address, of one company; nobody else's."""
    link = "https://acme.example/settings"
    first, second, other = (
        _with(acme, slug, _switch(link=link))._replace(company=company)
        for slug, company in (("first", "Acme"), ("second", "Acme"), ("other", "Other"))
    )
    made = _of(first, second, other)
    assert _slugs(made.tasks) == [["first", "second"], ["other"]]
    assert made.sums.refusable == 3
    assert made.sums.steps == 2 * made.tasks[0].steps
    every = {one.slug: one for one in (first, second, other)}
    done = make_plan([_account(slug, state="done", done=_TODAY) for slug in every], every, _ANYBODY)
    assert (done.sums.done, done.ticked) == (3, 2)


def test_a_way_that_is_taken_from_another_entry_is_one_task_with_it(acme: Platform) -> None:
    """Also where it has no address."""
    lender = _with(acme, "lender", _switch())
    taker = _with(acme, "taker", _switch(taken_from="lender"))
    assert _slugs(_of(lender, taker).tasks) == [["lender", "taker"]]


def test_what_is_needed_together_is_one_task_with_all_its_steps(acme: Platform) -> None:
    """Half of it is no refusal."""
    both = _with(acme, "both", _switch("Chats", together="t"), _switch("Voice", together="t"))
    (task,) = _of(both).tasks
    assert task.steps == 2 * _of(_with(acme, "one", _switch("Chats"))).tasks[0].steps
    assert [control.name for control in task.first.needed] == ["Chats", "Voice"]


def test_what_leaves_no_way_needs_nothing_or_is_not_known_stands_apart(acme: Platform, example: Catalog) -> None:
    """And is never called done."""
    quiet, wall = platform(example, "quiet"), platform(example, "wall")
    unread = acme._replace(
        slug="unread", sources=tuple(one._replace(audience=Audience(("US",))) for one in acme.sources)
    )
    made = make_plan(
        [_account(one.slug) for one in (quiet, wall, unread)] + [_account("bebo")],
        {"quiet": quiet, "wall": wall, "unread": unread},
        Person("JP"),
    )
    assert [one.platform.slug for one in made.nothing] == ["quiet"]
    assert [one.platform.slug for one in made.no_way] == ["wall"]
    assert [one.platform.slug for one in made.unsure] == ["unread"]
    assert [one.name for one in made.unknown] == ["bebo"]
    assert made.tasks == ()


def test_what_was_decided_moves_an_account(acme: Platform) -> None:
    """Done and skipped stand apart; what was put off or not found comes last of what is to be done."""
    listed = [
        _with(acme, slug, _switch(then=tuple(then))) for slug, then in (("a", ""), ("b", ""), ("c", "x"), ("d", ""))
    ]
    states = {"a": "later", "b": "not-there", "c": "", "d": "skipped"}
    made = make_plan(
        [_account(slug, state=state) for slug, state in states.items()], {p.slug: p for p in listed}, Person()
    )
    assert _slugs(made.tasks) == [["c"], ["a"], ["b"]]
    assert [one.platform.slug for one in made.skipped] == ["d"]
    assert (made.sums.trains, made.sums.refusable) == (4, 4)
    done = make_plan([_account("a", state="done", done=_TODAY)], {"a": listed[0]}, Person())
    assert (done.sums.trains, done.sums.done, done.sums.accounts) == (0, 1, 1)


def test_since_leaves_what_is_neither_new_nor_changed(acme: Platform) -> None:
    """An account that came since, or whose guide tells of something since."""
    old = acme._replace(history=(Event(Date(2025, 3), "Before."),))
    fresh = acme._replace(slug="fresh", history=(Event(Date(2026, 11, 2), "After."),))
    accounts = [_account("acme", added="2026-01-01"), _account("fresh", added="2026-01-01"), _account("quiet")]
    made = make_plan(accounts, {"acme": old, "fresh": fresh}, Person(), since="2026-11-01")
    assert _slugs(made.tasks) == [["fresh"]]
    assert [one.name for one in made.unknown] == ["quiet"]


def test_of_several_devices_the_one_that_gets_there_is_taken(acme: Platform) -> None:
    """Nobody is sent to a telephone who has a computer at hand as well; needed on both, neither is taken."""
    phone = _with(acme, "phone", _switch(where=("ios",)))
    assert standing(_account("phone"), phone, Person(devices=("web", "ios"))).reader.device == "ios"
    assert standing(_account("phone"), phone, Person(devices=("web",))).needed == phone.controls
    parts = (_switch("Chats", where=("ios",), together="t"), _switch("Voice", where=("desktop",), together="t"))
    both = standing(_account("both"), _with(acme, "both", *parts), Person(devices=("desktop", "ios")))
    assert both.reader.device == ""
    assert both.needed == parts


def test_the_plan_of_an_account_goes_before_that_of_the_person(acme: Platform) -> None:
    """And of several plans none is guessed."""
    assert standing(_account("acme", plan="Team"), acme, Person(plans=("Free",))).reader.plan == "Team"
    assert standing(_account("acme"), acme, Person(plans=("Free",))).reader.plan == "Free"
    assert standing(_account("acme"), acme, Person(plans=("Free", "Team"))).reader.plan == ""


def test_times_grow_with_steps_and_with_what_there_is_to_write() -> None:
    """They are estimates: a letter takes longer than a switch, an objection longer than a letter."""
    switch, letter = Control("switch", "S", ()), Control("email", "E", ())
    assert seconds(switch, 2) < seconds(switch, 3) < seconds(letter, 3) < seconds(letter._replace(right="GDPR"), 3)
    assert [minutes(one) for one in (0, 1, 60, 61)] == [0, 1, 1, 2]
