"""Asking politely: who waits for whom, what is asked again, and what an interruption leaves."""

import threading
from collections.abc import Callable

import pytest

from optout.web.answer import Answer
from optout.web.throttle import Turns, visit, visit_all
from tests.web.conftest import Time

_ADDRESS = "https://acme.example/a"


def _playing(*answers: Answer) -> Callable[[str], Answer]:
    """Answers one after the other."""
    left = list(answers)
    return lambda address: left.pop(0)


def _status(status: int, **fields: str) -> Answer:
    return Answer(_ADDRESS, _ADDRESS, status=status, **fields)  # type: ignore[arg-type]


_OK = _status(200)
_SILENT = Answer(_ADDRESS, _ADDRESS, trouble="timeout")


@pytest.mark.parametrize(
    ("first", "waits"),
    [
        (_status(500), [3.0]),
        (_status(503), [3.0]),
        (_status(429), [3.0]),
        (_SILENT, [3.0]),
        (Answer(_ADDRESS, _ADDRESS, trouble="no-connection"), [3.0]),
        (_status(429, retry_after="7"), [7.0]),
        (_status(503, retry_after="Sun, 22 Nov 2026 12:00:09 GMT"), [9.0]),
        (_status(503, retry_after="Sun, 22 Nov 2026 11:00:00 GMT"), [0.0]),
        (_status(503, retry_after="soon"), [3.0]),
        (_status(503, retry_after="-5"), [3.0]),
    ],
)
def test_what_may_pass_is_asked_again(first: Answer, waits: list[float], time: Time) -> None:
    """After the time that the server asks for, in seconds or as a date, else after a while with some chance in it."""
    assert visit(_ADDRESS, _playing(first, _OK), time.clock(), whole=False) == _OK
    assert time.waits == waits


@pytest.mark.parametrize(
    "first",
    [
        _status(404),
        _status(403),
        _status(999),
        _status(501),
        _status(429, retry_after="86400"),
        _status(503)._replace(challenged=True),
        Answer(_ADDRESS, _ADDRESS, trouble="private"),
        Answer(_ADDRESS, _ADDRESS, trouble="certificate"),
        Answer(_ADDRESS, _ADDRESS, trouble="no-host"),
        Answer(_ADDRESS, _ADDRESS, trouble="circle"),
    ],
)
def test_what_will_not_pass_is_asked_once(first: Answer, time: Time) -> None:
    """Neither a clear answer nor a server that wants to be left alone for a day."""
    assert visit(_ADDRESS, _playing(first), time.clock(), whole=False) == first
    assert time.waits == []


def test_waits_grow_and_end(time: Time) -> None:
    """Three attempts, the second wait twice as long as the first."""
    assert visit(_ADDRESS, _playing(_SILENT, _SILENT, _SILENT), time.clock(), whole=False) == _SILENT
    assert time.waits == [3.0, 6.0]


@pytest.mark.parametrize(("whole", "expected"), [(True, _OK), (False, _OK._replace(broken="breaks off"))])
def test_a_broken_page_is_asked_again_only_if_it_is_read(whole: bool, expected: Answer, time: Time) -> None:
    """For an address to be alive its first lines are enough; for a quote all of them are needed."""
    assert visit(_ADDRESS, _playing(_OK._replace(broken="breaks off"), _OK), time.clock(), whole) == expected


def test_a_host_is_given_a_pause(time: Time) -> None:
    """Between two requests to one host, counted from the end of the first; other hosts do not wait."""
    turns = Turns(2.0, time.clock())
    for host in ("a", "b", "a", "b"):
        with turns.turn(host):
            time.passed += 0.5
    assert time.waits == [1.5, pytest.approx(0.0)] or time.waits == [1.5]


def test_a_host_is_asked_by_one_at_a_time_and_hosts_in_parallel(time: Time) -> None:
    """Two hosts are in hand at the same moment, never two addresses of one."""
    busy: list[str] = []
    both = threading.Barrier(2, timeout=5)

    def ask(address: str) -> Answer:
        host = address.split("/")[2]
        assert host not in busy
        busy.append(host)
        both.wait()  # goes on only if the other host is being asked as well
        busy.remove(host)
        return Answer(address, address, status=200)

    addresses = [f"https://{host}/{number}" for host in ("a", "b") for number in range(3)]
    found = visit_all(addresses, ask, time.clock(), whole=False, hosts_at_once=8)
    assert sorted(answer.address for answer in found) == addresses


@pytest.mark.parametrize("fate", [{"trouble": "timeout"}, {"trouble": "no-connection"}, {"status": 429}])
def test_a_host_that_turns_us_away_is_left_alone(fate: dict[str, object], time: Time) -> None:
    """After two addresses of a host have failed for a reason that all share, the rest waits for the next run."""
    asked = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return Answer(address, address, retry_after="999")._replace(**fate)  # type: ignore[arg-type]

    addresses = [f"https://a/{number}" for number in range(5)]
    found = list(visit_all(addresses, ask, time.clock(), whole=False, hosts_at_once=1))
    assert [answer.trouble == "not-asked" for answer in found] == [False, False, True, True, True]
    assert set(asked) == set(addresses[:2])


def test_a_host_that_does_not_exist_is_looked_up_once(time: Time) -> None:
    """What holds for one of its addresses holds for all."""
    asked = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return Answer(address, address, trouble="no-host", detail="there is no host a")

    found = list(visit_all(["https://a/1", "https://a/2"], ask, time.clock(), whole=False, hosts_at_once=1))
    assert asked == ["https://a/1"]
    assert [(answer.address, answer.trouble) for answer in found] == [(f"https://a/{n}", "no-host") for n in (1, 2)]


def test_dead_pages_do_not_make_a_host_suspicious(time: Time) -> None:
    """Five missing pages are five missing pages."""
    addresses = [f"https://a/{number}" for number in range(5)]
    found = list(visit_all(addresses, lambda one: Answer(one, one, status=404), time.clock(), False, 1))
    assert [answer.status for answer in found] == [404] * 5


def test_nothing_more_is_asked_after_an_interruption(time: Time) -> None:
    """Whoever stops listening stops the asking."""
    asked = []
    go_on = threading.Event()

    def ask(address: str) -> Answer:
        asked.append(address)
        if len(asked) > 1:
            go_on.wait(5)
        return Answer(address, address, status=200)

    answers = visit_all([f"https://a/{number}" for number in range(100)], ask, time.clock(), False, 1)
    next(answers)
    answers.close()
    go_on.set()
    assert len(asked) <= 2


def test_a_bug_in_asking_is_not_swallowed(time: Time) -> None:
    """What goes wrong in a thread comes out where it can be seen."""

    def ask(address: str) -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(visit_all([_ADDRESS], ask, time.clock(), False, 1))
