"""Which characters a reader can see, and any text made harmless to print.

Characters are judged by their Unicode properties. Controls, line and paragraph separators, marks and overrides of the
direction of writing and all other format characters, private and lone half characters have no place in a text, nor
has what Unicode has no glyph for though it counts as a letter or a mark. What joins emoji and the letters of scripts
that need it, and what chooses the look of an emoji or an ideograph, may stand where it does so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

# Printable by its category and yet drawn as nothing: Default_Ignorable_Code_Point, which Python's `unicodedata` does
# not have (https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt), and the blank Braille pattern.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ZWNJ, _ZWJ, _VS15, _VS16, _KEYCAP = "\u200c", "\u200d", "\ufe0e", "\ufe0f", "\u20e3"
_KEYS = "0123456789#*"
_PUNCTUATION_EMOJI = "\u203c\u2049\u3030\u303d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VIRAMA = 9  # canonical combining class, https://www.unicode.org/reports/tr44/#Canonical_Combining_Class_Values

# Scripts whose letters take other forms beside a joiner (https://www.unicode.org/versions/latest/, chapters 9 and
# 12 to 14), by the first word of the names of their characters.
_JOINING = frozenset(
    (
        *("ARABIC", "SYRIAC", "MANDAIC", "NKO", "MONGOLIAN", "PHAGS-PA", "ADLAM", "DEVANAGARI", "BENGALI", "GURMUKHI"),
        *("GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER"),
        *("BALINESE", "JAVANESE"),
    )
)

# What the logs of GitHub take for a command: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
# and, anywhere in a line, the older form that its runner still reads.
_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)", re.MULTILINE)

# What this program itself gives a terminal: colours, and the ends of a hyperlink to an address without controls.
_LOOKS = re.compile(r"(\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\)")


def unseen(text: str, lines: bool = False) -> str:
    """Which character of the text nobody can see, as the start of a sentence; empty if there is none.

    With `lines`, line breaks and tabs are part of the text.
    """
    return next((named(text[at]) for at in spots(text, lines)), "")


def is_seen_anywhere(text: str) -> bool:
    """Whether each of its signs is seen, whatever stands beside it."""
    return text.isprintable() and (text.isascii() or not _BLANK.search(text))


def spots(text: str, lines: bool = False) -> Iterator[int]:
    """Where in the text such characters stand."""
    start = 0
    for line in text.split("\n"):
        if not is_seen_anywhere(line):
            for at, sign in enumerate(line):
                if not (lines and sign == "\t") and not _is_seen(line, at):
                    yield start + at
        start += len(line) + 1
        if not lines and start <= len(text):
            yield start - 1


def named(character: str) -> str:
    """What a sentence calls such a character."""
    return f"the invisible character {numbered(character)}"


def numbered(character: str) -> str:
    """A character by its number, and its name in Unicode if it has one."""
    from unicodedata import name

    known = name(character, "").lower()
    return f"U+{ord(character):04X}{f' ({known})' if known else ''}"


def is_command(text: str) -> bool:
    """Whether GitHub would take a line of the text, in a log, for a command to its runner."""
    return any(True for _ in _commands(text))


def shown(text: str, lines: bool = False) -> str:
    """The text, fit for a terminal and a log: what nobody can see, and what begins a command there, as an escape.

    It is one line; with `lines`, line breaks and tabs stay.
    """
    if _is_fit(text):
        return text
    return _replaced(text, [*spots(text, lines), *_commands(text)], _escape)


def one_line(text: str) -> str:
    """The text as `shown` has it, with one space for whatever is blank."""
    return shown(" ".join(text.split()))


def shown_together(parts: Sequence[str]) -> Sequence[str]:
    """Texts that follow one another in one line, each as `shown` has it with its neighbours beside it."""
    whole = "".join(parts)
    if _is_fit(whole):
        return parts
    found = [*spots(whole), *_commands(whole)]
    starts = accumulate(map(len, parts), initial=0)
    return [
        _replaced(part, [at - start for at in found if start <= at < start + len(part)], _escape)
        for start, part in zip(starts, parts, strict=False)
    ]


def painted(text: str) -> str:
    """Lines as `shown` has them, except for the colours and hyperlinks that this program puts in itself."""
    parts = _LOOKS.split(text)
    parts[::2] = [_replaced(part, spots(part, lines=True), _escape) for part in parts[::2]]
    whole = "".join(parts)
    return _replaced(whole, _commands(whole), _escape)


def as_json(values: object) -> str:
    """A JSON document for people and programs, with escapes in its texts for what `shown` would escape."""
    import json

    document = json.dumps(values, indent=2, ensure_ascii=False)
    return _replaced(document, [*spots(document, lines=True), *_commands(document)], _json_escape) + "\n"


def _commands(text: str) -> Iterator[int]:
    """Where signs stand without which GitHub would take no line of the text for a command."""
    if "::" in text or "##[" in text:
        yield from (found.end() - 1 for found in _COMMAND.finditer(text))


def _is_fit(text: str) -> bool:
    """Whether a line is surely fit to be printed as it is, as nearly all are."""
    return is_seen_anywhere(text) and "::" not in text and "##[" not in text


def _replaced(text: str, found: Iterable[int], escape: Callable[[str], str]) -> str:
    parts = []
    before = 0
    for at in sorted(found):
        parts += [text[before:at], escape(text[at])]
        before = at + 1
    return "".join((*parts, text[before:])) if parts else text


def _escape(sign: str) -> str:
    return f"\\x{ord(sign):02x}" if sign in ":#" else sign.encode("unicode_escape").decode("ascii")


def _json_escape(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _is_seen(text: str, at: int) -> bool:
    from unicodedata import category

    sign = text[at]
    if sign.isprintable() and not _BLANK.match(sign):
        return True
    before, after = text[at - 1] if at else "", text[at + 1 : at + 2]
    if sign == _ZWJ and _is_emoji(after) and (_is_emoji(before) or (before == _VS16 and _is_seen(text, at - 1))):
        return True
    if sign in (_ZWJ, _ZWNJ):
        return _joins(before, after)
    if sign in (_VS15, _VS16):
        return _is_emoji(before) or (before in _KEYS and before != "" and after == _KEYCAP)
    if "\U000e0100" <= sign <= "\U000e01ef":
        return _word(before) == "CJK"
    if _BLANK.match(sign) or ord(sign) & 0xFFFE == 0xFFFE or "\ufdd0" <= sign <= "\ufdef":
        return False
    # What a newer Unicode than Python's has assigned may well be an emoji; a space that is wide is seen.
    return category(sign) in ("Zs", "Cn")


def _joins(before: str, after: str) -> bool:
    """Whether a joiner stands behind a sign that kills a vowel, or within a word of a script that needs it."""
    from unicodedata import combining

    if not before:
        return False
    if combining(before) == _VIRAMA:
        return True
    return _word(before) in _JOINING and _word(before) == _word(after)


def _is_emoji(sign: str) -> bool:
    """Whether a sign is or, as far as its category tells, may be an emoji."""
    from unicodedata import category

    if sign.isascii() or sign == "\u2800":
        return False
    is_new = category(sign) == "Cn" and "\U0001f000" <= sign <= "\U0001faff"
    return category(sign) in ("So", "Sm") or sign in _PUNCTUATION_EMOJI or ord(sign) in _SKIN_TONES or is_new


def _word(sign: str) -> str:
    """The first word of a character's name, which is its script for most letters."""
    from unicodedata import category, name

    return name(sign, "").split(" ")[0] if sign and category(sign)[0] in "LM" else ""
