"""What changed about the crawlers of an operator."""

from collections.abc import Iterator

from optout.diff.both import Both, in_another_order
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_addresses, compare_values, typed
from optout.diff.wording import leads
from optout.guide import words
from optout.messages import Listed, Value, message
from optout.model import Crawler, Date, Platform
from optout.prose import Span


def compare_crawlers(field: str, both: Both[Platform]) -> Iterator[Item]:
    """Each that came, went or does something else."""
    found = pair(both.old.crawlers, both.new.crawlers, _crawler_likeness, lambda one: (one.token, *tokens(one.purpose)))
    for one in found.added:
        clause = message("diff-crawler-new", token=Span("code", one.token), purpose=both.words(one.purpose))
        yield Item(field, clause, True, after=one.token)
        yield from leads(field, words.quoted(one.token), one)
    for one in found.gone:
        clause = message("diff-crawler-gone", token=Span("code", one.token))
        yield Item(field, clause, True, before=one.token)
    for first, second in found.both:
        yield from _crawler(field, both, first, second)
    yield from in_another_order(field, found.reordered)


def _crawler_likeness(old: Crawler, new: Crawler) -> float:
    return 1.0 if old.token == new.token else alike(old.purpose, new.purpose) * 0.6


def _crawler(field: str, both: Both[Platform], old: Crawler, new: Crawler) -> Iterator[Item]:
    token = words.quoted(new.token)
    if old.token != new.token:
        yield compare_values(field, message("what-crawler"), old.token, new.token, typed)
    if old.purposes != new.purposes:
        what = message("what-crawler-for", token=token)
        clause = message("diff-changed", what=what, old=_fetched_for(old), new=_fetched_for(new))
        yield Item(field, clause, True, before=", ".join(old.purposes), after=", ".join(new.purposes))
    if old.known != new.known:
        clause = message("diff-crawler-known", token=token, known=new.known)
        yield Item(field, clause, True, before=old.known, after=new.known)
    if old.since != new.since:
        what = message("what-crawler-since", token=token)
        days = (one.since or message("undated") for one in (old, new))
        clause = message("diff-changed", what=what, **dict(zip(("old", "new"), days, strict=True)))
        yield Item(field, clause, False, before=_day(old.since), after=_day(new.since))
    if old.agent != new.agent:
        yield compare_values(field, message("what-crawler-agent", token=token), old.agent, new.agent, typed)
    if old.addresses != new.addresses:
        what = message("what-crawler-addresses", token=token)
        yield compare_addresses(field, what, old.addresses, new.addresses)
    yield from both.texts(field, message("what-crawler-purpose", token=token), old.purpose, new.purpose, True)
    yield from both.texts(field, message("what-crawler-obeys", token=token), old.obeys, new.obeys, True)


def _day(date: Date | None) -> str:
    return date.iso if date else ""


def _fetched_for(crawler: Crawler) -> Value:
    named = tuple(message(f"crawler-for-{one}") for one in crawler.purposes)
    return Listed(named) if named else message("crawler-for-unknown")
