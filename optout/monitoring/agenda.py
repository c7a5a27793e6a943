"""The entries to look at next, as a list for people and for programs."""

from collections.abc import Sequence

from optout.monitoring.stale import Due
from optout.prose import Span
from optout.render import terminal
from optout.render.screen import Screen
from optout.text import as_json as document

VERSION = 1


def text(listed: Sequence[Due], screen: Screen) -> str:
    """One entry after the other, each with its reasons."""
    digits = len(str(len(listed)))
    lines = []
    for number, due in enumerate(listed, 1):
        name = Span("label" if screen.colour else "text", due.name)
        slug = "" if due.slug == due.name.casefold() else f" ({due.slug})"
        users = f"; about {due.users.number:,} users" if due.users else ""
        said = "; ".join(reason.text for reason in due.reasons)
        sentence = (name, Span("text", f"{slug}: {said}{users}"))
        lines.append(terminal.paragraph(sentence, screen, f"{number:>{digits}}. ", " " * (digits + 2)))
    return "\n".join([*lines, ""])


def as_json(listed: Sequence[Due], total: int) -> str:
    """`{"version": 1, "total": ..., "entries": [...]}`, every field always there; `total` counts all that fit."""
    entries = [
        {
            "slug": due.slug,
            "name": due.name,
            "checked": due.checked.iso,
            "age": due.age,
            "urgency": due.urgency,
            "users": due.users._asdict() if due.users else None,
            "reasons": [reason._asdict() for reason in due.reasons],
        }
        for due in listed
    ]
    return document({"version": VERSION, "total": total, "entries": entries})
