"""A control that only users report must say so.

If neither the operator nor the press stands behind a control, its `doubt` tells the reader, in one sentence, on whose
word it rests. The guide shows it beside the steps.

Not so:

    controls:
      - {switch: Train on my posts, set: off, evidence: [forum]}
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      forum: {title: Where the switch is, publisher: A forum, kind: community}

But so:

    controls:
      - {switch: Train on my posts, set: off, evidence: [forum], doubt: Only users report this switch.}
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      forum: {title: Where the switch is, publisher: A forum, kind: community}
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "community-only"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Controls whose sources are all of kind community, without a doubt."""
    kinds = {source.id: source.kind for source in platform.sources}
    for number, control in enumerate(platform.controls):
        found = {kinds[name] for name in control.evidence if name in kinds}
        if found == {"community"} and not control.doubt and control.absence != "not-found":
            message = f"`{control.name}` is known from the community only"
            yield Finding(("controls", number, "evidence"), message, "an official source, or a `doubt` that says so")
