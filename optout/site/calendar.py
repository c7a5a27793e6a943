"""Changes to come, as a calendar that people subscribe to."""

from collections.abc import Iterable

from optout.messages import message
from optout.render.calendar import CalendarDay, calendar
from optout.site.addresses import canonical
from optout.site.events import EventItem, urn
from optout.site.model import Site, SiteFile

PATH = "calendar.ics"


def file(site: Site, items: Iterable[EventItem]) -> SiteFile:
    """The calendar with a whole day for each of the `items`, which are dated to the day."""
    spoken = site.spoken
    name = spoken.text(message("calendar-name", title=site.config.title))
    text = calendar("changes to come", name, (day(site, item) for item in items), spoken)
    return SiteFile(f"{site.folder}{PATH}", text)


def day(site: Site, item: EventItem) -> CalendarDay:
    """The whole day of an event."""
    address = canonical(site.config, f"{site.folder}platforms/{item.slug}.html#history")
    uid = urn(site.config.base_url, item.id).removeprefix("urn:uuid:")
    return CalendarDay(uid, item.known, item.date, f"{item.name}: {item.text}", item.doubt, address)
