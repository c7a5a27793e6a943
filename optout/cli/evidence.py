"""optout evidence: whether the sources still say what the entries quote."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from optout.cli import monitoring, options, output
from optout.files import has_terms

if TYPE_CHECKING:
    from optout.catalog import Decoded
    from optout.monitoring.archived import Copies


@click.command("evidence")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@monitoring.run_options
@click.option("--ask-all", is_flag=True, help="Ask also the pages of which there is an archived copy on this machine.")
@options.output_option
def command(
    platforms: tuple[str, ...], ask_all: bool, format_: str, path: Path | None, catalog: Path | None, **given: Any
) -> int:
    """Read the pages that the catalog, or some platforms, cite, and see whether the quotes still stand there.

    Of official pages it also remembers what they say about training AI, and tells when that changes. A change
    counts once it was seen in two runs at least a day apart; a page that goes back and forth is not reported.

    A source of which there is an archived copy (`terms:` in the entry, got by optout terms --update) is looked up there
    and not asked: it stands, has moved a little, or is gone since a day, and what took its place is shown.

    Exit code 1 if a quote is gone, a page has changed in what it says about training AI, or not one answers. A page
    that could not be read is listed, but is no failure.

    \b
    optout evidence linkedin
    optout evidence --format markdown -o report.md
    """
    monitoring.require()
    from optout.monitoring import report, report_formats, workflows

    chosen = monitoring.Given(**given)
    file, entries = monitoring.entries(catalog, platforms, chosen.since)
    blocked = monitoring.blocked(chosen.blocked)
    store = monitoring.store(workflows.EVIDENCE, chosen.state)
    copies = _copies(entries)
    without = frozenset() if ask_all else copies.addresses
    with monitoring.tools(chosen.pause, workflows.EVIDENCE.size) as tools:
        pages, run = workflows.check_evidence(entries, blocked, chosen.run, store, tools, without)
    sections = report.evidence(pages, copies.quotes)
    monitoring.write(
        report_formats.evidence_json(pages, copies.quotes) if format_ == "json" else sections, format_, path
    )
    if copies.quotes:
        output.say(report.copy_counts(copies.quotes))
    has_failed = any(section.severity == "error" for section in sections)
    return monitoring.ending(report.evidence_counts(pages), run, entries, file, has_failed)


def _copies(entries: "Sequence[Decoded]") -> "Copies":
    """What the archived copies on this machine say; nothing where there are none."""
    from optout.monitoring.archived import Copies, copies

    if not has_terms():
        return Copies((), frozenset())
    from optout.terms import library

    with library.opened() as terms:
        return copies(entries, terms)
