"""What changed about one platform, field by field."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import NamedTuple

from optout.diff.change import Item, say
from optout.diff.control import (
    Pair,
    added,
    compare_audiences,
    compare_controls,
    control_marks,
    controls_alike,
    described,
    for_whom,
    gone,
)
from optout.diff.match import alike, match, pair, tokens
from optout.diff.value import compare_addresses, compare_places, compare_values, label, typed
from optout.diff.wording import CITATIONS, LIKENESS, Text, citations_changed, clip, compare_texts, leads
from optout.guide import words
from optout.guide.compose import status
from optout.messages import language
from optout.model import Basis, Claim, Crawler, Date, Difference, Event, Lookalike, Platform, Source
from optout.prose import Span

_spoken = language("en").date


class Both(NamedTuple):
    """One platform as both catalogs have it, and the ids of the sources that each can cite."""

    old: Platform
    new: Platform
    old_sources: Collection[str]
    new_sources: Collection[str]

    def texts(self, field: str, noun: str, old: str, new: str, matters: bool) -> Iterator[Item]:
        """A sentence of the old entry compared with one of the new."""
        yield from compare_texts(field, noun, Text(old, self.old_sources), Text(new, self.new_sources), matters)

    def words(self, text: str) -> str:
        """The words of a sentence of either entry."""
        return clip(Text(text, {*self.old_sources, *self.new_sources}).words)


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
    yield Item(field, say("it is called ", new, " now (was ", old, ")"), True, before=old.text, after=new.text)


def _status(field: str, both: Both) -> Iterator[Item]:
    old, new = status(both.old).label, status(both.new).label
    clause = say("the status changed from ", Span("label", old), " to ", Span("label", new))
    yield Item(field, clause, True, before=both.old.training, after=both.new.training)


def _trainer(field: str, both: Both) -> Iterator[Item]:
    said = "others train, not the platform itself" if both.new.trainer == "others" else "the platform itself trains"
    yield Item(field, say(f"it says now that {said}"), True, before=both.old.trainer, after=both.new.trainer)


def _basis(field: str, both: Both) -> Iterator[Item]:
    yield _based(field, "the status", both.new.basis)


def _based(field: str, what: str, basis: Basis) -> Item:
    said = "is concluded from what was read, not stated" if basis == "concluded" else "is stated, no longer concluded"
    return Item(field, say(f"{what} {said}"), True, after=basis)


def _checked(field: str, both: Both) -> Iterator[Item]:
    old, new = both.old.checked, both.new.checked
    clause = say(f"checked on {_spoken(new)} (was: {_spoken(old)})")
    yield Item(field, clause, False, before=old.iso, after=new.iso)


def _value(noun: str, matters: bool = False) -> Describe:
    def describe(field: str, both: Both) -> Iterator[Item]:
        yield compare_values(field, noun, label(getattr(both.old, field)), label(getattr(both.new, field)), matters)

    return describe


def _prose(noun: str, matters: bool = True) -> Describe:
    def describe(field: str, both: Both) -> Iterator[Item]:
        yield from both.texts(field, noun, getattr(both.old, field), getattr(both.new, field), matters)

    return describe


# Fields with a list


def _names(one: str) -> Describe:
    """A field with a list of words: names, domains."""

    def describe(field: str, both: Both) -> Iterator[Item]:
        old, new = getattr(both.old, field), getattr(both.new, field)
        found = match(old, new)
        for name in found.added:
            yield Item(field, say(f"{one} added: ", Span("label", name)), False, after=name)
        for name in found.gone:
            yield Item(field, say(f"{one} gone: ", Span("label", name)), False, before=name)
        yield from _reordered(field, found.reordered)

    return describe


def _reordered(field: str, is_so: bool) -> Iterator[Item]:
    """That what stands in both lists does so in another order, if it is so."""
    if is_so:
        yield Item(field, say(f"{_LISTS[field]} stand in another order"), False)


def _claims(noun: str, added: str, gone: str, comes: bool, goes: bool) -> Describe:
    """A list of sentences; `comes` and `goes` say whether a new one and one that is gone matter."""

    def describe(field: str, both: Both) -> Iterator[Item]:
        old: tuple[Claim, ...] = getattr(both.old, field)
        new: tuple[Claim, ...] = getattr(both.new, field)
        found = pair(old, new, lambda one, other: alike(one.text, other.text), lambda one: tokens(one.text), LIKENESS)
        for claim in found.added:
            text = both.words(claim.text)
            yield Item(field, say(f"{added}: “{text}”"), comes, after=text)
            yield from leads(field, noun, claim)
        for claim in found.gone:
            text = both.words(claim.text)
            yield Item(field, say(f"{gone}: “{text}”"), goes, before=text)
        for first, second in found.both:
            yield from both.texts(field, noun, first.text, second.text, True)
            yield from both.texts(field, f"doubt about “{both.words(second.text)}”", first.doubt, second.doubt, False)
            if first.audience != second.audience:
                said = f"“{both.words(second.text)}”"
                yield compare_audiences(field, said, first.audience, second.audience)
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
        yield from leads("controls", f"“{clip(control.name)}”", control)
    yield from _reordered(field, found.reordered)


def _lookalikes(field: str, both: Both) -> Iterator[Item]:
    found = pair(
        both.old.lookalikes, both.new.lookalikes, _lookalike_likeness, lambda one: tokens(f"{one.name} {one.text}")
    )
    for one in found.added:
        yield Item(field, say(Span("label", one.name), " is listed as no refusal of training"), False, after=one.name)
        yield from leads(field, f"“{one.name}”", one)
    for one in found.gone:
        clause = say(Span("label", one.name), " is no longer listed among what is no refusal of training")
        yield Item(field, clause, False, before=one.name)
    for first, second in found.both:
        yield from _lookalike(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _lookalike_likeness(old: Lookalike, new: Lookalike) -> float:
    return max(alike(old.name, new.name), alike(old.text, new.text))


def _lookalike_marks(one: Lookalike) -> list[str]:
    return tokens(f"{one.name} {one.text}")


def _lookalike(field: str, both: Both, old: Lookalike, new: Lookalike) -> Iterator[Item]:
    what = f"“{new.name}”, which is no refusal"
    if old.name != new.name:
        yield compare_values(field, "the name of what is no refusal", label(old.name), label(new.name), False)
    if old.path != new.path:
        yield compare_places(field, what, described(old.path), described(new.path))._replace(matters=False)
    if old.link != new.link:
        yield compare_addresses(field, f"the address of {what},", old.link, new.link)
    if old.audience != new.audience:
        yield compare_audiences(field, f"{what},", old.audience, new.audience)._replace(matters=False)
    yield from both.texts(field, f"what is said of {what},", old.text, new.text, False)
    yield from both.texts(field, f"doubt about {what},", old.doubt, new.doubt, False)


def _differences(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.differences, both.new.differences, _difference_likeness, _difference_marks)
    for one in found.added:
        text = both.words(one.text)
        status = f" ({language('en').text(words.for_some(one.training))})" if one.training else ""
        yield Item(field, say(f"different {for_whom(one.audience)} now{status}: “{text}”"), True, after=text)
        yield from leads(field, f"what is said {for_whom(one.audience)}", one)
    for one in found.gone:
        text = both.words(one.text)
        yield Item(field, say(f"no longer different {for_whom(one.audience)}: “{text}”"), True, before=text)
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
        yield compare_audiences(field, f"what is said {for_whom(old.audience)}", old.audience, new.audience)
    if old.training != new.training:
        before, after = (words.status(one, language("en")).label if one else "" for one in (old.training, new.training))
        yield compare_values(field, f"the status {whom}", label(before), label(after))
    if old.basis != new.basis:
        yield _based(field, f"the status {whom}", new.basis)
    yield from both.texts(field, f"what is said {whom}", old.text, new.text, True)
    yield from both.texts(field, f"doubt about what is said {whom}", old.doubt, new.doubt, False)


def _history(field: str, both: Both) -> Iterator[Item]:
    """An event matters if it may be newer than the last look at the entry: older ones only complete the record."""
    found = pair(both.old.history, both.new.history, _event_likeness, lambda one: tokens(one.text))
    for event in found.added:
        text = both.words(event.text)
        if _is_since(event.date, both.old.checked):
            yield Item(field, say(f"{_spoken(event.date)}: {text.rstrip('.')}"), True, after=text)
        else:
            yield Item(field, say(f"added to the history: {_spoken(event.date)}, “{text}”"), False, after=text)
        yield from leads(field, f"what happened in {_spoken(event.date)}", event)
    for event in found.gone:
        text = both.words(event.text)
        yield Item(field, say(f"no longer in the history: {_spoken(event.date)}, “{text}”"), False, before=text)
    for first, second in found.both:
        yield from _event(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _event_likeness(old: Event, new: Event) -> float:
    return (2 * alike(old.text, new.text) + (old.date == new.date)) / 3


def _event(field: str, both: Both, old: Event, new: Event) -> Iterator[Item]:
    if old.date != new.date:
        clause = say(f"the date of “{both.words(new.text)}” changed from {_spoken(old.date)} to {_spoken(new.date)}")
        matters = _is_since(max(old.date, new.date), both.old.checked)
        yield Item(field, clause, matters, before=old.date.iso, after=new.date.iso)
    what = f"what happened in {_spoken(new.date)}" if not new.date.day else f"what happened on {_spoken(new.date)}"
    yield from both.texts(field, what, old.text, new.text, _is_since(new.date, both.old.checked))
    yield from both.texts(field, f"doubt about {what}", old.doubt, new.doubt, False)
    if old.audience != new.audience:
        yield compare_audiences(field, what, old.audience, new.audience)._replace(matters=False)


def _is_since(date: Date, checked: Date) -> bool:
    """Whether the day may be `checked` or later, as precisely as it is known."""
    known = tuple(part for part in date if part)
    return known >= tuple(checked)[: len(known)]


def _crawlers(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.crawlers, both.new.crawlers, _crawler_likeness, lambda one: (one.token, *tokens(one.purpose)))
    for one in found.added:
        clause = say("new crawler: ", Span("code", one.token), f", “{both.words(one.purpose)}”")
        yield Item(field, clause, True, after=one.token)
        yield from leads(field, one.token, one)
    for one in found.gone:
        yield Item(field, say("crawler no longer listed: ", Span("code", one.token)), True, before=one.token)
    for first, second in found.both:
        yield from _crawler(field, both, first, second)
    yield from _reordered(field, found.reordered)


def _crawler_likeness(old: Crawler, new: Crawler) -> float:
    return 1.0 if old.token == new.token else alike(old.purpose, new.purpose) * 0.6


def _crawler(field: str, both: Both, old: Crawler, new: Crawler) -> Iterator[Item]:
    if old.token != new.token:
        yield compare_values(field, "the name of a crawler in robots.txt", typed(old.token), typed(new.token))
    if old.agent != new.agent:
        yield compare_values(field, f"the user agent of {new.token}", typed(old.agent), typed(new.agent))
    if old.addresses != new.addresses:
        yield compare_addresses(field, f"the list of {new.token}'s addresses", old.addresses, new.addresses)
    yield from both.texts(field, f"what {new.token} is for", old.purpose, new.purpose, True)
    yield from both.texts(field, f"whether {new.token} obeys", old.obeys, new.obeys, True)


def _see(field: str, both: Both) -> Iterator[Item]:
    old, new = dict(both.old.see), dict(both.new.see)
    for slug in new:
        if slug not in old:
            yield Item(field, say(f"see also {slug}"), False, after=slug)
            yield from leads(field, f"why to see also {slug}", new[slug])
    for slug, text in old.items():
        if slug not in new:
            yield Item(field, say(f"no longer: see also {slug}"), False, before=slug)
        else:
            yield from both.texts(field, f"why to see also {slug}", text, new[slug], False)
    yield from _reordered(field, match(tuple(old), tuple(new)).reordered)


# Sources


def _sources(field: str, both: Both) -> Iterator[Item]:
    found = pair(both.old.sources, both.new.sources, _source_likeness, _source_marks)
    yield from _counted(field, "added", found.added)
    yield from _counted(field, "gone", found.gone)
    for first, second in found.both:
        yield from _source(field, first, second)
    yield from _reordered(field, found.reordered)


def _counted(field: str, what: str, sources: Sequence[Source]) -> Iterator[Item]:
    """All sources that came, or went, in one item: "one source added"."""
    if sources:
        count = "one source" if len(sources) == 1 else f"{len(sources)} sources"
        titles = ", ".join(f"“{clip(source.title, 80)}” ({source.publisher})" for source in sources[:3])
        more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
        ids = " ".join(source.id for source in sources)
        before, after = ("", ids) if what == "added" else (ids, "")
        yield Item(field, say(f"{count} {what}: {titles}{more}"), False, before=before, after=after)


def _source_likeness(old: Source, new: Source) -> float:
    if old.id == new.id or (old.url and old.url == new.url):
        return 1.0
    return alike(old.title, new.title) * (0.8 if old.publisher == new.publisher else 0.5)


def _source_marks(one: Source) -> tuple[Hashable, ...]:
    return (one.id, one.url, *tokens(one.title))


def _source(field: str, old: Source, new: Source) -> Iterator[Item]:
    """What changed of one source: where it leads on its own, the rest in one item."""
    what = f"the source “{clip(new.title, 80)}”"
    if old.url != new.url:
        yield compare_addresses(field, f"the address of {what}", old.url, new.url)
    if old.archived != new.archived:
        yield compare_addresses(field, f"the archived copy of {what}", old.archived, new.archived)
    if old.audience != new.audience:
        before, after = for_whom(old.audience), for_whom(new.audience)
        yield Item(field, say(f"{what} is read as written {after} (was: {before})"), False, before=before, after=after)
    if old.quote != new.quote:
        yield compare_values(f"{field}.quote", f"the quote of {what}", _quote(old), _quote(new), False)
    said = [
        describe(getattr(old, name), getattr(new, name))
        for name, describe in _SOURCE_WORDS.items()
        if getattr(old, name) != getattr(new, name)
    ]
    if said:
        clause = say(f"{what} has {words.join(said)}")
        yield Item(field, clause, False, before=_shown(old), after=_shown(new))


def _quote(source: Source) -> Span | None:
    return Span("text", f"“{source.quote}”") if source.quote else None


def _shown(source: Source) -> str:
    parts = (source.publisher, source.title, source.kind, source.url, source.date.iso if source.date else "")
    return ", ".join(filter(None, parts))


def _date(old: Date | None, new: Date | None) -> str:
    if not new:
        return "no date any more"
    return f"the date {_spoken(new)}" + (f" (was {_spoken(old)})" if old else " (was undated)")


_SOURCE_WORDS: dict[str, Callable[..., str]] = {
    "id": lambda old, new: f"the id {new} (was {old})",
    "title": lambda old, new: f"another title (was “{clip(old, 80)}”)",
    "publisher": lambda old, new: f"another publisher ({new}, was {old})",
    "kind": lambda old, new: f"another kind ({new}, was {old})",
    "date": _date,
}

# In the order in which they are said.
_FIELDS: dict[str, Describe] = {
    "name": _name,
    "training": _status,
    "trainer": _trainer,
    "basis": _basis,
    "scope": _prose("scope"),
    "doubt": _prose("doubt about the status"),
    "controls": _controls,
    "limits": _claims("limit", "new limit", "limit gone", True, True),
    "differences": _differences,
    "uses": _claims("what is used", "also used now", "no longer listed as used", True, False),
    "spares": _claims("what is left alone", "also left alone now", "no longer listed as left alone", False, True),
    "crawlers": _crawlers,
    "history": _history,
    "company": _value("operator", matters=True),
    "summary": _prose("summary", matters=False),
    "question": _value("title"),
    "category": _value("category"),
    "aliases": _names("other name"),
    "formerly": _names("former name"),
    "domains": _names("domain"),
    "lookalikes": _lookalikes,
    "conflicts": _claims("disagreement", "sources disagree", "sources no longer disagree", False, False),
    "see": _see,
    "sources": _sources,
    "checked": _checked,
}
_LISTS = {
    "aliases": "the other names",
    "formerly": "the former names",
    "domains": "the domains",
    "controls": "the ways to refuse",
    "limits": "the limits",
    "differences": "the differences",
    "uses": "the uses",
    "spares": "the things left alone",
    "crawlers": "the crawlers",
    "history": "the events",
    "lookalikes": "the settings that are no refusal",
    "conflicts": "the disagreements",
    "see": "the related platforms",
    "sources": "the sources",
}
