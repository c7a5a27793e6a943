"""What makes two names the same: letters and digits count, blanks, signs, capitals and ways of writing do not."""

import re
import unicodedata
from collections.abc import Iterator

from optout.model import Platform, Stub

_SIGNS = re.compile(r"[^a-z0-9]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_PLUS = r"(?<=[\w+])\+(?=\+|\W|$)"
_SHARP = r"(?<=\w)#(?!\w)"


def key(text: str) -> str:
    """The form in which names are compared; empty only for a text without any sign.

    Letters, digits and the marks of scripts that spell with them are kept, in one way of writing (NFKC) and one case.
    A name that has none of them is its own signs.
    """
    if text.isascii():
        normal = text.lower()
        if normal.isalnum():
            return normal
        if kept := _SIGNS.sub("", _spelt(normal) if "+" in normal or "#" in normal else normal):
            return kept
    else:
        once = unicodedata.normalize("NFKC", text).casefold()
        normal = unicodedata.normalize("NFKC", once)
        if kept := "".join(filter(counts, _spelt(normal))):
            return unicodedata.normalize("NFKC", kept)  # a mark may have got another letter to stand on
    return "".join(normal.split())


def keys(text: str) -> tuple[str, ...]:
    """The forms of a name, the first being its own: `&` is read as "and" as well as left out."""
    if "&" not in text:
        return (key(text),)
    return key(text), key(text.replace("&", " and "))


def folded(text: str) -> str:
    """A form of name without the accents that a keyboard may lack: "pokémon" is "pokemon"."""
    if text.isascii():
        return text
    simple = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFKC", _MARKS.sub("", simple)).replace("ı", "i")


def slugify(text: str) -> str:
    """The slug a name would have: "Duck.ai" is duck-ai."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def names(entry: Platform | Stub) -> Iterator[str]:
    """Every name an entry goes by or went by."""
    yield entry.name
    yield from entry.aliases
    if isinstance(entry, Platform):
        yield from entry.formerly


def _spelt(text: str) -> str:
    """`+` and `#` at the end of a word belong to its name: "C++" and "C#" are two languages."""
    return re.sub(_SHARP, "sharp", re.sub(_PLUS, "plus", text))


def counts(character: str) -> bool:
    """Whether a sign is part of a name: a letter, a digit, or the mark of a script that spells with them."""
    if character.isalnum():
        return True
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return not is_selector and unicodedata.category(character) in ("Mn", "Mc")
