"""What changed between two catalogs: for a terminal, for a comment on a pull request, for programs."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from optout.diff import Change, Item
from optout.diff.change import joined, say, words
from optout.diff.wording import clip
from optout.guide.words import count
from optout.prose import Sentence, Span
from optout.render.mentions import calling_nobody
from optout.render.screen import Screen

VERSION = 1

# What GitHub takes as the text of a comment, in characters.
COMMENT_LIMIT = 65_536
_ROOM_FOR_MORE = 80
_MOST_ITEMS = 30
_LONGEST_LINK = 300
_LONGEST_TEXT = 600


def text(changes: Sequence[Change], screen: Screen) -> str:
    """A sentence for each platform: first what matters to those who followed the guide, then what is new, the rest."""
    from optout.render import terminal

    lines = [terminal.paragraph(say(f"{summary(changes)}."), screen)]
    for section in sections(changes):
        heading = f"{section.title} ({len(section.told):,})"
        lines += ["", terminal.paint(screen, heading, "1")]
        for one, items in section.told:
            sentence = say(_name(one, screen), " ", joined(items))
            lines.append(terminal.paragraph(sentence, screen, "  ", "    "))
    return "\n".join(lines) + "\n"


def _name(change: Change, screen: Screen) -> Span:
    """The name as it begins a sentence: bold, or plain where labels are put in quotation marks for want of bold."""
    return Span("label" if screen.colour else "text", f"{change.name}:")


def markdown(changes: Sequence[Change], limit: int = COMMENT_LIMIT) -> str:
    """A comment for a pull request, of at most `limit` characters; what had to be left out is counted."""
    found = sections(changes)
    comment = f"### What changes in the catalog\n\n{summary(changes)}.\n\n"
    frames = [(_opening(one), _closing(one)) for one in found]
    room = limit - _size(comment) - sum(_size(opening + closing) + _ROOM_FOR_MORE for opening, closing in frames)
    for section, (opening, closing) in zip(found, frames, strict=True):
        blocks = _blocks(section, room)
        room -= _size(blocks)
        comment += f"{opening}{blocks}{closing}"
    return comment.rstrip("\n") + "\n"


def as_json(changes: Sequence[Change]) -> str:
    """`{"version": 1, "changes": [...]}`: the shape is described by `changes.schema.json` beside this."""
    return json.dumps({"version": VERSION, "changes": list(map(change, changes))}, indent=2, ensure_ascii=False) + "\n"


def change(one: Change) -> dict[str, Any]:
    """One change as plain values."""
    return {
        "slug": one.slug,
        "name": one.name,
        "kind": one.kind,
        "sentence": f"{one.name}: {words(joined(one.items))}",
        "matters": list(map(_item, one.matters)),
        "editorial": list(map(_item, one.editorial)),
    }


def summary(changes: Sequence[Change]) -> str:
    """How many platforms changed, and how much."""
    known = [one for one in changes if one.kind != "new"]
    counted = (
        (sum(bool(one.matters) for one in known), "changed in what matters to people who followed the guide"),
        (len(changes) - len(known), "new"),
        (sum(not one.matters for one in known), "changed in wording, sources or dates only"),
    )
    said = ", ".join(f"{number:,} {what}" for number, what in counted if number)
    return f"Platforms: {said}" if said else "Nothing changed"


class Section(NamedTuple):
    """Changes under a heading, each with those of its items that belong there."""

    title: str
    told: list[tuple[Change, Sequence[Item]]]
    folded: bool = False


def sections(changes: Sequence[Change]) -> list[Section]:
    """What matters to those who followed the guide, what is new, and the rest."""
    known = [one for one in changes if one.kind != "new"]
    listed = (
        Section("What matters", [(one, one.matters) for one in known if one.matters]),
        Section("New", [(one, one.items) for one in changes if one.kind == "new"]),
        Section("Editorial", [(one, one.editorial) for one in known if one.editorial], folded=True),
    )
    return [section for section in listed if section.told]


# A comment


def _opening(section: Section) -> str:
    title = f"{section.title} ({len(section.told):,})"
    return f"<details>\n<summary>{title}</summary>\n\n" if section.folded else f"#### {title}\n\n"


def _closing(section: Section) -> str:
    return "\n</details>\n" if section.folded else "\n"


def _blocks(section: Section, room: int) -> str:
    """A bullet for each platform, as many as there is room for."""
    blocks: list[str] = []
    for number, (one, items) in enumerate(section.told):
        left = len(section.told) - number
        more = f"* … and {count(left, 'more platform')}; `optout diff` shows everything\n"
        block = _block(one, items)
        needed = _size(block) if left == 1 else _size(block) + _size(more)
        if needed > room:
            return "".join((*blocks, more))
        blocks.append(block)
        room -= _size(block)
    return "".join(blocks)


def _block(one: Change, items: Sequence[Item]) -> str:
    """One platform: its only change beside its name, several below it."""
    name = f"* {_comment((Span('label', one.name),))}:"
    if len(items) == 1:
        return f"{name} {_comment(items[0].text)}\n"
    lines = [name, *(f"  * {_comment(item.text)}" for item in items[:_MOST_ITEMS])]
    if len(items) > _MOST_ITEMS:
        lines.append(f"  * … and {len(items) - _MOST_ITEMS} more changes; `optout diff` shows everything")
    return "\n".join(lines) + "\n"


def _comment(sentence: Sentence) -> str:
    from optout.render.commonmark import inline

    return inline(tuple(map(_calling_nobody, sentence)))


def _calling_nobody(span: Span) -> Span:
    """The same span without mentions and references; code and addresses have to stay letter by letter."""
    if span.kind == "link" and (len(span.target) > _LONGEST_LINK or "github.com" in span.target.casefold()):
        return Span("code", clip(span.target, _LONGEST_LINK))
    return span if span.kind == "code" else span._replace(text=calling_nobody(clip(span.text, _LONGEST_TEXT)))


def _size(text: str) -> int:
    """Characters as the programs of code hosts count them: in UTF-16, where an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# Plain values


def _item(item: Item) -> dict[str, Any]:
    return {
        "field": item.field,
        "control": item.control or None,
        "text": words(item.text),
        "before": item.before or None,
        "after": item.after or None,
    }
