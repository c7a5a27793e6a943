r"""What was only not seen on the operator's own page is `unseen`, and no `doubt`.

A doubt says that something may be wrong. That a label is known from an article, and nothing speaks against it, is one
short mark beside the steps: readers can tell from it what to look for, and a doubt that matters is not lost among such.
Where nobody but users reports a way at all, that stays a doubt.

Not so:

    controls:
      - path: Settings > Train on my posts
        set: off
        doubt: The choice is official; the label comes from an article.
        evidence: [help]

But so:

    controls:
      - path: Settings > Train on my posts
        set: off
        unseen: [label]
        evidence: [help]
"""

import re
from collections.abc import Iterator

from optout.model import Control, Date, Lookalike, Platform
from optout.prose import without_citations
from optout.rules.finding import Finding

ID = "unseen-doubt"

# What can be unseen, by the words for it.
_WORDS = {
    "label": r"labels?|names?",
    "menu": r"menus?|way(?: to it)?(?: (?:through|in) the (?:menus?|app|settings|admin \w+))?|place|steps|path",
    "address": r"address(?:es)?",
}
_WORD = rf"(?:the |their |its |exact |English )*(?:{'|'.join(_WORDS.values())})"
_THINGS = rf"{_WORD}(?:(?:,| and|, and| of the (?:switch|button|choice)| in the \w+(?: \w+)?)* {_WORD})*"
_WHERE = r"(?: of the (?:switch|button|choice)| on screen| in English| in the admin \w+)?"
_UNSEEN = re.compile(
    rf"(?:that |and )?{_THINGS}{_WHERE} (?:(?:was|were) not (?:seen|read|noted)"
    r"|(?:comes?|are known|is known) from (?!.*(?:\bthat\b|\bwhich\b)).+)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r".{0,60}? (?:is|are|comes? from) (?:official|\S+(?: \S+)? own(?: \w+)?)", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Doubts about ways and lookalikes that only say what was not seen on a page of the operator's own."""
    kinds = {source.id: source.kind for source in platform.sources}
    for number, control in enumerate(platform.controls):
        if control.how != "none" and {kinds.get(name) for name in control.evidence} != {"community"}:
            yield from _found(("controls", number, "doubt"), control)
    for number, lookalike in enumerate(platform.lookalikes):
        yield from _found(("lookalikes", number, "doubt"), lookalike)


def _found(path: tuple[str, int, str], one: Control | Lookalike) -> Iterator[Finding]:
    clauses = [clause for clause in re.split(r"[.;]\s*", without_citations(one.doubt)) if clause]
    unseen = [clause for clause in clauses if not _OFFICIAL.fullmatch(clause)]
    if unseen and all(map(_UNSEEN.fullmatch, unseen)):
        named = [part for part, words in _WORDS.items() if re.search(rf"\b(?:{words})\b", " ".join(unseen))]
        message = "this doubt says only what was not seen on the operator's own page"
        yield Finding(path, message, f"`unseen: [{', '.join(named)}]` in its place", severity="warning")
