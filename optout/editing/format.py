"""One canonical form of a catalog: `text -> text`.

The nodes that a catalog is read from are written again, entry by entry. What comes of it is read again and compared
before it is given back, as mdformat and Black do. A round trip through ruamel.yaml keeps comments too, but it takes
several seconds for what takes one here, breaks lines where it likes and has no order of fields.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile, zip_longest
from operator import itemgetter
from typing import Any, NamedTuple

from optout.errors import OptoutError
from optout.problem import Problem
from optout.schema.decode import Reading, decode, read
from optout.schema.fields import PLATFORM
from optout.source import comments
from optout.source.layout import write
from optout.source.nodes import Mapping, Node, Scalar, is_ambiguous, parse
from optout.source.split import Chunk, cut_all

# Tells an editor how to read the file, so it must stay on top (https://github.com/redhat-developer/yaml-language-server).
_MODELINE = re.compile(r"#\s*(?:yaml-language-server:|-\*-|vim?:)")


class Formatted(NamedTuple):
    """A catalog in its canonical form, the slugs of the entries that were rewritten, and whether any had to move.

    Entries with `problems` cannot be read. They stand in `text` as they did, and so does all that is between entries.
    """

    text: str
    rewritten: tuple[str, ...]
    moved: bool
    problems: tuple[Problem, ...]


class _Entry(NamedTuple):
    """An entry as it was and as it will be, the lines behind it, and why it cannot be read."""

    slug: str
    old: str
    new: str
    behind: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class _Gap(NamedTuple):
    """Paragraphs of comments between two entries: what touches the one before, what touches neither, what the next."""

    before: list[str]
    loose: list[str]
    after: list[str]


def format_text(text: str, file: str = "platforms.yaml") -> Formatted:
    """The catalog `text` in its canonical form; `file` is its name in the places of problems.

    Raises:
        OptoutError: the outcome would not say the same as `text`, which is a bug; nothing may be written then.
    """
    clean = text.removeprefix("\ufeff")
    clean += "" if clean.endswith("\n") or not clean else "\n"
    clean = re.sub("\r+\n", "\n", clean)
    chunks = list(cut_all(clean.encode()))
    lines = clean.split("\n")[:-1]
    head = lines[: chunks[0].line - 1] if chunks else lines
    entries = [_entry(chunk, file) for chunk in chunks]
    problems = tuple(problem for entry in entries for problem in entry.problems)
    rewritten = tuple(entry.slug for entry in entries if entry.new != entry.old)
    if problems:
        kept = (line for entry in entries for line in (entry.new, *entry.behind))
        return Formatted("".join(f"{line}\n" for line in (*head, *kept)), rewritten, False, problems)
    ordered = sorted(entries, key=lambda entry: entry.slug)
    outcome = _compose(head, entries)
    _compare_files(head, ordered, outcome)
    return Formatted(outcome, rewritten, ordered != entries, ())


def _entry(chunk: Chunk, file: str) -> _Entry:
    text = chunk.raw.decode()
    found = read(chunk._replace(line=1), file)
    if problems := _obstacles(chunk, found, file):
        return _Entry(chunk.slug, text[:-1], text[:-1], (), problems)
    assert isinstance(found.node, Mapping)
    lines = text.split("\n")[:-1]
    end = _end(found.node, lines)
    body, behind = lines[:end], tuple(line.rstrip() for line in lines[end:])
    remarks = comments.find(found.node, body)
    new = write(found.node, body, found.fields, comments.attach(found.node, body, remarks))
    if new != body:
        _compare_entries(chunk.slug, found, remarks, new)
    return _Entry(chunk.slug, "\n".join(body), "\n".join(new), behind)


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


def _end(node: Node, lines: Sequence[str]) -> int:
    """The number of lines that are the entry's own: comments at the left edge behind it are not."""
    last = max(scalar.end[0] - (scalar.end[1] == 1) for scalar in comments.scalars(node))
    end = len(lines)
    while end > last and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    indented = takewhile(lambda line: not line.startswith("#"), lines[end:])
    own = [*lines[:end], *indented]
    while not own[-1] or (len(own) > last and not own[-1].strip()):  # spaces may be a part of a text to copy
        own.pop()
    return len(own)


def _compose(head: Sequence[str], entries: Sequence[_Entry]) -> str:
    """The whole file: comments stay with the entries they touch, or with the next one; the head and the foot stay."""
    start = _top(_gap(head, follows=False, precedes=bool(entries)))
    behind = [_gap(entry.behind, follows=True, precedes=entry is not entries[-1]) for entry in entries]
    blocks = []
    for entry, above, below in zip(entries, [start._replace(loose=[]), *behind], behind, strict=False):
        text = "\n".join([*above.after, entry.new, *below.before])
        blocks.append((entry.slug, "\n\n".join([*above.loose, text])))
    foot = behind[-1].loose if behind else []
    parts = [*start.loose, *(text for _, text in sorted(blocks, key=itemgetter(0))), *foot]
    return "\n\n".join(parts) + "\n" if parts else ""


def _gap(lines: Sequence[str], follows: bool, precedes: bool) -> _Gap:
    """The comments behind an entry if it `follows` one, before an entry if it `precedes` one."""
    groups = [
        (is_text, "\n".join(map(str.strip, group)))
        for is_text, group in groupby(lines, lambda line: bool(line.strip()))
    ]
    paragraphs = [group for is_text, group in groups if is_text]
    after = [paragraphs.pop()] if precedes and groups and groups[-1][0] else []
    before = [paragraphs.pop(0)] if follows and paragraphs and groups[0][0] else []
    return _Gap(before, paragraphs, after)


def _top(gap: _Gap) -> _Gap:
    """The comments before the first entry; what must stay on top is parted from what may move with the entry."""
    if gap.loose or not gap.after:
        return gap
    lines = gap.after[0].split("\n")
    top = list(takewhile(_MODELINE.match, lines))
    return gap._replace(
        loose=["\n".join(part) for part in (top,) if part],
        after=["\n".join(part) for part in (lines[len(top) :],) if part],
    )


def _compare_entries(slug: str, found: Reading, remarks: Sequence[comments.Comment], new: Sequence[str]) -> None:
    again = read(Chunk(slug, "".join(f"{line}\n" for line in new).encode(), 1), "")
    same_entry = found.decoded.entry is None or found.decoded.entry == again.decoded.entry
    same_nodes = again.node is not None and found.node is not None and _meaning(again.node) == _meaning(found.node)
    if not same_entry or not same_nodes or again.node is None:
        raise _Refused(f"the meaning of `{slug}`")
    if Counter(one.text for one in remarks) != Counter(one.text for one in comments.find(again.node, new)):
        raise _Refused(f"the comments of `{slug}`")


def _compare_files(head: Sequence[str], ordered: Sequence[_Entry], outcome: str) -> None:
    """That the outcome consists of these entries and of the comments that stood between them."""
    between = Counter(_texts([*head, *(line for entry in ordered for line in entry.behind)]))
    chunks = list(cut_all(outcome.encode()))
    found = Counter(_texts(outcome.split("\n")[: chunks[0].line - 1 if chunks else None]))
    for entry, chunk in zip_longest(ordered, chunks):
        raw = chunk.raw.decode() if chunk else ""
        if not entry or not raw.startswith(f"{entry.new}\n"):
            raise _Refused("the order of the entries")
        found.update(_texts(raw[len(entry.new) :].split("\n")))
    if found != between:
        raise _Refused("the comments between the entries")


def _texts(lines: Iterable[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]


def _meaning(node: Node) -> Any:
    """What must not change. Line breaks at the end of a text mean nothing, nor does the order of fields in a group."""
    if isinstance(node, Scalar):
        return (node.text.rstrip("\n"), is_ambiguous(node))
    if isinstance(node, Mapping):
        return {key.text: (_meaning(key), _meaning(value)) for key, value in node.pairs}
    return [_meaning(item) for item in node.items]


class _Refused(OptoutError):
    exit_code = 3

    def __init__(self, what: str) -> None:
        super().__init__(f"formatting would change {what}, which is a bug; nothing was written, please report it")
