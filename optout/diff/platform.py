"""What changed about one platform, field by field."""

from collections.abc import Callable, Iterator, Sequence

from optout.diff.audience import codes, compare_audiences
from optout.diff.both import Both, based, in_another_order, quote
from optout.diff.change import Item
from optout.diff.contact import compare_contacts, contacts_alike
from optout.diff.control import added, compare_controls, control_marks, controls_alike, gone
from optout.diff.crawler import compare_crawlers
from optout.diff.difference import compare_differences
from optout.diff.event import compare_history
from optout.diff.lookalike import compare_lookalikes
from optout.diff.match import alike, match, pair, tokens
from optout.diff.source import compare_sources
from optout.diff.value import compare_values
from optout.diff.wording import CITATIONS, LIKENESS, citations_changed, clip, leads
from optout.guide import words
from optout.guide.status import verdict
from optout.messages import Label, Message, message
from optout.model import Claim, Platform, Terms
from optout.prose import Span


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


Describe = Callable[[str, Both[Platform]], Iterator[Item]]


# Fields with one value


def _name(field: str, both: Both[Platform]) -> Iterator[Item]:
    old, new = Span("label", both.old.name), Span("label", both.new.name)
    yield Item(field, message("diff-called", new=new, old=old), True, before=old.text, after=new.text)


def _status(field: str, both: Both[Platform]) -> Iterator[Item]:
    old, new = (Label(words.stands(verdict(one))) for one in (both.old, both.new))
    clause = message("diff-changed", what=message("what-status"), old=old, new=new)
    yield Item(field, clause, True, before=both.old.training, after=both.new.training)


def _trainer(field: str, both: Both[Platform]) -> Iterator[Item]:
    clause = message("diff-trained-by-others" if both.new.trainer == "others" else "diff-trained-by-itself")
    yield Item(field, clause, True, before=both.old.trainer, after=both.new.trainer)


def _basis(field: str, both: Both[Platform]) -> Iterator[Item]:
    yield based(field, message("what-status"), both.new.basis)


def _checked(field: str, both: Both[Platform]) -> Iterator[Item]:
    old, new = both.old.checked, both.new.checked
    yield Item(field, message("diff-checked", new=new, old=old), False, before=old.iso, after=new.iso)


def _value(what: Message, matters: bool = False) -> Describe:
    def describe(field: str, both: Both[Platform]) -> Iterator[Item]:
        yield compare_values(field, what, getattr(both.old, field), getattr(both.new, field), matters=matters)

    return describe


def _prose(what: Message, matters: bool = True) -> Describe:
    def describe(field: str, both: Both[Platform]) -> Iterator[Item]:
        yield from both.texts(field, what, getattr(both.old, field), getattr(both.new, field), matters)

    return describe


# Fields with a list


def _names(what: Message) -> Describe:
    """A field with a list of words: names, domains."""

    def describe(field: str, both: Both[Platform]) -> Iterator[Item]:
        yield from _named(field, what, getattr(both.old, field), getattr(both.new, field))

    return describe


def _named(field: str, what: Message, old: Sequence[str], new: Sequence[str]) -> Iterator[Item]:
    found = match(old, new)
    for name in found.added:
        yield Item(field, message("diff-name-added", what=what, name=Span("label", name)), False, after=name)
    for name in found.gone:
        yield Item(field, message("diff-name-gone", what=what, name=Span("label", name)), False, before=name)
    yield from in_another_order(field, found.reordered)


def _claims(what: Message, comes: bool, goes: bool) -> Describe:
    """A list of sentences; `comes` and `goes` say whether a new one and one that is gone matter."""

    def describe(field: str, both: Both[Platform]) -> Iterator[Item]:
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
                yield compare_audiences(field, quote(both.words(second.text)), first.audience, second.audience)
        yield from in_another_order(field, found.reordered)

    return describe


def _controls(field: str, both: Both[Platform]) -> Iterator[Item]:
    old, new = both.old.controls, both.new.controls
    found = pair(old, new, controls_alike, control_marks)
    alone = len(old) < 2 and len(new) < 2
    for first, second in found.both:
        yield from compare_controls(Both(first, second, both.old_sources, both.new_sources), alone)
    lookalikes = {one.name.casefold() for one in both.new.lookalikes}
    for control in found.gone:
        yield gone(control, bool({control.name.casefold(), control.switch.casefold()} & lookalikes))
    for control in found.added:
        yield added(control)
        yield from leads("controls", quote(clip(control.name)), control)
    yield from in_another_order(field, found.reordered)


def _see(field: str, both: Both[Platform]) -> Iterator[Item]:
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
    yield from in_another_order(field, match(tuple(old), tuple(new)).reordered)


def _terms(field: str, both: Both[Platform]) -> Iterator[Item]:
    """Each edition in one line, so that a document more or less is one edition gone and another that came."""
    old, new = (tuple(map(_edition, one.terms)) for one in (both.old, both.new))
    yield from _named(field, message("what-terms"), old, new)


def _edition(terms: Terms) -> str:
    readers = codes(terms.audience)
    named = f"{terms.collection}: {terms.service} ({', '.join(terms.documents)})"
    return f"{named}, {readers}" if readers else named


def _contacts(field: str, both: Both[Platform]) -> Iterator[Item]:
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
    yield from in_another_order(field, found.reordered)


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
    "differences": compare_differences,
    "uses": _claims(message("what-used"), True, False),
    "spares": _claims(message("what-spared"), False, True),
    "crawlers": compare_crawlers,
    "history": compare_history,
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
    "lookalikes": compare_lookalikes,
    "conflicts": _claims(message("what-conflict"), False, False),
    "see": _see,
    "terms": _terms,
    "contacts": _contacts,
    "sources": compare_sources,
    "checked": _checked,
}
