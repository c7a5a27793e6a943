"""What is different at somebody's accounts: for a terminal, as Markdown, for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from optout.diff.report import introduced, joined
from optout.guide.words import labels
from optout.messages import Language, Message, language, message
from optout.plan.changed import Different
from optout.prose import Span
from optout.render import changes, terminal
from optout.render.commonmark import inline
from optout.render.screen import Screen
from optout.text import as_json as document

VERSION = 1
_SEEN = "optout changed --seen"


def text(different: Sequence[Different], screen: Screen, spoken: str = "en", unread: Sequence[str] = ()) -> str:
    """A sentence for each account, under what it asks for; `unread` are those whose entries cannot be read."""
    tongue = language(spoken)
    lines = [terminal.paragraph(tongue.say(one), screen) for one in _introduced(different, unread)]
    if not different:
        return "\n".join(lines) + "\n"
    lines += [""] if lines else []
    for title, found in _sections(different, tongue):
        lines += [terminal.paint(screen, title, "1")]
        for one in found:
            name = Span("label" if screen.colour else "text", f"{one.name}:")
            sentence = (name, Span("text", " "), *joined(one.items, tongue))
            lines.append(terminal.paragraph(sentence, screen, "  ", "    ", labels(tongue)))
        lines.append("")
    lines.append(terminal.paragraph(tongue.say(message("changed-hint", command=Span("code", _SEEN))), screen))
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


def markdown(different: Sequence[Different], spoken: str = "en", unread: Sequence[str] = ()) -> str:
    """The same as headings and bullets."""
    tongue = language(spoken)
    lines = [line for one in _introduced(different, unread) for line in (inline(tongue.say(one)), "")]
    for title, found in _sections(different, tongue):
        lines += [f"## {inline((Span('text', title),))}", ""]
        for one in found:
            said = (Span("label", one.name), Span("text", ": "), *joined(one.items, tongue))
            lines.append(f"* {inline(said)}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def as_json(different: Sequence[Different], spoken: str = "en", unread: Sequence[str] = ()) -> str:
    """`{"version": 1, "changes": [...], "unread": [...]}`, described by `differences.schema.json` beside this."""
    tongue = language(spoken)
    told = [
        {
            "account": one.account.name,
            "name": one.name,
            "asks": one.asks,
            "sentence": f"{one.name}: {changes.words(joined(one.items, tongue), tongue)}",
            "done": one.account.done or None,
        }
        for one in different
    ]
    return document({"version": VERSION, "changes": told, "unread": list(unread)})


def seen(count: int, spoken: str = "en") -> str:
    """That so many changes are taken as looked at."""
    return language(spoken).text(message("changed-seen", count=count)) + "\n"


def _introduced(different: Sequence[Different], unread: Sequence[str]) -> Sequence[Message]:
    """That nothing changed, only if all could be read; else of what that is not known."""
    if unread:
        return introduced((), unread)
    return () if different else (message("changed-nothing"),)


def _sections(different: Sequence[Different], tongue: Language) -> Iterator[tuple[str, list[Different]]]:
    for asks, found in groupby(different, key=lambda one: one.asks):
        yield tongue.text(message(f"changed-{asks}")), list(found)
