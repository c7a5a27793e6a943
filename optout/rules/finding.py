"""What a rule finds, and where an entry leads: the links, targets and hosts that rules share."""

from collections.abc import Iterator
from typing import NamedTuple

from optout.address.hosts import authority
from optout.address.mail import domain
from optout.model import Platform
from optout.problem import Path
from optout.prose import Span, parse
from optout.schema.walk import texts


class Finding(NamedTuple):
    """Something a rule objects to. `path` leads to the field, such as ("controls", 0, "path")."""

    path: Path
    message: str
    expected: str = ""
    suggestion: str = ""
    severity: str = "error"


def links(platform: Platform) -> Iterator[tuple[Path, Span]]:
    """Every link in a sentence, decoded as readers get it."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        if "](" in text or "<" in text:  # no other way to write one
            yield from ((path, span) for span in parse(text, ids) if span.kind == "link")


def targets(platform: Platform) -> Iterator[tuple[Path, str]]:
    """Everything that a reader may be led to: addresses, links in sentences, and where mail goes, as `mailto:`."""
    yield from texts(platform, "address")
    yield from ((path, span.target) for path, span in links(platform))
    yield from ((path, f"mailto:{address}") for path, address in texts(platform, "mailbox"))


def hosts(platform: Platform) -> Iterator[tuple[Path, str]]:
    """The host of every target, as it is written, and every domain of the entry."""
    for path, target in targets(platform):
        if not target.startswith("mailto:"):
            yield path, authority(target).host
        elif host := domain(target):
            yield path, host
    yield from texts(platform, "domain")
