"""Words for values that came, went or became others: labels, positions, addresses, texts to type."""

from collections.abc import Iterator

from optout.diff.change import Item, say
from optout.diff.wording import clip, differing
from optout.prose import Span

_LINES = 5


def compare_values(field: str, noun: str, old: Span | None, new: Span | None, matters: bool = True) -> Item:
    """A value that came, went or became another."""
    if old and new:
        clause = say(f"{noun} changed from ", old, " to ", new)
    elif new:
        clause = say(f"{noun} now given: ", new)
    else:
        clause = say(f"{noun} no longer given", *((" (was ", old, ")") if old else ()))
    before, after = (span.target or span.text if span else "" for span in (old, new))
    return Item(field, clause, matters, before=before, after=after)


def compare_addresses(field: str, noun: str, old: str, new: str) -> Item:
    """Where something leads: letter by letter, and what matters most."""
    before, after = differing(old, new)
    item = compare_values(field, noun, before if old else None, after if new else None)
    return item._replace(before=old, after=new, leads=True)


def compare_places(field: str, noun: str, old: str, new: str) -> Item:
    """The way to something through the menus."""
    if not old:
        clause = say(f"the way to {noun} now given: ", Span("label", new))
    elif not new:
        clause = say(f"the way to {noun} no longer given (was ", Span("label", old), ")")
    else:
        clause = say(f"{noun} moved from ", Span("label", old), " to ", Span("label", new))
    return Item(field, clause, True, before=old, after=new)


def compare_typed(field: str, noun: str, old: str, new: str) -> Item:
    """A text to type: shown whole if it is one line, by its lines if it is several."""
    if "\n" not in old + new:
        return compare_values(field, noun, typed(old), typed(new))
    first, second = old.split("\n"), new.split("\n")
    came = [line.strip() for line in dict.fromkeys(second) if line.strip() and line not in first]
    went = [line.strip() for line in dict.fromkeys(first) if line.strip() and line not in second]
    listed = [*_lines("new ", came), *_lines("gone ", went)][:-1]
    clause = say(f"{noun} changed", *(": " if listed else "", *listed))
    return Item(field, clause, True, before=old, after=new)


def _lines(what: str, lines: list[str]) -> Iterator[str | Span]:
    for line in lines[:_LINES]:
        yield what
        yield Span("code", clip(line, 80))
        yield ", "
    if len(lines) > _LINES:
        yield f"{what}{len(lines) - _LINES} more"
        yield ", "


def label(value: str) -> Span | None:
    """A label on screen."""
    return Span("label", clip(value)) if value else None


def position(value: str) -> Span | None:
    """Where a switch stands: on and off are no labels."""
    return Span("text", value) if value in ("on", "off") else label(value)


def typed(value: str) -> Span | None:
    """A text letter by letter."""
    return Span("code", clip(value)) if value else None
