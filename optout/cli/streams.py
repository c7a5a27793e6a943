"""What standard output can show, and writing to it. Imports nothing but the system, as `optout show` waits for it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

# Terminals known to make hyperlinks of OSC 8 sequences; all others would show, at best, nothing.
_LINKING = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "GHOSTTY_RESOURCES_DIR", "WEZTERM_PANE")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio", "mintty")
_SIGNS = "“›•·✓○●└─…"


def columns(stream: TextIO, is_terminal: bool) -> int:
    """How wide lines may be: as COLUMNS says, else as the terminal is, else 80."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen) > 0:
        return int(chosen)
    try:
        return os.get_terminal_size(stream.fileno()).columns if is_terminal else 80
    except OSError:
        return 80


def colour(is_terminal: bool) -> bool:
    """Whether to use colours: https://force-color.org, https://no-color.org, else in a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if force := os.environ.get("FORCE_COLOR"):
        return force != "0"
    return is_terminal and os.environ.get("TERM") != "dumb"


def links(is_terminal: bool) -> bool:
    """Whether hyperlinks can be opened: in terminals known to have them, or with FORCE_HYPERLINK."""
    if force := os.environ.get("FORCE_HYPERLINK"):
        return force != "0"
    if not is_terminal or os.environ.get("TERM") == "dumb":
        return False
    vte = os.environ.get("VTE_VERSION", "")
    known = any(name in os.environ for name in _LINKING) or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
    return known or (vte.isdecimal() and int(vte) >= 5000)


def can_encode(encoding: str) -> bool:
    """Whether the signs that are used have a place in an encoding."""
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def page(text: str, plain: Callable[[], str]) -> bool:
    """Show lines by a pager, if standard output is a terminal with fewer; `plain` gives them without hyperlinks.

    False where they are still to be written.
    """
    if not sys.stdout.isatty() or not _is_longer_than_screen(text):
        return False
    from optout.cli import pager

    words = pager.command(os.environ)
    return bool(words) and pager.page(encoded(plain()), words)


def _is_longer_than_screen(text: str) -> bool:
    try:
        return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False


def encoded(text: str) -> bytes:
    """As standard output has it."""
    return text.encode(sys.stdout.encoding or "utf-8", "replace")


def write(data: bytes) -> None:
    """A reader that went away (`| head`) is no error.

    Raises:
        OptoutError: there is no room for it.
    """
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            stream.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _to_nowhere()
    except OSError as error:
        _to_nowhere()
        from optout.errors import OptoutError

        raise OptoutError(f"standard output took only a part of the answer, or none ({error.strerror})") from error


def _to_nowhere() -> None:
    """The interpreter flushes again on exit; give it something to flush to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def can_say(text: str) -> bool:
    """Whether standard error takes a text as it is, without what click does for a terminal that does not."""
    return text.isascii() or (sys.stderr.encoding or "").lower() in ("utf-8", "utf8")


def say(text: str) -> None:
    """Tell something beside the answer, as `output.say` does, of which that is known."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def leave(text: str, plain: Callable[[], str]) -> int:
    """Write the whole answer, by a pager where that is wanted, see `page`; gives the exit code."""

    def act() -> None:
        if not page(text, plain):
            write(encoded(text))

    return _left(act)


def leave_bytes(data: bytes) -> int:
    """Write the whole answer as it is; gives the exit code."""
    return _left(lambda: write(data))


def _left(act: Callable[[], None]) -> int:
    try:
        act()
    except Exception as error:
        from optout.errors import OptoutError

        if not isinstance(error, OptoutError):
            raise
        say(f"optout: {error}")
        return error.exit_code
    return 0
