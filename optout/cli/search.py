"""optout search: platforms, companies, categories and topics by their names and any word of the guides."""

from pathlib import Path

import click

from optout.cli import options, output
from optout.errors import NotFound


@click.command("search")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(0), metavar="N", default=20, show_default=True, help="At most N; 0 for all."
)
@options.language_option
@options.pager_option
@options.catalog_option
def command(words: tuple[str, ...], limit: int, spoken: str | None, paged: bool, catalog: Path | None) -> int:
    """What has all WORDS: topics, companies and platforms by their names, then what they are about and the guides.

    Everyday words will do, and slips are forgiven.

    \b
    optout search meta
    optout search my photos
    optout search kids
    """
    from optout.guide.index import Index
    from optout.guide.places import Gathered
    from optout.guide.search import search, why
    from optout.render import lists

    opened = options.open_catalog(catalog)
    index = Index(opened)
    tongue = options.language_of(spoken, for_terminal=True)
    found = search(index, words, tongue, limit or None)
    if not found.listed:
        options.tell_broken(index.broken(), opened.file)
        raise NotFound(f"nothing found for `{' '.join(words)}`; try fewer words, or `optout list` for all platforms")
    shown = [hit.of for hit in found.listed]
    told = [(one, "" if isinstance(one, Gathered) else why(opened, index, one.slug, words, tongue)) for one in shown]
    near = " ".join(words) if found.is_near else ""
    more = found.number - len(shown)
    output.show_lines(lambda screen: lists.hits(told, more, near, screen, tongue), paged=paged)
    return options.tell_broken(index.broken(), opened.file)
