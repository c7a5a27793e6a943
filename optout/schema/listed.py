"""Lists as people write them who do not know how YAML has them: words side by side, braces, brackets twice."""

import re
from collections.abc import Callable, Container, Iterable
from typing import Any

from optout.address import signs
from optout.schema import left_out, meant, values
from optout.source.node import Mapping, Node, Scalar, Sequence

_LABEL = r"(?!.* (?:and|or) )[\w.+&'-]+(?: [\w.+&'-]+){0,3}"  # a few words without a stop, as names are
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
    if not values.has_words(reader):
        return []
    text = signs.plain(item.text) if isinstance(item, Scalar) and item.plain else ""
    named = [values.as_item(word, reader) for word in _words(text)]
    return named if len(named) > 1 and all(named) and not values.as_item(text, reader) else []


def _inside(text: str) -> str:
    """What stands in brackets of any kind, or in those of a call such as `list(web, ios)`."""
    return re.sub(r"^(?:list|set|array)?[(\[<{]+|[)\]>}]+$", "", text, flags=re.IGNORECASE) if text else ""


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;/&+|]+|\b(?:and|or)\b", text) if word]


def as_items(node: Mapping, known: Container[str], brief: str) -> tuple[Sequence, str] | None:
    """The list that was meant by a group under names of its own, or by the fields of one item, and how to write it.

    `known` are the fields of an item, none if it is a single value, and `brief` is the one whose value can stand for
    all. None where something else was meant, such as words in braces.
    """
    keys = [key for key, _ in node.pairs]
    if node.flow or not keys:
        return None
    first = keys[0].text
    if all(key.text in known for key in keys):
        expected = f"a list: a dash and a space before `{first}`, and the other fields of the item right under it"
        return _sequence(node, [node]), expected
    if any(key.text in known for key in keys):
        return None
    if all(isinstance(value, Mapping) for _, value in node.pairs) and known:
        is_name = "name" in known and not first.isdigit()
        items = [_under_name(key, value) if is_name else value for key, value in node.pairs]
        instead = f"`- name: {first}`" if is_name else "a dash before the first field of each item"
        return _sequence(node, items), f"a list: {instead} in place of `{first}:`"
    if not all(isinstance(value, Scalar) for _, value in node.pairs) or (known and not brief):
        return None
    if not any(value.text for _, value in node.pairs if isinstance(value, Scalar)):
        return _sequence(node, keys), f"a list: a dash before each item, as in `- {first}`"
    if "date" in known and re.fullmatch(r"\d{4}(-\d\d){0,2}", first):
        dated = [_on_day(key, value) for key, value in node.pairs]
        return _sequence(node, dated), f"a list: `- date: {first}`, and on a line below it `text: ` with what happened"
    return _sequence(node, [value for _, value in node.pairs]), f"a list: a dash in place of `{first}:`"


def _sequence(node: Mapping, items: Iterable[Node]) -> Sequence:
    return Sequence(tuple(items), node.place, node.end, False)


def _on_day(key: Scalar, value: Node) -> Mapping:
    pairs = ((key._replace(text="date"), key), (key._replace(text="text"), value))
    return Mapping(pairs, key.place, value.end, False)


def _under_name(key: Scalar, value: Node) -> Node:
    """The fields of an item with its name, which stood as a field above them."""
    if not isinstance(value, Mapping) or any(one.text == "name" for one, _ in value.pairs):
        return value
    return value._replace(pairs=((key._replace(text="name"), key), *value.pairs))


def is_nothing(node: Scalar) -> bool:
    """Whether it only holds the place of a list: a truth value, a number, nothing, or a word such as TODO."""
    from optout.source.nodes import is_ambiguous

    return is_ambiguous(node) or meant.unwritten(node.text)


def as_list(node: Node, reader: ReadValue | None, is_below: bool = False) -> tuple[str, str]:
    """How a list is written, and this one where it is a word or several with commas between, or all of them known.

    `is_below` says that it begins on a line of its own, below the name of its field.
    """
    if isinstance(node, Mapping) and (words := _in_braces(node)):
        return "a list, in square brackets", f"[{', '.join(words)}]"
    if not isinstance(node, Scalar):
        first = node.pairs[0][0].text if isinstance(node, Mapping) and node.pairs else "name"
        return f"a list: a dash before the first field of each item, as in `- {first}: `", ""
    text = _inside(signs.plain(node.text))
    if reader is values.region and any(said := left_out.in_words(text)):
        expected, codes = said
        return expected, f"[{codes}]" * bool(codes)
    is_quoted = not node.plain and node.text.startswith("[")
    if not text:
        return "a list, in square brackets or with a dash before each item, or the field left out", ""
    is_block = node.style in ("|", ">")
    sign = meant.bullet(_inside(node.text))
    if sign or is_block:
        expected = "a list: a dash, a space and an item on each line" + f", in place of `{sign}`" * bool(sign)
        return expected + f", and no `{node.style}` after the colon" * is_block, ""
    named = [values.as_item(word, reader) for word in _words(text) if word.lower() not in _FILLERS]
    if not all(named):
        words = [word.strip() for word in text.split(",")]
        named = [values.as_item(word, reader) or word for word in words]
    if not all(values.as_item(word, reader) for word in named) and is_nothing(node):
        return "a list, in square brackets or with a dash before each item, or the field left out", ""
    is_short = all(re.fullmatch(_LABEL, word) for word in named)
    if is_below and not is_short and node.plain and node.end[0] == node.place.line:
        text = node.text.removeprefix("-").lstrip()
        return "a list: a dash and a space before each item, also before the only one", f"- {text}"
    expected = "a list, in square brackets or with a dash before each item"
    expected = "the list without quotes around it" if is_quoted else expected
    return expected, f"[{', '.join(named)}]" if is_short else ""
