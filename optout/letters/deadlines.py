"""By when an answer is due: days, business days and months as each law counts them.

Pure functions of dates. A public holiday is whatever `closed` says of a day; without it every working day counts as
open, and a deadline may come out a day early where a holiday would move it.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

Day = date  # as other modules call it, which have fields of the name `date`
Closed = Callable[[Day], bool]
Counting = Literal["calendar", "next-working-day"]

_SATURDAY = 5


class Period(NamedTuple):
    """How long somebody has; one of the three is given."""

    months: int = 0
    days: int = 0
    business_days: int = 0


def never(day: date) -> bool:
    """Nobody knows of any public holiday."""
    return False


def due(received: date, period: Period, counting: Counting, closed: Closed = never) -> date:
    """The last day on which an answer to what was received on a day is in time.

    The day of receipt does not count (Article 3(1) of Regulation (EEC, Euratom) No 1182/71), so a month ends on the day
    of the same number. If the month has none, it ends on its last day (Article 3(2)(c)). With "next-working-day", a
    period that would end on a Saturday, a Sunday or a public holiday ends on the next day that is none of them
    (Article 3(4)); the Information Commissioner's Office counts the same way for the United Kingdom.
    """
    if period.business_days:
        return _business(received, period.business_days, closed)
    end = add_months(received, period.months) + timedelta(days=period.days)
    return _open(end, closed) if counting == "next-working-day" else end


def extended(received: date, period: Period, more: Period, counting: Counting, closed: Closed = never) -> date:
    """The last day if the time is extended: the further time follows the first without a gap.

    Months are added to the months, so that what was cut off at the end of a short one comes back, and whether the first
    time would have ended on a holiday is no matter.
    """
    whole = Period(period.months + more.months, period.days + more.days, period.business_days + more.business_days)
    return due(received, whole, counting, closed)


def add_months(day: date, months: int) -> date:
    """The day of the same number so many months later, or else the last one of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_working_day(day: date, closed: Closed = never) -> bool:
    """Whether it is no Saturday, Sunday or public holiday."""
    return day.weekday() < _SATURDAY and not closed(day)


def _open(day: date, closed: Closed) -> date:
    while not is_working_day(day, closed):
        day += timedelta(days=1)
    return day


def _business(day: date, count: int, closed: Closed) -> date:
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, closed)
    return day
