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

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from optout.near import near
from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "dead-reference"
_MOST = 500  # wrong slugs of which is looked for what they may mean: more are no slips of the hand


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """References that lead nowhere, with the slug of the entry they stand in."""
    meant = _meant(entries)
    for slug, entry in entries.items():
        if entry is None:
            continue
        if entry.now:
            if entry.now not in entries:
                yield slug, _dead(("now",), entry.now, meant)
            elif (target := entries[entry.now]) and target.now:
                message = f"`{entry.now}` is a former name too"
                yield slug, Finding(("now",), message, "the slug of a platform", target.now)
        for other in entry.see:
            if other not in entries:
                yield slug, _dead(("see", other), other, meant)


def _dead(path: tuple[str, ...], slug: str, meant: Callable[[str], str]) -> Finding:
    return Finding(path, f"there is no entry `{slug}`", "the slug of an entry in this catalog", meant(slug))


def _meant(entries: Mapping[str, Gist | None]) -> Callable[[str], str]:
    """What finds the slug that is nearest to a wrong one; it looks through all of them, so of each only once."""
    names = "\n".join(("", *entries, ""))
    asked = 0

    @cache
    def meant(slug: str) -> str:
        nonlocal asked
        asked += 1
        found = near(slug, names) if slug and asked <= _MOST else ()
        return found[0][1] if found else ""

    return meant
