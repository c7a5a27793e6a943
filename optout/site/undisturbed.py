"""Moments in which nothing interrupts."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from optout import interruption

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the signals that end a process wait for a moment: until files are in their place.

    Where that moment is long, the process ends in it, as if killed: the next run finishes what it has left.
    """
    came: list[int] = []
    before: dict[signal.Signals, Any] = {}

    def later(number: int, _: object) -> None:
        came.append(number)
        interruption.hurry(number)

    try:
        if threading.current_thread() is threading.main_thread():  # which alone may set handlers, and is interrupted
            for number in _ENDING:
                handler = signal.getsignal(number)
                if handler not in (signal.SIG_IGN, None):
                    before[number] = handler
                    signal.signal(number, later)
        yield
    finally:
        for number in reversed(before):
            signal.signal(number, before[number])
        for number in dict.fromkeys(came):
            signal.raise_signal(number)
