"""The date that a policy gives itself: “Last updated: 3 November 2025”, “Stand: 1. Mai 2026”."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from optout.model import Date
from optout.terms.passages import plain_text
from optout.terms.vocabulary import language_of, vocabulary

_TOP, _BOTTOM = 6_000, 2_500  # characters in which policies say it
_BETWEEN = 40  # characters from the words that announce a date to the date
_FIRST_LINES = 8  # that are not empty; further below a date may be that of anything
_FIRST_YEAR, _LAST_YEAR = 1995, 2099


def date_in(text: str) -> Date | None:
    """The latest date that the beginning or the end of a policy gives as its own; None if it gives none.

    The latest, since a policy that says when it was written and when it takes effect is one of the later day.
    """
    return max(dates_in(text), default=None)


def dates_in(text: str) -> tuple[Date, ...]:
    """All dates that the beginning of a policy gives as its own, or else its end."""
    code = language_of(text)
    parts = (text,) if len(text) <= _TOP + _BOTTOM else (text[:_TOP], text[-_BOTTOM:])
    announced = (tuple(_dates(part, code)) for part in parts)
    return next((found for found in (*announced, tuple(_alone(text[:_TOP], code))) if found), ())


def _dates(text: str, code: str) -> Iterator[Date]:
    plain = " ".join(plain_text(line) for line in text.split("\n"))
    for announced in vocabulary(code).dated.finditer(plain):
        found = _dates_of(code).search(plain, announced.end(), announced.end() + _BETWEEN)
        if found and (day := _day(found, code)):
            yield day


def _alone(text: str, code: str) -> Iterator[Date]:
    """A date that has one of the first lines for itself, below the title; the first such line only."""
    lines = [plain for line in text.split("\n") if (plain := plain_text(line))]
    for line in lines[:_FIRST_LINES]:
        found = _dates_of(code).fullmatch(line)
        if found and (day := _day(found, code)):
            yield day
            return


@cache
def _dates_of(code: str) -> re.Pattern[str]:
    """A date in words of a language, or in numbers that can be read in one way only."""
    names = "|".join(name for name in _months(code))
    return re.compile(
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)"
        rf"|(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th|er|º|ª)?(?: de| of)? (?P<m1>{names})\.?,?(?: de[l]?)? (?P<y1>\d{{4}})"
        rf"|(?P<m2>{names})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
        rf"|(?P<d3>\d{{1,2}})\.(?P<m3>\d{{1,2}})\.(?P<y3>\d{{4}})",
        re.IGNORECASE,
    )


@cache
def _months(code: str) -> dict[str, int]:
    """The names of the months and their first letters, with their numbers."""
    names = {name: number for number, name in enumerate(vocabulary(code).months, 1)}
    short = {name[:3]: number for name, number in names.items()} if code in ("en", "de", "nl") else {}
    return {**names, "sept": 9, **short}


def _day(found: re.Match[str], code: str) -> Date | None:
    said = {name: value for name, value in found.groupdict().items() if value}
    year = next(value for name, value in said.items() if name.startswith("y"))
    month = next(value for name, value in said.items() if name.startswith("m"))
    day = next(value for name, value in said.items() if name.startswith("d"))
    number = int(month) if month.isdecimal() else _months(code)[month.casefold()]
    with suppress(ValueError):
        at = date(int(year), number, int(day))
        if _FIRST_YEAR <= at.year <= _LAST_YEAR:
            return Date(at.year, at.month, at.day)
    return None
