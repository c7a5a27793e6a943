"""optout show: the guide to one or more platforms."""

import sys
from pathlib import Path
from typing import Any

import click

from optout.catalog.lookup import Found, find
from optout.cli import options, output
from optout.errors import NotFound, UsageProblem
from optout.guide import Guide, compose

_FORMATS = ("terminal", "markdown", "html", "json")


@click.command("show", short_help="The guide to a platform")
@click.argument("platforms", metavar="PLATFORM...", nargs=-1, required=True, type=options.PLATFORM)
@options.reader_options
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="terminal", show_default=True,
              help="How to show it.")  # fmt: skip
@click.option("--full", is_flag=True, help="Everything, with sources, instead of what fits one screen.")
@options.output_option
@options.templates_option
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    region: str,
    device: str | None,
    plan: str,
    format_: str,
    full: bool,
    path: Path | None,
    templates: Path | None,
    catalog: Path | None,
) -> int:
    """The guide to PLATFORM: what it does with your data for AI training, and how to refuse.

    PLATFORM is a name, a former name, a domain or a pasted address.

    \b
    optout show linkedin
    optout show https://www.linkedin.com/feed --region DE --device ios
    optout show chatgpt claude --format markdown -o guides.md
    """
    if format_ == "html" and len(platforms) > 1:
        raise UsageProblem("an HTML page holds one guide; name one PLATFORM, or use `optout guides` for all")
    opened = options.open_catalog(catalog)
    reader = options.reader_of(region, device, plan)
    guides, missing = [], []
    for name in platforms:
        try:
            found = find(opened, name)
        except NotFound as error:
            missing.append(str(error))
        else:
            _tell(found)
            guides.append(compose(found.platform, reader))
    if missing and (path or not guides):
        raise NotFound("\noptout: ".join(missing))
    _write(guides, format_, full, templates, path)
    if missing:
        raise NotFound("\noptout: ".join(missing))
    return 0


def _tell(found: Found) -> None:
    if found.formerly:
        print(f"{found.formerly} is now {found.platform.name}.", file=sys.stderr)


def _write(guides: list[Guide], format_: str, full: bool, templates: Path | None, path: Path | None) -> None:
    if format_ == "terminal":
        from optout.render import terminal
        from optout.render.screen import Screen

        screen = output.screen() if path is None else Screen()
        output.write_lines("\n".join(terminal.guide(guide, screen, full, templates) for guide in guides), path)
    else:
        output.write(_document(guides, format_, templates), path)


def _document(guides: list[Guide], format_: str, templates: Path | None) -> str:
    if format_ == "json":
        from optout.render import json

        return json.guides(guides)
    renderer: Any
    if format_ == "html":
        from optout.render import html as renderer
    else:
        from optout.render import markdown as renderer
    return "\n".join(renderer.guide(guide, templates) for guide in guides)
