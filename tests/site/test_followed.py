"""A calendar and a feed of a list of one's own, made by a browser, read by the libraries that such are read with."""

import datetime
import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from optout.accounts.text import read
from optout.catalog import Catalog
from optout.messages import language
from optout.model import Date, Event, Platform
from optout.plan import make_plan
from optout.render import calendar as terminal
from optout.site import build
from tests.conftest import platform
from tests.site.conftest import Open
from tests.site.planned import ADDRESS, PUBLISHED, files_of, site_of

_LISTED = {
    "acme": {"added": "2026-01-01", "at": "2026-03-02T08:00:00Z", "done": "2026-03-02", "version": "00000000"},
    "wall": {"added": "2026-01-01", "at": "2026-11-20T08:00:00Z", "state": "later"},
    "quiet": {"added": "2026-01-01", "at": "2026-01-01"},
    "other": {"added": "2026-01-01", "at": "2026-11-20T08:00:00Z", "state": "not-there"},
}
_TO_COME = Event(
    Date(2027, 3, 4), "New terms; take effect, \\n <they> say & “日本語の設定” once more. [terms]", "Not sure."
)


@pytest.fixture(scope="module")
def platforms(example: Catalog) -> tuple[Platform, ...]:
    """Those of the example, one of which has announced something."""
    found = [platform(example, slug) for slug in ("acme", "wall", "quiet")]
    acme, *rest = found
    return (acme._replace(history=(_TO_COME, *acme.history)), *rest, acme._replace(slug="other", name="O", history=()))


@pytest.fixture(scope="module")
def site(platforms: tuple[Platform, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their site, with an address."""
    out = tmp_path_factory.mktemp("followed") / "site"
    build.build(site_of(platforms), out)
    return out


def _saved(opened: Open, site: Path, button: str, listed: dict[str, Any]) -> bytes:
    page = opened(site / "my-list.html")
    page.evaluate("text => localStorage['optout.list.1'] = text", json.dumps({"version": 1, "platforms": listed}))
    page.reload()
    return _pressed(page, button)


def _pressed(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.click(f"[data-{button}]")
    expect(page.locator("[data-notice]")).to_contain_text("Saved as")
    return Path(download.value.path()).read_bytes()


def _days(found: Calendar) -> dict[str, dict[str, Any]]:
    return {
        str(one["uid"]): {name: one.decoded(name, None) for name in ("summary", "dtstart", "dtstamp", "transp")}
        for one in found.walk("VEVENT")
    }


def test_a_calendar_has_the_days_of_the_terminal_and_of_the_site(
    opened: Open, site: Path, platforms: tuple[Platform, ...]
) -> None:
    """Half a year after what was done, a week after what was put off, and what is announced: same ids, same words."""
    saved = _saved(opened, site, "calendar", _LISTED)
    found = Calendar.from_ical(saved)
    assert not found.errors
    assert all(len(line) <= 75 for line in saved.split(b"\r\n"))
    lists = read(json.dumps({"optout": "list", "version": 1, "platforms": _LISTED}).encode())
    plan = make_plan(lists.profile().listed, {one.slug: one for one in platforms}, lists.profile().person)
    there = _days(Calendar.from_ical(terminal.plan(plan)))
    announced = _days(Calendar.from_ical(files_of(site_of(platforms))["calendar.ics"]))
    days = _days(found)
    again = {terminal.look_again(one, language("en"))[0]: one.slug for one in platforms}
    assert {again[uid] for uid in days if uid in again} == {"acme", "other"}
    assert {uid: day for uid, day in days.items() if uid in again} == {uid: there[uid] for uid in days if uid in again}
    assert {uid: day for uid, day in days.items() if uid not in again} == announced
    (event,) = (one for one in found.walk("VEVENT") if one.decoded("dtstart") == datetime.date(2027, 3, 4))
    assert event["description"] == "Not sure."
    assert event["url"] == f"{ADDRESS}/platforms/acme.html#history"


def test_a_feed_has_the_entries_of_the_site_about_what_is_on_the_list(
    opened: Open, site: Path, platforms: tuple[Platform, ...]
) -> None:
    """The same ids, titles, texts, days and addresses, the newest first; a feed reader has nothing to complain of."""
    found = feedparser.parse(_saved(opened, site, "feed", {"acme": _LISTED["acme"]}))
    assert not found.bozo
    everything = feedparser.parse(files_of(site_of(platforms))["feeds/all.xml"])
    fields = ("id", "title", "summary", "link", "updated")
    ours = {one.link.split("#")[0] for one in found.entries}
    assert ours == {f"{ADDRESS}/platforms/acme.html"}
    wanted = [[one[field] for field in fields] for one in everything.entries if one.link.split("#")[0] in ours]
    assert sorted([one[field] for field in fields] for one in found.entries) == sorted(wanted)
    updated = [one.updated for one in found.entries]
    assert updated == sorted(updated, reverse=True)
    assert found.feed.link == f"{ADDRESS}/my-list.html"
    assert found.feed.author == PUBLISHED.title


def test_a_list_of_nothing_that_is_known_is_a_calendar_all_the_same(opened: Open, site: Path) -> None:
    """With the one component that the standard wants; a feed without entries is one, too."""
    page = opened(site / "my-list.html")
    expect(page.locator("[data-calendar]")).to_be_disabled()
    listed = json.dumps({"version": 1, "platforms": {"bebo": {"added": "2026-01-01", "at": "2026-01-01"}}})
    page.evaluate("text => localStorage['optout.list.1'] = text", listed)
    page.reload()
    found = Calendar.from_ical(_pressed(page, "calendar"))
    assert [one.name for one in found.subcomponents] == ["VTIMEZONE"]
    feed = feedparser.parse(_pressed(page, "feed"))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated


def test_from_a_folder_there_are_days_and_no_feed(opened: Open, example_site: Path) -> None:
    """A feed names its entries by addresses; a calendar needs none."""
    saved = _saved(opened, example_site, "calendar", {"acme": _LISTED["acme"]})
    assert Calendar.from_ical(saved).walk("VEVENT")
    assert b"URL:" not in saved
    page = opened(example_site / "my-list.html")
    expect(page.locator("[data-feed]")).to_have_count(0)
