"""A field that an entry may have reaches the reader, in every format that should show it, and a change of it shows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from optout.diff import compare
from optout.guide import Guide, compose
from optout.model import HOWS, Date, Email, File, How, Menu, Platform
from optout.render import html, json, markdown, terminal
from optout.render.screen import Screen
from optout.schema import fields, paths, values
from optout.schema.record import Decoder, Field, Holds, Items, Kind, Named, Nested, Value

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

# The formats by the narrowest account of a guide that they belong to; see `Field.shown`.
_SHOWN = {"data": {"json"}, "full": {"json", "html", "markdown", "full"}}
_SHOWN["short"] = {*_SHOWN["full"], "short"}

_FORMATS: dict[str, Callable[[Guide], str]] = {
    "short": lambda guide: terminal.guide(guide, Screen(100)),
    "full": lambda guide: terminal.guide(guide, Screen(100), full=True),
    "markdown": markdown.guide,
    "html": html.guide,
    "json": lambda guide: json.guides([guide]),
}

# Two values of a field, by how it is read; each is or has one of two words that nothing else has.
_WORDS = ("quibble", "zephyr")
_READ: dict[Any, tuple[Any, Any]] = {
    paths.menus: ((Menu("quibble", "at quibbling"),), (Menu("zephyr", "at zephyrean"),)),
    values.address: ("https://a.example/quibble", "https://a.example/zephyr"),
    values.setting: ("https://a.example/quibble", "https://a.example/zephyr"),
    values.form: ("https://a.example/quibble", "https://a.example/zephyr"),
    values.mailbox: ("quibble@a.example", "zephyr@a.example"),
    values.domain: ("quibble.example", "zephyr.example"),
    values.region: ("DE", "US"),
    values.date: (Date(2020, 5), Date(2021, 6, 7)),
    values.day: (Date(2020, 5, 6), Date(2021, 6, 7)),
    values.position: ("quibble", "zephyr"),
    values.language: ("quibble", "zephyr"),
}
_KINDS: dict[Kind, tuple[str, str]] = {"claim": ("quibble [one]", "zephyr [one]"), "id": ("one", "two")}
_IN_WORDS = {
    "claim",
    "prose",
    "name",
    "label",
    "path",
    "position",
    "address",
    "form",
    "mailbox",
    "domain",
    "copy",
    "quote",
}
_WAYS: dict[How, dict[str, Any]] = {
    "switch": {"switch": "Train", "set": "off"},
    "form": {"form": "A form"},
    "email": {"email": Email("a@b.example")},
    "file": {"file": File("a.txt", "a line")},
    "command": {"command": "a command"},
    "plan": {"plan": "Pro"},
    "delete": {"delete": "Delete"},
    "none": {"absence": "stated"},
}


def _value(field: Field, holds: Holds, which: int) -> Any:
    match holds:
        case Items():
            return (_value(field, holds.item, which),)
        case Named():
            return (("other", _value(field, holds.item, which)),)
        case Value() if isinstance(holds.of, values.Word):
            return holds.of.allowed[which]
        case Value():
            return _READ.get(holds.of, _KINDS.get(field.kind, _WORDS))[which]
    raise TypeError(holds)


def _made(part: Nested, given: Mapping[str, Any], name: str = "one") -> Any:
    """A part with these fields, and what it must have besides."""
    needed = {
        field.attribute or key: _value(field, field.holds, 0)
        for key, field in part.fields.items()
        if field.expected and field.kind != "part"
    }
    return part.build(Decoder(), (name,), {**needed, **given})


def _entry(part: Nested, given: Mapping[str, Any]) -> Platform:
    """An entry in which such a part stands, and little else."""
    sources = tuple(_made(fields.SOURCE, {}, name) for name in ("one", "two"))
    base = {"training": "opt-out", "summary": "It trains. [one]", "sources": sources}
    if part is fields.PLATFORM:
        return _platform({**base, **given})
    if part is fields.SOURCE:
        return _platform({**base, "sources": (_made(part, given), sources[1])})
    if part in (fields.EMAIL, fields.FILE):
        return _entry(fields.CONTROL, {"name": "A way", part.name: _made(part, given)})
    if part is fields.SCREEN_LABELS:
        return _entry(fields.CONTROL, {"name": "A way", **_WAYS["switch"], "labels": (_made(part, given, "de"),)})
    if part is fields.ADDRESSEE:
        return _entry(fields.CONTACT, {"officer": _made(part, given)})
    held = (name for name, field in fields.PLATFORM.fields.items() if getattr(field.holds, "item", None) is part)
    return _platform({**base, next(held): (_made(part, given),)})


def _platform(given: Mapping[str, Any]) -> Platform:
    made = _made(fields.PLATFORM, given, "acme")
    assert isinstance(made, Platform)
    return made


def _cases() -> Iterator[tuple[Nested, str, How | None]]:
    """Every field, and those of a control beside each way to refuse with which they say something."""
    for part in fields.PARTS:
        for name, field in part.fields.items():
            if field.kind == "part" or part is fields.STUB:
                continue
            if part is not fields.CONTROL:
                yield part, name, None
            for how in HOWS if part is fields.CONTROL else ():
                if how in (field.beside or HOWS) and (name not in HOWS or name == how) and name != "taken-from":
                    yield part, name, how


@pytest.mark.parametrize(
    ("part", "name", "how"),
    list(_cases()),
    ids=lambda value: value.name if isinstance(value, Nested) else value or "",
)
def test_every_field_is_shown_wherever_it_should_be(part: Nested, name: str, how: How | None) -> None:
    """Another value reads otherwise in each format, words stand there as they are, and `optout diff` tells of it."""
    field = part.fields[name]
    beside = {"name": "A way", **_WAYS[how]} if how else {}
    first, second = (
        _entry(part, {**beside, field.attribute or name: _value(field, field.holds, which)}) for which in (0, 1)
    )
    guides = compose(first), compose(second)
    for shown in _SHOWN[field.shown]:
        before, after = map(_FORMATS[shown], guides)
        assert before != after, shown
        if field.kind in _IN_WORDS:
            assert "zephyr" in after.casefold(), shown
    assert compare([first], [second])


def test_every_field_of_a_former_name_shows_in_a_diff() -> None:
    """It has no guide; what leads to another one changes with it."""
    for name, field in fields.STUB.fields.items():
        first, second = (_made(fields.STUB, {name: _value(field, field.holds, which)}, "old") for which in (0, 1))
        assert compare([first], [second]), name
