"""The summary adds to the status, it does not repeat it.

The guide shows the status before the summary: "Trains unless you refuse." The summary says what is used and what helps.

Not so:

    summary: Example trains on your posts, and you can opt out. [help]

But so:

    summary: Example trains AI on your posts until you switch it off. [help]
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import parse
from optout.rules.finding import Finding

ID = "repeated-status"

_STATUS = re.compile(
    r"trains? unless you (refuse|object)|trains only if you agree|says (that )?it does not train on your data"
    r"|seems (not )?to (train|depend)|not known for (you|certain)|it depends\b|offers no way to refuse"
    r"|no way (to refuse )?(was found|is known)|\bopt(s|ed)?[- ](in|out)\b",
    re.IGNORECASE,
)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Summaries with the words of a status in them."""
    ids = [source.id for source in platform.sources]
    said = "".join(span.text for span in parse(platform.summary, ids) if span.kind != "cite")
    if found := _STATUS.search(said):
        message = f"“{found.group()}” repeats the status, which stands before it"
        yield Finding(("summary",), message, "what is used, and what helps")
