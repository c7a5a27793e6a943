"""Runs commands, a line of standard input each, where this system behaves like Windows as far as a process can make it.

Its arguments are files that it holds open meanwhile, as an editor or a virus scanner may.

No locks, owners, processes of POSIX; a file that is open is not renamed, replaced or removed; a file that is written
without O_BINARY would get other line ends, and is refused here. Paths stay those of this system.
"""

# ruff: noqa: F401  what the standard library and the dependencies do by themselves is not in question
import asyncio
import concurrent.futures
import contextlib
import ctypes
import importlib
import importlib.abc
import multiprocessing
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click._termui_impl
import click.shell_completion
import feedgenerator
import icalendar
import jinja2
import markdown_it
import yaml

_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty"}
_CALLS = (
    "chown fchmod fchown fork geteuid getgid getpgid getuid getxattr killpg lchown listxattr mkfifo openpty "
    "O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK sched_getaffinity setpgid setsid setxattr statvfs"
)
_SIGNALS = "SIGALRM SIGHUP SIGKILL SIGPIPE SIGUSR1 SIGXCPU alarm setitimer"
_BINARY = 1 << 28


class _NotHere(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name in _MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _is_open(path: Any) -> bool:
    found = {os.path.realpath(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd")}
    return os.path.realpath(path) in found and os.path.isfile(path)


def _unless_open(act: Callable[..., Any], paths: int) -> Callable[..., Any]:
    def call(*arguments: Any, **more: Any) -> Any:
        for path in arguments[:paths]:
            if isinstance(path, str | os.PathLike) and _is_open(path):
                raise PermissionError(32, "The process cannot access the file because it is being used", str(path))
        return act(*arguments, **more)

    return call


def _open(act: Callable[..., int]) -> Callable[..., int]:
    def call(path: Any, flags: int, *arguments: Any, **more: Any) -> int:
        if os.path.isdir(path) and not flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        is_written = flags & (os.O_WRONLY | os.O_RDWR) and path != os.devnull and not str(path).endswith("lock")
        if is_written and not flags & _BINARY:
            raise AssertionError(f"{path} is opened to be written without O_BINARY")
        return act(path, flags & ~_BINARY, *arguments, **more)

    return call


def pretend() -> None:
    """Let this process find what it would find on Windows."""
    sys.meta_path.insert(0, _NotHere())
    for name in _MODULES:
        sys.modules.pop(name, None)
    for owner, names in ((os, _CALLS), (signal, _SIGNALS)):
        for name in names.split():
            if hasattr(owner, name):
                delattr(owner, name)
    for name, paths in (("replace", 2), ("rename", 2), ("unlink", 1), ("remove", 1)):
        setattr(os, name, _unless_open(getattr(os, name), paths))
    os.O_BINARY = _BINARY  # type: ignore[attr-defined]
    os.open = _open(os.open)
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    sys.platform = "win32"
    # Without the parts of ctypes that only Windows has, platformdirs goes by the environment.
    sys.modules["ctypes"] = None  # type: ignore[assignment]
    importlib.import_module("platformdirs.windows")
    sys.modules["ctypes"] = ctypes


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    pretend()
    from optout.cli.main import main

    held = [os.open(name, os.O_RDONLY) for name in sys.argv[1:]]
    for line in sys.stdin.read().splitlines():
        with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
            code = main(shlex.split(line))
        sys.stdout.write(f"{code} {line}\n")
