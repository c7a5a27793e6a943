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

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from optout.address.companies import companies
from optout.address.hosts import disguised, name, shown, skeleton, suffixes
from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "lookalike-host"

_MOST_LABELS = 4  # that a host of a company has


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Hosts that are taken for others, with the slug of their entry."""
    known = {host.partition("/")[0] for hosts in companies().values() for host in hosts}
    uses = Counter(host for entry in entries.values() if entry for host in entry.hosts)
    times: Counter[str] = Counter()
    for host, number in uses.items():
        for domain in _domains(host):
            times[domain] += number
    alike = _alike(known | times.keys())

    def rank(domain: str) -> tuple[bool, bool, int]:
        return domain in known, domain.isascii(), times[domain]

    taken = {host: other for host in uses if (other := _looks_like(host, alike, rank))}
    if not taken:
        return
    for slug, entry in entries.items():
        for path, host in zip(entry.paths, entry.hosts, strict=True) if entry else ():
            if host in taken:
                message = f"{shown(host)} looks like `{taken[host]}`"
                yield slug, Finding(path, message, "the host that is meant, letter by letter")


def _alike(domains: Iterable[str]) -> dict[str, list[str]]:
    """The domains that look like others of them, by what they look like."""
    first: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for domain in domains:
        seen = skeleton(domain)
        other = first.setdefault(seen, domain)
        if other != domain:
            alike.setdefault(seen, [other]).append(domain)
    return {seen: sorted(listed) for seen, listed in alike.items()}


def _looks_like(host: str, alike: Mapping[str, list[str]], rank: Callable[[str], tuple[bool, bool, int]]) -> str:
    """The domain that a host is taken for, if there is one; the higher a domain ranks, the likelier it is meant."""
    domains = list(_domains(host))
    for domain in domains:
        others = [other for other in alike.get(skeleton(domain), ()) if other != domain]
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


def _domains(host: str) -> Iterator[str]:
    """The host and the domains above it; none where other rules say that it is no name, or deceives."""
    try:
        if not disguised(host):
            yield from suffixes(name(host))
    except ValueError:
        return
