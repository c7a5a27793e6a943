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

from optout.address.signs import named, plain, told
from optout.model import Date, Platform
from optout.prose import cited, parse, unresolved
from optout.rules.citations import halved
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "uncited-claim"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Claims without a citation."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim"):
        sentence = parse(text, ids)
        if not cited(sentence) and not unresolved(sentence):
            message, near = _meant(text, ids)
            yield Finding(path, message, f"a citation such as [{ids[0]}] at its end", near)


_OTHER_SIGNS = re.compile(r"[(\{<\"'\u201c]([a-z0-9-]+)[)\}>\"'\u201d]|(?<=[.!?] )([a-z0-9-]+)\.?$")
_IN_BRACKETS = re.compile(r"[^\w\s]([\w\u2010-\u2212-]+)[^\w\s]")  # of any script


def _meant(text: str, ids: list[str]) -> tuple[str, str]:
    """What is wrong with a claim that cites nothing, and the citation that was meant, if one stands there by halves."""
    escaped = next((one for one in re.finditer(r"\\\[([a-z0-9-]+)\\?\]", text) if one[1] in ids), None)
    if escaped:
        return f"a backslash keeps `{escaped[0]}` from being a citation", f"[{escaped[1]}]"
    wide = next((one for one in _IN_BRACKETS.finditer(text) if plain(one[0])[1:-1] in ids and named(one[0])), None)
    if wide:
        return f"{told(wide[0]).message}, so that this claim cites no source", plain(wide[0])
    if half := halved(text, ids):
        written, name = half
        return f"`{written}` lacks one of its brackets, so that this claim cites no source", f"[{name}]"
    other = next((one for one in _OTHER_SIGNS.finditer(text) if _id(one) in ids), None)
    if other:
        return f"`{other[0]}` is no citation, so that this claim cites no source", f"[{_id(other)}]"
    return "this claim cites no source", ""


def _id(match: re.Match[str]) -> str:
    return match[1] or match[2]
