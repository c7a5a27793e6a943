"""What is told of changes, and in which order: sections, a summary, a sentence for each platform."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from optout.diff.change import Change, Item
from optout.guide.words import qualified
from optout.messages import Language, Message, message
from optout.prose import Sentence, Span

_NAMED = 20  # entries that could not be read

SectionId = Literal["matters", "new", "editorial"]

_TITLES: dict[SectionId, Message] = {
    "matters": message("diff-matters"),
    "new": message("diff-new"),
    "editorial": message("diff-editorial"),
}


class Section(NamedTuple):
    """Changes that belong together, each with those of its items that belong there."""

    id: SectionId
    told: tuple[tuple[Change, tuple[Item, ...]], ...]

    @property
    def title(self) -> Message:
        """Its heading."""
        return _TITLES[self.id]


def sections(changes: Sequence[Change]) -> tuple[Section, ...]:
    """What matters to those who followed the guide, what is new, and the rest; those that have anything to tell."""
    known = [one for one in changes if one.kind != "new"]
    listed = (
        Section("matters", tuple((one, one.matters) for one in known if one.matters)),
        Section("new", tuple((one, one.items) for one in changes if one.kind == "new")),
        Section("editorial", tuple((one, one.editorial) for one in known if one.editorial)),
    )
    return tuple(section for section in listed if section.told)


def summary(changes: Sequence[Change]) -> Message:
    """How many platforms changed, and how much."""
    known = [one for one in changes if one.kind != "new"]
    followed = sum(bool(one.matters) for one in known)
    new, rest = len(changes) - len(known), len(known) - followed
    counted = (
        message("diff-count-matters", count=followed) if followed else None,
        message("diff-count-new", count=new) if new else None,
        message("diff-count-editorial", count=rest) if rest else None,
    )
    said = tuple(filter(None, counted))
    return message("diff-summary", counts=qualified(*said)) if said else message("diff-nothing")


def introduced(changes: Sequence[Change], unread: Sequence[str]) -> Sequence[Message]:
    """How much changed, and which entries nobody can say that of; that nothing did, only if all could be read."""
    names = ", ".join(unread[:_NAMED]) + (" …" if len(unread) > _NAMED else "")
    told = message("diff-unread", count=len(unread), names=Span("text", names))
    return [*((summary(changes),) if changes or not unread else ()), *((told,) if unread else ())]


def joined(items: Iterable[Item], language: Language) -> Sentence:
    """Items as one sentence: "the switch moved from A to B; one source added". A control is named once."""
    spans: list[Span] = []
    control = ""
    for item in items:
        said = item.clause if control and item.control == control else item.said
        spans += language.say(message("diff-further", more=said) if spans else said)
        control = "" if item.alone else item.control
    return language.say(tuple(spans))
