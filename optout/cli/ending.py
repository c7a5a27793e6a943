"""Being ended from outside."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from optout import interruption

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def tidily() -> Iterator[None]:
    """Let SIGTERM and SIGHUP, unless they are ignored, end the command as Ctrl-C does: it takes away what it leaves.

    The exit code is 128 and the signal's number, as shells have it.
    """
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    for number, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    interruption.hurry(number)
    raise SystemExit(128 + number)
