"""A few fields of every entry, read without the rest of it.

Reading a whole entry takes fifty times as long. One walk through the text finds the lines of the fields that are asked
for. A value that stands there plainly is taken as it is, any other is given to YAML; where the lines of an entry leave
a doubt where a field ends, nothing is said of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from optout.problem import Problem
from optout.source import node
from optout.source.split import Data, first_text, slug_at
from optout.text import is_seen_anywhere

# At a line break: a field and all lines that belong to it, which are deeper, close it, or say nothing; a line of which
# one cannot say without YAML to which field it belongs; an entry's first line. All other lines are passed by, deeper
# ones first, as most are.
_BREAK = (
    rb"\n(?! {3})(?:"
    rb"  (?:(%b):((?:[ \r][^\n]*)?(?=\n|\Z)(?:\n(?: {3}|  [-\]}]| *#|[ \r]*(?=\n|\Z))[^\n]*)*)"
    rb"|(?![-\]}#]|[a-z][a-z-]*:(?:[ \r\n]|\Z)|\r*(?:\n|\Z))())"
    rb"|(?=([^\s#][^\n]*))|(?!  | *#|[ \r]*(?:\n|\Z))())"
)
_TEXT, _START = 2, 4  # its groups

# What YAML takes as it stands: one line in which nothing has a meaning.
_FIRST = rb"[A-Za-z0-9\x80-\xff]"
_SIGN = rb"!\"$-+\--9;->@-Z\\^-z|~\x80-\xff"  # none that has one between brackets
_QUOTED = rb"'[ -&(-~\x80-\xff]*'|\"[ !#-[\]-~\x80-\xff]*\""
_ITEM = rb"(?:%b(?:[ %b]*[%b])?|%b)" % (_FIRST, _SIGN, _SIGN, _QUOTED)
_ITEMS = re.compile(_ITEM)
_ONE = re.compile(rb" +(?:%b[ !-\"$-9;-~\x80-\xff]*|%b)" % (_FIRST, _QUOTED))
_IN_BRACKETS = re.compile(rb" +\[[ \r\n]*%b(?:[ \r\n]*,[ \r\n]*%b)*[ \r\n]*\]" % (_ITEM, _ITEM))
_IN_LINES = rb"\r?\n( +)- +%b(?:\r?\n\1- +%b)*" % (_ITEM, _ITEM)  # compiled where somebody writes so

Texts = tuple[str, ...]
_Fields = list[tuple[bytes, bytes]]


class Skimmed(NamedTuple):
    """Where an entry begins, and the texts of each field that it has of those asked for; None if that is not sure."""

    slug: str
    start: int
    fields: dict[str, Texts] | None


class Abridged(NamedTuple):
    """Where each entry begins, and what stands of it: its first line and its fields, or all, where that is not sure.

    Of which field a line is tells what was left out nothing about, so `skim` says of it what it says of the entry.
    Behind each stands `END`.
    """

    starts: list[int]
    texts: bytes


END = b"\xff"  # which no UTF-8 has


def abridged(data: Data, fields: Sequence[str]) -> Abridged:
    """Those fields of all entries and nothing else, unread: little more than half of what it takes to skim them."""
    start = first_text(data)
    starts, texts, is_sure = [start], [_first_line(data, start)], True
    own = 0  # the first of the texts of this entry
    for at in _breaks(tuple(fields)).finditer(data, start):
        if at.lastindex == _TEXT:
            texts.append(at[0])
        elif at.lastindex == _START:
            if not is_sure:
                texts[own:] = [data[start : at.end()]]
            texts += END, at[_START]
            start, own, is_sure = at.end(), len(texts) - 1, True
            starts.append(start)
        else:
            is_sure = False
    if not is_sure:
        texts[own:] = [data[start:]]
    joined = b"".join((*texts, END))
    if joined.count(END) > len(starts):  # it stands in what is no text
        return abridged(bytes(data).replace(END, b"\xfe"), fields)
    return Abridged(starts, joined)


def _first_line(data: Data, start: int) -> bytes:
    end = data.find(b"\n", start)
    return data[start:] if end < 0 else data[start:end]


def skim(data: Data, fields: Sequence[str]) -> Iterator[Skimmed]:
    """The fields of all entries, in the order of the file; what does not begin as an entry is left out."""
    start = first_text(data)
    found: _Fields = []
    is_sure = True
    for at in _breaks(tuple(fields)).finditer(data, start):
        if at.lastindex == _TEXT:
            found.append((at[1], at[2]))
        elif at.lastindex == _START:
            if slug := slug_at(data, start):
                yield Skimmed(slug, start, _read(found) if is_sure else None)
            start, found, is_sure = at.end(), [], True
        else:
            is_sure = False
    if slug := slug_at(data, start):
        yield Skimmed(slug, start, _read(found) if is_sure else None)


@cache
def _breaks(fields: Sequence[str]) -> re.Pattern[bytes]:
    return re.compile(_BREAK % "|".join(fields).encode())


def _read(fields: _Fields) -> dict[str, Texts] | None:
    found = {}
    for name, text in fields:
        texts = _plain(text)
        if texts is None:
            return _by_yaml(fields)
        found[name.decode()] = texts
    return found if len(found) == len(fields) else None


def _plain(text: bytes) -> Texts | None:
    """The texts of a value, if all of it stands there plainly."""
    text = text.rstrip(b" \r\n")
    if not text:
        return ()
    if _ONE.fullmatch(text):
        items = [text.lstrip()]
    elif _IN_BRACKETS.fullmatch(text):
        items = _ITEMS.findall(text)
    elif re.fullmatch(_IN_LINES, text):
        items = [line.lstrip(b" -").rstrip() for line in text.split(b"\n")[1:]]
    else:
        return None
    try:
        texts = [(item[1:-1] if item[:1] in (b"'", b'"') else item).decode() for item in items]
    except UnicodeDecodeError:
        return None
    return _said(texts) if text.isascii() or all(map(is_seen_anywhere, texts)) else None


def _by_yaml(fields: _Fields) -> dict[str, Texts] | None:
    from optout.source.nodes import parse  # whoever finds only plain values need not wait for YAML

    lines = b"entry:\n" + b"".join(b"  %b:%b\n" % field for field in fields)
    problems: list[Problem] = []
    read = parse(lines, "", 1, problems)
    if problems or not isinstance(read, node.Mapping) or not isinstance(entry := read.pairs[0][1], node.Mapping):
        return None
    return {name.text: _texts(value) for name, value in entry.pairs}


def _texts(value: node.Node) -> Texts:
    items = value.items if isinstance(value, node.Sequence) else (value,)
    return _said(item.text for item in items if isinstance(item, node.Scalar))


def _said(texts: Iterable[str]) -> Texts:
    return tuple(filter(None, map(str.strip, texts)))
