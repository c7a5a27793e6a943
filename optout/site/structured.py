"""The best way of a guide as data for search engines: https://schema.org/HowTo with the steps that the page shows."""

import json
from typing import Any

from markupsafe import Markup

from optout.guide.guide import Guide, Step, plain
from optout.project.config import Config
from optout.site.addresses import canonical

# So that no text can end the element it stands in, or a line in it.
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def how_to(guide: Guide, config: Config, path: str) -> Markup:
    """The data block for the page at `path`, fit to stand in a script element; empty where there is nothing to do."""
    if not guide.best:
        return Markup()
    page = canonical(config, path)
    site = {"@type": "WebSite", "name": config.title} | ({"url": canonical(config, "index.html")} if page else {})
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": guide.title,
        "inLanguage": "en",
        "dateModified": guide.checked.iso,
        "isPartOf": site,
        "step": [
            {"@type": "HowToStep", "text": words(step), "url": f"{page}#step-{number}"}
            for number, step in enumerate(guide.best.steps, 1)
        ],
    }
    return Markup(json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS))


def words(step: Step) -> str:
    """A step as the page says it: its words, and the text to copy below them."""
    return f"{plain(step.text)}\n{step.block.text}" if step.block else plain(step.text)
