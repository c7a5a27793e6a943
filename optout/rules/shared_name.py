"""A name belongs to one platform.

Who types the name of a platform wants one guide. If two platforms bear the same name, each gets what tells it from the
other, as its company. Nor does a name look like another's: `Eхample` with a Cyrillic х is no name of anybody.

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

from optout.address.hosts import passes_for_latin, skeleton
from optout.model import Platform, Stub
from optout.problem import Path
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "shared-name"


def check_all(entries: Mapping[str, Platform | Stub | None]) -> Iterator[tuple[str, Finding]]:
    """Names that a second entry bears, or that are taken for another's, with the slug of that entry."""
    owners: dict[str, str] = {}
    seen: dict[str, tuple[str, str]] = {}
    for slug, entry in entries.items():
        if entry is not None:
            for _, name in _names(entry):
                if name.isascii():
                    seen.setdefault(_looks(name), (slug, name))
    for slug, entry in entries.items():
        if entry is None:
            continue
        name = " ".join(entry.name.casefold().split())
        owner = owners.setdefault(name, slug)
        if owner != slug:
            message = f"`{owner}` is called {entry.name} as well"
            yield slug, Finding(("name",), message, "what tells the two apart, as the company, in round brackets")
        for path, one in _names(entry):
            if not one.isascii() and passes_for_latin(one) and (other := seen.get(_looks(one))) and other[0] != slug:
                message = f"{one} looks like {other[1]}, which is `{other[0]}`"
                yield slug, Finding(path, message, "the name in the letters that it is known by")


def _names(entry: Platform | Stub) -> Iterator[tuple[Path, str]]:
    for path, name in texts(entry, "name"):
        if path[0] in ("name", "aliases", "company", "formerly"):
            yield path, name


def _looks(name: str) -> str:
    letters = "".join(one for one in name if one.isalnum())
    return skeleton(letters.casefold() if letters.isascii() else letters)
