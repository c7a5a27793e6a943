"""What changed about one way to refuse."""

from collections.abc import Callable, Collection, Hashable, Iterator
from typing import NamedTuple

from optout.diff.change import Item, say
from optout.diff.match import alike, pair, tokens
from optout.diff.value import compare_addresses, compare_places, compare_typed, compare_values, label, position
from optout.diff.wording import LIKENESS, Text, citations_changed, compare_texts
from optout.guide import words
from optout.guide.ways import menus
from optout.messages import language
from optout.model import Audience, Control, How, Menu
from optout.prose import Span

_said = language("en").text
_NOUNS: dict[How, str] = {
    "switch": "the switch",
    "form": "the form",
    "email": "the request by e-mail",
    "file": "the text to publish",
    "command": "the command",
    "plan": "the change of plan",
    "delete": "the button",
    "none": "the note that there is no way to refuse",
}
# How sure it is that controls of one name are the same, whatever else is another.
_SAME_NAME = 0.6
_WHO = {"member": "every member", "admin": "administrators", "site-owner": "site owners"}


class Pair(NamedTuple):
    """One control as both catalogs have it, and the ids of the sources that each can cite."""

    old: Control
    new: Control
    old_sources: Collection[str]
    new_sources: Collection[str]

    @property
    def noun(self) -> str:
        """What kind of thing it is: "the switch"."""
        return _NOUNS[self.new.how]


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
    clause = say(f"{_absence(control)}{_whom(control)}")
    if control.how != "none":
        way = say(" in ", Span("label", path(menus(control)))) if menus(control) else ()
        clause = say("new way to refuse: ", Span("label", control.name), f" ({_summary(control)})", way)
    return Item("controls", clause, True, control=control.name, after=control.name)


def gone(control: Control, is_lookalike: bool) -> Item:
    """A control that is no longer there; `is_lookalike` says that it turned out not to be one."""
    if control.how == "none":
        clause = say(f"it is no longer said that {_absence(control)}{_whom(control)}")
    elif is_lookalike:
        clause = say(Span("label", control.name), " turned out to be no refusal of training")
    else:
        clause = say("no longer a way to refuse: ", Span("label", control.name), f" ({_summary(control)})")
    return Item("controls", clause, True, control=control.name, before=control.name)


def path(stations: tuple[Menu, ...]) -> str:
    """The way through the menus in one line, hints only where there is no label."""
    return " › ".join(menu.label or f"({menu.hint})" for menu in stations)


def described(stations: tuple[Menu, ...]) -> str:
    """The way through the menus with every hint."""
    parts = (menu.label + (f" ({menu.hint})" if menu.hint else "") for menu in stations)
    return " › ".join(part.strip() for part in parts)


def for_whom(audience: Audience) -> str:
    """An audience in words, also where it is everybody."""
    return _said(words.audience(audience)) or "for everybody"


def _end(control: Control) -> str:
    mailbox = control.email.to if control.email else ""
    return control.switch or control.form or control.delete or control.plan or mailbox


def _summary(control: Control) -> str:
    parts = map(_said, (words.action(control), words.where(control.where), words.audience(control.audience)))
    return ", ".join(filter(None, parts))


def _absence(control: Control) -> str:
    return "the operator offers no way to refuse" if control.absence == "stated" else "no way to refuse was found"


def _whom(control: Control) -> str:
    whom = _said(words.audience(control.audience))
    return f" {whom}" if whom else ""


# By field: what to say where it differs

Describe = Callable[[str, Pair], Iterator[Item]]


def _value(noun: str, show: Callable[[str], Span | None] = label) -> Describe:
    """A field with one value."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        name = field.removeprefix("controls.")
        yield compare_values(field, noun, show(getattr(both.old, name)), show(getattr(both.new, name)))

    return describe


def _prose(noun: str, matters: bool = True) -> Describe:
    """A field with one sentence; `matters` says whether its coming and going does."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        name = field.removeprefix("controls.")
        old = Text(getattr(both.old, name), both.old_sources)
        new = Text(getattr(both.new, name), both.new_sources)
        yield from compare_texts(field, noun, old, new, matters)

    return describe


def _steps(field: str, both: Pair) -> Iterator[Item]:
    """The way is another only if other labels are to be pressed.

    Written steps take the place of those that follow from the path, whose changes are told under `path`.
    """
    if both.old.steps and both.new.steps:
        old = Text(" ".join(both.old.steps), both.old_sources)
        new = Text(" ".join(both.new.steps), both.new_sources)
        for item in _sentences("step")(field, both):
            yield item._replace(matters=item.matters and old.exact != new.exact)
    else:
        clause = "its steps are written out now" if both.new.steps else "its steps follow from its path now"
        first, second = (" ".join(one.steps) for one in (both.old, both.new))
        yield Item(field, say(clause), False, before=first, after=second)


def _sentences(noun: str) -> Describe:
    """A field with several sentences."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        name = field.removeprefix("controls.")
        found = pair(getattr(both.old, name), getattr(both.new, name), alike, tokens, LIKENESS)
        texts = (*found.both, *((one, "") for one in found.gone), *(("", one) for one in found.added))
        items = [
            item
            for old, new in texts
            for item in compare_texts(field, noun, Text(old, both.old_sources), Text(new, both.new_sources), True)
        ]
        yield from items or [Item(field, say(f"the {noun}s stand in another order"), False)]

    return describe


def _labels(noun: str) -> Describe:
    """A field with labels to choose one after the other."""

    def describe(field: str, both: Pair) -> Iterator[Item]:
        name = field.removeprefix("controls.")
        old, new = (label(" › ".join(getattr(one, name))) for one in (both.old, both.new))
        yield compare_values(field, noun, old, new)

    return describe


def _how(field: str, both: Pair) -> Iterator[Item]:
    old, new = (_said(words.action(one)) or _absence(one) for one in (both.old, both.new))
    yield Item(field, say(f"it is done in another way: {new} (was: {old})"), True, before=old, after=new)


def _name(field: str, both: Pair) -> Iterator[Item]:
    """Our own heading; where it only repeats the label on screen, that says it already."""
    if (both.old.name, both.new.name) != (both.old.switch, both.new.switch):
        yield compare_values(field, "its heading", label(both.old.name), label(both.new.name), False)


def _switch(field: str, both: Pair) -> Iterator[Item]:
    old, new = Span("label", both.old.switch), Span("label", both.new.switch)
    yield Item(field, say("the switch ", old, " is called ", new, " now"), True, before=old.text, after=new.text)


def _path(field: str, both: Pair) -> Iterator[Item]:
    old, new = menus(both.old), menus(both.new)
    if bool(old) != bool(new) or _labelled(old) != _labelled(new):
        yield compare_places(field, both.noun, path(old), path(new))
    elif described(old) != described(new) or _end(both.old) == _end(both.new):
        clause = say(f"the way to {both.noun} is described in other words")
        yield Item(field, clause, False, before=described(both.old.path), after=described(both.new.path))


def _labelled(stations: tuple[Menu, ...]) -> list[str]:
    """What stands on screen; hints are our own words."""
    return [menu.label for menu in stations if menu.label]


def _link(field: str, both: Pair) -> Iterator[Item]:
    yield compare_addresses(field, "address", both.old.link, both.new.link)


def _where(field: str, both: Pair) -> Iterator[Item]:
    old, new = (_said(words.where(one.where)) or "everywhere" for one in (both.old, both.new))
    if set(both.old.where) == set(both.new.where):
        yield Item(field, say("its devices stand in another order"), False, before=old, after=new)
    else:
        yield Item(field, say(f"{both.noun} is found {new} now (was: {old})"), True, before=old, after=new)


def _who(field: str, both: Pair) -> Iterator[Item]:
    old, new = _WHO[both.old.who], _WHO[both.new.who]
    yield Item(field, say(f"{both.noun} is for {new} now (was: {old})"), True, before=old, after=new)


def _audience(field: str, both: Pair) -> Iterator[Item]:
    yield compare_audiences(field, both.noun, both.old.audience, both.new.audience)


def compare_audiences(field: str, noun: str, old: Audience, new: Audience) -> Item:
    """For whom something holds: the order in which regions and plans are listed says nothing."""
    before, after = for_whom(old), for_whom(new)
    if all(set(one) == set(other) for one, other in zip(old, new, strict=True)):
        return Item(field, say(f"the regions and plans of {noun} stand in another order"), False)
    return Item(field, say(f"{noun} holds {after} now (was: {before})"), True, before=before, after=after)


def _each(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.each, both.new.each
    said = f"has to be chosen anew for each {new} now" if new else f"no longer has to be chosen anew for each {old}"
    yield Item(field, say(f"{both.noun} {said}"), True, before=old, after=new)


def _aim(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.aim, both.new.aim
    said = "refuses training now" if new == "refuse" else "only makes less of it now, and refuses nothing"
    yield Item(field, say(f"{both.noun} {said}"), True, before=old, after=new)


def _email(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.email, both.new.email
    if old and new:
        if old.to != new.to:
            yield compare_addresses(f"{field}.to", "the address to write to", old.to, new.to)
        if old.subject != new.subject:
            yield compare_typed(f"{field}.subject", "the subject", old.subject, new.subject)
        if old.body != new.body:
            yield compare_typed(f"{field}.body", "the message", old.body, new.body)


def _file(field: str, both: Pair) -> Iterator[Item]:
    old, new = both.old.file, both.new.file
    if old and new:
        if old.name != new.name:
            yield compare_typed(f"{field}.name", "the file", old.name, new.name)
        if old.text != new.text:
            yield compare_typed(f"{field}.text", f"the text for {new.name}", old.text, new.text)


def _command(field: str, both: Pair) -> Iterator[Item]:
    yield compare_typed(field, "the command", both.old.command, both.new.command)


def _absent(field: str, both: Pair) -> Iterator[Item]:
    old, new = _absence(both.old), _absence(both.new)
    yield Item(field, say(f"{new} (was: {old})"), True, before=old, after=new)


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
    "right": _value("the law it rests on"),
    "aim": _aim,
    "needs": _prose("requirement"),
    "each": _each,
    "link": _link,
    "path": _path,
    "switch": _switch,
    "set": _value("refusing position", position),
    "default": _value("default", position),
    "then": _labels("the buttons to press afterwards"),
    "form": _value("the label that leads to the form"),
    "choose": _labels("the choice in the form"),
    "email": _email,
    "file": _file,
    "command": _command,
    "plan": _value("the plan to use"),
    "delete": _value("the label of the button"),
    "absence": _absent,
    "steps": _steps,
    "note": _prose("note", matters=False),
    "effect": _prose("effect"),
    "limits": _sentences("limit"),
    "done": _prose("sign that it worked", matters=False),
    "undo": _prose("way back"),
    "doubt": _prose("doubt"),
}
