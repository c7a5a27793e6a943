"""A search where nothing is kept: the raw text tells which entries may hold the words, and only these are read.

What it finds is what the index finds. An entry may be read for nothing, and none is passed by: texts are compared
without capitals and accents, and what YAML makes of an escape is not guessed. Where nobody has a word, so that one that
is near has to do, all words are needed, and with them all entries.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.companies import company_key
from optout.catalog.entries import label
from optout.catalog.names import folded
from optout.guide.blocks import Piece, pieces
from optout.guide.everyday import SIGNS, everyday
from optout.guide.index import whole
from optout.guide.overview import Row, row
from optout.guide.places import Gathered, Membership, form, groups, leading
from optout.guide.reader import EVERYBODY
from optout.model import CATEGORIES, TOPICS, Platform, Stub
from optout.ranking import LONG, Lookup
from optout.schema.decode import decode
from optout.source.skim import Texts, skim

_NAMES = ("name", "aliases", "formerly", "company", "domains")
_FIELDS = (*_NAMES, "category", "topics", "now")
_BEYOND = re.compile("[^\x00-\x7f]")  # ASCII
_BEGINS = r"(?<![^\W_])"  # a word

_Fields = Mapping[str, Texts]


class Sifted(Lookup):
    """The platforms that may have the words, by their positions, and after them all groups."""

    def __init__(self, platforms: Sequence[Platform], stubs: Iterable[Stub], gathered: list[Gathered]) -> None:
        self._platforms = platforms
        self._groups = gathered
        found = whole(platforms, stubs, gathered=gathered)
        self._places = found.places
        self._words = "\n" + "".join(f"{word}\n" for word in found.words())

    def words(self) -> str:
        """Every word, each on a line of its own, between two line breaks."""
        return self._words

    def having(self, place: str, word: str) -> Iterator[int]:
        """The positions of what has the word there."""
        return iter(self._places.get(place + word, ()))

    def at(self, positions: Iterable[int], spoken: str = "en") -> list[Row | Gathered]:
        """What is at these positions, for everybody and in the language `spoken`."""
        count = len(self._platforms)
        read, others = self._platforms, self._groups
        return [row(read[one], EVERYBODY, spoken) if one < count else others[one - count] for one in positions]

    def knows(self, word: str) -> bool:
        """Whether somebody has the word, or another that means it, as it is or as a beginning."""
        return any(f"\n{one}" in self._words for one in _variants(word))

    def platform(self, slug: str) -> Platform:
        """A platform at one of the positions."""
        return next(one for one in self._platforms if one.slug == slug)


class Sieve:
    """Tells which entries may hold words that are looked for; `wholes` is what all of them together may be called."""

    def __init__(self, said: Sequence[str], wholes: Collection[str]) -> None:
        self._wanted = [_Wanted(word) for word in said]
        self._wholes = frozenset(wholes)

    def words(self, piece: Piece, fields: _Fields | None) -> frozenset[int]:
        """The numbers of the words that an entry may hold, of the fields of which this is known."""
        raw = piece.chunk.whole
        if fields is None or b"\\" in raw or self._is_called(piece.chunk.slug, fields):
            return frozenset(range(len(self._wanted)))
        text = _folded(raw)
        return frozenset(
            number for number, one in enumerate(self._wanted) if one.may_be_in(text, piece.chunk.slug, fields)
        )

    def _is_called(self, slug: str, fields: _Fields) -> bool:
        names = (slug, *(one for name in _NAMES[:3] for one in fields.get(name, ())))
        return not self._wholes.isdisjoint((*map(form, names), *map(company_key, fields.get("company", ()))))


class _Wanted:
    """A word that is looked for, in all its variants."""

    def __init__(self, word: str) -> None:
        self._variants = _variants(word)
        self._begins = [re.compile(_BEGINS + re.escape(one)) for one in self._variants]
        self._leading: dict[str, set[str]] = {
            "category": {id for id in CATEGORIES if self._begins_one(leading("category", id))},
            "topics": {id for id in TOPICS if self._begins_one(leading("topic", id))},
        }

    def _begins_one(self, words: Iterable[str]) -> bool:
        return any(word.startswith(self._variants) for word in words)

    def may_be_in(self, text: str, slug: str, fields: _Fields) -> bool:
        """Whether an entry may hold it, of which this is all text."""
        there = [(one, begins) for one, begins in zip(self._variants, self._begins, strict=True) if one in text]
        return (
            any(begins.search(text) for _, begins in there)
            or any(len(one) >= LONG and one in _names(slug, fields) for one, _ in there)
            or any(not led.isdisjoint(fields.get(field, ())) for field, led in self._leading.items())
        )


def _variants(word: str) -> tuple[str, ...]:
    return (word, *everyday().meant(word))


def _names(slug: str, fields: _Fields) -> str:
    """All that an entry is called, where a word may also stand inside of another."""
    return _folded(" ".join((slug, *(one for name in _NAMES for one in fields.get(name, ())))).encode())


def _folded(raw: bytes) -> str:
    """A text in which each word stands as it is compared, whatever stands between them."""
    text = raw.lower().decode(errors="replace")
    if text.isascii() or SIGNS.issuperset(_BEYOND.findall(text)):
        return text
    odd = " ".join(word for word in text.split() if not word.isascii())
    return f"{text}\n{folded(folded(odd).casefold())}"


class _Seen(NamedTuple):
    """What is kept of an entry that was not read: the words that it may hold, and its text if it may hold any.

    `leads_to` is itself, or the entry that has its name today; `member` says of a platform to which groups it belongs.
    """

    piece: Piece | None
    words: frozenset[int]
    leads_to: str
    member: Membership | None


def sifted(catalog: Catalog, said: Sequence[str], wholes: Collection[str]) -> tuple[Sifted, tuple[str, ...]]:
    """What may have all of the words or is called by the whole of them, and what of that is broken."""
    seen = list(_seen(catalog, Sieve(said, wholes)))
    holding: dict[str, set[int]] = {}
    for one in seen:
        holding.setdefault(one.leads_to, set()).update(one.words)
    platforms: list[Platform] = []
    stubs: list[Stub] = []
    broken: list[str] = []
    members: list[Membership] = []
    for one in seen:
        if one.piece is None or (one.leads_to and len(holding[one.leads_to]) < len(said)):
            members += [one.member] if one.member else []
            continue
        found = decode(one.piece.chunk, catalog.file)
        if one.piece.is_twice or found.entry is None:
            broken.append(label(found))
        elif isinstance(found.entry, Stub):
            stubs.append(found.entry)
        else:
            platforms.append(found.entry)
            members.append(Membership.of(found.entry))
    return Sifted(platforms, stubs, groups(members)), tuple(broken)


def _seen(catalog: Catalog, sieve: Sieve) -> Iterator[_Seen]:
    for piece in pieces(catalog):
        slug = piece.chunk.slug
        skimmed = next(skim(piece.chunk.raw, _FIELDS), None)
        fields = skimmed.fields if skimmed else None
        words = sieve.words(piece, fields)
        now, company, category = ("".join((fields or {}).get(name, ())[:1]) for name in ("now", "company", "category"))
        topics = (fields or {}).get("topics", ())
        member = None if now or piece.is_twice else Membership(slug, company, category, topics)
        yield _Seen(piece if words else None, words, now or slug, member)
