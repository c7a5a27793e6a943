"""What of an entry is for a reader, and in which order its ways to refuse come: decided here, once, without a word.

Everything that shows a way (a guide, a list, `optout open`) takes it from here.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, Protocol, TypeVar

from optout import plans
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


class _ForSome(Protocol):
    """A part of an entry that says for whom it holds."""

    @property
    def audience(self) -> Audience: ...


_EVERYBODY = Audience()
Told = TypeVar("Told", bound=_ForSome)


class Pick(NamedTuple):
    """A way that holds or may hold for the reader, and how their device gets there."""

    control: Control
    held: Match
    reach: Reach


class Choice(NamedTuple):
    """What is for one reader.

    `reader` is who was asked for, without a plan that tells this entry nothing; `ways` are those within reach, in the
    published order, `elsewhere` those that need another device, `none` the statements that there is no way. `own` is
    the difference that makes their status another than the platform's.
    """

    reader: Reader
    training: Training
    verdict: Verdict
    own: Difference | None
    ways: tuple[Pick, ...]
    elsewhere: tuple[Pick, ...]
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


def choose(platform: Platform, reader: Reader = EVERYBODY) -> Choice:
    """What of the entry is for the reader."""
    known = plan_names(platform)
    reader = _known_plan(reader, known)
    picks = [
        Pick(control, held, reach(control, reader.device))
        for control in platform.controls
        if (held := holds(control.audience, reader, known)) != "no"
    ]
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
    return Choice(
        reader,
        training,
        verdict(facts),
        own,
        tuple(one for one in ways if one.reach != "elsewhere"),
        tuple(one for one in ways if one.reach == "elsewhere"),
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
    said = reader.plan and known and plans.tells(reader.plan, known)
    return reader if said else reader._replace(plan="")


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
        ("here", "browser", "elsewhere").index(one.reach),
        int(one.control.who != "member"),
    )


def _near(held: Match, in_particular: bool) -> int:
    """What is meant for them in particular, for everybody, or perhaps for them."""
    return 2 if held == "maybe" else int(not in_particular)
