"""Labels as they stand on screens in other languages: a page of a guide's, and what its script shows to whom.

A guide is to be light, and most readers need none of them, or one language: so they stand beside it.
"""

from collections.abc import Iterator
from typing import Any

from optout.guide.guide import Guide, Note, OnScreen, plain
from optout.site.embedded import compact
from optout.site.model import Site, SiteFile


def place(guide: Guide) -> str:
    """Where the page and the scripts are, without their endings; empty where no labels are known."""
    return f"labels/{guide.slug}" if any(way.own_labels or way.labels for way in guide.ways) else ""


def page(slug: str) -> str:
    """Where the page about a guide's labels is."""
    return f"labels/{slug}.html"


def notes(guide: Guide) -> list[Note]:
    """The sources of the labels."""
    cited = {span.text for way in guide.ways for one in _all(way.own_labels, way.labels) for span in one.cites}
    return [note for note in guide.sources if str(note.number) in cited]


def tags(guide: Guide) -> tuple[str, ...]:
    """The languages in which there are labels of some way."""
    return tuple(sorted({one.language for way in guide.ways for one in _all(way.own_labels, way.labels)}))


def files(guide: Guide, site: Site) -> Iterator[SiteFile]:
    """The labels in each language by the name of their way, for the script of the guide."""
    for tag in tags(guide):
        said = {
            way.name: _said(one, guide.labels.not_certain)
            for way in guide.ways
            for one in _all(way.own_labels, way.labels)
            if one.language == tag
        }
        yield SiteFile(f"{site.folder}{place(guide)}.{tag}.js", f"optoutLabels={compact(said)};\n")


def _all(own: OnScreen | None, others: tuple[OnScreen, ...]) -> tuple[OnScreen, ...]:
    return (own, *others) if own else others


def _said(one: OnScreen, not_certain: str) -> dict[str, Any]:
    """Words and labels in turn, and what is not certain about them."""
    said = {"said": [[span.text, int(span.kind == "label")] for span in one.said]}
    return {**said, "doubt": f". {not_certain} {plain(one.doubt)}"} if one.doubt else said
