"""What `links` and `evidence` found: addresses and quotes by their fate, what somebody should mend first."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from optout.guide.words import count
from optout.monitoring.archived import ArchivedQuote
from optout.monitoring.evidence import Quoted, QuotePiece, compare
from optout.monitoring.links import Link, Use, Verdict
from optout.monitoring.reading import PageReading

Line = tuple[QuotePiece, ...]


class ReportItem(NamedTuple):
    """One address, what there is to say about it, and where it stands."""

    address: str
    lines: tuple[Line, ...]
    uses: tuple[Use, ...]
    suggestion: str = ""


class ReportSection(NamedTuple):
    """Addresses with the same fate. `rule` and `severity` are for annotations; without them there are none."""

    title: str
    items: tuple[ReportItem, ...]
    rule: str = ""
    severity: Literal["", "error", "warning"] = ""


class CheckedLink(NamedTuple):
    """An address of the catalog with its verdict, and when it was asked (ISO 8601; empty if it was not)."""

    link: Link
    verdict: Verdict
    at: str


class CheckedPage(NamedTuple):
    """A page that serves as evidence, what it was looked at for, what it gave, and when."""

    address: str
    quoted: tuple[Quoted, ...]
    reading: PageReading
    at: str


def links(checked: Sequence[CheckedLink]) -> tuple[ReportSection, ...]:
    """Dead addresses first; those alive are not named."""
    return _filled(
        ReportSection("Dead", _items(checked, lambda verdict: verdict.state == "dead"), "dead-link", "error"),
        ReportSection("Moved for good", _items(checked, _is_lasting_move), "moved-link", "warning"),
        ReportSection("Moved to the front page", _items(checked, _is_front_page), "moved-link", "warning"),
        ReportSection("Blocked: a person has to look", _items(checked, lambda verdict: verdict.state == "blocked")),
        ReportSection("Not reachable now", _items(checked, lambda verdict: verdict.state == "unreachable")),
        ReportSection("Moved for now", _items(checked, _is_passing_move)),
    )


def link_counts(checked: Sequence[CheckedLink]) -> str:
    """ "9 addresses: 1 dead, 8 alive"."""
    states = [one.verdict.state for one in checked]
    names = {"dead": "dead", "moved": "moved", "blocked": "blocked", "unreachable": "not reachable now",
             "alive": "alive"}  # fmt: skip
    counted = ", ".join(f"{states.count(state)} {name}" for state, name in names.items() if state in states)
    return f"{count(len(checked), 'address', 'addresses')}: {counted or 'none asked'}"


def evidence(pages: Sequence[CheckedPage], copies: Sequence[ArchivedQuote] = ()) -> tuple[ReportSection, ...]:
    """Quotes that are gone first, then changes; what still stands is not named. `copies` are those that the archive
    has, of which no page was asked."""
    return _filled(
        ReportSection("Gone from the archived copy", tuple(_copies(copies, "gone")), "gone-quote", "error"),
        ReportSection(
            "Moved a little in the archived copy: compare the two",
            tuple(_copies(copies, "moved a little")),
            "moved-quote",
            "warning",
        ),
        ReportSection("Gone: the page no longer says so", tuple(_quotes(pages, "gone")), "gone-quote", "error"),
        ReportSection("Changed in what it says about training AI", tuple(_training(pages)), "changed-source", "error"),
        ReportSection(
            "Moved a little: compare the two", tuple(_quotes(pages, "moved a little")), "moved-quote", "warning"
        ),
        ReportSection("Could not be read", tuple(_unread(pages))),
        ReportSection("Changed elsewhere", tuple(_elsewhere(pages))),
    )


def copy_counts(copies: Sequence[ArchivedQuote]) -> str:
    """ "9 quotes looked up in archived copies: 8 stand, 1 gone"."""
    fates = [one.verdict.state for one in copies]
    names = {"gone": "gone", "moved a little": "moved a little", "stands": "stand"}
    said = ", ".join(f"{fates.count(fate)} {names[fate]}" for fate in names if fate in fates)
    return f"{count(len(fates), 'quote')} looked up in archived copies: {said or 'none'}"


def evidence_counts(pages: Sequence[CheckedPage]) -> str:
    """ "9 quotes: 8 stand, 1 gone; 5 pages watched: 4 unchanged, 1 seen for the first time"."""
    fates = [fate_of(one, quoted) for one in pages for quoted in one.quoted if quoted.source.quote]
    names = {"gone": "gone", "moved a little": "moved a little", "": "could not be read", "stands": "stand"}
    said = ", ".join(f"{fates.count(fate)} {name}" for fate, name in names.items() if fate in fates)
    news = [one.reading.training.change.news for one in pages if one.reading.training]
    news = [one for one in news if one != "unseen"]
    seen = {"changed": "changed on training AI", "waiting": "changed, to be seen once more", "flapping": "flapping",
            "first": "seen for the first time", "unchanged": "unchanged on training AI"}  # fmt: skip
    watched = ", ".join(f"{news.count(one)} {name}" for one, name in seen.items() if one in news)
    return (
        f"{count(len(fates), 'quote')}: {said or 'none looked up'}; "
        f"{count(len(news), 'official page')} watched{': ' if watched else ''}{watched}"
    )


def _filled(*sections: ReportSection) -> tuple[ReportSection, ...]:
    return tuple(section for section in sections if section.items)


def _items(checked: Iterable[CheckedLink], belongs: Callable[[Verdict], bool]) -> tuple[ReportItem, ...]:
    return tuple(_item(one.link, one.verdict) for one in checked if belongs(one.verdict))


def _item(link: Link, verdict: Verdict) -> ReportItem:
    lines = [_said(verdict.reason)]
    is_told = "leads to" in verdict.reason or verdict.final in ("", link.address, verdict.write.split("#")[0])
    if not is_told:
        lines.append(_said(f"leads to {verdict.final}"))
    return ReportItem(link.address, tuple(lines), link.uses, verdict.write)


def _is_front_page(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "front"


def _is_lasting_move(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "lasting"


def _is_passing_move(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "passing"


def fate_of(page: CheckedPage, quoted: Quoted) -> str:
    """What became of a quote; empty if its page could not be read."""
    verdict = page.reading.quote(quoted.source.quote)
    return verdict.state if verdict and not page.reading.unread else ""


def _quotes(pages: Iterable[CheckedPage], fate: str) -> Iterable[ReportItem]:
    for one in pages:
        for quoted in one.quoted:
            if quoted.source.quote and fate_of(one, quoted) == fate:
                verdict = one.reading.quote(quoted.source.quote)
                found = verdict.found if verdict else ""
                line = compare(quoted.source.quote, found) if found else _said(f"“{quoted.source.quote}”")
                yield ReportItem(one.address, (line,), (quoted.use,))


def _copies(copies: Iterable[ArchivedQuote], state: str) -> Iterable[ReportItem]:
    for one in copies:
        if one.verdict.state == state:
            quote, found = one.quoted.source.quote, one.verdict.found
            lines = [compare(quote, found) if found else _said(f"“{quote}”")]
            if state == "gone":
                when = f"gone since {one.gone.iso}" if one.gone else "no archived copy ever had it"
                lines.append(_said(f"{when}; the copy stands so since {one.day.iso}"))
            lines += [_said(f"now: “{one.instead}”")] if one.instead else []
            yield ReportItem(one.copy, tuple(lines), (one.quoted.use,))


def _training(pages: Iterable[CheckedPage]) -> Iterable[ReportItem]:
    for one in pages:
        if one.reading.training and one.reading.training.change.news == "changed":
            change = one.reading.training.change
            lines: list[Line] = [(QuotePiece("old", sentence),) for sentence in change.removed]
            lines += [(QuotePiece("new", sentence),) for sentence in change.added]
            yield ReportItem(one.address, tuple(lines), _uses(one))


def _elsewhere(pages: Iterable[CheckedPage]) -> Iterable[ReportItem]:
    for one in pages:
        if one.reading.rest and one.reading.rest.change.news == "changed":
            yield ReportItem(one.address, (), _uses(one))


def _unread(pages: Iterable[CheckedPage]) -> Iterable[ReportItem]:
    return (ReportItem(one.address, (_said(one.reading.unread),), _uses(one)) for one in pages if one.reading.unread)


def _uses(page: CheckedPage) -> tuple[Use, ...]:
    return tuple(quoted.use for quoted in page.quoted)


def _said(words: str) -> Line:
    return (QuotePiece("same", words),)
