"""optout undo: take a decision back."""

from pathlib import Path

import click

from optout.cli import catalogs, mine, options, output
from optout.errors import NotFound


@click.command("undo")
@click.argument("platforms", metavar="PLATFORM...", nargs=-1, required=True, type=mine.LISTED)
@options.language_option
@mine.list_options
@options.catalog_option
def command(
    platforms: tuple[str, ...], spoken: str | None, named: Path | None, profile: str, catalog: Path | None
) -> int:
    """Let PLATFORM, by any name, be to do again: it was ticked off, skipped, put off or not there.

    \b
    optout undo linkedin
    """
    from optout.accounts.store import now
    from optout.messages import language, message

    found = mine.opened(named, profile)
    meant = mine.meant(catalogs.personal_catalog(catalog), platforms)
    known, _ = mine.platforms(catalogs.personal_catalog(catalog), found.profile.listed)
    listed = mine.by_slug(known, found.profile.listed)
    missing = [one.name for one in meant if one.slug not in listed]
    if missing:
        raise NotFound(f"{', '.join(missing)} is not on your list; nothing was changed, `optout plan` shows what is")
    moment = now()
    undone = [
        account._replace(at=moment, state="", done="") for one in meant for account in listed[one.slug] if account.state
    ]
    found.change(lambda profile: profile.take(*undone))
    tongue = language(options.language_of(spoken, for_terminal=True))
    output.write_lines("".join(f"{tongue.text(message('mine-undone', name=one.name))}\n" for one in meant))
    return 0
