"""Changes as values: each carries its own words, so that a terminal, a comment, a feed and a page say the same."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from optout.prose import Sentence, Span

Kind = Literal["new", "gone", "renamed", "changed"]


class Item(NamedTuple):
    """One thing that changed.

    `clause` says it as a part of a sentence: no capital at its beginning, no full stop. `field` is the field of the
    entry ("training", "controls.default"), or "citations" where only those changed; `control` the name of the control
    it is about, and `alone` whether its platform has no other, so that it need not be named; `before` and `after` are
    the values, where they are texts. `leads` says that an address is another: what a reader follows matters most.
    """

    field: str
    clause: Sentence
    matters: bool
    control: str = ""
    before: str = ""
    after: str = ""
    alone: bool = True
    leads: bool = False

    @property
    def text(self) -> Sentence:
        """The clause, with the control it is about named before it where there are several."""
        return self.clause if self.alone else say(Span("label", self.control), ": ", self.clause)


class Change(NamedTuple):
    """Everything that changed about one platform. `slug` and `name` are the new ones, unless it is gone."""

    slug: str
    name: str
    kind: Kind
    items: tuple[Item, ...]

    @property
    def matters(self) -> tuple[Item, ...]:
        """What somebody who already followed the guide should know, where it leads elsewhere first."""
        return tuple(sorted((item for item in self.items if item.matters), key=lambda item: not item.leads))

    @property
    def editorial(self) -> tuple[Item, ...]:
        """The rest: wording, sources, order, the date of the last check."""
        return tuple(item for item in self.items if not item.matters)


def say(*parts: str | Span | Sentence) -> Sentence:
    """A sentence of words, spans and other sentences."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, str):
            spans += [Span("text", part)] if part else []
        else:
            spans += [part] if isinstance(part, Span) else part
    return tuple(spans)


def joined(items: Iterable[Item]) -> Sentence:
    """Items as one sentence: "the switch moved from A to B; one source added". A control is named once."""
    spans: list[Span] = []
    control = ""
    for item in items:
        spans += [Span("text", "; ")] if spans else []
        spans += item.clause if control and item.control == control else item.text
        control = "" if item.alone else item.control
    return tuple(spans)


def words(sentence: Sentence) -> str:
    """A sentence as plain text: labels in quotation marks, what is to be typed in backquotes, addresses whole."""
    marks = {"label": "“{}”", "code": "`{}`"}
    return "".join(marks.get(span.kind, "{}").format(span.target or span.text) for span in sentence)
