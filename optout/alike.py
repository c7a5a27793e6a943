"""Texts as they are compared: one kind of space, quotation mark and dash, in one letter case."""

import unicodedata

_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'"), **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")}
)


def tidy(text: str) -> str:
    """The text with one kind of space, quotation mark and dash, ligatures undone."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_ALIKE)).split())


def normal(text: str) -> str:
    """The text as it is compared: tidy, and in one letter case."""
    return tidy(text).casefold()
