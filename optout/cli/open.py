"""optout open: the setting itself, in the browser."""

import sys
from pathlib import Path

import click

from optout.catalog.locate import called
from optout.catalog.lookup import find
from optout.cli import catalogs, keeping, options, output
from optout.errors import NotFound, OptoutError
from optout.guide import Guide, compose
from optout.guide.guide import Way


@click.command("open")
@click.argument("platform", metavar="PLATFORM", nargs=-1, required=True, type=options.PLATFORM)
@options.reader_options
@options.way_option
@click.option("--print", "only_print", is_flag=True, help="Only print the address.")
@options.catalog_option
def command(
    platform: tuple[str, ...],
    region: str,
    device: str | None,
    plan: str,
    as_kept: bool,
    way: int | None,
    only_print: bool,
    catalog: Path | None,
) -> int:
    """The first way to refuse that `optout show` tells: its page or form in the browser, or the message to send.

    The whole address is shown first. Only https pages, mails to one address, with a subject and a text, and, on
    its own system, a page of a system's settings are opened.

    \b
    optout open linkedin
    optout open linkedin --way 2
    optout open slack --print
    """
    keeper = keeping.Keeper(catalog)
    found_in = catalogs.open_catalog(catalog)
    found = find(found_in, platform)
    keeper.names(found_in, platform, [found])
    for note in found.notes():
        output.say(note)
    guide = compose(found.platform, options.reader_of(region, device, plan, as_kept))
    first = (guide.led_by(way) if way else guide).best
    if first is None:
        raise NotFound(f"there is nothing to open for {guide.name}; `optout show {guide.slug}` says why")
    if not first.link:
        raise NotFound(_without_address(guide, first))
    from optout.address.judge import objection
    from optout.address.systems import system

    if wrong := objection(first.link):
        raise OptoutError(f"{first.link} is not opened: {wrong}; run optout check on {called(found_in.file)}")
    made_for = system(first.link)
    if made_for and made_for.platform != sys.platform and not only_print:
        raise OptoutError(
            f"{first.link} opens the settings of {made_for.name}, and this is another system; open it there, "
            f"or follow `optout show {guide.slug}`"
        )
    if not (region or device or plan or as_kept or way or made_for):
        keeper.address(found_in, found.platform.slug, first.link)
    if only_print:
        output.write(f"{first.link}\n")
        return 0
    # Whole, and before the browser is asked: whoever reads it can still stop.
    output.say(f"Opening {first.name} ({first.action}): {first.link}")
    import webbrowser

    if not webbrowser.open(first.link):
        raise OptoutError(f"no browser could be started; open {first.link} yourself")
    return 0


def _without_address(guide: Guide, asked: Way) -> str:
    """That the way asked for has no address, and which of the others have one."""
    others = [f"`optout open {guide.slug} --way {way.number}` ({way.name})" for way in guide.ways if way.link]
    known = f"; these have one: {', '.join(others)}" if others else ""
    return f"{asked.name} has no address of its own; `optout show {guide.slug}` tells its steps{known}"
