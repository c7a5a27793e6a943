"""An interruption is heard wherever it comes, and ends a process that does not end by itself."""

import os
import subprocess
import sys

import pytest

from tests.conftest import as_in_a_terminal, unmeasured

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

_BEGIN = "import signal, sys, time\nfrom optout import interruption\ninterruption.listen()\n"
_LOST = """
class Lost:
    def __del__(self):
        signal.raise_signal(signal.{signal})
def generator():
    try:
        yield
    finally:
        signal.raise_signal(signal.{signal})
try:
    {how}
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass
except KeyboardInterrupt:
    sys.exit(21)
"""


def _ended(program: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + program],
        capture_output=True,
        text=True,
        timeout=50,
        preexec_fn=as_in_a_terminal,
        env=unmeasured(),
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("how", ["Lost()", "next(generator())"])
def test_an_interruption_that_python_has_nobody_to_raise_to_comes_again(how: str) -> None:
    """At the end of an object or of a generator nobody needs: it was printed as ignored, and the build went on."""
    assert _ended(_LOST.format(signal="SIGINT", how=how)) == (21, "")


def test_so_does_the_signal_that_ends() -> None:
    """SIGTERM while a site builds, in the same places."""
    program = "from optout.cli import ending\nwith ending.tidily():\n    " + _LOST.format(
        signal="SIGTERM", how="Lost()"
    ).strip().replace("\n", "\n    ")
    assert _ended(program) == (143, "")


@pytest.mark.parametrize("how", ["raise SystemExit(143)", "raise KeyboardInterrupt", "return 0"])
def test_no_end_waits_for_garbage(how: str) -> None:
    """A build ended by SIGTERM collected all that it had read: eight of twenty took longer than two seconds."""
    program = (
        f"import atexit, gc\nfrom optout import __main__\nfrom optout.cli import main\n"
        f"def ended(*_):\n    {how}\nmain.main = ended\nsys.argv = ['optout', 'build']\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0, file=sys.stderr))\n__main__.run()\n"
    )
    assert _ended(program)[1] == "True\n"


def test_other_errors_there_are_told_as_before() -> None:
    """What is no interruption is Python's to tell."""
    code, said = _ended("class Odd:\n    def __del__(self):\n        raise ValueError('odd')\nOdd()\n")
    assert code == 0
    assert "ValueError: odd" in said


def test_whoever_does_not_end_is_ended() -> None:
    """What holds a program up after an interruption holds it up for a moment only."""
    assert _ended("try:\n    signal.raise_signal(2)\nexcept KeyboardInterrupt:\n    time.sleep(45)\n") == (130, "")


def test_whoever_hears_it_has_time() -> None:
    """What says itself what came of an interruption is not ended while it does."""
    longer = "time.sleep(2 * interruption.PATIENCE)"
    program = (
        "try:\n    with interruption.heard():\n        signal.raise_signal(2)\n"
        f"except KeyboardInterrupt:\n    {longer}\n    sys.exit(5)\n"
    )
    assert _ended(program)[0] == 5


def test_a_second_thread_does_not_keep_it_waiting() -> None:
    """Nor does whatever would be waited for at the end."""
    program = "import threading\nthreading.Thread(target=time.sleep, args=(45,)).start()\nsignal.raise_signal(2)\n"
    assert _ended(program)[0] == 130


def test_where_interruptions_are_ignored_they_stay_so() -> None:
    """As `nohup` and the shell's `&` have it."""
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + "signal.raise_signal(signal.SIGINT)"],
        timeout=50,
        preexec_fn=_ignoring,
        check=False,
    )
    assert done.returncode == 0


def _ignoring() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
