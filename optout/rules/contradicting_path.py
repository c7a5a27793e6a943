"""A path that ends at the switch must end in its very label.

The last station of `path` is either the page that holds the switch or the switch itself. If it is nearly, but not
letter by letter, the label of the switch (the same number of words, each nearly the same), one of the two was mistyped,
and a reader looks for the wrong words.

Not so:

    controls:
      - {path: Settings > Improve the Model, switch: Improve the model, set: off, evidence: [help]}

But so:

    controls:
      - {path: Settings > Improve the model, switch: Improve the model, set: off, evidence: [help]}
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "contradicting-path"

_NEARLY = 0.75


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Paths whose end is nearly the label."""
    for number, control in enumerate(platform.controls):
        end = control.path[-1].label if control.path else ""
        if not end or not control.switch or end == control.switch:
            continue
        if _nearly_same(end, control.switch):
            message = f"the path ends in “{end}”, but the switch is called “{control.switch}”"
            yield Finding(("controls", number, "path"), message, "the same words in both", control.switch)


def _nearly_same(one: str, other: str) -> bool:
    words, others = one.casefold().split(), other.casefold().split()
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(SequenceMatcher(None, *pair).ratio() >= _NEARLY for pair in pairs)
