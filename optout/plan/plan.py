"""The plan: what is to be done in which order, and what else there is to know of somebody's accounts."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Literal, NamedTuple

from optout.accounts import Account, Person
from optout.accounts.values import waiting
from optout.guide.choose import worth
from optout.guide.company import place
from optout.guide.overview import RANK
from optout.model import Control, Date, Platform
from optout.plan.effort import minutes
from optout.plan.standing import Standing, standing

Cost = Literal["quick", "dear", "letter", "admin"]
COSTS: tuple[Cost, ...] = ("quick", "dear", "letter", "admin")

_TRAINS = ("opt-out", "no-control")
_PUT_OFF = {"": 0, "later": 1, "not-there": 2}


class Task(NamedTuple):
    """One thing to do, for all accounts that it covers; how it is done is that of the first of them."""

    covers: tuple[Standing, ...]

    @property
    def first(self) -> Standing:
        """The account whose guide tells it."""
        return self.covers[0]

    @property
    def cost(self) -> Cost:
        """What kind of thing it is: pressed in a moment, dearer, a letter that is weighed, for an administrator."""
        ways = self.first.needed
        if any(one.who == "admin" for one in ways):
            return "admin"
        if any(one.right or one.how == "email" for one in ways):
            return "letter"
        dear = any(one.who == "site-owner" or worth(one, "opt-out") in ("plan", "anew") for one in ways)
        return "dear" if dear else "quick"

    @property
    def steps(self) -> int:
        """How many steps it takes."""
        return self.first.steps

    @property
    def minutes(self) -> int:
        """How long it takes, estimated from its steps."""
        return minutes(self.first.seconds)

    @property
    def place(self) -> tuple[int, int, int]:
        """What to order by: what it costs, then what trains today, then what is quick."""
        return (COSTS.index(self.cost), RANK[self.first.status], self.first.seconds)


class Sums(NamedTuple):
    """What the plan comes to: numbers of accounts, and for what is to be done tasks, their steps and minutes.

    `trains` train on what the person does there, as far as is known, `refusable` of these can be refused and `no_way`
    cannot; of all these `concluded` are not stated but concluded. `depends` are others that are to do.
    """

    accounts: int
    trains: int
    refusable: int
    no_way: int
    concluded: int
    depends: int
    done: int
    tasks: int
    steps: int
    minutes: int


class Plan(NamedTuple):
    """Every account of somebody, once: in a task, or in one of the other parts.

    `waiting` are those among them about which a letter was sent that has no answer yet.
    """

    person: Person
    tasks: tuple[Task, ...] = ()
    no_way: tuple[Standing, ...] = ()
    unsure: tuple[Standing, ...] = ()
    nothing: tuple[Standing, ...] = ()
    unknown: tuple[Account, ...] = ()
    skipped: tuple[Standing, ...] = ()
    done: tuple[Standing, ...] = ()
    waiting: tuple[Standing, ...] = ()

    @property
    def sums(self) -> Sums:
        """The numbers."""
        to_do = [one for task in self.tasks for one in task.covers]
        refusable = [one for one in (*to_do, *self.skipped) if one.status in _TRAINS]
        trains = [*refusable, *self.no_way]
        others = (self.no_way, self.unsure, self.nothing, self.unknown, self.skipped, self.done)
        return Sums(
            len(to_do) + sum(map(len, others)),
            len(trains),
            len(refusable),
            len(self.no_way),
            sum(one.shown.startswith("concluded") for one in trains),
            sum(one.status not in _TRAINS for one in to_do),
            len(self.done),
            len(self.tasks),
            sum(task.steps for task in self.tasks),
            minutes(sum(task.first.seconds for task in self.tasks)),
        )

    @property
    def ticked(self) -> int:
        """How many tasks what is done was: accounts that one refusal covers are one."""
        return len({same(one) if one.needed else one.platform.slug for one in self.done})


def make_plan(accounts: Iterable[Account], platforms: Mapping[str, Platform], person: Person, since: str = "") -> Plan:
    """The plan for these accounts; `platforms` are those of the catalog by slug and by former slug.

    With `since`, a day, only of what came to the list since then, or whose guide tells of a change since then.
    """
    unknown = []
    parts: dict[str, list[Standing]] = {}
    for account in accounts:
        platform = platforms.get(account.name)
        if since and account.added < since and not (platform and _changed(platform, since)):
            continue
        if platform is None:
            unknown.append(account)
        else:
            one = standing(account, platform, person)
            parts.setdefault(_part(one), []).append(one)
    sent = [one for found in parts.values() for one in found if waiting(one.account.letters)]
    sort = {name: tuple(sorted(found, key=_place)) for name, found in parts.items()}
    return Plan(
        person,
        _tasks(sort.pop("tasks", ())),
        unknown=tuple(sorted(unknown, key=lambda one: one.name.casefold())),
        waiting=tuple(sorted(sent, key=lambda one: (waiting(one.account.letters)[-1].sent, one.platform.name))),
        **sort,
    )


def _changed(platform: Platform, since: str) -> bool:
    return any(event.date >= _date(since) for event in platform.history)


def _date(day: str) -> Date:
    return Date(*map(int, day.split("-")))


def _part(one: Standing) -> str:
    """In which part of the plan an account stands."""
    if not one.account.is_open:
        return "done" if one.account.state == "done" else "skipped"
    if one.status == "no-control":
        return "no_way"
    if one.status in ("opt-out", "depends"):
        return "tasks" if one.needed else "unsure"
    return "unsure" if one.status == "not-known" else "nothing"


def _place(one: Standing) -> tuple[int, int, str]:
    return RANK[one.status], one.seconds, one.platform.name.casefold()


def _tasks(standings: Iterable[Standing]) -> tuple[Task, ...]:
    """What is to be done, accounts that one refusal covers together; what was put off comes last."""
    found: dict[Hashable, list[Standing]] = {}
    for one in standings:
        found.setdefault((_PUT_OFF[one.account.state], same(one)), []).append(one)
    return tuple(sorted((Task(tuple(covers)) for covers in found.values()), key=_order))


def _order(task: Task) -> tuple[int, tuple[int, int, int], str]:
    """What was not put off comes first."""
    first = task.first
    return (_PUT_OFF[first.account.state], task.place, first.platform.name.casefold())


def same(one: Standing) -> Hashable:
    """What makes two refusals one: a form, a mailbox or a switch of one company, or a way taken from one entry."""
    return one.platform.company, frozenset(_way(control, one.platform) for control in one.needed)


def _way(control: Control, platform: Platform) -> Hashable:
    return place(control) or (control.taken_from or platform.slug, control.name)
