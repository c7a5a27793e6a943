"""Whoever changes what an entry says has compared it with its sources, and says on which day.

`optout check --since REV` compares each entry with what it was at that revision. Where more than wording, sources or
dates changed (a way, a label, a limit, a status) and `checked` is the day that it was, the guide would call the new
statement as old as the last check.
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "unchecked-change"


def check_change(before: Platform, platform: Platform, matters: bool, today: Date) -> Iterator[Finding]:
    """An entry that says something else than `before`, if that `matters`, and still has the day of that check."""
    if matters and platform.checked == before.checked and platform.checked < today:
        message = f"what the entry says changed, and `checked` is {platform.checked.iso} as it was"
        expected = "the day on which somebody compared it with its sources"
        yield Finding(("checked",), message, expected, severity="warning")
