"""A plan in each format: the same accounts, harmless wherever it is opened."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

import optout
from optout.accounts import Account, Person
from optout.accounts.checklist import ticks
from optout.catalog import Catalog
from optout.model import Date, Event, Platform
from optout.plan import Plan, make_plan
from optout.render import calendar, plan_data
from optout.render.plan import html, markdown, text
from optout.render.screen import Screen
from tests.conftest import CASES, golden, platform

_SCHEMA = json.loads((Path(optout.__file__).parent / "render" / "plan.schema.json").read_text(encoding="utf-8"))
_PERSON = Person("DE", ("web", "ios"), ("Free",), "2026-11-30T09:00:00Z")


@pytest.fixture(scope="module")
def mine(example: Catalog) -> Plan:
    """A plan with something in every part."""
    acme, quiet, wall = (platform(example, slug) for slug in ("acme", "quiet", "wall"))
    other = acme._replace(slug="acme-two", name="Acme Two", history=(Event(Date(2027, 3, 4), "New terms."),))
    unread = acme._replace(slug="unread", name="=Unread()", training="depends", controls=())
    states = (
        ("acme", ""),
        ("acme-two", ""),
        ("quiet", ""),
        ("wall", ""),
        ("unread", ""),
        ("put", "later"),
        ("no", "skipped"),
    )
    accounts = [Account(name, "2026-11-01", "2026-11-29", state=state) for name, state in states]  # type: ignore[arg-type]
    accounts.append(Account("did", "2026-11-01", "2026-11-28", state="done", done="2026-11-28"))
    accounts.append(Account("<b>intra</b>.example", "2026-11-01", "2026-11-29", "unknown"))
    every = {"acme": acme, "acme-two": other, "quiet": quiet, "wall": wall, "unread": unread}
    every |= {slug: acme._replace(slug=slug, name=slug.capitalize(), company=slug) for slug in ("put", "no", "did")}
    return make_plan(accounts, every, _PERSON)


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("width", [60, 100])
def test_the_terminal_gets_it_in_its_width(mine: Plan, spoken: str, width: int) -> None:
    """Golden: `tests/cases/plans`."""
    lines = text(mine, Screen(width), spoken)
    assert max(map(len, lines.splitlines())) <= width
    golden(CASES / "plans" / f"{spoken}-{width}.txt", lines)


def test_a_terminal_without_signs_gets_ascii(mine: Plan) -> None:
    """And one without colours no escape."""
    lines = text(mine, Screen(unicode=False), "de")
    assert lines.isascii()
    assert "\x1b" not in lines


def test_the_checklist_comes_back(mine: Plan) -> None:
    """Whatever is ticked of it, by hand or by a program for lists, is read again; nothing else has a box."""
    document = markdown(mine)
    golden(CASES / "plans" / "en.md", document)
    boxes = ticks(document)
    assert boxes == {"acme": False, "acme-two": False, "put": False, "did": True}
    assert ticks(document.replace("- [ ] Put", "* [X] Put")) == {**boxes, "put": True}
    assert ticks("# Other\n\n- [x] buy milk (`soon`\n- [x] (see) `x`\n") == {}
    assert ticks("1. [x] Grammarly (Superhuman) (`grammarly`): …") == {"grammarly": True}
    assert "<b>" not in document


def test_a_page_of_it_is_whole_and_harmless(mine: Plan) -> None:
    """No script, nothing from elsewhere, every text escaped."""
    page = html(mine, "de")
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert "<b>intra" not in page
    assert page.count('<input type="checkbox"') == 3
    assert page.count(" checked>") == 1
    assert not re.search(r"<script|src=|@import|url\(", page)


def test_programs_get_what_the_schema_says(mine: Plan) -> None:
    """Every account once."""
    told = json.loads(plan_data.as_json(mine))
    Draft202012Validator(_SCHEMA).validate(told)
    assert told["tasks"][0]["covers"][0]["slug"] == "acme"
    assert told["sums"] == mine.sums._asdict()
    assert told["reader"] == {"region": "DE", "devices": ["web", "ios"], "plans": ["Free"]}


def test_a_spreadsheet_finds_no_formula_in_it(mine: Plan) -> None:
    """A line for each account, the same in every language."""
    rows = list(csv.DictReader(io.StringIO(plan_data.as_csv(mine))))
    assert len(rows) == mine.sums.accounts
    assert plan_data.as_csv(mine, "de") == plan_data.as_csv(mine)
    assert [row["name"] for row in rows if row["slug"] == "unread"] == ["'=Unread()"]
    assert {row["with"] for row in rows if row["slug"].startswith("acme")} == {"acme", "acme-two"}


def test_a_calendar_reminds_of_what_is_done_put_off_or_announced(mine: Plan) -> None:
    """Whole days: half a year after it was done, a week after it was put off, when new terms take effect."""
    found = Calendar.from_ical(calendar.plan(mine))
    days = {str(event["summary"]): event.decoded("dtstart").isoformat() for event in found.walk("VEVENT")}
    assert days == {
        "Look again: Put": "2026-12-06",
        "Acme Two: New terms.": "2027-03-04",
        "Look again: Did": "2027-05-30",
    }
    assert calendar.plan(mine) == calendar.plan(mine)
    assert not found.errors


def test_a_plan_without_anything_to_do_says_so(example: Catalog) -> None:
    """In every format."""
    quiet: Platform = platform(example, "quiet")
    nothing = make_plan([Account("quiet", "2026-11-01", "2026-11-01")], {"quiet": quiet}, Person())
    assert "Nothing is left to do." in text(nothing, Screen())
    assert "To do" not in text(nothing, Screen())
    assert "To do" not in markdown(nothing) + html(nothing)
    assert Calendar.from_ical(calendar.plan(nothing)).walk("VEVENT") == []
