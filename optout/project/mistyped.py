"""What somebody did who has not written TOML before, where its reader only knows what it did not expect.

The statements are gone through as they were meant: a name, `=`, a value. Each that breaks with that is told in plain
words, with the line to type in its place.
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from optout.alike import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES
from optout.text import numbered

_CURLY = DOUBLE_QUOTES + SINGLE_QUOTES
_UNSEEN = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]")
_TEXT = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
_WORD = rf"[\w.{DASHES}-]+"
_STATEMENT = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD})*|{_TEXT}|\*\*.+?\*\*)\s*(?P<sign>:=|==|=>|->|[=:＝：])\s*(?P<value>.*)", re.DOTALL
)
_NAME_ALONE = re.compile(r"([a-z][\w-]*)(?:\s+(.+))?")
_COMMENT = re.compile(r"(//|;|--(?!-)|<!--|/\*)\s*(.*?)\s*(?:-->|\*/)?")
_MARK = re.compile(r"---|\.\.\.|(?:```|~~~)\w*|[{}]")
_ITEM = re.compile(rf"{_TEXT}|[“„«‘‚][^“”»’‘\n]*[”“»’‘]|[^\s,;\"'\[\](){{}}]+")
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")


class Mistyped(NamedTuple):
    """What is wrong at a line and column, both counted from 1, and what is typed in its place, None if not certain."""

    line: int
    column: int
    said: str
    typed: str | None


class _Value(NamedTuple):
    """What is wrong with a value, where in it, and the value as it is typed."""

    said: str
    typed: str
    at: int = 0


def mistyped(text: str, lists: Container[str] = ()) -> Iterator[Mistyped]:
    """Every slip of a text that is no TOML, in the order of its lines; `lists` are the settings that may be a list."""
    return (slip for _, slip in _statements(text, lists) if slip)


def as_meant(text: str, lists: Container[str] = ()) -> str:
    """The text as it was meant, each statement on its line; one that is not certain is left out."""
    lines = text.split("\n")
    for (number, last), slip in _statements(text, lists):
        if slip or not reads("\n".join(lines[number : last + 1])):
            anew = (slip.typed or "") if slip else ""
            lines[number : last + 1] = (anew.split("\n") + [""] * (last - number))[: last - number + 1]
    return "\n".join(lines)


def _statements(text: str, lists: Container[str]) -> Iterator[tuple[tuple[int, int], Mistyped | None]]:
    """The first and the last line of each statement, counted from 0, and the slip in it."""
    lines = text.split("\n")
    first: dict[str, int] = {}
    number = 0
    while number < len(lines):
        last = _last(lines, number)
        statement = "\n".join(lines[number : last + 1]).rstrip()
        names = re.match(rf"\s*({_WORD})\s*=", statement)
        found = None
        if reads(statement):
            if statement.lstrip().startswith("["):
                found = Mistyped(number + 1, statement.index("[") + 1, SECTION, "")
            if names and first.setdefault(names[1], number) != number:
                said = f"`{names[1]}` stands here a second time (first on line {first[names[1]] + 1})"
                found = Mistyped(number + 1, names.start(1) + 1, f"{said}; take one of the two lines out", "")
        elif slip := _slip(statement, lists):
            typed = slip.typed if slip.typed is None or reads(slip.typed) else None
            found = slip._replace(line=slip.line + number, typed=typed)
        yield (number, last), found
        number = last + 1


def reads(text: str) -> bool:
    """Whether a text is TOML."""
    import tomllib

    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _last(lines: list[str], number: int) -> int:
    """The last line of the statement that begins on a line: a list, or a text in three quotes, may go over several."""
    value = lines[number].partition("=")[2].strip()
    end = "]" if value.startswith("[") else value[:3] if value[:3] in ('"""', "'''") else ""
    if not end or end in re.sub(rf"{_TEXT}|#.*", "", value[3:] if end != "]" else value):
        return number
    for last in range(number + 1, len(lines)):
        if end == "]" and re.match(r"\s*[\w-]+\s*=", lines[last]):
            return last - 1
        if end in (re.sub(rf"{_TEXT}|#.*", "", lines[last]) if end == "]" else lines[last]):
            return last
    return number if end != "]" else len(lines) - 1


def _slip(whole: str, lists: Container[str]) -> Mistyped | None:
    """What is wrong with a statement that TOML has not."""
    bare = whole.strip()
    column = len(whole) - len(whole.lstrip()) + 1
    if odd := _UNSEEN.search(whole):
        anew = _UNSEEN.sub(lambda one: " " * one[0].isspace(), whole)
        return _at(whole, odd.start(), f"{numbered(odd[0])} stands here, which looks like a space or nothing", anew)
    if note := _COMMENT.fullmatch(bare):
        return Mistyped(1, column, _COMMENTED.format(note[1]), f"# {note[2]}")
    if _MARK.fullmatch(bare):
        return Mistyped(1, column, f"`{bare}` does not belong into this file; take the line out", "")
    if bare.startswith("["):
        return Mistyped(1, column, SECTION, "")
    if (found := _STATEMENT.fullmatch(bare)) is None:
        alone = _NAME_ALONE.fullmatch(bare)
        if alone is None:
            return None
        value = _value(alone[2], _is_list(alone[1], alone[2], lists)).typed if alone[2] else '"..."'
        said = f"`=` {'is' if alone[2] else 'and a value are'} missing after `{alone[1]}`"
        return Mistyped(1, column + len(alone[1]), said, f"{alone[1]} = {value}")
    name = _name(found["name"])
    is_good = reads(f"{name} = {found['value']}")
    told = _Value("", found["value"]) if is_good else _value(found["value"], _is_list(name, found["value"], lists))
    anew = f"{name} = {told.typed}"
    if found["sign"] != "=":
        return _at(
            whole, column - 1 + found.start("sign"), f"`{found['sign']}` stands after the name in place of `=`", anew
        )
    if not reads(f"{found['name']} = 1") or name != found["name"].strip("\"'"):
        return Mistyped(1, column, _of_name(found["name"]), anew)
    return _at(whole, column - 1 + found.start("value") + told.at, told.said, anew)


def _is_list(name: str, value: str, lists: Container[str]) -> bool:
    """Whether a list is meant: of catalogs there may be one, which is a text."""
    return name in lists and (name != "catalog" or bool(re.search("[,;]", value)))


def _at(whole: str, offset: int, said: str, typed: str) -> Mistyped:
    before = whole[:offset]
    return Mistyped(1 + before.count("\n"), offset - before.rfind("\n"), said, typed)


def _name(written: str) -> str:
    return re.sub(f"[{DASHES} ]+", "-", written.strip("\"'*: "))


def _of_name(written: str) -> str:
    if sign := re.search(f"[{DASHES}]", written):
        return f"`{sign[0]}`, {numbered(sign[0])}, only looks like the hyphen of a name"
    return "no asterisks stand around a name" if "*" in written else "a name has hyphens and no blanks"


_COMMENTED = "a comment begins with `#`, not with `{}`"
SECTION = "this begins a section, and there are none in this file; take the line out"
_NO_END = "the text that begins here has no closing {}"
_QUOTES = "a text needs quotes around it"
_STRAIGHT = "`{}` is a quote of word processors, which TOML does not know: type straight ones"
_BACKSLASH = "a backslash in double quotes begins an escape: type single quotes around a path of Windows"
_NOTHING = "`{}` stands after the value, where only a comment may"


def _value(written: str, is_list: bool) -> _Value:
    """What is wrong with a value that TOML has not."""
    body, comment = ("", f"  {written}") if written.startswith("#") else _parted(written)
    inside = body.rstrip(" ,;")
    if not body:
        return _Value("a value is missing here", f'"..."{comment}')
    if body[0] in "[({":
        return _list(body, comment)
    if body[0] in _CURLY or (body[0] in "\"'" and inside[-1] in _CURLY):
        sign = next(one for one in body if one in _CURLY)
        return _Value(_STRAIGHT.format(sign), quoted(inside.strip(_CURLY + "\"'")) + comment, body.index(sign))
    if body.startswith(('"""', "'''")):
        return _Value(_NO_END.format(body[:3]), quoted(inside.strip("\"'").replace("\n", " ")) + comment)
    if body[0] in "\"'":
        return _quoted(body, inside, comment, is_list)
    same = "true" if inside.lower() in _TRUE else "false" if inside.lower() in _FALSE else ""
    if same:
        said = f"TOML writes `{same}` in small letters" if inside.lower() == same else f"TOML writes `{same}` for yes"
        said = said if same == "true" or inside.lower() == same else "TOML writes `false` for no"
        return _Value(said if inside != same else _NOTHING.format(body[-1]), same + comment)
    if is_list:
        return _Value("a list needs brackets around it, and quotes around each item", _listed(inside) + comment)
    return _Value(_QUOTES, quoted(inside.rstrip("\"'" + _CURLY)) + comment)


def _parted(written: str) -> tuple[str, str]:
    """A value, and the comment behind it with the blanks before it."""
    found = re.fullmatch(rf"((?:{_TEXT}|[^#\n\"']|[\"']|(?<=\S)#)*?)(\s+#[^\n]*)?", written)
    return (found[1].rstrip(), found[2] or "") if found else (written.rstrip(), "")


def quoted(inside: str) -> str:
    """A text in the quotes in which it needs no escape, if there are such."""
    if not set(inside) & set('"\\'):
        return f'"{inside}"'
    if "'" not in inside:
        return f"'{inside}'"
    escaped = inside.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted(body: str, inside: str, comment: str, is_list: bool) -> _Value:
    """A text in quotes that are not closed, or closed too early, or hold what they may not."""
    sign = body[0]
    closed = re.match(_TEXT, body)
    end = closed.end() if closed else 0
    if sign == '"' and "\\" in body:
        return _Value(_BACKSLASH, quoted(inside.strip('"')) + comment, body.index("\\"))
    if closed and (note := _COMMENT.fullmatch(body[end:].lstrip(" ,;"))):
        return _Value(_COMMENTED.format(note[1]), f"{closed[0]}  # {note[2]}", body.index(note[1], end))
    if closed and inside == closed[0]:
        return _Value(_NOTHING.format(body[-1]), inside + comment, len(inside))
    if is_list and closed and re.fullmatch(rf"(?:(?:{_TEXT})[\s,;]*)+", body):
        return _Value("a list needs brackets around it", _listed(body) + comment)
    if closed and sign not in (once := inside.strip(sign)):
        return _Value(f"one {sign} stands before a text, and one behind it", quoted(once) + comment, 0)
    if closed and inside.endswith(sign):
        said = f"the text ends at the second {sign}; a text with {sign} in it needs the other quotes around it"
        return _Value(said, quoted(inside[1:-1]) + comment, end - 1)
    if closed:
        text = closed[0][1:-1] + inside[end:]
        return _Value("the text in quotes ended here, and goes on", quoted(text) + comment, end)
    return _Value(_NO_END.format(sign), quoted(inside[1:].rstrip("\"'")) + comment)


def _list(body: str, comment: str) -> _Value:
    """A list without its brackets, quotes, commas or end."""
    inside = re.sub(r"\s#[^\n]*", "", body).rstrip(" ,;\n")
    closing = {"[": "]", "(": ")", "{": "}"}[body[0]]
    anew = _listed(inside) + comment
    if body[0] != "[":
        return _Value(f"a list needs square brackets around it, not `{body[0]}`", anew)
    if not inside.endswith(closing):
        return _Value("the list that begins here has no closing ]", anew)
    if body != inside and reads(f"it = {inside}"):
        return _Value(_NOTHING.format(body[len(inside)]), anew, len(inside))
    for item in _ITEM.finditer(inside):
        before = inside[item.start() - 1]
        if before in "\"'":
            return _Value(_NO_END.format(before), anew, item.start() - 1)
        if item[0][0] in _CURLY:
            return _Value(_STRAIGHT.format(item[0][0]), anew, item.start())
        if item[0][0] not in "\"'":
            return _Value("each item of a list needs quotes around it", anew, item.start())
    between = re.search(rf"(?:{_TEXT})(\s*[^\s,\]\"']*\s*)(?=[\"'])", inside)
    return _Value("a comma is missing between two items of the list", anew, between.start(1) if between else 0)


def _listed(written: str) -> str:
    items = (one.strip("\"'" + _CURLY) for one in _ITEM.findall(written))
    return f"[{', '.join(map(quoted, filter(None, items)))}]"
