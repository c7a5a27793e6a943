"""Asking politely: who waits for whom, what is asked again, and what an interruption leaves."""

import threading
from collections.abc import Callable

import pytest

from optout.web.answer import Response
from optout.web.throttle import Throttle, fetch_all, fetch_with_retries
from tests.web.conftest import Time

_ADDRESS = "https://acme.example/a"


def _playing(*answers: Response) -> Callable[[str], Response]:
    """Answers one after the other."""
    left = list(answers)
    return lambda address: left.pop(0)


def _as_it_is(answer: Response) -> Response:
    return answer


def _status(status: int, **fields: str) -> Response:
    return Response(_ADDRESS, _ADDRESS, status=status, **fields)  # type: ignore[arg-type]


_OK = _status(200)
_SILENT = Response(_ADDRESS, _ADDRESS, failure="timeout")


@pytest.mark.parametrize(
    ("first", "waits"),
    [
        (_status(500), [3.0]),
        (_status(503), [3.0]),
        (_status(429), [3.0]),
        (_SILENT, [3.0]),
        (Response(_ADDRESS, _ADDRESS, failure="no-connection"), [3.0]),
        (_status(429, retry_after="7"), [7.0]),
        (_status(503, retry_after="Sun, 22 Nov 2026 12:00:09 GMT"), [9.0]),
        (_status(503, retry_after="Sun, 22 Nov 2026 11:00:00 GMT"), [0.0]),
        (_status(503, retry_after="soon"), [3.0]),
        (_status(503, retry_after="-5"), [3.0]),
    ],
)
def test_what_may_pass_is_asked_again(first: Response, waits: list[float], time: Time) -> None:
    """After the time that the server asks for, in seconds or as a date, else after a while with some chance in it."""
    assert fetch_with_retries(_ADDRESS, _playing(first, _OK), time.clock(), whole=False) == _OK
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
        Response(_ADDRESS, _ADDRESS, failure="private"),
        Response(_ADDRESS, _ADDRESS, failure="certificate"),
        Response(_ADDRESS, _ADDRESS, failure="no-host"),
        Response(_ADDRESS, _ADDRESS, failure="circle"),
    ],
)
def test_what_will_not_pass_is_asked_once(first: Response, time: Time) -> None:
    """Neither a clear answer nor a server that wants to be left alone for a day."""
    assert fetch_with_retries(_ADDRESS, _playing(first), time.clock(), whole=False) == first
    assert time.waits == []


def test_waits_grow_and_end(time: Time) -> None:
    """Three attempts, the second wait twice as long as the first."""
    assert fetch_with_retries(_ADDRESS, _playing(_SILENT, _SILENT, _SILENT), time.clock(), whole=False) == _SILENT
    assert time.waits == [3.0, 6.0]


@pytest.mark.parametrize(("whole", "expected"), [(True, _OK), (False, _OK._replace(broken="breaks off"))])
def test_a_broken_page_is_asked_again_only_if_it_is_read(whole: bool, expected: Response, time: Time) -> None:
    """For an address to be alive its first lines are enough; for a quote all of them are needed."""
    assert (
        fetch_with_retries(_ADDRESS, _playing(_OK._replace(broken="breaks off"), _OK), time.clock(), whole) == expected
    )


def test_a_host_is_given_a_pause(time: Time) -> None:
    """Between two requests to one host, counted from the end of the first; other hosts do not wait."""
    throttle = Throttle(2.0, time.clock())
    for host in ("a", "b", "a", "b"):
        with throttle.slot(host):
            time.passed += 0.5
    assert time.waits == [1.5, pytest.approx(0.0)] or time.waits == [1.5]


def test_a_host_is_asked_by_one_at_a_time_and_hosts_in_parallel(time: Time) -> None:
    """Two hosts are in hand at the same moment, never two addresses of one."""
    busy: list[str] = []
    both = threading.Barrier(2, timeout=5)

    def ask(address: str) -> Response:
        host = address.split("/")[2]
        assert host not in busy
        busy.append(host)
        both.wait()  # goes on only if the other host is being asked as well
        busy.remove(host)
        return Response(address, address, status=200)

    addresses = [f"https://{host}/{number}" for host in ("a", "b") for number in range(3)]
    found = fetch_all(addresses, ask, _as_it_is, time.clock(), whole=False, hosts_at_once=8)
    assert sorted(answer.address for answer in found) == addresses


@pytest.mark.parametrize("fate", [{"failure": "timeout"}, {"failure": "no-connection"}, {"status": 429}])
def test_a_host_that_turns_us_away_is_left_alone(fate: dict[str, object], time: Time) -> None:
    """After two addresses of a host have failed for a reason that all share, the rest waits for the next run."""
    asked = []

    def ask(address: str) -> Response:
        asked.append(address)
        return Response(address, address, retry_after="999")._replace(**fate)  # type: ignore[arg-type]

    addresses = [f"https://a/{number}" for number in range(5)]
    found = list(fetch_all(addresses, ask, _as_it_is, time.clock(), whole=False, hosts_at_once=1))
    assert [answer.failure == "not-asked" for answer in found] == [False, False, True, True, True]
    assert set(asked) == set(addresses[:2])


def test_a_host_that_does_not_exist_is_looked_up_once(time: Time) -> None:
    """What holds for one of its addresses holds for all."""
    asked = []

    def ask(address: str) -> Response:
        asked.append(address)
        return Response(address, address, failure="no-host", detail="there is no host a")

    found = list(fetch_all(["https://a/1", "https://a/2"], ask, _as_it_is, time.clock(), whole=False, hosts_at_once=1))
    assert asked == ["https://a/1"]
    assert [(answer.address, answer.failure) for answer in found] == [(f"https://a/{n}", "no-host") for n in (1, 2)]


def test_dead_pages_do_not_make_a_host_suspicious(time: Time) -> None:
    """Five missing pages are five missing pages."""
    addresses = [f"https://a/{number}" for number in range(5)]
    found = list(fetch_all(addresses, lambda one: Response(one, one, status=404), _as_it_is, time.clock(), False, 1))
    assert [answer.status for answer in found] == [404] * 5


def test_nothing_more_is_asked_after_an_interruption(time: Time) -> None:
    """Whoever stops listening stops the asking."""
    asked = []
    go_on = threading.Event()

    def ask(address: str) -> Response:
        asked.append(address)
        if len(asked) > 1:
            go_on.wait(5)
        return Response(address, address, status=200)

    answers = fetch_all([f"https://a/{number}" for number in range(100)], ask, _as_it_is, time.clock(), False, 1)
    next(answers)
    answers.close()
    go_on.set()
    assert len(asked) <= 2


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), RecursionError(), MemoryError(), UnicodeError("odd\nname")])
def test_whatever_one_address_does_is_its_answer(error: Exception, time: Time) -> None:
    """While fetching or while reading: the others are asked all the same, and the reason is in the answer."""

    def ask(address: str) -> Response:
        if address.endswith("1"):
            raise error
        return Response(address, address, status=200)

    def read(answer: Response) -> Response:
        if answer.address.endswith("2"):
            raise error
        return answer

    addresses = [f"https://{host}/{number}" for host in "abc" for number in range(4)]
    found = {one.address: one for one in fetch_all(addresses, ask, read, time.clock(), False, 2)}
    assert sorted(found) == addresses
    for address, answer in found.items():
        assert answer.status == (0 if address[-1] in "12" else 200)
        assert answer.failure == ("unexpected" if address[-1] in "12" else "")
        assert (type(error).__name__ in answer.detail, "\n" in answer.detail) == (address[-1] in "12", False)


def test_answers_do_not_pile_up(time: Time) -> None:
    """Whoever takes them slowly slows down the asking: for each host at once, one waits and one is in hand."""
    asked: list[str] = []

    def ask(address: str) -> Response:
        asked.append(address)
        return Response(address, address, status=200)

    answers = fetch_all([f"https://a{number}/" for number in range(100)], ask, _as_it_is, time.clock(), False, 3)
    for taken in range(1, 101):
        next(answers)
        assert len(asked) <= taken + 2 * 3
    assert len(asked) == 100


def test_a_bad_address_is_an_address_all_the_same(time: Time) -> None:
    """What cannot be split into parts is asked on its own."""
    addresses = ["https://[x/", "https://a/"]
    found = fetch_all(addresses, lambda one: Response(one, one, status=200), _as_it_is, time.clock(), False, 2)
    assert {answer.address for answer in found} == set(addresses)
