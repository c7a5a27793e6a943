"""Options and arguments that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from optout.catalog import Catalog
from optout.catalog.locate import default_path, load
from optout.errors import OptoutError, UsageProblem
from optout.guide.reader import DEVICES, Reader


class _Platform(click.types.StringParamType):
    name = "platform"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        try:
            catalog = open_catalog(ctx.params.get("catalog"))
        except OptoutError:
            return []
        return [CompletionItem(slug) for slug in catalog.slugs() if slug.startswith(incomplete)]


class _Region(click.types.StringParamType):
    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:
            return value
        from optout import regions

        code = regions.find(value)
        if code is None:
            from difflib import get_close_matches

            names = {name.casefold(): code for code, name in regions.names().items()}
            near = get_close_matches(value.casefold(), names, 1)
            hint = f"; did you mean {names[near[0]]}?" if near else ""
            self.fail(f"there is no region `{value}`: use a code such as DE, US-CA, EU or EEA{hint}", param, ctx)
        return code


PLATFORM = _Platform()

catalog_option = click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    help="Another catalog than the packaged one.  [env: OPTOUT_CATALOG]",
)
region_option = click.option("--region", type=_Region(), default="", help="Where you are: DE, US-CA, EU, EEA, ...")
output_option = click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead."
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder with templates of your own; the others stay as they are.",
)


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--region, --device and --plan: who is asking."""
    for option in (
        click.option("--plan", default="", metavar="NAME", help="Your plan or account type, such as Free."),
        click.option("--device", type=click.Choice(DEVICES), help="What you use it on."),
        region_option,
    ):
        command = option(command)
    return command


def reader_of(region: str, device: Any, plan: str) -> Reader:
    """The reader that the options describe."""
    return Reader(region, device or "", plan)


def tell_broken(broken: tuple[str, ...]) -> int:
    """Say which entries could not be read, and give the exit code that follows."""
    if broken:
        click.echo(f"optout: left out, because broken: {', '.join(broken)}; run optout check", err=True)
    return 1 if broken else 0


def open_catalog(path: Path | None) -> Catalog:
    """The catalog to use: the one named, else the packaged one.

    Raises:
        UsageProblem: a folder was named.
        OptoutError: it cannot be read.
    """
    if path is not None and path.is_dir():
        raise UsageProblem(f"{path} is a folder; name the catalog file in it, such as {path / 'platforms.yaml'}")
    return load(path or default_path())
