"""The words by which passages of policies are found: one file for each language in the folder `vocabulary`.

A file says by which words its language is known, what names and dates look like in it, and in `passages` what a
sentence must have (each pattern of `all`) to be about something, with sentences that must hit and that must not.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, get_args

# What a sentence is about, gravest first: the training of models, refusing or objecting, the legal ground, or AI only.
PassageKind = Literal["training", "objection", "basis", "mention"]
PASSAGE_KINDS: tuple[PassageKind, ...] = get_args(PassageKind)

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")
_SAMPLE = 12_000  # characters by which a text's language is known, twice: a page may begin with a menu
_ADDRESS = re.compile(
    r"\]\([^()\s]*|\bhttps?://[^\s)\]]*|\b(?:www\.)?[\w-]+\.(?:com|org|net|eu|de|fr|it|es|nl|pt|br)\b[^\s)\]]*"
)
_WORD = re.compile(r"[^\W\d_]+")
# Languages that nothing but themselves is written like; where Kanji stand with Kana, that is Japanese.
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}


class Sought(NamedTuple):
    """What makes a sentence one of a kind, and sentences that show it."""

    kind: PassageKind
    patterns: tuple[re.Pattern[str], ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of one language.

    A sentence without any of `stems` is about nothing sought, which saves most of the work. `aside` is left out of a
    sentence before it is looked at, `forbids` makes it a rule for users, `failed` is said by a page that could not be
    read, `links` by links that lead to forms and settings.
    """

    code: str
    name: str
    common: frozenset[str]
    stems: tuple[str, ...]
    abbreviations: tuple[str, ...]
    numbered: re.Pattern[str]
    dated: re.Pattern[str]
    months: tuple[str, ...]
    failed: re.Pattern[str]
    aside: re.Pattern[str]
    forbids: re.Pattern[str]
    links: re.Pattern[str]
    passages: tuple[Sought, ...]

    def kind_of(self, sentence: str) -> PassageKind | None:
        """What a sentence is about; None if it is about none of it."""
        letters = sentence.casefold()
        if not any(stem in letters for stem in self.stems) or self._kind(sentence) is None:
            return None
        return self._kind(self.aside.sub(" … ", sentence))

    def _kind(self, said: str) -> PassageKind | None:
        return next((one.kind for one in self.passages if all(pattern.search(said) for pattern in one.patterns)), None)


@cache
def vocabulary(code: str) -> Vocabulary:
    """The words of a language."""
    said = _said(code)
    passages = [
        Sought(one["kind"], tuple(map(_pattern, one["all"])), tuple(one["hits"]), tuple(one["misses"]))
        for one in said["passages"]
    ]
    return Vocabulary(
        code,
        said["name"],
        _common(code),
        tuple(said["stems"]),
        tuple(said["abbreviations"]),
        _numbers(said["numbered"]),
        _any(said["dated"]),
        tuple(said["months"]),
        _any(said["failed"]),
        _any(said["aside"]),
        _any(said["forbids"]),
        _any(said["links"]),
        tuple(sorted(passages, key=lambda one: PASSAGE_KINDS.index(one.kind))),
    )


@cache
def _said(code: str) -> dict[str, Any]:
    text = (files("optout.terms") / "vocabulary" / f"{code}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _common(code: str) -> frozenset[str]:
    """The words by which a language is known, without its patterns: these are long to compile."""
    return frozenset(_said(code)["common"])


@cache
def digest() -> str:
    """What changes when any of the words does: what was found by others is found anew."""
    import hashlib

    found = hashlib.sha256()
    for code in LANGUAGES:
        found.update((files("optout.terms") / "vocabulary" / f"{code}.toml").read_bytes())
    return found.hexdigest()[:16]


def language_of(text: str) -> str:
    """The code of the language that a text is in, by the commonest words of its beginning and its middle, without where
    links lead; English where none tells."""
    middle = max(len(text) // 2, _SAMPLE)
    sample = _ADDRESS.sub(" ", f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}")
    counts = _counts(Counter(_WORD.findall(sample.casefold())))
    return max(LANGUAGES, key=lambda code: counts[code])


def quoted_in(text: str) -> str:
    """The code of the language that a few words are surely in: by its script or its commonest words; else empty.

    A label in another language among English words does not make them that.
    """
    letters = "".join(_WORD.findall(text))
    for code, script in () if letters.isascii() else _SCRIPTS.items():
        if len(script.findall(letters)) * 4 > len(letters):
            return code
    words = Counter(_WORD.findall(text.casefold()))
    counts = _counts(words)
    most = max(LANGUAGES, key=lambda code: counts[code])
    enough = max(2, words.total() / 5, 1 if most == "en" else 2 * counts["en"] + 1)
    return most if counts[most] >= enough else ""


def _counts(words: Counter[str]) -> dict[str, int]:
    """How many of the words are common in each language."""
    return {code: sum(words[word] for word in words.keys() & _common(code)) for code in LANGUAGES}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _any(patterns: list[Any]) -> re.Pattern[str]:
    return _pattern("|".join(f"(?:{one})" for one in patterns))


def _numbers(words: list[str]) -> re.Pattern[str]:
    """A reference to a chapter, or the number that begins a chapter or an item."""
    named = "|".join(words)
    return _pattern(
        rf"^\W*(?:\d+(?:\.\d+)*[.)]?|\(?[a-z]{{1,3}}\)|[ivx]+[.)])\s+|\b(?:{named}) \d+(?:\.\d+)*(?:\(\w\))*"
    )
