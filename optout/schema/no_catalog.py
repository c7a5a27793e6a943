"""Files that are no catalog at all: what they are instead, as the one thing to say."""

import codecs
import re

from optout.problem import Place, Problem
from optout.source.split import slugs


def no_catalog(data: bytes, file: str) -> Problem | None:
    """What a file is instead, if it is no catalog at all: the one thing to say about it."""
    if other := other_format(data, file):
        return other
    if b"\r" in data and b"\n" not in data:
        message = "the lines of this file end in CR alone"
        expected = "LF or CRLF at the end of lines; `optout format` puts it there"
    elif not slugs(data) and not re.search(rb"(?m)^[^#\s]", data.removeprefix(codecs.BOM_UTF8)):
        if indented := _INDENTED.search(data):
            message = (
                f"every line of this file is indented: `{indented[2].decode()}` stands behind {len(indented[1])} spaces"
            )
            place = Place(file, data.count(b"\n", 0, indented.start(1)) + 1, 1)
            return Problem(
                place, "no-catalog", message, "the slug of each entry at the left edge, and all lines with it"
            )
        message, expected = "there is no entry in this file", _CATALOG
    else:
        return None
    return Problem(Place(file, 1, 1), "no-catalog", message, expected)


def other_format(data: bytes, file: str) -> Problem | None:
    """What a file is that is made of something else than YAML as people write it."""
    begins = data.removeprefix(codecs.BOM_UTF8)[:_BEGINNING].lstrip()[:64].lower()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:64]:
        message, expected = "this is text in UTF-16, or no text", "the file saved as UTF-8"
    elif begins.startswith(b"<") and not begins.startswith(b"<<<<<<<"):
        message, expected = "this is a page of HTML or XML", _CATALOG
    elif begins.startswith((b"{", b"[")):
        message, expected = "this is JSON, or YAML written like it", _CATALOG
    else:
        return None
    return Problem(Place(file, 1, 1), "no-catalog", message, expected)


_INDENTED = re.compile(rb"(?m)^( +)([a-z0-9][a-z0-9-]*:)[ \t\r]*$")
_BEGINNING = 1 << 16  # bytes, in which anything begins
_CATALOG = "a catalog: slugs at the left edge, each with a colon, and the fields of the entry below, two spaces from it"
