"""optout accounts: what one uses, by name or from a password manager's export."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import click

from optout.accounts import Account, Lists, Profile
from optout.cli import catalogs, mine, once, options, output
from optout.cli.choices import OneOf
from optout.errors import NotFound, OptoutError
from optout.exports.names import FORMATS

_HEAD = 200  # bytes by which a list is known


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


@command.command("import", short_help="Add accounts from a password manager's export")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--from", "whose", type=OneOf(tuple(FORMATS)), metavar="NAME",
              help="Whose export it is, if it is not recognised: a wrong NAME lists them all.")  # fmt: skip
@click.option("--history", is_flag=True, help="Of Google Takeout, also the pages that you went to.")
@click.option("--yes", is_flag=True, help="Ask nothing: take every platform behind a shared account.")
@click.option("--dry-run", "is_trial", is_flag=True, help="Only say what would be added.")
@mine.list_options
@options.language_option
@options.catalog_option
def import_(
    path: Path,
    whose: str | None,
    history: bool,
    yes: bool,
    is_trial: bool,
    named: Path | None,
    profile: str,
    spoken: str | None,
    catalog: Path | None,
) -> int:
    """Add the accounts that a password manager, a browser or a list of your own knows of.

    FILE is an export of 1Password, Apple Passwords, Bitwarden, Brave, Chrome, Dashlane, Edge, Enpass, Firefox, KeePass,
    KeePassXC, LastPass, NordPass, Opera, Proton Pass, RoboForm or Safari, bookmarks, an archive of Google Takeout, or a
    text with an address or a name on each line; `-` is standard input. Addresses, ids of apps and titles are read, and
    nothing else. A list that My list on the site saved, or another machine has, becomes one with yours.

    \b
    optout accounts import passwords.csv
    optout accounts import takeout.zip --history
    pbpaste | optout accounts import -
    """
    from optout.accounts.match import sort
    from optout.exports.read import opened
    from optout.render import imported

    tongue = options.language_of(spoken, True)
    source = catalogs.personal_catalog(catalog)
    # Before anybody answers for nothing.
    kept = mine.opened(named, profile) if is_trial else mine.writable(named, profile)
    if not whose and (other := _list_in(path)):
        return _merge(path, other, kept, is_trial, tongue)
    before, where, screen = kept.profile, _short(kept.file.path), output.screen(sys.stderr)
    if str(path) == "-" or path.exists():
        output.say_lines(imported.before(str(path), where, is_trial, screen, tongue))
    with opened(path, whose or "", history) as export:
        found = sort(export.items, source)
    names = _names(source)
    may_ask = bool(found.shared) and not yes and str(path) != "-" and sys.stdin.isatty()
    behind = imported.open_slugs(found.shared)
    taken = _chosen(found.shared, names, tongue) if may_ask else behind
    unknown = tuple(at for at in found.unknown if at not in found.visited)  # nobody has an account at each page
    slugs = (*found.platforms, *taken)
    fresh = (slug for slug in slugs if before.get(slug) is None)
    known, _ = mine.platforms(source, (Account(slug, "", "") for slug in fresh))

    def act(profile: Profile) -> Profile:
        return mine.put(mine.put(profile, slugs, known, "platform"), unknown, {}, "unknown")

    if not is_trial and (slugs or unknown):
        kept.change(act)
    told = imported.Imported(
        str(path),
        export.format,
        FORMATS.get(export.format, export.format),
        found._replace(platforms=found.platforms | dict.fromkeys(taken if may_ask else (), 1)),
        sum(before.get(slug) is None for slug in (set(slugs) if may_ask else found.platforms)),
        () if may_ask else behind,
        export.is_pages,
        export.counts_lines,
        export.passed_over,
    )
    output.write_lines(imported.after(told, names, output.screen(), tongue))
    return 0 if slugs else 1


def _list_in(path: Path) -> Lists | None:
    """The list that a file is, as optout and the site write it; None if it is another file.

    Raises:
        OptoutError: it is damaged, or was written by a newer optout.
    """
    from optout.accounts.text import NoList, read
    from optout.exports.source import LARGEST, open_file

    if str(path) == "-":
        return None
    with open_file(path) as stream:
        head = stream.read(_HEAD)
        if head.lstrip()[:1] != b"{" or b'"optout": "list"' not in head:
            return None
        data = head + stream.read(LARGEST)
    try:
        return read(data)
    except NoList as error:
        why = "was written by a newer optout" if error.is_newer else f"is a damaged list ({error})"
        then = "update optout" if error.is_newer else "save it anew"
        raise OptoutError(f"{path} {why}; nothing was changed, {then}") from None


def _merge(path: Path, other: Lists, kept: mine.Mine, is_trial: bool, spoken: str) -> int:
    """Make one list of two, and say what is another now on one's own."""
    from optout.render import imported

    before = kept.profile.accounts
    merged = kept.merged(other) if is_trial else kept.merge(other).lists
    after = merged.profile(kept.name).accounts
    output.write_lines(imported.merged(str(path), before, after, is_trial, output.screen(), spoken))
    return 0


def _chosen(shared: Sequence[Any], names: Mapping[str, str], spoken: str) -> tuple[str, ...]:
    """Those of the platforms behind shared accounts that somebody says they use."""
    from optout.render import imported

    behind = imported.open_slugs(shared)
    output.say_lines("\n" + imported.question(shared, names, output.screen(sys.stderr), spoken))
    while True:
        try:
            with redirect_stdout(sys.stderr):
                answer = input(imported.asked(spoken))
        except EOFError:
            output.say_lines("\n")
            return behind
        numbers = _numbers(answer, len(behind))
        if numbers is not None:
            return tuple(behind[number - 1] for number in numbers)
        output.say(imported.again(len(behind), spoken))


def _numbers(answer: str, most: int) -> list[int] | None:
    """The numbers that an answer names, `1 3 5-8`; all of them if it is empty, none for 0; None if it is no answer."""
    if answer.strip() in ("", "0"):
        return [] if answer.strip() else list(range(1, most + 1))
    found: set[int] = set()
    for part in answer.replace(",", " ").split():
        ends = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part, re.ASCII)
        if ends is None or not 1 <= int(ends[1]) <= int(ends[2] or ends[1]) <= most:
            return None
        found.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
    return sorted(found) or None


def _list(named: Path | None, profile: str, spoken: str | None, catalog: Path | None) -> int:
    from optout.render import imported

    kept = mine.opened(named, profile).profile
    names = _names(catalogs.personal_catalog(catalog))
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


def _names(catalog: Any) -> dict[str, str]:
    """The names of all platforms by their slugs."""
    from optout.catalog.table import table_of

    titles: Iterator[list[str]] = (line.split("\t") for line in table_of(catalog).titles().splitlines())
    return {title[0]: title[1] for title in titles}


def _short(path: Path) -> str:
    """A path as one writes it: `~` for one's home."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (RuntimeError, ValueError):
        return str(path)


def _listed(names: Sequence[str]) -> Any:
    from optout.messages import Listed

    return Listed(tuple(names))


def _say_names(said: Sequence[Any], spoken: str | None) -> None:
    from optout.messages import language

    tongue = language(options.language_of(spoken, True))
    output.write_lines("".join(f"{tongue.text(one)}\n" for one in said if one))
