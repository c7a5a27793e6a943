"""How far a command has come that goes through all entries, for whoever listens; it costs nothing where nobody does."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

# Told how many are done, from 0 to all, and how to find out how many there are.
Listener = Callable[[int, Callable[[], int]], None]

_listener: Listener | None = None


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Let `listener` be told of what is gone through here."""
    global _listener
    before, _listener = _listener, listener
    try:
        yield
    finally:
        _listener = before


def along(things: Iterable[T], count: Callable[[], int]) -> Iterator[T]:
    """The same things, told one by one as they come by; `count` says how many they are, and is asked by listeners."""
    return _told(things, count, _listener) if _listener else iter(things)


def _told(things: Iterable[T], count: Callable[[], int], listener: Listener) -> Iterator[T]:
    done = 0
    for one in things:
        listener(done, count)
        done += 1
        yield one
    listener(done, lambda: done)
