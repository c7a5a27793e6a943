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
from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "shared-name"


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Names that a second entry bears, or that are taken for another's, with the slug of that entry."""
    owners: dict[str, str] = {}
    seen = _taken_for(entries)
    for slug, entry in entries.items():
        if entry is None:
            continue
        name = " ".join(entry.name.casefold().split())
        owner = owners.setdefault(name, slug)
        if owner != slug:
            message = f"`{owner}` is called {entry.name} as well"
            yield slug, Finding(("name",), message, "what tells the two apart, as the company, in round brackets")
        for path, one in entry.names:
            if _is_odd(one) and (other := seen.get(_looks(one))) and other[0] != slug:
                message = f"{one} looks like {other[1]}, which is `{other[0]}`"
                yield slug, Finding(path, message, "the name in the letters that it is known by")


def _taken_for(entries: Mapping[str, Gist | None]) -> dict[str, tuple[str, str]]:
    """What names in other letters may be taken for: by what it looks like, the first slug and name of plain letters."""
    odd = {_looks(name) for _, name in _named(entries) if _is_odd(name)}
    seen: dict[str, tuple[str, str]] = {}
    for slug, name in _named(entries) if odd else ():
        if name.isascii() and (looks := _looks(name)) in odd:
            seen.setdefault(looks, (slug, name))
    return seen


def _named(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, str]]:
    return ((slug, name) for slug, entry in entries.items() if entry for _, name in entry.names)


def _is_odd(name: str) -> bool:
    return not name.isascii() and passes_for_latin(name)


def _looks(name: str) -> str:
    letters = "".join(one for one in name if one.isalnum())
    return skeleton(letters.casefold() if letters.isascii() else letters)
