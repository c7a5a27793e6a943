"""Text with marks, laid out late: what a guide says stands in it whole, and its lines follow once a screen is known.

So a guide can be prepared before anybody asks for it, for every width, with and without colours and hyperlinks. The
marks are signs that no catalog can hold. Imports nothing: `optout show` waits for nothing else than this.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # A part of a word with one look: its text, an escape sequence's parameters, the address that it opens.
    Piece = tuple[str, str, str]
    Word = tuple[Piece, ...]
    Width = Callable[[str], int]

MIN_WIDTH = 40
MAX_WIDTH = 100
# Ends a line that is to be copied, until spaces and blank lines elsewhere are tidied.
AS_IS = "\0"
# Around whatever is laid out late; between its fields; between pieces; between what a piece says of itself.
_MARK, _FIELD, _PIECE, _CELL = "\x01", "\x02", "\x03", "\x04"
MARKS = AS_IS + _MARK + _FIELD + _PIECE + _CELL
_PARAGRAPH, _LOOK, _ENDS = "p", "l", "e"


def piece(text: str, style: str = "", plain: str | None = None, linked: str = "", target: str = "") -> str:
    """A run of words with one look; `plain` is said where there are no colours, `linked` where `target` is a link."""
    cells = (style, text) if plain is None else (style, text, plain)
    return _CELL.join((style, text, text, linked, target) if target else cells)


def restyled(marked: str, style: str) -> str:
    """The same with a look, if it has none of its own."""
    return f"{style}{marked}" if marked.startswith(_CELL) else marked


def paragraph(pieces: Iterable[str], first: str = "", rest: str = "") -> str:
    """Pieces to wrap, `first` before the first line and `rest` before the others; as much room as before the first."""
    run = _PIECE.join(pieces)
    if not any(cell.strip(" ") for one in run.split(_PIECE) for cell in one.split(_CELL)[1:]):
        return ""
    return f"{_MARK}{_PARAGRAPH}{first}{_FIELD}{rest}{_FIELD}{run}{_MARK}"


def looked(text: str, style: str) -> str:
    """A text with a look, which is never wrapped."""
    return f"{_MARK}{_LOOK}{style}{_FIELD}{text}{_MARK}" if text else ""


def ends(left: str, left_style: str, right: str, right_style: str) -> str:
    """Two texts at the two ends of a line, or below each other where there is no room for both."""
    return f"{_MARK}{_ENDS}{_FIELD.join((left, left_style, right, right_style))}{_MARK}"


def lay(marked: str, room: int, colour: bool, links: bool) -> str:
    """The lines that a marked text comes to."""
    columns = _columns(marked)
    parts = marked.split(_MARK)
    parts[1::2] = [_laid(part[0], part[1:].split(_FIELD), room, colour, links, columns) for part in parts[1::2]]
    return "".join(parts)


def page(marked: str, room: int, colour: bool, links: bool) -> str:
    """The same as a text of its own: in a width that reads well, without blanks at its ends."""
    return tidy(lay(marked, max(MIN_WIDTH, min(room, MAX_WIDTH)), colour, links))


def tidy(text: str) -> str:
    """Lines without blanks at their ends, and of several empty ones in a row only the first."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    kept = [line for number, line in enumerate(lines) if line or lines[number - 1]]
    return "\n".join(kept).replace(AS_IS, "") + "\n"


def paint(text: str, style: str, link: str, colour: bool) -> str:
    """Text with its look, where there are colours, and its hyperlink."""
    painted = f"\x1b[{style}m{text}\x1b[0m" if style and colour and text else text
    return f"\x1b]8;;{link}\x1b\\{painted}\x1b]8;;\x1b\\" if link else painted


def _laid(kind: str, fields: list[str], room: int, colour: bool, links: bool, columns: Width) -> str:
    if kind == _LOOK:
        return paint(fields[1], fields[0], "", colour)
    if kind == _ENDS:
        left, left_style, right, right_style = fields
        # A name too long for the screen goes on in the next line.
        name = _wrapped([(left, left_style, "")], "", "", room, colour, columns)
        gap = room - columns(left) - columns(right)
        painted = paint(right, right_style, "", colour)
        return f"{name}{' ' * gap}{painted}" if gap >= 2 else f"{name}\n{painted}"
    first, rest, run = fields
    return _wrapped((_seen(one, colour, links) for one in run.split(_PIECE)), first, rest, room, colour, columns)


def _seen(marked: str, colour: bool, links: bool) -> Piece:
    """The piece that a screen shows."""
    style, text, *others = marked.split(_CELL)
    if len(others) == 3 and links:
        return others[1], style, others[2]
    return (others[0] if others and not colour else text), style, ""


def _wrapped(pieces: Iterable[Piece], first: str, rest: str, room: int, colour: bool, columns: Width) -> str:
    before = columns(first)
    indent = rest or " " * before
    found = wrap(words(pieces), room - max(before, columns(indent)), columns)
    drawn = (" ".join("".join(paint(*one, colour) for one in word) for word in line) for line in found)
    return "\n".join(f"{indent if number else first}{line}" for number, line in enumerate(drawn))


def words(pieces: Iterable[Piece]) -> Iterator[Word]:
    """The words of a sentence; pieces without a space between them belong to one word."""
    word: list[Piece] = []
    for text, style, link in pieces:
        start, *others = text.split(" ")
        if start:
            word.append((start, style, link))
        for part in others:
            if word:
                yield tuple(word)
            word = [(part, style, link)] if part else []
    if word:
        yield tuple(word)


def wrap(sentence: Iterable[Word], room: int, columns: Width | None = None) -> Iterator[list[Word]]:
    """Lines of at most `room` columns. A word that is too long is broken, unless it is an address to be copied."""
    columns = columns or _wide()
    line: list[Word] = []
    used = 0
    for word in sentence:
        for part in _broken(word, room, columns):
            needed = 0
            for one in part:
                needed += columns(one[0])
            if line and used + 1 + needed > room:
                yield line
                line, used = [], 0
            used += needed + bool(line)
            line.append(part)
    if line:
        yield line


def _broken(word: Word, room: int, columns: Width) -> Iterable[Word]:
    text = "".join([one[0] for one in word])
    return (word,) if columns(text) <= room or "://" in text or "@" in text else _in_parts(word, room, columns)


def _in_parts(word: Word, room: int, columns: Width) -> Iterator[Word]:
    line: list[Piece] = []
    used = 0
    for text, style, link in word:
        for character in text:
            needed = columns(character)
            if line and used + needed > room:
                yield tuple(line)
                line, used = [], 0
            used += needed
            if line and line[-1][1:] == (style, link):
                line[-1] = (line[-1][0] + character, style, link)
            else:
                line.append((character, style, link))
    if line:
        yield tuple(line)


def is_narrow(text: str) -> bool:
    """Whether each of its signs takes one column: all but these need a table of widths, which is imported only then."""
    return text.isascii() or all(
        sign <= "\u02ff"
        or "\u2010" <= sign <= "\u2027"
        or "\u2030" <= sign <= "\u205e"
        or "\u2190" <= sign <= "\u21ff"
        or "\u2500" <= sign <= "\u25ff"
        or sign in "\u2713\u2717"
        for sign in set(text)
    )


def _columns(text: str) -> Width:
    return len if is_narrow(text) else _wide()


def _wide() -> Width:
    from optout.render.wrap import width

    return width
