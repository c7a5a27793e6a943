"""Signs of YAML on one line, as a beginner mistypes them, put right: what may be tried with a line that is not read."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from optout.schema.fields import field_names


class Anew(NamedTuple):
    """A line anew: from which column on, why, what was expected there."""

    column: int
    message: str
    expected: str
    line: str


NO_DASH_BEFORE = "there is no dash before this item"


def on_line(line: str, names: frozenset[str]) -> Iterator[Anew]:
    """The line with each of its signs put right in turn; `names` are those of the entry's own sources."""
    begun = re.match(r" *((?:- +)*)", line)
    assert begun
    for kind in (_named, _dashed, _ended, _block, _valued):
        for one in kind(line, begun.end(), names):
            if one.line != line:
                yield one


@cache
def _patterns(names: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    name = f"(?P<name>{'|'.join(map(re.escape, sorted(names | field_names(), key=len, reverse=True)))})"
    return (
        re.compile(
            rf"{name}(?P<sign>\s*[;=\uff1a\ufe55\ufe13\u2236\ua789]+:?\s*|\s*:\s*[:;,]+\s*|\s*:(?=\S)|\s+:\s*|\s+|$)(?P<value>.*)"
        ),
        re.compile(rf"{name}(?P<sign>)(?P<value>\S.*)"),
        re.compile(rf"(?P<mark>[*_`\"'+>|\u2022]+ *){name}[*_`\"']*\s*:[*_`\"']*\s*(?P<value>.*)"),
    )


def _named(line: str, column: int, names: frozenset[str]) -> Iterator[Anew]:
    """A field of which the colon is lost, doubled or another sign, or with marks around its name."""
    before, text = line[:column], line[column:]
    loose, glued, marked = _patterns(names)
    for pattern in (loose, glued):
        if found := pattern.match(text):
            name, sign, value = found["name"], found["sign"].strip(), found["value"].strip()
            if not (sign == "" and found["sign"] == "" and re.match(r"[\w-]*\s*:(\s|$)", value)):
                yield Anew(
                    column,
                    _colon(name, sign, value),
                    "a colon and a space" if value else "a colon",
                    f"{before}{name}: {value}".rstrip(),
                )
    if re.fullmatch(r"[\w-]{2,}", text.rstrip()):
        for whole in sorted(name for name in names | field_names() if name.startswith(text.rstrip())):
            if whole != text.rstrip():
                yield Anew(column, f"`{text.rstrip()}` is the beginning of a field", f"`{whole}:`", f"{before}{whole}:")
    if found := marked.match(text):
        mark = "a backtick" if "`" in found["mark"] else f"`{found['mark'].strip()}`"
        yield Anew(
            column,
            f"{mark} stands before the name of a field",
            "the name alone",
            f"{before}{found['name']}: {found['value']}".rstrip(),
        )


def _colon(name: str, sign: str, value: str) -> str:
    if not sign:
        return f"there is no colon after `{name}`"
    if sign == ":":
        return f"there is no space after the colon of `{name}`"
    if sign[0] == ":":
        return f"`{sign}` stands after `{name}`"
    return f"`{sign}` stands after `{name}` in place of a colon"


def _dashed(line: str, column: int, names: frozenset[str]) -> Iterator[Anew]:
    """An item without its dash or without the space after it, and what has a dash and is none."""
    lead = len(line) - len(line.lstrip(" "))
    text = line[lead:]
    if stuck := re.match(r"[-*+\u2022\u2013\u2014] *(?=[^\s-])", text):
        right = text[stuck.end() :]
        sign = stuck[0].strip()
        if stuck[0] == "-":
            yield Anew(lead, "there is no space after the dash", "one space", f"{line[:lead]}- {right}")
        elif sign != "-":
            yield Anew(lead, f"`{sign}` is no dash of a list", "a dash and a space", f"{line[:lead]}- {right}")
        is_field = re.match(r"([\w-]+):(?: |$)", right)
        if is_field:
            what = f"`{is_field[1]}`"
            message = f"a dash stands before {what}" if sign == "-" else f"`{sign}` stands before {what}"
            for deep in (lead, lead + 2):
                yield Anew(
                    lead,
                    message,
                    "the field without it" + f", with {deep} spaces before it" * (deep > lead),
                    line[:lead] + " " * (deep - lead) + right,
                )
    if column == lead:
        for deep in (lead, lead - 2, lead - 1):
            if deep >= 2:
                place = f", with {deep} spaces before the dash" if deep != lead else ""
                yield Anew(0, NO_DASH_BEFORE, f"a dash and a space{place}", f"{' ' * deep}- {text}")


def _ended(line: str, column: int, names: frozenset[str]) -> Iterator[Anew]:
    """A sign after the end of a line."""
    text = line.rstrip()
    for sign in (r"(?<=[^,;])[,;]+$", r"(?<=[^:]):+$"):
        if found := re.search(sign, text):
            what = "a comma" if found[0] == "," else f"`{found[0]}`"
            yield Anew(found.start(), f"{what} stands at the end of this line", "nothing there", text[: found.start()])


def _block(line: str, column: int, names: frozenset[str]) -> Iterator[Anew]:
    """What was to say that the text begins on the next line."""
    found = re.search(r"(?:: |- )\s*(?P<sign>[|>-][-+|>,; ]*)$", line.rstrip())
    if found:
        at = found.start("sign")
        for right in ("|", "|-") if "|" in found["sign"] else (">-",):
            message = f"`{found['sign']}` is none of the signs for a text on the lines below"
            yield Anew(at, message, f"`{right}`", line[:at] + right)


def _valued(line: str, column: int, names: frozenset[str]) -> Iterator[Anew]:
    """A value with a bracket, a quote or a comma too many or too few."""
    found = re.match(r" *(?:- +)*(?:[\w-]+: +)?", line)
    assert found
    at, value = found.end(), line[found.end() :].rstrip()
    if not value:
        return
    before = line[:at]
    if value[0] in "[{" and value[-1] in "]}" and len(value) > 2:
        yield from _in_brackets(at, before, value)
        yield Anew(at, "brackets stand around this text", "it without them", before + value[1:-1].strip())
    elif value[0] in "[{":
        for closing in ("]", "}", "]}"):
            yield Anew(
                at,
                f"the list that begins here has no closing {closing[-1]}",
                f"{closing} at its end",
                before + value.rstrip(",;") + closing,
            )
        yield from _in_brackets(at, before, value)
    elif value[-1] in "]}":
        opening = "[" if value[-1] == "]" else "{"
        yield Anew(
            at, f"the list that ends here has no opening {opening}", f"{opening} before it", before + opening + value
        )
    if value[0] in "\"'" and "," in value:
        message = "several texts stand here, with commas between them"
        yield Anew(at, message, "square brackets around a list", f"{before}[{value}]")
    if value[0] in "\"'" and value.count(value[0]) == 1:
        yield Anew(
            at,
            f"the text that begins here has no closing {value[0]}",
            f"{value[0]} at its end",
            before + value + value[0],
        )
        yield Anew(
            at, f"{value[0]} stands before this text, and none after it", "it without quotes", before + value[1:]
        )
    if value[-1] in "\"'" and value.count(value[-1]) == 1:
        yield Anew(
            at, f"{value[-1]} stands after this text, and none before it", "both, or none", before + value[-1] + value
        )


def _in_brackets(at: int, before: str, value: str) -> Iterator[Anew]:
    """A list, or a group of fields, on one line."""
    message, expected = "this list has a sign too many", "one pair of brackets, one comma between two items"
    for sign in ("[", "]", "{", "}", ",", '"', "'"):
        for doubled in re.finditer(rf"{re.escape(sign)}\s*(?={re.escape(sign)})", value):
            yield Anew(at, message, expected, before + value[: doubled.start()] + value[doubled.end() :])
    if re.search(r"[\"'](?= +[^\s,\]}])", value):
        right = re.sub(r"([\"'])(?= +[\w\"'])", r"\1,", value)
        yield Anew(at, "a comma is missing in this list", "a comma between two items", before + right)
    if value[0] == "{" and re.search(r"[^\s,{] +[\w-]+: ", value):
        right = re.sub(r"(?<=[^\s,{:])(?: and)? +(?=[\w-]+: )", ", ", value)
        yield Anew(at, "a comma is missing between two of these fields", "a comma between two fields", before + right)
    if value.endswith("]}") and "[" not in value:
        right = re.sub(r"(?<=: )(?=[^:]*\]\}$)", "[", value)
        yield Anew(at, "the list that ends here has no opening [", "[ before it", before + right)
    if value[0] == "[" and re.search(r":(?= )", value):
        yield Anew(at, "a colon stands in this list", "it without a colon", before + re.sub(r":(?= )", "", value))
    if ";" in value:
        yield Anew(
            at,
            "`;` stands between the items of this list",
            "a comma between two items",
            before + value.replace(";", ","),
        )
    if field := re.search(r"([\w-]+) *(=|:(?=\S)|;|(?= [\[{])) *", value):
        right = re.sub(r"([{,] *[\w-]+) *(?:[=;]|:(?=\S)|(?= [\[{])) *", r"\1: ", value)
        yield Anew(
            at, f"there is no colon with a space after it behind `{field[1]}`", "a colon and a space", before + right
        )
    other = {"]": "}", "}": "]", ")": "]"}
    if value[-1] in other:
        right = value[:-1] + other[value[-1]]
        yield Anew(
            at + len(value) - 1,
            f"`{value[-1]}` stands where {right[-1]} is to close the list",
            f"{right[-1]} in its place",
            before + right,
        )
        yield Anew(
            at,
            f"the list that begins here has no closing {right[-1]}",
            f"{right[-1]} at its end",
            before + value + other[value[-1]],
        )
    for quote in re.finditer(r"[\"']", value):
        right = value[: quote.start()] + value[quote.end() :]
        if right.count(quote[0]) % 2 == 0:
            yield Anew(at, f"a {quote[0]} stands in this list, and no second one", "both, or none", before + right)
