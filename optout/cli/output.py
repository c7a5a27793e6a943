"""The one edge where text leaves the program: standard output, or a file that is written whole or not at all."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import click

from optout.cli import streams
from optout.render.screen import Screen
from optout.text import painted, shown


def write(text: str | bytes, path: Path | None = None) -> None:
    """Write a document to the file `path`, else to standard output, always as UTF-8.

    It is written as it is: what made it has made its texts harmless, as its format needs it.

    Raises:
        OptoutError: the file cannot be written.
    """
    if path is None:
        streams.write(text.encode("utf-8", "replace") if isinstance(text, str) else text)
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
        streams.write(streams.encoded(text))
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
    if not (paged and streams.page(text, lambda: painted(make(here._replace(links=False))))):
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


def screen(stream: TextIO | None = None) -> Screen:
    """What standard output, or another stream, can show.

    Colours: FORCE_COLOR (https://force-color.org) and NO_COLOR (https://no-color.org) decide, else whether it is a
    terminal. Hyperlinks only in terminals known to have them, or with FORCE_HYPERLINK.
    """
    stream = stream or sys.stdout
    is_terminal = stream.isatty()
    return Screen(
        width=streams.columns(stream, is_terminal),
        colour=streams.colour(is_terminal),
        links=streams.links(is_terminal),
        unicode=streams.can_encode(stream.encoding or "ascii"),
    )
