"""optout check: every problem of a catalog."""

from datetime import datetime
from pathlib import Path

import click

from optout.cli import options, output
from optout.model import Date


@click.command("check", short_help="Every problem of a catalog")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--format", "format_", type=click.Choice(("text", "json", "github")), default="text", help="How to list.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Check as if it were this day.")
@options.catalog_option
def command(file: Path | None, format_: str, today: datetime | None, catalog: Path | None) -> int:
    """Every problem of the catalog FILE, with its place and what is expected; exit code 1 if there are any.

    \b
    optout check                     the packaged catalog
    optout check my/platforms.yaml
    """
    from optout.render import problems
    from optout.rules import check

    opened = options.open_catalog(file or catalog)
    day = today or datetime.now()
    found = check(opened, Date(day.year, day.month, day.day))
    output.write(problems.FORMATS[format_](found))
    errors = sum(problem.severity == "error" for problem in found)
    click.echo(f"{opened.file}: {problems.count(len(opened.slugs()), 'entry', 'entries')}, "
               f"{problems.count(len(found), 'problem', 'problems')}", err=True)  # fmt: skip
    return 1 if errors else 0
