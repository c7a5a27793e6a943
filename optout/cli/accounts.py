"""optout accounts: what one uses, by name or from a password manager's export."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from optout.accounts import Profile
from optout.cli import accounts_import, catalogs, mine, once, options, output
from optout.errors import NotFound


@click.group("accounts", cls=once.OnceGroup, invoke_without_command=True)
@mine.list_options
@options.language_option
@options.catalog_option
@click.pass_context
def command(ctx: click.Context, named: Path | None, profile: str, spoken: str | None, catalog: Path | None) -> int:
    """What you use, in a list on your own machine.

    \b
    optout accounts                                 all of them
    optout accounts add linkedin "GitHub Copilot" slack.com
    optout accounts import passwords.csv            from a password manager or a browser
    optout accounts remove slack
    """
    if ctx.invoked_subcommand is None:
        return _list(named, profile, spoken, catalog)
    given = {"named": named, "profile": profile, "spoken": spoken, "catalog": catalog}
    ctx.default_map = {ctx.invoked_subcommand: {name: value for name, value in given.items() if value}}
    return 0


@command.command("list", short_help="All accounts on the list")
@mine.list_options
@options.language_option
@options.catalog_option
def list_(named: Path | None, profile: str, spoken: str | None, catalog: Path | None) -> int:
    """All accounts on the list, and which of them are done."""
    return _list(named, profile, spoken, catalog)


@command.command("add", short_help="Add accounts by any name")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, type=options.PLATFORM)
@click.option("--plan", default="", metavar="NAME", help="The plan of these accounts, such as Team.")
@mine.list_options
@options.language_option
@options.catalog_option
def add(
    names: tuple[str, ...], plan: str, named: Path | None, profile: str, spoken: str | None, catalog: Path | None
) -> int:
    """Add accounts: by name, former name, domain or pasted address. A site without a guide is added as such."""
    from optout.catalog.hosts import host
    from optout.catalog.lookup import Company, Nothing, ask_all
    from optout.messages import message

    opened = catalogs.personal_catalog(catalog)
    answers = ask_all(opened, names)
    wrong = [one.message for one in answers if isinstance(one, Nothing) and not host(one.asked)]
    wrong += [
        f"{one.name} is a company; add those of its platforms that you use: {', '.join(one.slugs)}"
        for one in answers
        if isinstance(one, Company)
    ]
    if wrong:
        raise NotFound(*wrong, *(("nothing was added",) if len(answers) > len(wrong) else ()))
    found = {answer.platform.slug: answer.platform for answer in answers if not isinstance(answer, Nothing | Company)}
    others = [host(answer.asked) for answer in answers if isinstance(answer, Nothing)]
    for answer in answers:
        if not isinstance(answer, Nothing | Company):
            for note in answer.notes():
                output.say(note)
    there: list[str] = []

    def act(kept: Profile) -> Profile:
        there[:] = [name for name in (*found, *others) if kept.get(name)]
        return mine.put(mine.put(kept, found, found, "platform", plan), others, {}, "unknown", plan)

    mine.writable(named, profile).change(act)
    fresh = [name for name in (*found, *others) if name not in there]
    _say_names(
        (message("accounts-added", names=_listed(fresh)) if fresh else None,
         message("accounts-there", names=_listed(there)) if there else None),
        spoken,
    )  # fmt: skip
    return 0


@command.command("remove", short_help="Take accounts off the list")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, type=options.PLATFORM)
@mine.list_options
@options.language_option
@options.catalog_option
def remove(names: tuple[str, ...], named: Path | None, profile: str, spoken: str | None, catalog: Path | None) -> int:
    """Take accounts off the list, by any name."""
    from optout.accounts import store
    from optout.messages import message

    kept = mine.opened(named, profile)
    found = [_on(kept.profile, name, catalog) for name in names]
    if missing := [name for name, slug in zip(names, found, strict=True) if not slug]:
        raise NotFound(f"not on your list: {', '.join(missing)}; nothing was removed, `optout accounts` shows the list")

    def act(profile: Profile) -> Profile:
        for slug in found:
            profile = profile.remove(slug, store.now())
        return profile

    kept.change(act)
    _say_names((message("accounts-removed", names=_listed(found)),), spoken)
    return 0


command.add_command(accounts_import.command)


def _list(named: Path | None, profile: str, spoken: str | None, catalog: Path | None) -> int:
    from optout.render import imported

    kept = mine.opened(named, profile).profile
    names = mine.names(catalogs.personal_catalog(catalog))
    tongue = options.language_of(spoken, True)
    output.show_lines(lambda screen: imported.listed(kept.listed, names, screen, tongue), None)
    return 0


def _on(profile: Profile, name: str, catalog: Path | None) -> str:
    """The name by which an account is on the list; empty if it is not."""
    from optout.catalog.hosts import host
    from optout.catalog.lookup import Found, ask

    for one in (name.strip().lower(), host(name)):
        if one and profile.get(one):
            return one
    answer = ask(catalogs.personal_catalog(catalog), name)
    return answer.platform.slug if isinstance(answer, Found) and profile.get(answer.platform.slug) else ""


def _listed(names: Sequence[str]) -> Any:
    from optout.messages import Listed

    return Listed(tuple(names))


def _say_names(said: Sequence[Any], spoken: str | None) -> None:
    from optout.messages import language

    tongue = language(options.language_of(spoken, True))
    output.write_lines("".join(f"{tongue.text(one)}\n" for one in said if one))
