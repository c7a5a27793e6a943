"""One canonical form of a catalog: `text -> text`.

The nodes that a catalog is read from are written again, entry by entry. What comes of it is read again and compared
before it is given back, as mdformat and Black do. A round trip through ruamel.yaml keeps comments too, but it takes
several seconds for what takes one here, breaks lines where it likes and has no order of fields.
"""

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

from optout import progress
from optout.errors import OptoutError
from optout.problem import Place, Problem
from optout.schema.decode import Reading, decode, read
from optout.schema.fields import PLATFORM
from optout.schema.no_catalog import no_catalog, other_format
from optout.source import comments, entries
from optout.source.layout import write
from optout.source.node import Mapping, Node, Scalar
from optout.source.nodes import MAX_BYTES, is_ambiguous, is_too_large, parse
from optout.source.split import Chunk, slugs


class Formatted(NamedTuple):
    """A catalog in its canonical form, the slugs of the entries that were rewritten, and whether any had to move.

    Entries with `problems` cannot be read. They stand in `data` as they did, and so does all that is between entries.
    """

    data: bytes
    rewritten: tuple[str, ...]
    moved: bool
    problems: tuple[Problem, ...]


class _FormattedEntry(NamedTuple):
    """What is kept of an entry until all were read: its comments, and its own text where that is written anew.

    Otherwise only where its text stands, from `start` to `end`: most entries of most catalogs are in form already.
    """

    slug: str
    above: bytes
    below: bytes
    start: int
    end: int
    new: bytes | None

    def body(self, data: bytes) -> bytes:
        """Its own text as it will be; `data` is what it was read from."""
        return data[self.start : self.end] if self.new is None else self.new


def format_data(data: bytes, file: str = "platforms.yaml") -> Formatted:
    """The catalog `data`, which is UTF-8, in its canonical form; `file` is its name in the places of problems.

    What is no catalog at all stays as it is; a file of remarks alone is put in form, and has a problem.

    Raises:
        OptoutError: the outcome would not say the same as `data`, which is a bug; nothing may be written then.
    """
    if other := other_format(data, file):
        return Formatted(data, (), False, (other,))
    clean = _with_plain_ends(data)
    found: list[_FormattedEntry] = []
    problems: list[Problem] = []
    for start, entry in progress.along(entries.located(clean), lambda: len(slugs(clean))):
        new, obstacles = _written(entry, file)
        problems += obstacles
        found.append(_FormattedEntry(entry.slug, entry.above, entry.below, start, start + len(entry.body), new))
    rewritten = tuple(one.slug for one in found if one.new is not None)
    if problems:
        return Formatted(_joined(_as_it_stands(clean, found), clean), rewritten, False, tuple(problems))
    ordered = sorted(found, key=attrgetter("slug"))
    outcome = _joined(_compose(clean, ordered), clean)
    if outcome is not clean:
        _compare_files(clean, ordered, outcome)
    nothing = no_catalog(clean, file)
    return Formatted(outcome, rewritten, ordered != found, (nothing,) if nothing else ())


def _with_plain_ends(data: bytes) -> bytes:
    """The same without a byte order mark, each line ended by LF; most catalogs are so, and are not copied."""
    clean = data.removeprefix(BOM_UTF8)
    if b"\n" not in clean:
        clean = clean.replace(b"\r", b"\n")
    if clean and not clean.endswith(b"\n"):
        clean += b"\n"
    return re.sub(rb"\r+\n", b"\n", clean) if b"\r" in clean else clean


def _written(entry: entries.WrittenEntry, file: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The own text of an entry where it is to be another, and why it cannot be read."""
    chunk = Chunk(entry.slug, entry.body, entry.line)
    found = read(chunk._replace(line=1), file)
    if problems := _obstacles(chunk, found, file):
        return None, problems
    assert isinstance(found.node, Mapping)
    lines = entry.body.decode().split("\n")[:-1]
    remarks = comments.find(found.node, lines)
    new = write(found.node, lines, found.fields, comments.attach(found.node, lines, remarks))
    written = "".join(f"{line}\n" for line in new).encode()
    if written == entry.body:
        return None, ()
    if is_too_large(written):
        size = f"{len(written):,} bytes"
        problem = Problem(Place(file, entry.line, 1), "too-large", f"the entry would have {size} in this form",
                          f"at most {MAX_BYTES:,}", entry=entry.slug)  # fmt: skip
        return None, (problem,)
    _compare_entries(entry.slug, found, remarks, new)
    return written, ()


def _obstacles(chunk: Chunk, found: Reading, file: str) -> tuple[Problem, ...]:
    """Why an entry cannot be written anew: YAML does not read all of it, or it is no entry but a part of one."""
    if chunk.slug and found.node is None:
        problems: list[Problem] = []
        parse(chunk.raw, file, chunk.line, problems)
        return tuple(problems)
    fields = found.node.pairs[0][1] if isinstance(found.node, Mapping) else None
    names = {key.text for key, _ in fields.pairs} if isinstance(fields, Mapping) else set()
    is_entry = names and (chunk.slug not in PLATFORM.fields or "name" in names)
    return () if is_entry else decode(chunk, file).problems


def _as_it_stands(data: bytes, found: Sequence[_FormattedEntry]) -> Iterator[bytes]:
    """The parts of the file in its order, with the entries that could be read in their form."""
    yield entries.head(data)
    for entry, one in zip(entries.walk(data), found, strict=True):
        above, below, gap = (_without_blanks(part) for part in (entry.above, entry.below, entry.gap))
        yield from (above, one.body(data), below, gap)
    yield entries.foot(data)


def _without_blanks(comments: bytes) -> bytes:
    return re.sub(rb"[^\S\n]+$", b"", comments, flags=re.MULTILINE)


def _compose(data: bytes, ordered: Sequence[_FormattedEntry]) -> Iterator[bytes]:
    """The parts of the whole file, with an empty line between its blocks, and each comment with its entry."""
    between = b""
    for block in _blocks(data, ordered):
        yield from (between, block)
        between = b"\n\n"
    if between:
        yield b"\n"


def _blocks(data: bytes, ordered: Sequence[_FormattedEntry]) -> Iterator[bytes]:
    """What has an empty line before and after it."""
    yield from map(_lines, entries.paragraphs(entries.head(data)))
    for number, one in enumerate(ordered):
        above = entries.paragraphs(one.above)
        if not number:  # what stands apart from the first entry would be the file's, and some lines are in any case
            lines = _comments(one.above)
            own = entries.of_the_file(lines)
            above = [part for part in (lines[:own], lines[own:]) if part]
            on_it = above.pop() if lines[own:] else []
        else:
            on_it = above.pop() if above and entries.touches(one.above) else []
        below = _comments(one.below)
        own = entries.of_the_file(reversed(below)) if number == len(ordered) - 1 else 0
        yield from map(_lines, above)
        yield b"\n".join(filter(None, (_lines(on_it), one.body(data)[:-1], _lines(below[: len(below) - own]))))
        if own:
            yield _lines(below[len(below) - own :])
    yield from map(_lines, entries.paragraphs(entries.foot(data)))


def _lines(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _joined(parts: Iterable[bytes], data: bytes) -> bytes:
    """The parts as one text: `data` itself where they are the same, so that what changes nothing takes no more room."""
    same, out = 0, None
    for part in parts:
        if out is None and data.startswith(part, same):
            same += len(part)
            continue
        if out is None:
            out = BytesIO()
            out.write(memoryview(data)[:same])
        out.write(part)
    return out.getvalue() if out else data[:same]


def _compare_entries(slug: str, found: Reading, remarks: Sequence[comments.Comment], new: Sequence[str]) -> None:
    again = read(Chunk(slug, "".join(f"{line}\n" for line in new).encode(), 1), "")
    same_entry = found.decoded.entry is None or found.decoded.entry == again.decoded.entry
    same_nodes = again.node is not None and found.node is not None and _meaning(again.node) == _meaning(found.node)
    if not same_entry or not same_nodes or again.node is None:
        raise _FormatRefused(f"the meaning of `{slug}`")
    if Counter(one.text for one in remarks) != Counter(one.text for one in comments.find(again.node, new)):
        raise _FormatRefused(f"the comments of `{slug}`")


def _compare_files(data: bytes, ordered: Sequence[_FormattedEntry], outcome: bytes) -> None:
    """That the outcome has just these entries, and that each comment belongs to what it belonged to."""
    again = entries.walk(outcome)
    for one, other in zip_longest(ordered, again):
        if one is None or other is None or (one.slug, one.body(data)) != (other.slug, other.body):
            raise _FormatRefused("the order of the entries")
    before = _own(entries.head(data), ordered, entries.foot(data))
    after = _own(entries.head(outcome), entries.walk(outcome), entries.foot(outcome))
    if any(one != other for one, other in zip_longest(before, after)):
        raise _FormatRefused("the comments between the entries")


class _Commented(Protocol):
    """What has comments above and below it."""

    @property
    def above(self) -> bytes: ...

    @property
    def below(self) -> bytes: ...


def _own(head: bytes, among: Iterable[_Commented], foot: bytes) -> Iterator[list[str]]:
    """The comments above and below each entry; those of the file with the first's above and the last's below.

    Which of these are the file's depends on which entries are first and last.
    """
    above, below = _comments(head), None
    for one in among:
        if below is not None:
            yield below
        yield above + _comments(one.above)
        above, below = [], _comments(one.below)
    if below is not None:
        yield below + _comments(foot)


def _comments(text: bytes) -> list[str]:
    return [line for lines in entries.paragraphs(text) for line in lines]


def _meaning(node: Node) -> Any:
    """What must not change. Line breaks at the end of a text mean nothing, nor does the order of fields in a group."""
    if isinstance(node, Scalar):
        return (node.text.rstrip("\n"), is_ambiguous(node))
    if isinstance(node, Mapping):
        return {key.text: (_meaning(key), _meaning(value)) for key, value in node.pairs}
    return [_meaning(item) for item in node.items]


class _FormatRefused(OptoutError):
    exit_code = 3

    def __init__(self, what: str) -> None:
        super().__init__(f"formatting would change {what}, which is a bug; nothing was written, please report it")
