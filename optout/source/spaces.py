"""Blanks at the ends of lines: the one thing to say about a catalog's text that its entries do not tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from optout.problem import Place, Problem
from optout.source.nodes import tokens
from optout.source.positions import Positions
from optout.source.split import cut_all

_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)


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
