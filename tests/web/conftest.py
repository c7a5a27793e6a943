"""The local internet, and a clock that stands still unless somebody waits."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from optout.web.throttle import Clock
from tests.web.local import Local, Play, serve


class Time:
    """Time that passes only where somebody waits for it; `waits` are the seconds of each wait."""

    def __init__(self) -> None:
        self.start = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.passed = 0.0
        self.waits: list[float] = []
        self._lock = threading.Lock()

    def clock(self) -> Clock:
        """The clock that shows this time."""
        return Clock(lambda: self.start + timedelta(seconds=self.passed), lambda: self.passed, self.sleep, lambda: 0.5)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        with self._lock:
            self.waits.append(seconds)
            self.passed += seconds


@pytest.fixture
def time() -> Time:
    """Noon of 22 November 2026, standing still."""
    return Time()


@pytest.fixture(scope="session")
def _server() -> Iterator[Local]:
    with serve() as local:
        yield local


@pytest.fixture
def local(_server: Local) -> Local:
    """The local internet, fresh."""
    Play.asked.clear()
    Play.headers_seen.clear()
    Play.pages.clear()
    _server.looked_up.clear()
    _server.backend.called.clear()
    _server.backend.silent.clear()
    _server.is_offline = False
    _server.backend.plays_tls = True
    return _server
