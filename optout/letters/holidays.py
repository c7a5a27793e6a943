"""Public holidays of whole countries; those of a part of one only, such as a German Land, are not counted."""

from datetime import date

from optout.letters.deadlines import Closed, never


def closed_in(country: str) -> Closed:
    """Whether a day is a public holiday in a country (ISO 3166); never, where its holidays are not known."""
    if not country:
        return never
    import holidays

    try:
        known = holidays.country_holidays(country.split("-")[0])
    except NotImplementedError:
        return never

    def closed(day: date) -> bool:
        return day in known

    return closed
