"""Asking many addresses politely: hosts in parallel, one host at a time, with a pause, again where it may help.

Clock and chance are handed in. Nothing here knows the network: `ask` does.
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

from optout.web.answer import Answer

ATTEMPTS = 3
_FIRST_WAIT = 2.0  # seconds before the second attempt; doubled before each further one
_LONGEST_WAIT = 120.0  # a server that asks for more is left alone until the next run
_PATIENCE = 2  # so many addresses of a host may be turned away for now before the rest of them is left alone
_AGAIN = (408, 425, 429, 500, 502, 503, 504)


class Clock(NamedTuple):
    """Where time and chance come from: the date in UTC, seconds that only go up, a wait, a number from 0 to 1."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    chance: Callable[[], float]


class Turns:
    """Whose turn it is at a host: one request at a time, and after each a pause of `pause` seconds."""

    def __init__(self, pause: float, clock: Clock) -> None:
        self._pause = pause
        self._clock = clock
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._next: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
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


def visit(address: str, ask: Callable[[str], Answer], clock: Clock, whole: bool) -> Answer:
    """Ask an address, and again where the failure may pass; `whole` counts a body that breaks off as one."""
    attempt = 0
    while True:
        answer = ask(address)
        attempt += 1
        wait = _wait(answer, attempt, clock)
        if attempt == ATTEMPTS or wait > _LONGEST_WAIT or not _may_pass(answer, whole):
            return answer
        clock.sleep(wait)


def visit_all(
    addresses: Iterable[str], ask: Callable[[str], Answer], clock: Clock, whole: bool, hosts_at_once: int
) -> Generator[Answer, None, None]:
    """The answers as they come in. Closing the iterator, or an interruption, lets no further address be asked."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    pending = sum(map(len, by_host.values()))
    # The host with the most addresses takes longest, so it begins first.
    waiting = deque(sorted(by_host.values(), key=len, reverse=True))
    answers: queue.Queue[Answer | Exception] = queue.Queue()
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            try:
                listed = waiting.popleft()
            except IndexError:
                return
            try:
                _visit_host(listed, ask, clock, whole, stop, answers.put)
            except Exception as error:
                answers.put(error)

    for _ in range(min(hosts_at_once, len(by_host))):
        threading.Thread(target=work, daemon=True).start()
    try:
        while pending:
            try:
                answer = answers.get(timeout=0.5)  # not for ever, or Windows would not hear an interruption
            except queue.Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            pending -= 1
            yield answer
    finally:
        stop.set()


def _visit_host(
    addresses: list[str],
    ask: Callable[[str], Answer],
    clock: Clock,
    whole: bool,
    stop: threading.Event,
    tell: Callable[[Answer], None],
) -> None:
    """One address of a host after the other; what failed for a reason that all share is not tried for each of them."""
    failed = 0
    answer: Answer | None = None
    for address in addresses:
        if stop.is_set():
            return
        if answer and answer.trouble == "no-host" and not answer.hops:
            tell(answer._replace(address=address, final=address))
            continue
        if failed >= _PATIENCE:
            detail = "not asked: its host turned others away just now"
            tell(Answer(address, address, trouble="not-asked", detail=detail))
            continue
        answer = visit(address, ask, clock, whole)
        is_hopeless = answer.status == 429 or answer.trouble in ("no-connection", "timeout")
        failed = failed + 1 if is_hopeless and not answer.hops else 0
        tell(answer)


def _may_pass(answer: Answer, whole: bool) -> bool:
    if answer.challenged:
        return False
    return answer.status in _AGAIN or answer.trouble in ("no-connection", "timeout") or (whole and bool(answer.broken))


def _wait(answer: Answer, attempt: int, clock: Clock) -> float:
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
