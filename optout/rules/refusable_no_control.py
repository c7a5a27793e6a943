"""Where there is no way to refuse, a switch must say what it is good for.

An entry with `no-control` may name switches, forms and mails that help otherwise (a private profile, a request to
delete). Each says in `effect`, `note`, `limits` or `doubt` what it does instead; without that it reads like the refusal
that the status denies, and one of the two is wrong. A control for some regions or plans only needs no such word.

Not so:

    training: no-control
    controls:
      - {name: No way, none: stated, evidence: [help]}
      - {switch: Private profile, set: on, evidence: [help]}

But so:

    training: no-control
    controls:
      - {name: No way, none: stated, evidence: [help]}
      - {switch: Private profile, set: on, effect: Strangers see less of you., evidence: [help]}
"""

from collections.abc import Iterator

from optout.model import Audience, Date, Platform
from optout.rules.finding import Finding

ID = "refusable-no-control"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Controls that contradict the status."""
    if platform.training != "no-control":
        return
    for number, control in enumerate(platform.controls):
        explained = control.effect or control.note or control.limits or control.doubt
        if control.how in ("switch", "form", "email") and control.audience == Audience() and not explained:
            message = f"`{control.name}` looks like a way to refuse, and the status says there is none"
            yield Finding(("controls", number), message, "an `effect` or `note` that says what it does instead")
