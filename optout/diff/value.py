"""What is said of values that came, went or became others: labels, positions, addresses, texts to type."""

from collections.abc import Callable, Iterator

from optout.diff.change import Item
from optout.diff.wording import clip, differing
from optout.guide.words import qualified
from optout.messages import Listed, Message, Value, message
from optout.model import Menu, Unseen
from optout.prose import Span

_LINES = 5


def label(value: str) -> Span:
    """A label on screen."""
    return Span("label", clip(value))


def position(value: str) -> Value:
    """Where a switch stands: on and off are no labels."""
    return message("position", position=value) if value in ("on", "off") else label(value)


def typed(value: str) -> Span:
    """A text letter by letter."""
    return Span("code", clip(value))


def compare_values(
    field: str, what: Value, old: str, new: str, show: Callable[[str], Value] = label, matters: bool = True
) -> Item:
    """A value that came, went or became another; `show` says it."""
    before, after = (show(value) if value else () for value in (old, new))
    return Item(field, _changed(what, before, after), matters, before=old, after=new)


def compare_addresses(field: str, what: Value, old: str, new: str) -> Item:
    """Where something leads: letter by letter, and what matters most."""
    before, after = differing(old, new)
    clause = _changed(what, before if old else (), after if new else ())
    return Item(field, clause, True, before=old, after=new, leads=True)


def _changed(what: Value, old: Value, new: Value) -> Message:
    if old and new:
        return message("diff-changed", what=what, old=old, new=new)
    return message("diff-given", what=what, new=new) if new else message("diff-not-given", what=what, old=old)


def compare_places(field: str, what: Value, old: str, new: str, matters: bool = True) -> Item:
    """The way to something through the menus."""
    before, after = Span("label", old), Span("label", new)
    if not old:
        clause = message("diff-path-given", what=what, new=after)
    elif not new:
        clause = message("diff-path-not-given", what=what, old=before)
    else:
        clause = message("diff-moved", what=what, old=before, new=after)
    return Item(field, clause, matters, before=old, after=new)


def path(stations: tuple[Menu, ...]) -> str:
    """The way through the menus in one line, hints only where there is no label."""
    return " › ".join(menu.label or f"({menu.hint})" for menu in stations)


def described(stations: tuple[Menu, ...]) -> str:
    """The way through the menus with every hint."""
    parts = (menu.label + (f" ({menu.hint})" if menu.hint else "") for menu in stations)
    return " › ".join(part.strip() for part in parts)


def compare_typed(field: str, what: Value, old: str, new: str) -> Item:
    """A text to type: shown whole if it is one line, by its lines if it is several."""
    if "\n" not in old + new:
        return compare_values(field, what, old, new, typed)
    first, second = old.split("\n"), new.split("\n")
    came = [line.strip() for line in dict.fromkeys(second) if line.strip() and line not in first]
    went = [line.strip() for line in dict.fromkeys(first) if line.strip() and line not in second]
    lines = [*_lines("new", came), *_lines("gone", went)]
    clause = message("diff-lines", what=what, lines=qualified(*lines)) if lines else message("diff-touched", what=what)
    return Item(field, clause, True, before=old, after=new)


def _lines(which: str, lines: list[str]) -> Iterator[Message]:
    for line in lines[:_LINES]:
        yield message("diff-line", which=which, line=Span("code", clip(line, 80)))
    if len(lines) > _LINES:
        yield message("diff-more-lines", which=which, count=len(lines) - _LINES)


def compare_unseen(field: str, what: Value, old: tuple[Unseen, ...], new: tuple[Unseen, ...]) -> Item:
    """What was not seen on the operator's own page: nothing that readers do is another for it."""
    before, after = (Listed(tuple(message(f"unseen-{part}") for part in parts)) for parts in (old, new))
    clause = message("diff-unseen", what=what, parts=after) if new else message("diff-all-seen", what=what)
    if old and new:
        clause = message("diff-unseen-before", what=what, parts=after, old=before)
    return Item(field, clause, False, before=", ".join(old), after=", ".join(new))
