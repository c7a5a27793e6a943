"""Sentences that are said otherwise: what changed in them, and whether it is more than wording."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from optout.address.systems import system
from optout.diff.change import Item
from optout.diff.match import alike, tokens
from optout.guide.words import quoted
from optout.messages import Value, message
from optout.model import Addressee, ContactPoint, Email
from optout.prose import SAFE_ADDRESS, Span, cited, parse

CITATIONS = "citations"

# Words that turn a sentence around. Somebody who did what it said should hear when one comes or goes, but not when
# "not any more" becomes "no longer".
_NEGATIONS = frozenset(("no", "not", "never", "none", "nothing", "nobody", "cannot", "neither", "without"))
_BOUNDS = frozenset(("except", "only", "unless", "until", "off"))
# Two sentences that share fewer of their words are not the same sentence in other words.
LIKENESS = 0.4
_CONTEXT = 3
_LONG = 160
_ADDRESS = 300


class Text:
    """A text of an entry, read: its words without citations, what it cites, and its spans that are more than words."""

    def __init__(self, text: str, sources: Collection[str]) -> None:
        self.raw = text
        sentence = parse(text, sources) if text else ()
        words = " ".join("".join(span.text for span in sentence if span.kind != "cite").split())
        self.words = re.sub(r" (?=[.,;:)])", "", words)
        self.cites = cited(sentence)
        self.exact = Counter(span for span in sentence if span.kind in ("label", "code", "link"))
        self.links = Counter((span.text, span.target) for span in sentence if span.kind == "link")

    def weight(self) -> Counter[object]:
        """What a change of wording leaves alone: numbers, labels, texts to type, words such as "not" and "only"."""
        heard = tokens(self.words)
        negations = ("not" for word in heard if word in _NEGATIONS or word.endswith(("n't", "n’t")))
        bounds = (word for word in heard if word in _BOUNDS)
        numbers = re.findall(r"\d[\d.,]*\d|\d", self.words)
        return Counter([*self.exact.elements(), *negations, *bounds, *numbers])


def compare_texts(field: str, what: Value, old: Text, new: Text, matters: bool) -> Iterator[Item]:
    """What to say of a sentence that came or went, which matters if `matters` says so, or that is another now.

    Other words for the same are editorial. A changed sentence matters, if its coming and going does, where a number, a
    label, a text to type or a word such as "not" came or went, or where hardly a word stayed.
    """
    if old.raw == new.raw:
        return
    before, after = old.words, new.words
    yield from compare_links(field, what, old, new)
    if not old.raw:
        yield Item(field, message("diff-text-added", what=what, text=quoted(clip(after))), matters, after=after)
    elif not new.raw:
        yield Item(field, message("diff-text-gone", what=what, text=quoted(clip(before))), matters, before=before)
    elif before != after:
        is_more = old.weight() != new.weight() or alike(before, after) < LIKENESS
        first, second = map(quoted, excerpts(before, after))
        clause = message("diff-text-changed", what=what, old=first, new=second)
        yield Item(field, clause, matters and is_more, before=before, after=after)
    elif old.cites == new.cites and old.links == new.links:
        yield Item(field, message("diff-marked-up", what=what), False, before=before, after=after)
    if old.raw and new.raw and old.cites != new.cites:
        yield citations_changed(1)


def compare_links(field: str, what: Value, old: Text, new: Text) -> Iterator[Item]:
    """Where the links of a sentence lead, whatever its words say: each address that came, went or became another."""
    went = [link for link in old.links if link not in new.links]
    came = [link for link in new.links if link not in old.links]
    for words, target in came:
        before = next((one for one in went if one[0] == words), None)
        if before:
            went.remove(before)
            first, second = differing(before[1], target)
            clause = message("diff-link-changed", what=what, words=quoted(clip(words)), old=first, new=second)
        else:
            clause = message("diff-link-added", what=what, address=address(target))
        yield Item(field, clause, True, before=before[1] if before else "", after=target, leads=True)
    for _, target in went:
        clause = message("diff-link-gone", what=what, address=address(target))
        yield Item(field, clause, True, before=target, leads=True)


def leads(field: str, what: Value, part: object) -> Iterator[Item]:
    """Where a part of an entry that was not there before leads: its address, and the links of all its sentences."""
    for target in dict.fromkeys(_addresses(part)):
        yield Item(field, message("diff-link", what=what, address=address(target)), True, after=target, leads=True)


def _addresses(part: object) -> Iterator[str]:
    if isinstance(part, str):
        whole = [part] if SAFE_ADDRESS.fullmatch(part) or system(part) else []
        yield from whole or (span.target for span in parse(part, ()) if span.kind == "link")
    elif isinstance(part, Email):
        yield f"mailto:{part.to}"
    elif isinstance(part, tuple):
        if isinstance(part, ContactPoint | Addressee) and part.email:
            yield f"mailto:{part.email}"
        for one in part:
            yield from _addresses(one)


def address(target: str) -> Span:
    """An address letter by letter, and to be read rather than followed: nobody knows yet whether it is sound."""
    return Span("code", clip(target, _ADDRESS))


def differing(old: str, new: str) -> tuple[Span, Span]:
    """Two addresses so that their difference can be seen, also where it is far behind in long ones."""
    same = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    if max(len(old), len(new)) <= _ADDRESS or same < _ADDRESS // 2:
        return address(old), address(new)
    host = "/".join(new[:_ADDRESS].split("/")[:3])
    return address(f"{host}/…{old[same - _CONTEXT :]}"), address(f"{host}/…{new[same - _CONTEXT :]}")


def citations_changed(count: int) -> Item:
    """So many statements rest on other sources than before."""
    return Item(CITATIONS, message("diff-citations", count=count), False)


def excerpts(old: str, new: str) -> tuple[str, str]:
    """The stretch in which two texts differ, with a few words around it."""
    first, second = old.split(" "), new.split(" ")
    shorter = min(len(first), len(second))
    same = (count for count in range(shorter) if first[count] != second[count])
    start = next(same, shorter)
    ends = (count for count in range(shorter - start) if first[-1 - count] != second[-1 - count])
    end = next(ends, shorter - start)
    return _stretch(first, start, end), _stretch(second, start, end)


def _stretch(words: list[str], start: int, end: int) -> str:
    """The words but the first `start` and the last `end`, a few of these kept so that it can be understood."""
    start, end = max(0, start - _CONTEXT), max(0, end - _CONTEXT)
    kept = clip(" ".join(words[start : len(words) - end]))
    return f"{'… ' if start else ''}{kept}{' …' if end and not kept.endswith('…') else ''}"


def clip(text: str, room: int = _LONG) -> str:
    """The beginning of a text that is too long to be quoted whole."""
    if len(text) <= room:
        return text
    whole_words = text[:room].rsplit(" ", 1)[0]
    return f"{whole_words if len(whole_words) > room // 2 else text[:room]}…"
