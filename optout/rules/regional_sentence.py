"""What holds in some regions says so in its field, not in its first words.

A sentence that begins "In the US" in a part for everybody is read by people in Brazil as well. With `regions` or
`regions-except` the guide shows it to those whom it concerns, and says the region for the others itself.

Not so:

    limits:
      - In the US the licence cannot be taken back. [help]

But so:

    limits:
      - {regions: [US], text: "The licence cannot be taken back. [help]"}
"""

import re
from collections.abc import Iterator

from optout.model import Audience, Date, Platform
from optout.rules.finding import Finding

ID = "regional-sentence"

_REGION = re.compile(
    r"(?:Only )?(?:In|Within|Outside|Inside) (?:the )?"
    r"(?:US|USA|United States|EU|EEA|EU/EEA|European (?:Union|Economic Area)|Europe|UK|United Kingdom|California"
    r"|Switzerland|Brazil|Canada|Australia|India|Japan|South Korea|China|Germany|France)\b"
)
_PARTS = ("uses", "spares", "limits", "conflicts", "history", "lookalikes")


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sentences for everybody that begin with a region."""
    for part in _PARTS:
        for number, one in enumerate(getattr(platform, part)):
            if one.audience == Audience() and (found := _REGION.match(one.text)):
                message = f"“{found.group()}” begins a sentence that everybody is shown"
                yield Finding((part, number), message, "`regions` or `regions-except` for it, and the sentence without")
