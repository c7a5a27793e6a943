"""A step in words is one action.

A guide counts its steps, and somebody who follows it looks up from it after each. Two menus or a menu and a switch in
one sentence are two steps.

Not so:

    controls:
      - name: Train on my posts
        switch: Train on my posts
        set: off
        steps:
          - Open **Settings**, then **Privacy**.
          - Find **Data** and switch **Train on my posts** off.
        evidence: [help]

But so:

    controls:
      - name: Train on my posts
        switch: Train on my posts
        set: off
        steps:
          - Open **Settings**.
          - Choose **Privacy**.
          - Find **Data**.
          - Switch **Train on my posts** off.
        evidence: [help]
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "crowded-step"

_ACTION = "(?:choose|click|find|open|press|select|send|set|switch|tap)"
_SECOND = re.compile(rf"\*\*(?:, then|,? and then| >) \*\*|\b(?:and|then) {_ACTION}\b", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Steps with a second action in them."""
    for place, control in enumerate(platform.controls):
        for number, step in enumerate(control.steps):
            if found := _SECOND.search(step):
                message = f"“{found.group().replace('**', '')}” begins a second action"
                yield Finding(("controls", place, "steps", number), message, "a step for each", severity="warning")
