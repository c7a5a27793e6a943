"""A domain belongs to one platform.

`optout show example.com` and the search by domain must lead to one guide. If several platforms live under one domain,
the one that people mean by it keeps it, and the others name the host that is theirs alone, or none.

Not so:

    example-mail:
      name: Example Mail
      now: example
      domains: [example.com]
    example-post:
      name: Example Post
      now: example
      domains: [example.com]

But so:

    example-mail:
      name: Example Mail
      now: example
      domains: [example.com]
    example-post:
      name: Example Post
      now: example
      domains: [post.example.com]
"""

from collections.abc import Iterator, Mapping

from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "shared-domain"


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Domains that a second entry claims, with the slug of that entry."""
    owners: dict[str, str] = {}
    for slug, entry in entries.items():
        for number, domain in enumerate(entry.domains if entry else ()):
            owner = owners.setdefault(domain, slug)
            if owner != slug:
                message = f"`{domain}` belongs to `{owner}` already"
                yield slug, Finding(("domains", number), message, "a host that is this platform's alone, or none")
