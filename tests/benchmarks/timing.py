"""Measuring whole processes side by side."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Commands = Mapping[str, Sequence[str]]

# A parent that is small itself: what a process had before it became the command counts as its own.
_MEASURED = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                     file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)])
_, status, used = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


class Used(NamedTuple):
    """What one process took, in seconds of processor time and KiB."""

    code: int
    seconds: float
    memory: int


def interleaved(commands: Commands, runs: int, more: Mapping[str, str] | None = None) -> dict[str, float]:
    """The median time of each command in seconds, each run once before the next round begins; the first does not count.

    With no `runs` it does: once is all there is of what is never the same again.

    `more` are settings of the environment that all of them see.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    seen = environment(more or {})
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=seen)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(listed[1:] or listed) for name, listed in times.items()}


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """What a measured process sees: everybody runs from compiled bytecode, whatever this shell says."""
    return {**{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}, **more}


def peak(command: Sequence[str], more: Mapping[str, str] | None = None) -> float:
    """The peak memory of a command in MiB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    measured = [sys.executable, "-c", code, *command]
    done = subprocess.run(measured, capture_output=True, text=True, check=True, env=environment(more or {}))
    return int(done.stdout) / 1024


def used(words: Sequence[str], more: Mapping[str, str]) -> Used:
    """What `optout` takes with these words, once, in a process of its own."""
    command = [sys.executable, "-c", _MEASURED, sys.executable, "-m", "optout", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(more))
    code, seconds, memory = done.stdout.split()
    return Used(int(code), float(seconds), int(memory))


def report(title: str, value: float, goal: float | None = None) -> None:
    """One line: what was measured, the ratio, and what it should be at most."""
    print(f"{title:<66} {value:6.2f}" + (f"   (goal: at most {goal:.2f})" if goal else ""))
