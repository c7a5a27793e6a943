"""A name belongs to one platform.

Who types the name of a platform wants one guide. If two platforms bear the same name, each gets what tells it from the
other, as its company.

Not so:

    example-one:
      name: Example Radio
      now: example
    example-two:
      name: example radio
      now: example

But so:

    example-one:
      name: Example Radio
      now: example
    example-two:
      name: Example Radio (Sample Inc.)
      now: example
"""

from collections.abc import Iterator, Mapping

from optout.model import Platform, Stub
from optout.rules.finding import Finding

ID = "shared-name"


def check_all(entries: Mapping[str, Platform | Stub | None]) -> Iterator[tuple[str, Finding]]:
    """Names that a second entry bears, with the slug of that entry."""
    owners: dict[str, str] = {}
    for slug, entry in entries.items():
        if entry is None:
            continue
        name = " ".join(entry.name.casefold().split())
        owner = owners.setdefault(name, slug)
        if owner != slug:
            message = f"`{owner}` is called {entry.name} as well"
            yield slug, Finding(("name",), message, "what tells the two apart, as the company, in round brackets")
