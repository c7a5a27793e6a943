"""A pager for what is longer than the screen: only where somebody sits before one, and never in the way."""

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from subprocess import PIPE, Popen

# As git and gh set them: leave if all fits, keep colours, leave the text on the screen.
_DEFAULTS = {"LESS": "FRX", "LV": "-c"}


def command(environment: Mapping[str, str]) -> list[str]:
    """The pager that is wanted: OPTOUT_PAGER, else PAGER, else less if there is one; empty for none.

    An empty value and `cat` mean none, and so does a terminal that cannot move its cursor.
    """
    if environment.get("TERM") == "dumb":
        return []
    wanted = environment.get("OPTOUT_PAGER", environment.get("PAGER"))
    if wanted is None:
        found = shutil.which("less")
        return [found] if found else []
    try:
        words = shlex.split(wanted, posix=sys.platform != "win32")
    except ValueError:  # a quote that does not end
        return []
    return [] if words == ["cat"] else words


def page(data: bytes, words: list[str]) -> bool:
    """Show a text by the pager; False if there is no such program, so that nobody has seen anything yet.

    Ctrl-C is the pager's own while it runs: less goes on, and what ends by it ends the command as well.

    Raises:
        KeyboardInterrupt: the pager ended by Ctrl-C.
    """
    import signal

    before = signal.signal(signal.SIGINT, lambda *_: None)  # a program that is started has the usual one again
    try:
        try:
            running = Popen(words, stdin=PIPE, env={**_DEFAULTS, **os.environ})
        except OSError:
            return False
        try:
            running.communicate(data)
        except OSError:  # somebody left before the end, or the pager was killed
            running.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if running.returncode == -signal.SIGINT:
        raise KeyboardInterrupt
    return True
