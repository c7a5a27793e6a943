"""Lists as people write them who do not know how YAML has them: words side by side, braces, brackets twice."""

import re
from collections.abc import Callable
from typing import Any

from optout.address import signs
from optout.schema import meant, values
from optout.source.node import Mapping, Node, Scalar, Sequence

ReadValue = Callable[[Node, values.Report], Any]
_FILLERS = ("only", "just", "the")  # which change nothing about a list of regions or devices


def _in_braces(node: Mapping) -> list[str]:
    """The words of `{web, ios}`."""
    is_list = node.flow and all(isinstance(value, Scalar) and not value.text for _, value in node.pairs)
    return [key.text for key, _ in node.pairs] if is_list else []


def in_two_brackets(node: Sequence) -> str:
    """How `[[help]]` is written; empty for any other list."""
    inner = node.items[0] if node.flow and len(node.items) == 1 else None
    if not isinstance(inner, Sequence) or not inner.flow:
        return ""
    words = [item.text for item in inner.items if isinstance(item, Scalar)]
    return f"[{', '.join(words)}]" if len(words) == len(inner.items) else ""


def several(item: Node, reader: ReadValue) -> list[str]:
    """The items that stand in one, with the wrong sign between them: words known each, and not as one."""
    text = signs.plain(item.text) if isinstance(item, Scalar) and item.plain else ""
    named = [values.as_item(word, reader) for word in _words(text)]
    return named if len(named) > 1 and all(named) and not values.as_item(text, reader) else []


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;/&+|]+|\b(?:and|or)\b", text) if word]


def as_list(node: Node, reader: ReadValue | None) -> tuple[str, str]:
    """How a list is written, and this one where it is a word or several with commas between, or all of them known."""
    if isinstance(node, Mapping) and (words := _in_braces(node)):
        return "a list, in square brackets", f"[{', '.join(words)}]"
    if isinstance(node, Mapping):
        first = node.pairs[0][0].text if node.pairs else "name"
        return f"a list: a dash before the first field of each item, as in `- {first}: `", ""
    text = signs.plain(node.text).strip("[]") if isinstance(node, Scalar) else ""
    is_quoted = isinstance(node, Scalar) and not node.plain and node.text.startswith("[")
    if not text:
        return "a list, in square brackets or with a dash before each item, or the field left out", ""
    if isinstance(node, Scalar) and (sign := meant.bullet(node.text.strip("[]"))):
        return f"a list: a dash, a space and an item on each line, in place of `{sign}`", ""
    named = [values.as_item(word, reader) for word in _words(text) if word.lower() not in _FILLERS]
    if not all(named):
        words = [word.strip() for word in text.split(",")]
        named = [values.as_item(word, reader) or word for word in words]
    is_short = all(re.fullmatch(r"[\w.-]+", word) for word in named)
    expected = "a list, in square brackets or with a dash before each item"
    expected = "the list without quotes around it" if is_quoted else expected
    return expected, f"[{', '.join(named)}]" if is_short else ""
