"""A citation must name one of the entry's sources.

`[faq]` in a sentence and `evidence: [faq]` on a control both point to `faq` under `sources`. A citation that leads
nowhere is a claim without proof, most often a slip of the keyboard. To write a bracket that is no citation, put a
backslash before it: `\\[`.

Not so:

    summary: Example trains AI on your posts. [hepl]

But so:

    summary: Example trains AI on your posts. [help]
"""

from collections.abc import Iterator
from difflib import get_close_matches

from optout.address.signs import plain, told
from optout.model import Date, Platform
from optout.prose import parse, unresolved
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "unknown-source"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Citations that lead nowhere."""
    ids = [source.id for source in platform.sources]
    expected = f"one of {', '.join(ids)}"
    for path, text in texts(platform, "claim", "prose"):
        for name in unresolved(parse(text, ids)):
            if (typed := plain(name)) in ids:
                yield Finding(path, *told(name), f"[{typed}]")
            else:
                yield Finding(path, f"`[{name}]` cites no source of this entry", expected, _near(name, ids))
    for path, name in texts(platform, "id"):
        if name not in ids:
            if (typed := plain(name)) in ids:
                yield Finding(path, *told(name), typed)
                continue
            meant = next((source.id for source in platform.sources if name in (source.url, source.title)), "")
            yield Finding(path, f"`{name}` is no source of this entry", expected, meant or _near(name, ids))


def _near(name: str, ids: list[str]) -> str:
    return "".join(get_close_matches(name, ids, 1))
