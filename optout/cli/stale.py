"""optout stale: what should be looked at next, and in which order."""

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.catalog.locate import called
from optout.cli import catalogs, options, output, project, waiting
from optout.cli.choices import OneOf
from optout.errors import OptoutError
from optout.files import has_terms
from optout.model import Date, Platform

if TYPE_CHECKING:
    from optout.monitoring.stale import NewTerms


@click.command("stale")
@click.option(
    "-n", "--limit", type=click.IntRange(1), metavar="N", default=10, show_default=True, help="So many entries at most."
)
@click.option("--older-than", type=click.IntRange(0), metavar="DAYS", help="Only entries checked longer ago.")
@click.option(
    "--users",
    "users_file",
    type=options.THERE,
    metavar="FILE",
    help="How many people use each platform: CSV with slug,users,source.",
)
@click.option(
    "--state",
    "states",
    type=options.THERE,
    multiple=True,
    metavar="FILE",
    help="Results of optout evidence or optout links.  [default: where they keep them]",
)
@click.option("--format", "format_", type=OneOf(("text", "json")), default="text", show_default=True,
              help="How to list.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Rank as if it were this day.")
@options.output_option
@options.catalog_option
def command(
    limit: int,
    older_than: int | None,
    users_file: Path | None,
    states: tuple[Path, ...],
    format_: str,
    today: datetime | None,
    path: Path | None,
    catalog: Path | None,
) -> int:
    """The entries to compare with their sources next, each with the reasons why.

    Above all what changed in archived terms on training since a check, with the passage (where optout terms --update
    has got them), then oldest check first. A source that changed or went away since then, an announced date that has
    passed, a way without an official source and what is not certain count as further days, and all of them by the
    number of users where it is known. Asks no network: what changed is known from earlier runs of optout evidence and
    optout links.

    \b
    optout stale
    optout stale --older-than 90 --limit 50
    """
    from optout.catalog.entries import SoundPlatforms
    from optout.monitoring import agenda, signals, stale, users
    from optout.render.screen import Screen

    project.hold_here(catalog)
    opened = catalogs.open_catalog(catalog)
    found = SoundPlatforms(opened)
    heard = signals.read(states or signals.default_paths())
    day = today or datetime.now()
    with waiting.shown():
        known = users.read(users_file, {one.slug for one in found}) if users_file else {}
        changed = _new_terms([one for one in found if one.terms]) if has_terms() else {}
        ranked = stale.rank(found, Date(day.year, day.month, day.day), heard, known, changed)
    if not (ranked or found.broken):
        raise OptoutError(f"{called(opened.file)} has no entries, so that none is due; optout check says more")
    fitting = [due for due in ranked if older_than is None or due.age > older_than]
    listed = fitting[:limit]
    if format_ == "json":
        output.write(agenda.as_json(listed, len(fitting)), path)
    else:
        screen = output.screen() if path is None else Screen()
        output.write_lines(agenda.text(listed, screen), path)
        output.say(_ending(len(listed), len(fitting), older_than))
    return catalogs.tell_broken(found.broken, opened.file)


def _new_terms(platforms: "Sequence[Platform]") -> "dict[str, list[NewTerms]]":
    """By slug: what archived terms on this machine say on training that is newer than these entries, newest first."""
    from optout.monitoring.stale import NewTerms
    from optout.terms import library
    from optout.terms.watch import watch

    with library.opened() as terms:
        changes = watch(platforms, terms, int(time.time()), say=output.say).changes
    found: dict[str, list[NewTerms]] = {}
    for one in changes:
        passage = (one.new or one.gone)[0].sentence.text
        for entry in one.unseen:
            found.setdefault(entry.slug, []).append(NewTerms(one.document, one.day, passage, not one.new))
    return found


def _ending(listed: int, fitting: int, older_than: int | None) -> str:
    """What is not shown, so that nobody takes a part for the whole."""
    from optout.guide.words import count

    since = "" if older_than is None else f" checked more than {older_than} days ago"
    if not fitting:
        return f"no entry was{since}" if since else "no entry can be read"
    rest = f", {fitting - listed:,} more with --limit {fitting}" if fitting > listed else ""
    return f"{listed:,} of {count(fitting, 'entry', 'entries')}{since}{rest}"
