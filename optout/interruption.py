"""Being interrupted: that it is heard, and how long what follows may take.

Python raises an interruption wherever the program happens to be. In what it calls by itself (a generator that nobody
needs any more, the end of an object) it has nobody to raise it to, and goes on as if nothing had been; then it comes
once more. And whatever else holds the process up, it ends in time: what it leaves is what a kill leaves, which the next
run tidies up.
"""

import _thread
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 1.3  # seconds: a Ctrl-C ends everything within two, also where eight others want the processor
_AGAIN = 0.02  # seconds, so that Python has left what cannot be interrupted

_is_listening = False
_is_hurried = False


def listen() -> None:
    """From now on an interruption ends this process, soon; for a process that is the command and nothing else."""
    global _is_listening
    _is_listening = True
    sys.unraisablehook = _unheard
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as by `nohup`
        signal.signal(signal.SIGINT, _interrupted)


def hurry(number: int) -> None:
    """The process has been told to end by a signal, and does so in time, whatever it still does."""
    global _is_hurried
    if _is_listening and not _is_hurried:
        _is_hurried = True
        _thread.start_new_thread(_end, (128 + number,))


@contextmanager
def heard() -> Iterator[None]:
    """What is done here hears an interruption itself, and says afterwards what came of it."""
    global _is_listening
    before, _is_listening = _is_listening, False
    try:
        yield
    finally:
        _is_listening = before


def _interrupted(number: int, frame: FrameType | None) -> None:
    hurry(number)
    raise KeyboardInterrupt


def _end(code: int) -> None:
    time.sleep(PATIENCE)
    os._exit(code)


def _unheard(lost: "sys.UnraisableHookArgs") -> None:
    if isinstance(lost.exc_value, KeyboardInterrupt):
        _thread.start_new_thread(_once_more, (signal.SIGINT,))
    elif isinstance(lost.exc_value, SystemExit) and isinstance(lost.exc_value.code, int) and lost.exc_value.code > 128:
        _thread.start_new_thread(_once_more, (signal.Signals(lost.exc_value.code - 128),))
    else:
        sys.__unraisablehook__(lost)


def _once_more(number: signal.Signals) -> None:
    time.sleep(_AGAIN)
    _thread.interrupt_main(number)
