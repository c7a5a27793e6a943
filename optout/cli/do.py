"""optout do: what is to be done, one after the other."""

from pathlib import Path

import click

from optout.cli import catalogs, mine, options
from optout.errors import NotFound


@click.command("do")
@click.argument("platforms", metavar="[PLATFORM]...", nargs=-1, type=options.PLATFORM)
@mine.person_options
@click.option("--no-open", "opens", flag_value=False, default=True, help="Only print addresses; open nothing.")
@options.language_option
@mine.list_options
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    region: str,
    devices: tuple[str, ...],
    plans: tuple[str, ...],
    opens: bool,
    spoken: str | None,
    named: Path | None,
    profile: str,
    catalog: Path | None,
) -> int:
    """All that is to be done on your list, or only PLATFORM, in the order of `optout plan`: shows the steps, opens the
    setting in the browser (over SSH, or without a screen, prints its address), and asks what became of it.

    A key each, or a line each from a pipe. Every answer is kept at once: quit whenever you like, and go on another day.

    \b
    optout do
    optout do linkedin --no-open
    """
    from optout.accounts import Account
    from optout.accounts.store import now
    from optout.cli.asking import ask_person, go_through
    from optout.messages import language
    from optout.plan import make_plan

    found = mine.writable(named, profile)
    opened = catalogs.personal_catalog(catalog)
    meant = mine.meant(opened, platforms) if platforms else []
    accounts = found.profile.listed if meant else mine.some(found)
    known, broken = mine.platforms(opened, accounts)
    tongue = language(options.language_of(spoken, for_terminal=True))
    said = mine.person(found, region, devices, plans)
    if not (said.at or any(said[:3])):
        answered = ask_person(tongue, str(found.file.path))
        if answered is not None:
            said = answered
            found = mine.keep_person(found, answered)
    if meant:
        listed = mine.by_slug(known, accounts)
        moment = now()
        fresh = [Account(one.slug, moment[:10], moment) for one in meant if one.slug not in listed]
        known |= {one.slug: one for one in meant}
        chosen = [account for one in meant for account in listed.get(one.slug, ())]
        accounts = tuple(one._replace(state="", done="") for one in (*chosen, *fresh))
    plan = make_plan((one for one in accounts if one.name not in broken), known, said)
    if meant and not plan.tasks:
        raise NotFound(
            f"there is nothing to do at {', '.join(one.name for one in meant)}; `optout show {meant[0].slug}` says why"
        )
    go_through(found, plan, tongue, opens, f"optout do{f' --profile {profile}' if profile else ''}", opened)
    return catalogs.tell_broken(broken, opened.file)
