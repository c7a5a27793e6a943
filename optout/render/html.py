"""Guides as one self-contained HTML page: no script, no request, light and dark, and fit to print."""

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from optout.guide import words
from optout.guide.guide import Guide
from optout.model import Audience
from optout.prose import SAFE_ADDRESS, Sentence, Span
from optout.render.environment import environment, render


def guide(guide: Guide, own: Path | None = None) -> str:
    """The guide as an HTML document. `own` is a folder with templates that come before the packaged ones."""
    return render(_environment(own), "guide.html", {"guide": guide})


@cache
def _environment(own: Path | None) -> Environment:
    return environment(FILTERS, own, autoescape=True)


def sentence(spans: Sentence, page: str = "") -> Markup:
    """A sentence as inline HTML, everything escaped; `page` is the address of its guide, if it stands on another."""
    return Markup("".join(_span(span, page) for span in spans))


def for_whom(audience: Audience) -> Markup:
    """For whom something holds, as an attribute that a script or a stylesheet can choose by; none for everybody."""
    return Markup(' data-for="{}"').format(whom(audience)) if any(audience) else Markup()


def whom(audience: Audience) -> str:
    """An audience in one word: its regions, then its plans after a slash; an exclamation mark excludes."""
    regions = [*audience.regions, *(f"!{code}" for code in audience.regions_except)]
    plans = [*audience.plans, *(f"!{name}" for name in audience.plans_except)]
    return " ".join(regions) + (f"/{'|'.join(plans)}" if plans else "")


def _span(span: Span, page: str) -> str:
    text = escape(span.text)
    if span.kind == "text":
        return text
    if span.kind == "cite":
        return f'<a class="cite" href="{escape(page)}#source-{text}" role="doc-noteref">{text}</a>'
    if span.kind == "link" and SAFE_ADDRESS.fullmatch(span.target):
        return f'<a href="{escape(span.target)}">{text}</a>'
    tag = _TAGS.get(span.kind, "span")
    return f"<{tag}>{text}</{tag}>"


_TAGS = {"label": "b", "emphasis": "em", "code": "code"}

FILTERS: dict[str, Callable[..., Any]] = {
    "html": sentence,
    "upper_first": words.upper_first,
    "for_whom": for_whom,
    "opens": words.opens,
}
