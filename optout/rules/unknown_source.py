"""A citation must name one of the entry's sources.

`[faq]` in a sentence and `evidence: [faq]` on a control both point to `faq` under `sources`. A citation that leads
nowhere is a claim without proof, most often a slip of the keyboard. To write a bracket that is no citation, put a
backslash before it: `\\[`. Each source has brackets of its own: of `[help, terms]` `optout check --fix` makes
`[help] [terms]`.

Not so:

    summary: Example trains AI on your posts. [hepl]

But so:

    summary: Example trains AI on your posts. [help]
"""

import re
from collections.abc import Iterator

from optout.address.signs import plain, told
from optout.model import Date, Platform
from optout.rules.citations import near, strangers, unused
from optout.rules.finding import Finding

ID = "unknown-source"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Citations that lead nowhere."""
    found = list(strangers(platform))
    if not found:
        return
    ids = [source.id for source in platform.sources]
    left = unused(platform)
    renamed = left[0] if len(left) == len({name for _, name, _ in found}) == 1 else ""
    for path, name, written in found:
        if (typed := plain(name)) in ids:
            yield Finding(path, *told(name), written.replace(name, typed))
            continue
        names = re.split(r"[,;\s]+", name)
        if written != name and len(names) > 1 and set(names) <= set(ids):
            anew = " ".join(f"[{one}]" for one in names)
            yield Finding(path, f"`{written}` cites several sources in one pair of brackets", anew, anew)
            continue
        meant = next((source.id for source in platform.sources if name in (source.url, source.title)), "")
        is_no_source = "cites no source" if written != name else "is no source"
        message = f"`{written}` {is_no_source} of this entry"
        yield Finding(path, message, f"one of {', '.join(ids)}", meant or near(name, ids) or renamed)
