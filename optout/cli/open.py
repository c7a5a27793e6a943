"""optout open: the setting itself, in the browser."""

import sys
from pathlib import Path

import click

from optout.catalog.lookup import find
from optout.cli import options, output
from optout.errors import NotFound, OptoutError
from optout.guide import compose


@click.command("open", short_help="The setting itself, in the browser")
@click.argument("platform", metavar="PLATFORM", nargs=-1, required=True, type=options.PLATFORM)
@options.reader_options
@click.option("--print", "only_print", is_flag=True, help="Only print the address.")
@options.catalog_option
def command(
    platform: tuple[str, ...], region: str, device: str | None, plan: str, only_print: bool, catalog: Path | None
) -> int:
    """The setting or form of PLATFORM in the browser; for a request by e-mail, the message to send.

    \b
    optout open linkedin
    optout open slack --print
    """
    found = find(options.open_catalog(catalog), platform)
    for note in found.notes():
        print(note, file=sys.stderr)
    guide = compose(found.platform, options.reader_of(region, device, plan))
    ways = (guide.best, *guide.others) if guide.best else ()
    way = next((one for one in ways if one.link), None)
    if way is None:
        raise NotFound(f"no address is known for {guide.name}; `optout show {guide.slug}` tells the way")
    if only_print:
        output.write(f"{way.link}\n")
        return 0
    print(f"Opening {way.name} ({way.action}): {way.link}", file=sys.stderr)
    import webbrowser

    if not webbrowser.open(way.link):
        raise OptoutError(f"no browser could be started; open {way.link} yourself")
    return 0
