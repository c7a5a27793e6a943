"""How a single text is written in YAML: plain, in quotes, or as a block below its key.

Plain where nothing is lost by it; what its author broke into lines stays so; only lines that are too long are broken
anew. A text to copy (`|`) stays letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from optout.source.escapes import escape
from optout.source.node import Scalar
from optout.source.nodes import is_ambiguous, is_in_curly_quotes

WIDTH = 120

# Signs with a meaning of their own in YAML (https://yaml.org/spec/1.2.2/#733-plain-style); stricter than it asks for.
_NOT_PLAIN = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`\s]|.*(?::(?:\s|$)|\s#|[\t\n]|\s$)""", re.DOTALL)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_MUST_ESCAPE = re.compile("[^ -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"\n": r"\n", "\t": r"\t"}
_SLIP = re.compile(
    r"[,;]\Z|^\s*(?:TODO|TBD|TBA|FIXME)\b"
)  # what is told as a mistake unless quotes say that it is meant
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_UNFOLDABLE = re.compile(r"(?:^|\n)[ \t]|[ \t](?:\n|$)")


class Written(NamedTuple):
    """A text as it is written: what follows its key on the same line, and the lines of a block below it."""

    head: str
    block: tuple[str, ...] = ()


def is_like_a_slip(text: str) -> bool:
    """Whether a text is told as a mistake unless quotes say that it is meant."""
    return is_in_curly_quotes(text) or is_half_quoted(text) or bool(_SLIP.search(text)) or bool(escape(text))


def is_half_quoted(text: str) -> bool:
    """Whether a quote ends a text that none begins; inches and what somebody owns end with one, too."""
    return text[-1:] in ("'", '"') and text.count(text[-1]) == 1 and not re.search(r"\ds?['\"]\Z|s'\Z", text)


def inline(scalar: Scalar, flow: bool = False, before_comment: str = "") -> str:
    """The text on one line; `before_comment` is a comment that will stand behind it."""
    text = scalar.text
    if scalar.plain:
        return text
    # Behind a plain text, a comment without a space after its # could be a part of the text that got lost.
    looks_lost = re.match(r"#[^\s#]", before_comment)
    is_taken = looks_lost or is_like_a_slip(text)
    if _NOT_PLAIN.match(text) or not text or (flow and _NOT_PLAIN_IN_FLOW.search(text)) or is_taken:
        return _quoted(text, scalar.style)
    return _quoted(text, scalar.style) if is_ambiguous(scalar._replace(style="")) else text


def write(scalar: Scalar, source: Sequence[str], room: int, indent: int, before_comment: str = "") -> Written:
    """The text where it may be a block.

    `source` are the lines in which it was written, `room` is what the line of its key has left, and `indent` that of a
    block, both in characters.
    """
    text = scalar.text
    if scalar.style == "|":
        return _literal(text)
    if scalar.style == ">":
        return _folded(text, source[1:], indent)
    line = inline(scalar, before_comment=before_comment)
    if scalar.plain and is_ambiguous(scalar):
        return Written(line)
    if "\n" in text:
        return Written(line) if _UNFOLDABLE.search(text) or text.endswith("\n\n") else _literal(text)
    if (
        (scalar.style and escape(text))
        or _UNFOLDABLE.search(text)
        or _MUST_ESCAPE.search(text)
        or not _BREAK.search(text)
    ):
        return Written(line)
    lines = _lines_of(scalar, source)
    if len(lines) == 1 and len(line) <= room:
        return Written(line)
    return Written(">-", tuple(rewrap(lines, WIDTH - indent)))


def _lines_of(scalar: Scalar, source: Sequence[str]) -> list[str]:
    """The lines into which its author broke a text of one paragraph."""
    written = "\n".join(source)
    lines = [line.strip(" \t") for line in (written[1:-1] if scalar.style else written).split("\n")]
    return lines if " ".join(lines) == scalar.text else [scalar.text]


def _quoted(text: str, style: str = "") -> str:
    """The text in the quotes that its author chose, unless the text asks for others."""
    if not _MUST_ESCAPE.search(text) and (style == "'" or (style != '"' and re.search(r'["\\]', text))):
        return "'{}'".format(text.replace("'", "''"))
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_MUST_ESCAPE.sub(_escape, escaped)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\U{ord(match[0]):08X}"


def _literal(text: str) -> Written:
    body = text.rstrip("\n")
    if not body.strip(" \t\n"):
        return Written(_quoted(text))
    indicator = "2" if re.match(r"\n*[ \t]", body) else ""
    return Written(f"|{indicator}{'' if text.endswith(chr(10)) else '-'}", tuple(body.split("\n")))


def _folded(text: str, source: Sequence[str], indent: int) -> Written:
    body = text.rstrip("\n")
    if not body or (_UNFOLDABLE.search(body) and "\n" not in body):
        return Written(_quoted(text))
    if _UNFOLDABLE.search(body):
        return _literal(text)
    lines: list[str] = []
    paragraphs = re.split(r"(\n+)", body)
    written = _paragraphs(source)
    for part in paragraphs:
        if part.startswith("\n"):
            lines.extend([""] * len(part))
        elif part:
            own = next(written, [])
            lines.extend(rewrap(own if " ".join(own) == part else [part], WIDTH - indent))
    return Written(">-", tuple(lines))


def _paragraphs(source: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each paragraph, without what is around them."""
    lines: list[str] = []
    for line in (*source, ""):
        if stripped := line.strip(" \t"):
            lines.append(stripped)
        elif lines:
            yield lines
            lines = []


def rewrap(lines: Sequence[str], width: int) -> list[str]:
    """The lines, with those that are too long broken: what is left of one goes to the front of the next."""
    done: list[str] = []
    rest = ""
    for line in lines:
        *full, rest = _wrap(f"{rest} {line}" if rest else line, width)
        done.extend(full)
        if not full or len(rest) > width:
            done.append(rest)
            rest = ""
    return [*done, rest] if rest else done


def _wrap(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    lines: list[str] = []
    for word in _BREAK.split(line):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
