"""What changed about the sources of an entry."""

from collections.abc import Callable, Hashable, Iterator, Sequence

from optout.diff.audience import codes, for_whom
from optout.diff.both import Both, in_another_order, quote
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_addresses, compare_values
from optout.diff.wording import clip
from optout.guide import words
from optout.messages import Listed, Message, Value, message
from optout.model import Date, Platform, Source, SourceKind

_MOST_TITLES = 3


def compare_sources(field: str, both: Both[Platform]) -> Iterator[Item]:
    """Those that came and went, and each that says something else."""
    found = pair(both.old.sources, both.new.sources, _source_likeness, _source_marks)
    if found.added:
        clause = message("diff-sources-added", count=len(found.added), titles=_titles(found.added))
        yield Item(field, clause, False, after=_source_ids(found.added))
    if found.gone:
        clause = message("diff-sources-gone", count=len(found.gone), titles=_titles(found.gone))
        yield Item(field, clause, False, before=_source_ids(found.gone))
    for first, second in found.both:
        yield from _source(field, first, second)
    yield from in_another_order(field, found.reordered)


def _titles(sources: Sequence[Source]) -> Value:
    """The first of many sources, and how many more there are."""
    titles = words.qualified(*map(_title, sources[:_MOST_TITLES]))
    more = len(sources) - _MOST_TITLES
    return message("diff-titles-more", titles=titles, count=more) if more > 0 else titles


def _title(source: Source) -> Message:
    title, publisher = words.quoted(clip(source.title, 80)), words.quoted(source.publisher)
    return message("diff-title", title=title, publisher=publisher)


def _source_ids(sources: Sequence[Source]) -> str:
    return " ".join(source.id for source in sources)


def _source_likeness(old: Source, new: Source) -> float:
    if old.id == new.id or (old.url and old.url == new.url):
        return 1.0
    return alike(old.title, new.title) * (0.8 if old.publisher == new.publisher else 0.5)


def _source_marks(one: Source) -> tuple[Hashable, ...]:
    return (one.id, one.url, *tokens(one.title))


def _source(field: str, old: Source, new: Source) -> Iterator[Item]:
    """What changed of one source: where it leads and its quote on their own, the rest in one item."""
    title = words.quoted(clip(new.title, 80))
    if old.url != new.url:
        yield compare_addresses(field, message("what-source-address", title=title), old.url, new.url)
    if old.archived != new.archived:
        yield compare_addresses(field, message("what-source-archived", title=title), old.archived, new.archived)
    if old.audience != new.audience:
        before, after = codes(old.audience), codes(new.audience)
        whom, was = for_whom(new.audience), for_whom(old.audience)
        clause = message("diff-source-audience", title=title, new=whom, old=was)
        yield Item(field, clause, False, before=before, after=after)
    if old.quote != new.quote:
        what = message("what-source-quote", title=title)
        yield compare_values(f"{field}.quote", what, old.quote, new.quote, quote, False)
    said = [
        describe(getattr(old, name), getattr(new, name))
        for name, describe in _SOURCE_FIELDS.items()
        if getattr(old, name) != getattr(new, name)
    ]
    if said:
        clause = message("diff-source", title=title, what=Listed(tuple(said)))
        yield Item(field, clause, False, before=_shown(old), after=_shown(new))


def _shown(source: Source) -> str:
    days = (day.iso for day in (source.date, source.seen) if day)
    return ", ".join(filter(None, (source.publisher, source.title, source.kind, source.url, *days)))


def _source_id(old: str, new: str) -> Message:
    return message("diff-source-id", new=words.quoted(new), old=words.quoted(old))


def _source_title(old: str, new: str) -> Message:
    return message("diff-source-title", old=words.quoted(clip(old, 80)))


def _source_publisher(old: str, new: str) -> Message:
    return message("diff-source-publisher", new=words.quoted(new), old=words.quoted(old))


def _source_kind(old: SourceKind, new: SourceKind) -> Message:
    return message("diff-source-kind", new=message(f"kind-{new}"), old=message(f"kind-{old}"))


def _source_date(old: Date | None, new: Date | None) -> Message:
    if new:
        return message("diff-source-date", new=new, old=old or message("undated"))
    return message("diff-source-undated")


def _source_seen(old: Date | None, new: Date | None) -> Message:
    if new:
        return message("diff-source-seen", new=new, old=old or message("diff-no-copy"))
    return message("diff-source-unseen")


def _source_language(old: str, new: str) -> Message:
    return message("diff-source-language", new=new or "en", old=old or "en")


_SOURCE_FIELDS: dict[str, Callable[..., Message]] = {
    "id": _source_id,
    "title": _source_title,
    "publisher": _source_publisher,
    "kind": _source_kind,
    "date": _source_date,
    "seen": _source_seen,
    "language": _source_language,
}
