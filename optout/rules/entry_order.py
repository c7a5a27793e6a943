"""Entries stand in alphabetical order of their slugs.

So everybody finds them, and two people who add one do not meet at the end of the file. Named are the entries that would
have to move, as few as possible. `optout check --fix` moves them, with their comments.

Not so:

    zenith:
      name: Zenith
      now: example
    old-example:
      name: Old Example
      now: example

But so:

    old-example:
      name: Old Example
      now: example
    zenith:
      name: Zenith
      now: example
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "entry-order"


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Entries that stand before or after one they should not."""
    slugs = list(entries)
    if slugs == sorted(slugs):
        return
    kept = sorted(_longest_order(slugs))
    passed = 0
    for slug in slugs:
        if slug in kept[passed : passed + 1]:
            passed += 1
        else:
            before, after = (kept[number] if 0 <= number < len(kept) else "" for number in (passed - 1, passed))
            wrong = f"after `{before}`" if slug < before else f"before `{after}`"
            yield slug, Finding((), f"`{slug}` stands {wrong}", "alphabetical order of the slugs")


def _longest_order(slugs: Sequence[str]) -> Iterator[str]:
    """As many slugs as possible that stand in order already; of two that could move, the later one does.

    The longest increasing subsequence by patience sorting (https://en.wikipedia.org/wiki/Patience_sorting), read from
    the end.
    """
    rank = {slug: -position for position, slug in enumerate(sorted(slugs))}
    piles: list[str] = []
    following: dict[str, str] = {}
    for slug in reversed(slugs):
        pile = bisect_left(piles, rank[slug], key=rank.__getitem__)
        following[slug] = piles[pile - 1] if pile else ""
        piles[pile : pile + 1] = [slug]
    slug = piles[-1] if piles else ""
    while slug:
        yield slug
        slug = following[slug]
