"""What is said of a way to refuse, by the field that is another."""

from collections.abc import Callable, Iterator
from typing import Any

from optout.diff.audience import compare_audiences
from optout.diff.both import Both, reordered
from optout.diff.change import Item
from optout.diff.match import alike, pair, tokens
from optout.diff.value import (
    compare_addresses,
    compare_places,
    compare_typed,
    compare_unseen,
    compare_values,
    described,
    label,
    path,
    position,
)
from optout.diff.wording import LIKENESS, Text, citations_changed
from optout.guide import words
from optout.messages import Message, Value, message
from optout.model import Control, Menu, ScreenLabels
from optout.prose import Span
from optout.regions import own_name

Describe = Callable[[str, Both[Control]], Iterator[Item]]


def end(control: Control) -> str:
    """What a way ends in: the label, address or kind of account that is its own."""
    mailbox = control.email.to if control.email else ""
    return control.switch or control.form or control.delete or control.plan or mailbox


def absence(control: Control) -> Message:
    """That there is no way, and who says so."""
    return message("diff-absence-stated" if control.absence == "stated" else "diff-absence-found")


def _what(both: Both[Control]) -> Message:
    """What kind of thing it is: "the switch"."""
    return message(f"what-way-{both.new.how}")


def _value(what: Message, show: Callable[[str], Value] = label) -> Describe:
    """A field with one value."""

    def describe(field: str, both: Both[Control]) -> Iterator[Item]:
        old, new = _values(field, both)
        yield compare_values(field, what, old, new, show)

    return describe


def _values(field: str, both: Both[Control]) -> tuple[Any, Any]:
    name = field.removeprefix("controls.")
    return getattr(both.old, name), getattr(both.new, name)


def _prose(what: Message, matters: bool = True) -> Describe:
    """A field with one sentence; `matters` says whether its coming and going does."""

    def describe(field: str, both: Both[Control]) -> Iterator[Item]:
        old, new = _values(field, both)
        yield from both.texts(field, what, old, new, matters)

    return describe


def _steps(field: str, both: Both[Control]) -> Iterator[Item]:
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

    def describe(field: str, both: Both[Control]) -> Iterator[Item]:
        found = pair(*_values(field, both), alike, tokens, LIKENESS)
        texts = (*found.both, *((one, "") for one in found.gone), *(("", one) for one in found.added))
        items = [item for old, new in texts for item in both.texts(field, what, old, new, True)]
        yield from items or [reordered(field)]

    return describe


def _labels(what: Message) -> Describe:
    """A field with labels to choose one after the other."""

    def describe(field: str, both: Both[Control]) -> Iterator[Item]:
        old, new = (" › ".join(labels) for labels in _values(field, both))
        yield compare_values(field, what, old, new)

    return describe


def _how(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = (words.action(one) or absence(one) for one in (both.old, both.new))
    yield Item(field, message("diff-how", new=new, old=old), True, before=both.old.how, after=both.new.how)


def _name(field: str, both: Both[Control]) -> Iterator[Item]:
    """Our own heading; where it only repeats the label on screen, that says it already."""
    if (both.old.name, both.new.name) != (both.old.switch, both.new.switch):
        yield compare_values(field, message("what-heading"), both.old.name, both.new.name, matters=False)


def _switch(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = Span("label", both.old.switch), Span("label", both.new.switch)
    yield Item(field, message("diff-switch-called", old=old, new=new), True, before=old.text, after=new.text)


def _path(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = both.old.menus, both.new.menus
    if bool(old) != bool(new) or _labelled(old) != _labelled(new):
        yield compare_places(field, _what(both), path(old), path(new))
    elif described(old) != described(new) or end(both.old) == end(both.new):
        clause = message("diff-path-described", what=_what(both))
        yield Item(field, clause, False, before=described(both.old.path), after=described(both.new.path))


def _labelled(stations: tuple[Menu, ...]) -> list[str]:
    """What stands on screen; hints are our own words."""
    return [menu.label for menu in stations if menu.label]


def _link(field: str, both: Both[Control]) -> Iterator[Item]:
    yield compare_addresses(field, message("what-address"), both.old.link, both.new.link)


def _where(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = (words.where(one.where) or message("diff-everywhere") for one in (both.old, both.new))
    before, after = (", ".join(one.where) for one in (both.old, both.new))
    if set(both.old.where) == set(both.new.where):
        yield reordered(field)._replace(before=before, after=after)
    else:
        clause = message("diff-where", what=_what(both), new=new, old=old)
        yield Item(field, clause, True, before=before, after=after)


def _who(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = (message(f"diff-who-{one.who}") for one in (both.old, both.new))
    clause = message("diff-who", what=_what(both), new=new, old=old)
    yield Item(field, clause, True, before=both.old.who, after=both.new.who)


def _audience(field: str, both: Both[Control]) -> Iterator[Item]:
    yield compare_audiences(field, _what(both), both.old.audience, both.new.audience)


def _each(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = both.old.each, both.new.each
    if new:
        clause = message("diff-each", what=_what(both), each=words.quoted(new))
    else:
        clause = message("diff-each-gone", what=_what(both), each=words.quoted(old))
    yield Item(field, clause, True, before=old, after=new)


def _taken_from(field: str, both: Both[Control]) -> Iterator[Item]:
    """In which entry it is written; the way itself stays the same."""
    old, new = both.old.taken_from, both.new.taken_from
    yield compare_values(field, message("what-taken-from"), old, new, words.quoted, matters=False)


def _relation(what: Message) -> Describe:
    """To which other way one belongs."""

    def describe(field: str, both: Both[Control]) -> Iterator[Item]:
        old, new = _values(field, both)
        yield compare_values(field, what, old, new, words.quoted)

    return describe


def _aim(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = both.old.aim, both.new.aim
    clause = message("diff-aim", what=_what(both), aim=new)
    yield Item(field, clause, True, before=old, after=new)


def _email(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = both.old.email, both.new.email
    if old and new:
        if old.to != new.to:
            yield compare_addresses(f"{field}.to", message("what-mailbox"), old.to, new.to)
        if old.subject != new.subject:
            yield compare_typed(f"{field}.subject", message("what-subject"), old.subject, new.subject)
        if old.body != new.body:
            yield compare_typed(f"{field}.body", message("what-message"), old.body, new.body)


def _file(field: str, both: Both[Control]) -> Iterator[Item]:
    old, new = both.old.file, both.new.file
    if old and new:
        if old.name != new.name:
            yield compare_typed(f"{field}.name", message("what-file"), old.name, new.name)
        if old.text != new.text:
            what = message("what-file-text", file=words.quoted(new.name))
            yield compare_typed(f"{field}.text", what, old.text, new.text)


def _command(field: str, both: Both[Control]) -> Iterator[Item]:
    yield compare_typed(field, message("what-way-command"), both.old.command, both.new.command)


def _absent(field: str, both: Both[Control]) -> Iterator[Item]:
    clause = message("diff-absence", new=absence(both.new), old=absence(both.old))
    yield Item(field, clause, True, before=both.old.absence or "", after=both.new.absence or "")


def _unseen(field: str, both: Both[Control]) -> Iterator[Item]:
    yield compare_unseen(field, _what(both), both.old.unseen, both.new.unseen)


def _screen_labels(field: str, both: Both[Control]) -> Iterator[Item]:
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
        doubt = message("what-doubt-about", text=second)
        yield from both.texts(f"{field}.{code}.doubt", doubt, before.doubt, after.doubt, False)
        if set(before.evidence) != set(after.evidence) and code in old and code in new:
            yield citations_changed(1)
    if not changed:
        yield reordered(field)


def _on_screen(one: ScreenLabels) -> str:
    return " › ".join(filter(None, (described(one.path), one.label, one.set)))


def _evidence(field: str, both: Both[Control]) -> Iterator[Item]:
    yield citations_changed(1)


# What only one way to refuse has: where the way is another, that says it all.
OF_ONE_WAY = {"switch", "set", "default", "form", "choose", "email", "file", "command", "plan", "delete", "absence"}

FIELDS: dict[str, Describe] = {
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
