"""optout search: platforms by name, company, domain or any word of their guide."""

from pathlib import Path

import click

from optout.cli import options, output
from optout.errors import NotFound


@click.command("search", short_help="Platforms by name, company or words")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@options.catalog_option
def command(words: tuple[str, ...], catalog: Path | None) -> int:
    """Platforms in which all WORDS are found: names first, then companies, domains and the guides themselves.

    \b
    optout search meta
    optout search voice recordings
    """
    from optout.catalog.entries import entries
    from optout.catalog.search import search
    from optout.render import lists

    opened = options.open_catalog(catalog)
    found = entries(opened)
    hits = search(found.platforms, found.stubs, words)
    if not hits:
        options.tell_broken(found.broken, opened.file)
        raise NotFound(f"nothing found for `{' '.join(words)}`; try fewer words, or `optout list` for all platforms")
    output.write_lines(lists.hits(hits, output.screen()))
    return options.tell_broken(found.broken, opened.file)
