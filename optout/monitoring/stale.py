"""Which entries somebody should look at next, and why.

The measure is days. An entry is as old as its last check; the age of the newest source that its verdict rests on, and
whatever makes it likely to be wrong, count as further days (the constants below), and all of them count by how many
people use the platform. So the order is oldest first, and everything that moves an entry up has its reason in words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log10
from typing import NamedTuple

from optout.guide.status import newest
from optout.guide.words import count
from optout.messages import language
from optout.model import Control, Date, Platform, Source
from optout.monitoring.signals import Kind, Signal
from optout.rules.stale_check import FAIL_DAYS, WARN_DAYS
from optout.schema.walk import texts

# What each reason counts, in days.
_spoken = language("en").date
_SIGNAL_DAYS: dict[Kind, int] = {"gone": FAIL_DAYS, "changed": FAIL_DAYS, "dead": WARN_DAYS, "moved": 30}
_DUE_DAYS = FAIL_DAYS
_TERMS_DAYS = 2 * FAIL_DAYS
_OLD_DAYS = 365
_SOURCE_SHARE = 8  # so many days of the age of what an entry rests on count as one since its check
_UNOFFICIAL_DAYS = 30
_UNDATED_DAYS = 15
_DOUBT_DAYS = 5
_MOST_DOUBTS = 6
_MOST_WORDS = 40  # of a passage of terms
_UNSEEN_DAYS = 3

# How long before `optout check` fails it is said that it will.
_NOTICE_DAYS = 30

# As many users as a platform is taken to have where nobody knows; a thousand times as many count one and a half times.
_TYPICAL_USERS = 1_000_000


class Users(NamedTuple):
    """How many people use a platform, and who says so: an address or the name of a publication."""

    number: int
    source: str


class NewTerms(NamedTuple):
    """What a document of an operator says on training since a day: a passage that is new, or else one that is gone."""

    document: str
    day: Date
    passage: str
    is_gone: bool = False


class Reason(NamedTuple):
    """Why to look at an entry; `days` is what that counts."""

    text: str
    days: int


class Due(NamedTuple):
    """An entry to look at. `age` is the days since its last check, `urgency` all days, weighted by its users."""

    slug: str
    name: str
    checked: Date
    age: int
    urgency: int
    users: Users | None
    reasons: tuple[Reason, ...]


def rank(
    platforms: Iterable[Platform],
    today: Date,
    signals: Mapping[str, Iterable[Signal]] | None = None,
    users: Mapping[str, Users] | None = None,
    terms: Mapping[str, Sequence[NewTerms]] | None = None,
) -> tuple[Due, ...]:
    """The entries, most urgent first; above all others those whose terms changed on training since their check.

    `signals` are what became known of addresses, by address; `users` the numbers that are known, by slug, and `terms`
    what is new in archived terms, newest first, by slug.
    """
    new = terms or {}
    found = (_due(one, today, signals or {}, (users or {}).get(one.slug), new.get(one.slug, ())) for one in platforms)
    return tuple(
        sorted(found, key=lambda due: (not new.get(due.slug), -due.urgency, due.checked, due.name.casefold(), due.slug))
    )


def _due(
    platform: Platform,
    today: Date,
    signals: Mapping[str, Iterable[Signal]],
    users: Users | None,
    terms: Sequence[NewTerms],
) -> Due:
    age = max(0, (date(*today) - date(*platform.checked)).days)
    changed = (Reason(_changed(one), _TERMS_DAYS if one is terms[0] else 0) for one in terms)
    reasons = (Reason(_aged(age), age), *changed, *_reasons(platform, today, signals))
    urgency = round(sum(reason.days for reason in reasons) * _weight(users))
    return Due(platform.slug, platform.name, platform.checked, age, urgency, users, reasons)


def _changed(new: NewTerms) -> str:
    what = "no longer say" if new.is_gone else "say"
    words = new.passage.split()
    passage = " ".join(words[:_MOST_WORDS]) + " …" * (len(words) > _MOST_WORDS)
    return f"its terms ({new.document}) {what} since {_spoken(new.day)}: “{passage}”"


def _weight(users: Users | None) -> float:
    """1 for the typical number of users, growing with its logarithm."""
    return log10(max(10, users.number)) / log10(_TYPICAL_USERS) if users else 1.0


def _aged(age: int) -> str:
    said = "checked today" if not age else f"checked {count(age, 'day')} ago"
    if age > FAIL_DAYS:
        return f"{said}, which fails optout check"
    left = FAIL_DAYS + 1 - age
    return f"{said}, in {count(left, 'day')} optout check fails" if left <= _NOTICE_DAYS else said


def _reasons(platform: Platform, today: Date, signals: Mapping[str, Iterable[Signal]]) -> Iterator[Reason]:
    """What makes an entry likely to be wrong, apart from its age; gravest first."""
    heard = [
        (signal, address)
        for address in dict.fromkeys(address for _, address in texts(platform, "address"))
        for signal in signals.get(address, ())
        if signal.day >= platform.checked
    ]
    for signal, address in sorted(heard, key=lambda one: -_SIGNAL_DAYS[one[0].kind]):
        yield Reason(_heard(signal, address, platform), _SIGNAL_DAYS[signal.kind])
    for event in platform.history:
        if platform.checked < event.date <= today and _has_come(event.date, today):
            yield Reason(f"what was announced for {_spoken(event.date)} should have happened", _DUE_DAYS)
    kinds = {source.id: source.kind for source in platform.sources}
    if unofficial := [one.name for one in platform.controls if _is_unofficial(one, kinds)]:
        named = f"“{unofficial[0]}”" if len(unofficial) == 1 else f"{len(unofficial)} of its ways to refuse"
        yield Reason(f"no official source for {named}", _UNOFFICIAL_DAYS)
    if (source := newest(platform)) and (old := _age(source, today)) > _OLD_DAYS:
        yield Reason(f"its newest source is {count(old, 'day')} old", old // _SOURCE_SHARE)
    official = [source for source in platform.sources if source.kind == "official"]
    if official and not any(source.date for source in official):
        yield Reason("its official sources have no date", _UNDATED_DAYS)
    if doubts := sum(path[-1] == "doubt" for path, _ in texts(platform, "prose")):
        said = "one thing is not certain" if doubts == 1 else f"{doubts} things are not certain"
        yield Reason(said, min(doubts, _MOST_DOUBTS) * _DOUBT_DAYS)
    if unseen := [one.name for one in platform.controls if one.unseen]:
        named = f"“{unseen[0]}”" if len(unseen) == 1 else f"{len(unseen)} of its ways to refuse"
        said = f"not all of {named} was seen on the operator's own page"
        yield Reason(said, min(len(unseen), _MOST_DOUBTS) * _UNSEEN_DAYS)


def _age(day: Date, today: Date) -> int:
    """The days since then; a month or a year counts from its first day."""
    return (date(*today) - date(day.year, day.month or 1, day.day or 1)).days


def _has_come(day: Date, today: Date) -> bool:
    """Whether all of a day, month or year that is known no more precisely has begun to be past."""
    known = tuple(part for part in day if part)
    return known < tuple(today)[: len(known)] or day == today


def _is_unofficial(control: Control, kinds: Mapping[str, str]) -> bool:
    return control.how != "none" and all(kinds.get(name) != "official" for name in control.evidence)


def _heard(signal: Signal, address: str, platform: Platform) -> str:
    source = next((one for one in platform.sources if one.url == address), None)
    what = _WORDS[signal.kind].format(_named(source, address))
    return f"{what} (seen {_spoken(signal.day)})"


def _named(source: Source | None, address: str) -> str:
    return f"“{source.title}”" if source else address


_WORDS: dict[Kind, str] = {
    "gone": "{} no longer says what is quoted from it",
    "changed": "{} changed in what it says about training AI",
    "moved": "{} says it a little differently",
    "dead": "{} is no longer there",
}
