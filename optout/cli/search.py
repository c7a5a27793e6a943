"""optout search: platforms by name, company, domain or any word of their guide."""

from pathlib import Path

import click

from optout.cli import options, output
from optout.errors import NotFound


@click.command("search", short_help="Platforms by name, company or words")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(0), metavar="N", default=20, show_default=True, help="At most N; 0 for all."
)
@options.language_option
@options.pager_option
@options.catalog_option
def command(words: tuple[str, ...], limit: int, spoken: str | None, paged: bool, catalog: Path | None) -> int:
    """Platforms in which all WORDS are found: names first, then companies, domains and the guides themselves.

    Everyday words will do, and slips are forgiven.

    \b
    optout search meta
    optout search voice recordings
    optout search kids
    """
    from optout.guide.index import Index
    from optout.guide.search import search, why
    from optout.render import lists

    opened = options.open_catalog(catalog)
    index = Index(opened)
    tongue = options.language_of(spoken, for_terminal=True)
    hits = search(index, words, tongue)
    if not hits:
        options.tell_broken(index.broken(), opened.file)
        raise NotFound(f"nothing found for `{' '.join(words)}`; try fewer words, or `optout list` for all platforms")
    shown = hits[: limit or None]
    told = [(hit.row, why(opened, index, hit.row.slug, words)) for hit in shown]
    output.show_lines(lambda screen: lists.hits(told, len(hits) - len(shown), screen, tongue), paged=paged)
    return options.tell_broken(index.broken(), opened.file)
