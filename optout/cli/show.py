"""optout show: the guide to one or more platforms."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from optout.catalog import Catalog
from optout.catalog.lookup import Answer, Company, Found, Nothing, ask_all
from optout.cli import catalogs, keeping, options, output, project
from optout.cli.choices import OneOf
from optout.errors import NotFound, UsageProblem
from optout.guide import Guide, Reader, compose
from optout.model import Platform
from optout.render.screen import Screen

if TYPE_CHECKING:
    from optout.guide.company import Overview

_NAMED = 6  # platforms of a company, where some are named
_FORMATS = ("terminal", "markdown", "html", "json")


class _Asked(NamedTuple):
    """Who is asking, for which of the ways, in which language, and which their screen is in."""

    reader: Reader
    way: int | None
    language: str
    screen: str

    def guide(self, found: Found) -> Guide:
        guide = compose(found.platform, self.reader, self.language, self.screen)
        return guide.led_by(self.way) if self.way else guide


@click.command("show")
@click.argument("platforms", metavar="PLATFORM...", nargs=-1, required=True, type=options.PLATFORM)
@options.reader_options
@click.option("--format", "format_", type=OneOf(_FORMATS), default="terminal", show_default=True,
              help="How to show it.")  # fmt: skip
@click.option("--full", is_flag=True, help="Everything, with sources, instead of what fits one screen.")
@click.option("--steps", "bare", is_flag=True, help="The steps and nothing else.")
@options.way_option
@options.language_option
@options.screen_option
@options.output_option
@options.templates_option
@options.pager_option
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    region: str,
    device: str | None,
    plan: str,
    as_kept: bool,
    format_: str,
    full: bool,
    bare: bool,
    way: int | None,
    spoken: str | None,
    screen: str | None,
    path: Path | None,
    templates: Path | None,
    paged: bool,
    catalog: Path | None,
) -> int:
    """The guide to PLATFORM: what it does with your data for AI training, and how to refuse.

    PLATFORM is a name, a former name, a company, a domain or a pasted address; words that belong together need no
    quotes.

    \b
    optout show linkedin
    optout show GitHub Copilot
    optout show https://www.linkedin.com/feed --region DE --device ios
    optout show linkedin --way 2 --steps
    optout show chatgpt claude --format markdown -o guides.md
    """
    if bare and (full or format_ != "terminal"):
        raise UsageProblem("--steps is for the terminal and says no more than the steps; leave out --full and --format")
    keeper = keeping.Keeper(catalog)
    opened = catalogs.open_catalog(catalog)
    language = options.language_of(spoken, format_ == "terminal")
    screen = options.screen_of(screen, spoken, format_ == "terminal")
    asked = _Asked(options.reader_of(region, device, plan, as_kept), way, language, screen)
    answers = ask_all(opened, platforms)
    keeper.names(opened, platforms, answers)
    _refuse_mixtures(answers, format_, bare)
    missing = [answer.message for answer in answers if isinstance(answer, Nothing)]
    found = [answer for answer in answers if not isinstance(answer, Nothing)]
    if missing and (path or not found):
        raise NotFound(*missing)
    for answer in found:
        _tell(answer)
    templates = project.templates_of(templates)
    if format_ == "terminal":
        lines = partial(_lines, found, asked, "steps" if bare else "full" if full else "short", templates)
        output.show_lines(lines, path, paged)
        if len(found) == 1 and not (full or bare or device or plan or as_kept):
            _keep(keeper, opened, found[0], asked)
    else:
        output.write(_document(found, asked, format_, templates), path)
    if missing:
        raise NotFound(*missing)
    return 0


def _refuse_mixtures(found: list[Answer], format_: str, bare: bool) -> None:
    """Only lines for people can hold guides and a company one after another; an HTML page holds one guide.

    Raises:
        UsageProblem: something else was asked for.
    """
    named = next((answer for answer in found if isinstance(answer, Company)), None)
    if named and bare:
        raise UsageProblem(
            f"{named.name} is a company, whose platforms have steps each: {', '.join(named.slugs[:_NAMED])}"
        )
    if format_ == "html" and (named or len(found) > 1):
        raise UsageProblem("an HTML page holds one guide; name one PLATFORM, or use `optout guides` for all")
    if named and len(found) > 1 and format_ != "terminal":
        raise UsageProblem(f"{named.name} is a company, which gives a list; ask for it alone in this format")


def _tell(found: Found | Company) -> None:
    if isinstance(found, Found):
        for note in found.notes():
            output.say(note)


def _lines(found: list[Found | Company], asked: _Asked, much: str, templates: Path | None, screen: Screen) -> str:
    from optout.render import terminal

    told = []
    for one in found:
        if isinstance(one, Company):
            told.append(_company(one, asked, screen))
        elif much == "steps":
            told.append(terminal.steps(asked.guide(one), screen, named=len(found) > 1))
        else:
            told.append(terminal.guide(asked.guide(one), screen, much == "full", templates))
    return "\n".join(told)


def _keep(keeper: keeping.Keeper, opened: Catalog, found: Found | Company, asked: _Asked) -> None:
    """Keep what the short way would show."""
    if isinstance(found, Found) and not keeping.has_own_page():
        guide = asked._replace(way=None).guide(found)
        keeper.guide(opened, guide, found.platform, asked.language, asked.screen, asked.reader.region)
    elif isinstance(found, Company) and not asked.reader.region:
        keeper.overview(opened, _overview(found, asked), asked.language)


def _company(found: Company, asked: _Asked, screen: Screen) -> str:
    from optout.render import lists

    return lists.company(_overview(found, asked), screen, asked.language)


def _overview(found: Company, asked: _Asked) -> "Overview":
    from optout.guide.company import company

    return company(found.name, _platforms(found), len(found.slugs), asked.reader, asked.language)


def _platforms(found: Company) -> list[Platform]:
    return [decoded.entry for decoded in found.entries if isinstance(decoded.entry, Platform)]


def _document(found: list[Found | Company], asked: _Asked, format_: str, templates: Path | None) -> str:
    guides = []
    for one in found:
        if isinstance(one, Company):
            from optout.guide.overview import rows
            from optout.render import lists

            return lists.FORMATS[format_](rows(_platforms(one), asked.reader, spoken=asked.language), asked.language)
        guides.append(asked.guide(one))
    if format_ == "json":
        from optout.render import json

        return json.guides(guides)
    renderer: Any
    if format_ == "html":
        from optout.render import html as renderer
    else:
        from optout.render import markdown as renderer
    return "\n".join(renderer.guide(guide, templates) for guide in guides)
