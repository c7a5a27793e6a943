"""What a rule finds, and the walks over an entry's fields that rules share."""

from collections.abc import Iterator
from typing import NamedTuple

from optout.address.hosts import authority
from optout.address.mail import domain
from optout.model import Platform
from optout.prose import Span, parse

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


def addresses(platform: Platform) -> Iterator[tuple[Path, str]]:
    """Every address that is a field of its own."""
    for number, control in enumerate(platform.controls):
        if control.link:
            is_form = control.how == "form" and not control.form
            yield ("controls", number, "form" if is_form else "link"), control.link
    for number, lookalike in enumerate(platform.lookalikes):
        if lookalike.link:
            yield ("lookalikes", number, "link"), lookalike.link
    for number, crawler in enumerate(platform.crawlers):
        if crawler.addresses:
            yield ("crawlers", number, "addresses"), crawler.addresses
    for source in platform.sources:
        if source.url:
            yield ("sources", source.id, "url"), source.url
        if source.archived:
            yield ("sources", source.id, "archived"), source.archived


def links(platform: Platform) -> Iterator[tuple[Path, Span]]:
    """Every link in a sentence, decoded as readers get it."""
    ids = [source.id for source in platform.sources]
    for path, text in prose(platform):
        if "](" in text or "<" in text:  # no other way to write one
            yield from ((path, span) for span in parse(text, ids) if span.kind == "link")


def targets(platform: Platform) -> Iterator[tuple[Path, str]]:
    """Everything that a reader may be led to: addresses, links in sentences, and where mail goes, as `mailto:`."""
    yield from addresses(platform)
    yield from ((path, span.target) for path, span in links(platform))
    for number, control in enumerate(platform.controls):
        if control.email:
            yield ("controls", number, "email"), f"mailto:{control.email.to}"


def hosts(platform: Platform) -> Iterator[tuple[Path, str]]:
    """The host of every target, as it is written, and every domain of the entry."""
    for path, target in targets(platform):
        if not target.startswith("mailto:"):
            yield path, authority(target).host
        elif host := domain(target):
            yield path, host
    for number, one in enumerate(platform.domains):
        yield ("domains", number), one
