"""The page of what changed: the history of all platforms, month by month, what is to come, what was checked lately."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from optout.guide.guide import Fact
from optout.guide.parts import history
from optout.history import first_day
from optout.messages import Language, message
from optout.model import Date, Platform
from optout.site.events import EventItem, newest_first, of

# So many names are listed under the days on which they were checked; of the others only how many there are.
_CHECKED = 300


class Told(NamedTuple):
    """A change, and how the platform's guide says it."""

    item: EventItem
    fact: Fact


class Month(NamedTuple):
    """The changes of a month, newest first; `id` is its anchor, "2026-06", or the year where no month is known."""

    id: str
    title: str
    told: tuple[Told, ...]

    @property
    def page(self) -> str:
        """What a page of its own is called; not as that of its year."""
        return self.id if "-" in self.id else f"{self.id}-00"


class Year(NamedTuple):
    """The months of a year, the last one first; those of which no month is known come at the end."""

    title: str
    months: tuple[Month, ...]

    @property
    def number(self) -> int:
        """How many changes it had."""
        return sum(len(month.told) for month in self.months)


def newest_months(years: Iterable[Year], most: int) -> tuple[Year, ...]:
    """The newest months, whole, until they have `most` changes or more."""
    shown: list[Year] = []
    room = most
    for year in years:
        months = []
        for month in year.months:
            if room > 0:
                months.append(month)
                room -= len(month.told)
        if months:
            shown.append(Year(year.title, tuple(months)))
    return tuple(shown)


class CheckedOn(NamedTuple):
    """The platforms that were compared with their sources on a day, by name; `more` are not listed."""

    date: Date
    platforms: tuple[Platform, ...]
    more: int


class Changes(NamedTuple):
    """Everything the page says: `to_come` soonest first, the rest newest first."""

    to_come: tuple[Told, ...]
    years: tuple[Year, ...]
    checked: tuple[CheckedOn, ...]

    @property
    def newest(self) -> list[Told]:
        """What has happened, without its months."""
        return [one for year in self.years for month in year.months for one in month.told]


def changes(platforms: Sequence[Platform], as_of: Date, spoken: Language) -> Changes:
    """What changed at all platforms, seen from the day `as_of`: what is dated later is still to come."""
    found = (
        Told(item, fact) for one in platforms for item, fact in zip(of(one), history(one, spoken.code), strict=True)
    )
    told = sorted(found, key=lambda one: newest_first(one.item))
    to_come = [one for one in told if first_day(one.item.date) > as_of]
    past = [one for one in told if first_day(one.item.date) <= as_of]
    years = groupby(past, lambda one: one.item.date.year)
    return Changes(
        tuple(sorted(to_come, key=lambda one: one.item.date)),
        tuple(Year(str(year), _months(found, spoken)) for year, found in years),
        _checked(platforms),
    )


def _months(told: Iterable[Told], spoken: Language) -> tuple[Month, ...]:
    found = groupby(told, lambda one: Date(*one.item.date[:2]))
    return tuple(
        Month(
            date.iso,
            spoken.text(date if date.month else message("changes-month-unknown", year=str(date.year))),
            tuple(listed),
        )
        for date, listed in found
    )


def _checked(platforms: Iterable[Platform]) -> tuple[CheckedOn, ...]:
    """The newest days first, until enough names are listed."""
    days: list[CheckedOn] = []
    room = _CHECKED
    newest = sorted(platforms, key=lambda one: (tuple(-part for part in one.checked), one.name.casefold()))
    for date, found in groupby(newest, lambda one: one.checked):
        if not room:
            break
        listed = list(found)
        days.append(CheckedOn(date, tuple(listed[:room]), len(listed[room:])))
        room -= len(days[-1].platforms)
    return tuple(days)
