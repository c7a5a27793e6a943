"""Every source must be cited by something.

A source that nothing cites proves nothing and makes the entry look better supported than it is. Cite it where it is
the evidence, or take it out.

Not so:

    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      terms: {title: Terms, publisher: Example, kind: official}

But so:

    limits: ["What was used stays used. [terms]"]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      terms: {title: Terms, publisher: Example, kind: official}
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.citations import misnamed, near, strangers, unused
from optout.rules.finding import Finding

ID = "unused-source"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sources that nothing cites, but for those that may be meant where what is cited is no source."""
    left = unused(platform)
    used = [source.id for source in platform.sources if source.id not in left]
    unknown = {name for _, name, _ in strangers(platform) if not near(name, used)} if left else set()
    if len(unknown) < len(left):
        meant = {near(name, left) for name in unknown}
        misspelt = misnamed(platform)
        for name in left:
            if name not in meant and not (misspelt and name == misspelt[0]):
                yield Finding(("sources", name), f"nothing cites `{name}`", f"`[{name}]` where it is the evidence")
