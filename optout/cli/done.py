"""optout done: tick off accounts."""

import sys
from pathlib import Path

import click

from optout.accounts import Account
from optout.cli import catalogs, mine, options, output
from optout.errors import UsageProblem
from optout.model import Platform


@click.command("done")
@click.argument("platforms", metavar="PLATFORM...", nargs=-1, type=options.PLATFORM)
@click.option("--from", "checklist", type=click.Path(path_type=Path), metavar="FILE",
              help="Tick off what is ticked in the Markdown of `optout plan`; - is standard input.")  # fmt: skip
@options.language_option
@mine.list_options
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    checklist: Path | None,
    spoken: str | None,
    named: Path | None,
    profile: str,
    catalog: Path | None,
) -> int:
    """Tick off PLATFORM, by any name; one that is not on your list is put on it. What the guide says today is kept, so
    that `optout changed` can tell what is different one day.

    \b
    optout done linkedin "GitHub Copilot"
    optout done --from plan.md
    """
    from optout.messages import language, message

    if bool(platforms) == bool(checklist):
        raise UsageProblem("name what you have done, or a checklist with --from")
    opened = catalogs.personal_catalog(catalog)
    tongue = language(options.language_of(spoken, for_terminal=True))
    if checklist:
        from optout.accounts.checklist import ticks

        slugs = [slug for slug, is_ticked in ticks(_text(checklist)).items() if is_ticked]
        if not slugs:
            output.write_lines(tongue.text(message("mine-nothing-ticked", file=str(checklist))) + "\n")
            return 1
        meant = mine.meant(opened, tuple(slugs))
    else:
        meant = mine.meant(opened, platforms)
    found = mine.writable(named, profile)
    known, _ = mine.platforms(opened, found.profile.listed)
    # Whoever reads a checklist again says nothing new of what is done.
    listed = mine.by_slug(known, found.profile.listed)
    is_done = {slug: all(one.state == "done" for one in accounts) for slug, accounts in listed.items()}
    found = tick(found, [one for one in meant if not (checklist and is_done.get(one.slug))], known)
    lines = [tongue.text(message("mine-done", name=one.name)) for one in meant]
    every = found.profile.listed
    far = message("mine-far", done=sum(one.state == "done" for one in every), total=len(every))
    output.write_lines("\n".join([*lines, tongue.text(far)]) + "\n")
    return 0


def _text(path: Path) -> str:
    from optout.cli import reading

    if path == reading.STDIN:
        return sys.stdin.read()
    return reading.text(path, "checklist")


def tick(found: mine.Mine, meant: list[Platform], known: dict[str, Platform]) -> mine.Mine:
    """The list with these platforms done."""
    from optout.accounts.store import now
    from optout.plan.memory import decided
    from optout.plan.standing import standing

    moment = now()
    listed = mine.by_slug(known, found.profile.listed)

    def done(platform: Platform) -> list[Account]:
        accounts = listed.get(platform.slug) or [Account(platform.slug, moment[:10], moment)]
        who = found.profile.person
        told = [decided(standing(account, platform, who), "done", moment) for account in accounts]
        return [account for one in told for account in one]

    made = [account for platform in meant for account in done(platform)]
    return found.change(lambda profile: profile.take(*made))
