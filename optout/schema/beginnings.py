"""Texts whose first character means something to YAML: what it takes them for, and how they are written instead."""

import re

from optout.schema.told import Slip, in_quotes
from optout.source.split import SLUG

_SPECIAL = "quotes around a text that begins with a special character"
_CITED = re.compile(rf"(?P<ids>\[{SLUG}\](?: *\[{SLUG}\])*) +(?P<sentence>[^\W\d_].*)")
_BOX = re.compile(r"\[[ xX✓✔-]?\] +(?P<text>\S.*)")
_EMPHASIS = re.compile(r"(\*{1,3})([^*]+)\1")
_BLOCK_SIGN = re.compile(r"([|>][-+0-9]*) +([^\s#].*)")


def begun(number: int, line: str, column: int, goes_on: bool, ids: frozenset[str]) -> Slip | None:
    """What is wrong with how the text at `column` begins; `goes_on` says that there is more of it below.

    `ids` are those of the sources that it may cite.
    """
    before, value = line[:column], line[column:].rstrip()
    if box := _BOX.fullmatch(value):
        message, expected = "a box of a task list stands before this text", "the text without it"
        return Slip(number, column, message, expected, box["text"])
    if (cited := _CITED.fullmatch(value)) and set(re.findall(SLUG, cited["ids"])) <= ids:
        return _cited_first(number, before, value, cited, goes_on)
    if (sign := _BLOCK_SIGN.fullmatch(value)) is not None:
        return _sign_first(number, before, *sign.groups())
    if value in ("-", "?"):
        message, expected = f"`{value}` stands in place of a value", "the field left out if there is nothing to say"
        return Slip(number, column, message, expected, instead=f"{before}''")
    if re.fullmatch(r"(?:[*_]*[^*_>]+[*_]*\s+>\s+)+[*_]*[^*_>]+[*_]*", value) and value[0] == "*":
        message = "asterisks stand around the labels of this path, which readers would see"
        return Slip(number, column, message, "the labels without them", re.sub(r"\*+", "", value))
    if value.startswith("- "):
        return _item_beside(number, before, value)
    if (emphasis := _EMPHASIS.fullmatch(value)) and before.rstrip().endswith(":"):
        message = "asterisks stand around this text, which readers would see"
        return Slip(number, column, message, "the text without them", emphasis[2].strip())
    if value[0] in "%@`*&" or value.startswith(("? ", "! ")):
        message = f"`{value[0]}` begins something else in YAML"
        return Slip(number, column, message, _SPECIAL, instead=before + in_quotes(value))
    return None


def _cited_first(number: int, before: str, value: str, cited: re.Match[str], goes_on: bool) -> Slip:
    """A sentence with its citation in front: where it is one sentence on one line, there is one place for it."""
    message = "a text that begins with a bracket is a list in YAML"
    expected = "the citation at the end of its sentence"
    sentence = cited["sentence"]
    is_one = not goes_on and re.search(r"[.!?]\s|\s#|: |[\]:]$", sentence) is None
    anew = f"{sentence} {cited['ids']}" if is_one else ""
    return Slip(number, len(before), message, expected, anew, instead=before + in_quotes(value))


def _sign_first(number: int, before: str, sign: str, text: str) -> Slip:
    """`> Settings > Privacy`, or a sign for text on the lines below with text beside it."""
    if sign == ">" and " > " in text:
        message, expected = "`>` stands before the first menu", "it between menus only"
    else:
        message = f"after `{sign}` the text begins on the line below, and here it stands beside it"
        expected = f"the text without `{sign}`"
    return Slip(number, len(before), message, expected, text if ": " not in text and " #" not in text else "")


def _item_beside(number: int, before: str, value: str) -> Slip:
    """An item on the line of its field, as in `limits: - No`."""
    deeper = len(before) - len(before.lstrip()) + 2
    message = "the first item of a list stands beside the name of its field"
    expected = f"the dash on the line below, with {deeper} spaces before it; no dash before the only text of a field"
    return Slip(number, len(before), message, expected, instead=f"{before}[{in_quotes(value[2:].strip())}]")
