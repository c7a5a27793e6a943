"""Ways as a list keeps them: a text, or a list of texts, for each field of a control that somebody could see."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from optout.accounts.values import Walked, kept
from optout.model import SURFACES, WHOS, Control, Email, How, Menu

_TEXTS = ("name", "link", "switch", "set", "default", "form", "plan", "delete", "each", "command")
_LISTS = ("where", "path", "then", "choose")


@cache
def _hows() -> tuple[str, ...]:
    return get_args(How)


def is_way(held: Mapping[str, Any]) -> bool:
    """Whether each field is of its kind; a way with another is kept as it is."""
    return (
        held.get("how") in _hows()
        and held.get("who", "member") in WHOS
        and all(isinstance(held.get(name, ""), str) for name in (*_TEXTS, "email"))
        and all(isinstance(held.get(name, []), list) for name in _LISTS)
        and all(isinstance(one, str) for name in _LISTS for one in held.get(name, ()))
        and all(one in SURFACES for one in held.get("where", ()))
    )


def way_of(held: Mapping[str, Any]) -> Walked:
    """The way that a list has, see `is_way`."""
    lists: dict[str, Callable[[list[str]], Any]] = {"path": lambda labels: tuple(map(Menu, labels))}
    values = {name: held[name] for name in (*_TEXTS, "who") if held.get(name)}
    values |= {name: lists.get(name, tuple)(held[name]) for name in _LISTS if held.get(name)}
    email = Email(held["email"]) if held.get("email") else None
    known = (*_TEXTS, *_LISTS, "how", "who", "email")
    rest = {name: value for name, value in held.items() if name not in known}
    return Walked(Control(**{"name": "", **values}, how=held["how"], evidence=(), email=email), kept(rest))


def written_way(one: Walked) -> dict[str, Any]:
    """The way as it stands in the file."""
    return {**one.rest, **dict(_fields(one.control))}


def _fields(control: Control) -> Iterator[tuple[str, Any]]:
    yield "how", control.how
    for name in (*_TEXTS, *_LISTS):
        if value := getattr(control, name):
            yield name, [menu.label or menu.hint for menu in value] if name == "path" else value
    if control.email:
        yield "email", control.email.to
    if control.who != "member":
        yield "who", control.who


def seen(control: Control) -> Walked:
    """Of a way what is kept: what somebody who went it could see and do, and where."""
    return way_of(json.loads(json.dumps(dict(_fields(control)))))
