"""The one module that knows PyYAML: text in, nodes with positions out.

Nodes are built from parser events rather than by `yaml.load`, which would turn `off` and `NO` into False and
`12:30` into 750 (YAML 1.1) and drop all but the last of two equal keys without a word. Here every scalar stays
the text that was written, and whatever a reader could take for something else becomes a problem.
"""

import re
from collections.abc import Callable
from sys import intern
from typing import Any, NamedTuple

import yaml

from optout import text as characters
from optout.problem import Place, Problem
from optout.source.node import SHARED, Mapping, Node, Scalar, Sequence, Spot

MAX_BYTES = 64 * 1024
_MOST_WITH_FILES = 8 * MAX_BYTES
# A text kept letter by letter, as a file to copy is, with its lines: read in one piece, however long it is.
_KEPT = re.compile(rb"^( *)(?:- )*[a-z-]+: *\|[^\n]*\n(?:\1 +[^\n]*(?:\n|\Z)|[ \t\r]*\n)*", re.MULTILINE)
DASH = "YAML takes this dash"  # begins what is said of an item that it takes for a part of another
MAX_DEPTH = 12
_SHORT = 24  # characters of a text that is likely to stand in other places, too: one for all takes less memory


def parse(raw: bytes, file: str, first_line: int, problems: list[Problem]) -> Node | None:
    """The node of one entry, or None where it cannot be read; what is wrong is added to `problems`.

    `first_line` is the line of `file` on which `raw` begins, counted from 1.
    """
    return _Reader(file, first_line, problems).read(raw)


class Token(NamedTuple):
    """A scalar in its source, from character `start` up to `end`; `style` is its quote or block sign, "" if plain."""

    start: int
    end: int
    text: str
    style: str


def tokens(text: str) -> tuple[list[Token], bool]:
    """Every scalar of an entry in order, as far as YAML can read it, and whether that is to its end."""
    loader = _LOADER(text)
    found = []
    try:
        for event in iter(lambda: loader.get_event(), None):
            if isinstance(event, yaml.ScalarEvent):
                start: Any = event.start_mark
                end: Any = event.end_mark
                found.append(Token(start.index, end.index, event.value, event.style or ""))
    except yaml.YAMLError:
        return found, False
    finally:
        loader.dispose()
    return found, True


def is_ambiguous(scalar: Scalar) -> bool:
    """Whether other YAML tools read this unquoted text as something else: a truth value, a number, a time, nothing.

    The rules of YAML 1.1 (https://yaml.org/type/), and the numbers that YAML 1.2 adds
    (https://yaml.org/spec/1.2.2/#103-core-schema).
    """
    if not scalar.plain:
        return False
    if scalar.text[:1] not in _RESOLVER.yaml_implicit_resolvers:
        return False
    if _NUMBER.fullmatch(scalar.text):
        return True
    tag = _RESOLVER.resolve(yaml.ScalarNode, scalar.text, (True, False))
    return bool(tag != "tag:yaml.org,2002:str")


def is_in_curly_quotes(text: str) -> bool:
    """Whether a word processor's quotes stand around it, which somebody may take for YAML's."""
    return bool(_CURLY.fullmatch(text.strip()))


_CURLY = re.compile(r"(?s)[“„«‘‚].*[”“»’‘\"]")
_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+", re.ASCII)
_UNREADABLE = re.compile("[^\t\n\r -~\xa0-\U0010ffff]|[\u2028\u2029\ufffe\uffff]")
_NOTHING = "\u200b"  # which YAML reads, and whoever reads the value leaves out
_AFTER_SIGN = re.compile(r"(?m)^( *(?:- )*(?:-|[\w-]+:))([\u200b-\u200f\u2060\ufeff]+)(?= )")
_LOST = re.compile(r"[ \t]*#[^\s#]")
_COMMENT = re.compile(r"[ \t]*#")
BREAKS = "\x0b\x0c\x85\u2028\u2029"  # of lines and pages, where others than YAML see them
_YAML_TAG = "tag:yaml.org,2002:"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()


_made = tuple.__new__  # of a named tuple, without the call of its own: there are two for each word


def is_too_large(raw: bytes) -> bool:
    """Whether the text of an entry is more than anybody writes; files to copy, kept letter by letter, do not count."""
    if len(raw) <= MAX_BYTES:
        return False
    return len(raw) > _MOST_WITH_FILES or len(_KEPT.sub(b"", raw)) > MAX_BYTES


class _Reader:
    def __init__(self, file: str, first_line: int, problems: list[Problem]) -> None:
        self.file = file
        self.first_line = first_line
        self.problems = problems
        self.seen: set[str] = set()
        self.lines: list[str] = []
        self.with_hash: frozenset[int] = frozenset()  # of the lines
        self.next_event: Callable[[], Any]

    def read(self, raw: bytes) -> Node | None:
        if is_too_large(raw):
            expected = f"at most {MAX_BYTES:,} beside the files to copy"
            self.report(0, 0, "too-large", f"the entry has {len(raw):,} bytes", expected)
            return None
        text = self.decode(raw)
        if text is None:
            return None
        self.lines = text.split("\n")
        self.with_hash = frozenset(number for number, line in enumerate(self.lines) if "#" in line)
        if not self.check_characters(text):
            text = _UNREADABLE.sub(_NOTHING, text)  # and what is told of the rest is not that it has none
            self.seen.add(_NOTHING)
        if self.seen:
            text = _AFTER_SIGN.sub(lambda found: found[1] + " " * len(found[2]), text)
        loader = _LOADER(text)
        self.next_event = loader.get_event
        try:
            return self.build()
        except yaml.MarkedYAMLError as error:
            self.report_syntax(error, self.lines)
            return None
        except yaml.YAMLError as error:
            self.report(0, 0, "yaml-syntax", str(error), "YAML")
            return None
        except _UnreadableYaml:
            return None
        finally:
            loader.dispose()

    def decode(self, raw: bytes) -> str | None:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            good = raw[: error.start].decode("utf-8")
            line, column = good.count("\n"), len(good) - good.rfind("\n") - 1
            self.report(line, column, "not-utf-8", "these bytes are not UTF-8 text", "the file saved as UTF-8")
            return None

    def check_characters(self, text: str) -> bool:
        """Report what nobody can see; False where YAML itself would stumble over it."""
        if characters.is_seen_anywhere(text.replace("\r\n", "").replace("\n", "")):
            return True
        for number, line in enumerate(self.lines):
            for column in characters.spots(line.removesuffix("\r"), lines=True):
                expected = "a space in its place" if line[column] in BREAKS else "it removed"
                self.report(number, column, "bad-character", _character(line[column]), expected)
                self.seen.add(line[column])
        return all(character >= "\xa0" and character not in "\u2028\u2029\ufffe\uffff" for character in self.seen)

    def build(self) -> Node | None:
        root: Node | None = None
        while not isinstance(event := self.next_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.report_event(event, "yaml-feature", "a second YAML document begins here", "one entry")
                raise _UnreadableYaml
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        if event.anchor or event.tag:
            self.refuse_features(event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            return Scalar("", "*", self.place(event.start_mark), self.spot(event.end_mark))
        if depth > MAX_DEPTH:
            self.report_event(event, "too-deep", "this is nested too deeply", f"at most {MAX_DEPTH} levels")
            raise _UnreadableYaml
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        place, flow = self.place(event.start_mark), bool(event.flow_style)
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(event := self.next_event()) is not yaml.SequenceEndEvent:
                items.append(self.node(event, depth + 1))
            return Sequence(tuple(items), place, self.spot(event.end_mark), flow)
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self.next_event()) is not yaml.MappingEndEvent:
            self.pair(event, pairs, depth + 1)
        return Mapping(tuple(pairs.values()), place, self.spot(event.end_mark), flow)

    def pair(self, event: Any, pairs: dict[str, tuple[Scalar, Node]], depth: int) -> None:
        key = self.node(event, depth)
        value = self.node(self.next_event(), depth)
        if not isinstance(key, Scalar):
            self.problems.append(Problem(key.place, "wrong-kind", "this key is not a word", "a field name"))
            return
        if key.text == "<<" and isinstance(value, Scalar) and value.style == "*":
            self.problems[-1] = self.problems[-1]._replace(place=key.place, message=SHARED[0], expected=SHARED[1])
        if key.text in pairs:
            first = pairs[key.text][0].place
            message = f"`{key.text}` stands here a second time (first on line {first.line})"
            self.problems.append(Problem(key.place, "duplicate-key", message, "each field once"))
        else:
            pairs[key.text] = (key, value)

    def scalar(self, event: Any) -> Scalar:
        text: str = event.value
        style: str = event.style or ""  # none is "" to libyaml and None to the pure parser
        place, end = self.place(event.start_mark), self.spot(event.end_mark)
        if style == '"':
            self.check_escapes(text, place)
        elif not style:
            first, last = event.start_mark.line, event.end_mark.line
            if last in self.with_hash:
                self.check_lost(text, event.end_mark, end)
            if last > first:
                self.check_dashes(first, last)
        return _made(Scalar, (intern(text) if len(text) <= _SHORT else text, style, place, end))

    def check_escapes(self, text: str, place: Place) -> None:
        """Report what nobody can see in a text that was written as an escape."""
        hidden = next(characters.spots(text, lines=True), None)
        if hidden is not None and text[hidden] not in self.seen:
            self.problems.append(Problem(place, "bad-character", _character(text[hidden]), "it removed"))

    def check_lost(self, text: str, mark: Any, end: Spot) -> None:
        """Report what YAML drops behind an unquoted text."""
        line = self.lines[mark.line]
        if not _lost(text).match(line, mark.column):
            return
        message = f"YAML reads {line[mark.column :].strip()!r} as a comment and drops it"
        expected = f"the text in quotes, or {'a space after' if text else 'a value before'} the #"
        if re.match(r"https?://\S+$", text):
            fragment = line[mark.column :].strip()
            expected = f"`{text}{fragment}` without the space, or a space after the # if it is a comment"
        self.problems.append(Problem(Place(self.file, *end), "lost-text", message, expected))

    def check_dashes(self, first: int, last: int) -> None:
        """Report lines of one unquoted text that were meant as items of a list: YAML joins them without a word."""
        if not re.match(r" *(-|[\w-]+:) ", self.lines[first]):
            return
        for number in range(first + 1, min(last + 1, len(self.lines))):
            if dash := re.match(r" *(?=- \S)", self.lines[number]):
                message = f"{DASH} for a part of the text above, since it stands deeper"
                expected = "it below the dash above, for an item of its own"
                self.report(number, dash.end(), "wrong-value", message, expected)
                return

    def place(self, mark: Any) -> Place:
        return _made(Place, (self.file, self.first_line + mark.line, mark.column + 1))

    def spot(self, mark: Any) -> Spot:
        return self.first_line + mark.line, mark.column + 1

    def refuse_features(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = (
                f"`*{event.anchor}` copies in YAML what stands after `&{event.anchor}`, which a catalog does not do"
            )
            self.report_event(
                event, "yaml-feature", message, "quotes around the text if it begins with *; else it written out"
            )
            return
        if event.anchor:
            message = f"`&{event.anchor}` is a mark in YAML for what is copied elsewhere, which a catalog does not do"
            self.report_event(event, "yaml-feature", message, "quotes around the text if it begins with &; else no &")
        if event.tag:
            message = f"`{event.tag.replace(_YAML_TAG, '!!')}` is a tag in YAML, which a catalog has none of"
            self.report_event(event, "yaml-feature", message, "quotes around the text if it begins with !; else no !")

    def report_syntax(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        if "',' or '" in (error.problem or "") and any(one.rule == "lost-text" for one in self.problems):
            return  # what would have closed the list was dropped with it
        mark = error.problem_mark or error.context_mark
        line, column = _within(lines, mark.line, mark.column) if mark else (0, 0)
        message = (error.problem or error.context or "this is not YAML").strip()
        expected = "YAML"
        if "could not find expected ':'" in message and error.context_mark:
            begun = error.context_mark
            line, column = _colon_above(lines, begun.line) or (begun.line, begun.column)
        elif "end of stream" in message and "quoted" in (error.context or "") and error.context_mark:
            line, column = error.context_mark.line, error.context_mark.column
            expected = f"{lines[line][column]} at the end of the text, too"
        if "mapping values are not allowed" in message or lines[line][column : column + 2] == ": ":
            expected = "quotes around a text that contains a colon and a space"
        elif "cannot start any token" in message and lines[line][column : column + 1] in ("%", "@", "`"):
            expected = "quotes around a text that begins with a special character"
        elif "unknown escape" in message:
            message, expected = "in double quotes a backslash begins an escape", "single quotes, or two backslashes"
        elif lines[line].lstrip(" ").startswith("\t"):
            expected = "spaces, not tabs, before the text"
        self.report(line, column, "yaml-syntax", message, expected)

    def report_event(self, event: Any, rule: str, message: str, expected: str) -> None:
        self.report(event.start_mark.line, event.start_mark.column, rule, message, expected)

    def report(self, line: int, column: int, rule: str, message: str, expected: str) -> None:
        place = Place(self.file, self.first_line + line, column + 1)
        self.problems.append(Problem(place, rule, message, expected))


class _UnreadableYaml(Exception):
    """The rest of the entry cannot be read; the reason has been reported."""


def _lost(text: str) -> re.Pattern[str]:
    """What drops the rest of a line: after an empty text any comment, which may be all there is of it."""
    return _LOST if text else _COMMENT


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The position, or the end of the text where it lies behind that: nobody looks for a mistake on empty lines."""
    last = max((number for number, text in enumerate(lines) if text.strip()), default=0)
    return (line, column) if line <= last else (last, len(lines[last].rstrip()))


def _colon_above(lines: list[str], line: int) -> tuple[int, int] | None:
    """Where a colon on the line before makes a field of an unquoted text that goes on after it."""
    found = re.match(r" *(?:- +|[\w-]+: +)[^\s'\"\[{|>].*?(?=: )", lines[line - 1]) if line else None
    return (line - 1, found.end()) if found else None


def _character(character: str) -> str:
    return f"{characters.named(character)} is in this text"
