"""Every claim must cite the source that says so.

The summary, the scope, each item of `uses`, `spares`, `limits`, `differences`, `history`, `conflicts` and
`lookalikes`, and each crawler's purpose are statements about somebody else's service: a reader must be able to check
them. A control carries its sources in `evidence`.

Not so:

    summary: Example trains AI on your posts.

But so:

    summary: Example trains AI on your posts. [help]
"""

import re
from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import cited, parse, unresolved
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "uncited-claim"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Claims without a citation."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim"):
        sentence = parse(text, ids)
        if not cited(sentence) and not unresolved(sentence):
            meant = next((f"[{name}]" for name in re.findall(r"\(([a-z0-9-]+)\)", text) if name in ids), "")
            yield Finding(path, "this claim cites no source", f"a citation such as [{ids[0]}] at its end", meant)
