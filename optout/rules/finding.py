"""What a rule finds, and where an entry leads: the links, targets and hosts that rules share."""

from collections.abc import Iterator
from functools import lru_cache
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


# Rules look at one entry after the other, and several of them at the same links: the last one is kept.


@lru_cache(maxsize=1)
def links(platform: Platform) -> tuple[tuple[Path, Span], ...]:
    """Every link in a sentence, decoded as readers get it."""
    return tuple(_links(platform))


@lru_cache(maxsize=1)
def targets(platform: Platform) -> tuple[tuple[Path, str], ...]:
    """Everything that a reader may be led to: addresses, links in sentences, and where mail goes, as `mailto:`."""
    return (
        *texts(platform, "address"),
        *((path, span.target) for path, span in links(platform)),
        *((path, f"mailto:{address}") for path, address in texts(platform, "mailbox")),
    )


@lru_cache(maxsize=1)
def hosts(platform: Platform) -> tuple[tuple[Path, str], ...]:
    """The host of every target, as it is written, and every domain of the entry; each once for each field."""
    found = [(path, authority(one).host) for path, one in targets(platform) if not one.startswith("mailto:")]
    mails = [(path, domain(one)) for path, one in targets(platform) if one.startswith("mailto:")]
    named = [(path, host) for path, host in mails if host]  # a mail to nobody is another rule's
    return tuple(dict.fromkeys((*found, *named, *texts(platform, "domain"))))


def _links(platform: Platform) -> Iterator[tuple[Path, Span]]:
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        if "](" in text or "<" in text:  # no other way to write one
            yield from ((path, span) for span in parse(text, ids) if span.kind == "link")
