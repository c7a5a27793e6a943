"""Every single edit that a beginner makes by mistake, at every place of a sound catalog."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Mistake(NamedTuple):
    """A sound text with one mistake in it: its kind, the first and last line that were touched, and the text."""

    kind: str
    line: int
    last: int
    text: str


def mistakes(text: str) -> Iterator[Mistake]:
    """All of them, in the order of the lines."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            for kind, count, new in _of_line(lines, at):
                if new != lines[at : at + count]:
                    whole = "\n".join((*lines[:at], *new, *lines[at + count :]))
                    yield Mistake(kind, at + 1, at + max(1, len(new), count), whole)


_Edit = tuple[str, int, list[str]]  # the kind, how many lines are replaced, and by which


def _of_line(lines: list[str], at: int) -> Iterator[_Edit]:
    line = lines[at]
    yield from _moved(lines, at)
    for kind, new in (*_indented(line), *_of_signs(line), *_of_value(line), *_of_key(line)):
        yield kind, 1, [new]
    yield from _broken(line)
    yield from _of_group(lines, at)


def _moved(lines: list[str], at: int) -> Iterator[_Edit]:
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    yield "line deleted", 1, []
    yield "line twice", 1, [line, line]
    if below.strip():
        yield "lines joined with a space", 2, [f"{line} {below.lstrip()}"]
        yield "lines joined without a space", 2, [line + below.lstrip()]
        yield "lines swapped", 2, [below, line]


def _indented(line: str) -> Iterator[tuple[str, str]]:
    text = line.lstrip(" ")
    deep = len(line) - len(text)
    yield "indent +1", f" {line}"
    yield "indent +2", f"  {line}"
    if deep:
        yield "indent -1", line[1:]
        yield "indent -2", line[2:]
        yield "indent 0", text
        yield "a tab for the indent", f"\t{text}"
        yield "a tab for two spaces", f"{line[2:deep]}\t{text}"


def _broken(line: str) -> Iterator[_Edit]:
    text = line.lstrip(" ")
    deep = len(line) - len(text)
    spaces = [found.start() for found in re.finditer(r"(?<=[^\s-]) (?=\S)", line) if found.start() > deep + 1]
    for name, space in zip(
        ("first", "middle"), dict.fromkeys(spaces[:1] + spaces[len(spaces) // 2 :][:1]), strict=False
    ):
        before, after = line[:space], line[space + 1 :]
        yield f"broken at the {name} space, flush", 1, [before, after]
        yield f"broken at the {name} space, aligned", 1, [before, " " * deep + after]
        yield f"broken at the {name} space, deeper", 1, [before, " " * (deep + 2) + after]
    half = deep + len(text) // 2
    yield "last half lost", 1, [line[:half].rstrip()]


def _of_signs(line: str) -> Iterator[tuple[str, str]]:
    deep = len(line) - len(line.lstrip())
    for found in re.finditer(r"[\[\]{},'\"|>()#]|: |:$|- ", line):
        sign = found[0].strip()
        if sign == "-" and found.start() != deep:
            continue
        before, after = line[: found.start()], line[found.end() :]
        space = found[0][len(sign) :]
        yield f"`{sign}` lost", before + space + after
        yield f"`{sign}` twice", before + sign * 2 + space + after
        if space:
            yield f"no space after `{sign}`", before + sign + after
            yield f"two spaces after `{sign}`", f"{before}{sign}  {after}"
        if sign == ":":
            yield f"`{sign}` and its space lost", before + after
            yield "`;` for `:`", f"{before};{space}{after}"
            yield "`=` for `:`", f"{before}={space}{after}"
            yield "a space before `:`", f"{before} :{space}{after}"
        other = {
            "[": "(",
            "]": ")",
            "(": "[",
            ")": "]",
            "{": "[",
            "}": "]",
            ",": ";",
            "-": "*",
            "'": '"',
            '"': "'",
        }.get(sign)
        if other:
            yield f"`{other}` for `{sign}`", before + other + space + after
        if sign in ("'", '"'):
            yield f"a curly quote for `{sign}`", f"{before}\u201d{after}"
    yield "a comma at the end", f"{line},"
    yield "a semicolon at the end", f"{line};"


_FIELD = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[\w-]+)(?P<colon>: *)(?P<value>.*)")
_ITEM = re.compile(r"(?P<lead> *)(?P<key>)(?P<colon>- )(?P<value>.*)")


def _parts(line: str) -> tuple[str, str, str, str] | None:
    found = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    return (found["lead"], found["key"], found["colon"], found["value"]) if found else None


def _of_key(line: str) -> Iterator[tuple[str, str]]:
    parts = _parts(line)
    if not parts or not parts[1]:
        return
    lead, key, colon, value = parts
    rest = colon + value
    for kind, other in (
        ("a letter of the name lost", key[:1] + key[2:]),
        ("the last letter of the name lost", key[:-1]),
        ("two letters of the name swapped", key[:1] + key[2:3] + key[1:2] + key[3:]),
        ("a letter of the name twice", key[:2] + key[1:]),
        ("the name with a capital", key.capitalize()),
        ("the name in capitals", key.upper()),
        ("an s more or less", key.removesuffix("s") if key.endswith("s") else f"{key}s"),
        ("the name with an underscore", key.replace("-", "_")),
        ("the name with a space", key.replace("-", " ")),
        ("the name in quotes", f'"{key}"'),
        ("the name in bold", f"**{key}**"),
        ("another name", "info"),
    ):
        if other and other != key:
            yield kind, lead + other + rest
    if not lead.endswith("- "):
        yield "a dash before the field", f"{lead}- {key}{rest}"
        yield "an asterisk before the field", f"{lead}* {key}{rest}"


_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTHS = tuple(month_name)[1:]


def _of_value(line: str) -> Iterator[tuple[str, str]]:
    parts = _parts(line)
    if not parts:
        return
    head, value = line[: len(line) - len(parts[3])], parts[3]
    if not value or re.fullmatch(r"[|>][-+]?", value):
        return
    values: list[tuple[str, str]] = [
        ("a quote only before", f'"{value}'),
        ("a quote only after", f'{value}"'),
        ("a single quote only before", f"'{value}"),
        ("double quotes around", f'"{value}"'),
        ("single quotes around", f"'{value}'"),
        ("curly quotes around", f"\u201c{value}\u201d"),
        ("backticks around", f"`{value}`"),
        ("stars around", f"**{value}**"),
        ("empty", ""),
        ("null", "null"),
        ("yes", "yes"),
        ("a number", "12"),
        ("to do", "TODO"),
        ("a question mark", "?"),
        ("no-break spaces", value.replace(" ", "\u00a0", 1)),
        ("a comment after", f"{value} # checked"),
        ("a comment stuck to it", f"{value} #checked"),
        ("a colon in it", value.replace(" ", ": ", 1)),
        ("a colon at its end", f"{value}:"),
        ("a dash before", f"- {value}"),
    ]
    if value[0] in "[{":
        values += [
            ("no brackets", value[1:-1]),
            ("two pairs of brackets", f"[{value}]"),
            ("spaces for commas", value.replace(",", "")),
            ("semicolons for commas", value.replace(",", ";")),
            ("and for a comma", value.replace(",", " and", 1)),
            ("empty brackets", value[0] + value[-1]),
            ("the list in quotes", f'"{value[1:-1]}"'),
        ]
    else:
        values += [("in square brackets", f"[{value}]"), ("in curly brackets", f"{{{value}}}")]
        values += [("an @ before", f"@{value}"), ("an ampersand before", f"& {value}"), ("a star before", f"*{value}")]
    if dated := _DATE.fullmatch(value):
        year, month, day = dated.groups()
        values += [
            ("date 1.2.3", f"{day}.{month}.{year}"),
            ("date 1/2/3", f"{month}/{day}/{year}"),
            ("date y/m/d", f"{year}/{month}/{day}"),
            ("date words", f"{int(day)} {_MONTHS[int(month) - 1]} {year}"),
            ("date American words", f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"),
            ("date of short parts", f"{year}-{int(month)}-{int(day)}"),
            ("date without hyphens", year + month + day),
            ("date with time", f"{value}T10:00:00Z"),
            ("date of no such day", f"{year}-{month}-32"),
            ("date of no such month", f"{year}-13-{day}"),
            ("date with a short year", f"{year[2:]}-{month}-{day}"),
            ("date with another dash", value.replace("-", "\u2013")),
            ("date today", "today"),
        ]
    if value.startswith("https://"):
        values += [
            ("address without scheme", value.removeprefix("https://")),
            ("address by http", value.replace("https", "http", 1)),
            ("address with a space in it", value.replace("/", "/ ", 3).replace("/ ", "/", 2)),
            ("address without a slash", value.replace("//", "/", 1)),
            ("address without a colon", value.replace(":", "", 1)),
            ("address misspelt", value.replace("https", "htps", 1)),
            ("address in angle brackets", f"<{value}>"),
            ("address as a link", f"[page]({value})"),
            ("address with tracking", f"{value}?utm_source=x"),
            ("address with a full stop", f"{value}."),
            ("address twice", f"{value} {value}"),
        ]
    if "@" in value and " " not in value:
        values += [
            ("mailto before", f"mailto:{value}"),
            ("mail (at)", value.replace("@", "(at)")),
            ("mail at", value.replace("@", " at ")),
            ("mail without @", value.replace("@", "")),
            ("mail in angle brackets", f"<{value}>"),
            ("mail with a space", value.replace("@", "@ ")),
        ]
    if re.fullmatch(r"[a-z][a-z-]+", value):
        values += [
            ("a letter of the word lost", value[:1] + value[2:]),
            ("two letters of the word swapped", value[:1] + value[2:3] + value[1:2] + value[3:]),
            ("the word with a capital", value.capitalize()),
            ("the word in capitals", value.upper()),
            ("the word with a space", value.replace("-", " ")),
            ("the word with an underscore", value.replace("-", "_")),
            ("the hyphen lost", value.replace("-", "")),
            ("another hyphen", value.replace("-", "\u2011")),
            ("another word", "maybe"),
            ("two words", f"{value}, other"),
        ]
    if value[0] == "[" and parts[1]:
        first = re.match(r"\[([^\],]+)", value)
        if first:
            word, rest = first[1], value[first.end() :]
            values += [
                ("a letter of the first item lost", f"[{word[:1]}{word[2:]}{rest}"),
                ("the first item in capitals", f"[{word.upper()}{rest}"),
                ("the first item in small letters", f"[{word.lower()}{rest}"),
                ("the first item in quotes", f'["{word}"{rest}'),
                ("the first item with an open quote", f'["{word}{rest}'),
                ("the first item twice", f"[{word}, {word}{rest}"),
                ("a comma at the end of the list", f"{value[:-1]},]"),
                ("a space before the list's end", f"{value[:-1]} ]"),
            ]
    if re.fullmatch(r"\[[A-Z]{2}\]|[A-Z]{2}", value):
        code = value.strip("[]")
        names = {"US": ("USA", "United States", "America"), "SG": ("SGP", "Singapore", "singapore")}
        values += [("region by name", value.replace(code, name)) for name in names.get(code, ())]
        values += [("region in small letters", value.lower())]
    if cited := list(re.finditer(r"\[([a-z0-9-]+)\]$", value)):
        name, before = cited[0][1], value[: cited[0].start()]
        values += [
            ("no citation", before.rstrip()),
            ("citation misspelt", f"{before}[{name[:-1]}]"),
            ("citation with a capital", f"{before}[{name.capitalize()}]"),
            ("citation in round brackets", f"{before}({name})"),
            ("citation without brackets", f"{before}{name}"),
            ("citation before the full stop", f"{before.rstrip().rstrip('.')} [{name}]."),
            ("citation with spaces", f"{before}[ {name} ]"),
            ("citation with two brackets", f"{before}[[{name}]]"),
            ("citation stuck to it", f"{before.rstrip()}[{name}]"),
            ("citation with a comma", f"{before}[{name}, help]"),
            ("citation as an address", f"{before}[https://example.com/{name}]"),
        ]
    for kind, new in values:
        yield f"value: {kind}", (head + new).rstrip() if not new else head + new
    if parts[1] and value[0] not in "[{|>\"'":
        indent = " " * (len(parts[0]) + 2)
        yield "value: a list below", f"{head.rstrip()}\n{indent}- {value}"
        yield "value: on the next line", f"{head.rstrip()}\n{value}"
        yield "value: after >-, not deeper", f"{head}>-\n{indent[2:]}{value}"
        yield "value: after |", f"{head}|\n{indent}{value}"


def _of_group(lines: list[str], at: int) -> Iterator[_Edit]:
    """Edits of a field with all that is below it: what is moved or pasted as a whole."""
    line = lines[at]
    deep = len(line) - len(line.lstrip())
    last = at + 1
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > deep):
        last += 1
    while not lines[last - 1].strip():
        last -= 1
    block = lines[at:last]
    if len(block) == 1:
        return
    yield "group deleted", len(block), []
    yield "group indented by 1", len(block), [f" {one}" if one else one for one in block]
    yield "group indented by 2", len(block), [f"  {one}" if one else one for one in block]
    yield "lines below indented by 1", len(block), [line, *(f" {one}" if one else one for one in block[1:])]
    yield "lines below indented by 2", len(block), [line, *(f"  {one}" if one else one for one in block[1:])]
    if deep >= 2:
        yield "group 2 to the left", len(block), [one[2:] for one in block]
        yield "group by tabs", len(block), ["\t" + one.lstrip() for one in block]
    yield "lines below 1 to the left", len(block), [line, *(one[1:] for one in block[1:])]
    yield "lines below 2 to the left", len(block), [line, *(one[2:] for one in block[1:])]
    yield "group twice", len(block), [*block, *block]


def sample(text: str, count: int, offset: int = 0) -> Iterable[Mistake]:
    """So many of them, evenly over kinds and places."""
    by_kind: dict[str, list[Mistake]] = {}
    for one in mistakes(text):
        by_kind.setdefault(one.kind, []).append(one)
    every = [one for kind in sorted(by_kind) for one in by_kind[kind]]
    step = max(1, len(every) // count)
    return every[offset % step :: step]
