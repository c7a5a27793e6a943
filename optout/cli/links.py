"""optout links: whether the addresses are alive."""

from pathlib import Path
from typing import Any

import click

from optout.cli import monitoring, options


@click.command("links")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@monitoring.run_options
@options.output_option
def command(platforms: tuple[str, ...], format_: str, path: Path | None, catalog: Path | None, **given: Any) -> int:
    """Ask every address of the catalog, or of some platforms, and say which have moved and which are dead.

    Exit code 1 if an address is dead, or not one answers. What is blocked (it answers people, not programs) or cannot
    be reached now is listed, but is no failure. Results are kept: an interrupted run goes on where it ended.

    \b
    optout links linkedin
    optout links --sample 50
    optout links --since origin/main --format github
    """
    monitoring.require()
    from optout.monitoring import report, report_formats, workflows

    chosen = monitoring.Given(**given)
    file, entries = monitoring.entries(catalog, platforms, chosen.since)
    blocked = monitoring.blocked(chosen.blocked)
    store = monitoring.store(workflows.LINKS, chosen.state)
    with monitoring.tools(chosen.pause, workflows.LINKS.size) as tools:
        links, run = workflows.check_links(entries, blocked, chosen.run, store, tools)
    monitoring.write(report_formats.links_json(links) if format_ == "json" else report.links(links), format_, path)
    has_failed = any(one.verdict.state == "dead" for one in links)
    return monitoring.ending(report.link_counts(links), run, entries, file, has_failed)
