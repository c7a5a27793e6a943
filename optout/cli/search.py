"""optout search: platforms, companies, categories and topics by their names and any word of the guides."""

from pathlib import Path

import click

from optout.cli import catalogs, keeping, options, output
from optout.cli.choices import OneOf
from optout.errors import NotFound


@click.command("search")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(0), metavar="N", default=20, show_default=True, help="At most N; 0 for all."
)
@click.option("--format", "format_", type=OneOf(("table", "json", "csv", "markdown")), default="table",
              show_default=True, help="How to list; all but the table list platforms only.")  # fmt: skip
@options.language_option
@options.output_option
@options.pager_option
@options.catalog_option
def command(
    words: tuple[str, ...],
    limit: int,
    format_: str,
    spoken: str | None,
    path: Path | None,
    paged: bool,
    catalog: Path | None,
) -> int:
    """What has all WORDS: topics, companies and platforms by their names, then what they are about and the guides.

    Everyday words will do, and slips are forgiven.

    \b
    optout search meta
    optout search my photos
    optout search kids
    optout search voice --format json --limit 0
    """
    from optout.guide.index import Index
    from optout.guide.places import Gathered
    from optout.guide.search import answered, why
    from optout.render import lists
    from optout.render.searched import nothing

    keeper = keeping.Keeper(catalog)
    opened = catalogs.open_catalog(catalog)
    tongue = options.language_of(spoken, format_ == "table")
    found, index, broken = answered(opened, words, tongue, limit or None, keeper.reading(opened))
    if not found.listed:
        catalogs.tell_broken(broken, opened.file)
        if format_ != "table":  # a program reads the answer before it looks at the exit code
            output.write(lists.FORMATS[format_]([], tongue), path)
        elif not broken:
            keeper.hits(opened, [], str(limit), tongue, *words)
        raise NotFound(nothing(words))
    shown = [hit.of for hit in found.listed]
    if format_ != "table":
        rows = [one for one in shown if not isinstance(one, Gathered)]
        output.write(lists.FORMATS[format_](rows, tongue), path)
        return catalogs.tell_broken(broken, opened.file)
    told = [(one, "" if isinstance(one, Gathered) else why(opened, index, one.slug, words, tongue)) for one in shown]
    near = " ".join(words) if found.is_near else ""
    more = found.number - len(shown)
    output.show_lines(lambda screen: lists.hits(told, more, near, screen, tongue), path, paged)
    if not broken:
        keeper.hits(opened, lists.marked_hits(told, more, near, tongue), str(limit), tongue, *words)
    if isinstance(index, Index):
        keeper.beforehand(opened, index, tongue)
    return catalogs.tell_broken(broken, opened.file)
