"""Changes to come, as a calendar that people subscribe to.

https://www.rfc-editor.org/rfc/rfc5545
"""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from optout.messages import message
from optout.model import Date
from optout.site.addresses import canonical
from optout.site.events import EventItem, urn
from optout.site.model import Site, SiteFile
from optout.text import shown

if TYPE_CHECKING:
    from icalendar import Component

PATH = "calendar.ics"


def file(site: Site, items: Iterable[EventItem]) -> SiteFile:
    """The calendar with a whole day for each of the `items`, which are dated to the day.

    It is there without any as well, or those who subscribed would get an error. The standard wants at least one
    component, and a time zone is one that no calendar shows.
    """
    from icalendar import Calendar

    made = Calendar()
    spoken = site.spoken
    made.add("prodid", f"-//optout//changes to come//{spoken.code.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", shown(spoken.text(message("calendar-name", title=site.config.title))))
    made.add("refresh-interval", datetime.timedelta(days=1), parameters={"value": "DURATION"})
    for one in [_event(site, item) for item in items] or [_zone()]:
        made.add_component(one)
    return SiteFile(f"{site.folder}{PATH}", made.to_ical().decode("utf-8"))


def _event(site: Site, item: EventItem) -> "Component":
    from icalendar import Event

    made = Event()
    made.add("uid", urn(site.config.base_url, item.id).removeprefix("urn:uuid:"))
    made.add("dtstamp", datetime.datetime.combine(_day(item.checked), datetime.time(), datetime.UTC))
    made.add("dtstart", _day(item.date))
    made.add("summary", shown(f"{item.name}: {item.text}"))
    made.add("transp", "TRANSPARENT")
    if item.doubt:
        made.add("description", shown(item.doubt))
    if site.config.base_url:
        made.add("url", canonical(site.config, f"{site.folder}platforms/{item.slug}.html#history"))
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


def _day(date: Date) -> datetime.date:
    return datetime.date(*date)
