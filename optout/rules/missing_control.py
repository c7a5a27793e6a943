"""Who can refuse must be told how.

A status `opt-out` says that there is a way: without a control the guide has no steps. If no way is known, the status is
`no-control`, with a control `none: stated` (the operator says that there is none) or `none: not-found`.

Not so:

    controls: [{name: No way, none: stated, evidence: [help]}]

But so:

    controls: [{switch: Train on my posts, set: off, evidence: [help]}]
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "missing-control"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Statuses that promise a way, or say that there is none, without a control that says so."""
    hows = {control.how for control in platform.controls}
    if platform.training == "opt-out" and not hows - {"none"}:
        yield Finding(("training",), "this says one can refuse, but no control says how", "a control")
    if platform.training == "no-control" and "none" not in hows:
        expected = "a control with `none: stated` or `none: not-found`"
        yield Finding(("training",), "whether the operator says so or none was found is open", expected)
