"""What of an entry is for a reader, and where its ways to refuse stand: decided here, once, without a word.

Everything that shows a way (a guide, a list, `optout open`) takes it from here.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol, TypeVar

from optout import plans
from optout.guide.guide import WAY_PARTS, WayPart
from optout.guide.reader import EVERYBODY, Reach, Reader, holds, in_region, on_plan, reach
from optout.guide.verdict import GDPR, Answer, Facts, Verdict, is_read, platform_answer, verdict
from optout.model import Audience, Claim, Control, Difference, Event, Lookalike, Platform, Training
from optout.regions import Match

Worth = Literal["refusal", "objection", "plan", "anew", "lessening", "deletion"]

# The published order of ways, the best first; CONTRIBUTING shows the same table.
WORTHS: dict[Worth, str] = {
    "refusal": "a refusal that lasts: a switch, a form, a message, a file, a command",
    "objection": "a legal objection (`right`), which the operator weighs",
    "plan": "another plan or kind of account",
    "anew": "what must be chosen anew each time (`each`)",
    "lessening": "what refuses nothing and only makes less of it (`aim: lessen`, or any way under `no-control`)",
    "deletion": "deleting",
}
_PLACES: dict[Worth, int] = {name: place for place, name in enumerate(WORTHS)}

# The parts of a guide for what is worth less than the first way, or does not stand in its place.
_LESS: dict[Worth, WayPart] = {
    "objection": "objection",
    "plan": "plan",
    "anew": "anew",
    "lessening": "lessening",
    "deletion": "deletion",
}
_NO_CHOICES: tuple[Worth, ...] = ("lessening", "deletion")  # each does something of its own


class _ForSome(Protocol):
    """A part of an entry that says for whom it holds."""

    @property
    def audience(self) -> Audience: ...


_EVERYBODY = Audience()
Told = TypeVar("Told", bound=_ForSome)


class Pick(NamedTuple):
    """A way that holds or may hold for the reader, how their device gets there, and in which part it stands.

    Ways with one number of `switch` are the same, reached in different places; those with one value of `together` are
    needed together.
    """

    control: Control
    held: Match
    reach: Reach
    switch: int
    together: str
    part: WayPart = "steps"


class Choice(NamedTuple):
    """What is for one reader.

    `reader` is who was asked for, without a plan that tells this entry nothing; `ways` are those within reach, part by
    part and in the published order, `elsewhere` those that need another device, of which `missing` are needed together
    with the first of the ways, `none` the statements that there is no way. `own` is the difference that makes their
    status another than the platform's.
    """

    reader: Reader
    training: Training
    verdict: Verdict
    own: Difference | None
    ways: tuple[Pick, ...]
    elsewhere: tuple[Pick, ...]
    missing: tuple[Pick, ...]
    none: tuple[Pick, ...]
    differences: tuple[Difference, ...]
    lookalikes: tuple[Lookalike, ...]
    uses: tuple[Claim, ...]
    spares: tuple[Claim, ...]
    limits: tuple[Claim, ...]
    history: tuple[Event, ...]
    conflicts: tuple[Claim, ...]

    def answer(self, platform: Platform) -> Answer:
        """The sentence that the guide begins with."""
        return Answer(self.own.text, self.own.doubt, self.own.basis) if self.own else platform_answer(platform)


@lru_cache(maxsize=64)  # for a site, it is asked again and again about one platform, for the same readers
def choose(platform: Platform, reader: Reader = EVERYBODY) -> Choice:
    """What of the entry is for the reader."""
    known = plan_names(platform)
    reader = _known_plan(reader, known)
    picks = list(_picks(platform, reader, known))
    ways = [one for one in picks if one.control.how != "none"]
    ways.sort(key=lambda one: _place(one, platform.training, reader, known))
    none = tuple(one for one in picks if one.control.how == "none")
    differences = for_reader(platform.differences, reader, known)
    own = next((one for one in differences if _is_own(one, platform.training, reader, known)), None)
    training = own.training if own and own.training else platform.training
    facts = Facts(
        reader,
        training,
        platform.trainer == "others",
        is_read(platform, own, reader),
        tuple((one.control, one.held) for one in ways),
        tuple(one.control for one in none),
    )
    near = _arranged([one for one in ways if one.reach != "elsewhere"], platform.training)
    far = tuple(one for one in ways if one.reach == "elsewhere")
    return Choice(
        reader,
        training,
        verdict(facts),
        own,
        near,
        far,
        _missing(near, far),
        none,
        tuple(one for one in differences if one is not own),
        tuple(for_reader(platform.lookalikes, reader, known)),
        _kept(platform.uses, reader, known),
        _kept(platform.spares, reader, known),
        _kept(platform.limits, reader, known),
        _kept(platform.history, reader, known),
        _kept(platform.conflicts, reader, known),
    )


def worth(control: Control, training: Training) -> Worth:
    """What kind of way it is under a status, for the published order: whether it lasts, and what else it costs."""
    if control.right:
        return "objection"
    if control.how == "plan":
        return "plan"
    if control.each:
        return "anew"
    if control.how == "delete":
        return "deletion"
    return "lessening" if control.aim == "lessen" or training == "no-control" else "refusal"


# In which part a way stands


def _picks(platform: Platform, reader: Reader, known: tuple[str, ...]) -> Iterator[Pick]:
    """What holds or may hold for the reader, in the order of the entry."""
    controls = platform.controls
    named = {control.name: place for place, control in reversed([*enumerate(controls)])}
    for place, control in enumerate(controls):
        if (held := holds(control.audience, reader, known)) != "no":
            switch = named.get(control.same_as, place)
            together = control.together or controls[switch].together
            yield Pick(control, held, reach(control, reader.device), switch, together)


def _arranged(ways: list[Pick], training: Training) -> tuple[Pick, ...]:
    """The ways, which come in the published order, part by part.

    First what is needed together with the best one, then the same switches elsewhere, then what refuses already
    unless somebody changed it, what can be done instead, or by others, and what is worth less. Ways that are needed
    together stand beside each other everywhere.
    """
    groups: dict[str | int, dict[int, list[Pick]]] = {}
    for one in ways:
        groups.setdefault(one.together or one.switch, {}).setdefault(one.switch, []).append(one)
    found: list[Pick] = []
    for switches in groups.values():
        first = [switch[0] for switch in switches.values()]
        again = [one for switch in switches.values() for one in switch[1:]]
        if found:
            part = _part(first[0].control, ways[0].control, training)
            found += [one._replace(part=part) for one in (*first, *again)]
        else:
            found += [*first, *(one._replace(part="same") for one in again)]
    return tuple(sorted(found, key=lambda one: WAY_PARTS.index(one.part)))


def _part(control: Control, best: Control, training: Training) -> WayPart:
    """Where a way stands that is not needed together with the best one."""
    kind = worth(control, training)
    if kind in _LESS and (kind in _NO_CHOICES or kind != worth(best, training)):
        return _LESS[kind]
    if _is_right(control) and not _is_right(best):
        return "sure"
    return "cases" if are_apart(control, best) else "instead"


def _is_right(control: Control) -> bool:
    """Whether a switch refuses already if nobody touched it."""
    return control.set != "" and control.default == control.set


def are_apart(one: Control, other: Control) -> bool:
    """Whether nobody can choose between two ways: they are for different people."""
    return one.who != other.who or _exclude(one.audience, other.audience) or _exclude(other.audience, one.audience)


def _exclude(one: Audience, other: Audience) -> bool:
    """Whether nobody of `one` is among the others, as far as the plans and regions that `one` names tell."""
    places = bool(one.regions) and all(in_region(other, Reader(region)) == "no" for region in one.regions)
    known = one.plans + other.plans + other.plans_except
    return places or (bool(one.plans) and all(on_plan(other, Reader(plan=plan), known) == "no" for plan in one.plans))


def _missing(near: tuple[Pick, ...], far: tuple[Pick, ...]) -> tuple[Pick, ...]:
    """What is needed together with the best way and out of reach."""
    reached = {one.switch for one in near}
    together = near[0].together if near else ""
    return tuple(one for one in far if together and one.together == together and one.switch not in reached)


@lru_cache(maxsize=4)
def plan_names(platform: Platform) -> tuple[str, ...]:
    """The plans that an entry tells apart, in its order."""
    return tuple(dict.fromkeys(plan for one in audiences(platform) for plan in one.plans + one.plans_except))


def audiences(platform: Platform) -> Iterator[Audience]:
    """For whom the parts of an entry hold, part by part."""
    parts: tuple[Iterable[_ForSome], ...] = (
        *(platform.controls, platform.differences, platform.lookalikes, platform.uses, platform.spares),
        *(platform.limits, platform.history, platform.conflicts, platform.sources),
    )
    for part in parts:
        yield from (one.audience for one in part if any(one.audience))
    if any(control.right for control in platform.controls):
        yield Audience(regions=GDPR)


def for_reader(items: Iterable[Told], reader: Reader, known: tuple[str, ...]) -> list[Told]:
    """What holds or may hold for the reader: first what is meant for them in particular, last what only may hold."""
    if not any(reader):
        return list(items)
    found = [(item, holds(item.audience, reader, known)) for item in items]
    kept = [one for one in found if one[1] != "no"]
    kept.sort(key=lambda one: 2 if one[1] == "maybe" else int(one[0].audience == Audience()))
    return [item for item, _ in kept]


def _kept(items: tuple[Told, ...], reader: Reader, known: tuple[str, ...]) -> tuple[Told, ...]:
    """What holds or may hold for the reader, in the order of the entry."""
    return tuple(one for one in items if one.audience == _EVERYBODY or holds(one.audience, reader, known) != "no")


def _known_plan(reader: Reader, known: tuple[str, ...]) -> Reader:
    """The reader without a plan that says nothing here: it would rule out everything."""
    return reader._replace(plan="") if reader.plan and not (known and plans.tells(reader.plan, known)) else reader


def _is_own(one: Difference, training: Training, reader: Reader, known: tuple[str, ...]) -> bool:
    return one.training not in (None, training) and holds(one.audience, reader, known) == "yes"


def rank(control: Control, training: Training) -> int:
    """The place of a way in the published order, before what is known of the reader."""
    return _PLACES[worth(control, training)]


def _place(one: Pick, training: Training, reader: Reader, known: tuple[str, ...]) -> tuple[int, ...]:
    """The place of a way: what it is worth before all that is known of the reader.

    A region says nothing of plans and a plan nothing of regions, so what is not known moves nothing.
    """
    audience = one.control.audience
    region = _near(in_region(audience, reader), bool(audience.regions or audience.regions_except))
    plan = _near(on_plan(audience, reader, known), bool(audience.plans or audience.plans_except))
    return (
        rank(one.control, training),
        region if reader.region else 0,
        plan if reader.plan else 0,
        int(one.control.who != "member"),
        ("here", "browser", "elsewhere").index(one.reach),
    )


def _near(held: Match, in_particular: bool) -> int:
    """What is meant for them in particular, for everybody, or perhaps for them."""
    return 2 if held == "maybe" else int(not in_particular)
