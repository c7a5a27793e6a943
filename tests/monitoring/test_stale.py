"""optout stale: which entries to look at next, and why."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout.model import Date, Platform
from optout.monitoring import signals, users
from optout.monitoring.signals import Signal
from optout.monitoring.stale import Due, Users, rank
from tests import strategies
from tests.conftest import CASES, TODAY, Run, golden

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_FOLDER = CASES / "stale"
_STATES = ("--state", _FOLDER / "evidence.jsonl", "--state", _FOLDER / "links.jsonl")
_AT = ("stale", "--catalog", _FOLDER / "platforms.yaml", "--today", TODAY.iso)


@pytest.fixture(autouse=True)
def _nothing_found_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees what whoever runs it has found out."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_every_reason_as_in_its_file(run: Run) -> None:
    """The entries are named after their reasons; the words and the order were read by somebody."""
    outcome = run(*_AT, *_STATES, "--users", _FOLDER / "users.csv", "--limit", "99")
    assert outcome.code == 0
    assert outcome.err == "17 of 17 entries\n"
    golden(_FOLDER / "expected.txt", outcome.out)


def test_it_reads_results_and_needs_no_place_for_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a cache folder nothing became known: the order is that of the entries alone."""
    nothing_known = run(*_AT)
    monkeypatch.setenv("OPTOUT_CACHE", "off")
    assert run(*_AT) == nothing_known


def _aged(platform: Platform, days: int) -> Platform:
    then = date(*TODAY) - timedelta(days)
    return platform._replace(checked=Date(then.year, then.month, then.day))


def _one(platform: Platform, **known: object) -> Due:
    (due,) = rank([platform], TODAY, **known)  # type: ignore[arg-type]
    return due


@given(st.permutations(range(8)))
@settings(max_examples=10)
def test_the_oldest_check_comes_first(ages: list[int]) -> None:
    """Where nothing else is known, in whatever order they stand."""
    plain = Platform("a", "A", "social", "opt-in", "A.", TODAY, ())
    found = rank([_aged(plain._replace(slug=f"a{age}"), age) for age in ages], TODAY)
    assert [due.age for due in found] == [7, 6, 5, 4, 3, 2, 1, 0]


@given(strategies.platforms, strategies.days)
@settings(max_examples=30)
def test_any_entry_on_any_day_has_its_place(platform: Platform, today: Date) -> None:
    """The urgency is that of its reasons, and age never counts backwards."""
    (due,) = rank([platform], today)
    assert due.age >= 0
    assert due.urgency == sum(reason.days for reason in due.reasons)
    assert all(reason.text for reason in due.reasons)


def test_users_weigh_what_there_is(acme: Platform) -> None:
    """More users, more urgent; a platform nobody has numbers of counts like one with a million."""
    old = _aged(acme, 100)
    urgencies = [_one(old, users={"acme": Users(number, "x")}).urgency for number in (0, 1000, 10**6, 10**9)]
    assert urgencies == sorted(urgencies)
    assert urgencies[0] < urgencies[2] == _one(old).urgency < urgencies[3]


def test_what_was_known_before_the_last_check_does_not_count(acme: Platform) -> None:
    """Whoever checked the entry has seen it."""
    heard = {"https://acme.example/terms": [Signal("changed", Date(2026, 11, 20))]}
    assert _one(acme, signals=heard).urgency == _one(acme).urgency
    older = acme._replace(checked=Date(2026, 11, 19))
    assert "“Terms of use” changed in what it says about training AI (seen 20 November 2026)" in [
        reason.text for reason in _one(older, signals=heard).reasons
    ]


def test_every_address_of_an_entry_counts(acme: Platform) -> None:
    """Also that of a setting, which is no source."""
    heard = {"https://acme.example/settings/privacy": [Signal("dead", TODAY)]}
    assert "https://acme.example/settings/privacy is no longer there (seen 22 November 2026)" in [
        reason.text for reason in _one(acme, signals=heard).reasons
    ]


@pytest.mark.parametrize(
    ("day", "today", "is_due"),
    [
        (Date(2026, 11, 22), TODAY, True),
        (Date(2026, 11, 23), TODAY, False),
        (Date(2026, 12), Date(2026, 12, 31), False),
        (Date(2026, 12), Date(2027, 1, 1), True),
        (Date(2027), Date(2027, 6, 1), False),
        (Date(2026, 11, 21), TODAY, False),
    ],
)
def test_an_announced_change_comes_due(day: Date, today: Date, is_due: bool, acme: Platform) -> None:
    """On its day, or when its month or year is over; not if it was past at the last check."""
    event = acme.history[0]._replace(date=day)
    (due,) = rank([acme._replace(history=(event,))], today)
    assert any("should have happened" in reason.text for reason in due.reasons) == is_due


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "checked today"),
        (1, "checked 1 day ago"),
        (150, "checked 150 days ago"),
        (151, "checked 151 days ago, in 30 days optout check fails"),
        (180, "checked 180 days ago, in 1 day optout check fails"),
        (181, "checked 181 days ago, which fails optout check"),
    ],
)
def test_the_age_in_words(days: int, said: str, acme: Platform) -> None:
    """With what `optout check` will say of it."""
    assert _one(_aged(acme, days)).reasons[0].text == said


# The command


def test_a_limit_says_what_is_left_out(run: Run) -> None:
    """On standard error; the list is the answer."""
    outcome = run(*_AT, "-n", "2")
    assert [line[:3] for line in outcome.out.splitlines() if line[:1].isdigit()] == ["1. ", "2. "]
    assert outcome.err == "2 of 17 entries, 15 more with --limit 17\n"


def test_only_what_is_older(run: Run) -> None:
    """And if nothing is, that is said."""
    assert run(*_AT, "--older-than", "150").err == "2 of 2 entries checked more than 150 days ago\n"
    outcome = run(*_AT, "--older-than", "500")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "no entry was checked more than 500 days ago\n"


def test_json_has_every_field(run: Run) -> None:
    """`total` counts what the limit leaves out."""
    outcome = run(*_AT, "--users", _FOLDER / "users.csv", "-n", "5", "--format", "json")
    found = json.loads(outcome.out)
    assert (found["version"], found["total"], len(found["entries"])) == (1, 17, 5)
    assert outcome.err == ""
    assert set(found["entries"][0]) == {"slug", "name", "checked", "age", "urgency", "users", "reasons"}
    assert {"number": 1_000_000_000, "source": "https://famous.example/report"} in [
        one["users"] for one in found["entries"]
    ]


def test_what_was_found_out_is_read_from_where_it_is_kept(run: Run, tmp_path: Path) -> None:
    """Without an option; whoever has run nothing yet gets the list all the same."""
    before = run(*_AT, "-n", "99")
    kept = tmp_path / "cache" / "optout"
    kept.mkdir(parents=True)
    (kept / "evidence.jsonl").write_bytes((_FOLDER / "evidence.jsonl").read_bytes())
    assert "no longer says what is quoted from it" not in " ".join(before.out.split())
    assert "no longer says what is quoted from it" in " ".join(run(*_AT, "-n", "99").out.split())


def test_a_broken_entry_is_named(run: Run, tmp_path: Path) -> None:
    """The others are listed all the same, and the exit code tells."""
    broken = tmp_path / "platforms.yaml"
    text = (_FOLDER / "platforms.yaml").read_text(encoding="utf-8")
    broken.write_text(text.replace("name: Plain", "nam: Plain"), encoding="utf-8")
    outcome = run("stale", "--catalog", broken)
    assert outcome.code == 1
    assert "10 of 16 entries" in outcome.err
    assert f"broken in {broken}: plain; run optout check on it" in outcome.err


def test_an_empty_catalog(run: Run, tmp_path: Path) -> None:
    """Has nothing to look at, which nobody is to take for nothing being due."""
    (tmp_path / "empty.yaml").write_bytes(b"")
    outcome = run("stale", "--format", "json", "--catalog", tmp_path / "empty.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "empty.yaml has no entries" in outcome.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: the first line is not the heading; begin the file with slug,users,source"),
        ("slug,users\n", ":1: the first line is not the heading"),
        ("slug,users,source\nplain,5\n", ":2: this line has not all of slug, users, source"),
        ("slug,users,source\nplain,5,\n", ":2: this line has not all of slug, users, source; say who gives the number"),
        ("slug,users,source\nplane,5,x\n", ":2: there is no entry `plane` in the catalog"),
        ("slug,users,source\nplain,many,x\n", ":2: `many` is no number of users; write digits only"),
        ("slug,users,source\nplain,1.5,x\n", ":2: `1.5` is no number"),
        ("slug,users,source\nplain,5,x\nplain,6,x\n", ":3: `plain` stands here a second time"),
    ],
)
def test_a_mistake_in_the_numbers_is_named(text: str, said: str, run: Run, tmp_path: Path) -> None:
    """With file and line, in one sentence."""
    numbers = tmp_path / "users.csv"
    numbers.write_text(text, encoding="utf-8")
    outcome = run(*_AT, "--users", numbers)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{numbers}{said}" in outcome.err


def test_numbers_that_are_no_text(run: Run, tmp_path: Path) -> None:
    """A spreadsheet is no CSV file."""
    (tmp_path / "users.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "is not UTF-8 text; save it as CSV" in run(*_AT, "--users", tmp_path / "users.xls").err


def test_numbers_as_a_spreadsheet_saves_them(tmp_path: Path) -> None:
    """With a byte order mark and the line ends of Windows."""
    numbers = tmp_path / "users.csv"
    numbers.write_bytes(b'\xef\xbb\xbfslug,users,source\r\na,5,"x, y"\r\n')
    assert users.read(numbers, {"a"}) == {"a": Users(5, "x, y")}


def test_a_file_that_holds_no_results(run: Run) -> None:
    """Is not taken for an empty one."""
    outcome = run(*_AT, "--state", _FOLDER / "users.csv")
    assert outcome.code == 1
    assert "holds no results of optout evidence or optout links" in outcome.err


_DAMAGED = (
    "[]",
    "{}",
    '{"address": 1, "at": "2026-11-10", "values": {}}',
    '{"address": "https://a.example", "at": null, "values": {}}',
    '{"address": "https://a.example", "at": "2026-11-10", "values": []}',
    '{"address": "https://a.example", "at": "2026-11-10", "values": {"quotes": [1], "training": {"change": 1}}}',
    '{"address": "https://a.example", "at": "2026-11-10", "values": {"quotes": {"a": 1, "b": []}}}',
)


@pytest.mark.parametrize("line", _DAMAGED)
def test_a_damaged_record_says_nothing(line: str, tmp_path: Path) -> None:
    """The others are still read."""
    sound = '{"address": "https://b.example", "at": "2026-11-10T00:00:00", "values": {"state": "dead"}}'
    kept = tmp_path / "links.jsonl"
    kept.write_text(f'{{"optout": "links", "version": 1}}\n{line}\n{sound}\n', encoding="utf-8")
    assert signals.read([kept]) == {"https://b.example": (Signal("dead", Date(2026, 11, 10)),)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"optout": "links", "version": 2}\n', "a newer optout has written these results; update this one"),
        ("[" * 100_000, "holds no results of optout evidence or optout links"),
        ('{"optout": ["links"], "version": 1}\n', "holds no results of optout evidence or optout links"),
    ],
)
def test_a_file_that_holds_no_results_is_told(text: str, said: str, run: Run, tmp_path: Path) -> None:
    """Newer than this optout, or something else."""
    (tmp_path / "s.jsonl").write_text(text, encoding="utf-8")
    done = run(*_AT, "--state", tmp_path / "s.jsonl")
    assert (done.code, said in done.err) == (1, True)


@pytest.mark.parametrize("at", ["0000-99-99", "2026-13-01T00:00:00", "soon", ""])
def test_a_record_without_a_day_is_left_out(at: str, tmp_path: Path) -> None:
    """Nothing stumbles over a date that is none."""
    record = json.dumps({"address": "a", "at": at, "values": {"state": "dead"}})
    (tmp_path / "s.jsonl").write_text(f'{{"optout": "links", "version": 1}}\n{record}\n', encoding="utf-8")
    assert signals.read([tmp_path / "s.jsonl"]) == {}
