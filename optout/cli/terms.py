"""optout terms: what operators' archived terms say on training AI, and how that changed."""

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.cli import catalogs, options, output
from optout.cli.choices import OneOf
from optout.errors import OptoutError, UsageProblem
from optout.model import Date, Platform

if TYPE_CHECKING:
    from optout.terms.library import Library

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("terms")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@click.option("--changed", is_flag=True, help="Which terms changed in what they say on training, newest first.")
@click.option("--since", type=_DAY, metavar="DATE", help="With --changed: from this day.  [default: since each check]")
@click.option("--at", type=_DAY, metavar="DATE", help="As they stood on this day.")
@click.option("--update", is_flag=True, help="Get the collections, or what is new in them: this asks the network.")
@click.option(
    "--clones",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="OPTOUT_TERMS",
    metavar="DIR",
    help="Where the collections are.  [default: in the data folder; env: OPTOUT_TERMS]",
)
@click.option("--from", "home", metavar="ADDRESS", help="With --update: from here instead of Open Terms Archive.")
@click.option(
    "--format",
    "format_",
    type=OneOf(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="How to list; markdown with --changed only.",
)
@options.output_option
@options.catalog_option
def command(
    platforms: tuple[str, ...],
    changed: bool,
    since: datetime | None,
    at: datetime | None,
    update: bool,
    clones: Path | None,
    home: str | None,
    format_: str,
    path: Path | None,
    catalog: Path | None,
) -> int:
    """The terms of platforms as Open Terms Archive keeps them: every edition, from when it stands, and the passages on
    training AI, on objecting and on whom to write to. What the entry does not have is marked.

    They are read from git clones on this machine; only --update asks the network. With --changed the exit code is 1 if
    terms changed, in what they say on training, after their entry was last checked.

    \b
    optout terms --update
    optout terms linkedin
    optout terms whatsapp --at 2025-06-01
    optout terms --changed --since 2026-01-01
    """  # fmt: skip
    _refuse(platforms, changed, since, at, update, home, format_)
    from optout.catalog.entries import broken
    from optout.catalog.lookup import ask_all, slugs_of
    from optout.terms import library

    opened = catalogs.open_catalog(catalog)
    slugs = slugs_of(ask_all(opened, platforms))
    decoded = [one for one in opened if not slugs or one.slug in slugs]
    entries = [one.entry for one in decoded if isinstance(one.entry, Platform)]
    folder = clones or library.default_folder()
    if update:
        return _update(entries, platforms, folder, home)
    with library.opened(folder) as found:
        _must_have(entries, platforms, found)
        code = _changed(entries, found, since, format_, path) if changed else _read(entries, found, at, format_, path)
    return max(code, catalogs.tell_broken(broken(decoded), opened.file))


def _refuse(
    platforms: tuple[str, ...],
    changed: bool,
    since: datetime | None,
    at: datetime | None,
    update: bool,
    home: str | None,
    format_: str,
) -> None:
    """Stop before anything is done if the options do not fit together."""
    if since and not changed:
        raise UsageProblem("--since goes with --changed: optout terms --changed --since 2026-01-01")
    if at and (changed or update):
        raise UsageProblem("--at goes with platforms alone: optout terms linkedin --at 2026-01-01")
    if update and changed:
        raise UsageProblem("--update and --changed are two steps: run `optout terms --update` first")
    if home and not update:
        raise UsageProblem("--from says where --update gets the collections; add --update")
    if format_ == "markdown" and not changed:
        raise UsageProblem("markdown is a format of --changed; choose text or json here")
    if not (platforms or changed or update):
        raise UsageProblem("name a platform, or say --changed or --update: optout terms linkedin")


def _read(entries: list[Platform], library: "Library", at: datetime | None, format_: str, path: Path | None) -> int:
    """Show what the terms of entries say; 1 if a document cannot be read."""
    from optout.render import terms
    from optout.render.screen import Screen
    from optout.terms.editions import Unread, editions

    day = Date(at.year, at.month, at.day) if at else None
    found = [(one, tuple(editions(one, library, day))) for one in entries]
    if format_ == "json":
        output.write(terms.as_json(found), path)
    else:
        screen = output.screen() if path is None else Screen()
        output.write_lines("\n".join(terms.text(one, said, screen) for one, said in found if one.terms), path)
        for one, _ in found:
            if not one.terms:
                output.say(f"{one.name} has no archived terms in its entry")
    return int(any(isinstance(one, Unread) for _, said in found for one in said))


def _changed(
    entries: list[Platform], library: "Library", since: datetime | None, format_: str, path: Path | None
) -> int:
    """List the changes; 1 if one is newer than the check of its entry."""
    from optout.render import terms
    from optout.render.screen import Screen
    from optout.terms.watch import watch

    day = Date(since.year, since.month, since.day) if since else None
    found = watch(entries, library, int(time.time()), day, output.say)
    if format_ == "json":
        output.write(terms.changed_json(found), path)
    elif format_ == "markdown":
        output.write(terms.changed_markdown(found), path)
    else:
        output.write_lines(terms.changed_text(found, output.screen() if path is None else Screen()), path)
    for one in found.unread:
        output.say(f"optout: not read: {one.terms.service}, {one.document}: {one.reason}")
    output.say(_counted(found.changes, len(entries), since))
    return int(any(one.unseen for one in found.changes))


def _counted(changes: "tuple[object, ...]", entries: int, since: datetime | None) -> str:
    from optout.guide.words import count

    when = f"since {since.date().isoformat()}" if since else "since their entries were checked"
    return f"{count(len(changes), 'change')} in what terms say on training, {when}, among {count(entries, 'platform')}"


def _must_have(entries: list[Platform], platforms: tuple[str, ...], library: "Library") -> None:
    """Stop if not one of the collections that are needed is here.

    Raises:
        OptoutError: none is; the sentence says how to get them.
    """
    from optout.terms.library import how_to_get, wanted

    names = wanted(terms for one in entries for terms in one.terms)
    if not names:
        listed = ", ".join(one.name for one in entries[:3]) + (" and others" if len(entries) > 3 else "")
        raise OptoutError(f"no archived terms are known of {listed}; `terms:` in an entry names them")
    if missing := [name for name in names if not library.has(name)]:
        if len(missing) == len(names):
            raise OptoutError(f"there are no terms in {library.folder}: {how_to_get(names, platforms)}")
        output.say(f"optout: {len(missing)} of {len(names)} collections are not here: {how_to_get(missing, platforms)}")


def _update(entries: list[Platform], platforms: tuple[str, ...], folder: Path, home: str | None) -> int:
    """Get the collections that the entries name; 1 if one could not be got."""
    from optout.terms.library import COLLECTIONS, HOME, LICENCE, how_to_get, wanted
    from optout.terms.update import update

    named = wanted(terms for one in entries for terms in one.terms)
    names = named or tuple(one.name for one in COLLECTIONS)
    output.say(f"{how_to_get(names, platforms)}; they are kept in {folder}")
    failed = 0
    for one in update(names, folder, output.say, home or HOME):
        output.say(f"optout: {one.problem}" if one.problem else f"{one.collection}: up to date")
        failed += bool(one.problem)
    output.say(f"Data: Open Terms Archive, {LICENCE}")
    return int(failed > 0)
