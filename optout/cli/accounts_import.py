"""optout accounts import: accounts from a password manager's export, a browser, or another list."""

import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import click

from optout.accounts import Account, Lists, Profile
from optout.cli import catalogs, mine, options, output
from optout.cli.choices import OneOf
from optout.errors import OptoutError
from optout.exports.names import FORMATS

_HEAD = 200  # bytes by which a list is known


@click.command("import", short_help="Add accounts from a password manager's export")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--from", "whose", type=OneOf(tuple(FORMATS)), metavar="NAME",
              help="Whose export it is, if it is not recognised: a wrong NAME lists them all.")  # fmt: skip
@click.option("--history", is_flag=True, help="Of Google Takeout, also the pages that you went to.")
@click.option("--yes", is_flag=True, help="Ask nothing: take every platform behind a shared account.")
@click.option("--dry-run", "is_trial", is_flag=True, help="Only say what would be added.")
@mine.list_options
@options.language_option
@options.catalog_option
def command(
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
    names = mine.names(source)
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


def _short(path: Path) -> str:
    """A path as one writes it: `~` for one's home."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (RuntimeError, ValueError):
        return str(path)
