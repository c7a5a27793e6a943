"""What changed about one way to refuse."""

from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Any, NamedTuple

from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_addresses, compare_places, compare_typed, compare_values, label, position
from optout.diff.wording import LIKENESS, Text, citations_changed, compare_texts
from optout.guide import words
from optout.messages import Listed, Message, Value, message
from optout.model import Audience, Control, Menu, ScreenLabels, Unseen
from optout.prose import Span
from optout.regions import own_name

# How sure it is that controls of one name are the same, whatever else is another.
_SAME_NAME = 0.6


class Pair(NamedTuple):
    """One control as both catalogs have it, and the ids of the sources that each can cite."""

    old: Control
    new: Control
    old_sources: Collection[str]
    new_sources: Collection[str]

    @property
    def what(self) -> Message:
        """What kind of thing it is: "the switch"."""
        return message(f"what-way-{self.new.how}")


def controls_alike(old: Control, new: Control) -> float:
    """How likely two controls are the same one, from 0 to 1; what both leave open is no sign of it."""
    signs = (
        (2, True, old.how == new.how),
        (3, True, alike(old.name, new.name)),
        (2, _end(old) + _end(new), alike(_end(old), _end(new))),
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
    return (one.link, *one.evidence, *tokens(f"{one.name} {_end(one)}"))


def compare_controls(both: Pair, alone: bool) -> Iterator[Item]:
    """What is to be said of a control that both catalogs have; `alone` says that it needs no name to be told apart."""
    same_way = both.old.how == both.new.how
    for field in Control._fields:
        if getattr(both.old, field) != getattr(both.new, field) and (same_way or field not in _OF_ONE_WAY):
            for item in _FIELDS[field](f"controls.{field}", both):
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


def path(stations: tuple[Menu, ...]) -> str:
    """The way through the menus in one line, hints only where there is no label."""
    return " › ".join(menu.label or f"({menu.hint})" for menu in stations)


def described(stations: tuple[Menu, ...]) -> str:
    """The way through the menus with every hint."""
    parts = (menu.label + (f" ({menu.hint})" if menu.hint else "") for menu in stations)
    return " › ".join(part.strip() for part in parts)


def for_whom(audience: Audience) -> Value:
    """An audience as it is said, also where it is everybody."""
    return words.audience(audience) or message("diff-for-everybody")


def _end(control: Control) -> str:
    mailbox = control.email.to if control.email else ""
    return control.switch or control.form or control.delete or control.plan or mailbox


def _summary(control: Control) -> Value:
    parts = (words.action(control), words.where(control.where), words.audience(control.audience))
    return words.qualified(*(part for part in parts if part))


def _absence(control: Control) -> Message:
    return message("diff-absence-stated" if control.absence == "stated" else "diff-absence-found")


def _absence_for(control: Control) -> Message:
    whom = words.audience(control.audience)
    return message("diff-absence-for", absence=_absence(control), whom=whom) if whom else _absence(control)


# By field: what to say where it differs

Describe = Callable[[str, Pair], Iterator[Item]]


def _value(what: Message, show: Callable[[str], Value] = label) -> Describe:
    """A field with one value."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        old, new = _values(field, both)
        yield compare_values(field, what, old, new, show)

    return describe


def _values(field: str, both: Pair) -> tuple[Any, Any]:
    name = field.removeprefix("controls.")
    return getattr(both.old, name), getattr(both.new, name)


def _prose(what: Message, matters: bool = True) -> Describe:
    """A field with one sentence; `matters` says whether its coming and going does."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        old, new = _values(field, both)
        yield from compare_texts(field, what, Text(old, both.old_sources), Text(new, both.new_sources), matters)

    return describe


def _steps(field: str, both: Pair) -> Iterator[Item]:
    """The way is another only if other labels are to be pressed.

    Written steps take the place of those that follow from the path, whose changes are told under `path`.
    """
    if both.old.steps and both.new.steps:
        old = Text(" ".join(both.old.steps), both.old_sources)
        new = Text(" ".join(both.new.steps), both.new_sources)
        for item in _sentences(message("what-step"))(field, both):
            yield item._replace(matters=item.matters and old.exact != new.exact)
    else:
        clause = message("diff-steps-written" if both.new.steps else "diff-steps-follow")
        first, second = (" ".join(one.steps) for one in (both.old, both.new))
        yield Item(field, clause, False, before=first, after=second)


def _sentences(what: Message) -> Describe:
    """A field with several sentences."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        found = pair(*_values(field, both), alike, tokens, LIKENESS)
        texts = (*found.both, *((one, "") for one in found.gone), *(("", one) for one in found.added))
        items = [
            item
            for old, new in texts
            for item in compare_texts(field, what, Text(old, both.old_sources), Text(new, both.new_sources), True)
        ]
        yield from items or [reordered(field)]

    return describe


def reordered(field: str) -> Item:
    """That what a list holds stands in another order."""
    return Item(field, message("diff-reordered", list=field.removeprefix("controls.")), False)


def _labels(what: Message) -> Describe:
    """A field with labels to choose one after the other."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        old, new = (" › ".join(labels) for labels in _values(field, both))
        yield compare_values(field, what, old, new)

    return describe


def _how(field: str, both: Pair) -> Iterator[Item]:
    old, new = (words.action(one) or _absence(one) for one in (both.old, both.new))
    yield Item(field, message("diff-how", new=new, old=old), True, before=both.old.how, after=both.new.how)


def _name(field: str, both: Pair) -> Iterator[Item]:
    """Our own heading; where it only repeats the label on screen, that says it already."""
    if (both.old.name, both.new.name) != (both.old.switch, both.new.switch):
        yield compare_values(field, message("what-heading"), both.old.name, both.new.name, matters=False)


def _switch(field: str, both: Pair) -> Iterator[Item]:
    old, new = Span("label", both.old.switch), Span("label", both.new.switch)
    yield Item(field, message("diff-switch-called", old=old, new=new), True, before=old.text, after=new.text)


def _path(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.menus, both.new.menus
    if bool(old) != bool(new) or _labelled(old) != _labelled(new):
        yield compare_places(field, both.what, path(old), path(new))
    elif described(old) != described(new) or _end(both.old) == _end(both.new):
        clause = message("diff-path-described", what=both.what)
        yield Item(field, clause, False, before=described(both.old.path), after=described(both.new.path))


def _labelled(stations: tuple[Menu, ...]) -> list[str]:
    """What stands on screen; hints are our own words."""
    return [menu.label for menu in stations if menu.label]


def _link(field: str, both: Pair) -> Iterator[Item]:
    yield compare_addresses(field, message("what-address"), both.old.link, both.new.link)


def _where(field: str, both: Pair) -> Iterator[Item]:
    old, new = (words.where(one.where) or message("diff-everywhere") for one in (both.old, both.new))
    before, after = (", ".join(one.where) for one in (both.old, both.new))
    if set(both.old.where) == set(both.new.where):
        yield reordered(field)._replace(before=before, after=after)
    else:
        clause = message("diff-where", what=both.what, new=new, old=old)
        yield Item(field, clause, True, before=before, after=after)


def _who(field: str, both: Pair) -> Iterator[Item]:
    old, new = (message(f"diff-who-{one.who}") for one in (both.old, both.new))
    clause = message("diff-who", what=both.what, new=new, old=old)
    yield Item(field, clause, True, before=both.old.who, after=both.new.who)


def _audience(field: str, both: Pair) -> Iterator[Item]:
    yield compare_audiences(field, both.what, both.old.audience, both.new.audience)


def compare_audiences(field: str, what: Value, old: Audience, new: Audience, matters: bool = True) -> Item:
    """For whom something holds: the order in which regions and plans are listed says nothing."""
    before, after = codes(old), codes(new)
    if all(set(one) == set(other) for one, other in zip(old, new, strict=True)):
        return Item(field, message("diff-audience-reordered", what=what), False, before=before, after=after)
    clause = message("diff-audience", what=what, new=for_whom(new), old=for_whom(old))
    return Item(field, clause, matters, before=before, after=after)


def codes(audience: Audience) -> str:
    """An audience as an entry gives it: "regions: EU, GB; plans-except: Team"; empty for everybody."""
    given = ((name.replace("_", "-"), ", ".join(codes)) for name, codes in audience._asdict().items() if codes)
    return "; ".join(f"{name}: {codes}" for name, codes in given)


def _each(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.each, both.new.each
    if new:
        clause = message("diff-each", what=both.what, each=words.quoted(new))
    else:
        clause = message("diff-each-gone", what=both.what, each=words.quoted(old))
    yield Item(field, clause, True, before=old, after=new)


def _taken_from(field: str, both: Pair) -> Iterator[Item]:
    """In which entry it is written; the way itself stays the same."""
    old, new = both.old.taken_from, both.new.taken_from
    yield compare_values(field, message("what-taken-from"), old, new, words.quoted, matters=False)


def _relation(what: Message) -> Describe:
    """To which other way one belongs."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        old, new = _values(field, both)
        yield compare_values(field, what, old, new, words.quoted)

    return describe


def _aim(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.aim, both.new.aim
    clause = message("diff-aim", what=both.what, aim=new)
    yield Item(field, clause, True, before=old, after=new)


def _email(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.email, both.new.email
    if old and new:
        if old.to != new.to:
            yield compare_addresses(f"{field}.to", message("what-mailbox"), old.to, new.to)
        if old.subject != new.subject:
            yield compare_typed(f"{field}.subject", message("what-subject"), old.subject, new.subject)
        if old.body != new.body:
            yield compare_typed(f"{field}.body", message("what-message"), old.body, new.body)


def _file(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.file, both.new.file
    if old and new:
        if old.name != new.name:
            yield compare_typed(f"{field}.name", message("what-file"), old.name, new.name)
        if old.text != new.text:
            what = message("what-file-text", file=words.quoted(new.name))
            yield compare_typed(f"{field}.text", what, old.text, new.text)


def _command(field: str, both: Pair) -> Iterator[Item]:
    yield compare_typed(field, message("what-way-command"), both.old.command, both.new.command)


def _absent(field: str, both: Pair) -> Iterator[Item]:
    clause = message("diff-absence", new=_absence(both.new), old=_absence(both.old))
    yield Item(field, clause, True, before=both.old.absence or "", after=both.new.absence or "")


def _unseen(field: str, both: Pair) -> Iterator[Item]:
    yield compare_unseen(field, both.what, both.old.unseen, both.new.unseen)


def compare_unseen(field: str, what: Value, old: tuple[Unseen, ...], new: tuple[Unseen, ...]) -> Item:
    """What was not seen on the operator's own page: nothing that readers do is another for it."""
    before, after = (Listed(tuple(message(f"unseen-{part}") for part in parts)) for parts in (old, new))
    clause = message("diff-unseen", what=what, parts=after) if new else message("diff-all-seen", what=what)
    if old and new:
        clause = message("diff-unseen-before", what=what, parts=after, old=before)
    return Item(field, clause, False, before=", ".join(old), after=", ".join(new))


def _screen_labels(field: str, both: Pair) -> Iterator[Item]:
    """What a screen in another language says: what is pressed in English stays the same."""
    old, new = ({one.language: one for one in way.labels} for way in (both.old, both.new))
    changed = [code for code in dict.fromkeys((*old, *new)) if old.get(code) != new.get(code)]
    nothing = ScreenLabels("", ())
    for code in changed:
        before, after = old.get(code, nothing), new.get(code, nothing)
        first, second = _on_screen(before), _on_screen(after)
        what = message("what-screen-labels", language=own_name(code))
        if first != second:
            yield compare_values(f"{field}.{code}", what, first, second, matters=False)
        doubts = Text(before.doubt, both.old_sources), Text(after.doubt, both.new_sources)
        yield from compare_texts(f"{field}.{code}.doubt", message("what-doubt-about", text=second), *doubts, False)
        if set(before.evidence) != set(after.evidence) and code in old and code in new:
            yield citations_changed(1)
    if not changed:
        yield reordered(field)


def _on_screen(one: ScreenLabels) -> str:
    return " › ".join(filter(None, (described(one.path), one.label, one.set)))


def _evidence(field: str, both: Pair) -> Iterator[Item]:
    yield citations_changed(1)


# What only one way to refuse has: where the way is another, that says it all.
_OF_ONE_WAY = {"switch", "set", "default", "form", "choose", "email", "file", "command", "plan", "delete", "absence"}

_FIELDS: dict[str, Describe] = {
    "how": _how,
    "name": _name,
    "evidence": _evidence,
    "where": _where,
    "who": _who,
    "audience": _audience,
    "right": _value(message("what-law")),
    "aim": _aim,
    "needs": _prose(message("what-needs")),
    "each": _each,
    "together": _relation(message("what-together")),
    "same_as": _relation(message("what-same-as")),
    "taken_from": _taken_from,
    "link": _link,
    "path": _path,
    "switch": _switch,
    "set": _value(message("what-position"), position),
    "default": _value(message("what-default"), position),
    "then": _labels(message("what-then")),
    "form": _value(message("what-form-label")),
    "choose": _labels(message("what-choice")),
    "email": _email,
    "file": _file,
    "command": _command,
    "plan": _value(message("what-plan")),
    "delete": _value(message("what-button-label")),
    "absence": _absent,
    "steps": _steps,
    "note": _prose(message("what-note"), matters=False),
    "effect": _prose(message("what-effect")),
    "limits": _sentences(message("what-limit")),
    "done": _prose(message("what-sign"), matters=False),
    "undo": _prose(message("what-undo")),
    "labels": _screen_labels,
    "doubt": _prose(message("what-doubt")),
    "unseen": _unseen,
}
