"""Pages are read in processes of their own, with limits on time and memory.

A page is made by strangers, and parsers are large: what makes one run for ever, fill the memory or crash ends that
process, and is the answer for that page only. Bytes go in and plain text comes out, over pipes, as JSON lines; a
process ends as soon as its input does, so with whoever started it.
"""

import json
import queue
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from types import TracebackType
from typing import IO, NamedTuple, Self

from optout.web.answer import Page, Response

_PROCESSES = 2
_KEPT = 65536  # bytes of a body that are of use after it was read
_TOO_LONG = "takes too long to read: could not be read"
_TOO_MUCH = "takes too much memory to read: could not be read"
_CRASH = "breaks the program that reads it: could not be read"
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from optout.web.sandbox import serve; serve(*map(int, sys.argv[2:]))"
)


class ReadingLimits(NamedTuple):
    """What one page may cost: seconds of a processor and on the clock on the wall, and bytes of memory.

    Processor and memory are limited where the system has `setrlimit`; elsewhere only the clock on the wall is.
    """

    cpu: int = 15
    wall: int = 60
    memory: int = 300_000_000


LIMITS = ReadingLimits()


class Sandbox:
    """Reads pages for any number of threads, in two processes at most; close it, or use it with `with`."""

    def __init__(self, limits: ReadingLimits = LIMITS) -> None:
        self._limits = limits
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(_PROCESSES):
            self._idle.put(None)
        self._live: set[_Process] = set()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def read(self, answer: Response) -> Response:
        """The answer with what its page says, and without the bytes that nobody needs any more."""
        page = self.page(answer.body, answer.content_type) if answer.body else Page()
        return answer._replace(page=page, size=len(answer.body), body=answer.body[:_KEPT])

    def page(self, body: bytes, content_type: str) -> Page:
        """What a page says, or why it cannot be read. Waits until a process is free."""
        process = self._idle.get()
        try:
            if self._is_closed:
                return Page(problem=_CRASH)
            if process is None:
                process = _Process(self._limits)
                self._live.add(process)
            page = process.read(body, content_type)
            if page.problem in (_TOO_LONG, _TOO_MUCH, _CRASH):
                self._end(process)
                process = None
            return page
        finally:
            self._idle.put(process)

    def close(self) -> None:
        """End all processes, whatever they are reading."""
        self._is_closed = True
        for process in list(self._live):
            self._end(process)

    def _end(self, process: "_Process") -> None:
        process.end()
        self._live.discard(process)


class _Process:
    """One process that reads pages, one after the other."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._wall = limits.wall
        package = str(Path(__file__).parents[2])
        command = [sys.executable, "-P", "-c", _START, package, str(limits.cpu), str(limits.memory)]
        self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)

    def read(self, body: bytes, content_type: str) -> Page:
        """What the page says, or which limit it ran into."""
        assert self._process.stdin
        assert self._process.stdout
        alarm = threading.Timer(self._wall, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            self._process.stdin.write(json.dumps({"type": content_type, "size": len(body)}).encode() + b"\n")
            self._process.stdin.write(body)
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = b""
        finally:
            alarm.cancel()
        if line.endswith(b"\n"):
            return Page(*json.loads(line))
        code = self._process.wait()
        return Page(problem=_TOO_LONG if -code in _TIME_IS_UP else _CRASH)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()


# How a process ends that its limit of time has ended; Windows ends one with code 1.
_TIME_IS_UP = tuple(
    int(found) for name in ("SIGXCPU", "SIGKILL") if (found := getattr(signal, name, None)) is not None
) or (-1,)


def serve(cpu: int, memory: int) -> None:
    """Read pages from standard input until it ends: a line of JSON with type and size, then the bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this decides when it ends
    from optout.web.page import read

    _limit_memory(memory)
    for line in iter(sys.stdin.buffer.readline, b""):
        head = json.loads(line)
        body = sys.stdin.buffer.read(head["size"])
        _limit_time(cpu)
        try:
            page = read(body, head["type"])
        except MemoryError:
            page = Page(problem=_TOO_MUCH)
        except Exception:  # no page may end this; which one it was is known to whoever sent it
            page = Page(problem=_CRASH)
        del body
        _write(sys.stdout.buffer, page)


def _write(stream: IO[bytes], page: Page) -> None:
    try:
        line = json.dumps(page)
    except MemoryError:
        line = json.dumps(Page(problem=_TOO_MUCH))
    stream.write(line.encode() + b"\n")
    stream.flush()


def _limit_memory(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _limit_time(cpu: int) -> None:
    """So many seconds more than this process has used until now."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + cpu + 1, hard))
