"""What `optout links` and `optout evidence` do, as functions over values."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from optout.catalog import Decoded
from optout.monitoring import evidence, links, reading
from optout.monitoring.evidence import Quoted
from optout.monitoring.links import Use, Verdict
from optout.monitoring.reading import PageReading
from optout.monitoring.report import CheckedLink, CheckedPage
from optout.monitoring.run import Kind, Options, Run, Tools, run
from optout.web.blocked import Blocked
from optout.web.results import ResultStore

# 64 KB are enough to see the title of a page; no page of words is larger than 10 MB.
LINKS: Kind[tuple[Use, ...], Verdict] = Kind(
    "links",
    size=64 * 1024,
    whole=False,
    judge=lambda answer, uses, before, now: links.judge(answer),
    load=links.verdict_of,
    dump=lambda verdict: verdict._asdict(),
    # What could not be reached is asked again at once.
    stands=lambda verdict, uses: verdict.state != "unreachable",
    blocked=lambda reason: Verdict("blocked", reason),
)
EVIDENCE: Kind[tuple[Quoted, ...], PageReading] = Kind(
    "evidence",
    size=10_000_000,
    whole=True,
    judge=lambda answer, quoted, before, now: reading.read(
        answer, _quotes(quoted), any(one.source.kind == "official" for one in quoted), before, now
    ),
    load=reading.reading_of,
    dump=reading.values_of,
    stands=lambda found, quoted: found.answers(_quotes(quoted)),
    blocked=lambda reason: PageReading("blocked", reason),
    is_lasting=reading.is_news,
)


class LinkRun(NamedTuple):
    """The addresses with their verdicts, and how the run went."""

    links: tuple[CheckedLink, ...]
    run: Run[Verdict]


class EvidenceRun(NamedTuple):
    """The pages with what they gave, and how the run went."""

    pages: tuple[CheckedPage, ...]
    run: Run[PageReading]


def check_links(
    entries: Iterable[Decoded], blocked: Sequence[Blocked], options: Options, store: ResultStore, tools: Tools
) -> LinkRun:
    """Whether the addresses of these entries are alive.

    Raises:
        OptoutError: a result cannot be kept.
    """
    found = {link.address: link for link in links.links(entries)}
    done = run(LINKS, {address: link.uses for address, link in found.items()}, blocked, options, store, tools)
    verdicts = {address: result.value for address, result in done.results.items()}
    settled = links.settle(verdicts, is_online=done.answered > 0)
    checked = tuple(
        CheckedLink(found[address], settled[address], result.at) for address, result in done.results.items()
    )
    return LinkRun(checked, done)


def check_evidence(
    entries: Iterable[Decoded],
    blocked: Sequence[Blocked],
    options: Options,
    store: ResultStore,
    tools: Tools,
    without: Container[str] = (),
) -> EvidenceRun:
    """Whether the sources of these entries still say what is quoted from them, and what they say about training AI.

    The addresses in `without` are not asked.

    Raises:
        OptoutError: a result cannot be kept.
    """
    pages = {address: quoted for address, quoted in evidence.sources(entries).items() if address not in without}
    done = run(EVIDENCE, pages, blocked, options, store, tools)
    checked = tuple(
        CheckedPage(address, pages[address], result.value, result.at) for address, result in done.results.items()
    )
    return EvidenceRun(checked, done)


def _quotes(quoted: Iterable[Quoted]) -> list[str]:
    return [one.source.quote for one in quoted if one.source.quote]
