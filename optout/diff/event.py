"""What changed about the history of a platform."""

from collections.abc import Iterator

from optout.diff.audience import compare_audiences
from optout.diff.both import Both, in_another_order
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.wording import leads
from optout.guide import words
from optout.messages import Message, message
from optout.model import Date, Event, Platform


def compare_history(field: str, both: Both[Platform]) -> Iterator[Item]:
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
    yield from in_another_order(field, found.reordered)


def _happened(event: Event) -> Message:
    return message("what-event-on" if event.date.day else "what-event-in", date=event.date)


def _event_likeness(old: Event, new: Event) -> float:
    return (2 * alike(old.text, new.text) + (old.date == new.date)) / 3


def _event(field: str, both: Both[Platform], old: Event, new: Event) -> Iterator[Item]:
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
