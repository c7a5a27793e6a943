"""A catalog's text as entries, each with the comments that are its own, for whoever moves, adds or compares entries.

A paragraph of comments belongs to the entry that it touches, to the one below it if it touches two, and to the next one
if it touches none. What stands apart at the top or at the end of the file is the file's, and so are lines there that
tell an editor how to read it, or its licence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain, groupby, pairwise, takewhile
from typing import NamedTuple

from optout.source.nodes import tokens
from optout.source.positions import Positions
from optout.source.split import Chunk, cut_all, first_text

# https://github.com/redhat-developer/yaml-language-server, Emacs, Vim; https://spdx.dev/learn/handling-license-info
_OF_THE_FILE = re.compile(rb"\s*#\s*(?:yaml-language-server:|-\*-|vim?:|SPDX-)")
_MARK = b"\xef\xbb\xbf"  # Windows editors put it first


class WrittenEntry(NamedTuple):
    """An entry as whole lines, the slug on line `line` of the file. Its four texts together are what stands there.

    `above` are its comments and the empty lines between them, `body` the entry itself, `below` the comments that touch
    it from below, `gap` the empty lines up to what comes next. Stray text is an entry without a slug.
    """

    slug: str
    line: int
    above: bytes
    body: bytes
    below: bytes
    gap: bytes

    @property
    def lines(self) -> range:
        """The numbers of its lines, with its comments and the gap."""
        behind = self.body + self.below + self.gap
        return range(self.line - self.above.count(b"\n"), self.line + behind.count(b"\n") + (behind[-1:] != b"\n"))


class WrittenFile(NamedTuple):
    """All of a catalog's text: what is the file's own at its top and its end, and the entries between."""

    head: bytes
    entries: tuple[WrittenEntry, ...]
    foot: bytes

    @property
    def line_end(self) -> bytes:
        """How its lines end: as the first one does."""
        first = b"".join((self.head, *(entry.above + entry.body for entry in self.entries[:1])))
        return b"\r\n" if first.split(b"\n", 1)[0].endswith(b"\r") else b"\n"


def split(data: bytes) -> WrittenFile:
    """The entries of a catalog. Joined again, they are `data`, byte by byte."""
    return WrittenFile(head(data), tuple(walk(data)), foot(data))


def walk(data: bytes) -> Iterator[WrittenEntry]:
    """The entries of a catalog, one after the other."""
    data = data.removeprefix(_MARK)
    above = _top(_before_entries(data))[1]
    for chunk, following in pairwise(chain(cut_all(data), (None,))):
        assert chunk is not None
        body, behind = _parted(chunk)
        below, gap, rest = _behind(behind, following is None)
        yield WrittenEntry(chunk.slug, chunk.line, above, body, below, gap)
        above = rest


def located(data: bytes) -> Iterator[tuple[int, WrittenEntry]]:
    """The entries of a catalog, each with where its body begins."""
    start = len(head(data))
    for entry in walk(data):
        yield start + len(entry.above), entry
        start += sum(len(part) for part in entry[2:])


def head(data: bytes) -> bytes:
    """What is the file's own at its top: all of it where there are no entries."""
    mark = _MARK if data.startswith(_MARK) else b""
    before = _before_entries(data[len(mark) :])
    return data if len(mark + before) == len(data) else mark + _top(before)[0]


def foot(data: bytes) -> bytes:
    """What is the file's own at its end."""
    data = data.removeprefix(_MARK)
    first = first_text(data)
    if first == len(data):
        return b""
    start = len(data)
    while start > first:
        start = data.rfind(b"\n", 0, start - 1) + 1
        if data[start : start + 1].strip(b" \t\r\n\f\v#"):
            break
    return _behind(_parted(Chunk("", data[start:], 1))[1], True)[2]


def _before_entries(data: bytes) -> bytes:
    return data[: first_text(data)]


def arranged(file: WrittenFile, order: Sequence[WrittenEntry]) -> bytes:
    """The text with its entries in another order: gaps stay where they are, and each comment with its entry."""
    gaps = [entry.gap for entry in file.entries]
    return _joined(file, [entry._replace(gap=gap) for entry, gap in zip(order, gaps, strict=True)])


def inserted(file: WrittenFile, slug: str, body: bytes) -> bytes:
    """The text with one more entry, before the first whose slug comes after it in the alphabet, else after the last."""
    place = next((number for number, entry in enumerate(file.entries) if entry.slug > slug), len(file.entries))
    before, after = list(file.entries[:place]), list(file.entries[place:])
    if before:
        gap = before[-1].gap if after else b""
        before[-1] = before[-1]._replace(gap=gap or file.line_end)
    return _joined(
        file, [*before, WrittenEntry(slug, 0, b"", body, b"", file.line_end if after or file.foot else b""), *after]
    )


def paragraphs(comments: bytes) -> list[list[str]]:
    """The comments between two entries without the empty lines and the indentation; no text but UTF-8 is lost."""
    lines = comments.decode("utf-8", "surrogateescape").removeprefix("\ufeff").split("\n")
    return [[line.strip() for line in group] for is_text, group in groupby(lines, _is_text) if is_text]


def of_the_file(lines: Iterable[str]) -> int:
    """How many lines from here on tell an editor how to read the file, or its licence."""
    return sum(1 for _ in takewhile(lambda line: _OF_THE_FILE.match(line.encode("utf-8", "surrogateescape")), lines))


def touches(above: bytes) -> bool:
    """Whether comments stand directly on what is below them."""
    return bool(above) and bool(above.rsplit(b"\n", 2)[-2].strip())


def _is_text(line: str | bytes) -> bool:
    return bool(line.strip())


def _lines(text: bytes) -> list[bytes]:
    return BytesIO(text).readlines()


def _groups(text: bytes) -> list[list[bytes]]:
    """Paragraphs and the empty lines between them, by turns."""
    return [list(group) for _, group in groupby(_lines(text), _is_text)]


def _top(text: bytes) -> tuple[bytes, bytes]:
    """What is the file's own before the first entry, and the comments of that entry."""
    *others, last = _groups(text) or [[]]
    if not any(map(_is_text, last)):
        return text, b""
    if not any(_is_text(group[0]) for group in others):
        own = list(takewhile(_OF_THE_FILE.match, last))
        others, last = [*others, own], last[len(own) :]
    return b"".join(line for group in others for line in group), b"".join(last)


def _behind(text: bytes, is_last: bool) -> tuple[bytes, bytes, bytes]:
    """Of what follows an entry: its own comments, the gap, and the comments of the next entry or the file."""
    groups = _groups(text)
    below: list[bytes] = []
    if groups and _is_text(groups[0][0]) and (is_last or len(groups) > 1):
        below = groups.pop(0)
        if is_last and (own := list(takewhile(_OF_THE_FILE.match, reversed(below)))):
            below = below[: len(below) - len(own)]
            groups.insert(0, own[::-1])
    gap = groups.pop(0) if groups and not _is_text(groups[0][0]) else []
    return b"".join(below), b"".join(gap), b"".join(line for group in groups for line in group)


def _parted(chunk: Chunk) -> tuple[bytes, bytes]:
    """An entry's own lines, and what is behind them.

    Indented comments are its own, up to the first that is not; and so is what looks like a comment, or like nothing, at
    the end of a text that goes over several lines.
    """
    lines = _lines(chunk.raw)
    end = len(lines) - len(list(takewhile(_is_no_field, reversed(lines))))
    end += len(list(takewhile(lambda line: not line.startswith(b"#"), lines[end:])))
    while end > 1 and not lines[end - 1].strip():
        end -= 1
    if any(line.strip(b"\r\n") for line in lines[end:]):
        end = max(end, _end_of_text(lines))
    return b"".join(lines[:end]), b"".join(lines[end:])


def _is_no_field(line: bytes) -> bool:
    return not line.strip() or line.lstrip().startswith(b"#")


def _end_of_text(lines: Sequence[bytes]) -> int:
    """The number of lines up to the end of the last text that YAML can read, without empty ones."""
    text = b"".join(lines).decode("utf-8", "replace")
    last = max((token.end for token in tokens(text)[0]), default=0)
    line, column = Positions(text).spot(last)
    end = min(line - (column == 1), len(lines))
    return end - len(list(takewhile(lambda line: not line.strip(b"\r\n"), reversed(lines[:end]))))


def _joined(file: WrittenFile, entries: Iterable[WrittenEntry]) -> bytes:
    """The text of a file with these entries, with empty lines where a comment would else touch another entry."""
    parts = [file.head]
    before: WrittenEntry | None = None
    for entry in entries:
        above = _lines(_dedented(entry.above))
        if before is None:  # what stands apart from the first entry would be the file's
            above = list(filter(_is_text, above))
        elif not before.gap and (before.below or not all(map(_is_text, above))):
            parts.append(file.line_end)
        parts += [*above, _whole(entry.body, file), _whole(entry.below, file), entry.gap]
        before = entry
    if before and file.foot and not before.gap and not _OF_THE_FILE.match(file.foot):
        parts.append(file.line_end)
    return b"".join([*parts, _dedented(file.foot)])


def _dedented(comments: bytes) -> bytes:
    """The comments at the left edge: indented, they would be taken for a part of the entry that is before them now."""
    return re.sub(rb"^[ \t]+(?=#)", b"", comments, flags=re.MULTILINE)


def _whole(text: bytes, file: WrittenFile) -> bytes:
    return text + file.line_end if text and not text.endswith(b"\n") else text
