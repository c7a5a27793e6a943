"""Mending what can be mended without judgement: text and problems in, text out.

Each mender proposes one edit for one problem. An edit is kept only if the entry, read again, has that problem no longer
and no new one, and every text outside the edit reads as before. What is not certain is left to a person. An entry is
read again a limited number of times, so that no entry, however broken, takes for ever.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from optout.alike import slips
from optout.editing.where import by_chunk
from optout.model import Date
from optout.problem import Fix, Place, Problem
from optout.rules import check_entry, entry_order
from optout.schema.decode import decode
from optout.schema.fields import field_names
from optout.schema.slips import COMMA
from optout.source.entries import arranged, split
from optout.source.nodes import MAX_BYTES, Token, tokens
from optout.source.positions import Positions
from optout.source.spaces import other_spaces, trailing_spaces
from optout.source.split import SLUG, Chunk, cut_all, first_text


class Edit(NamedTuple):
    """Put `text` in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


class Mended(NamedTuple):
    """A catalog's text after mending, in parts, and the problems that are gone, each with its fix.

    `untried` is the number of problems for which there was an edit, but no try left.
    """

    parts: tuple[bytes | memoryview, ...]
    problems: tuple[Problem, ...]
    untried: int

    @property
    def data(self) -> bytes:
        """The text as a whole."""
        return b"".join(self.parts)


class _Entry(NamedTuple):
    """One entry: its text, where its lines start, its scalars, and which hosts are known to speak https."""

    chunk: Chunk
    file: str
    text: str
    positions: Positions
    tokens: Sequence[Token]
    is_whole: bool
    hosts: frozenset[str]

    def offset(self, place: Place) -> int:
        return self.positions.offset(place.line - self.chunk.line + 1, place.column)

    def place(self, offset: int) -> Place:
        line, column = self.positions.spot(offset)
        return Place(self.file, self.chunk.line + line - 1, column)

    def fix(self, edit: Edit) -> Fix:
        return Fix(self.place(edit.start), self.place(edit.end), edit.text)

    def token_at(self, start: int) -> Token | None:
        found = self.token_from(start)
        return found if found and found.start == start else None

    def token_from(self, start: int) -> Token | None:
        """The first token that begins here or later."""
        number = bisect_left(self.tokens, start, key=_START)
        return self.tokens[number] if number < len(self.tokens) else None

    def token_until(self, end: int) -> Token | None:
        """The token that ends here."""
        number = bisect_left(self.tokens, end, key=_START) - 1
        return self.tokens[number] if number >= 0 and self.tokens[number].end == end else None


class _Judged(NamedTuple):
    """An entry with what reading it and what the rules about single entries find."""

    entry: _Entry
    read: list[Problem]
    ruled: list[Problem]


_START = itemgetter(0)  # of a token or a span
_SLUG = itemgetter(0)  # of an entry
_HTTPS = re.compile(rb"https://([\w.-]+)(?![\w.:-])")
_MOST_READ = 512 * 1024  # bytes of an entry, read again and again: a hundred tries for the usual ones


def mend(data: bytes, problems: Iterable[Problem], today: Date) -> Mended:
    """Mend those of the `problems` of the catalog `data` that can be mended; all else stays as it is, byte by byte.

    The places of the fixes are those of `data`.
    """
    problems = list(problems)
    hosts = frozenset(host[1].decode("ascii").lower() for host in _HTTPS.finditer(data))
    mended: list[Problem] = []
    untried = 0
    end = first_text(data)
    parts, copied, is_whole = list[bytes | memoryview](), 0, True
    for chunk, found in by_chunk(data, (problem for problem in problems if problem.rule in _MENDERS)):
        start, end, is_whole = end, end + len(chunk.raw), is_whole and bool(chunk.slug)
        entry = _entry(chunk, found[0].place.file, hosts) if found else None
        proposed = _proposed(entry, found) if entry else []
        if entry and proposed:
            after, kept, left = _kept(entry, proposed, today)
            mended += [problem._replace(fixes=(entry.fix(edit),)) for problem, edit in kept]
            untried += left
            parts += [memoryview(data)[copied:start], after.raw]
            copied = end
    parts.append(memoryview(data)[copied:])
    misplaced = {problem.entry: problem for problem in problems if problem.rule == entry_order.ID}
    if misplaced and is_whole:
        fix = _difference(data, _moved(data, misplaced), problems[0].place.file)
        mended += [problem._replace(fixes=(fix,)) for problem in misplaced.values()]
        parts = [_moved(b"".join(parts), misplaced)]
    return Mended(tuple(parts), tuple(sorted(mended)), untried)


def _proposed(entry: _Entry, problems: Iterable[Problem]) -> list[tuple[Problem, Edit]]:
    """What the menders propose, in the order of the text and without overlaps."""
    edits = [(problem, edit) for problem in problems if (edit := _MENDERS[problem.rule](entry, problem))]
    edits.sort(key=lambda one: one[1])
    return [one for n, one in enumerate(edits) if not n or edits[n - 1][1].end <= one[1].start]


def _kept(
    entry: _Entry, proposed: list[tuple[Problem, Edit]], today: Date
) -> tuple[Chunk, list[tuple[Problem, Edit]], int]:
    """The entry with as many of the edits as can be kept, those that are, and the number of those not tried.

    If not all of them can be kept at once, each half is tried: the later one first, so that the places of the others
    hold.
    """
    judged = _judged(entry, today)
    waiting, kept = [proposed], list[tuple[Problem, Edit]]()
    for _ in range(max(1, _MOST_READ // (len(entry.text) + 1))):
        if not waiting:
            break
        edits = waiting.pop()
        after = _better(judged, edits, today)
        if after:
            judged = after
            kept += edits
        elif len(edits) > 1:
            half = len(edits) // 2
            waiting += [edits[:half], edits[half:]]
    return judged.entry.chunk, kept, sum(map(len, waiting))


def _edited(text: str, edits: list[tuple[Problem, Edit]]) -> str:
    parts, done = [], 0
    for _, edit in edits:
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def _entry(chunk: Chunk, file: str, hosts: frozenset[str]) -> _Entry | None:
    try:
        text = chunk.raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _read(chunk, text, file, hosts)


def _read(chunk: Chunk, text: str, file: str, hosts: frozenset[str]) -> _Entry:
    return _Entry(chunk, file, text, Positions(text), *tokens(text), hosts)


# Whether to keep an edit.


def _better(before: _Judged, edits: list[tuple[Problem, Edit]], today: Date) -> _Judged | None:
    """The entry after the edits if they mend their problems, bring no other, and leave all other texts as they read."""
    text = _edited(before.entry.text, edits)
    chunk = before.entry.chunk._replace(raw=text.encode("utf-8"))
    if len(chunk.raw) > MAX_BYTES or [one.slug for one in cut_all(chunk.raw)] != [chunk.slug]:
        return None
    after = _judged(_read(chunk, text, before.entry.file, before.entry.hosts), today)
    old, new = _spans([edit for _, edit in edits])
    there = _kinds(before.entry, before.read + before.ruled, old)
    there.subtract(_kind(problem) for problem, _ in edits)
    unread = {_kind(problem) for problem in before.read}
    judged = [span for (problem, _), span in zip(edits, new, strict=True) if _kind(problem) not in unread]
    here = _kinds(after.entry, after.read, new) + _kinds(after.entry, after.ruled, judged)
    # A text that YAML could not read hid what comes after it, and one that could not be read what rules say of it.
    news = _new(before.read, after.read) if before.entry.is_whole else Counter()
    if not before.read:
        news += _new(before.ruled, after.ruled)
    is_better = not (here - there or news) and _reads_the_same(before.entry, after.entry, old, new)
    return after if is_better else None


Span = tuple[int, int]


def _spans(edits: list[Edit]) -> tuple[list[Span], list[Span]]:
    """Where the edits are in the text before them, and after."""
    old, new, moved = [], [], 0
    for edit in edits:
        old.append((edit.start, edit.end))
        new.append((edit.start + moved, edit.start + moved + len(edit.text)))
        moved += len(edit.text) - (edit.end - edit.start)
    return old, new


def _judged(entry: _Entry, today: Date) -> _Judged:
    decoded = decode(entry.chunk, entry.file)
    spaces = [one._replace(place=one.place._replace(line=one.place.line + entry.chunk.line - 1))
              for find in (trailing_spaces, other_spaces) for one in find(entry.chunk.raw, entry.file)]  # fmt: skip
    ruled = list(check_entry(decoded, today))
    return _Judged(entry, list(decoded.problems), ruled + spaces)


_Kinds = Counter[tuple[str, str]]


def _kind(problem: Problem) -> tuple[str, str]:
    """Rule and message of a problem, without the numbers: a text that is too long by less is no new problem."""
    return problem.rule, re.sub(r"[\d,]*\d", "0", problem.message)


def _kinds(entry: _Entry, problems: list[Problem], spans: list[Span]) -> _Kinds:
    """The problems in some parts of a text."""
    return Counter(_kind(one) for one in problems if _touches(entry.offset(one.place), spans))


def _touches(offset: int, spans: list[Span]) -> bool:
    """Whether a character is in one of the spans, which stand in order, or at its end."""
    position = bisect_right(spans, offset, key=_START) - 1
    return position >= 0 and offset <= spans[position][1]


def _new(before: list[Problem], after: list[Problem]) -> _Kinds:
    return Counter(map(_kind, after)) - Counter(map(_kind, before))


def _reads_the_same(before: _Entry, after: _Entry, old: list[Span], new: list[Span]) -> bool:
    """Whether every text outside the edits is the one it was, as far as it could be read."""
    were, are = _outside(before, old), _outside(after, new)
    return were == (are if before.is_whole else are[: len(were)])


def _outside(entry: _Entry, spans: list[Span]) -> list[str]:
    """The texts outside the edits. One that ends or begins where an edit does is within: a sign of it may be gone."""
    ends = [end for _, end in spans]
    clear = (
        one for one in entry.tokens if (at := bisect_left(ends, one.start)) == len(spans) or one.end < spans[at][0]
    )
    return [token.text for token in clear]


# What to put in place of what.


def _replace(entry: _Entry, problem: Problem) -> Edit | None:
    """The address that was suggested."""
    token = entry.token_at(entry.offset(problem.place))
    return _rewritten(token, problem.suggestion) if token else None


def _use_https(entry: _Entry, problem: Problem) -> Edit | None:
    """The same address with https, if another address of the catalog reaches its host by https."""
    host = re.match(r"https://([\w.-]+)(?![\w.:-])", problem.suggestion)
    return _replace(entry, problem) if host and host[1].lower() in entry.hosts else None


def _rewritten(token: Token, text: str) -> Edit | None:
    """A text of one line in the quotes that the old one had."""
    if token.style == '"' and set(text) & set('"\\'):
        return None
    written = {"": text, "'": "'" + text.replace("'", "''") + "'", '"': f'"{text}"'}.get(token.style)
    return Edit(token.start, token.end, written) if written else None


def _quote(entry: _Entry, problem: Problem) -> Edit | None:
    """Quotes around a word that other readers misread, or around a sentence that a colon makes a field of."""
    start = entry.offset(problem.place)
    token = entry.token_at(start)
    if token is None:
        return None
    if problem.suggestion:
        is_same = problem.suggestion.strip("'\"") in (token.text, token.text.lower(), token.text[1:-1])
        return Edit(start, token.end, problem.suggestion) if is_same else None
    after = entry.token_from(start + 1)
    return _quoted(entry.text, start, after.end) if after and not token.style and not after.style else None


def _quoted(text: str, start: int, end: int) -> Edit | None:
    """Single quotes around a plain text, which may go over several lines; None if a comment stands in it."""
    written = text[start:end].rstrip()
    if re.search(r"\s#", written):
        return None
    return Edit(start, start + len(written), "'" + written.replace("'", "''") + "'")


def _quote_lost(entry: _Entry, problem: Problem) -> Edit | None:
    """Quotes around a text with a # in it, if what was lost ends in a citation: then it is no comment."""
    end = entry.offset(problem.place)
    token = entry.token_until(end)
    lost = entry.text[end:].split("\n", 1)[0].rstrip()
    if token is None or not re.search(rf"\[{SLUG}\]$", lost):
        return None
    written = entry.text[token.start : end] + lost
    return Edit(token.start, token.start + len(written), "'" + written.replace("'", "''") + "'")


_ITEM = re.compile(rf"( *(?:- +)*)(?:({SLUG}):[ ]+)?(?=[^\s'\"\[{{|>#])")


def _quote_line(entry: _Entry, problem: Problem) -> Edit | None:
    """Quotes around an unquoted text with a colon in it, or with a first character that means something to YAML."""
    lines = entry.text.split("\n")
    first = problem.place.line - entry.chunk.line
    if "quotes around" not in problem.expected or first >= len(lines):
        return None
    found = _ITEM.match(lines[first])
    if found is None or not (found[2] or found[1].strip()):
        return None
    start = sum(len(line) + 1 for line in lines[:first]) + found.end()
    column = len(found[1]) - (0 if found[2] else 1)
    last = first
    while last + 1 < len(lines) and re.match(rf" {{{column + 1}}} *[^\s#]", lines[last + 1]):
        last += 1
        if re.match(rf" *(- |{SLUG}:(\s|$))", lines[last]):
            return None  # fields and items of their own, put too deep
    return _quoted(entry.text, start, sum(len(line) + 1 for line in lines[: last + 1]) - 1)


def _respell(entry: _Entry, problem: Problem) -> Edit | None:
    """The same word in other capitals or spelt right, the same menus with the sign that stands between them."""
    token = entry.token_at(entry.offset(problem.place))
    if token is None or not problem.suggestion:
        return None
    meant = problem.suggestion
    is_same = re.findall(r"\w+", token.text) == re.findall(r"\w+", meant) or token.text.casefold() == meant.casefold()
    return _rewritten(token, meant) if is_same or _is_misspelt(token.text.lower(), problem) else None


def _is_misspelt(typed: str, problem: Problem) -> bool:
    """Whether the word suggested is the only one of those allowed that is a slip or two away, in a long one."""
    if not problem.expected.startswith("one of "):
        return False
    words = problem.expected.removeprefix("one of ").split(", ")
    is_near = slips(typed, problem.suggestion) <= (2 if len(problem.suggestion) >= _LONG else 1)
    return is_near and [word for word in words if slips(typed, word) <= 2] == [problem.suggestion]


_LONG = 8  # letters of a word in which two slips leave no doubt


def _list(entry: _Entry, problem: Problem) -> Edit | None:
    """Brackets around words."""
    token = entry.token_at(entry.offset(problem.place))
    if token is None or token.style or not problem.suggestion.startswith("["):
        return None
    if not set(re.findall(r"\w+", problem.suggestion.casefold())) <= set(re.findall(r"\w+", token.text.casefold())):
        return None  # another word than was written needs judgement
    return Edit(token.start, token.end, problem.suggestion)


def _mend_line(entry: _Entry, problem: Problem) -> Edit | None:
    """The line as it was meant, without a comma at its end, or quotes around a text that YAML reads otherwise."""
    start = entry.offset(problem.place)
    if problem.message == COMMA:
        return Edit(start, start + 1, "")
    if not problem.suggestion:
        return _quote_line(entry, problem)
    return Edit(start, start + len(entry.text[start:].split("\n", 1)[0].rstrip()), problem.suggestion)


def _strip(entry: _Entry, problem: Problem) -> Edit | None:
    """Nothing, in place of the blanks at the end of a line."""
    start = entry.offset(problem.place)
    return Edit(start, start + problem.length, "")


# Without width and without meaning in any text of a catalog; other invisible characters may stand where a space was.
_WIDTHLESS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


def _remove(entry: _Entry, problem: Problem) -> Edit | None:
    """Nothing, in place of a character without width."""
    start = entry.offset(problem.place)
    return Edit(start, start + 1, "") if entry.text[start : start + 1] in tuple(_WIDTHLESS) else None


def _space(entry: _Entry, problem: Problem) -> Edit:
    """A space in place of what only looks like one."""
    start = entry.offset(problem.place)
    return Edit(start, start + 1, " ")


def _rename(entry: _Entry, problem: Problem) -> Edit | None:
    """The name of the only field, anywhere in an entry, that is one slip of the keyboard away."""
    token = entry.token_at(entry.offset(problem.place))
    if (
        token is None
        or not problem.suggestion
        or [name for name in field_names() if slips(token.text.lower(), name) == 1 or token.text.lower() == name]
        != [problem.suggestion]
    ):
        return None
    return _rewritten(token, problem.suggestion)


_Mender = Callable[[_Entry, Problem], Edit | None]
_MENDERS: dict[str, _Mender] = {
    "bad-character": _remove,
    "foreign-address": _replace,
    "lost-text": _quote_lost,
    "plain-http": _use_https,
    "quote-it": _quote,
    "other-character": _replace,
    "other-space": _space,
    "trailing-space": _strip,
    "unknown-field": _rename,
    "unknown-region": _respell,
    "wrong-kind": _list,
    "wrong-value": _respell,
    "yaml-syntax": _mend_line,
}
ARCHIVED = "archived-terms"  # mended by `editing/archived.py`, which has the archive to ask
MENDABLE = frozenset((*_MENDERS, entry_order.ID, ARCHIVED))


# The order of entries.


def _moved(data: bytes, misplaced: Container[str]) -> bytes:
    """The catalog with the misplaced entries where they belong."""
    file = split(data)
    order = [entry for entry in file.entries if entry.slug not in misplaced]
    for entry in sorted((one for one in file.entries if one.slug in misplaced), key=_SLUG):
        order.insert(next((n for n, other in enumerate(order) if other.slug > entry.slug), len(order)), entry)
    return arranged(file, order)


def _difference(old: bytes, new: bytes, file: str) -> Fix:
    """The lines in which two texts differ, as one fix of the first."""
    start = old.rfind(b"\n", 0, _same(old, new)) + 1
    rest = _same(old[start:][::-1], new[start:][::-1])
    # The last line that is the same begins where in both a line does.
    ends = [len(text) - rest for text in (old, new)]
    if not all(end == start or text[end - 1 : end] == b"\n" for text, end in zip((old, new), ends, strict=True)):
        to_next = old.find(b"\n", ends[0]) + 1
        ends = [end + (to_next or len(old)) - ends[0] for end in ends]
    first = old.count(b"\n", 0, start) + 1
    last = first + old.count(b"\n", start, ends[0]) + (ends[0] == len(old) and not old.endswith(b"\n"))
    return Fix(Place(file, first, 1), Place(file, last, 1), new[start : ends[1]].decode("utf-8", "replace"))


def _same(one: bytes, other: bytes) -> int:
    """How many bytes two texts share at their start."""
    block = 1 << 16
    start = 0
    while start < len(one) and one[start : start + block] == other[start : start + block]:
        start += block
    return min(start, len(one)) + _common(one[start : start + block], other[start : start + block])


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two sequences share at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (this, that) in pairs if this != that), min(len(one), len(other)))
