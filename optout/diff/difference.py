"""What changed about who is told something else: readers of a region, a plan, an age."""

from collections.abc import Hashable, Iterator
from typing import cast

from optout.diff.audience import compare_audiences, for_whom
from optout.diff.both import Both, based, in_another_order
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_values
from optout.diff.wording import leads
from optout.guide import words
from optout.messages import Label, message
from optout.model import Difference, Platform, Training


def compare_differences(field: str, both: Both[Platform]) -> Iterator[Item]:
    """Each that came, went or is told otherwise."""
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
    yield from in_another_order(field, found.reordered)


def _difference_likeness(old: Difference, new: Difference) -> float:
    return (alike(old.text, new.text) + (old.audience == new.audience)) / 2


def _difference_marks(one: Difference) -> tuple[Hashable, ...]:
    return (one.audience, *tokens(one.text))


def _difference(field: str, both: Both[Platform], old: Difference, new: Difference) -> Iterator[Item]:
    whom = for_whom(new.audience)
    if old.audience != new.audience:
        what = message("what-difference", whom=for_whom(old.audience))
        yield compare_audiences(field, what, old.audience, new.audience)
    if old.training != new.training:
        what = message("what-difference-status", whom=whom)
        yield compare_values(field, what, old.training or "", new.training or "", _status_label)
    if old.basis != new.basis:
        yield based(field, message("what-difference-status", whom=whom), new.basis)
    yield from both.texts(field, message("what-difference", whom=whom), old.text, new.text, True)
    yield from both.texts(field, message("what-difference-doubt", whom=whom), old.doubt, new.doubt, False)


def _status_label(training: str) -> Label:
    return Label(words.stands(cast("Training", training)))
