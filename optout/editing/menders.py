"""What may mend a problem, rule by rule: each mender proposes one edit, or leaves the problem to a person."""

import re
from collections.abc import Callable
from html import unescape

from optout.alike import slips
from optout.editing.edit import Edit, ReadEntry
from optout.editing.spans import has_dash
from optout.problem import Problem
from optout.rules.unknown_source import SEVERAL
from optout.schema.fields import field_names
from optout.schema.signs import NO_DASH_BEFORE
from optout.schema.slips import COMMA
from optout.schema.values import as_text
from optout.source.escapes import unescaped
from optout.source.nodes import BREAKS, Token
from optout.source.split import SLUG


def _replace(entry: ReadEntry, problem: Problem) -> Edit | None:
    """The address that was suggested."""
    token = entry.token_at(entry.offset(problem.place))
    return _rewritten(token, problem.suggestion) if token else None


def _use_https(entry: ReadEntry, problem: Problem) -> Edit | None:
    """The same address with https, if another address of the catalog reaches its host by https."""
    host = re.match(r"https://([\w.-]+)(?![\w.:-])", problem.suggestion)
    return _replace(entry, problem) if host and host[1].lower() in entry.hosts else None


def _rewritten(token: Token, text: str) -> Edit | None:
    """A text of one line in the quotes that the old one had."""
    if token.style == '"' and set(text) & set('"\\'):
        return None
    written = {"": text, "'": "'" + text.replace("'", "''") + "'", '"': f'"{text}"'}.get(token.style)
    return Edit(token.start, token.end, written) if written else None


def _quote(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Quotes around a word that other readers misread, or around a sentence that a colon makes a field of."""
    start = entry.offset(problem.place)
    token = entry.token_at(start)
    if token is None:
        return None
    if problem.suggestion:
        is_same = problem.suggestion.strip("'\"") in (token.text, token.text.lower(), token.text[1:-1])
        return Edit(start, token.end, problem.suggestion) if is_same else None
    after = entry.token_from(start + 1)
    return _quoted(entry.text, start, after.end) if after and not token.style and not after.style else None


def _quoted(text: str, start: int, end: int) -> Edit | None:
    """Single quotes around a plain text, which may go over several lines; None if a comment stands in it."""
    written = text[start:end].rstrip()
    if re.search(r"\s#", written):
        return None
    return Edit(start, start + len(written), "'" + written.replace("'", "''") + "'")


def _quote_lost(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Quotes around a text with a # in it, if what was lost ends in a citation: then it is no comment."""
    end = entry.offset(problem.place)
    token = entry.token_until(end)
    lost = entry.text[end:].split("\n", 1)[0].rstrip()
    if token is None or not re.search(rf"\[{SLUG}\]$", lost):
        return None
    written = entry.text[token.start : end] + lost
    return Edit(token.start, token.start + len(written), "'" + written.replace("'", "''") + "'")


_ITEM = re.compile(rf"( *(?:- +)*)(?:({SLUG}):[ ]+)?(?=[^\s'\"\[{{|>#])")


def _quote_line(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Quotes around an unquoted text with a colon in it, or with a first character that means something to YAML."""
    lines = entry.text.split("\n")
    first = problem.place.line - entry.chunk.line
    if "quotes around" not in problem.expected or first >= len(lines):
        return None
    found = _ITEM.match(lines[first])
    if found is None or not (found[2] or found[1].strip()):
        return None
    start = sum(len(line) + 1 for line in lines[:first]) + found.end()
    column = len(found[1]) - (0 if found[2] else 1)
    last = first
    while last + 1 < len(lines) and re.match(rf" {{{column + 1}}} *[^\s#]", lines[last + 1]):
        last += 1
        if re.match(rf" *(- |{SLUG}:(\s|$))", lines[last]):
            return None  # fields and items of their own, put too deep
    return _quoted(entry.text, start, sum(len(line) + 1 for line in lines[: last + 1]) - 1)


def _respell(entry: ReadEntry, problem: Problem) -> Edit | None:
    """The same word in other capitals or spelt right, the same menus with the sign that stands between them."""
    token = entry.token_at(entry.offset(problem.place))
    if token is None or not problem.suggestion:
        return None
    meant = problem.suggestion
    is_same = (
        re.findall(r"\w+", unescape(token.text)) == re.findall(r"\w+", meant)
        or token.text.casefold() == meant.casefold()
        or as_text(unescaped(token.text)) == meant != token.text
    )
    return _rewritten(token, meant) if is_same or _is_misspelt(token.text.lower(), problem) else None


def _is_misspelt(typed: str, problem: Problem) -> bool:
    """Whether the word suggested is the only one of those allowed that is a slip or two away, in a long one."""
    if not problem.expected.startswith("one of "):
        return False
    words = problem.expected.removeprefix("one of ").split(", ")
    is_near = slips(typed, problem.suggestion) <= (2 if len(problem.suggestion) >= _LONG else 1)
    return is_near and [word for word in words if slips(typed, word) <= 2] == [problem.suggestion]


_LONG = 8  # letters of a word in which two slips leave no doubt


def _date(entry: ReadEntry, problem: Problem) -> Edit | None:
    """A date in the order of ours, of which the month is a word, or which begins with its year."""
    token = entry.token_at(entry.offset(problem.place))
    is_plain = token and re.match(r"\d{4}|.*[A-Za-z]{3}", token.text)
    return _rewritten(token, problem.suggestion) if token and problem.suggestion and is_plain else None


def _list(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Brackets around words, or the dash of the only item."""
    token = entry.token_at(entry.offset(problem.place))
    if token and problem.suggestion == f"- {token.text.removeprefix('-').lstrip()}":
        return Edit(token.start, token.end, problem.suggestion)
    if "," in problem.suggestion and " " in problem.suggestion.replace(", ", ""):
        return None  # a comma may be a part of a name
    if token is None or token.style or not problem.suggestion.startswith("["):
        return None
    if not set(re.findall(r"\w+", problem.suggestion.casefold())) <= set(re.findall(r"\w+", token.text.casefold())):
        return None  # another word than was written needs judgement
    return Edit(token.start, token.end, problem.suggestion)


def _mend_line(entry: ReadEntry, problem: Problem) -> Edit | None:
    """The line as it was meant, without a comma at its end, or quotes around a text that YAML reads otherwise."""
    start = entry.offset(problem.place)
    if problem.message == COMMA:
        return Edit(start, start + 1, "")
    if not problem.suggestion:
        return _quote_line(entry, problem)
    if problem.message == NO_DASH_BEFORE and _BEHIND_FIRST.match(problem.suggestion):
        return None  # the item may begin on a line above, or on one that is gone
    return Edit(start, start + len(entry.text[start:].split("\n", 1)[0].rstrip()), problem.suggestion)


_BEHIND_FIRST = re.compile(rf" *- (?!name:|date:){SLUG}:(?: |$)")  # a field with which an item seldom begins


def _strip(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Nothing, in place of the blanks at the end of a line."""
    start = entry.offset(problem.place)
    return Edit(start, start + problem.length, "")


# Without width and without meaning in any text of a catalog; other invisible characters may stand where a space was.
_WIDTHLESS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


def _remove(entry: ReadEntry, problem: Problem) -> Edit | None:
    """Nothing, in place of a character without width; a space in that of what breaks lines elsewhere."""
    start = entry.offset(problem.place)
    if entry.text[start : start + 1] in tuple(BREAKS):
        return Edit(start, start + 1, " ")
    return Edit(start, start + 1, "") if entry.text[start : start + 1] in tuple(_WIDTHLESS) else None


def _space(entry: ReadEntry, problem: Problem) -> Edit:
    """A space in place of what only looks like one."""
    start = entry.offset(problem.place)
    return Edit(start, start + 1, " ")


def _rename(entry: ReadEntry, problem: Problem) -> Edit | None:
    """The name of the only field, anywhere in an entry, that is one slip of the keyboard away."""
    token = entry.token_at(entry.offset(problem.place))
    if (
        token is None
        or not problem.suggestion
        or [name for name in field_names() if slips(token.text.lower(), name) == 1 or token.text.lower() == name]
        != [problem.suggestion]
    ):
        return None
    return _rewritten(token, problem.suggestion)


def _cite_apart(entry: ReadEntry, problem: Problem) -> Edit | None:
    """A pair of brackets for each source that is cited in one, an item for each that stands in one."""
    token = entry.token_at(entry.offset(problem.place))
    if token and problem.message == SEVERAL:
        before = entry.text[entry.text.rfind("\n", 0, token.start) + 1 : token.start]
        sign = f"\n{before}" if has_dash(before) else ", "
        return Edit(token.start, token.end, problem.suggestion.replace(", ", sign))
    cited = re.match(r"`(\[[^\]`]*\])` cites several", problem.message)
    if token is None or cited is None or entry.text.count(cited[1], token.start, token.end) != 1:
        return None
    written = entry.text[token.start : token.end]
    return Edit(token.start, token.end, written.replace(cited[1], problem.suggestion))


_Mender = Callable[[ReadEntry, Problem], Edit | None]
MENDERS: dict[str, _Mender] = {
    "bad-character": _remove,
    "bad-date": _date,
    "foreign-address": _replace,
    "lost-text": _quote_lost,
    "plain-http": _use_https,
    "quote-it": _quote,
    "other-character": _replace,
    "other-space": _space,
    "trailing-space": _strip,
    "unknown-field": _rename,
    "unknown-region": _respell,
    "unknown-source": _cite_apart,
    "wrong-kind": _list,
    "wrong-value": _respell,
    "yaml-syntax": _mend_line,
}
