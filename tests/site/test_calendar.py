"""The calendar of changes to come, read back by the library that calendars are read with."""

import datetime

from icalendar import Calendar

from optout.model import Date, Event, Platform
from optout.project.config import Config
from tests.site.planned import ADDRESS, files_of, site_of

_SOON = Event(Date(2027, 3, 4), "New terms; take effect, \\n they say.\n\n[terms] BEGIN:VEVENT", "Not\r\nsure \ufffe.")


def _calendar(platform: Platform, config: Config | None = None) -> tuple[str, Calendar]:
    site = site_of([platform]) if config is None else site_of([platform], config=config)
    text = files_of(site)["calendar.ics"]
    return text, Calendar.from_ical(text)


def test_a_change_to_come_is_a_whole_day(acme: Platform) -> None:
    """Hostile texts are one line of text each; the day blocks nobody's time."""
    _, found = _calendar(acme._replace(history=(_SOON,)))
    (event,) = found.walk("VEVENT")
    assert event.decoded("dtstart") == datetime.date(2027, 3, 4)
    assert event["summary"] == "Acme: New terms; take effect, \\n they say. BEGIN:VEVENT"
    assert event["description"] == "Not sure \\ufffe."
    assert event["url"] == f"{ADDRESS}/platforms/acme.html#history"
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp") == datetime.datetime(2026, 8, 1, tzinfo=datetime.UTC)
    assert not found.errors
    assert not event.errors


def test_what_has_been_is_left_out(acme: Platform) -> None:
    """So is what is not dated to the day."""
    past = (Event(Date(2026, 8, 1), "Past."), Event(Date(2027), "Some day."), _SOON)
    _, found = _calendar(acme._replace(history=past))
    assert len(found.walk("VEVENT")) == 1


def test_the_same_event_after_its_wording_changed(acme: Platform) -> None:
    """Calendars replace an event with the same UID instead of showing both."""
    _, before = _calendar(acme._replace(history=(_SOON,)))
    _, after = _calendar(acme._replace(history=(_SOON._replace(text="Better said. [terms]"),)))
    assert before.walk("VEVENT")[0]["uid"] == after.walk("VEVENT")[0]["uid"]


def test_a_noted_change_is_a_later_revision(acme: Platform) -> None:
    """Calendars that have the day already take the new text, as RFC 5545 has it: by number, and by when it changed."""
    noted = _SOON._replace(text="Better said. [terms]", noted=Date(2026, 12, 1))
    before, after = (_calendar(acme._replace(history=(one,)))[1].walk("VEVENT")[0] for one in (_SOON, noted))
    assert before["uid"] == after["uid"]
    assert before.decoded("sequence") < after.decoded("sequence")
    assert before.decoded("last-modified") < after.decoded("last-modified")
    assert after.decoded("last-modified") == datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)


def test_nothing_to_come(acme: Platform) -> None:
    """The file stays, for those who subscribed, with the one component that RFC 5545 demands and nothing to show."""
    text, found = _calendar(acme._replace(history=()))
    assert [one.name for one in found.subcomponents] == ["VTIMEZONE"]
    assert "VEVENT" not in text


def test_lines_are_as_the_standard_has_them(acme: Platform) -> None:
    """They end in CR LF and have at most 75 octets, in any script."""
    long = Event(Date(2027, 3, 4), "日本語の設定" * 60)
    text, found = _calendar(acme._replace(history=(long,)))
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode("utf-8")) <= 75 and "\n" not in line for line in lines)
    assert str(found.walk("VEVENT")[0]["summary"]).endswith("日本語の設定")


def test_without_an_address(acme: Platform) -> None:
    """A calendar needs none: it only says nothing about where to read on."""
    _, found = _calendar(acme._replace(history=(_SOON,)), Config())
    assert "url" not in found.walk("VEVENT")[0]
