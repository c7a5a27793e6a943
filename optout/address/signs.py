"""Characters that look like those which words, dates and codes are made of, and are others.

They come from word processors, from keyboards of other scripts and from web pages. A reader sees `opt‑in` and
`opt-in` alike, so what is wrong is told by the character's name.
"""

from functools import cache
from typing import NamedTuple
from unicodedata import category, digit, name, normalize

from optout.address.hosts import latin
from optout.text import is_seen_anywhere, spots

_HYPHENS = "\u2212\u2043\u02d7\u00ac\u30fc\u2500"
_SIGNS = {"\u2018": "'", "\u2019": "'", "\u201a": "'", "\u2032": "'", "\u00b4": "'", "\u3001": ",", "\u3002": "."} | {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d", '"'),
    **dict.fromkeys("\u3010\u3014\u2045\u27e6", "["),
    **dict.fromkeys("\u3011\u3015\u2046\u27e7", "]"),
    **dict.fromkeys("\u2024\u00b7\u2027", "."),
}


def plain(text: str) -> str:
    """The same text in the characters of a keyboard, as far as each looks like one; without any that nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_plain, seen(text)))


def seen(text: str) -> str:
    """The same text without the characters that nobody sees."""
    if is_seen_anywhere(text):
        return text
    unseen = frozenset(spots(text, lines=True))
    return "".join(one for at, one in enumerate(text) if at not in unseen)


def bare(text: str) -> str:
    """A word, date or code in the characters of a keyboard, without quotes that a word processor put around it."""
    as_typed = plain(text)
    return as_typed.strip("\"' ") if text[:1] != as_typed[:1] or text[-1:] != as_typed[-1:] else as_typed


@cache
def _plain(one: str) -> str:
    if one.isascii():
        return one
    if category(one) == "Pd" or one in _HYPHENS:
        return "-"
    if category(one) == "Nd":
        return str(digit(one))
    if same := _SIGNS.get(one) or latin(one):
        return same
    wide = normalize("NFKC", one)
    return wide if wide.isascii() else one


def named(text: str) -> str:
    """The first such character of a text that is seen, by its sign, number and name; empty if there is none."""
    found = next((one for one in seen(text) if _plain(one) != one), "")
    return f"`{found}` (U+{ord(found):04X}, {name(found, 'without a name').lower()})" if found else ""


class OtherSign(NamedTuple):
    """What is wrong with a text that holds such a character, and what belongs there."""

    message: str
    expected: str


def told(text: str) -> OtherSign:
    """What to say of a text that holds such a character."""
    sign = next((one for one in text if one in named(text)[1:2]), "")
    looks = _plain(sign)
    if looks in ("'", '"'):
        message = f"{named(text)} is a quote of a word processor, which YAML takes for a part of the text"
        return OtherSign(message, "no quotes")
    return OtherSign(f"{named(text)} stands here, which only looks like `{looks}`", f"the `{looks}` of a keyboard")
