"""What the facts of an entry come to for one reader: the published table of verdicts, as a function.

Nothing is borrowed: a policy that was written for other regions says nothing about the reader's.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from optout import regions
from optout.guide.reader import Reader, in_region
from optout.model import Basis, Control, Difference, Platform, Training
from optout.prose import cited, parse
from optout.regions import Match

Verdict = Literal[
    "opt-out",
    "objection",
    "by-others",
    "by-others-none",
    "by-others-asked",
    "depends",
    "not-known",
    "none-found",
    "no-control",
    "opt-in",
    "no-training",
]

# In which facts give which verdict, the first row that fits; CONTRIBUTING shows the same table.
TABLE: dict[Verdict, str] = {
    "not-known": "no source that the answer rests on was written for the reader's region, or it trains by default and "
    "all ways are for other regions or plans",
    "by-others": "`trainer: others`: others train with it, and there is a way to refuse",
    "by-others-none": "the same without a way",
    "by-others-asked": "`trainer: others`, and others may train only with permission",
    "opt-out": "it trains by default, and there is a way to refuse other than deleting",
    "objection": "it trains by default, and the only way is a legal objection (`right`) that the reader has: in the "
    "regions of the way, or without any where the GDPR gives it",
    "depends": "`depends`; or it trains by default, and whether the reader has a legal objection is open",
    "no-control": "it trains by default, and the operator says that there is no way to refuse",
    "none-found": "it trains by default, and no way to refuse was found",
    "opt-in": "it trains only on consent",
    "no-training": "the operator promises not to, or, marked as concluded, nothing says that it does",
}


# The verdict on what trains nothing itself but is a way to refuse others.
BY_OTHERS: dict[Training, Verdict] = {
    "opt-out": "by-others",
    "no-control": "by-others-none",
    "depends": "depends",
    "opt-in": "by-others-asked",
    "no-training": "no-training",
}

# Regulation (EU) 2016/679, Article 21, and the same article of the UK GDPR.
GDPR = ("EEA", "GB")


class Facts(NamedTuple):
    """What a verdict is made of: what is stated, by whom, and the ways that hold or may hold for the reader."""

    reader: Reader
    training: Training
    is_made_by_others: bool
    is_read: bool
    ways: tuple[tuple[Control, Match], ...]
    none: tuple[Control, ...]


def verdict(facts: Facts) -> Verdict:
    """The verdict by the table."""
    if not facts.is_read:
        return "not-known"
    if facts.is_made_by_others:
        return BY_OTHERS[facts.training]
    if facts.training != "opt-out" and facts.training != "no-control":
        return facts.training
    if facts.training == "opt-out" and any(_refuses(control) for control, _ in facts.ways):
        return "opt-out"
    objections = [has_right(control, held, facts.reader) for control, held in facts.ways if control.right]
    if objections:
        return "objection" if "yes" in objections else "depends"
    if facts.training == "opt-out" and not facts.none:
        return "not-known" if facts.reader.region or facts.reader.plan else "opt-out"
    return "no-control" if any(control.absence == "stated" for control in facts.none) else "none-found"


def _refuses(control: Control) -> bool:
    return not control.right and control.aim == "refuse" and control.how != "delete"


def besides_objection(training: Training, ways: Iterable[Control]) -> bool:
    """Whether a legal objection is all that refuses: who is told that there is no way has just read of that one.

    Under `no-control` nothing else does.
    """
    found = tuple(ways)
    return any(control.right for control in found) and (training == "no-control" or not any(map(_refuses, found)))


def has_right(control: Control, held: Match, reader: Reader) -> Match:
    """Whether the reader may object: where the entry names no regions, for sure where the GDPR gives the right."""
    if held != "yes" or any(control.audience):
        return held
    return "yes" if reader.region and regions.match(reader.region, GDPR) == "yes" else "maybe"


def is_read(platform: Platform, own: Difference | None, reader: Reader) -> bool:
    """Whether a source of the answer may speak of the reader's region."""
    if not reader.region or not any(any(source.audience) for source in platform.sources):
        return True
    sources = {source.id: source for source in platform.sources}
    found = [sources[id] for id in cited(parse((own or platform_answer(platform)).text, sources))]
    return not found or any(in_region(source.audience, reader) != "no" for source in found)


class Answer(NamedTuple):
    """The sentence that the guide begins with, what of it is not certain, and whether anybody stated it."""

    text: str
    doubt: str
    basis: Basis


def platform_answer(platform: Platform) -> Answer:
    """The answer for everybody."""
    return Answer(platform.summary, platform.doubt, platform.basis)
