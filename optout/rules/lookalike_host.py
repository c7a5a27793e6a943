"""A host does not look like another one of the catalog.

`examp1e.com` with a one, `exarnple.com` with r and n, a letter of another script, or `example.com.other.net`: whoever
reads quickly takes it for the host that other entries lead to, or that a company is known by. Told is the one that is
named less often, or has letters beyond ASCII.

Not so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://examp1e.com/settings", evidence: [help]}
    domains: [example.com]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, url: "https://example.com/help"}

But so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://example.com/settings", evidence: [help]}
    domains: [example.com]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official, url: "https://example.com/help"}
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from optout.address.companies import companies
from optout.address.hosts import disguised, name, shown, skeleton, suffixes
from optout.model import Platform, Stub
from optout.problem import Path
from optout.rules.finding import Finding, hosts

ID = "lookalike-host"

_MOST_LABELS = 4  # that a host of a company has


class _Use(NamedTuple):
    """Where a host stands."""

    slug: str
    path: Path
    host: str


def check_all(entries: Mapping[str, Platform | Stub | None]) -> Iterator[tuple[str, Finding]]:
    """Hosts that are taken for others, with the slug of their entry."""
    known = {host.partition("/")[0] for hosts in companies().values() for host in hosts}
    uses = list(_uses(entries))
    times = Counter(domain for use in uses for domain in _domains(use.host))
    alike: dict[str, set[str]] = defaultdict(set)
    for domain in known | times.keys():
        alike[skeleton(domain)].add(domain)

    def rank(domain: str) -> tuple[bool, bool, int]:
        return domain in known, domain.isascii(), times[domain]

    for use in uses:
        if other := _looks_like(use.host, alike, rank):
            message = f"{shown(use.host)} looks like `{other}`"
            yield use.slug, Finding(use.path, message, "the host that is meant, letter by letter")


def _looks_like(host: str, alike: Mapping[str, set[str]], rank: Callable[[str], tuple[bool, bool, int]]) -> str:
    """The domain that a host is taken for, if there is one; the higher a domain ranks, the likelier it is meant."""
    domains = list(_domains(host))
    for domain in domains:
        others = alike[skeleton(domain)] - {domain}
        if others and rank(best := max(others, key=rank)) >= rank(domain):
            return best
    return next((inner for inner in _inside(domains) if rank(inner)[0]), "")


def _inside(domains: list[str]) -> Iterator[str]:
    """What stands in a host, not at its end, like a domain of its own; `example.com.au` is one as a whole."""
    labels = domains[-1].split(".") if domains else []
    for start in range(len(labels)):
        for end in range(start + 2, min(len(labels), start + _MOST_LABELS + 1)):
            if end + 1 < len(labels) or len(labels[end]) > 2:
                yield ".".join(labels[start:end])


def _uses(entries: Mapping[str, Platform | Stub | None]) -> Iterator[_Use]:
    for slug, entry in entries.items():
        if isinstance(entry, Platform):
            yield from (_Use(slug, path, host) for path, host in hosts(entry))
        elif entry:
            yield from (_Use(slug, ("domains", number), host) for number, host in enumerate(entry.domains))


def _domains(host: str) -> Iterator[str]:
    """The host and the domains above it; none where other rules say that it is no name, or deceives."""
    try:
        if not disguised(host):
            yield from suffixes(name(host))
    except ValueError:
        return
