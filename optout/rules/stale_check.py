"""An entry must be compared with its sources again and again.

More than 90 days after `checked` this is a warning, after more than 180 days an error: labels move, defaults change,
and a guide that nobody has looked at for half a year is not to be trusted. Compare it with its sources, then set
`checked`.

Not so:

    checked: 2026-03-01

But so:

    checked: 2026-11-21
"""

from collections.abc import Iterator
from datetime import date

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "stale-check"

WARN_DAYS = 90
FAIL_DAYS = 180


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Entries that nobody has looked at for long."""
    age = (date(*today) - date(*platform.checked)).days
    if age > WARN_DAYS:
        severity = "error" if age > FAIL_DAYS else "warning"
        message = f"nobody has compared this entry with its sources for {age} days"
        yield Finding(("checked",), message, f"a look at its sources at least every {WARN_DAYS} days", "", severity)
