"""Problems without those that only follow from another: each mistake is told once, at its place."""

from collections.abc import Iterable, Iterator, Mapping

from optout.problem import Problem
from optout.schema.decode import ITEM, MERGE
from optout.schema.decoded import Decoded

_FEW = 3  # fields that stand twice in an entry before it is two in one


def causes(entries: Mapping[int, Decoded]) -> Iterator[Problem]:
    """The problems of reading a catalog, entry by entry in its order, each at its cause.

    `entries` are those with problems, by their numbers in the file; of their places only their own is asked for.
    """
    merged = _merged(entries)
    for number, one in entries.items():
        if number in merged:
            yield from (problem for problem in one.problems if problem.message == MERGE)
            continue
        before, following = entries.get(number - 1), entries.get(number + 1)
        found: Iterable[Problem] = one.problems
        if following and _interrupts(following):  # and hides the rest of this entry
            found = (problem for problem in found if not _lacks(one, problem) and not _is_emptied(problem, following))
        if before and not one.slug and not before.slug:
            said = {problem.message for problem in before.problems}
            found = [problem for problem in found if problem.message not in said]
        yield from _two_in_one(tuple(found))


def _merged(entries: Mapping[int, Decoded]) -> set[int]:
    """The numbers of what stands from a mark of an unfinished merge to its last."""
    marks = [number for number, one in entries.items() if any(p.rule == "merge-conflict" for p in one.problems)]
    first, inside = None, set[int]()
    for number in marks:
        if any(problem.message == MERGE for problem in entries[number].problems):
            first = number
        elif first is not None:
            inside.update(range(first, number + 1))
    return inside


def _interrupts(one: Decoded) -> bool:
    return any(problem.rule in ("stray-line", "merge-conflict") for problem in one.problems)


def _lacks(one: Decoded, problem: Problem) -> bool:
    """Whether a field of the entry itself is missing."""
    return problem.rule == "missing-field" and problem.place == one.places.get(())


def _is_emptied(problem: Problem, following: Decoded) -> bool:
    """Whether a field has nothing in it because its items stand at the left edge."""
    is_item = any(other.message == ITEM for other in following.problems)
    return is_item and problem.rule == "wrong-kind" and problem.message == "this is empty"


def _two_in_one(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """An entry that was pasted too deep makes all fields of the one above stand twice."""
    twice = [problem for problem in problems if problem.rule == "duplicate-key"]
    unknown = [problem for problem in problems if problem.rule == "unknown-field"]
    if len(twice) < _FEW or not unknown or unknown[0].place > twice[0].place:
        return (yield from problems)
    slug = unknown[0].message.split("`")[1]
    message = f"the entry `{slug}` is indented like a field of the entry above"
    expected = f"`{slug}:` at the left edge, and its fields two spaces from it"
    yield unknown[0]._replace(rule="stray-line", message=message, expected=expected, suggestion="")
    yield from (p for p in problems if p not in twice and p is not unknown[0] and p.place < unknown[0].place)
