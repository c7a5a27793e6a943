"""A pager, in a terminal and nowhere else."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from optout.cli import pager

if sys.platform != "win32":
    import pty
    import termios

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")

_KEEPS = "import os, sys; open(sys.argv[1], 'w').write(os.environ['LESS'] + '\\n' + sys.stdin.read())"
_WAITS = "import signal, sys, time; {}; open(sys.argv[1], 'w').close(); sys.stdin.read(); time.sleep({})"


class _Seen(NamedTuple):
    """What a terminal shows in the end, the exit code, and what a pager got, if it ran."""

    text: str
    code: int
    paged: str | None


class _Terminal:
    """A terminal of 80 columns in which a command runs."""

    def __init__(self, folder: Path, lines: int = 10) -> None:
        self.got = folder / "got"
        self._lines = lines

    def start(self, *arguments: str, **environment: str) -> tuple["subprocess.Popen[bytes]", int]:
        keep, given = pty.openpty()
        termios.tcsetwinsize(given, (self._lines, 80))
        kept = {name: value for name, value in os.environ.items() if name not in ("PAGER", "OPTOUT_PAGER", "LESS")}
        running = subprocess.Popen(
            [sys.executable, "-m", "optout", *arguments],
            stdin=given,
            stdout=given,
            stderr=given,
            env={**kept, "TERM": "xterm", **environment},
            start_new_session=True,
        )
        os.close(given)
        return running, keep

    def run(self, *arguments: str, **environment: str) -> _Seen:
        running, keep = self.start(*arguments, **environment)
        text = b"".join(_read(keep)).decode()
        return _Seen(text, running.wait(), self.got.read_text(encoding="utf-8") if self.got.exists() else None)

    def pager(self, code: str) -> str:
        return f"'{sys.executable}' -c \"{code}\" '{self.got}'"


def _read(keep: int) -> Iterator[bytes]:
    with os.fdopen(keep, "rb", buffering=0) as shown:
        while True:
            try:
                found = shown.read(65536)
            except OSError:  # Linux, when nobody has the other end any more
                return
            if not found:
                return
            yield found


@pytest.fixture
def terminal(tmp_path: Path) -> _Terminal:
    """A terminal of ten lines."""
    return _Terminal(tmp_path)


@pytest.mark.parametrize("arguments", [("show", "linkedin"), ("list",), ("search", "google")], ids=" ".join)
def test_what_is_longer_than_the_screen_goes_to_the_pager(arguments: tuple[str, ...], terminal: _Terminal) -> None:
    """All of it and nowhere else, with less set as gh sets it, and without hyperlinks."""
    seen = terminal.run(*arguments, PAGER=terminal.pager(_KEEPS), FORCE_HYPERLINK="1")
    assert seen.paged is not None
    how, _, text = seen.paged.partition("\n")
    assert (how, seen.code, seen.text) == ("FRX", 0, "")
    assert "\x1b]8" not in text
    assert text.count("\n") >= 10
    assert "LinkedIn" in text or "Google" in text


def test_settings_of_less_that_are_there_stay(terminal: _Terminal) -> None:
    """Whoever set them meant them."""
    seen = terminal.run("list", PAGER=terminal.pager(_KEEPS), LESS="R")
    assert (seen.paged or "").startswith("R\n")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--no-pager",), {}),
        ((), {"OPTOUT_PAGER": ""}),
        ((), {"OPTOUT_PAGER": "cat"}),
        ((), {"TERM": "dumb"}),
        ((), {"OPTOUT_PAGER": "'no end"}),
        ((), {"OPTOUT_PAGER": "/nowhere/pager"}),
        (("-o", "{}/guide.txt"), {}),
        (("--format", "json"), {}),
    ],
    ids=str,
)
def test_nobody_gets_one_who_does_not_want_it(
    arguments: tuple[str, ...], environment: dict[str, str], terminal: _Terminal, tmp_path: Path
) -> None:
    """Nor who names one that is not there: the text is shown as it is."""
    options = [one.format(tmp_path) for one in arguments]
    seen = terminal.run("show", "linkedin", *options, **{"PAGER": terminal.pager(_KEEPS), **environment})
    assert (seen.paged, seen.code) == (None, 0)
    assert "LinkedIn" in (seen.text or (tmp_path / "guide.txt").read_text(encoding="utf-8"))


def test_what_fits_the_screen_is_shown_as_it_is(tmp_path: Path) -> None:
    """A pager would only be in the way."""
    terminal = _Terminal(tmp_path, lines=100)
    seen = terminal.run("show", "linkedin", PAGER=terminal.pager(_KEEPS))
    assert seen.paged is None
    assert "LinkedIn" in seen.text


def test_a_pipe_has_no_pager(terminal: _Terminal) -> None:
    """Nor has a file."""
    done = subprocess.run(
        [sys.executable, "-m", "optout", "show", "linkedin"],
        env={**os.environ, "PAGER": terminal.pager(_KEEPS)},
        capture_output=True,
        check=True,
    )
    assert b"LinkedIn" in done.stdout
    assert not terminal.got.exists()


def test_a_pager_that_leaves_early_is_no_error(terminal: _Terminal) -> None:
    """Whoever has read enough has read enough."""
    seen = terminal.run("list", PAGER="true")
    assert (seen.code, seen.text) == (0, "")


@pytest.mark.parametrize(("on_interrupt", "code"), [("pass", 130), ("signal.signal(2, lambda *_: sys.exit(0))", 0)])
def test_an_interrupt_is_the_pager_s_own(on_interrupt: str, code: int, terminal: _Terminal) -> None:
    """One that ends by it ends the command; one that takes it for its own, as less does, goes on. No traceback."""
    running, keep = terminal.start("list", PAGER=terminal.pager(_WAITS.format(on_interrupt, 20)))
    for _ in range(200):
        if terminal.got.exists():
            break
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    text = b"".join(_read(keep)).decode()
    assert running.wait() == code
    assert "optout" not in text


def test_less_is_the_pager_of_those_who_name_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is installed; else there is none."""
    monkeypatch.setattr(shutil, "which", {"less": "/usr/bin/less"}.get)
    assert pager.command({"TERM": "xterm"}) == ["/usr/bin/less"]
    assert pager.command({"PAGER": "more -s"}) == ["more", "-s"]
    assert pager.command({"PAGER": "more", "OPTOUT_PAGER": "less -R"}) == ["less", "-R"]
    monkeypatch.setattr(shutil, "which", {}.get)
    assert pager.command({"TERM": "xterm"}) == []
