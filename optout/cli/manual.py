"""Pages for `man`, one for each command, of what `--help` says; the package brings them to share/man/man1.

The macros are those of man(7), https://man7.org/linux/man-pages/man7/man.7.html.
"""

import inspect
from collections.abc import Iterator

import click

from optout import __version__
from optout.cli.main import SECTIONS, cli
from optout.cli.topics import ENVIRONMENT, EXIT_CODES


def pages() -> dict[str, str]:
    """The text of each page by the name of its file, such as `optout-show.1`."""
    said = {name: line for lines in SECTIONS.values() for name, line in lines.items()}
    return {f"{ctx.command_path.replace(' ', '-')}.1": _page(ctx, said) for ctx in contexts()}


def contexts() -> Iterator[click.Context]:
    """The command, and every one below it, as it would be called."""
    return _contexts(cli, "optout", None)


def _contexts(command: click.Command, name: str, parent: click.Context | None) -> Iterator[click.Context]:
    ctx = click.Context(command, parent, name, **command.context_settings)
    yield ctx
    if isinstance(command, click.Group):
        for below in command.list_commands(ctx):
            found = command.get_command(ctx, below)
            assert found is not None
            yield from _contexts(found, below, ctx)


def _page(ctx: click.Context, said: dict[str, str]) -> str:
    command, name = ctx.command, ctx.command_path.replace(" ", "-")
    about, *more = inspect.cleandoc(command.help or "").split("\n\n")
    line = said.get(ctx.info_name or "") if ctx.parent and not ctx.parent.parent else None
    lines = [f'.TH {name.upper()} 1 "" "optout {__version__}" "optout"', ".SH NAME"]
    lines += [_plain(f"{name} - {line or ' '.join(about.split()).rstrip('.')}"), ".SH SYNOPSIS"]
    lines += [f".B {_plain(ctx.command_path)}", _plain(" ".join(command.collect_usage_pieces(ctx)))]
    lines += [".SH DESCRIPTION", *_prose([about, *more, *(command.epilog or "").split("\n\n")])]
    if isinstance(command, click.Group):
        lines += [".SH COMMANDS"]
        lines += _terms({f"{name}-{one}(1)": said.get(one) or _short(ctx, one) for one in command.list_commands(ctx)})
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    lines += [".SH OPTIONS", *_terms(dict(filter(None, (one.get_help_record(ctx) for one in options))))]
    lines += [".SH EXIT STATUS", *_terms(EXIT_CODES)]
    if ctx.parent is None:
        return "\n".join([*lines, ".SH ENVIRONMENT", *_terms(ENVIRONMENT), ""])
    return "\n".join([*lines, ".SH SEE ALSO", _plain("optout(1)"), ""])


def _short(ctx: click.Context, name: str) -> str:
    assert isinstance(ctx.command, click.Group)
    found = ctx.command.get_command(ctx, name)
    assert found is not None
    return found.get_short_help_str(limit=100)


def _prose(paragraphs: list[str]) -> Iterator[str]:
    """Paragraphs, those that click leaves as they are with their lines as they are."""
    for paragraph in filter(None, paragraphs):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", ".RS", *map(_plain, paragraph.splitlines()[1:]), ".RE", ".fi")
        else:
            yield from (".PP", *map(_plain, paragraph.splitlines()))


def _terms(records: dict[str, str]) -> Iterator[str]:
    for term, what in records.items():
        yield from (".TP", f".B {_plain(term)}", _plain(" ".join(what.split())))


def _plain(text: str) -> str:
    """As it is typed, though roff reads backslashes, dashes, and dots and apostrophes that begin a line."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("^", "\\(ha").replace("~", "\\(ti")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
