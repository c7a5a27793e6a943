"""Fields that stand a level too high or too low: beside the group they belong to, or each with a dash of its own."""

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from optout.model import HOWS
from optout.problem import Place
from optout.source.node import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from optout.schema.record import Field

Pairs = tuple[tuple[Scalar, Node], ...]


class Misplaced(NamedTuple):
    """What is wrong with where fields stand, said once for all of them."""

    place: Place
    message: str
    expected: str


def at_their_level(pairs: Pairs, known: "dict[str, Field]") -> tuple[Pairs, list[Misplaced]]:
    """The fields of a group with those that belong a level deeper there, and what to tell of these.

    They follow an empty field that holds a group (`email:` and, right under it, `to:`), or that field is missing.
    """
    kept: list[tuple[Scalar, Node]] = []
    told: list[Misplaced] = []
    rest = list(pairs)
    while rest:
        key, value = rest.pop(0)
        field = known.get(key.text)
        if field and isinstance(value, Scalar) and not value.text:
            run = list(takewhile(lambda pair: pair[0].text not in known and _is_of(field, *pair), rest))  # noqa: B023
            if run:
                told.append(
                    Misplaced(run[0][0].place, _beside(run, key.text), "two more spaces before all that is part of it")
                )
                value, rest = _group(run), rest[len(run) :]
        elif not field:
            run = [(key, value), *takewhile(lambda pair: pair[0].text not in known, rest)]
            if above := _missing_level(run, known, {key.text for key, _ in pairs}):
                each = "it" if len(run) == 1 else "each of them"
                expected = f"`{above}:` on a line above, and two more spaces before {each}"
                told.append(Misplaced(key.place, f"{_named(run)} belong{'s' * (len(run) == 1)} to `{above}`", expected))
                rest = rest[len(run) - 1 :]
                key, value = key._replace(text=above), _group(run)
        kept.append((key, value))
    return tuple(kept), told


def _is_of(field: "Field", key: Scalar, value: Node) -> bool:
    """Whether a field that nobody knows is part of what another one holds."""
    held = getattr(field.holds, "item", field.holds)
    known = getattr(held, "fields", {})
    if hasattr(field.holds, "name") and hasattr(field.holds, "item"):
        return isinstance(value, Mapping) and any(one.text in known for one, _ in value.pairs)
    return key.text in known and held is field.holds


def _missing_level(run: list[tuple[Scalar, Node]], known: "dict[str, Field]", given: set[str]) -> str:
    """The field that is not there and of which these fields are the parts, all that it needs among them."""
    names = {key.text for key, _ in run}
    for name, field in known.items():
        parts = {} if hasattr(field.holds, "item") else getattr(field.holds, "fields", {})
        needed = {part for part, one in parts.items() if one.expected}
        if name not in given and needed and needed <= names <= set(parts):
            return name
    return ""


def _beside(run: list[tuple[Scalar, Node]], above: str) -> str:
    return f"{_named(run)} stand{'s' * (len(run) == 1)} beside `{above}`, not below it"


def _named(run: list[tuple[Scalar, Node]]) -> str:
    *first, last = (f"`{key.text}`" for key, _ in run)
    return f"{', '.join(first)} and {last}" if first else last


def _group(run: list[tuple[Scalar, Node]]) -> Mapping:
    return Mapping(tuple(run), run[0][0].place, run[-1][1].end, False)


def with_one_dash(node: Sequence, known: "dict[str, Field]") -> tuple[Sequence, Misplaced | None]:
    """A list in which fields of an item have a dash of their own, with them in their items, and what to tell of it."""
    items: list[Node] = []
    told: Misplaced | None = None
    needed = {name for name, field in known.items() if field.expected}
    for item in node.items:
        above = items[-1] if items else None
        if isinstance(item, Mapping) and isinstance(above, Mapping) and _goes_on(above, item, known, needed):
            items[-1] = above._replace(pairs=(*above.pairs, *item.pairs), end=item.end)
            told = told or _dashed(item, above)
        else:
            items.append(item)
    return node._replace(items=tuple(items)), told


def _goes_on(above: Mapping, item: Mapping, known: "dict[str, Field]", needed: set[str]) -> bool:
    """Whether an item goes on with the one above: one of them is a single field, and one lacks what it needs."""
    there, here = ({key.text for key, _ in one.pairs} for one in (above, item))
    is_more = 1 in (len(here), len(there)) and here <= set(known) and not here & there
    is_way = bool(here & set(HOWS) and there & set(HOWS))  # each of which is an item of its own
    return is_more and not is_way and there <= set(known) and not (needed <= there and needed <= here)


def _dashed(item: Mapping, above: Mapping) -> Misplaced:
    name, first = item.pairs[0][0], above.pairs[0][0].text
    message = f"the dash before `{name.text}` begins another item, and what `{first}` began is not whole"
    expected = "a dash before the first field of an item only, and two spaces in place of each other dash"
    return Misplaced(name.place, message, expected)


def without_dashes(node: Sequence, known: "dict[str, Field]") -> tuple[Mapping, Misplaced] | None:
    """The fields of a list that is a group of fields, each with a dash before it; None for any other list."""
    pairs = [pair for item in node.items if isinstance(item, Mapping) for pair in item.pairs]
    names = [key.text for key, _ in pairs]
    if node.flow or len(pairs) < len(node.items) or len(set(names)) < len(names) or not set(names) <= set(known):
        return None
    place = pairs[0][0].place
    message = f"a dash stands before `{names[0]}`, which makes a list of these fields"
    return Mapping(tuple(pairs), place, node.end, False), Misplaced(place, message, "the fields without dashes")
