"""One platform, or one way, as two catalogs have it, and what the comparisons of their parts share."""

from collections.abc import Collection, Iterator
from typing import Generic, NamedTuple, TypeVar

from optout.diff.change import Item
from optout.diff.wording import Text, clip, compare_texts
from optout.guide import words
from optout.messages import Message, Value, message
from optout.model import Basis
from optout.prose import Span

T = TypeVar("T")


class Both(NamedTuple, Generic[T]):
    """Something as both catalogs have it, and the ids of the sources that each can cite."""

    old: T
    new: T
    old_sources: Collection[str]
    new_sources: Collection[str]

    def texts(self, field: str, what: Value, old: str, new: str, matters: bool) -> Iterator[Item]:
        """A sentence of the old entry compared with one of the new."""
        yield from compare_texts(field, what, Text(old, self.old_sources), Text(new, self.new_sources), matters)

    def words(self, text: str) -> Span:
        """The words of a sentence of either entry."""
        return words.quoted(clip(Text(text, {*self.old_sources, *self.new_sources}).words))


def in_another_order(field: str, is_so: bool) -> Iterator[Item]:
    """That what stands in both lists does so in another order, if it is so."""
    if is_so:
        yield reordered(field)


def reordered(field: str) -> Item:
    """That what a list holds stands in another order."""
    return Item(field, message("diff-reordered", list=field.removeprefix("controls.")), False)


def quote(text: str | Span) -> Message:
    """A text in quotes, as the subject of what changed."""
    return message("diff-quoted", text=words.quoted(text) if isinstance(text, str) else text)


def based(field: str, what: Value, basis: Basis) -> Item:
    """That a status rests on something else now."""
    return Item(field, message("diff-basis", what=what, basis=basis), True, after=basis)
