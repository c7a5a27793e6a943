"""Which way to refuse is which, and what changed about it."""

from collections.abc import Hashable, Iterator

from optout.diff.both import Both
from optout.diff.change import Item
from optout.diff.control_fields import FIELDS, OF_ONE_WAY, absence, end
from optout.diff.match import alike, tokens
from optout.diff.value import path
from optout.guide import words
from optout.messages import Message, Value, message
from optout.model import Audience, Control
from optout.prose import Span

# How sure it is that controls of one name are the same, whatever else is another.
_SAME_NAME = 0.6


def controls_alike(old: Control, new: Control) -> float:
    """How likely two controls are the same one, from 0 to 1; what both leave open is no sign of it."""
    signs = (
        (2, True, old.how == new.how),
        (3, True, alike(old.name, new.name)),
        (2, end(old) + end(new), alike(end(old), end(new))),
        (2, old.link + new.link, old.link == new.link),
        (2, old.evidence + new.evidence, bool(set(old.evidence) & set(new.evidence))),
        (1, old.set + new.set, old.set == new.set),
        (1, old.path + new.path, alike(path(old.path), path(new.path))),
        (1, old.where + new.where, old.where == new.where),
        (1, old.audience != Audience() or new.audience != Audience(), old.audience == new.audience),
    )
    counted = [(weight, found) for weight, given, found in signs if given]
    score = sum(weight * found for weight, found in counted) / sum(weight for weight, _ in counted)
    return max(score, _SAME_NAME if old.name == new.name else 0)


def control_marks(one: Control) -> tuple[Hashable, ...]:
    """What two controls that are alike have something in common of."""
    return (one.link, *one.evidence, *tokens(f"{one.name} {end(one)}"))


def compare_controls(both: Both[Control], alone: bool) -> Iterator[Item]:
    """What is to be said of a control that both catalogs have; `alone` says that it needs no name to be told apart."""
    same_way = both.old.how == both.new.how
    for field in Control._fields:
        if getattr(both.old, field) != getattr(both.new, field) and (same_way or field not in OF_ONE_WAY):
            for item in FIELDS[field](f"controls.{field}", both):
                yield item._replace(control=both.new.name, alone=alone)


def added(control: Control) -> Item:
    """A control that was not there before."""
    name, how = Span("label", control.name), _summary(control)
    if control.how == "none":
        clause = _absence_for(control)
    elif stations := control.menus:
        clause = message("diff-way-new-at", name=name, how=how, path=Span("label", path(stations)))
    else:
        clause = message("diff-way-new", name=name, how=how)
    return Item("controls", clause, True, control=control.name, after=control.name)


def gone(control: Control, is_lookalike: bool) -> Item:
    """A control that is no longer there; `is_lookalike` says that it turned out not to be one."""
    name = Span("label", control.name)
    if control.how == "none":
        clause = message("diff-absence-gone", absence=_absence_for(control))
    elif is_lookalike:
        clause = message("diff-way-lookalike", name=name)
    else:
        clause = message("diff-way-gone", name=name, how=_summary(control))
    return Item("controls", clause, True, control=control.name, before=control.name)


def _summary(control: Control) -> Value:
    parts = (words.action(control), words.where(control.where), words.audience(control.audience))
    return words.qualified(*(part for part in parts if part))


def _absence_for(control: Control) -> Message:
    whom = words.audience(control.audience)
    return message("diff-absence-for", absence=absence(control), whom=whom) if whom else absence(control)
