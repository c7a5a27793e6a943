"""Fetching many addresses politely: hosts in parallel, one request to a host at a time, with a pause, and retries.

Clock and chance are handed in. Nothing here knows the network: the fetcher that is passed in does.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from optout.web.answer import Response

ATTEMPTS = 3
_FIRST_WAIT = 2.0  # seconds before the second attempt; doubled before each further one
_LONGEST_WAIT = 120.0  # a server that asks for more is left alone until the next run
_PATIENCE = 2  # so many addresses of a host may be turned away for now before the rest of them is left alone
_LOOK = 0.5  # seconds between two looks at whether the run was stopped
_AGAIN = (408, 425, 429, 500, 502, 503, 504)


class Clock(NamedTuple):
    """Where time and chance come from: the date in UTC, seconds that only go up, a wait, a number from 0 to 1."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    chance: Callable[[], float]


Fetch = Callable[[str], Response]


class Throttle:
    """Gives requests to a host their slots: one at a time, and after each a pause of `pause` seconds."""

    def __init__(self, pause: float, clock: Clock) -> None:
        self._pause = pause
        self._clock = clock
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._next: dict[str, float] = {}

    @contextmanager
    def slot(self, host: str) -> Iterator[None]:
        """Wait for the host to be free and rested, and keep it busy meanwhile."""
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            wait = self._next.get(host, 0.0) - self._clock.monotonic()
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                self._next[host] = self._clock.monotonic() + self._pause


def fetch_with_retries(address: str, fetch: Fetch, clock: Clock, whole: bool) -> Response:
    """Ask an address, and again where the failure may pass; `whole` counts a body that breaks off as one.

    Whatever the fetcher raises for this address is its answer: no address may end the run of all.
    """
    attempt = 0
    while True:
        attempt += 1
        try:
            answer = fetch(address)
            wait = _wait(answer, attempt, clock)
        except Exception as error:
            return unexpected(address, error)
        if attempt == ATTEMPTS or wait > _LONGEST_WAIT or not _may_pass(answer, whole):
            return answer
        clock.sleep(wait)


def fetch_all(
    addresses: Iterable[str],
    fetch: Fetch,
    read: Callable[[Response], Response],
    clock: Clock,
    whole: bool,
    hosts_at_once: int,
) -> Generator[Response, None, None]:
    """The answers as they come in. Closing the iterator, or an interruption, lets no further address be asked.

    `read` makes of each answer what is wanted of it, before it waits to be taken; at most one for each host waits.
    """
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(_host(address), []).append(address)
    pending = sum(map(len, by_host.values()))
    threads = min(hosts_at_once, len(by_host))
    # The host with the most addresses takes longest, so it begins first.
    waiting = deque(sorted(by_host.values(), key=len, reverse=True))
    answers: queue.Queue[Response] = queue.Queue(max(1, threads))
    stop = threading.Event()

    def give(answer: Response) -> None:
        answer = _read(answer, read)
        while not stop.is_set():
            try:
                answers.put(answer, timeout=_LOOK)
                return
            except queue.Full:
                continue

    def work() -> None:
        while not stop.is_set():
            try:
                listed = waiting.popleft()
            except IndexError:
                return
            _fetch_host(listed, fetch, clock, whole, stop, give)

    for _ in range(threads):
        threading.Thread(target=work, daemon=True).start()
    try:
        while pending:
            try:
                answer = answers.get(timeout=_LOOK)  # not for ever, or Windows would not hear an interruption
            except queue.Empty:
                continue
            pending -= 1
            yield answer
    finally:
        stop.set()


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _read(answer: Response, read: Callable[[Response], Response]) -> Response:
    try:
        return read(answer)
    except Exception as error:
        return unexpected(answer.address, error)


def unexpected(address: str, error: Exception) -> Response:
    """The answer of an address that did something nobody has thought of."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Response(address, address, failure="unexpected", detail=f"cannot be asked ({words})")


def _fetch_host(
    addresses: list[str],
    fetch: Fetch,
    clock: Clock,
    whole: bool,
    stop: threading.Event,
    give: Callable[[Response], None],
) -> None:
    """One address of a host after the other; what failed for a reason that all share is not tried for each of them."""
    failed = 0
    answer: Response | None = None
    for address in addresses:
        if stop.is_set():
            return
        if answer and answer.failure == "no-host" and not answer.hops:
            give(answer._replace(address=address, final=address))
            continue
        if failed >= _PATIENCE:
            detail = "not asked: its host turned others away just now"
            give(Response(address, address, failure="not-asked", detail=detail))
            continue
        answer = fetch_with_retries(address, fetch, clock, whole)
        is_hopeless = answer.status == 429 or answer.failure in ("no-connection", "timeout")
        failed = failed + 1 if is_hopeless and not answer.hops else 0
        give(answer)


def _may_pass(answer: Response, whole: bool) -> bool:
    if answer.challenged:
        return False
    return answer.status in _AGAIN or answer.failure in ("no-connection", "timeout") or (whole and bool(answer.broken))


def _wait(answer: Response, attempt: int, clock: Clock) -> float:
    """Seconds until the next attempt: what the server asks for, else twice as long each time, and never in step."""
    asked = _seconds(answer.retry_after, clock.now())
    return asked if asked is not None else _FIRST_WAIT * 2 ** (attempt - 1) * (1 + clock.chance())


def _seconds(retry_after: str, now: datetime) -> float | None:
    """Retry-After as seconds from now (RFC 9110, 10.2.3: a number of seconds, or a date); None if it says neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds())
