"""The JSON Schema of a catalog, for editors: made from the tables that the decoder reads by.

Draft 7, the newest that all editors know. An editor reads YAML 1.2: `off` is a text there, 2024 a number. What a schema
sees is the outcome of that reading, so these are the decoder's alone to find:

* whether a text is quoted: an unquoted `no` or `12:30`, text lost behind a `#`, how a number is written (0x7e8);
* a field or an entry that stands twice; anchors, aliases, tags; text outside an entry, an entry on its slug's line;
* the size of an entry; bytes that are not UTF-8; invisible characters in comments, and those beyond U+FFFF;
* joiners and selectors where there is nothing to join or to select;
* letters beyond ASCII in a host, of which a schema takes all signs, and spaces around a quoted region code.

What rules find (unknown citations, order, dates to come) is said of sound entries and is no matter of form.
"""

import json
from collections.abc import Callable
from typing import Any

from optout import regions
from optout.address.systems import SYSTEMS
from optout.model import HOWS, TRAININGS
from optout.schema import paths, values
from optout.schema.build import BESIDE_TAKEN
from optout.schema.fields import CONTROL, PARTS, TRAINING, told
from optout.schema.record import Field, Holds, Items, Named, Nested, Value
from optout.source.split import SLUG

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema of a whole catalog (https://json-schema.org/draft-07)."""
    parts = {part.name: _group(part.fields) | _CONDITIONS.get(part.name, {}) for part in PARTS}
    is_stub: Schema = {"if": {"required": ["now"]}, "then": _part("stub"), "else": _part("platform")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "A catalog of optout, made by `optout schema`",
        "type": ["object", "null"],
        "propertyNames": _SLUG,
        "additionalProperties": {"type": "object", **is_stub},
        "definitions": {**parts, **{reader.__name__: value for reader, value in _values().items()}},
    }


def text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _part(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _group(fields: dict[str, Field]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in fields.items() if field.expected and not field.unless],
        "properties": {name: _described(_holds(field.holds), told(field)) for name, field in fields.items()},
    }


def _described(holds: Schema, description: str) -> Schema:
    """Draft 7 lets nothing stand beside a reference."""
    return {"description": description, **({"allOf": [holds]} if "$ref" in holds else holds)}


def _holds(what: Holds) -> Schema:
    """What can stand in a field; a part is the reference to its definition."""
    match what:
        case Items():
            return {"type": "array", "minItems": 1, "items": _holds(what.item)}
        case Named():
            item = _holds(what.item)
            return {"type": "object", "minProperties": 1, "propertyNames": _SLUG, "additionalProperties": item}
        case Nested():
            return (
                {"anyOf": [_holds(what.fields[what.brief].holds), _part(what.name)]} if what.brief else _part(what.name)
            )
        case Value():
            return _words(what.of.allowed) if isinstance(what.of, values.Word) else _part(what.of.__name__)


def _words(allowed: tuple[str, ...]) -> Schema:
    if allowed == TRAININGS:
        return {"enum": [*allowed], "enumDescriptions": [TRAINING[word] for word in allowed]}
    return {"enum": [*allowed]}


def _text(pattern: str, expected: str) -> Schema:
    return {
        "type": "string",
        "maxLength": values.MAX_TEXT,
        "pattern": f"^{_VISIBLE}{pattern}",
        "patternErrorMessage": f"expected {expected}",
    }


def _line(pattern: str, expected: str) -> Schema:
    """A text in one paragraph; spaces around it are not part of it."""
    return _text(rf"(?=\s*\S[^\n]*(?:\n\s*)?$)\s*(?:{pattern})\s*$", expected)


def _date(pattern: str, expected: str) -> Schema:
    return {"type": "string", "pattern": _exactly(pattern), "patternErrorMessage": f"expected {expected}"}


def _exactly(pattern: str) -> str:
    """Python's `$` also matches before a last line break, that of editors does not."""
    return rf"^(?:{pattern})$(?!\n)"


_SLUG = {"pattern": _exactly(SLUG)}
# What `optout.text` refuses wherever it stands, of the characters that every regular expression can name.
_NEVER_SEEN = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffb"
)
_VISIBLE = rf"(?![\s\S]*(?:[{_NEVER_SEEN}]|\r(?!\n)|##\[))(?!(?:[\s\S]*\n)?\s*::)"
_YEAR = "(?:199[0-9]|20[0-9]{2}|2100)"
_LEAP_YEAR = "(?:199[26]|20(?:[02468][048]|[13579][26]))"
_DAY = (
    f"{_YEAR}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    f"|{_LEAP_YEAR}-02-29"
)
_DATE = f"{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|{_DAY}"
_LABEL = r"[^\x00-,./:-@\[-^`{-\x7f]"
_ADDRESS = rf'https://(?:{_LABEL}+\.)+{_LABEL}+(?::[0-9]+)?(?:[/?#][^\x00-\x20"<>\\^`{{|}}]*)?'
_HINT = r"\((?:\\[()]|[^()>]|(?<!\s)>|>(?!\s))+\)"
_IN_LABEL = r"(?:\\[()]|[^()>]|\((?:\\[()]|[^()>])+\)(?=\s*(?:\\[()]|[^\s()>])))"
_LABEL_ON_SCREEN = rf"(?:\\[()]|[^()>\s]){_IN_LABEL}*"
_STATION = rf"(?:(?:{_LABEL_ON_SCREEN})?{_HINT}|{_LABEL_ON_SCREEN})"
_MENUS = rf"{_STATION}(?:\s+>\s+{_STATION})*"
_QUOTE = rf"\S+(?:\s+\S+){{0,{values.MAX_QUOTE_WORDS - 1}}}"


def _values() -> dict[Callable[..., Any], Schema]:
    """What each reader of a single value takes."""
    year = {"type": "integer", "minimum": 1990, "maximum": 2100}
    return {
        values.line: _line(r"[\s\S]*", "one paragraph of text"),
        values.label: _line(r"[\s\S]*", "one paragraph of text"),
        values.letter: _text(r"[\s\S]*\S", "a text"),
        values.block: _text(r"[\s\S]*\S", "a text"),
        values.file_text: {**_text(r"[\s\S]*\S", "a text"), "maxLength": values.MAX_FILE},
        values.slug: _line(SLUG, "a slug: lower-case letters, digits, hyphens"),
        values.position: {"anyOf": [{"enum": ["on", "off"]}, _part("line")]},
        values.date: {"anyOf": [_date(_DATE, "a date such as 2026-07-23, 2026-07 or 2026"), year]},
        values.day: _date(_DAY, "a full date such as 2026-07-23"),
        values.address: _line(_ADDRESS, "https://, a host and a path"),
        values.setting: {"anyOf": [_part("address"), *(_line(one.pattern, one.example) for one in SYSTEMS)]},
        values.form: {"anyOf": [_part("address"), _line(r"(?![\s\S]*://)[\s\S]*", "an https address, or a label")]},
        values.mailbox: _line(values.MAILBOX, "an address such as privacy@example.com"),
        values.domain: _line(values.DOMAIN, "a domain such as example.com"),
        values.app: _line(values.APP, "the id of an app such as com.example.android"),
        values.region: {
            "enum": [*regions.GROUPS, *regions.codes()],
            "errorMessage": "expected a code such as DE, US-CA or EU",
        },
        paths.menus: _line(_MENUS, "labels with ' > ' between them, hints in round brackets"),
        values.language: _line(values.LANGUAGE, "a tag such as de or pt-br"),
        values.quote: _line(_QUOTE, f"at most {values.MAX_QUOTE_WORDS} words"),
    }


# What no table says: fields that exclude or need each other.
_ONE_AUDIENCE: Schema = {
    "dependencies": {
        kind: {
            "properties": {f"{kind}-except": False},
            "errorMessage": f"either `{kind}` or `{kind}-except`: exceptions alone mean everybody else",
        }
        for kind in ("regions", "plans")
    }
}
_LABELLED = {
    "pattern": r"^(?!(?:[\s\S]*\s>)?\s*\([^()]*\)\s*$)",
    "patternErrorMessage": "expected a `name` beside it, as its last station has no label",
}
_TAKEN = {"required": ["taken-from", "name"]}
_SWITCH = {"required": ["path", "set"]}  # its label is the last station of the path


def _alone(how: str) -> Schema:
    """No other way to refuse beside this one, and nothing that says nothing beside it."""
    fields = CONTROL.fields.items()
    misplaced = [name for name, field in fields if name in HOWS or (field.beside and how not in field.beside)]
    message = f"`{how}` is the way to refuse here: no other stands beside it, and nothing that only others need"
    return {"properties": {name: False for name in misplaced if name != how}, "errorMessage": message}


_CONDITIONS: dict[str, Schema] = {
    "lookalike": _ONE_AUDIENCE,
    "difference": _ONE_AUDIENCE,
    "control": {
        "dependencies": {how: _alone(how) for how in HOWS}
        | {
            "steps": {
                "properties": {"then": False, "choose": False},
                "errorMessage": "`steps` are all there is to do: what to choose is said among them",
            },
            "taken-from": {
                "properties": {name: False for name in CONTROL.fields if name not in BESIDE_TAKEN},
                "errorMessage": "beside `taken-from` stand `name` and how the way belongs to others",
            },
        },
        "if": _SWITCH,
        "then": _alone("switch"),
        "allOf": [
            {"dependencies": {"switch": ["set"]}},
            {"anyOf": [{"required": ["evidence"]}, _TAKEN]},
            {"anyOf": [*({"required": [how]} for how in HOWS), _SWITCH, _TAKEN]},
            {
                "anyOf": [
                    {"required": ["name"]},
                    {"required": ["switch"]},
                    {**_SWITCH, "properties": {"path": _LABELLED}},
                ]
            },
            _ONE_AUDIENCE,
        ],
    },
}
