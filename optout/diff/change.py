"""Changes as values, in no language: each carries a message, so that every format of every language says the same."""

from typing import Literal, NamedTuple

from optout.messages import Message, message
from optout.prose import Span

Kind = Literal["new", "gone", "renamed", "changed"]


class Item(NamedTuple):
    """One thing that changed.

    `clause` says it as a part of a sentence, without a full stop. `field` is the field of the entry ("training",
    "controls.default"), or "citations" where only those changed; `control` the name of the control it is about, and
    `alone` whether its platform has no other, so that it need not be named; `before` and `after` are the values as the
    catalog has them, where they are texts. `leads` says that an address is another: what a reader follows matters most.
    """

    field: str
    clause: Message
    matters: bool
    control: str = ""
    before: str = ""
    after: str = ""
    alone: bool = True
    leads: bool = False

    @property
    def said(self) -> Message:
        """The clause, with the control it is about named before it where there are several."""
        if self.alone:
            return self.clause
        return message("diff-of-control", control=Span("label", self.control), clause=self.clause)


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
