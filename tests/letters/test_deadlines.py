"""By when an answer is due, held against the examples of authorities and the words of the regulation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.letters.deadlines import Period, add_months, due, extended, is_working_day
from optout.letters.holidays import closed_in

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_MONTH = Period(months=1)
_days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def _day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        # https://ico.org.uk/global/sar-checklist-for-smes/i-need-to-complete-a-sar: 3 September gives until 3 October,
        # and the next working day where that is a weekend or a public holiday (3 October 2026 is a Saturday).
        ("2025-09-03", "2025-10-03"),
        ("2026-09-03", "2026-10-05"),
        # The month has no such day: its last one.
        ("2025-01-31", "2025-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2028-01-30", "2028-02-29"),
        ("2026-03-31", "2026-04-30"),
        ("2026-08-31", "2026-09-30"),
        ("2026-02-28", "2026-03-30"),  # 28 March is a Saturday
        # Over the end of a year.
        ("2025-12-31", "2026-02-02"),  # 31 January is a Saturday
        ("2026-11-30", "2026-12-30"),
    ],
)
def test_a_month_ends_on_the_day_of_the_same_number(received: str, last: str) -> None:
    """Or on the last one that the month has, and then on the next working day."""
    assert due(_day(received), _MONTH, "next-working-day") == _day(last)


@pytest.mark.parametrize(
    ("country", "received", "last"),
    [
        ("IE", "2026-11-25", "2026-12-28"),  # Christmas is a Friday, St. Stephen's Day a Saturday
        ("GB", "2026-11-25", "2026-12-29"),  # where Boxing Day is made up for on Monday the 28th
        ("DE", "2026-09-03", "2026-10-05"),  # German Unity Day is that Saturday already
        ("IE", "2026-02-17", "2026-03-18"),  # St. Patrick's Day
        ("DE", "2026-02-17", "2026-03-17"),  # is none there
        ("XX", "2026-02-17", "2026-03-17"),  # nobody knows the holidays of a country that there is not
        ("", "2026-02-17", "2026-03-17"),
    ],
)
def test_a_public_holiday_where_the_controller_is_moves_it(country: str, received: str, last: str) -> None:
    """Article 3(4) of Regulation (EEC, Euratom) No 1182/71."""
    assert due(_day(received), _MONTH, "next-working-day", closed_in(country)) == _day(last)


def test_what_was_cut_off_at_the_end_of_a_month_comes_back_when_the_time_is_extended() -> None:
    """Three months from 30 November end on the last of February, a Sunday; from 31 January in April."""
    assert extended(_day("2026-11-30"), _MONTH, Period(months=2), "next-working-day") == _day("2027-03-01")
    assert extended(_day("2026-01-31"), _MONTH, Period(months=2), "calendar") == _day("2026-04-30")


@pytest.mark.parametrize(
    ("received", "last"), [("2026-11-30", "2027-01-14"), ("2028-02-01", "2028-03-17"), ("2027-02-01", "2027-03-18")]
)
def test_days_are_counted_over_leap_days_and_weekends(received: str, last: str) -> None:
    """45 calendar days after receipt (California, Virginia), whatever day that is."""
    assert due(_day(received), Period(days=45), "calendar") == _day(last)


def test_business_days_leave_out_weekends_and_holidays() -> None:
    """15 business days from Monday 30 November 2026 are three weeks; over Christmas in the United States one more."""
    assert due(_day("2026-11-30"), Period(business_days=15), "calendar", closed_in("US")) == _day("2026-12-21")
    assert due(_day("2026-12-14"), Period(business_days=15), "calendar", closed_in("US")) == _day("2027-01-06")


@given(_days, st.integers(1, 36))
def test_months_keep_the_day_or_end_on_the_last(day: date, months: int) -> None:
    """And each is as many months on as was said."""
    end = add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(_days)
def test_a_later_receipt_is_never_due_sooner(day: date) -> None:
    """Nobody loses time by waiting, and what is due falls on a working day."""
    first, second = (due(one, _MONTH, "next-working-day") for one in (day, day + timedelta(days=1)))
    assert first <= second
    assert is_working_day(first)
