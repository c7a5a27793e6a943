"""optout list: every platform, grouped, with its status."""

from pathlib import Path

import click

from optout.cli import catalogs, keeping, options, output
from optout.cli.choices import OneOf
from optout.errors import NotFound
from optout.model import CATEGORIES, TOPICS, TRAININGS


@click.command("list")
@click.option("--category", type=OneOf(CATEGORIES), help="Only this kind of platform.")
@click.option("--topic", type=OneOf(TOPICS), help="Only what is of use for this.")
@click.option("--training", type=OneOf(TRAININGS), help="Only platforms with this status.")
@options.region_option
@click.option("--format", "format_", type=OneOf(("table", "json", "csv", "markdown")), default="table",
              show_default=True, help="How to list.")  # fmt: skip
@options.language_option
@options.output_option
@options.pager_option
@options.catalog_option
def command(
    category: str | None,
    topic: str | None,
    training: str | None,
    region: str,
    format_: str,
    spoken: str | None,
    path: Path | None,
    paged: bool,
    catalog: Path | None,
) -> int:
    """Every platform there is a guide for, by category, what needs action first. Filters combine.

    \b
    optout list --category social
    optout list --topic children
    optout list --training opt-out --region DE --format csv
    """
    from optout.guide.index import Index
    from optout.guide.overview import ordered
    from optout.render import lists

    keeper = keeping.Keeper(catalog)
    opened = catalogs.open_catalog(catalog)
    index = Index(opened, keeper.reading(opened))
    tongue = options.language_of(spoken, format_ == "table")
    every = index.rows(options.reader_of(region, None, ""), tongue)
    listed = ordered(every, category or "", training or "", topic or "")
    listed = [one._replace(catalog=catalogs.catalog_name(opened, one.slug)) for one in listed]
    if not listed:
        catalogs.tell_broken(index.broken(), opened.file)
        raise NotFound(
            "no platform fits these filters; `optout list` without them shows all"
            if every
            else f"{opened.file} has no platform that can be read; name a catalog with --catalog FILE"
        )
    if format_ == "table":
        output.show_lines(lambda screen: lists.table(listed, screen, tongue), path, paged)
        if not (category or topic or training or index.broken()):
            keeper.listed(opened, lists.marked(listed, tongue), tongue, region)
        keeper.beforehand(opened, index, tongue)
    else:
        output.write(lists.FORMATS[format_](listed, tongue), path)
    return catalogs.tell_broken(index.broken(), opened.file)
