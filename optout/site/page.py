"""A page of the site: its template filled in."""

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from optout.messages import Language
from optout.model import Date
from optout.render import html
from optout.render.environment import environment, render
from optout.site import policy, script_data
from optout.site.frame import frame
from optout.site.model import Site, SiteFile

# Where a value goes in a sentence.
_GAP = re.compile(r"\{(\w+)\}")

# Lines before elements that no words stand around, and that no browser shows.
_ALONE = "svg|text|rect|circle|meta|link|script|title|option|select|details|summary|section|div|ol|ul|nav|main|article"
_BETWEEN = re.compile(rf">\s*\n\s*(?=</?(?:{_ALONE})\b)")

# How pages of one's own named what the site has before its names changed with what is in it.
_PLAIN = re.compile(r"\bassets/([\w-]+\.(?:css|js))\b")
# The same in the page of a guide, which loads in one go.
_IN_GUIDES = re.compile(rf">\s*\n\s*(?=</?(?:{_ALONE}|p|li|h2|h3|q|noscript|footer|header|body|head)\b)")

# A text between elements that has a quote: nothing can end it but an angle bracket.
_QUOTING = re.compile(r">[^<>]*?&#3[49];[^<>]*<")


def page_file(
    site: Site,
    path: str,
    template: str,
    context: Mapping[str, Any],
    allowed: str = policy.POLICY,
    styled: str = "",
) -> SiteFile:
    """The page at `path`: a template filled in, with styles by `styled` or its name; it may load what is `allowed`."""
    context = {**context, "page": frame(site, path, template, allowed, styled)}
    made = render(_environment(site.config.templates, site.spoken), f"site/{template}.html", context)
    if site.config.templates:
        made = _PLAIN.sub(lambda found: site.assets.names.get(found[1], found[0]), made)
    lean = _leaner(made) if template == "guide" else _BETWEEN.sub(">", made)
    return SiteFile(f"{site.folder}{path}", lean)


def _leaner(page: str) -> str:
    """The page of a guide: no lines between elements, and quotes in texts as they are."""
    between = _IN_GUIDES.sub(">", page)
    return _QUOTING.sub(lambda found: found[0].replace("&#39;", "'").replace("&#34;", '"'), between)


@cache
def _environment(own: Path | None, spoken: Language) -> Environment:
    made = environment({**html.filters(spoken), **_filters(spoken)}, own, autoescape=True)
    made.globals["t"] = partial(_said, spoken)
    return made


def forget_templates() -> None:
    """Read the templates anew next time; one that was added since would not be noticed otherwise."""
    _environment.cache_clear()


def _filters(spoken: Language) -> dict[str, Callable[..., Any]]:
    return {
        "cost": partial(script_data.cost, spoken),
        "day": spoken.day,
        "date": spoken.date,
        "number": "{:g}".format,
        "said": spoken.text,
        "say": spoken.say,
        "sentences": lambda said: " ".join(map(spoken.text, said)),
        "thousands": spoken.number,
    }


def _said(spoken: Language, key: str, **given: Any) -> Markup:
    """The message `key` as HTML; what is put into it may be HTML, a number, a date or a text."""
    return _filled(spoken, key, given) if given else _alone(spoken, key)


@cache
def _alone(spoken: Language, key: str) -> Markup:
    return _filled(spoken, key, {})


def _filled(spoken: Language, key: str, given: Mapping[str, Any]) -> Markup:
    forms = _forms(spoken, key)
    number = given.get("number")
    text = forms.get(spoken.plural(number), forms["other"]) if isinstance(number, int) else forms["other"]
    return Markup(_GAP.sub(lambda gap: str(_put(spoken, given[gap[1]])), str(escape(text))))


@cache
def _forms(spoken: Language, key: str) -> dict[str, str]:
    return spoken.open(key)


def _put(spoken: Language, value: Any) -> Markup:
    if isinstance(value, Date):
        return escape(spoken.date(value))
    return escape(spoken.number(value) if isinstance(value, int) else value)
