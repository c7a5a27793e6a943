"""The one edge where text leaves the program: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import click

from optout.errors import OptoutError
from optout.render.screen import Screen
from optout.text import painted, shown

# Terminals known to make hyperlinks of OSC 8 sequences; all others would show, at best, nothing.
_LINKING = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "GHOSTTY_RESOURCES_DIR", "WEZTERM_PANE")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio", "mintty")
_SIGNS = "“›•·✓○●└─…"


def write(text: str | bytes, path: Path | None = None) -> None:
    """Write a document to the file `path`, else to standard output, always as UTF-8.

    It is written as it is: what made it has made its texts harmless, as its format needs it.

    Raises:
        OptoutError: the file cannot be written.
    """
    if path is None:
        _to_stdout(text.encode("utf-8", "replace") if isinstance(text, str) else text)
    else:
        from optout.files import write_file

        write_file(path, text)


def write_lines(text: str, path: Path | None = None) -> None:
    """Write lines for people to read: like `write`, but to a terminal in the encoding it has.

    Raises:
        OptoutError: the file cannot be written.
    """
    text = painted(text)
    if path is None:
        _to_stdout(_encoded(text))
    else:
        from optout.files import write_file

        write_file(path, text)


def show_lines(make: Callable[[Screen], str], path: Path | None = None, paged: bool = True) -> None:
    """Write lines for people to read, which `make` lays out for a screen: to a file, or to standard output.

    To a terminal by a pager where there are more of them than it has, unless `paged` says no; without hyperlinks then,
    as not every pager knows them.

    Raises:
        OptoutError: the file cannot be written.
    """
    if path is not None:
        write_lines(make(Screen()), path)
        return
    here = screen()
    text = make(here)
    if paged and sys.stdout.isatty():
        from optout.cli import pager

        words = pager.command(os.environ) if pager.is_longer_than_screen(text) else []
        if words and pager.page(_encoded(painted(make(here._replace(links=False)))), words):
            return
    write_lines(text)


def say(text: str) -> None:
    """Tell something beside the answer, on standard error: one line, whatever the text repeats."""
    say_lines(f"{shown(text)}\n")


def say_lines(text: str) -> None:
    """Tell several lines beside the answer, on standard error; they may have the looks of `write_lines`."""
    click.echo(painted(text), err=True, nl=False)


def patch(old: bytes, new: bytes, file: str, stream: TextIO | None = None) -> str:
    """The difference between two texts of a catalog, for standard output or another stream.

    Exact where a program reads it, so that it can be applied.
    """
    from optout.render.patch import patch

    stream = stream or sys.stdout
    return patch(old, new, file, screen(stream), exact=stream is sys.stdout and not stream.isatty())


def _encoded(text: str) -> bytes:
    """As standard output has it."""
    return text.encode(sys.stdout.encoding or "utf-8", "replace")


def _to_stdout(data: bytes) -> None:
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
        raise OptoutError(f"standard output took only a part of the answer, or none ({error.strerror})") from error


def _to_nowhere() -> None:
    """The interpreter flushes again on exit; give it something to flush to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def screen(stream: TextIO | None = None) -> Screen:
    """What standard output, or another stream, can show.

    Colours: FORCE_COLOR (https://force-color.org) and NO_COLOR (https://no-color.org) decide, else whether it is a
    terminal. Hyperlinks only in terminals known to have them, or with FORCE_HYPERLINK.
    """
    stream = stream or sys.stdout
    is_terminal = stream.isatty()
    return Screen(
        width=_columns(stream, is_terminal),
        colour=_colour(is_terminal),
        links=_links(is_terminal),
        unicode=_can_encode(stream.encoding or "ascii"),
    )


def _columns(stream: TextIO, is_terminal: bool) -> int:
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen) > 0:
        return int(chosen)
    try:
        return os.get_terminal_size(stream.fileno()).columns if is_terminal else 80
    except OSError:
        return 80


def _colour(is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if force := os.environ.get("FORCE_COLOR"):
        return force != "0"
    return is_terminal and os.environ.get("TERM") != "dumb"


def _links(is_terminal: bool) -> bool:
    if force := os.environ.get("FORCE_HYPERLINK"):
        return force != "0"
    if not is_terminal or os.environ.get("TERM") == "dumb":
        return False
    vte = os.environ.get("VTE_VERSION", "")
    known = any(name in os.environ for name in _LINKING) or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
    return known or (vte.isdecimal() and int(vte) >= 5000)


def _can_encode(encoding: str) -> bool:
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
