"""Options and arguments that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from optout.cli import catalogs
from optout.cli.choices import OneOf
from optout.errors import NotFound, OptoutError
from optout.files import refuse_no_file
from optout.guide.reader import DEVICES, Reader
from optout.spoken import LANGUAGES, asked_for, preferred


class _Platform(click.types.StringParamType):
    name = "platform"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from optout.catalog.table import table_of
        from optout.cli.completing import items
        from optout.cli.keeping import Keeper

        keeper = Keeper(ctx.params.get("catalog"))
        try:
            catalog = catalogs.open_catalog(ctx.params.get("catalog"))
        except OptoutError:
            return []
        keeper.note(catalog)
        typed = incomplete.lower()
        listed = (line.partition("\t") for line in table_of(catalog).titles().splitlines() if line.startswith(typed))
        return items({slug: name for slug, _, name in listed}, incomplete)


class _Region(click.types.StringParamType):
    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:
            return value
        from optout.messages import find_region, language

        code = find_region(value)
        if code is None:
            from difflib import get_close_matches

            names = {name.casefold(): code for code, name in language("en").regions().items()}
            near = get_close_matches(value.casefold(), names, 1)
            hint = f"; did you mean {names[near[0]]}?" if near else ""
            self.fail(f"there is no region `{value}`: use a code such as DE, US-CA, EU or EEA{hint}", param, ctx)
        return code

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from optout.cli.completing import items
        from optout.messages import language

        return items(language(language_of(None, for_terminal=True)).regions(), incomplete)


class _Screen(click.types.StringParamType):
    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from optout.regions import is_spoken

        tag = value.replace("_", "-").lower()
        if not is_spoken(tag):
            self.fail(f"there is no language `{value}`: use a tag such as de, fr or pt-BR", param, ctx)
        return tag


PLATFORM = _Platform()
REGION = _Region()

catalog_option = click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    help="The catalog.  [default: the one of this folder or above, else the packaged one; env: OPTOUT_CATALOG]",
)
own_catalog_option = click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    help="The catalog.  [default: the one of this folder or above; env: OPTOUT_CATALOG]",
)
region_option = click.option("--region", type=REGION, default="", help="Where you are: DE, US-CA, EU, EEA, ...")


class _Answer(click.Path):
    """A file for an answer: never one that people write by hand, which is likely the catalog and a slip.

    None for `-`, which is standard output, as if no file were named.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if os.fsdecode(value) == "-":
            return None
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        is_there = path.exists() and {path.suffix.lower(), Path(os.path.realpath(path)).suffix.lower()} & _BY_HAND
        if is_there:
            self.fail(f"{path} is there, and no answer of optout's: name another file, or remove it first", param, ctx)
        return path


class _There(click.Path):
    """A file that is read: one that is not there is told as a platform is that is not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.exists() and not (ctx and ctx.resilient_parsing):
            option = param.opts[-1] if param else "it"
            raise NotFound(f"there is no file {path}; name one that is there, or leave out {option}")
        refuse_no_file(path, "a file")
        return path


_BY_HAND = {".yaml", ".yml", ".toml"}
ANSWER = _Answer(path_type=Path, dir_okay=False)
THERE = _There(path_type=Path, dir_okay=False)
output_option = click.option("-o", "--output", "path", type=ANSWER, help="Write to this file instead.")
way_option = click.option(
    "--way", type=click.IntRange(1), metavar="N", help="The way with this number in the guide.  [default: the first]"
)
pager_option = click.option(
    "--no-pager", "paged", flag_value=False, default=True, help="Not by a pager, however long it is."
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Your folder of templates; what is not in it stays as it is.  [default: the one that optout.toml names]",
)
language_option = click.option(
    "--language",
    "spoken",
    type=OneOf(LANGUAGES),
    help="The language to say it in; what the catalog says stays English.  [default: the terminal's, else en]",
)
screen_option = click.option(
    "--labels",
    "screen",
    type=_Screen(),
    help="Labels as a screen in this language has them (de, pt-BR), where known.  [default: your language]",
)
file_language_option = click.option(
    "--language",
    "spoken",
    type=OneOf(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to say it in; what the catalog says stays English.",
)


def _plans(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[Any]:
    """The plans that the guides to the platforms typed so far tell apart, else those that people say."""
    from optout import plans
    from optout.catalog.lookup import Found, ask_all
    from optout.cli.completing import items
    from optout.guide.choose import plan_names

    # Without its value the option cannot be read, so what stands before it is no parameter yet.
    named = ctx.params.get("platforms") or ctx.params.get("platform") or ctx.args
    try:
        answers = ask_all(catalogs.open_catalog(ctx.params.get("catalog")), named) if named else ()
    except OptoutError:
        return []
    told = [name for one in answers if isinstance(one, Found) for name in plan_names(one.platform)]
    return items([*told, *plans.spoken(told)] if told else plans.SPOKEN, incomplete, always=not named)


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--region, --device and --plan, or --mine: who is asking."""
    for option in (
        click.option("--mine", "as_kept", is_flag=True, help="Region, device and plan as your list has them."),
        click.option(
            "--plan", default="", metavar="NAME", shell_complete=_plans, help="Your plan or account type, such as Free."
        ),
        click.option("--device", type=OneOf(DEVICES), help="What you use it on."),
        region_option,
    ):
        command = option(command)
    return command


def language_of(spoken: str | None, for_terminal: bool) -> str:
    """The language named, else the one of the environment for what is read in a terminal, else English."""
    return spoken or (preferred(os.environ) if for_terminal else "en")


def screen_of(named: str | None, spoken: str | None, for_terminal: bool) -> str:
    """The tag of the language of the reader's screen: the one named, else the one that it is said in."""
    return named or spoken or next(iter(asked_for(os.environ) if for_terminal else ()), "")


def reader_of(region: str, device: Any, plan: str, as_kept: bool = False) -> Reader:
    """The reader that the options describe; what they leave open is as the list has it, if that is asked for.

    Raises:
        NotFound: the list does not say who it is.
        OptoutError: it cannot be read.
    """
    if not as_kept:
        return Reader(region, device or "", plan)
    from optout.cli.mine import reader

    return reader(region, device or "", plan)
