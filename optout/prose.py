"""Prose: one paragraph of inline Markdown, read into spans of meaning.

`[id]` cites a source of the entry: an ordinary Markdown reference link whose definition is the entry's `sources`.
`**word**` is a label as it stands on screen, `` `word` `` a text to type letter by letter. Raw HTML and images are
off, and links lead to https or mailto addresses only; everything else is text.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple

from optout.text import shown_together, unseen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SpanKind = Literal["text", "label", "emphasis", "code", "link", "cite", "guide"]


class Span(NamedTuple):
    """A run of words with one meaning; `target` is the address of a link, or, on a text, one that was refused.

    The text of a `guide` is the slug of another entry. `lang` is the language of words that are not the catalog's but
    optout's own, empty where they are English as well.
    """

    kind: SpanKind
    text: str
    target: str = ""
    lang: str = ""


Sentence = tuple[Span, ...]

SAFE_ADDRESS = re.compile(r"(?:https://|mailto:)[^\s\x00-\x1f\"<>\\^`{|}]+", re.ASCII)

# A citation, a label of words, a text to type, a link: each where CommonMark can read it in one way only. Each begins
# with its own sign, and looks at what is before it afterwards: so nothing is tried where none of the signs is.
_SIMPLE = re.compile(
    r"\[([a-z0-9-]+)\](?![\[(])"
    r"|\*\*(?:(?<=[\s(]\*\*)|(?<=^\*\*))(\w(?:(?:[^\\`*_<&\[\]\n]|&(?![#\w]))*\w)?)\*\*(?=[\s.,;:)]|$)"
    r"|`(?<!``)([^`\s](?:[^`\n]*[^`\s])?)`(?!`)"
    r"|\[((?:[^\\`*_<&\[\]\n]|&(?![#\w]))+)\]"
    r"\((https://[a-z0-9.-]+(?:/[A-Za-z0-9/._~?=#+,;:@-]*)?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)\)"
)
_MARKUP = re.compile(r"[\\`*_<\[\]\n]|&(?=[#\w])")
_CITATIONS = re.compile(r"\s*\[[a-z0-9-]+\]")
_BRACKETS = r"\[([^\[\]]*)\]"


def without_citations(text: str) -> str:
    """A text of an entry as it is written there, without its citations."""
    return _CITATIONS.sub("", text)


def parse(text: str, sources: Collection[str]) -> Sentence:
    """The spans of `text`, where `[id]` is a citation if `id` is one of `sources`.

    They are fit for every output: what nobody can see, written as an entity or as itself, is an escape in them.
    """
    spans = _decoded(text, sources)
    texts = [span.text.replace("\t", " ") for span in spans]
    fit = shown_together(texts)
    return tuple(span if span.text == text else span._replace(text=text) for span, text in zip(spans, fit, strict=True))


def encoded(text: str, sources: Collection[str]) -> str:
    """Which character nobody can see stands in `text` as an entity, as the start of a sentence; empty if none does."""
    if "&" not in text:  # no other way to write one
        return ""
    spans = _decoded(text.replace("\t", " "), sources)
    return unseen("".join(span.text for span in spans)) or next(filter(None, (unseen(one.target) for one in spans)), "")


def encoded_in_words(text: str) -> str:
    """The same of a text that is no Markdown, such as a name: not all who show it leave entities as they are."""
    return unseen(unescape(text)) if "&" in text else ""


def _decoded(text: str, sources: Collection[str]) -> Sentence:
    plain = _parse_plain(text, sources)
    return _parse_markdown(text, tuple(sources)) if plain is None else plain


def cited(sentence: Sentence) -> list[str]:
    """The source ids a sentence cites, in order."""
    return [span.text for span in sentence if span.kind == "cite"]


def unresolved(sentence: Sentence) -> list[str]:
    """What stands in brackets but names no source."""
    return [found for span in sentence if span.kind == "text" for found in re.findall(_BRACKETS, span.text)]


def _parse_plain(text: str, sources: Collection[str]) -> Sentence | None:
    """The same as `_parse_markdown` for the simplest markup, without importing a Markdown parser; else None."""
    spans: list[Span] = []
    end = 0
    for found in _SIMPLE.finditer(text):
        start = found.start()
        if start > end:
            if _MARKUP.search(text, end, start):
                return None
            spans.append(Span("text", text[end:start]))
        cite, label, code, words, target = found.groups()
        if cite and cite not in sources:
            return None
        simple = Span("cite", cite) if cite else Span("label", label) if label else Span("code", code)
        spans.append(Span("link", words, target) if target else simple)
        end = found.end()
    if _MARKUP.search(text, end):
        return None
    if end < len(text):
        spans.append(Span("text", text[end:]))
    return tuple(spans)


@lru_cache(maxsize=256)  # every rule about prose asks for the sentences of one entry after the other
def _parse_markdown(text: str, sources: tuple[str, ...]) -> Sentence:
    references = {name.upper(): {"title": "", "href": f"source:{name}"} for name in sources}
    tokens = _markdown().parseInline(text, {"references": references})
    return tuple(_joined(_spans(tokens[0].children or [], sources)))


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """The same, where a label with an escape in it is one: its parts would be shown as so many labels."""
    last: Span | None = None
    for span in spans:
        if last and last.kind == span.kind and span.kind in ("label", "emphasis"):
            last = last._replace(text=last.text + span.text)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _spans(tokens: "list[Token]", sources: Collection[str]) -> Iterator[Span]:
    """Flatten nested markup: within a link everything is the link, within a label everything the label."""
    emphasis = strong = 0
    link: list[str] = []
    words: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            link.append(str(token.attrs["href"]))
        elif token.type == "link_close":
            yield from _link("".join(words), link.pop(), sources)
            words.clear()
        elif link:
            words.append(token.content or ("" if token.nesting else " "))
        elif token.type.startswith(("em_", "strong_")):
            emphasis += token.nesting * token.type.startswith("em")
            strong += token.nesting * token.type.startswith("strong")
        elif token.type == "code_inline":
            yield Span("code", token.content)
        elif token.type in ("softbreak", "hardbreak"):
            yield Span("text", " ")
        elif token.content:
            yield Span("label" if strong else "emphasis" if emphasis else "text", token.content)


def _link(words: str, target: str, sources: Collection[str]) -> Iterator[Span]:
    if target.startswith("source:"):
        source = target[len("source:") :]
        if words.casefold() != source:
            # CommonMark reads [a][b] as one link called a; whoever writes it here cites both.
            yield Span("cite", words) if words in sources else Span("text", words)
            yield Span("text", " ")
        yield Span("cite", source)
    elif SAFE_ADDRESS.fullmatch(target):
        yield Span("link", words, target)
    else:
        yield Span("text", words, target)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "text_join"])
