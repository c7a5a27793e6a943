"""What a guide says to do as data for search engines: https://schema.org/HowTo with the steps that the page shows."""

from typing import Any

from markupsafe import Markup

from optout.guide.guide import Guide, Step, plain
from optout.project.config import Config
from optout.site.addresses import canonical
from optout.site.embedded import embedded


def how_to(guide: Guide, config: Config, path: str) -> Markup:
    """The data block for the page at `path`, fit to stand in a script element; empty where there is nothing to do."""
    if not guide.best:
        return Markup()
    page = canonical(config, path)
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "".join(span.text for span in guide.title),
        "inLanguage": guide.language,
        "dateModified": guide.checked.iso,
        "step": [
            {"@type": "HowToStep", "text": words(step), "url": f"{page}#{anchor(place, number)}"}
            for place, way in enumerate(guide.needed, 1)
            for number, step in enumerate(way.steps, 1)
        ],
    }
    return embedded(said)


def anchor(place: int, number: int) -> str:
    """Where a step is on the page: the first way has the short ones."""
    return f"step-{place}-{number}" if place > 1 else f"step-{number}"


def words(step: Step) -> str:
    """A step as the page says it: its words, and the text to copy below them."""
    return f"{plain(step.text)}\n{step.block.text}" if step.block else plain(step.text)
