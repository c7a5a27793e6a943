"""Guides as one self-contained HTML page: no script, no request, light and dark, and fit to print."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from optout.guide import words
from optout.guide.guide import Guide, plain
from optout.messages import Language, language
from optout.model import Audience
from optout.prose import SAFE_ADDRESS, Sentence, Span
from optout.render.environment import environment, render

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
        "english": partial(english, language),
        "plain": plain,
        "upper_first": words.upper_first,
        "for_whom": for_whom,
    }


def sentence(language: Language, spans: Sentence, page: str = "", pages: Mapping[str, str] = _NO_PAGES) -> Markup:
    """A sentence as inline HTML, everything escaped, what the catalog says in English marked as such.

    `page` is the address of its guide, if it stands on another; `pages` are the names of the guides that have a page
    beside this one, by slug.
    """
    runs = groupby(spans, lambda span: span.kind != "cite" and not span.lang)
    return Markup("").join(
        _marked(language, Markup("").join(_span(span, page, pages) for span in run), catalog) for catalog, run in runs
    )


def english(language: Language, text: str) -> Markup:
    """A name or a label of the catalog, marked as English where the page is not."""
    return _marked(language, escape(text), True)


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


def _span(span: Span, page: str, pages: Mapping[str, str]) -> Markup:
    text = escape(span.text)
    if span.kind == "text":
        return text
    if span.kind == "cite":
        return Markup('<a class="cite" href="{}#source-{}" role="doc-noteref">{}</a>').format(page, text, text)
    if span.kind == "guide" and span.text in pages:
        return Markup('<a href="{}.html">{}</a>').format(text, pages[span.text])
    if span.kind == "link" and SAFE_ADDRESS.fullmatch(span.target):
        return Markup('<a href="{}">{}</a>').format(span.target, text)
    tag = Markup(_TAGS.get(span.kind, "span"))
    return Markup("<{}>{}</{}>").format(tag, text, tag)


_TAGS = {"label": "b", "emphasis": "em", "code": "code", "guide": "b"}
