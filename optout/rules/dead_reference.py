"""`now` and `see` must lead to an entry of this catalog.

A former name (`now: x`) and a related platform (`see:`) are links from one guide to another; a wrong slug would be a
dead end. `now` must lead to a platform itself, not to another former name.

Not so:

    old-example:
      name: Old Example
      now: exmaple

But so:

    old-example:
      name: Old Example
      now: example
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "dead-reference"


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """References that lead nowhere, with the slug of the entry they stand in."""
    for slug, entry in entries.items():
        if entry is None:
            continue
        if entry.now:
            if entry.now not in entries:
                yield slug, _dead(("now",), entry.now, list(entries))
            elif (target := entries[entry.now]) and target.now:
                message = f"`{entry.now}` is a former name too"
                yield slug, Finding(("now",), message, "the slug of a platform", target.now)
        for other in entry.see:
            if other not in entries:
                yield slug, _dead(("see", other), other, list(entries))


def _dead(path: tuple[str, ...], slug: str, known: list[str]) -> Finding:
    near = "".join(get_close_matches(slug, known, 1))
    return Finding(path, f"there is no entry `{slug}`", "the slug of an entry in this catalog", near)
