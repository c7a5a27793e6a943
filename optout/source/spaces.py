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
_AFTER_COLON = re.compile(r"(?:- +)*[\w-]+:")
_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_TRAILING_BYTES = re.compile(rb"[ \t]\r?$", re.MULTILINE)


# The same as bytes, by which a whole catalog is looked through: each begins as no other character does.
_OTHER_BYTES = re.compile(b"\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f")


def other_spaces(data: bytes, file: str) -> Iterator[Problem]:
    """Spaces that are no spaces, as they come along with what is copied from a web page."""
    for number, raw in _lines_with(_OTHER_BYTES, data):
        line = raw.decode("utf-8", "replace")
        for found in _OTHER.finditer(line.lstrip()):
            if _AFTER_COLON.fullmatch(line.lstrip()[: found.start()]):
                continue  # it keeps this from being a field, which is told
            column = len(line) - len(line.lstrip()) + found.start() + 1
            name = named(found[0]).removeprefix("the invisible character ")
            place = Place(file, number, column)
            yield Problem(place, "other-space", f"{name} is in this text", "an ordinary space", severity="warning")


def trailing_spaces(data: bytes, file: str) -> Iterator[Problem]:
    """Lines that end in a blank, except in texts that are kept letter by letter. Broken text has worse problems."""
    if not _TRAILING_BYTES.search(data):
        return
    for chunk in cut_all(data):
        if not _TRAILING_BYTES.search(chunk.raw):
            continue
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


def _lines_with(wanted: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines in which something stands, with their numbers."""
    number, counted, end = 1, 0, -1
    for found in wanted.finditer(data):
        if found.start() <= end:
            continue
        start = data.rfind(b"\n", 0, found.start()) + 1
        end = data.find(b"\n", start)
        end = end if end >= 0 else len(data)
        number += data.count(b"\n", counted, start)
        counted = start
        yield number, data[start:end]
