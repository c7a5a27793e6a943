"""What a page or an answer can say by itself to refuse training: tags, headers and files of the catalog's entries."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from optout.catalog import Catalog
from optout.model import Control, Date, Platform
from optout.text import spots

Kind = Literal["meta", "headers", "tdmrep", "ai-txt"]

# What the catalog calls the file of a control, by what it is.
_FILES: dict[str, Kind] = {
    "HTML head": "meta",
    "HTTP response header": "headers",
    "/.well-known/tdmrep.json": "tdmrep",
    "ai.txt": "ai-txt",
}
_TAG = re.compile(r'<meta name="[\w-]+" content="[\w ,=:-]+">')
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*): ([\w ,=:;-]+)")


class Refusal(NamedTuple):
    """A text that refuses training where it stands, whose it is, and since when it is known at the latest.

    For `meta` and `headers` it is one line, for the others a whole file.
    """

    kind: Kind
    text: str
    slug: str
    name: str
    since: Date | None


def standards(catalog: Catalog) -> Iterator[Platform]:
    """The sound entries that have such a text; no other is read."""
    wanted = [name.encode() for name in _FILES]
    for chunk in catalog.chunks():
        if any(name in chunk.raw for name in wanted):
            decoded = catalog.get(chunk.slug)
            if decoded and isinstance(decoded.entry, Platform):
                yield decoded.entry


def refusals(platforms: Iterable[Platform]) -> tuple[Refusal, ...]:
    """All of them, in the order of the catalog; what could stand for something else where it is put is left out."""
    return tuple(_of(platforms))


def _of(platforms: Iterable[Platform]) -> Iterator[Refusal]:
    for platform in platforms:
        for control in platform.controls:
            kind = _FILES.get(control.file.name) if control.file else None
            if control.file and kind and control.who == "site-owner":
                since, whole = _oldest(platform, control), control.file.text
                for text in whole.rstrip("\n").split("\n") if kind in ("meta", "headers") else [whole]:
                    if _is_fit(kind, text):
                        yield Refusal(kind, text, platform.slug, platform.name, since)


def _is_fit(kind: Kind, text: str) -> bool:
    if kind == "meta":
        return _TAG.fullmatch(text) is not None
    if kind == "headers":
        return _HEADER.fullmatch(text) is not None
    return not any(True for _ in spots(text, lines=True))


def _oldest(platform: Platform, control: Control) -> Date | None:
    days = [one.known for one in platform.sources if one.id in control.evidence]
    return min((day for day in days if day), default=None)
