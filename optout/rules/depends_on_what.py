"""Who reads that it depends must be told on what.

A status `depends` comes with `differences` that carry a `training` of their own, or with a `scope` that says on what it
depends. A difference says for whom it holds.

Not so:

    training: depends

But so:

    training: depends
    scope: Posts of business accounts are not used. [help]
"""

from collections.abc import Iterator

from optout.model import Audience, Date, Platform
from optout.rules.finding import Finding

ID = "depends-on-what"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """`depends` without a word on what, and differences for nobody in particular."""
    told = platform.scope or any(one.training for one in platform.differences)
    if platform.training == "depends" and not told:
        yield Finding(("training",), "on what does it depend?", "a `scope`, or `differences` with their `training`")
    for number, one in enumerate(platform.differences):
        if one.audience == Audience():
            expected = "regions, regions-except, plans or plans-except"
            yield Finding(("differences", number), "for whom does this hold?", expected)
