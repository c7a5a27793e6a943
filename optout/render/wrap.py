"""Wrapping styled sentences to the width of a terminal."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Everything outside these needs a table of widths, which is imported only then.
_NARROW = re.compile(r"[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff\u2713\u2717]*")


class Piece(NamedTuple):
    """A part of a word with one look; `style` is an escape sequence's parameters, `link` the address it opens."""

    text: str
    style: str = ""
    link: str = ""


Word = tuple[Piece, ...]


def width(text: str) -> int:
    """How many columns a text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def words(pieces: Iterator[Piece]) -> Iterator[Word]:
    """The words of a sentence; pieces without a space between them belong to one word."""
    word: list[Piece] = []
    for piece in pieces:
        for part in re.split(r"( +)", piece.text):
            if part.startswith(" "):
                if word:
                    yield tuple(word)
                word = []
            elif part:
                word.append(piece._replace(text=part))
    if word:
        yield tuple(word)


def wrap(sentence: Iterator[Word], room: int) -> Iterator[list[Word]]:
    """Lines of at most `room` columns. A word that is too long is broken, unless it is an address to be copied."""
    line: list[Word] = []
    used = 0
    for word in sentence:
        for part in _broken(word, room):
            needed = sum(width(piece.text) for piece in part)
            if line and used + 1 + needed > room:
                yield line
                line, used = [], 0
            used += needed + bool(line)
            line.append(part)
    if line:
        yield line


def _broken(word: Word, room: int) -> Iterator[Word]:
    text = "".join(piece.text for piece in word)
    if width(text) <= room or "://" in text or "@" in text:
        yield word
        return
    line: list[Piece] = []
    used = 0
    for piece in word:
        for character in piece.text:
            needed = width(character)
            if line and used + needed > room:
                yield tuple(line)
                line, used = [], 0
            used += needed
            if line and line[-1][1:] == piece[1:]:
                line[-1] = piece._replace(text=line[-1].text + character)
            else:
                line.append(piece._replace(text=character))
    if line:
        yield tuple(line)
