"""Texts as they are compared: one kind of space, quotation mark and dash, in one letter case."""

import unicodedata
from collections.abc import Sequence

# What looks like a quotation mark or a hyphen of the keyboard, and is another sign.
DOUBLE_QUOTES, SINGLE_QUOTES, DASHES = "“”„‟«»″＂", "‘’‚‛‹›′`´ʼ＇", "‐‑‒–—―−﹘﹣－"
_ALIKE = str.maketrans(
    {**dict.fromkeys(DOUBLE_QUOTES, '"'), **dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys(DASHES, "-")}
)


def tidy(text: str) -> str:
    """The text with one kind of space, quotation mark and dash, ligatures undone."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_ALIKE)).split())


def normal(text: str) -> str:
    """The text as it is compared: tidy, and in one letter case."""
    return tidy(text).casefold()


def slips(typed: str, meant: str) -> int:
    """How many slips of the keyboard lie between two words, up to 2; 3 stands for more.

    A slip is a letter missing, too many, another one, or swapped with the next.
    """
    if typed == meant:
        return 0
    if _is_slip(typed, meant):
        return 1
    start = same_start(typed, meant)
    one, other = typed[start:], meant[start:]
    rests = [(one[1:], other), (one, other[1:]), (one[1:], other[1:])]
    if one[1::-1] == other[:2]:
        rests.append((one[2:], other[2:]))
    return 2 if any(_is_slip(*rest) for rest in rests) else 3


def _is_slip(typed: str, meant: str) -> bool:
    start = same_start(typed, meant)
    one, other = typed[start:], meant[start:]
    return one != other and (
        one[1:] == other
        or one == other[1:]
        or one[1:] == other[1:]
        or (one[1::-1] == other[:2] and one[2:] == other[2:])
    )


def same_start(one: Sequence[object], other: Sequence[object]) -> int:
    """How many letters two words share at their start, or items two sequences."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (this, that) in pairs if this != that), min(len(one), len(other)))
