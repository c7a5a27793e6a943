"""Days to remember, as a calendar.

https://www.rfc-editor.org/rfc/rfc5545
"""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from optout.accounts import Account
from optout.accounts.values import waiting
from optout.guide import words
from optout.guide.guide import plain
from optout.history import identified, told_since
from optout.messages import Language, language, message
from optout.model import Date, Platform
from optout.plan import Plan
from optout.prose import parse
from optout.render.plan import day
from optout.text import shown

if TYPE_CHECKING:
    from icalendar import Component

_LOOK_AGAIN = datetime.timedelta(days=183)  # after what was done half a year ago
_FIRST = datetime.date(2020, 1, 1)  # revisions are numbered by days: a build remembers none of its own
_PUT_OFF = datetime.timedelta(days=7)


class CalendarDay(NamedTuple):
    """A whole day on which something is: its id, since when that is known, what to call it, more of it, an address."""

    uid: str
    known: Date
    date: Date
    summary: str
    description: str = ""
    url: str = ""


def calendar(kind: str, name: str, days: Iterable[CalendarDay], spoken: Language) -> str:
    """A calendar with the days, under a name.

    It is there without any as well, or those who subscribed would get an error. The standard wants at least one
    component, and a time zone is one that no calendar shows.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//optout//{kind}//{spoken.code.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", shown(name))
    made.add("refresh-interval", datetime.timedelta(days=1), parameters={"value": "DURATION"})
    for one in [_event(one) for one in days] or [_zone()]:
        made.add_component(one)
    data: bytes = made.to_ical()
    return data.decode("utf-8")


def plan(plan: Plan, spoken: str = "en", since: str = "") -> str:
    """When to look again at what is done or was put off, and what is announced at any of the accounts."""
    tongue = language(spoken)
    days = [*_decisions(plan, tongue), *_letters(plan, tongue), *_announced(plan)]
    name = tongue.text(message("todo-calendar"))
    return calendar("my accounts", name, sorted(days, key=lambda one: (one.date, one.summary, one.uid)), tongue)


def _decisions(plan: Plan, tongue: Language) -> Iterable[CalendarDay]:
    for one in plan.done:
        why = message("todo-again-why", command="optout changed", date=day(one.account.done))
        yield _again(one.account, one.platform, _LOOK_AGAIN, tongue, tongue.text(why))
    for task in plan.tasks:
        for one in task.covers:
            if one.account.state:
                command = f"optout do {one.platform.slug}"
                why = message("todo-later-why", command=command, date=day(one.account.at))
                yield _again(one.account, one.platform, _PUT_OFF, tongue, tongue.text(why))


def _letters(plan: Plan, tongue: Language) -> Iterable[CalendarDay]:
    """The day after the last one on which a letter could be answered."""
    for one in plan.waiting:
        from optout.letters.sent import said, times_for

        letters = waiting(one.account.letters)
        last = letters[-1]
        if times := times_for(last):
            then = times.due + datetime.timedelta(days=1)
            yield CalendarDay(
                str(uuid5(NAMESPACE_URL, f"optout:letter/{one.platform.slug}/{last.kind}/{last.sent}")),
                day(last.sent),
                Date(then.year, then.month, then.day),
                tongue.text(message("todo-sent-late", name=one.platform.name)),
                words.upper_first(tongue.text(said(one.platform.slug, letters))),
            )


def _again(account: Account, platform: Platform, after: datetime.timedelta, tongue: Language, why: str) -> CalendarDay:
    then = datetime.date.fromisoformat((account.done or account.at)[:10]) + after
    uid, summary = look_again(platform, tongue)
    return CalendarDay(uid, day(account.at), Date(then.year, then.month, then.day), summary, why)


def look_again(platform: Platform, tongue: Language) -> tuple[str, str]:
    """Under which id a calendar has the day of an account, and what it calls it."""
    uid = uuid5(NAMESPACE_URL, f"optout:account/{platform.slug}")
    return str(uid), tongue.text(message("todo-again", name=platform.name))


def _announced(plan: Plan) -> Iterable[CalendarDay]:
    """What the guides announced for a day after they were checked."""
    covered = [one for task in plan.tasks for one in task.covers]
    for one in (*covered, *plan.no_way, *plan.unsure, *plan.nothing, *plan.skipped, *plan.done):
        platform = one.platform
        for id, event in identified(platform):
            if event.date.day and event.date > platform.checked:
                uid = uuid5(NAMESPACE_URL, f"optout:event/{id}")
                text = plain(parse(event.text, {source.id for source in platform.sources}))
                since = told_since(platform, event)
                yield CalendarDay(str(uid), since, event.date, f"{platform.name}: {text}")


def _event(one: CalendarDay) -> "Component":
    from icalendar import Event

    made = Event()
    made.add("uid", one.uid)
    told = datetime.datetime.combine(_of(one.known), datetime.time(), datetime.UTC)
    made.add("dtstamp", told)
    made.add("last-modified", told)
    made.add("sequence", max(0, (_of(one.known) - _FIRST).days))
    made.add("dtstart", _of(one.date))
    made.add("summary", shown(one.summary))
    made.add("transp", "TRANSPARENT")
    if one.description:
        made.add("description", shown(one.description))
    if one.url:
        made.add("url", one.url)
    return made


def _zone() -> "Component":
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", datetime.datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", datetime.timedelta())
    standard.add("tzoffsetto", datetime.timedelta())
    made = Timezone()
    made.add("tzid", "UTC")
    made.add_component(standard)
    return made


def _of(date: Date) -> datetime.date:
    return datetime.date(*date)
