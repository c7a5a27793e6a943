"""The Markdown readers people use, each as a function from a document to HTML, and what they find in it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple

import cmarkgfm
import commonmark
import markdown
import mistune
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

# With raw HTML let through, and with every extension that could find more in a text.
_GFM = MarkdownIt("gfm-like", {"html": True})
_MISTUNE = mistune.create_markdown(escape=False, plugins=["strikethrough", "table", "footnotes", "url", "def_list"])
READERS: dict[str, Callable[[str], str]] = {
    "markdown-it": _GFM.render,
    "commonmark": commonmark.commonmark,
    "Python-Markdown": lambda text: markdown.markdown(text, extensions=["extra", "sane_lists"]),
    "mistune": lambda text: str(_MISTUNE(text)),
    "cmark-gfm": lambda text: cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE),
}
_HARMLESS = {"p", "a", "strong", "em", "code", "ul", "li"}


class Found(NamedTuple):
    """What a page says: its words, its links with theirs, and tags that no sentence is made of."""

    words: str
    links: list[tuple[str, str]]
    tags: list[str]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self._start = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append((dict(attrs).get("href") or "", ""))
            self._start = len(self.words)
        elif tag not in _HARMLESS or attrs:
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            self.links[-1] = (self.links[-1][0], "".join(self.words[self._start :]))

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.tags.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.tags.append("instruction")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Found:
    """What a browser would make of a reader's HTML."""
    page = _Page()
    page.feed(html)
    page.close()
    return Found("".join(page.words), page.links, page.tags)


def squeezed(text: str) -> str:
    """Words without what readers do with white space, and without the commas between citations."""
    return re.sub(r"[\s,]+", "", text)
