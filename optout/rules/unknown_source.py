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
from optout.prose import cited, parse
from optout.rules.citations import doubled, halved, misnamed, near, strangers, unused
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "unknown-source"
SEVERAL = "several items stand here as one"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Citations that lead nowhere."""
    ids = [source.id for source in platform.sources]
    yield from _brackets(platform, ids)
    found = list(strangers(platform))
    if not found:
        return
    is_one = not any(_several(name, ids) for _, name, _ in found)
    if is_one and (other := misnamed(platform)):
        source, name, times = other
        message = f"`{source}` is cited by nothing, and what is cited {times} times as `{name}` is not here"
        yield Finding(("sources", source), message, "one name in both", name)
        return
    left = unused(platform)
    renamed = left[0] if len(left) == len({name for _, name, _ in found}) == 1 else ""
    for path, name, written in found:
        if (typed := plain(name)) in ids:
            yield Finding(path, *told(name), written.replace(name, typed))
            continue
        names = _several(name, ids)
        if names and written == name:
            yield Finding(path, SEVERAL, "a comma between the items of a list", ", ".join(names))
            continue
        if names:
            anew = " ".join(f"[{one}]" for one in names)
            yield Finding(path, f"`{written}` cites several sources in one pair of brackets", anew, anew)
            continue
        meant = next((source.id for source in platform.sources if name in (source.url, source.title)), "")
        is_no_source = "cites no source" if written != name else "is no source"
        message = f"`{written}` {is_no_source} of this entry"
        meant = meant or near(name, ids) or renamed
        is_cited = meant and written != name
        yield Finding(path, message, f"one of {', '.join(ids)}", f"[{meant}]" if is_cited else meant)


def _several(name: str, ids: list[str]) -> list[str]:
    """The sources that stand in place of one, with a blank or another sign between them; none for any other name."""
    names = [one for one in re.split(r"[\s,;/&+|]+|\b(?:and|or)\b", name) if one]
    return names if len(names) > 1 and set(names) <= set(ids) else []


def _brackets(platform: Platform, ids: list[str]) -> Iterator[Finding]:
    """Citations with a bracket too few, beside others that are whole or where none is needed, or with one too many."""
    for kind in ("claim", "prose"):
        for path, text in texts(platform, kind):
            if "[" not in text and "]" not in text:
                continue
            if more := doubled(text, ids):
                message = f"`{more[0]}` has brackets too many"
                yield Finding(path, message, "one pair around each source", f"[{more[1]}]")
            elif (half := halved(text, ids)) and (kind == "prose" or cited(parse(text, ids))):
                yield Finding(
                    path, f"`{half[0]}` lacks one of its brackets", "a pair around each source", f"[{half[1]}]"
                )
