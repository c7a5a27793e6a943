"""One look at a page that serves as evidence: what became of its quotes, and what it says about training AI now."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from optout.monitoring.evidence import QUOTE_STATES, QuoteVerdict, fingerprint, look_up
from optout.monitoring.links import STATES, State, judge
from optout.monitoring.watch import PageChange, Track, change_of, observe, texts, track_of
from optout.web.answer import Response


class Watched(NamedTuple):
    """What is remembered of one half of a page, and what the last look at it brought."""

    track: Track
    change: PageChange


class PageReading(NamedTuple):
    """What a page gave. `unread` says why it could not be read; what is remembered of it stays as it was then."""

    state: State
    unread: str = ""
    quotes: tuple[tuple[str, QuoteVerdict], ...] = ()
    training: Watched | None = None
    rest: Watched | None = None

    def quote(self, quote: str) -> QuoteVerdict | None:
        """What became of a quote; None if it was not looked for."""
        return dict(self.quotes).get(quote)

    def answers(self, quotes: Iterable[str]) -> bool:
        """Whether this reading is worth keeping for a while, and all these quotes were looked for in it."""
        looked_for = {quote for quote, _ in self.quotes}
        return self.state != "unreachable" and (bool(self.unread) or looked_for.issuperset(quotes))


def read(
    answer: Response, quotes: Iterable[str], is_watched: bool, before: PageReading | None, now: datetime
) -> PageReading:
    """What a page gives; `is_watched` says whether its changes matter, `before` is what it gave the last time."""
    verdict = judge(answer)
    training, rest = (before.training, before.rest) if before else (None, None)
    kept = PageReading(verdict.state, "", (), _unseen(training), _unseen(rest))
    if verdict.state not in ("alive", "moved"):
        return kept._replace(unread=verdict.reason)
    if not answer.size and answer.broken:
        return kept._replace(state="unreachable", unread=answer.broken)
    if answer.page.problem:
        return kept._replace(unread=f"the page {answer.page.problem}" if answer.complete else _cut(answer))
    text = answer.page.text
    looked_up = tuple((quote, look_up(quote, text)) for quote in quotes)
    if not answer.complete:
        if any(verdict.state != "stands" for _, verdict in looked_up):
            return kept._replace(state="unreachable" if answer.broken else verdict.state, unread=_cut(answer))
        return kept._replace(quotes=looked_up)
    if not is_watched:
        return kept._replace(quotes=looked_up)
    seen = fingerprint(text)
    return PageReading(verdict.state, "", looked_up, _look(training, seen.training, now), _look(rest, seen.rest, now))


def reading_of(values: Mapping[str, Any]) -> PageReading | None:
    """The reading that was kept as plain values; None if these are not its values."""
    try:
        quotes = tuple((str(quote), _quote(*verdict)) for quote, verdict in values["quotes"].items())
        if values["state"] not in STATES:
            return None
        unread, training, rest = texts([values["unread"]])[0], _watched(values["training"]), _watched(values["rest"])
        return PageReading(values["state"], unread, quotes, training, rest)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def values_of(reading: PageReading) -> dict[str, Any]:
    """The reading as plain values."""
    return {
        "state": reading.state,
        "unread": reading.unread,
        "quotes": {quote: list(verdict) for quote, verdict in reading.quotes},
        "training": _plain(reading.training),
        "rest": _plain(reading.rest),
    }


def is_news(values: Mapping[str, Any]) -> bool:
    """Whether these plain values tell of a change on training AI, which `optout stale` asks for long afterwards."""
    reading = reading_of(values)
    return bool(reading and reading.training and reading.training.change.news == "changed")


def _look(before: Watched | None, seen: tuple[str, ...], now: datetime) -> Watched:
    return Watched(*observe(before.track if before else None, seen, now))


def _unseen(before: Watched | None) -> Watched | None:
    return before and before._replace(change=PageChange("unseen"))


def _cut(answer: Response) -> str:
    if answer.broken:
        return f"the page {answer.broken}"
    return f"the page is larger than {answer.size // 1_000_000 or 1} MB"


def _plain(watched: Watched | None) -> dict[str, Any] | None:
    return watched and {"track": watched.track._asdict(), "change": watched.change._asdict()}


def _watched(values: Mapping[str, Any] | None) -> Watched | None:
    if values is None:
        return None
    return Watched(track_of(values["track"]), change_of(values["change"]))


def _quote(state: Any, found: Any) -> QuoteVerdict:
    if state not in QUOTE_STATES:
        raise ValueError("no such state of a quote")
    return QuoteVerdict(state, texts([found])[0])
