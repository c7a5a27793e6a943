"""Guides as CommonMark: clean as text, and safe wherever the code is hosted.

A citation is a reference link, `[3]`, whose definition stands at the end: a footnote to the eye, a link when rendered.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from optout.guide.guide import Block, Guide, Note, Route
from optout.messages import Message, language, message
from optout.model import Menu, Stub
from optout.prose import Sentence, Span
from optout.render.commonmark import inline as sentence
from optout.render.commonmark import words as text
from optout.render.environment import environment, render

# Ends a line that is to be copied, until spaces and blank lines elsewhere are tidied; no catalog can contain it.
_AS_IS = "\0"
_COMMA = (Span("text", ", "),)


def guide(guide: Guide, own: Path | None = None) -> str:
    """The guide as a Markdown document. `own` is a folder with templates that come before the packaged ones."""
    return _tidy(render(_environment(own), "guide.md", {"guide": guide.steps_first()}))


def index(context: dict[str, object], own: Path | None = None) -> str:
    """The index of a folder of guides."""
    return _tidy(render(_environment(own), "index.md", context))


@cache
def _environment(own: Path | None) -> Environment:
    filters: dict[str, Callable[..., Any]] = {
        "md": sentence,
        "cell": cell,
        "text": text,
        "label": label,
        "link": link,
        "block": block,
        "source": source,
        "path": path,
    }
    return environment(filters, own)


def stub(stub: Stub, name: str, spoken: str = "en") -> str:
    """The page of a former name, which leads to the platform it is today."""
    said = language(spoken).say(is_now(stub, name))
    return f"# {text(stub.name)}\n\n{sentence((*said, Span('text', '.')))}\n"


def is_now(stub: Stub, name: str) -> Message:
    """That a platform goes by another name today, with a link to its guide in the same folder."""
    return message("is-now", former=stub.name, name=Span("link", name, f"{stub.now}.md"))


def label(words: str) -> str:
    """Words as a label."""
    return sentence((Span("label", words),))


def cell(spans: Sentence) -> str:
    """A sentence as a cell of a table, where a bar ends even code unless it is escaped."""
    escaped = (span._replace(text=span.text.replace("|", "\\|")) if span.kind == "code" else span for span in spans)
    return sentence(tuple(escaped))


def block(one: Block) -> str:
    """A code block, indented for a list item and fenced by more backticks than it contains."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", one.text)), default=0))
    lines = (f"   {line}{_AS_IS}" if line else _AS_IS for line in one.text.split("\n"))
    return "\n".join((f"   {fence}", *lines, f"   {fence}"))


def link(words: str, target: str) -> str:
    """A link, or nothing where there are no words for it."""
    return sentence((Span("link", words, target),))


def path(route: Route) -> str:
    """The way by menus in one line, with what is to be switched at its end."""
    stations = [_station(menu) for menu in route.menus]
    stations += [(Span("label", route.switch),)] if route.switch else []
    arrow = Span("text", " → ")
    spans = [span for number, station in enumerate(stations) for span in ((arrow,) if number else ()) + station]
    position = (Span("text", ": "), Span("label", route.position)) if route.position else ()
    return sentence((*spans, *position))


def _station(menu: Menu) -> Sentence:
    if not menu.label:
        return (Span("text", menu.hint),)
    return (Span("label", menu.label), Span("text", f" ({menu.hint})" if menu.hint else ""))


def source(note: Note) -> str:
    """A source as one item of the list of sources."""
    title = Span("link", note.title, note.url) if note.url else Span("text", note.title)
    remarks = [span for number, one in enumerate(note.remarks) for span in (_COMMA if number else ()) + one]
    quote = f" “{note.quote}”" if note.quote else ""
    return sentence(
        (Span("text", f"{note.publisher}: "), title, Span("text", " ("), *remarks, Span("text", f").{quote}"))
    )


def _tidy(document: str) -> str:
    """No blank line twice, none at the end, no space before a line's end."""
    lines: Iterable[str] = (line.rstrip() for line in document.strip().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).replace(_AS_IS, "") + "\n"
