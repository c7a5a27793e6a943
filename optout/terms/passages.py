"""Which sentences of a policy are about training AI and refusing it, what stands around them, and whom they name."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from optout.terms.vocabulary import PassageKind, Vocabulary, language_of, vocabulary

_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400})\]\(\s*<?([^()\s<>]{0,2000}(?:\([^()\s]*\)[^()\s<>]*)?)>?(?:\s+[^()]*)?\)"
)
_BARE = re.compile(r"https?://[^\s<>\"'()\[\]|]+[^\s<>\"'()\[\]|.,;:!?*_]")
_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_SIGNS = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])|[*`]+|(?<!\w)_+|_+(?!\w)|^[#>\s]+|^\s*[-+*•·]\s+|<[^<>]{1,80}>")
# Where a sentence ends: after a stop, also one without a space behind it, as in cells whose lines the archive joined;
# in a list that stands in one line, at each of its marks.
_ENDS = re.compile(
    r"(?<=[.!?。])[\"'”’)\]]*\s+(?=[\"'“‘(\[*_]*[^\Wa-z_])|(?<=[a-zß-ÿ)][.!?])(?=[A-ZÀ-Þ][a-zß-ÿ])|\s+[-–•·*]\s+(?=[A-ZÀ-Þ])"
)
_CLAUSES = re.compile(r"(?<=;)\s+")
_LONG = 240  # characters; so long a sentence is a list, of whose parts each says something of its own
_WIDTHLESS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_RULE = re.compile(r"[=_*~\s.-]*")
_WORDS = re.compile(r"[^\W_]+")
_CELLS = re.compile(r"\s*(?:\||<br ?/?>)\s*")
_NEAR = 2  # sentences; what stands so near to one on training is about the same
_FEWEST_WORDS = 3  # less is a heading or an entry of a menu
_SHORTEST_POLICY = 200  # characters
_LONGEST_FAILURE = 3000  # characters
_LONGEST = 1200  # characters of a sentence that are read: a list without stops is one


class Address(NamedTuple):
    """Whom or what a passage names: an e-mail address, or a link with its label."""

    to: str
    label: str = ""

    @property
    def is_mail(self) -> bool:
        """Whether it is somebody to write to."""
        return "@" in self.to and not self.to.startswith("http")


class Statement(NamedTuple):
    """A sentence that is about something sought; `forbids` where it is a rule for users."""

    kind: PassageKind
    text: str
    key: str
    forbids: bool
    addresses: tuple[Address, ...]


class TermsPassage(NamedTuple):
    """A sentence with what stands before it, which may turn it round, and its line in the text, from 1.

    `counts` is whether it says something on training or, beside that, on refusing it: the watch tells of these.
    """

    sentence: Statement
    before: str
    line: int
    counts: bool


class Policy(NamedTuple):
    """What a text says: its language, and its passages in order."""

    language: str
    passages: tuple[TermsPassage, ...]


def read(text: str) -> Policy:
    """What a policy, as the archive has it in Markdown, says on training and refusing."""
    words = vocabulary(language_of(text))
    sentences: list[tuple[int, str, Statement | None]] = []
    lead = ""
    for number, line in enumerate(text.split("\n"), 1):
        for plain, sentence in _line(line, words):
            under_rule = bool(lead) and bool(words.forbids.search(lead)) and _is_item(line)
            if sentence and under_rule:
                sentence = sentence._replace(forbids=True)
            sentences.append((number, plain, sentence))
        if line.strip() and not _is_item(line):
            lead = plain_text(line)[-400:] if line.rstrip().rstrip("*_").endswith(":") else ""
    return Policy(words.code, tuple(_passages(sentences)))


def addresses(text: str) -> tuple[Address, ...]:
    """Everybody whom a policy names to write to, and every link to a form or a setting."""
    words = vocabulary(language_of(text))
    named = (one for one in _addresses(text) if one.is_mail or words.links.search(f"{one.label} {one.to}"))
    return tuple(dict.fromkeys(named))


def keys(text: str) -> frozenset[str]:
    """The passages of a text that the watch tells of, as keys that are the same wherever the same is said."""
    return frozenset(key for passage in read(text).passages if passage.counts for key in keys_of(passage))


def keys_of(passage: TermsPassage) -> Iterator[str]:
    """The key of a passage, and of each mail address in it: another address for the same words is news."""
    yield passage.sentence.key
    for address in passage.sentence.addresses:
        if address.is_mail:
            yield _digest(address.to.casefold())


def plain_text(markdown: str) -> str:
    """The words of a line of Markdown: labels without what they lead to, no marks, one kind of space."""
    words = _SIGNS.sub(lambda found: found[1] or "", _LINK.sub(r"\1", markdown))
    return " ".join(words.translate(_WIDTHLESS).split())


def compared(sentence: str, words: Vocabulary) -> str:
    """What of a sentence counts when two are compared: its words in order, without numbers of chapters and without the
    commonest words; so moved, renumbered and re-linked text stays the same."""
    said = unicodedata.normalize("NFKC", words.numbered.sub(" ", sentence)).casefold()
    return " ".join(word for word in _WORDS.findall(said) if word not in words.common)


@lru_cache(maxsize=20_000)
def _line(line: str, words: Vocabulary) -> tuple[tuple[str, Statement | None], ...]:
    """The sentences of a line, each with what it is about, if it is about anything sought."""
    cells = _CELLS.split(line) if "<br" in line or line.count("|") > 1 else (line,)
    found = (one for cell in cells for raw in _sentences(cell, words) for one in _clauses(raw, words))
    return tuple(one for one in found if not _RULE.fullmatch(one[0]))


def _sentences(line: str, words: Vocabulary) -> Iterator[str]:
    start = 0
    for end in _ENDS.finditer(line):
        if not line[start : end.start()].casefold().endswith(words.abbreviations):
            yield line[start : end.start()]
            start = end.end()
    yield line[start:]


def _clauses(sentence: str, words: Vocabulary) -> Iterator[tuple[str, Statement | None]]:
    """A sentence, or if it is long its clauses, of which all are rules for users if the first is."""
    first, *rest = (sentence,) if len(sentence) <= _LONG else _CLAUSES.split(sentence)
    yield _judged(first, words)
    is_rule = bool(rest) and bool(words.forbids.search(plain_text(first)))
    for clause in rest:
        plain, found = _judged(clause, words)
        yield plain, found._replace(forbids=True) if found and is_rule else found


@lru_cache(maxsize=20_000)
def _judged(raw: str, words: Vocabulary) -> tuple[str, Statement | None]:
    """A sentence without its marks, and what it is about; texts change in few of their sentences, so many recur."""
    plain = plain_text(raw)
    said = plain[:_LONGEST]
    kind = words.kind_of(said) if said.count(" ") >= _FEWEST_WORDS - 1 else None
    if kind is None:
        return plain, None
    key = _digest(compared(said, words))
    return plain, Statement(kind, plain, key, bool(words.forbids.search(said)), tuple(_addresses(raw)))


def _passages(sentences: list[tuple[int, str, Statement | None]]) -> Iterator[TermsPassage]:
    on_training = [at for at, (_, _, one) in enumerate(sentences) if one and one.kind == "training" and not one.forbids]
    near = {at + step for at in on_training for step in range(-_NEAR, _NEAR + 1)}
    for at, (line, _, one) in enumerate(sentences):
        if one is None or (one.kind == "basis" and at not in near):
            continue
        counts = not one.forbids and (one.kind == "training" or (one.kind == "objection" and at in near))
        before = sentences[at - 1][1] if at else ""
        yield TermsPassage(one, before, line, counts)


def _addresses(raw: str) -> Iterator[Address]:
    for label, to in _LINK.findall(raw):
        to = to.removeprefix("mailto:").split("?")[0] if to.startswith("mailto:") else to
        if to.startswith("http") or _MAIL.fullmatch(to):
            yield Address(to, plain_text(label))
    rest = _LINK.sub(r"\1", raw)
    yield from (Address(to) for to in _MAIL.findall(rest))
    yield from (Address(to) for to in _BARE.findall(rest))


def _is_item(line: str) -> bool:
    return bool(re.match(r"\s*(?:[-+*•·]|\(?\w{1,3}[.)])\s", line))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def is_failed(text: str) -> bool:
    """Whether the archive, in place of the policy, got an error, a question whether it is human, or next to nothing."""
    plain = text.strip()
    if len(plain) > _LONGEST_FAILURE:
        return False
    return len(plain) < _SHORTEST_POLICY or bool(vocabulary(language_of(plain)).failed.search(plain))
