"""One canonical form of a catalog: `text -> text`.

The nodes that a catalog is read from are written again, entry by entry. What comes of it is read again and compared
before it is given back, as mdformat and Black do. A round trip through ruamel.yaml keeps comments too, but it takes
several seconds for what takes one here, breaks lines where it likes and has no order of fields.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from optout.errors import OptoutError
from optout.problem import Place, Problem
from optout.schema.decode import Reading, decode, read
from optout.schema.fields import PLATFORM
from optout.source import comments, entries
from optout.source.layout import write
from optout.source.node import Mapping, Node, Scalar
from optout.source.nodes import MAX_BYTES, is_ambiguous, parse
from optout.source.split import Chunk


class Formatted(NamedTuple):
    """A catalog in its canonical form, the slugs of the entries that were rewritten, and whether any had to move.

    Entries with `problems` cannot be read. They stand in `text` as they did, and so does all that is between entries.
    """

    text: str
    rewritten: tuple[str, ...]
    moved: bool
    problems: tuple[Problem, ...]


class _FormattedEntry(NamedTuple):
    """An entry as it stands in the file, its own text as it will be, and why it cannot be read."""

    stands: entries.WrittenEntry
    text: str
    problems: tuple[Problem, ...] = ()


def format_text(text: str, file: str = "platforms.yaml") -> Formatted:
    """The catalog `text` in its canonical form; `file` is its name in the places of problems.

    Raises:
        OptoutError: the outcome would not say the same as `text`, which is a bug; nothing may be written then.
    """
    clean = text.removeprefix("\ufeff")
    clean += "" if clean.endswith("\n") or not clean else "\n"
    parted = entries.split(re.sub("\r+\n", "\n", clean).encode())
    found = [_entry(entry, file) for entry in parted.entries]
    rewritten = tuple(one.stands.slug for one in found if one.text.encode() != one.stands.body)
    if problems := tuple(problem for one in found for problem in one.problems):
        return Formatted(_as_it_stands(parted, found), rewritten, False, problems)
    ordered = sorted(found, key=lambda one: one.stands.slug)
    outcome = _compose(parted, ordered)
    _compare_files(parted, ordered, outcome)
    return Formatted(outcome, rewritten, ordered != found, ())


def _entry(entry: entries.WrittenEntry, file: str) -> _FormattedEntry:
    chunk = Chunk(entry.slug, entry.body, entry.line)
    text = entry.body.decode()
    found = read(chunk._replace(line=1), file)
    if problems := _obstacles(chunk, found, file):
        return _FormattedEntry(entry, text, problems)
    assert isinstance(found.node, Mapping)
    lines = text.split("\n")[:-1]
    remarks = comments.find(found.node, lines)
    new = write(found.node, lines, found.fields, comments.attach(found.node, lines, remarks))
    written = "".join(f"{line}\n" for line in new)
    if written == text:
        return _FormattedEntry(entry, text)
    if len(written.encode()) > MAX_BYTES:
        size = f"{len(written.encode()):,} bytes"
        problem = Problem(Place(file, entry.line, 1), "too-large", f"the entry would have {size} in this form",
                          f"at most {MAX_BYTES:,}", entry=entry.slug)  # fmt: skip
        return _FormattedEntry(entry, text, (problem,))
    _compare_entries(entry.slug, found, remarks, new)
    return _FormattedEntry(entry, written)


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


def _as_it_stands(file: entries.WrittenFile, found: Sequence[_FormattedEntry]) -> str:
    """The file in its order, with the entries that could be read in their form."""
    parts = [file.head]
    for entry, text, _ in found:
        around = [re.sub(rb"[^\S\n]+$", b"", one, flags=re.MULTILINE) for one in (entry.above, entry.below, entry.gap)]
        parts += [around[0], text.encode(), *around[1:]]
    return b"".join([*parts, file.foot]).decode()


def _compose(file: entries.WrittenFile, ordered: Sequence[_FormattedEntry]) -> str:
    """The whole file, with an empty line between its parts, and each comment with its entry."""
    blocks = ["\n".join(lines) for lines in entries.paragraphs(file.head)]
    for number, (entry, text, _) in enumerate(ordered):
        above = entries.paragraphs(entry.above)
        if not number:  # what stands apart from the first entry would be the file's, and some lines are in any case
            lines = _comments(entry.above)
            own = entries.of_the_file(lines)
            above = [one for one in (lines[:own], lines[own:]) if one]
            on_it = above.pop() if lines[own:] else []
        else:
            on_it = above.pop() if above and entries.touches(entry.above) else []
        below = _comments(entry.below)
        own = entries.of_the_file(reversed(below)) if number == len(ordered) - 1 else 0
        blocks += ["\n".join(lines) for lines in above]
        blocks.append("\n".join([*on_it, text[:-1], *below[: len(below) - own]]))
        blocks += ["\n".join(below[len(below) - own :])] if own else []
    blocks += ["\n".join(lines) for lines in entries.paragraphs(file.foot)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _compare_entries(slug: str, found: Reading, remarks: Sequence[comments.Comment], new: Sequence[str]) -> None:
    again = read(Chunk(slug, "".join(f"{line}\n" for line in new).encode(), 1), "")
    same_entry = found.decoded.entry is None or found.decoded.entry == again.decoded.entry
    same_nodes = again.node is not None and found.node is not None and _meaning(again.node) == _meaning(found.node)
    if not same_entry or not same_nodes or again.node is None:
        raise _FormatRefused(f"the meaning of `{slug}`")
    if Counter(one.text for one in remarks) != Counter(one.text for one in comments.find(again.node, new)):
        raise _FormatRefused(f"the comments of `{slug}`")


def _compare_files(file: entries.WrittenFile, ordered: Sequence[_FormattedEntry], outcome: str) -> None:
    """That the outcome has just these entries, and that each comment belongs to what it belonged to."""
    again = entries.split(outcome.encode())
    if [(one.slug, one.body.decode()) for one in again.entries] != [(one.stands.slug, one.text) for one in ordered]:
        raise _FormatRefused("the order of the entries")
    before = _own(file, [one.stands for one in ordered])
    if before != _own(again, again.entries):
        raise _FormatRefused("the comments between the entries")


def _own(file: entries.WrittenFile, ordered: Sequence[entries.WrittenEntry]) -> list[list[str]]:
    """The comments of each entry; those of the file with the first's above and the last's below.

    Which of these are the file's depends on which entries are first and last.
    """
    between = [_comments(part) for one in ordered for part in (one.above, one.below)]
    return [_comments(file.head) + between[0], *between[1:-1], between[-1] + _comments(file.foot)] if between else []


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
