"""What changed about one platform, field by field."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import NamedTuple, cast

from optout.diff.change import Item
from optout.diff.contact import compare_contacts, contacts_alike
from optout.diff.control import (
    Pair,
    added,
    codes,
    compare_audiences,
    compare_controls,
    compare_unseen,
    control_marks,
    controls_alike,
    described,
    for_whom,
    gone,
    reordered,
)
from optout.diff.match import alike, match, pair, tokens
from optout.diff.value import compare_addresses, compare_places, compare_values, typed
from optout.diff.wording import CITATIONS, LIKENESS, Text, citations_changed, clip, compare_texts, leads
from optout.guide import words
from optout.guide.compose import verdict
from optout.messages import Label, Listed, Message, Value, message
from optout.model import (
    Basis,
    Claim,
    Crawler,
    Date,
    Difference,
    Event,
    Lookalike,
    Platform,
    Source,
    SourceKind,
    Terms,
    Training,
)
from optout.prose import Span

_MOST_TITLES = 3


class Both(NamedTuple):
    """One platform as both catalogs have it, and the ids of the sources that each can cite."""

    old: Platform
    new: Platform
    old_sources: Collection[str]
    new_sources: Collection[str]

    def texts(self, field: str, what: Value, old: str, new: str, matters: bool) -> Iterator[Item]:
        """A sentence of the old entry compared with one of the new."""
        yield from compare_texts(field, what, Text(old, self.old_sources), Text(new, self.new_sources), matters)

    def words(self, text: str) -> Span:
        """The words of a sentence of either entry."""
        return words.quoted(clip(Text(text, {*self.old_sources, *self.new_sources}).words))


def compare_platforms(old: Platform, new: Platform) -> tuple[Item, ...]:
    """Everything that changed, what matters first; empty exactly if the two are equal (their slugs aside)."""
    both = Both(old, new, _ids(old), _ids(new))
    items = [
        item
        for field, describe in _FIELDS.items()
        if getattr(old, field) != getattr(new, field)
        for item in describe(field, both)
    ]
    return (
        *(item for item in items if item.matters),
        *(item for item in items if not item.matters and item.field != CITATIONS),
        *_citations(items),
    )


def _ids(platform: Platform) -> tuple[str, ...]:
    return tuple(source.id for source in platform.sources)


def _citations(items: Sequence[Item]) -> Iterator[Item]:
    """What rests on other sources, said once for the whole entry."""
    if count := sum(item.field == CITATIONS for item in items):
        yield citations_changed(count)


Describe = Callable[[str, Both], Iterator[Item]]


# Fields with one value


def _name(field: str, both: Both) -> Iterator[Item]:
    old, new = Span("label", both.old.name), Span("label", both.new.name)
    yield Item(field, message("diff-called", new=new, old=old), True, before=old.text, after=new.text)


def _status(field: str, both: Both) -> Iterator[Item]:
    old, new = (Label(words.stands(verdict(one))) for one in (both.old, both.new))
    clause = message("diff-changed", what=message("what-status"), old=old, new=new)
    yield Item(field, clause, True, before=both.old.training, after=both.new.training)


def _trainer(field: str, both: Both) -> Iterator[Item]:
    clause = message("diff-trained-by-others" if both.new.trainer == "others" else "diff-trained-by-itself")
    yield Item(field, clause, True, before=both.old.trainer, after=both.new.trainer)


def _basis(field: str, both: Both) -> Iterator[Item]:
    yield _based(field, message("what-status"), both.new.basis)


def _based(field: str, what: Value, basis: Basis) -> Item:
    return Item(field, message("diff-basis", what=what, basis=basis), True, after=basis)


def _checked(field: str, both: Both) -> Iterator[Item]:
    old, new = both.old.checked, both.new.checked
    yield Item(field, message("diff-checked", new=new, old=old), False, before=old.iso, after=new.iso)


def _value(what: Message, matters: bool = False) -> Describe:
    def describe(field: str, both: Both) -> Iterator[Item]:
        yield compare_values(field, what, getattr(both.old, field), getattr(both.new, field), matters=matters)

    return describe


def _prose(what: Message, matters: bool = True) -> Describe:
    def describe(field: str, both: Both) -> Iterator[Item]:
        yield from both.texts(field, what, getattr(both.old, field), getattr(both.new, field), matters)

    return describe


# Fields with a list


def _names(what: Message) -> Describe:
    """A field with a list of words: names, domains."""

    def describe(field: str, both: Both) -> Iterator[Item]:
        old, new = getattr(both.old, field), getattr(both.new, field)
        found = match(old, new)
        for name in found.added:
            yield Item(field, message("diff-name-added", what=what, name=Span("label", name)), False, after=name)
        for name in found.gone:
            yield Item(field, message("diff-name-gone", what=what, name=Span("label", name)), False, before=name)
        yield from _reordered(field, found.reordered)

    return describe


def _reordered(field: str, is_so: bool) -> Iterator[Item]:
    """That what stands in both lists does so in another order, if it is so."""
    if is_so:
        yield reordered(field)


def _claims(what: Message, comes: bool, goes: bool) -> Describe:
    """A list of sentences; `comes` and `goes` say whether a new one and one that is gone matter."""

    def describe(field: str, both: Both) -> Iterator[Item]:
        old: tuple[Claim, ...] = getattr(both.old, field)
        new: tuple[Claim, ...] = getattr(both.new, field)
        found = pair(old, new, lambda one, other: alike(one.text, other.text), lambda one: tokens(one.text), LIKENESS)
        for claim in found.added:
            text = both.words(claim.text)
            yield Item(field, message("diff-claim-new", list=field, text=text), comes, after=text.text)
            yield from leads(field, what, claim)
        for claim in found.gone:
            text = both.words(claim.text)
            yield Item(field, message("diff-claim-gone", list=field, text=text), goes, before=text.text)
        for first, second in found.both:
            yield from both.texts(field, what, first.text, second.text, True)
            doubt = message("what-doubt-about", text=both.words(second.text))
            yield from both.texts(field, doubt, first.doubt, second.doubt, False)
            if first.audience != second.audience:
                yield compare_audiences(field, _quote(both.words(second.text)), first.audience, second.audience)
        yield from _reordered(field, found.reordered)

    return describe


def _controls(field: str, both: Both) -> Iterator[Item]:
    old, new = both.old.controls, both.new.controls
    found = pair(old, new, controls_alike, control_marks)
    alone = len(old) < 2 and len(new) < 2
    for first, second in found.both:
        yield from compare_controls(Pair(first, second, both.old_sources, both.new_sources), alone)
    lookalikes = {one.name.casefold() for one in both.new.lookalikes}
    for control in found.gone:
        yield gone(control, bool({control.name.casefold(), control.switch.casefold()} & lookalikes))
    for control in found.added:
        yield added(control)
        yield from leads("controls", _quote(clip(control.name)), control)
    yield from _reordered(field, found.reordered)


def _lookalikes(field: str, both: Both) -> Iterator[Item]:
    found = pair(
        both.old.lookalikes, both.new.lookalikes, _lookalike_likeness, lambda one: tokens(f"{one.name} {one.text}")
    )
    for one in found.added:
        clause = message("diff-lookalike-new", name=Span("label", one.name))
        yield Item(field, clause, False, after=one.name)
        yield from leads(field, _quote(clip(one.name)), one)
    for one in found.gone:
        clause = message("diff-lookalike-gone", name=Span("label", one.name))
        yield Item(field, clause, False, before=one.name)
    for first, second in found.both:
        yield from _lookalike(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _lookalike_likeness(old: Lookalike, new: Lookalike) -> float:
    return max(alike(old.name, new.name), alike(old.text, new.text))


def _lookalike_marks(one: Lookalike) -> list[str]:
    return tokens(f"{one.name} {one.text}")


def _lookalike(field: str, both: Both, old: Lookalike, new: Lookalike) -> Iterator[Item]:
    name = words.quoted(new.name)
    what = message("what-lookalike", name=name)
    if old.name != new.name:
        yield compare_values(field, message("what-lookalike-name"), old.name, new.name, matters=False)
    if old.path != new.path:
        yield compare_places(field, what, described(old.path), described(new.path), matters=False)
    if old.link != new.link:
        yield compare_addresses(field, message("what-lookalike-address", name=name), old.link, new.link)
    if old.audience != new.audience:
        yield compare_audiences(field, what, old.audience, new.audience, matters=False)
    yield from both.texts(field, message("what-lookalike-text", name=name), old.text, new.text, False)
    yield from both.texts(field, message("what-lookalike-doubt", name=name), old.doubt, new.doubt, False)
    if old.unseen != new.unseen:
        yield compare_unseen(field, what, old.unseen, new.unseen)


def _differences(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.differences, both.new.differences, _difference_likeness, _difference_marks)
    for one in found.added:
        text, whom = both.words(one.text), for_whom(one.audience)
        if one.training:
            status = words.for_some("none-found" if one.training == "no-control" else one.training)
            clause = message("diff-difference-status", whom=whom, status=status, text=text)
        else:
            clause = message("diff-difference-new", whom=whom, text=text)
        yield Item(field, clause, True, after=text.text)
        yield from leads(field, message("what-difference", whom=whom), one)
    for one in found.gone:
        text = both.words(one.text)
        clause = message("diff-difference-gone", whom=for_whom(one.audience), text=text)
        yield Item(field, clause, True, before=text.text)
    for first, second in found.both:
        yield from _difference(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _difference_likeness(old: Difference, new: Difference) -> float:
    return (alike(old.text, new.text) + (old.audience == new.audience)) / 2


def _difference_marks(one: Difference) -> tuple[Hashable, ...]:
    return (one.audience, *tokens(one.text))


def _difference(field: str, both: Both, old: Difference, new: Difference) -> Iterator[Item]:
    whom = for_whom(new.audience)
    if old.audience != new.audience:
        what = message("what-difference", whom=for_whom(old.audience))
        yield compare_audiences(field, what, old.audience, new.audience)
    if old.training != new.training:
        what = message("what-difference-status", whom=whom)
        yield compare_values(field, what, old.training or "", new.training or "", _status_label)
    if old.basis != new.basis:
        yield _based(field, message("what-difference-status", whom=whom), new.basis)
    yield from both.texts(field, message("what-difference", whom=whom), old.text, new.text, True)
    yield from both.texts(field, message("what-difference-doubt", whom=whom), old.doubt, new.doubt, False)


def _status_label(training: str) -> Label:
    return Label(words.stands(cast("Training", training)))


def _history(field: str, both: Both) -> Iterator[Item]:
    """An event matters if it may be newer than the last look at the entry: older ones only complete the record."""
    found = pair(both.old.history, both.new.history, _event_likeness, lambda one: tokens(one.text))
    for event in found.added:
        text = both.words(event.text)
        if _is_since(event.date, both.old.checked):
            happened = words.quoted(text.text.rstrip("."))
            yield Item(field, message("diff-event", date=event.date, text=happened), True, after=text.text)
        else:
            yield Item(field, message("diff-event-added", date=event.date, text=text), False, after=text.text)
        yield from leads(field, _happened(event), event)
    for event in found.gone:
        text = both.words(event.text)
        yield Item(field, message("diff-event-gone", date=event.date, text=text), False, before=text.text)
    for first, second in found.both:
        yield from _event(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _happened(event: Event) -> Message:
    return message("what-event-on" if event.date.day else "what-event-in", date=event.date)


def _event_likeness(old: Event, new: Event) -> float:
    return (2 * alike(old.text, new.text) + (old.date == new.date)) / 3


def _event(field: str, both: Both, old: Event, new: Event) -> Iterator[Item]:
    if old.date != new.date:
        what = message("what-event-date", text=both.words(new.text))
        clause = message("diff-changed", what=what, old=old.date, new=new.date)
        matters = _is_since(max(old.date, new.date), both.old.checked)
        yield Item(field, clause, matters, before=old.date.iso, after=new.date.iso)
    yield from both.texts(field, _happened(new), old.text, new.text, _is_since(new.date, both.old.checked))
    doubt = message("what-event-doubt-on" if new.date.day else "what-event-doubt-in", date=new.date)
    yield from both.texts(field, doubt, old.doubt, new.doubt, False)
    if old.noted != new.noted:
        before, after = (day.iso if day else "" for day in (old.noted, new.noted))
        told = message("diff-event-noted", date=new.date, day=new.noted) if new.noted else None
        noted = told or message("diff-event-unnoted", date=new.date)
        yield Item(field, noted, False, before=before, after=after)
    if old.audience != new.audience:
        yield compare_audiences(field, _happened(new), old.audience, new.audience, matters=False)


def _is_since(date: Date, checked: Date) -> bool:
    """Whether the day may be `checked` or later, as precisely as it is known."""
    known = tuple(part for part in date if part)
    return known >= tuple(checked)[: len(known)]


def _crawlers(field: str, both: Both) -> Iterator[Item]:
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
    yield from _reordered(field, found.reordered)


def _crawler_likeness(old: Crawler, new: Crawler) -> float:
    return 1.0 if old.token == new.token else alike(old.purpose, new.purpose) * 0.6


def _crawler(field: str, both: Both, old: Crawler, new: Crawler) -> Iterator[Item]:
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


def _see(field: str, both: Both) -> Iterator[Item]:
    old, new = dict(both.old.see), dict(both.new.see)
    for slug in new:
        if slug not in old:
            yield Item(field, message("diff-see", slug=words.quoted(slug)), False, after=slug)
            yield from leads(field, message("what-see", slug=words.quoted(slug)), new[slug])
    for slug, text in old.items():
        if slug not in new:
            yield Item(field, message("diff-see-gone", slug=words.quoted(slug)), False, before=slug)
        else:
            yield from both.texts(field, message("what-see", slug=words.quoted(slug)), text, new[slug], False)
    yield from _reordered(field, match(tuple(old), tuple(new)).reordered)


def _terms(field: str, both: Both) -> Iterator[Item]:
    """Each edition in one line, so that a document more or less is one edition gone and another that came."""
    old, new = (tuple(map(_edition, one.terms)) for one in (both.old, both.new))
    found = match(old, new)
    for edition in found.added:
        clause = message("diff-name-added", what=message("what-terms"), name=Span("label", edition))
        yield Item(field, clause, False, after=edition)
    for edition in found.gone:
        clause = message("diff-name-gone", what=message("what-terms"), name=Span("label", edition))
        yield Item(field, clause, False, before=edition)
    yield from _reordered(field, found.reordered)


def _edition(terms: Terms) -> str:
    readers = codes(terms.audience)
    named = f"{terms.collection}: {terms.service} ({', '.join(terms.documents)})"
    return f"{named}, {readers}" if readers else named


def _contacts(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.contacts, both.new.contacts, contacts_alike, lambda one: tokens(one.controller))
    for one in found.added:
        name = Span("label", one.controller)
        yield Item(field, message("diff-name-added", what=message("what-contact"), name=name), True, after=name.text)
        yield from leads(field, message("what-contact"), one)
    for one in found.gone:
        name = Span("label", one.controller)
        yield Item(field, message("diff-name-gone", what=message("what-contact"), name=name), True, before=name.text)
    for first, second in found.both:
        yield from compare_contacts(field, first, second)
        doubt = message("what-contact-doubt", name=words.quoted(second.controller))
        yield from both.texts(field, doubt, first.doubt, second.doubt, False)
    yield from _reordered(field, found.reordered)


# Sources


def _sources(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.sources, both.new.sources, _source_likeness, _source_marks)
    if found.added:
        clause = message("diff-sources-added", count=len(found.added), titles=_titles(found.added))
        yield Item(field, clause, False, after=_source_ids(found.added))
    if found.gone:
        clause = message("diff-sources-gone", count=len(found.gone), titles=_titles(found.gone))
        yield Item(field, clause, False, before=_source_ids(found.gone))
    for first, second in found.both:
        yield from _source(field, first, second)
    yield from _reordered(field, found.reordered)


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
        yield compare_values(f"{field}.quote", what, old.quote, new.quote, _quote, False)
    said = [
        describe(getattr(old, name), getattr(new, name))
        for name, describe in _SOURCE_FIELDS.items()
        if getattr(old, name) != getattr(new, name)
    ]
    if said:
        clause = message("diff-source", title=title, what=Listed(tuple(said)))
        yield Item(field, clause, False, before=_shown(old), after=_shown(new))


def _quote(text: str | Span) -> Message:
    return message("diff-quoted", text=words.quoted(text) if isinstance(text, str) else text)


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

# In the order in which they are said.
_FIELDS: dict[str, Describe] = {
    "name": _name,
    "training": _status,
    "trainer": _trainer,
    "basis": _basis,
    "scope": _prose(message("what-scope")),
    "doubt": _prose(message("what-status-doubt")),
    "controls": _controls,
    "limits": _claims(message("what-limit"), True, True),
    "differences": _differences,
    "uses": _claims(message("what-used"), True, False),
    "spares": _claims(message("what-spared"), False, True),
    "crawlers": _crawlers,
    "history": _history,
    "company": _value(message("what-operator"), matters=True),
    "summary": _prose(message("what-summary"), matters=False),
    "question": _value(message("what-title")),
    "category": _value(message("what-category")),
    "topics": _names(message("what-topic")),
    "aliases": _names(message("what-other-name")),
    "formerly": _names(message("what-former-name")),
    "domains": _names(message("what-domain")),
    "country_domains": _names(message("what-country-domain")),
    "logins": _names(message("what-login")),
    "apps": _names(message("what-app")),
    "lookalikes": _lookalikes,
    "conflicts": _claims(message("what-conflict"), False, False),
    "see": _see,
    "terms": _terms,
    "contacts": _contacts,
    "sources": _sources,
    "checked": _checked,
}
