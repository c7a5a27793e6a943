"""Letters that were sent: kept without a word of them, told until they are answered, each with what comes next."""

import json
from datetime import date
from pathlib import Path

import pytest

from optout.accounts import Profile, SentLetter
from optout.accounts.values import waiting
from optout.letters.sent import following, times_for
from tests.conftest import CASES, Run

_CATALOG = ("--catalog", str(CASES / "letters" / "catalog.yaml"))
_NOON = "2026-11-30T12:00:00Z"


@pytest.fixture(autouse=True)
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the list is, for the commands."""
    path = tmp_path / "list.json"
    monkeypatch.setenv("OPTOUT_LIST", str(path))
    return path


def test_a_letter_waits_until_it_or_a_reminder_of_it_is_answered() -> None:
    """The last one that asked for something counts; what was answered before it is no matter."""
    first, second = SentLetter("access", "gdpr", "2026-09-01"), SentLetter("objection", "gdpr", "2026-11-01")
    reminder = SentLetter("reminder", "gdpr", "2026-12-10")
    profile = Profile()
    for letter in (reminder, second, first):
        profile = profile.send("acme", letter, _NOON)
    account = profile.accounts["acme"]
    assert account.letters == (first, second, reminder)
    assert waiting(account.letters) == (second, reminder)
    assert waiting((reminder,)) == ()
    answered = profile.answer("acme", "2026-12-20", _NOON)
    assert waiting(answered.accounts["acme"].letters) == ()
    assert answered.accounts["acme"].letters[0].answered == ""
    assert answered.answer("acme", "2026-12-21", _NOON) == answered


def test_what_comes_next_is_a_reminder_then_a_complaint_then_nothing() -> None:
    """As long as there is no answer."""
    sent = tuple(SentLetter(kind, "gdpr", "2026-11-30") for kind in ("objection", "reminder", "complaint"))
    assert [following(sent[:count]) for count in (1, 2, 3)] == ["reminder", "complaint", None]


def test_the_time_for_an_answer_is_that_of_its_law_and_kind() -> None:
    """With the holidays of the country that was kept; of a law that nobody here knows there is none."""
    times = times_for(SentLetter("objection", "gdpr", "2026-11-25", "IE"))
    assert times is not None
    assert (times.due, times.later) == (date(2026, 12, 28), date(2027, 2, 25))
    assert times_for(SentLetter("objection", "fadp", "2026-11-25")) is None
    assert times_for(SentLetter("objection", "moon", "2026-11-25")) is None
    assert times_for(SentLetter("sonnet", "gdpr", "2026-11-25")) is None


@pytest.mark.slow
def test_a_sent_letter_stands_in_the_plan_and_the_calendar_until_it_is_answered(run: Run, own_list: Path) -> None:
    """And the reminder takes its dates from the list."""
    done = run("letter", "acme", "--region", "DE", "--sent", "2026-11-25", *_CATALOG)
    assert done.code == 0
    assert "Acme, objection of 25 November 2026, an answer is due by 28 December 2026" in done.out
    kept = json.loads(own_list.read_text(encoding="utf-8"))["platforms"]["acme"]["letters"]
    assert kept == [{"kind": "objection", "law": "gdpr", "sent": "2026-11-25", "country": "IE"}]

    plan = run("plan", *_CATALOG).out
    assert "Letters without an answer (1)" in plan
    assert "optout letter acme --kind reminder" in plan
    calendar = run("plan", "--format", "ics", *_CATALOG).out
    assert "DTSTART;VALUE=DATE:20261229" in calendar
    read = json.loads(run("plan", "--format", "json", *_CATALOG).out)
    told = [one["letters"] for task in read["tasks"] for one in task["covers"]]
    assert told[0][0]["due"] == "2026-12-28"

    reminder = run("letter", "acme", "--kind", "reminder", "--date", "2027-01-04", *_CATALOG).out
    assert "On 25 November 2026 I wrote to you" in reminder
    assert "An answer was due by 28 December 2026" in reminder

    assert run("letter", "acme", "--answered", "2026-12-01", *_CATALOG).code == 0
    assert "without an answer" not in run("plan", *_CATALOG).out
    assert run("letter", "acme", "--answered", "2026-12-01", *_CATALOG).code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("letter", "acme"), "--region DE, or name a --law"),
        (("letter", "acme", "--region", "DE", "--kind", "complaint"), "--before YYYY-MM-DD"),
        (("letter", "acme", "--region", "DE", "--before", "2026-10-30"), "--before and --reminded are for"),
        (("letter", "acme", "--region", "US-CA", "--language", "de"), "can be in en, not in de"),
        (("letter", "acme", "--region", "DE", "--date", "30.11.2026"), "YYYY-MM-DD"),
        (
            ("letter", "acme", "--region", "FR", "--kind", "complaint", "--before", "2026-01-01", "--authority", "x"),
            "use frcnil",
        ),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """With what to type instead, and the exit code of wrong use."""
    done = run(*arguments, *_CATALOG)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.slow
def test_a_letter_to_a_company_is_about_all_that_it_operates(run: Run) -> None:
    """To its own contact, without what is known of one platform only; the list keeps letters of platforms."""
    done = run("letter", "meta", "--region", "DE", "--language", "de", "--name", "Anna")
    assert done.code == 0
    assert "Meta Platforms Ireland Limited" in done.out
    assert "Das gilt für Meta und für alles andere" in done.out
    assert "Ihre eigenen Worte" not in done.out
    assert "about all that it operates" in done.err
    kept = run("letter", "meta", "--region", "DE", "--sent", "2026-11-30")
    assert kept.code == 2
    assert "is a company: name one, such as" in kept.err


@pytest.mark.slow
def test_a_letter_is_written_in_every_format_with_what_to_know_beside_it(run: Run, tmp_path: Path) -> None:
    """The letter to standard output or a file, all else to standard error."""
    asked = ("letter", "acme", "--region", "IE", "--name", "Anna", "--reason", "It is mine.", *_CATALOG)
    for format, begins in (
        ("text", "Anna\n\nData Protection Officer"),
        ("markdown", "Anna\n\nData Protection Officer"),
        ("html", "<!doctype html>"),
        ("eml", "Subject: Objection"),
        ("mailto", "mailto:dpo@acme.example?subject="),
        ("json", '{\n  "version": 1,'),
    ):
        done = run(*asked, "--format", format)
        assert done.code == 0
        assert done.out.startswith(begins), format
        assert "This is no legal advice" in done.err
    assert "to nobody yet" in run("letter", "lone", "--region", "IE", *_CATALOG, "--format", "mailto").err
    path = tmp_path / "letter.html"
    assert run(*asked, "--format", "html", "--paper", "letter", "-o", str(path)).out == ""
    assert "size: letter" in path.read_text(encoding="utf-8")
