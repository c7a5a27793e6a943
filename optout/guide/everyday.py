"""Everyday words: what people say who know no name, in each language; data, in a file beside this for each of them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from optout import ranking
from optout.catalog.names import counts, folded, key
from optout.messages import LANGUAGES

_SILENT = "silent"
SIGNS = frozenset("“”„‘’–—…·•→›×€")  # in texts that have no other letters than ASCII has
_SIGNS = dict.fromkeys(map(ord, SIGNS), " ")


class Everyday(NamedTuple):
    """The words of all languages in the form in which words are compared.

    `silent` say nothing, `leads` are what leads to a topic or a category, and of each of the `meanings` all words mean
    the same.
    """

    silent: frozenset[str]
    leads: dict[str, tuple[str, ...]]
    meanings: tuple[frozenset[str], ...]

    def meant(self, word: str) -> set[str]:
        """What else people say for a word."""
        return {other for one in self.meanings if word in one for other in one} - {word}


@cache
def everyday() -> Everyday:
    """The words of all languages: somebody who searches in one may think of a word of another."""
    files = (Path(__file__).with_name(f"everyday.{code}.txt") for code in LANGUAGES)
    return read(line for file in files for line in file.read_text(encoding="utf-8").splitlines())


def read(lines: Iterable[str]) -> Everyday:
    """The words on these lines; `#` begins a comment, and words before a colon say what the others lead to."""
    leads: dict[str, list[str]] = {_SILENT: []}
    meanings = []
    for line in lines:
        first, colon, rest = line.rpartition(":")
        words = split(rest)
        if colon and not line.startswith("#"):
            leads.setdefault(first, []).extend(words)
        elif words and not line.startswith("#"):
            meanings.append(frozenset(words))
    silent = frozenset(leads.pop(_SILENT))
    return Everyday(silent, {name: tuple(dict.fromkeys(words)) for name, words in leads.items()}, tuple(meanings))


def split(text: str) -> list[str]:
    """The words of a text in the form in which they are compared: without capitals, accents and signs."""
    bare = plain(text)
    if bare.isascii():
        return ranking.split(bare)
    apart = "".join(character if counts(character) else " " for character in folded(bare))
    return [form for word in apart.split() if (form := folded(key(word)))]


def plain(text: str) -> str:
    """The text without the signs beyond ASCII that stand between words."""
    return text if text.isascii() else text.translate(_SIGNS)
