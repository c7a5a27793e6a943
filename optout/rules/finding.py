"""What a rule finds, and the walk over an entry's fields that rules share."""

from collections.abc import Iterator
from typing import NamedTuple

from optout.model import Platform

Path = tuple[str | int, ...]


class Finding(NamedTuple):
    """Something a rule objects to. `path` leads to the field, such as ("controls", 0, "path")."""

    path: Path
    message: str
    expected: str = ""
    suggestion: str = ""
    severity: str = "error"


def claims(platform: Platform) -> Iterator[tuple[Path, str]]:
    """Every sentence that states a fact and so needs a source of its own."""
    yield ("summary",), platform.summary
    if platform.scope:
        yield ("scope",), platform.scope
    for name in ("uses", "spares", "limits", "conflicts", "differences", "history", "lookalikes"):
        for position, item in enumerate(getattr(platform, name)):
            yield (name, position), item.text
    for position, crawler in enumerate(platform.crawlers):
        yield ("crawlers", position, "purpose"), crawler.purpose


def prose(platform: Platform) -> Iterator[tuple[Path, str]]:
    """Every sentence of an entry."""
    yield from claims(platform)
    if platform.doubt:
        yield ("doubt",), platform.doubt
    for name in ("uses", "spares", "limits", "conflicts", "differences", "history", "lookalikes"):
        for position, item in enumerate(getattr(platform, name)):
            if item.doubt:
                yield (name, position, "doubt"), item.doubt
    for position, crawler in enumerate(platform.crawlers):
        if crawler.obeys:
            yield ("crawlers", position, "obeys"), crawler.obeys
    for slug, text in platform.see:
        yield ("see", slug), text
    for number, control in enumerate(platform.controls):
        for name in ("needs", "note", "effect", "done", "undo", "doubt"):
            if text := getattr(control, name):
                yield ("controls", number, name), text
        for name in ("steps", "limits"):
            for position, text in enumerate(getattr(control, name)):
                yield ("controls", number, name, position), text
