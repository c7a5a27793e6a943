"""Writing entries as people do: words as they are where YAML takes them for a text, quotes where it does not.

There are no rules of quoting here: what is written is read again, and quoted if that gives anything else.
"""

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap

from optout.problem import Problem
from optout.source import node, nodes
from optout.source.escapes import escape
from optout.source.style import is_like_a_slip

WIDTH = 120

Data = str | Sequence["Data"] | Mapping[str, "Data"]


def entry(slug: str, fields: Mapping[str, Data]) -> str:
    """An entry of these fields, in their order; those that are empty are left out."""
    return "".join(f"{line}\n" for line in (f"{slug}:", *_group(fields, "  ")))


def _group(fields: Mapping[str, Data], indent: str) -> list[str]:
    return [line for name, data in fields.items() if data for line in _field(name, data, indent)]


def _field(name: str, data: Data, indent: str) -> list[str]:
    if isinstance(data, str):
        return _text(name, data, indent)
    if isinstance(data, Mapping):
        return [f"{indent}{name}:", *_group(data, f"{indent}  ")]
    words = [_quoted(item, "x: [{}]") for item in data if isinstance(item, str)]
    short = f"{indent}{name}: [{', '.join(words)}]"
    if len(words) == len(data) and len(short) <= WIDTH:
        return [short]
    return [f"{indent}{name}:", *(line for item in data for line in _item(item, indent))]


def _item(item: Data, indent: str) -> list[str]:
    if isinstance(item, str):
        words = _quoted(item, "x:\n- {}")
        return [f"{indent}  - {words}"]
    assert isinstance(item, Mapping)
    first, *rest = _group(item, f"{indent}    ")
    return [f"{indent}  - {first.lstrip()}", *rest]


def _text(name: str, text: str, indent: str) -> list[str]:
    """A text on one line, or, where that would be too long, folded into several."""
    if name == "checked" or (name == "set" and text in ("on", "off")):
        return [f"{indent}{name}: {text}"]
    line = f"{indent}{name}: {_quoted(text, 'x: {}')}"
    if len(line) <= WIDTH:
        return [line]
    inner = f"{indent}  "
    parts = wrap(text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    folded = [f"{indent}{name}: >-", *(f"{inner}{part}" for part in parts)]
    return folded if _reads("\n".join(folded), text) and not escape(text) else [line]


def _quoted(text: str, where: str) -> str:
    """The text as it can stand `where`: after a field's name, or in a list."""
    if _reads(where.format(text), text) and not is_like_a_slip(text):
        return text
    return f"'{text}'" if text.isalnum() else json.dumps(text, ensure_ascii=False)


def _reads(written: str, text: str) -> bool:
    """Whether what is written is read as this text, by us and by everybody else."""
    problems: list[Problem] = []
    read = nodes.parse(f"{written}\n".encode(), "", 1, problems)
    value = read.pairs[0][1] if isinstance(read, node.Mapping) and len(read.pairs) == 1 else None
    if isinstance(value, node.Sequence) and len(value.items) == 1:
        value = value.items[0]
    return isinstance(value, node.Scalar) and not problems and value.text == text and not nodes.is_ambiguous(value)
