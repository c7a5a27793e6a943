"""What changed between two catalogs: for a terminal, for a comment on a pull request, for programs."""

from collections.abc import Sequence
from typing import Any

from optout.diff import Change, Item
from optout.diff.report import Section, introduced, joined, sections
from optout.diff.wording import clip
from optout.guide.words import labels
from optout.messages import Language, Message, language, message
from optout.prose import Sentence, Span
from optout.render.mentions import calling_nobody
from optout.render.screen import Screen
from optout.text import as_json as document

VERSION = 1

# What GitHub takes as the text of a comment, in characters.
COMMENT_LIMIT = 65_536
_ROOM_FOR_MORE = 80
_MOST_ITEMS = 30
_LONGEST_LINK = 300
_LONGEST_TEXT = 600
_COMMAND = Span("code", "optout diff")


def text(changes: Sequence[Change], screen: Screen, spoken: str = "en", unread: Sequence[str] = ()) -> str:
    """A sentence for each platform: first what matters to those who followed the guide, then what is new, the rest.

    `unread` are the entries that cannot be compared.
    """
    from optout.render import terminal

    tongue = language(spoken)
    marks = labels(tongue)
    lines = [terminal.paragraph(tongue.say(one), screen) for one in introduced(changes, unread)]
    for section in sections(changes):
        lines += ["", terminal.paint(screen, tongue.text(_heading(section)), "1")]
        for one, items in section.told:
            sentence = (_name(one, screen), Span("text", " "), *joined(items, tongue))
            lines.append(terminal.paragraph(sentence, screen, "  ", "    ", marks))
    return "\n".join(lines) + "\n"


def _heading(section: Section) -> Message:
    return message("diff-section", title=section.title, count=len(section.told))


def _name(change: Change, screen: Screen) -> Span:
    """The name as it begins a sentence: bold, or plain where labels are put in quotation marks for want of bold."""
    return Span("label" if screen.colour else "text", f"{change.name}:")


def markdown(
    changes: Sequence[Change], spoken: str = "en", unread: Sequence[str] = (), limit: int = COMMENT_LIMIT
) -> str:
    """A comment for a pull request, of at most `limit` characters; what had to be left out is counted."""
    tongue = language(spoken)
    found = sections(changes)
    said = "\n\n".join(_comment(tongue.say(one)) for one in introduced(changes, unread))
    comment = f"### {tongue.text(message('diff-comment'))}\n\n{said}\n\n"
    frames = [(_opening(one, tongue), _closing(one)) for one in found]
    room = limit - _size(comment) - sum(_size(opening + closing) + _ROOM_FOR_MORE for opening, closing in frames)
    for section, (opening, closing) in zip(found, frames, strict=True):
        blocks = _blocks(section, room, tongue)
        room -= _size(blocks)
        comment += f"{opening}{blocks}{closing}"
    return comment.rstrip("\n") + "\n"


def as_json(changes: Sequence[Change], spoken: str = "en", unread: Sequence[str] = ()) -> str:
    """`{"version": 1, "changes": [...], "unread": [...]}`, described by `changes.schema.json` beside this."""
    told = [change(one, language(spoken)) for one in changes]
    return document({"version": VERSION, "changes": told, "unread": list(unread)})


def change(one: Change, tongue: Language) -> dict[str, Any]:
    """One change as plain values; only its sentences depend on the language."""
    return {
        "slug": one.slug,
        "name": one.name,
        "kind": one.kind,
        "sentence": f"{one.name}: {words(joined(one.items, tongue), tongue)}",
        "matters": [_item(item, tongue) for item in one.matters],
        "editorial": [_item(item, tongue) for item in one.editorial],
    }


def words(sentence: Sentence, tongue: Language) -> str:
    """A sentence as plain text: labels in quotation marks, what is to be typed in backquotes, addresses whole."""
    opening, closing = labels(tongue).quotes
    marks = {"label": (opening, closing), "code": ("`", "`")}
    framed = ((marks.get(span.kind, ("", "")), span.target or span.text) for span in sentence)
    return "".join(f"{before}{text}{after}" for (before, after), text in framed)


# A comment


def _opening(section: Section, tongue: Language) -> str:
    """What matters is open, the rest is folded away."""
    title = tongue.text(_heading(section))
    folded = section.id == "editorial"
    return f"<details>\n<summary>{title}</summary>\n\n" if folded else f"#### {title}\n\n"


def _closing(section: Section) -> str:
    return "\n</details>\n" if section.id == "editorial" else "\n"


def _blocks(section: Section, room: int, tongue: Language) -> str:
    """A bullet for each platform, as many as there is room for."""
    blocks: list[str] = []
    for number, (one, items) in enumerate(section.told):
        left = len(section.told) - number
        more = f"* {_comment(tongue.say(message('diff-more-platforms', count=left, command=_COMMAND)))}\n"
        block = _block(one, items, tongue)
        needed = _size(block) if left == 1 else _size(block) + _size(more)
        if needed > room:
            return "".join((*blocks, more))
        blocks.append(block)
        room -= _size(block)
    return "".join(blocks)


def _block(one: Change, items: Sequence[Item], tongue: Language) -> str:
    """One platform: its only change beside its name, several below it."""
    name = f"* {_comment((Span('label', one.name),))}:"
    if len(items) == 1:
        return f"{name} {_comment(tongue.say(items[0].said))}\n"
    lines = [name, *(f"  * {_comment(tongue.say(item.said))}" for item in items[:_MOST_ITEMS])]
    if len(items) > _MOST_ITEMS:
        more = message("diff-more-changes", count=len(items) - _MOST_ITEMS, command=_COMMAND)
        lines.append(f"  * {_comment(tongue.say(more))}")
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


def _item(item: Item, tongue: Language) -> dict[str, Any]:
    return {
        "field": item.field,
        "control": item.control or None,
        "text": words(tongue.say(item.said), tongue),
        "before": item.before or None,
        "after": item.after or None,
    }
