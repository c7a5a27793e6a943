"""A bar on standard error for who waits at a terminal until all entries were gone through."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from optout import progress

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 2.0  # seconds, before which nobody wonders
_STEPS = 1000  # that a bar is drawn in


@contextmanager
def shown() -> Iterator[None]:
    """Show how far this has come, once it has taken a while; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with ExitStack() as bars, progress.heard(_Waiting(bars).heard):
        yield


class _Waiting:
    """One walk after the other through all entries, of which those that take long have a bar each."""

    def __init__(self, bars: ExitStack) -> None:
        self.bars = bars
        self.bar: ProgressBar[int] | None = None
        self.begun = 0.0
        self.told = 0

    def heard(self, done: int, count: Callable[[], int]) -> None:
        if not done:
            self.bars.close()
            self.bar, self.begun, self.told = None, time.time(), 0
        elif self.bar is None and time.time() - self.begun > PATIENCE:
            self.bar = self.opened(count())
        if self.bar is not None:
            self.bar.update(done - self.told)
            self.told = done

    def opened(self, entries: int) -> "ProgressBar[int]":
        """A bar that knows since when the walk has been going on: what is left is told from that."""
        steps = max(1, entries // _STEPS)
        bar: ProgressBar[int] = click.progressbar(
            length=entries, label="Entries", file=sys.stderr, show_pos=True, update_min_steps=steps
        )
        self.bars.push(bar)  # before it hides the cursor: whoever interrupts just then has it back, too
        bar.__enter__()
        bar.start = self.begun
        return bar
