"""What must hold of what is said of one mistake, and of what `--fix` makes of it."""

import re
from collections.abc import Iterator

from optout.catalog import Catalog
from optout.editing.check import mended, report
from optout.model import Date
from optout.problem import Problem
from optout.source.nodes import tokens
from optout.source.positions import Positions
from tests.mistakes.edits import Mistake

_JARGON = re.compile(
    r"block (?:mapping|sequence|collection|entry|end)|flow (?:mapping|sequence)|scalar|\btoken\b|\bnodes?\b|\bmapping\b"
    r"|\bparser\b|expected <|could not find|did not find|mapping values|simple key|\bindicator\b|\bNone\b|Traceback"
)

# Where a law does not hold, and why that is right, or is left so.
EXCEPT: dict[tuple[str, str], str] = {
    ("one", "line deleted"): "each field that is missing is told, and each line that has become another one's",
    ("one", "group deleted"): "what cites a source that is gone is told wherever it stands",
    ("one", "group 2 to the left"): "a source becomes a field of the entry, and what cites it is told as well",
    ("one", "group indented by 2"): "a source becomes part of the one above, and what cites it is told as well",
    ("one", "lines below 2 to the left"): "a source becomes several fields, and what cites it is told as well",
    ("one", "indent -2"): "a source becomes a field of the entry, and what cites it is told as well",
    ("one", "indent 0"): "a source becomes an entry, and what cites it is told as well",
    ("one", "a tab for the indent"): "how deep a line was to stand is a guess, of which more may follow",
    ("one", "a tab for two spaces"): "how deep a line was to stand is a guess, of which more may follow",
    (
        "one",
        "lines swapped",
    ): "a field that takes the place of a slug, or of the beginning of a part, makes two parts wrong",
    ("one", "value: empty brackets"): "each field that a group needs is missing",
    ("one", "value: citation without brackets"): "a source that nothing else cites is told as unused",
    ("one", "broken at the first space, flush"): "a citation alone on a line may be a section of another format",
    ("line", "line deleted"): "what is missing is told at the part that lacks it",
    ("line", "group deleted"): "what is missing is told at the part that lacks it",
    ("line", "last half lost"): "a claim that cites nothing any more is told where it begins",
    ("line", "lines swapped"): "what stands wrong now begins below",
    ("line", "lines joined with a space"): "the second line became text, and its field is missing",
    ("line", "lines joined without a space"): "the second line became text, and its field is missing",
    ("line", "a letter of the name lost"): "a source that is cited once may be right, and the citation misspelt",
    ("line", "a letter of the name twice"): "a source that is cited once may be right, and the citation misspelt",
    ("line", "an s more or less"): "a source that is cited once may be right, and the citation misspelt",
    ("line", "`'` for `\"`"): "a quote that nothing closes ends at the next one of its kind",
    ("advice", "value: a number"): "what was replaced was a claim, an address or a code: that is told then",
    ("advice", "value: yes"): "what was replaced was a claim, an address or a code: that is told then",
    ("advice", "lines below 2 to the left"): "the advice is for each line of a text, and typed for the first",
    ("advice", "indent +1"): "the advice is for each line of a text, and typed for the first",
    ("advice", "indent +2"): "the advice is for each line of a text, and typed for the first",
    ("advice", "line deleted"): "fields of another part took the place of those of this one",
    ("advice", "group deleted"): "a source is gone: no other is right in its place",
    ("advice", "group indented by 2"): "a source is gone: no other is right in its place",
    ("advice", "indent -2"): "a source is gone: no other is right in its place",
    ("advice", "last half lost"): "half a word is no word, whatever is done with it",
    ("advice", "no space after `:`"): "the name is right then, and what stands after it is told next",
    ("advice", "a tab for two spaces"): "how deep a line was to stand is a guess",
    ("advice", "the name in capitals"): "the nearest field is another one where the right one stands already",
    ("fix", "value: a number"): "what was replaced was a claim: that it cites nothing is told once it is a text",
    ("fix", "value: yes"): "what was replaced was a claim: that it cites nothing is told once it is a text",
    ("fix", "value: backticks around"): "a claim within backticks cites nothing: that is told once it is a text",
    ("fix", "indent +2"): "a text on several lines is mended line by line",
    ("fix", "last half lost"): "half a word is no word, whatever is done with it",
}


def broken(mistake: Mistake, today: Date) -> Iterator[tuple[str, str]]:
    """The laws that do not hold of what is said of a mistake, each with what was found instead.

    `one`: it is one problem; `line`: told on the lines that were touched, or beside them; `plain`: without words of
    YAML's; `advice`: whoever types what is offered is rid of it, and has no other; `fix`: `--fix` mends for good,
    brings nothing new and loses no text elsewhere.
    """
    found = _problems(mistake.text, today)
    if not found:
        return
    if len(found) > 1:
        yield "one", f"{len(found)} problems"
    if not any(mistake.line - 1 <= one.place.line <= mistake.last + 1 for one in found):
        yield "line", f"{mistake.line}-{mistake.last}: {found[0].place.line}"
    if words := [one.sentence for one in found if _JARGON.search(one.sentence)]:
        yield "plain", words[0]
    for one in found:
        if one.suggestion and (typed := typed_in(mistake.text, one)):
            after = _problems(typed, today)
            new = {(more.rule, more.message) for more in after} - {(more.rule, more.message) for more in found}
            if new or len(after) >= len(found):
                yield "advice", f"{one.suggestion!r} leads to {[str(more) for more in after][:2]}"
    yield from _of_fix(mistake, len(found), today)


def _of_fix(mistake: Mistake, told: int, today: Date) -> Iterator[tuple[str, str]]:
    after = mended(Catalog(mistake.text.encode(), "x"), today)
    if not after.mended:
        return
    if mended(Catalog(after.data, "x"), today).data != after.data:
        yield "fix", "mends again"
    if len(after.problems) >= told:
        yield "fix", f"leads to {after.problems[0]}"
    lines = mistake.text.split("\n")
    others = "\n".join((*lines[: mistake.line - 1], *lines[mistake.last :]))
    if lost := _words(others) - _words(after.data.decode()):
        yield "fix", f"loses {sorted(lost)}"


def typed_in(text: str, problem: Problem) -> str:
    """The text with what was offered in the place that was named; empty where nothing stands there to replace."""
    start = Positions(text).offset(problem.place.line, problem.place.column)
    if problem.rule in ("uncited-claim", "unknown-source") and problem.suggestion.startswith("["):
        end = start + problem.length
    elif problem.rule in ("yaml-syntax", "stray-line", "duplicate-key") or problem.suggestion.endswith(":"):
        end = text.find("\n", start)
    else:
        end = next((one.end for one in tokens(text)[0] if one.start == start), start)
    return "" if end == start else text[:start] + problem.suggestion + text[end:]


def _problems(text: str, today: Date) -> tuple[Problem, ...]:
    return report(Catalog(text.encode(), "x"), today).problems


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w@.-]*\w", text.lower()))
