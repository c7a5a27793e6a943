"""What must hold of what is said of one mistake, and of what `--fix` makes of it."""

import re
from collections.abc import Iterator

from optout.catalog import Catalog
from optout.editing.check import mended, report
from optout.model import Date, Platform, Stub
from optout.problem import Problem
from optout.source.nodes import tokens
from optout.source.positions import Positions
from tests.mistakes.edits import Mistake

_JARGON = re.compile(
    r"block (?:mapping|sequence|collection|entry|end)|flow (?:mapping|sequence)|scalar|\btoken\b|\bnodes?\b|\bmapping\b"
    r"|\bparser\b|expected <|could not find|did not find|mapping values|simple key|\bindicator\b|\bNone\b|Traceback"
)


# Where a claim gave way to a word that has none of its own, whatever that is quoted as.
_WITHOUT_WORDS = ("value: yes", "value: a number")


def meaning(text: str) -> dict[str, Platform | Stub | None]:
    """Every entry that can be read, by its slug."""
    catalog = Catalog(text.encode(), "x")
    return {chunk.slug: catalog.decoded(chunk).entry for chunk in catalog.chunks()}


def problems(text: str, today: Date) -> tuple[Problem, ...]:
    """What `check` says of a text."""
    return report(Catalog(text.encode(), "x"), today).problems


def broken(mistake: Mistake, sound: dict[str, Platform | Stub | None], today: Date) -> Iterator[tuple[str, str]]:
    """The laws that do not hold of what is said of a mistake, each with what was found instead."""
    found = problems(mistake.text, today)
    if not found:
        if meaning(mistake.text) != sound:
            yield "silent", ""
        return
    if len(found) > 1:
        yield "one", f"{len(found)}"
    if not any(mistake.line <= one.place.line <= mistake.last for one in found):
        near = any(mistake.line - 1 <= one.place.line <= mistake.last + 1 for one in found)
        yield ("near" if near else "line"), f"{mistake.line}-{mistake.last}: {found[0].place.line}"
    if words := [one.sentence for one in found if _JARGON.search(one.sentence)]:
        yield "jargon", words[0]
    before = {(one.rule, one.message) for one in found}
    for one in found:
        if one.suggestion and (typed := typed_in(mistake.text, one)):
            after = problems(typed, today)
            told = {(more.rule, more.message) for more in after}
            if (one.rule, one.message) in told and len(after) >= len(found):
                yield "advice", f"{one.suggestion!r} does not end it"
            elif (new := told - before) and not (
                mistake.kind in _WITHOUT_WORDS and {rule for rule, _ in new} <= {"uncited-claim"}
            ):
                yield "advice", f"{one.suggestion!r} brings {sorted(new)[0]}"
    after_fix = mended(Catalog(mistake.text.encode(), "x"), today)
    if after_fix.mended:
        data = after_fix.data.decode()
        if mended(Catalog(after_fix.data, "x"), today).data != after_fix.data:
            yield "fix", "mends again"
        if len(after_fix.problems) >= len(found):
            yield "fix", "brings other problems"
        if not after_fix.problems and meaning(data) != sound:
            yield "fix-meaning", _difference(mistake.text, data)
        lines = mistake.text.split("\n")
        others = "\n".join((*lines[: mistake.line - 1], *lines[mistake.last :]))
        if lost := _words(others) - _words(data):
            yield "fix-lost", f"{sorted(lost)}"


def typed_in(text: str, problem: Problem) -> str:
    """The text with what was offered in the place that was named; empty where it stands within a longer text."""
    start = Positions(text).offset(problem.place.line, problem.place.column)
    if problem.rule in ("uncited-claim", "unknown-source") and problem.suggestion.startswith("["):
        end = start + problem.length
    elif problem.rule in ("yaml-syntax", "stray-line", "duplicate-key"):
        end = text.find("\n", start)
    else:
        end = next((one.end for one in tokens(text)[0] if one.start == start), start)
    if end == start:
        return ""
    return text[:start] + problem.suggestion + text[end:]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w@.-]*\w", text.lower()))


def _difference(before: str, after: str) -> str:
    old, new = before.split("\n"), after.split("\n")
    return " | ".join(line for line in new if line not in old)[:200]
