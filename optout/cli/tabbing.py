"""Preparing what a shell's Tab offers, see `tabbed`: click is asked once, for each command, option and value."""

from collections.abc import Iterable, Iterator

import click
from click.shell_completion import CompletionItem, get_completion_class

from optout.cli import options, tabbed
from optout.cli.choices import OneOf
from optout.cli.completing import SHELLS, register
from optout.cli.manual import contexts
from optout.cli.tabbed import ARGUMENT, COMMAND, FIELD, HELP, OPTION, PART, SAID, VALUE, WORD
from optout.messages import language
from optout.spoken import LANGUAGES

Line = list[str]


def texts() -> dict[str, str]:
    """How each shell is told, and the regions in each language."""
    told = {tabbed.SHELLS: PART.join(f"{name}{FIELD}{line}" for name, line in _lines().items())}
    for code in LANGUAGES:
        regions = language(code).regions().items()
        told[f"{tabbed.REGIONS}.{code}"] = WORD.join(f"{region}{SAID}{_said(name)}" for region, name in regions)
    return told


def table() -> dict[str, list[str]]:
    """What is offered in each command, by its path; a command of which click may say something else is left out."""
    told = {}
    for context in contexts():
        parts = list(_parts(context))
        path = context.command_path.partition(" ")[2]
        if _is_simple(context.command) and _is_told_alike(parts):
            told[path or "."] = [PART.join(map(FIELD.join, parts))]
    return told


def _lines() -> dict[str, str]:
    """What each shell is told of a word alone, and of one of which something is said; of files and folders the same."""
    register()
    lines = {}
    for shell in SHELLS:
        for kind in (tabbed.PLAIN, "file", "dir"):
            lines[f"{shell} {kind}"] = _line(shell, CompletionItem(VALUE, kind))
            lines[f"{shell} {kind} {HELP}"] = _line(shell, CompletionItem(VALUE, kind, HELP))
    return lines


def _line(shell: str, item: "CompletionItem[str]") -> str:
    found = get_completion_class(shell)
    assert found is not None
    return found(click.Command("none"), {}, "optout", "_OPTOUT_COMPLETE").format_completion(item)


def _is_simple(command: click.Command) -> bool:
    """Whether it is read word by word: each option has one value or none, and only one argument takes several."""
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    named = [one for one in command.params if isinstance(one, click.Option)]
    return (
        all(one.nargs == 1 and not one.count and not one._flag_needs_value for one in named)
        and (all(one.nargs == 1 for one in arguments) or [one.nargs for one in arguments] == [-1])
        and not (arguments and isinstance(command, click.Group))
        and len({one.name for one in command.params}) == len(command.params)
        and not command.ignore_unknown_options
    )


def _is_told_alike(parts: Iterable[Line]) -> bool:
    """Whether every shell is told of each word as of any other, which it is not of one with a colon."""
    lines = _lines()
    for part in parts:
        words = [(name, part[2]) for name in part[1].split(" ")] if part[0] != ARGUMENT else []
        if part[0] != COMMAND and part[5]:
            words += [(value, said) for value, _, said in (word.partition(SAID) for word in part[5].split(WORD))]
        for shell in SHELLS:
            for value, said in words:
                line = lines[f"{shell} {tabbed.PLAIN} {HELP}" if said else f"{shell} {tabbed.PLAIN}"]
                expected = line.replace(VALUE, value).replace(HELP, said)
                if _line(shell, CompletionItem(value, help=said or None)) != expected:
                    return False
    return True


def _parts(context: click.Context) -> Iterator[Line]:
    command = context.command
    bare = _asked(command, context, [])
    if isinstance(command, click.Group):
        for item in command.shell_complete(bare, ""):
            yield [COMMAND, item.value, item.help or ""]
    named = _asked(command, context, [] if isinstance(command, click.Group) else ["none"])
    for one in command.get_params(context):
        kind, words = _values(one, bare, named)
        if isinstance(one, click.Option):
            takes = tabbed.FLAG * one.is_flag + tabbed.SEVERAL * one.multiple + tabbed.HIDDEN * one.hidden
            yield [OPTION, " ".join((*one.opts, *one.secondary_opts)), one.help or "", takes, kind, words]
        else:
            yield [ARGUMENT, "", "", tabbed.SEVERAL * (one.nargs == -1), kind, words]


def _asked(command: click.Command, context: click.Context, words: list[str]) -> click.Context:
    """The command, read as a shell has it read."""
    return command.make_context(context.info_name, words, context.parent, resilient_parsing=True)


def _values(one: click.Parameter, bare: click.Context, named: click.Context) -> tuple[str, str]:
    """What completes the values of a parameter, and the words where they are always the same."""
    if one.type is options.PLATFORM:
        return tabbed.PLATFORM, ""
    if one.type is options.REGION:
        return tabbed.REGION, ""
    if one._custom_shell_complete:
        first, then = (one.shell_complete(asked, "") for asked in (bare, named))
        if not first or not all(item.always for item in first):
            return tabbed.UNSURE, ""
        is_same = bool(then) and all(item.always for item in then)
        return tabbed.ANY_CASE if is_same else tabbed.UNNAMED, _words(first)
    if isinstance(one.type, OneOf):
        return tabbed.CHOICE, _words(one.shell_complete(bare, ""))
    if isinstance(one.type, click.Path):
        (item,) = one.shell_complete(bare, "")
        return {"file": tabbed.FILE, "dir": tabbed.FOLDER}[item.type], ""
    is_without = type(one.type).shell_complete is click.ParamType.shell_complete
    return tabbed.NOTHING if is_without else tabbed.UNSURE, ""


def _words(items: "Iterable[CompletionItem[str]]") -> str:
    return WORD.join(f"{item.value}{SAID}{item.help or ''}" for item in items)


def _said(name: str) -> str:
    return name.replace(",", "")
