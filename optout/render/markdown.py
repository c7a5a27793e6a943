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
from optout.render.environment import environment, render

# Ends a line that is to be copied, until spaces and blank lines elsewhere are tidied; no catalog can contain it.
_AS_IS = "\0"

# What CommonMark (and the tables and strike-through of GitHub) would read as markup in the middle of a text.
_MARKUP = re.compile(r"([\\`*\[\]<~|])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
# What would begin a heading, a quote, a list or a rule at the start of one.
_START = re.compile(r"(?=[#>+=-])|(?<=\d)(?=[.)](?:\s|$))")


def guide(guide: Guide, own: Path | None = None) -> str:
    """The guide as a Markdown document. `own` is a folder with templates that come before the packaged ones."""
    return _tidy(render(_environment(own), "guide.md", {"guide": guide}))


def index(context: dict[str, object], own: Path | None = None) -> str:
    """The index of a folder of guides."""
    return _tidy(render(_environment(own), "index.md", context))


@cache
def _environment(own: Path | None) -> Environment:
    filters: dict[str, Callable[..., Any]] = {
        "md": sentence,
        "cell": cell,
        "text": text,
        "block": block,
        "source": source,
        "path": path,
    }
    return environment(filters, own)


def stub(stub: Stub, name: str, spoken: str = "en") -> str:
    """The page of a former name, which leads to the platform it is today."""
    return f"# {text(stub.name)}\n\n{sentence(language(spoken).say(is_now(stub, name)))}.\n"


def is_now(stub: Stub, name: str) -> Message:
    """That a platform goes by another name today, with a link to its guide in the same folder."""
    return message("is-now", former=stub.name, name=Span("link", name, f"{stub.now}.md"))


def text(words: str) -> str:
    """Plain words with whatever Markdown would read as markup escaped, also at the start of a line."""
    escaped = _MARKUP.sub(r"\\\g<0>", " ".join(words.split()))
    start = re.match(r"\d+(?=[.)](?:\s|$))", escaped)
    if start:
        return f"{start.group()}\\{escaped[start.end() :]}"
    return f"\\{escaped}" if escaped[:1] in ("#", ">", "+", "=", "-") else escaped


def sentence(spans: Sentence) -> str:
    """A sentence as inline Markdown; adjacent words keep the spaces they have."""
    inline = "".join(_span(span, first=not number) for number, span in enumerate(spans)).strip()
    return re.sub(r"!(?=\[)", r"\!", inline)  # a link after an exclamation mark would be an image


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
    """A link; the address in angle brackets where round ones in it would end it early."""
    address = f"<{target}>" if re.search(r"[()]", target) else target
    return f"[{text(words)}]({address})" if words else ""


def path(route: Route) -> str:
    """The way by menus in one line, with what is to be switched at its end."""
    stations = [_station(menu) for menu in route.menus]
    stations += [f"**{text(route.switch)}**"] if route.switch else []
    return " → ".join(stations) + (f": **{text(route.position)}**" if route.position else "")


def _station(menu: Menu) -> str:
    if not menu.label:
        return text(menu.hint)
    return f"**{text(menu.label)}**" + (f" ({text(menu.hint)})" if menu.hint else "")


def source(note: Note) -> str:
    """A source as one item of the list of sources."""
    title = link(note.title, note.url) if note.url else text(note.title)
    quote = f" “{text(note.quote)}”" if note.quote else ""
    return f"{text(note.publisher)}: {title} ({', '.join(map(sentence, note.remarks))}).{quote}"


def _span(span: Span, first: bool) -> str:
    if span.kind == "text":
        return text_inside(span.text) if not first else _leading(span.text)
    if span.kind == "code":
        fence = "`" * (1 + max(map(len, re.findall("`+", span.text)), default=0))
        pad = " " if span.text[:1] == "`" or span.text[-1:] == "`" else ""
        return f"{fence}{pad}{span.text}{pad}{fence}"
    if span.kind == "link":
        return link(span.text, span.target)
    if span.kind == "cite":
        return f"[{span.text}]"
    if span.kind == "guide":
        return f"[`{span.text}`]({span.text}.md)"
    mark = "**" if span.kind == "label" else "*"
    return f"{mark}{text_inside(span.text.strip())}{mark}"


def text_inside(words: str) -> str:
    """Words in the middle of a sentence, spaces at the ends kept."""
    return _MARKUP.sub(r"\\\g<0>", re.sub(r"\s+", " ", words))


def _leading(words: str) -> str:
    return text(words) + (" " if words[-1:].isspace() else "")


def _tidy(document: str) -> str:
    """No blank line twice, none at the end, no space before a line's end."""
    lines: Iterable[str] = (line.rstrip() for line in document.strip().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).replace(_AS_IS, "") + "\n"
