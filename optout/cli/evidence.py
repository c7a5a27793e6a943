"""optout evidence: whether the sources still say what the entries quote."""

from pathlib import Path
from typing import Any

import click

from optout.cli import monitoring, options


@click.command("evidence", short_help="Do the sources still say so? (asks the network)")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@monitoring.run_options
@options.output_option
def command(platforms: tuple[str, ...], format_: str, path: Path | None, catalog: Path | None, **given: Any) -> int:
    """Read the pages that the catalog, or some platforms, cite, and see whether the quotes still stand there.

    Of official pages it also remembers what they say about training AI, and tells when that changes. A change
    counts once it was seen in two runs at least a day apart; a page that goes back and forth is not reported.

    Exit code 1 if a quote is gone, a page has changed in what it says about training AI, or not one answers. A page
    that could not be read is listed, but is no failure.

    \b
    optout evidence linkedin
    optout evidence --format markdown -o report.md
    """
    monitoring.require()
    from optout.monitoring import report, workflows

    chosen = monitoring.Given(**given)
    file, entries = monitoring.entries(catalog, platforms, chosen.since)
    blocked = monitoring.blocked(chosen.blocked)
    store = monitoring.store(workflows.EVIDENCE, chosen.state)
    with monitoring.tools(chosen.pause, workflows.EVIDENCE.size) as tools:
        pages, run = workflows.check_evidence(entries, blocked, chosen.run, store, tools)
    sections = report.evidence(pages)
    monitoring.write(report.evidence_json(pages) if format_ == "json" else sections, format_, path)
    has_failed = any(section.severity == "error" for section in sections)
    return monitoring.ending(report.evidence_counts(pages), run, entries, file, has_failed)
