"""The `git` command, asked so that the configuration of a folder, which may come from a stranger, runs nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from optout.errors import OptoutError

# Git sets these for hooks; they would point away from the repository that is meant.
_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"),
    *(
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_REPLACE_REF_BASE",
    ),
)

# What is asked here runs nothing of a repository's configuration but where a clone was made without all its contents:
# git then fetches what is missing, by whatever command the configuration names. No protocol being allowed keeps it from
# that, whatever the configuration allows; newer versions do not even try.
_ALONE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_NOTHING_RUNS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def ask(
    *arguments: str, settings: Mapping[str, str] | None = None, handles: Sequence[int] = (), shows: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """What git answers to a command, in English; `settings` are further variables of its environment, `handles` open
    files that it keeps open as well. If it `shows` what it does, that goes to the screen and not into the answer.

    Raises:
        OptoutError: git is not installed or cannot be run.
    """
    with _run():
        return subprocess.run(
            command(*arguments),
            stdin=subprocess.DEVNULL,
            stdout=None if shows else subprocess.PIPE,
            stderr=None if shows else subprocess.PIPE,
            pass_fds=() if sys.platform == "win32" else handles,
            check=False,
            env=environment(settings),
        )


@contextmanager
def conversation(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A git command that is asked and answers again and again; it ends with the block.

    Raises:
        OptoutError: git is not installed or cannot be run.
    """
    with _run():
        process = subprocess.Popen(
            command(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
    try:
        yield process
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):  # what was not yet written has nobody to read it
                stream.close()
        process.wait()


def command(*arguments: str) -> Sequence[str]:
    """The words that run git with these arguments, so that hooks and monitors stay still."""
    return ("git", "--no-pager", *_NOTHING_RUNS, *arguments)


def environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables with which git is run: it stays with the repository that it was given, and asks nobody."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {**kept, **_ALONE, "LC_ALL": "C", **(settings or {})}


def why(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complained about."""
    lines = (done.stderr or b"").decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else ""


@contextmanager
def _run() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise OptoutError("git is not installed; install it, then run this again") from error
    except OSError as error:
        raise OptoutError(f"git cannot be run ({error.strerror}); check that `git --version` works") from error


def folder(path: Path) -> tuple[str, str]:
    """The arguments by which git works in a folder."""
    return "-C", str(path)
