"""Guides as one self-contained HTML page: no script, no request, light and dark, and fit to print."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import groupby, zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from optout.address.systems import system
from optout.guide import words
from optout.guide.guide import Guide, plain
from optout.messages import Language, language
from optout.model import Audience
from optout.prose import SAFE_ADDRESS, Sentence, Span
from optout.render.drawing import drawing
from optout.render.environment import environment, render
from optout.terms.vocabulary import quoted_in

# Where a sentence ends, and what follows is another one.
_END = re.compile(r"(?<=[.!?])[\"\u2019\u201d)]*(?=\s+[^\s\da-z]|\s*$)")

# An address that may be longer than a line of a phone, and its pieces: slashes end one, most other signs begin one.
# Behind a hyphen a line may end anyway.
_ADDRESS = re.compile(r"(?=\S*[./@])\S{25,}")
_PIECE = re.compile(r"[^/][^/?&=._@]*/*|/+")

_NO_PAGES: Mapping[str, str] = MappingProxyType({})


def guide(guide: Guide, own: Path | None = None) -> str:
    """The guide as an HTML document. `own` is a folder with templates that come before the packaged ones."""
    return render(_environment(own, guide.language), "guide.html", {"guide": guide})


@cache
def _environment(own: Path | None, spoken: str) -> Environment:
    return environment(filters(language(spoken)), own, autoescape=True)


def filters(language: Language) -> dict[str, Callable[..., Any]]:
    """What templates of pages in the language may use: each takes meaning and gives HTML."""
    return {
        "html": partial(sentence, language),
        "cited_in": cited_in,
        "drawing": drawing,
        "english": partial(english, language),
        "spoken_in": partial(spoken_in, language),
        "plain": plain,
        "upper_first": words.upper_first,
        "for_whom": for_whom,
    }


def sentence(language: Language, spans: Sentence, cites: bool = True, pages: Mapping[str, str] = _NO_PAGES) -> Markup:
    """A sentence as inline HTML, everything escaped, what the catalog says in English marked as such.

    Without `cites` it has none, as their numbers mean nothing where no sources follow. `pages` are the names of the
    guides that have a page beside this one, by slug.
    """
    ready = cited_once(spans if cites else tuple(span for span in spans if span.kind != "cite"))
    if language.code == "en":
        return Markup("".join([_span(span, pages) for span in ready]))
    runs = groupby(ready, lambda span: span.kind != "cite" and not span.lang)
    return Markup("").join(
        _marked(language, Markup("").join(_span(span, pages) for span in run), catalog) for catalog, run in runs
    )


def cited_once(spans: Sentence) -> tuple[Span, ...]:
    """The spans with one citation for each sentence, right behind it."""
    if "cite" not in [span.kind for span in spans]:
        return spans
    return tuple(_closed(tuple(_gathered(spans))))


def _closed(spans: Sentence) -> Iterator[Span]:
    """The spans without a space before a citation, which would let it begin a line."""
    for span, after in zip_longest(spans, spans[1:]):
        yield span._replace(text=span.text.rstrip()) if after and after.kind == "cite" else span


def _gathered(spans: Sentence) -> Iterator[Span]:
    """The spans with one citation for each sentence, at its end: one span with the numbers of all sources."""
    if [span.kind for span in spans].count("cite") < 2:
        yield from spans
        return
    cites: list[Span] = []
    is_over = False
    for span in spans:
        if span.kind == "cite":
            cites.append(span)
        elif span.text.strip() or not cites:
            for piece in _sentences(span):
                if cites and is_over:
                    yield from _one(cites)
                    cites = []
                yield piece
                if piece.text.strip():
                    is_over = piece.kind == "text" and bool(_END.search(piece.text))
    yield from _one(cites)


def _sentences(span: Span) -> Iterator[Span]:
    """A text cut behind each sentence that ends in it."""
    start = 0
    for end in _END.finditer(span.text) if span.kind == "text" else ():
        yield span._replace(text=span.text[start : end.end()])
        start = end.end()
    if start < len(span.text):
        yield span._replace(text=span.text[start:])


def _one(cites: list[Span]) -> Iterator[Span]:
    """One citation of all these sources, the lowest number first."""
    by_name = {cite.text: cite for cite in cites}
    names = sorted(by_name, key=lambda name: (int(name) if name.isdecimal() else 0, name))  # ids where none are given
    if names:
        yield by_name[names[0]]._replace(text=", ".join(names))


def cited_in(guide: Guide) -> Mapping[str, str]:
    """The anchor of the first part of the page that cites a source, by the source's number."""
    first = ("verdict", (guide.verdict, guide.shown_for, guide.answer if not guide.best else ()))
    found: dict[str, str] = {}
    for anchor, said in (first, *((part.id, part) for part in guide.parts)):
        for span in _cites(said):
            found.setdefault(span.text, "verdict" if anchor in ("about", "answer") else anchor)
    return found


def _cites(said: tuple[Any, ...]) -> Iterator[Span]:
    for one in said:
        if isinstance(one, Span):
            if one.kind == "cite":
                yield one
        elif isinstance(one, tuple):
            yield from _cites(one)


def english(language: Language, text: str) -> Markup:
    """A name or a label of the catalog, marked as English where the page is not."""
    return _marked(language, escape(text), True)


def spoken_in(language: Language, quote: str, known: str = "") -> Markup:
    """The language of a quote as an attribute, if it is not the page's: the one that is `known`, or else the one that
    it is surely in, or else English."""
    code = known or quoted_in(quote) or "en"
    return Markup(' lang="{}"').format(code) if code != language.code else Markup()


def _marked(language: Language, text: Markup, catalog: bool) -> Markup:
    foreign = catalog and language.code != "en" and text.strip()
    return Markup('<span lang="en">{}</span>').format(text) if foreign else text


def for_whom(audience: Audience) -> Markup:
    """For whom something holds, as an attribute that a script or a stylesheet can choose by; none for everybody."""
    return Markup(' data-for="{}"').format(whom(audience)) if any(audience) else Markup()


def whom(audience: Audience) -> str:
    """An audience in one word: its regions, then its plans after a slash; an exclamation mark excludes."""
    regions = [*audience.regions, *(f"!{code}" for code in audience.regions_except)]
    plans = [*audience.plans, *(f"!{name}" for name in audience.plans_except)]
    return " ".join(regions) + (f"/{'|'.join(plans)}" if plans else "")


def _span(span: Span, pages: Mapping[str, str]) -> Markup:
    text = escape(span.text)
    if span.kind == "text":
        return text
    if span.kind == "cite":
        return _mark(text)
    if span.kind == "guide" and span.text in pages:
        return Markup(f'<a href="{text}.html">{escape(pages[span.text])}</a>')
    if span.kind == "link" and (SAFE_ADDRESS.fullmatch(span.target) or system(span.target)):
        return Markup(f'<a href="{escape(span.target)}">{breakable(span.text)}</a>')
    tag = _TAGS.get(span.kind, "span")
    mark = ' translate="no"' if span.kind == "label" else ""  # it has to match the screen letter by letter
    return Markup(f"<{tag}{mark}>{text}</{tag}>")


def _mark(numbers: Markup) -> Markup:
    """A link to each source; from key to key only to the first, beside which the others are listed."""
    first, *others = str(numbers).split(", ")
    links = [
        f'<a href="#source-{first}">{first}',
        *(f'<a href="#source-{one}" tabindex="-1">· {one}' for one in others),
    ]
    return Markup("</a>".join(links) + "</a>")


def breakable(text: str) -> Markup:
    """A text as HTML, with places where a line may end if it is a long address: at its signs, and not within a word."""
    if not _ADDRESS.fullmatch(text):
        return escape(text)
    return Markup("<wbr>").join(_PIECE.findall(text))  # which escapes them


_TAGS = {"label": "b", "emphasis": "em", "code": "code", "guide": "b"}
