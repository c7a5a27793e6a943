"""The entry point: which commands there are, and how every failure ends."""

import gc
import importlib
import os
from collections.abc import Sequence

import click

from optout import __version__
from optout.cli import once, output
from optout.errors import OptoutError

# What `--help` says of each command: here, so that it need not import them all.
SECTIONS: dict[str, dict[str, str]] = {
    "To read": {
        "show": "The guide to a platform",
        "list": "Every platform with its status",
        "search": "Platforms by name, company or words",
        "open": "The setting itself, in the browser",
        "completion": "Completion for bash, zsh, fish or PowerShell",
    },
    "Your accounts": {
        "accounts": "What you use: add, import, list, remove",
        "plan": "What to do about your accounts, in which order",
        "do": "Go through it, one after the other",
        "done": "Tick off what you have done",
        "undo": "Take back what you ticked off, skipped or put off",
        "changed": "What changed at your accounts since you did it",
        "letter": "A letter that refuses, asks or complains, by the law of where you are",
    },
    "To correct and add": {
        "new": "A new entry, in its place",
        "check": "Every problem of a catalog",
        "format": "One canonical form of a catalog",
        "diff": "What changed between two catalogs, in words",
        "links": "Are the addresses alive? (asks the network)",
        "evidence": "Do the sources still say so? (asks the network)",
        "terms": "What operators' archived terms say (--update asks the network)",
        "stale": "What should be looked at next",
        "schema": "The JSON Schema of a catalog, for editors",
    },
    "To publish": {
        "init": "A catalog of your own",
        "build": "The whole catalog as a static site",
        "serve": "The site on this machine, always up to date",
        "guides": "Every guide as Markdown in a folder",
        "templates": "The files that everything is made with, to copy and change",
    },
    "For a website of one's own": {
        "robots": "Turn AI crawlers away from a website of your own",
    },
}
COMMANDS = tuple(name for names in SECTIONS.values() for name in names)
_HIDDEN = ("help",)  # what people type who do not know --help needs no line in it


class _Commands(once.OnceGroup):
    """Imports a command's module when it is asked for: `optout show` pays for nothing else."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in (*COMMANDS, *_HIDDEN):
            return None
        if cmd_name not in SECTIONS["To read"]:
            gc.enable()  # what reads every entry, or stays, is not over before collecting garbage pays
        command = importlib.import_module(f"optout.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Who reads, corrects or publishes finds what is theirs, as in the README."""
        widest = max(map(len, COMMANDS))
        for title, names in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(f"{name:{widest}}", said) for name, said in names.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in (*COMMANDS, *_HIDDEN) and args[0].lower() in COMMANDS:
            args = [args[0].lower(), *args[1:]]
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if error.ctx is not ctx:  # the command is there, and its options are wrong
                raise
            show = self.get_command(ctx, "show")
            assert show is not None
            near = _platforms_near(show, ctx, args)
            if near is None:  # nobody types `show` who has used tldr or man
                once.hold("show", show, args, ctx)
                return "show", show, args
            raise click.UsageError(_no_command(args, near), ctx) from error


def _platforms_near(show: click.Command, ctx: click.Context, args: list[str]) -> list[str] | None:
    """The platforms whose names are near what stands in place of a command; None if it is the name of one."""
    from optout.catalog.lookup import Nothing, ask_all
    from optout.cli.catalogs import open_catalog

    asked = show.make_context("show", list(args), parent=ctx, resilient_parsing=True).params
    try:
        answers = ask_all(open_catalog(asked["catalog"]), asked["platforms"] or args[:1])
    except OptoutError:
        return []
    first = answers[0]
    return list(first.near) if isinstance(first, Nothing) else None


def _no_command(words: list[str], platforms: list[str]) -> str:
    from optout.near import near

    commands = [name for _, name in near(words[0].lower(), "\n".join(("", *COMMANDS, "")))]
    meant = [" ".join([name, *words[1:]]) for name in commands] + [f"show {slug}" for slug in platforms]
    meant += [f"search {words[0]}"]
    return f"there is no command and no platform `{words[0]}`; did you mean `optout {meant[0]}`?"


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="optout %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """How to refuse AI training on your data, platform by platform.

    \b
    optout show linkedin        the guide for LinkedIn
    optout list                 every platform there is a guide for
    optout open linkedin        the setting itself, in the browser
    """
    # Click's own way to print the help is an error with an exit code of its own since click 8.2.
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 problems or not found, 2 usage, 3 our bug, 130 interrupted."""
    if os.environ.get("_OPTOUT_COMPLETE", "").startswith("powershell"):
        from optout.cli.completing import register

        register()
    try:
        result = cli.main(args=arguments, prog_name="optout", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "optout"
        said = " ".join(error.format_message().split())  # the choices there are stand on lines of their own
        return _fail(f"{_sentence(said)} Try `{command} --help`.", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), 1)
    except OptoutError as error:
        return _fail(str(error), error.exit_code, lines=True)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        if os.environ.get("OPTOUT_TRACEBACK"):
            raise
        if isinstance(error, ModuleNotFoundError) and error.name and not error.name.startswith("optout"):
            return _fail(f"the package `{error.name}` is missing; install optout with pip, which brings it along", 1)
        if isinstance(error, OSError) and error.strerror:  # a full disk, a folder that vanished: no bug of optout's
            return _fail(f"{error.filename}: {error.strerror}" if error.filename else error.strerror, 1)
        return _fail(
            f"this is a bug in optout ({type(error).__name__}: {error}). "
            "Please report it with the command you typed; OPTOUT_TRACEBACK=1 shows where it happened.",
            3,
        )


def _fail(message: str, code: int, lines: bool = False) -> int:
    """Say why, in one line; with `lines` several failures, each on its own, and under them what is indented."""
    for line in message.split("\n") if lines else (message,):
        output.say(line if line.startswith(" ") else f"optout: {line}")
    return code


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text[-1:] in ".?!" else f"{text}."
