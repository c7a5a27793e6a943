"""Public holidays of whole countries; those of a part of one only, such as a German Land, are not counted."""

from datetime import date
from typing import TYPE_CHECKING

from optout.letters.deadlines import Closed, never

if TYPE_CHECKING:
    from holidays import HolidayBase


def closed_in(country: str) -> Closed:
    """Whether a day is a public holiday in a country (ISO 3166); never, where its holidays are not known."""
    known = _known(country)
    if known is None:
        return never

    def closed(day: date) -> bool:
        return day in known

    return closed


def closed_days(country: str, years: range) -> list[date]:
    """The public holidays of a country in these years; none, where they are not known."""
    return sorted(day for day in _known(country, years) or () if day.year in years)


def _known(country: str, years: range | None = None) -> "HolidayBase | None":
    """The holidays of these years, or of whichever is asked for."""
    if not country:
        return None
    import holidays

    try:
        return holidays.country_holidays(country.split("-")[0], years=years)
    except NotImplementedError:
        return None
