"""Whether a source still says what an entry quotes, and which of its sentences are about training AI."""

import hashlib
import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from rapidfuzz import fuzz

from optout.alike import normal, tidy
from optout.catalog import Decoded
from optout.model import Platform, Source
from optout.monitoring.links import Use

# A passage that is at least this much like the quote, in percent of its letters, has moved a little; less is gone.
# (https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#partial-ratio-alignment)
LIKENESS = 80

# The words by which a sentence counts as being about training AI.
VOCABULARY = (
    r"\btrain(?:s|ed|ing)?\b",
    r"\b(?:machine|deep)[ -]learning\b",
    r"\bartificial intelligence\b",
    r"(?-i:\bAIs?\b)",
    r"\bgenerative\b",
    r"\b(?:language|foundation|our|the|and) models?\b",
    r"\bLLMs?\b",
    r"\bchat ?bots?\b",
    r"\bneural\b",
    r"\bfine-?tun",
    r"\bopt(?:ing|ed|s)?[ -]?(?:out|in)\b",
    r"\b(?:improv|develop)\w* (?:our|its|their|the)? ?(?:products?|services?|models?|algorithms?|technolog)",
)

QuoteState = Literal["gone", "moved a little", "stands"]
QUOTE_STATES: tuple[QuoteState, ...] = get_args(QuoteState)

_ABOUT_TRAINING = re.compile("|".join(VOCABULARY), re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])")
_EDGE = "\0"
_PIECE = 65536  # characters
_FEWEST_WORDS = 4  # less is a heading, a menu or a date, which come and go


class Quoted(NamedTuple):
    """A source of an entry, and where its quote (or, without one, its address) stands."""

    source: Source
    use: Use


class QuoteVerdict(NamedTuple):
    """What became of a quote; `found` is the passage that is most like it, unless it is gone."""

    state: QuoteState
    found: str = ""


class QuotePiece(NamedTuple):
    """A run of words that quote and passage share ("same"), or that only one of them has ("old", "new")."""

    kind: Literal["same", "old", "new"]
    text: str


class Fingerprint(NamedTuple):
    """What a page says about training AI, sentence by sentence, and a digest of everything else it says."""

    training: tuple[str, ...]
    rest: tuple[str, ...]


def sources(entries: Iterable[Decoded]) -> dict[str, tuple[Quoted, ...]]:
    """By address: the sources to look at, which are those with a quote and all official ones."""
    found: dict[str, list[Quoted]] = {}
    for decoded in entries:
        if isinstance(decoded.entry, Platform):
            for source in (one for one in decoded.entry.sources if not one.taken_from):
                if source.url and (source.quote or source.kind == "official"):
                    name = "quote" if source.quote else "url"
                    use = Use(decoded.places["sources", source.id, name], decoded.slug, f"sources.{source.id}.{name}")
                    found.setdefault(source.url, []).append(Quoted(source, use))
    return {address: tuple(quoted) for address, quoted in found.items()}


def look_up(quote: str, text: str) -> QuoteVerdict:
    """Whether `text` still has the quote; three dots in a quote stand for words left out."""
    whole = normal(text)
    parts = [part for part in re.split(r"\[?\.\.\.\]?", normal(quote).rstrip(".")) if part.strip()]
    if parts and has_parts([_marked(part.strip()) for part in parts], _marked(whole)):
        return QuoteVerdict("stands")
    plain = tidy(text)
    near = fuzz.partial_ratio_alignment(tidy(quote), plain, score_cutoff=LIKENESS)
    if near is None:
        return QuoteVerdict("gone")
    return QuoteVerdict("moved a little", _whole_words(plain, near.dest_start, near.dest_end))


def compare(quote: str, found: str) -> tuple[QuotePiece, ...]:
    """The two, word by word; words that differ only in what is not compared count as the same."""
    old, new = quote.split(), found.split()
    matcher = SequenceMatcher(None, [normal(word) for word in old], [normal(word) for word in new], autojunk=False)
    pieces = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(QuotePiece("same", " ".join(new[other_start:other_end])))
            continue
        if end > start:
            pieces.append(QuotePiece("old", " ".join(old[start:end])))
        if other_end > other_start:
            pieces.append(QuotePiece("new", " ".join(new[other_start:other_end])))
    return tuple(pieces)


def fingerprint(text: str) -> Fingerprint:
    """What a page says, apart from the order in which it does: sentences on training, and the digest of the others."""
    said: dict[str, str] = {}
    for line in text.split("\n"):
        for sentence in _SENTENCE_END.split(line):
            if len(sentence.split()) >= _FEWEST_WORDS:
                said.setdefault(normal(sentence), tidy(sentence))
    training = {key for key, sentence in said.items() if _ABOUT_TRAINING.search(sentence)}
    rest = "\n".join(sorted(said.keys() - training))
    return Fingerprint(
        tuple(said[key] for key in sorted(training)), (hashlib.sha256(rest.encode("utf-8", "replace")).hexdigest(),)
    )


def has_parts(parts: Iterable[str], text: str) -> bool:
    """Whether the parts stand in the text one after the other.

    Each is looked for behind the one before, where it comes first: no other place leaves more room for the rest. So the
    text is gone through once, whatever it repeats.
    """
    end = 0
    for part in parts:
        start = text.find(part, end)
        if start < 0:
            return False
        end = start + len(part)
    return True


def _marked(text: str) -> str:
    """The text with a sign wherever a word begins or ends, so that a part of it begins and ends where words do."""
    # A piece at a time: marking ten megabytes at once would take a hundred of memory.
    cuts = [0]
    while (cut := text.find(" ", cuts[-1] + _PIECE)) >= 0:
        cuts.append(cut)
    return "".join(re.sub(r"\b", _EDGE, text[start:end]) for start, end in pairwise([*cuts, len(text)]))


def _whole_words(text: str, start: int, end: int) -> str:
    start = text.rfind(" ", 0, start + 1) + 1
    end = text.find(" ", max(end - 1, 0))
    return text[start : end if end >= 0 else len(text)]
