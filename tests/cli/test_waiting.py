"""Who waits at a terminal sees how far it has come; nobody else sees anything."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from optout import progress
from optout.cli import waiting
from tests.conftest import EXAMPLE, Run, as_in_a_terminal

if sys.platform != "win32":
    import pty

_COMMANDS: dict[str, Callable[[Path], tuple[object, ...]]] = {
    "check": lambda folder: ("check", EXAMPLE),
    "format": lambda folder: ("format", "--check", EXAMPLE),
    "guides": lambda folder: ("guides", "--catalog", EXAMPLE, "--out", folder / "guides"),
    "diff": lambda folder: ("diff", EXAMPLE, EXAMPLE),
}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(params=_COMMANDS)
def command(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[object, ...]:
    """A command that goes through all entries."""
    return _COMMANDS[request.param](tmp_path)


def test_a_bar_shows_how_far_it_has_come(
    command: tuple[object, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, for whoever has waited for a while; it is at its end when the answer comes."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(waiting, "PATIENCE", -1.0)
    run(*command)
    said = terminal.getvalue()
    assert "Entries  [" in said
    assert "]  4/4" in said
    assert said.count("\x1b[?25l") >= said.count("\x1b[?25h") == 1  # the cursor is back


def test_what_takes_a_moment_shows_nothing(
    command: tuple[object, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar that flashes up is worse than none."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    run(*command)
    assert "Entries" not in terminal.getvalue()


def test_nothing_is_in_a_pipe(command: tuple[object, ...], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it takes: what reads standard error there is a program, or a log."""
    monkeypatch.setattr(waiting, "PATIENCE", -1.0)
    outcome = run(*command)
    assert "Entries" not in outcome.err + outcome.out


def test_whoever_goes_through_things_is_heard_from_the_first_to_the_last() -> None:
    """Also of none; and whoever does not listen gets the very same things."""
    told: list[int] = []

    def listener(done: int, count: Callable[[], int]) -> None:
        told.append(done)

    with progress.heard(listener):
        assert list(progress.along("abc", lambda: 3)) == ["a", "b", "c"]
        assert list(progress.along("", lambda: 0)) == []
    assert told == [0, 1, 2, 3, 0]
    assert list(progress.along("abc", lambda: 3)) == ["a", "b", "c"]
    assert told == [0, 1, 2, 3, 0]


@pytest.mark.slow
def test_ctrl_c_takes_the_bar_away_and_says_nothing(tmp_path: Path) -> None:
    """The cursor is back, there is no traceback, and nothing is left of the guides that were made."""
    catalog = tmp_path / "platforms.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    copies = (text.replace("acme", f"acme-{number}") for number in range(400))
    catalog.write_text("\n".join(copies), encoding="utf-8")
    code = (
        "import sys; from optout import interruption; from optout.cli import main, waiting; "
        "waiting.PATIENCE = 0.1; interruption.listen(); sys.exit(main.main())"
    )
    keep, given = pty.openpty()
    words = ("guides", "--catalog", str(catalog), "--out", str(tmp_path / "guides"))
    command = [sys.executable, "-c", code, *words]
    running = subprocess.Popen(command, stdout=given, stderr=given, preexec_fn=as_in_a_terminal)
    os.close(given)
    said = os.read(keep, 4096)
    running.send_signal(signal.SIGINT)
    sent = time.monotonic()
    assert running.wait(timeout=10) == 130
    assert time.monotonic() - sent < 8
    try:
        while more := os.read(keep, 4096):
            said += more
    except OSError:  # Linux, when nobody has the other end any more
        os.close(keep)
    assert b"Entries" in said
    assert said.endswith(b"\x1b[?25h\r\n\r\n")
    assert b"Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["platforms.yaml"]
