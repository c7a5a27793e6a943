"""optout links: whether the addresses are alive."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from optout.cli import asking, options

if TYPE_CHECKING:
    from optout.monitoring.links import Verdict
    from optout.web.answer import Answer
    from optout.web.results import Ledger

_SIZE = 64 * 1024  # bytes; enough to see the title of a page


@click.command("links", short_help="Are the addresses alive? (asks the network)")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@asking.options_of_asking
@options.output_option
def command(platforms: tuple[str, ...], format_: str, path: Path | None, catalog: Path | None, **manner: Any) -> int:
    """Ask every address of the catalog, or of some platforms, and say which have moved and which are dead.

    Exit code 1 if an address is dead, or not one answers. What is blocked (it answers people, not programs) or cannot
    be reached now is listed, but is no failure. Results are kept: an interrupted run goes on where it ended.

    \b
    optout links linkedin
    optout links --sample 50
    optout links --since origin/main --format github
    """
    asking.require()
    from optout.monitoring import links, report

    wish = asking.Manner(**manner)
    clock = asking.clock()
    now = clock.now()
    opened = options.open_catalog(catalog)
    listed = asking.entries(opened, platforms, wish.since)
    meant = asking.sampled(links.links(listed), wish, now)
    reasons = asking.known_blocked([link.address for link in meant], wish, now)
    known = {address: links.Verdict("blocked", reason) for address, reason in reasons.items()}
    ledger = asking.ledger(wish, "links")
    found = {address: verdict for address, verdict in _kept(ledger, wish, now).items() if address not in known}

    def take(answer: "Answer") -> None:
        found[answer.address] = links.judge(answer)
        asking.keep(ledger, answer.address, clock, found[answer.address]._asdict())

    wanted = [link.address for link in meant if link.address not in known and link.address not in found]
    course = asking.ask(wanted, _SIZE, False, wish, clock, take)
    verdicts = links.settle(found | known, is_online=course.answered > 0)
    asked = [
        report.Asked(link, verdicts[link.address], "" if link.address in known else ledger.at(link.address))
        for link in meant
        if link.address in verdicts
    ]
    sections = report.links(asked)
    asking.write(report.links_json(asked) if format_ == "json" else sections, format_, path)
    has_failed = any(one.verdict.state == "dead" for one in asked)
    return asking.ending(report.link_counts(asked), course, asking.broken(listed), opened.file, has_failed)


def _kept(ledger: "Ledger", wish: asking.Manner, now: datetime) -> "dict[str, Verdict]":
    """The verdicts of earlier runs that still stand; what could not be reached is asked again at once."""
    from optout.monitoring.links import verdict_of

    fresh = [record for record in ledger.records.values() if asking.is_fresh(record.at, wish, now)]
    verdicts = {record.address: verdict_of(record.values) for record in fresh}
    return {address: verdict for address, verdict in verdicts.items() if verdict and verdict.state != "unreachable"}
