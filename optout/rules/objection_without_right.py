"""A legal objection says on which law it rests.

The operator weighs an objection and may turn it down; a switch it obeys. A form or a message that objects names its law
in `right`, so that it comes after a refusal and the verdict says "unless you object".

Not so:

    controls: [{name: Objection, form: "https://example.com/form", evidence: [help]}]

But so:

    controls: [{name: Objection, form: "https://example.com/form", right: GDPR, evidence: [help]}]
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "objection-without-right"

_OBJECTION = re.compile(r"\bobject(s|ion|ions)?\b", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Forms and messages that are called an objection and name no law."""
    for number, control in enumerate(platform.controls):
        if control.how in ("form", "email") and not control.right and _OBJECTION.search(control.name):
            yield Finding(("controls", number), f"`{control.name}` names no law that it rests on", "`right: GDPR`")
