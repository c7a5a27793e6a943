"""optout evidence: whether the sources still say what the entries quote."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from optout.cli import asking, options

if TYPE_CHECKING:
    from optout.monitoring.evidence import Quoted
    from optout.monitoring.reading import Reading
    from optout.web.answer import Answer
    from optout.web.results import Ledger

_SIZE = 10_000_000  # bytes; no page of words is larger


@click.command("evidence", short_help="Do the sources still say so? (asks the network)")
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...", type=options.PLATFORM)
@asking.options_of_asking
@options.output_option
def command(platforms: tuple[str, ...], format_: str, path: Path | None, catalog: Path | None, **manner: Any) -> int:
    """Read the pages that the catalog, or some platforms, cite, and see whether the quotes still stand there.

    Of official pages it also remembers what they say about training AI, and tells when that changes. A change
    counts once it was seen in two runs at least a day apart; a page that goes back and forth is not reported.

    Exit code 1 if a quote is gone, a page has changed in what it says about training AI, or not one answers. A page
    that could not be read is listed, but is no failure.

    \b
    optout evidence linkedin
    optout evidence --format markdown -o report.md
    """
    asking.require()
    from optout.monitoring import evidence, reading, report

    wish = asking.Manner(**manner)
    clock = asking.clock()
    now = clock.now()
    opened = options.open_catalog(catalog)
    listed = asking.entries(opened, platforms, wish.since)
    pages = dict(asking.sampled(list(evidence.sources(listed).items()), wish, now))
    reasons = asking.known_blocked(list(pages), wish, now)
    known = {address: reading.Reading("blocked", reason) for address, reason in reasons.items()}
    ledger = asking.ledger(wish, "evidence", reading.is_news)
    before = {record.address: kept for record in ledger.records.values() if (kept := reading.reading_of(record.values))}
    found = {address: one for address, one in _fresh(pages, before, ledger, wish, now).items() if address not in known}

    def take(answer: "Answer") -> None:
        quoted = pages[answer.address]
        quotes = [one.source.quote for one in quoted if one.source.quote]
        is_watched = any(one.source.kind == "official" for one in quoted)
        one = reading.read(answer, quotes, is_watched, before.get(answer.address), clock.now())
        found[answer.address] = one
        asking.keep(ledger, answer.address, clock, reading.values_of(one))

    wanted = [address for address in pages if address not in known and address not in found]
    course = asking.ask(wanted, _SIZE, True, wish, clock, take)
    readings = found | known
    looked = [
        report.Looked(address, quoted, readings[address], "" if address in known else ledger.at(address))
        for address, quoted in pages.items()
        if address in readings
    ]
    sections = report.evidence(looked)
    asking.write(report.evidence_json(looked) if format_ == "json" else sections, format_, path)
    has_failed = any(section.severity == "error" for section in sections)
    return asking.ending(report.evidence_counts(looked), course, asking.broken(listed), opened.file, has_failed)


def _fresh(
    pages: "dict[str, tuple[Quoted, ...]]",
    before: "dict[str, Reading]",
    ledger: "Ledger",
    wish: asking.Manner,
    now: datetime,
) -> "dict[str, Reading]":
    """The readings of earlier runs that still stand, and in which the same quotes were looked for."""
    return {
        address: before[address]
        for address, quoted in pages.items()
        if address in before
        and asking.is_fresh(ledger.at(address), wish, now)
        and before[address].answers(one.source.quote for one in quoted if one.source.quote)
    }
