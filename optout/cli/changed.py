"""optout changed: what is different at one's accounts since one decided about them."""

from collections.abc import Iterable
from pathlib import Path

import click

from optout.accounts import Account, Person
from optout.cli import catalogs, mine, options, output
from optout.cli.choices import OneOf
from optout.model import Platform


@click.command("changed")
@click.argument("platforms", metavar="[PLATFORM]...", nargs=-1, type=mine.LISTED)
@click.option("--seen", is_flag=True, help="Take what the guides say now as looked at; what was done stays done.")
@click.option("--format", "format_", type=OneOf(("text", "markdown", "json")), default="text", show_default=True,
              help="How to say it.")  # fmt: skip
@mine.person_options
@options.language_option
@options.output_option
@mine.list_options
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    seen: bool,
    format_: str,
    region: str,
    devices: tuple[str, ...],
    plans: tuple[str, ...],
    spoken: str | None,
    path: Path | None,
    named: Path | None,
    profile: str,
    catalog: Path | None,
) -> int:
    """What is different now from what the guides said when you decided: what to do again, what is new to do, and what
    is only said otherwise or found elsewhere. Exits with 1 if anything is to be done: for cron.

    \b
    optout changed
    optout changed --seen linkedin
    """
    from optout.plan.changed import changed
    from optout.render import differences as render

    found = mine.opened(named, profile)
    accounts = mine.some(found)
    opened = catalogs.personal_catalog(catalog)
    known, broken = mine.platforms(opened, accounts)
    if platforms:
        wanted = {one.slug for one in mine.meant(opened, platforms)}
        accounts = tuple(one for one in accounts if one.name in known and known[one.name].slug in wanted)
    sound = [one for one in accounts if one.name not in broken]
    said = mine.person(found, region, devices, plans)
    different = changed(sound, known, said)
    tongue = options.language_of(spoken, for_terminal=format_ == "text")
    if seen:
        news = {one.account.name for one in different}
        _see(found, [one for one in sound if one.name in news or one.was is None], known, said)
        output.write_lines(render.seen(len(different), tongue), path)
        return catalogs.tell_broken(broken, opened.file)
    if format_ == "text":
        output.show_lines(lambda screen: render.text(different, screen, tongue, broken), path)
    else:
        output.write((render.markdown if format_ == "markdown" else render.as_json)(different, tongue, broken), path)
    catalogs.tell_broken(broken, opened.file)
    return 1 if broken or any(one.asks != "wording" for one in different) else 0


def _see(found: mine.Mine, accounts: Iterable[Account], known: dict[str, Platform], who: Person) -> None:
    """Keep what the guides say now, instead of what they said or where nothing was kept."""
    from optout.accounts.store import now
    from optout.plan.memory import decided
    from optout.plan.standing import standing

    moment = now()
    told = [
        decided(standing(account, known[account.name], who), account.state, moment, account.done)
        for account in accounts
        if account.name in known
    ]
    found.change(lambda profile: profile.take(*(account for one in told for account in one)))
