"""What changed about what looks like a switch against training, and is none."""

from collections.abc import Iterator

from optout.diff.audience import compare_audiences
from optout.diff.both import Both, in_another_order, quote
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_addresses, compare_places, compare_unseen, compare_values, described
from optout.diff.wording import clip, leads
from optout.guide import words
from optout.messages import message
from optout.model import Lookalike, Platform
from optout.prose import Span


def compare_lookalikes(field: str, both: Both[Platform]) -> Iterator[Item]:
    """Each that came, went or is told otherwise."""
    found = pair(
        both.old.lookalikes, both.new.lookalikes, _lookalike_likeness, lambda one: tokens(f"{one.name} {one.text}")
    )
    for one in found.added:
        clause = message("diff-lookalike-new", name=Span("label", one.name))
        yield Item(field, clause, False, after=one.name)
        yield from leads(field, quote(clip(one.name)), one)
    for one in found.gone:
        clause = message("diff-lookalike-gone", name=Span("label", one.name))
        yield Item(field, clause, False, before=one.name)
    for first, second in found.both:
        yield from _lookalike(field, both, first, second)
    yield from in_another_order(field, found.reordered)


def _lookalike_likeness(old: Lookalike, new: Lookalike) -> float:
    return max(alike(old.name, new.name), alike(old.text, new.text))


def _lookalike(field: str, both: Both[Platform], old: Lookalike, new: Lookalike) -> Iterator[Item]:
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
