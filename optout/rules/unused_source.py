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
from optout.prose import cited, parse
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "unused-source"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sources that nothing cites."""
    ids = [source.id for source in platform.sources]
    used = {name for _, text in texts(platform, "claim", "prose") for name in cited(parse(text, ids))}
    used.update(name for _, name in texts(platform, "id"))
    for name in ids:
        if name not in used:
            yield Finding(("sources", name), f"nothing cites `{name}`", f"`[{name}]` where it is the evidence")
