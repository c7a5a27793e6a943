"""What stands in an entry a second time: what to do with it, or that it is another entry that lost its slug."""

import re

from optout.problem import Problem
from optout.schema.fields import PLATFORM, field_names
from optout.schema.record import Named
from optout.source.split import SLUG

ID = "duplicate-key"


def explained(problems: list[Problem], lines: list[str], first_line: int) -> list[Problem]:
    """The problems of an entry, whose `lines` begin on `first_line`, with what to do about each name that stands twice.

    Several fields of an entry again, its name among them, are another entry; that is told once.
    """
    own = next((one for one in lines[1:] if one.strip() and not one.lstrip().startswith("#")), "")
    indent = len(own) - len(own.lstrip())
    again = [problem for problem in problems if _is_again(problem, lines, first_line, indent)]
    begins = next((problem for problem in again if _key(problem, lines, first_line) == "name"), None)
    if begins and len(again) > 1 and not _is_too_deep(lines, begins.place.line - first_line):
        told = _without_slug(begins, lines[begins.place.line - first_line])
        kept = [told if one is begins else one for one in problems if one is begins or one not in again]
    else:
        kept = problems
    return [one._replace(expected=_expected(one, lines, first_line)) if _is_plain(one) else one for one in kept]


def _is_plain(problem: Problem) -> bool:
    return problem.rule == ID and problem.message.startswith("`")


def _is_again(problem: Problem, lines: list[str], first_line: int, indent: int) -> bool:
    """Whether it is about a field of the entry itself, not one of a part of it."""
    key = _key(problem, lines, first_line) if _is_plain(problem) else ""
    return key in PLATFORM.fields and problem.place.column == indent + 1


def _is_too_deep(lines: list[str], number: int) -> bool:
    """Whether the slug stands above after all, indented like a field."""
    above = next(one for one in reversed(lines[:number]) if one.strip() and not one.lstrip().startswith("#"))
    found = re.fullmatch(rf"\s*({SLUG}):\s*", above)
    return bool(found and found[1] not in field_names())


def _key(problem: Problem, lines: list[str], first_line: int) -> str:
    found = re.match(rf"[\"']?({SLUG})[\"']?:", lines[problem.place.line - first_line][problem.place.column - 1 :])
    return found[1] if found else ""


def _without_slug(problem: Problem, line: str) -> Problem:
    name = line.split(":", 1)[1].strip(" \"'")
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    expected = "a line above it with its slug and a colon, at the left edge"
    message = "another entry begins here, without its slug"
    return problem._replace(message=message, expected=expected, suggestion=f"{slug}:" if slug else "")


def _expected(problem: Problem, lines: list[str], first_line: int) -> str:
    key = _key(problem, lines, first_line)
    if not key or key not in field_names() or _is_chosen(problem, lines, first_line):
        return f"another name for one of the two, such as `{key or 'help'}-2`"
    rest = lines[problem.place.line - first_line][problem.place.column - 1 + len(key) + 1 :].strip()
    if rest and not rest.startswith("#"):
        return "each field once: one of the two lines taken out"
    return f"each field once: what stands below it moved under the first `{key}:`"


def _is_chosen(problem: Problem, lines: list[str], first_line: int) -> bool:
    """Whether it is a name that the author chose: that of a source, say, which may be called as a field is."""
    indent = problem.place.column - 1
    above = lines[1 : problem.place.line - first_line]
    group = next((one for one in reversed(above) if one.strip() and len(one) - len(one.lstrip()) < indent), "")
    return group.strip().removesuffix(":") in _NAMED


_NAMED = frozenset(name for name, field in PLATFORM.fields.items() if isinstance(field.holds, Named))
