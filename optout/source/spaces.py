"""Blanks at the ends of lines, and what looks like one: what there is to say of a text that its entries do not tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from optout.problem import Place, Problem
from optout.source.nodes import tokens
from optout.source.positions import Positions
from optout.source.split import cut_all
from optout.text import named

# What looks like a space and is none: not found by who searches for a space. The wide one is a sign of Japanese texts.
_OTHER = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)


def other_spaces(data: bytes, file: str) -> Iterator[Problem]:
    """Spaces that are no spaces, as they come along with what is copied from a web page."""
    text = data.decode("utf-8", "replace")
    if text.isascii():
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in _OTHER.finditer(line.lstrip()):
            column = len(line) - len(line.lstrip()) + found.start() + 1
            name = named(found[0]).removeprefix("the invisible character ")
            place = Place(file, number, column)
            yield Problem(place, "other-space", f"{name} is in this text", "an ordinary space", severity="warning")


def trailing_spaces(data: bytes, file: str) -> Iterator[Problem]:
    """Lines that end in a blank, except in texts that are kept letter by letter. Broken text has worse problems."""
    if not re.search(rb"[ \t]\r?$", data, re.MULTILINE):
        return
    for chunk in cut_all(data):
        try:
            text = chunk.raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        positions = Positions(text)
        kept = [(token.start, token.end) for token in tokens(text)[0] if token.style == "|"]
        for found in _TRAILING.finditer(text):
            before = bisect_right(kept, (found.start(), len(text))) - 1
            if before < 0 or found.start() >= kept[before][1]:
                line, column = positions.spot(found.start())
                place = Place(file, chunk.line + line - 1, column)
                message = "this line ends in a blank"
                yield Problem(
                    place,
                    "trailing-space",
                    message,
                    expected="no blank",
                    entry=chunk.slug,
                    severity="warning",
                    length=len(found[0]),
                )
