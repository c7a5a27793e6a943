"""An entry read as it was meant, where one small change is all that it needs."""

import re
from collections.abc import Callable

from optout.model import Platform
from optout.problem import Place, Problem
from optout.schema.decode import Reading
from optout.schema.decoded import Decoded, Legible
from optout.schema.fields import field_names
from optout.schema.repairs import ITEM, Repair, repair
from optout.schema.slips import ALIGNED, QUOTES
from optout.schema.told import Slip, in_quotes
from optout.source.nodes import DASH
from optout.source.split import SLUG, Chunk

Read = Callable[[Chunk, str], Reading]


def repaired(chunk: Chunk, file: str, found: Reading, read: Read) -> Reading:
    """What there is to say of an entry with problems: of the one slip behind all of them, if there is such.

    `found` is what was found without looking for one, `read` reads an entry without doing so.
    """
    told = found.decoded.problems
    lines = chunk.raw.decode("utf-8", "replace").split("\n")
    is_open = any(kind(told[0]) for kind in (_is_raw, _is_vague, _is_to_quote, _is_dash))
    if len(told) == 1 and not is_open and not told[0].suggestion:
        return found

    def after(one: Repair) -> Reading:
        return read(chunk._replace(raw="\n".join(one.lines(lines)).encode("utf-8")), file)

    def left(one: Repair) -> int | None:
        trial = after(one).decoded
        is_kept = (
            not one.new
            or not _is_part(one.new[-1])
            or _may_begin(trial, chunk.line + one.first + len(one.new) - 1, one.new[-1])
        )
        is_read = not any(problem.rule == "yaml-syntax" for problem in trial.problems)
        return len(trial.problems) if is_kept and is_read else None

    is_guess = _is_field(told[0]) or _is_half(told[0], _ids(lines))
    if len(told) == 1 and told[0].suggestion and not is_guess and left(_as_told(told[0], chunk, lines)) == 0:
        return found
    if len(told) == 1 and _is_to_quote(told[0]) and left(_in_quotes(told[0], chunk, lines)) == 0:
        return found
    near = [problem.place.line - chunk.line for problem in told[:3]]
    is_unread = any(problem.rule == "yaml-syntax" for problem in told)
    best = repair(lines, near, _ids(lines), left, max(len(told) - 1, 1) if is_unread else 1)
    if best is None or (len(told) == 1 and _says_more(told[0], best)):
        return _plainly(found)
    trial = after(best).decoded
    return found._replace(decoded=_told(chunk, file, best, trial), node=None)


def _says_more(problem: Problem, best: Repair) -> bool:
    """Whether what was told of an entry is better than the repair: it knows of all lines of a text."""
    is_open = problem.message.startswith(_OPEN) and not best.slip.expected.startswith("a colon")
    is_glued = _is_dash(problem) and not best.slip.message.startswith(ITEM)
    return is_open or is_glued or (problem.expected == ALIGNED and not best.slip.suggestion)


_OPEN = "this line is neither"


def _as_told(problem: Problem, chunk: Chunk, lines: list[str]) -> Repair:
    """The line as the one problem of an entry says that it should be."""
    at, column = problem.place.line - chunk.line, problem.place.column - 1
    slip = Slip(at, column, problem.message, problem.expected, problem.suggestion)
    return Repair(slip, at, 1, [lines[at][:column] + problem.suggestion])


def _is_raw(problem: Problem) -> bool:
    """Whether it is said in the words of YAML."""
    words = r"mapping values |could not find |did not find |found |while |block |cannot "
    return problem.rule == "yaml-syntax" and (problem.expected == "YAML" or bool(re.match(words, problem.message)))


def _is_to_quote(problem: Problem) -> bool:
    """Whether a text is to stand in quotes, which may be another field with its name stuck to what is before it."""
    return problem.rule == "yaml-syntax" and problem.expected == QUOTES and not _is_raw(problem)


def _is_dash(problem: Problem) -> bool:
    """Whether YAML takes an item of a list for a part of the text above it."""
    return problem.message.startswith(DASH)


def _in_quotes(problem: Problem, chunk: Chunk, lines: list[str]) -> Repair:
    """The text with the quotes."""
    at = problem.place.line - chunk.line
    begun = re.match(r" *(?:- +)*(?:[\w-]+: +)?", lines[at])
    column = begun.end() if begun else 0
    slip = Slip(at, column, problem.message, problem.expected)
    return Repair(slip, at, 1, [lines[at][:column] + in_quotes(lines[at][column:])])


def _is_field(problem: Problem) -> bool:
    """Whether a line that is to be more of the text above begins with the name of a field."""
    name = re.match(r"\W*([\w-]+)", problem.suggestion)
    return problem.expected == ALIGNED and bool(name and name[1] in field_names())


def _is_half(problem: Problem, names: frozenset[str]) -> bool:
    """Whether what lacks a colon is only the beginning of a name."""
    word = problem.suggestion.removesuffix(":")
    known = names | field_names()
    is_bare = problem.message == f"there is no colon after `{word}`"
    return is_bare and word not in known and any(name.startswith(word) for name in known)


def _is_vague(problem: Problem) -> bool:
    """Whether it leaves open which of two lines is out of line, or what a line was meant as."""
    return problem.message.startswith(_OPEN) or problem.expected.endswith("if they belong to one group")


_PLAIN = "from here on this cannot be read"
_EXPECTED = "a field, or an item of a list, on each line, in line with the others of its group"


def _plainly(found: Reading) -> Reading:
    """What is left of YAML's own words, in ours."""
    told = tuple(
        one._replace(message=_PLAIN, expected=_EXPECTED if one.expected == "YAML" else one.expected)
        if _is_raw(one)
        else one
        for one in found.decoded.problems
    )
    return found._replace(decoded=found.decoded._replace(problems=told))


def _is_part(line: str) -> bool:
    """Whether a field or an item begins with a line."""
    return bool(re.match(r" *(?:- |[\w-]+:(?: |$))", line))


def _begins(decoded: Decoded, line: int) -> bool:
    """Whether something of an entry begins on a line."""
    return any(place.line == line for place in decoded.places.values())


def _may_begin(decoded: Decoded, line: int, text: str) -> bool:
    """Whether the line still says something of its own, or what is below it does."""
    return _begins(decoded, line) or (text.rstrip().endswith(":") and _begins(decoded, line + 1))


def _told(chunk: Chunk, file: str, best: Repair, trial: Decoded) -> Decoded:
    """What is said of an entry with its repair: that, and what is wrong with it besides."""
    slip = best.slip
    place = Place(file, chunk.line + slip.line, slip.column + 1)
    expected = re.sub(r"\{(\d+)\}", lambda one: str(chunk.line + int(one[1]) - 1), slip.expected)
    first = Problem(place, "yaml-syntax", slip.message, expected, slip.suggestion, entry=chunk.slug)
    last = chunk.line + best.first + len(best.new) - 1

    def there(place: Place) -> Place:
        """Where it stands in the text as it is."""
        return place._replace(line=place.line - best.more) if place.line > last else place

    others = tuple(one._replace(place=there(one.place)) for one in trial.problems)
    places = {path: there(place) for path, place in trial.places.items()}
    legible = trial.legible
    if legible is None and trial.entry is not None:
        legible = Legible(trial.entry, frozenset(), {}) if isinstance(trial.entry, Platform) else None
    return Decoded(trial.slug, None, places, tuple(sorted((first, *others))), legible)


def _ids(lines: list[str]) -> frozenset[str]:
    """The names by which sources are cited anywhere in an entry."""
    return frozenset(re.findall(rf"\[({SLUG})\]", "\n".join(lines)))
