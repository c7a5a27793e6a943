"""What lists and the search need of every entry, kept so that none has to be read again.

A row for each platform with its status for readers in every region, and under each word the platforms and groups in
which it stands, by the kind of place where it does. Both are made of blocks of neighbouring entries: when an entry
changes, its block is read again and no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache as remembered
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from typing import Any, NamedTuple, cast
from zlib import crc32

from optout import regions
from optout.catalog import Catalog, Chunk, Decoded, cache
from optout.catalog.entries import label
from optout.guide import words
from optout.guide.choose import audiences
from optout.guide.guide import Status
from optout.guide.overview import Row, row
from optout.guide.places import Gathered, entry_words, group_words, groups, stub_words
from optout.guide.reader import EVERYBODY, Reader
from optout.guide.status import verdict
from optout.messages import language
from optout.model import Platform, Stub
from optout.problem import Place
from optout.ranking import PLACES, Lookup
from optout.schema.decode import decode
from optout.store import Damaged, Store

KIND = "rows"  # of store
BLOCK = "block."  # begins the name of a text with a block

_LIST = "\x1f"  # between the items of a cell, which no text has
_PART = "\x1d"  # between the parts of a block
_SHARE = 1 << 18  # bytes of a catalog for each entry that a block usually has, so that there are some sixty blocks
_USUAL, _MOST = 128, 512  # entries of a block at the most


class _Memory(NamedTuple):
    """What would be in a store."""

    texts: Mapping[str, str]
    tables: Mapping[str, Mapping[str, Iterable[str]]]

    def text(self, name: str) -> str:
        """A text."""
        return self.texts[name]

    def line(self, name: str, key: str) -> str:
        """What stands under a key of a table."""
        return " ".join(self.tables[name].get(key, ()))


class _Unkept:
    """The same where nothing can be kept: all entries are read once somebody asks for more than rows."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def _made(self) -> _Memory:
        return _Memory(*contents(self._catalog))

    def text(self, name: str) -> str:
        """A text."""
        return self._made.text(name)

    def line(self, name: str, key: str) -> str:
        """What stands under a key of a table."""
        return self._made.line(name, key)


class Index(Lookup):
    """The rows, groups and words of a catalog, from a cache if there is one; else its entries are read, once.

    `met` is given each platform that is read for it.
    """

    def __init__(self, catalog: Catalog, met: Callable[[Platform], None] | None = None) -> None:
        self._catalog = catalog
        self._broken: tuple[str, ...] | None = None  # once all entries were read for their rows
        kept = cache.get(catalog, KIND, lambda before: contents(catalog, before, met))
        self.is_kept = kept is not None
        super().__init__(kept or _Unkept(catalog))

    def groups(self) -> list[Gathered]:
        """The companies, categories and topics that a search finds."""
        return [_group(line) for line in self._lines("groups")]

    def rows(self, reader: Reader, spoken: str = "en") -> list[Row]:
        """A row for every platform that can be read, in the order of the file and in the language `spoken`.

        What a reader's device and plan change is not kept: for such a reader the entries are read.
        """
        if reader.device or reader.plan:
            return [row(one.entry, reader, spoken) for one in self._catalog if isinstance(one.entry, Platform)]
        if not self.is_kept:
            return list(self._rows(reader, spoken))
        read = _Reading(reader.region, spoken)
        return [read.row(line) for line in self._lines("rows")]

    def _rows(self, reader: Reader, spoken: str) -> Iterator[Row]:
        """The rows of entries that are read for nothing else, one after the other."""
        broken = []
        for chunk, is_twice in pieces(self._catalog):
            found = decode(chunk, self._catalog.file)
            if is_twice or found.entry is None:
                broken.append(label(found))
            elif isinstance(found.entry, Platform):
                yield row(found.entry, reader, spoken)
        self._broken = tuple(broken)

    def at(self, positions: Iterable[int], spoken: str = "en") -> list[Row | Gathered]:
        """What is at these positions, for everybody and in the language `spoken`; nothing else is read of the rows."""
        lines = self._lines("rows")
        found = self.groups()
        read = _Reading("", spoken)
        return [read.row(lines[one]) if one < len(lines) else found[one - len(lines)] for one in positions]

    def number(self) -> int:
        """How many positions there are."""
        return len(self._lines("rows")) + len(self._lines("groups"))

    def broken(self) -> tuple[str, ...]:
        """The entries that cannot be read, by slug or place."""
        return tuple(self._lines("broken")) if self._broken is None else self._broken

    def _lines(self, name: str) -> list[str]:
        text = self._text(name)
        return text.split("\n") if text else []

    def _text(self, name: str) -> str:
        try:
            return super()._text(name)
        except Damaged:
            self._forget()
            return super()._text(name)

    def _line(self, key: str) -> str:
        try:
            return super()._line(key)
        except Damaged:
            self._forget()
            return super()._line(key)

    def _forget(self) -> None:
        """A damaged store is none, for the next one as well."""
        cache.forget(self._catalog, KIND)
        self._source = _Memory(*contents(self._catalog))


class Whole(NamedTuple):
    """All that there is to look up: the groups, and positions under the letter of each place and the word."""

    groups: list[Gathered]
    places: dict[str, list[int]]

    def words(self) -> list[str]:
        """Every word."""
        return _words(self.places)


def whole(
    platforms: Sequence[Platform],
    stubs: Iterable[Stub],
    words_of: Callable[[Platform], Iterable[str]] = entry_words,
    gathered: list[Gathered] | None = None,
) -> Whole:
    """What an index of these entries holds, without one.

    `words_of` gives the words of each; `gathered` are the groups, if there are more platforms than these.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    found = groups(platforms) if gathered is None else gathered
    for position, platform in enumerate(platforms):
        for word in words_of(platform):
            places[word].append(position)
    for position, group in enumerate(found, len(platforms)):
        for word in group_words(group):
            places[word].append(position)
    slugs = {platform.slug: position for position, platform in enumerate(platforms)}
    led: set[str] = set()
    for stub in stubs:
        for word in stub_words(stub) if stub.now in slugs else ():
            places[word].append(slugs[stub.now])
            led.add(word)
    return Whole(found, dict(places) | {word: sorted(set(places[word])) for word in led})


def contents(
    catalog: Catalog, before: Store | None = None, met: Callable[[Platform], None] | None = None
) -> cache.Contents:
    """Everything of a catalog as it is kept; blocks that are in the store of `before` are taken from there.

    `met` is given each platform that is read.
    """
    kept: dict[str, str] = {}
    blocks = []
    for chunks in _cut(catalog):
        name = BLOCK + _digest(chunks)
        found = kept.get(name) or (_kept(before, name) if before else "") or _written(_block(_decoded(chunks), met))
        kept[name] = found
        blocks.append((_read(found), chunks[0].chunk.line))
    return _merged(blocks, catalog.file, kept)


# Blocks


class Piece(NamedTuple):
    """An entry's text, and whether an earlier one has its slug, so that it cannot be read."""

    chunk: Chunk
    is_twice: bool


class _Block(NamedTuple):
    """Neighbouring entries as they are kept: their rows, those that are broken, former names, places of words.

    A broken entry without a slug is its line, counted from the block's first, and column. A former name is the slug
    that it leads to and its words; a place and a word have the positions among the rows as steps from one to the next.
    """

    rows: tuple[str, ...]
    broken: tuple[str, ...]
    former: tuple[str, ...]
    places: tuple[str, ...]


def _cut(catalog: Catalog) -> Iterator[list[Piece]]:
    """The entries in blocks; where one ends depends on slugs alone, so that an entry more moves no other border.

    The larger a catalog, the larger its blocks, each usually twice as large as before: the borders of those stay.
    """
    usual = min(1 << (len(catalog.data) // _SHARE).bit_length(), _USUAL)
    block: list[Piece] = []
    for piece in pieces(catalog):
        if block and (len(block) == _MOST or crc32(piece.chunk.slug.encode()) % usual == 0):
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def pieces(catalog: Catalog) -> Iterator[Piece]:
    """The text of every entry, in the order of the file, and any text between them."""
    seen: set[str] = set()
    for chunk in catalog.chunks():
        yield Piece(chunk, chunk.slug in seen)
        seen.update({chunk.slug} if chunk.slug else ())


def _digest(pieces: list[Piece]) -> str:
    found = blake2b(digest_size=8)
    for piece in pieces:
        for text in (piece.chunk.raw, *(one.raw for one in piece.chunk.lent)):
            found.update(b"%d %d\n" % (piece.is_twice, len(text)))
            found.update(text)
    return found.hexdigest()


def _kept(before: Store, name: str) -> str:
    try:
        return before.text(name)
    except Damaged:
        return ""


def _decoded(pieces: list[Piece]) -> Iterator[tuple[Platform | Stub | None, str]]:
    """The entries of a block, each with what it is called if it is broken."""
    for chunk, is_twice in pieces:
        found = decode(chunk, "")
        yield None if is_twice else found.entry, _called(found, pieces[0].chunk.line)


def _called(found: Decoded, first: int) -> str:
    if found.slug or not found.problems:
        return found.slug
    place = found.problems[0].place
    return f"{place.line - first}:{place.column}"


def _block(
    entries: Iterable[tuple[Platform | Stub | None, str]], met: Callable[[Platform], None] | None = None
) -> _Block:
    """What a block is once its entries are read."""
    rows: list[str] = []
    broken: list[str] = []
    former: list[str] = []
    places: dict[str, list[int]] = {}
    for entry, called in entries:
        if entry is None:
            broken.append(called)
        elif isinstance(entry, Stub):
            former.append("\t".join((entry.now, *sorted(stub_words(entry)))))
        else:
            if met:
                met(entry)
            rows.append(_line(entry))
            for word in entry_words(entry):
                places.setdefault(word, []).append(len(rows))
    listed = (f"{word}\t{_steps(positions)}" for word, positions in sorted(places.items()))
    return _Block(tuple(rows), tuple(broken), tuple(former), tuple(listed))


def _written(block: _Block) -> str:
    return _PART.join("\n".join(part) for part in block)


def _read(text: str) -> _Block:
    return _Block(*(tuple(part.split("\n")) if part else () for part in text.split(_PART)))


def _steps(positions: Iterable[int]) -> str:
    """Numbers from small to large, written as the steps between them."""
    last, found = 0, []
    for position in positions:
        found.append(str(position - last))
        last = position
    return ",".join(found)


# All blocks together


def _merged(blocks: list[tuple[_Block, int]], file: str, kept: dict[str, str]) -> cache.Contents:
    """What is kept of all blocks, each given with its first line; the groups are one more."""
    rows = [line for block, _ in blocks for line in block.rows]
    read = _Reading("", "en")
    found = groups(map(read.row, rows))
    bases = [0, *accumulate(len(block.rows) for block, _ in blocks)]
    places: dict[str, list[str]] = {}
    for number, (block, _) in enumerate(blocks):
        for line in block.places:
            word, _, steps = line.partition("\t")
            places.setdefault(word, []).append(f"{number}:{steps}")
    of_groups: dict[str, list[int]] = {}
    for position, group in enumerate(found, 1):
        for word in group_words(group):
            of_groups.setdefault(word, []).append(position)
    for word, positions in of_groups.items():
        places.setdefault(word, []).append(f"{len(blocks)}:{_steps(positions)}")
    _lead_on(blocks, rows, places)
    broken = [_place(one, file, first) for block, first in blocks for one in block.broken]
    texts = {
        "rows": "\n".join(rows),
        "groups": "\n".join("\t".join((one.kind, one.id, one.name, str(one.number))) for one in found),
        "bases": " ".join(map(str, bases)),
        "broken": "\n".join(broken),
        "words": "\n" + "".join(f"{word}\n" for word in _words(places)),
    }
    return {**texts, **kept}, {"places": places}


def _lead_on(blocks: list[tuple[_Block, int]], rows: list[str], places: dict[str, list[str]]) -> None:
    """Let former names lead to the platforms of today, wherever these stand."""
    slugs = {line.partition("\t")[0]: position for position, line in enumerate(rows, 1)}
    for block, _ in blocks:
        for line in block.former:
            now, *led = line.split("\t")
            for word in led if now in slugs else ():
                places.setdefault(word, []).append(f"0:{slugs[now]}")


def _words(places: Iterable[str]) -> list[str]:
    return sorted({one[1:] for one in places if one[0] in PLACES})


def _place(broken: str, file: str, first: int) -> str:
    line, colon, column = broken.partition(":")
    return str(Place(file, first + int(line), int(column))) if colon else broken


def _group(line: str) -> Gathered:
    kind, id, name, count = line.split("\t")
    return Gathered(cast(Any, kind), id, name, int(count))


# Rows


def _line(platform: Platform) -> str:
    """A row as it is kept: its cells, the regions that the entry tells apart, the verdict in each kind of region."""
    codes = tuple(sorted(set(_codes(tuple(audiences(platform))))))
    kinds = {"": "", **_kinds(codes)} if codes else {"": ""}
    verdicts = {kind: verdict(platform, Reader(region)) for kind, region in kinds.items()}
    own = {kind: found for kind, found in verdicts.items() if not kind or found != verdicts[""]}
    one = row(platform, EVERYBODY)
    lists = map(_LIST.join, (one.domains, one.also, one.topics))
    cells = (one.slug, one.name, one.company, one.category, one.checked, one.newest, *lists)
    return "\t".join((*cells, " ".join(codes), " ".join(f"{kind}={found}" for kind, found in own.items())))


class _Reading:
    """Reads rows for readers of a region, in a language."""

    def __init__(self, region: str, spoken: str) -> None:
        self._region = region
        self._language = language(spoken)
        self._statuses: dict[str, Status] = {}

    def row(self, line: str) -> Row:
        """The row that is kept so."""
        slug, name, company, category, checked, newest, domains, also, topics, codes, verdicts = line.split("\t")
        by_kind = dict(one.split("=") for one in verdicts.split(" "))
        kind = _kind(self._region, tuple(codes.split(" "))) if self._region and codes else ""
        found = self._status(by_kind.get(kind, by_kind[""]))
        lists = (tuple(cell.split(_LIST)) if cell else () for cell in (domains, also, topics))
        return Row(slug, name, company, cast(Any, category), found, checked, newest, *cast(Any, lists))

    def _status(self, shown: str) -> Status:
        if shown not in self._statuses:
            self._statuses[shown] = words.status(cast(words.Shown, shown), self._language)
        return self._statuses[shown]


def _codes(value: object) -> Iterator[str]:
    """The regions that are named anywhere in a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from _codes(item)
    elif isinstance(value, str) and value in _every_region():
        yield value


@remembered
def _every_region() -> frozenset[str]:
    return frozenset((*regions.GROUPS, *regions.codes()))


@remembered
def _kind(region: str, codes: tuple[str, ...]) -> str:
    """What an entry that names these regions can tell of a region: a group is of its own kind, others as they match."""
    return region if region in regions.GROUPS else "".join(regions.match(region, (code,))[0] for code in codes)


@remembered
def _kinds(codes: tuple[str, ...]) -> dict[str, str]:
    """A region of each kind, in an order that is the same each time, as what is made of it is."""
    return {_kind(region, codes): region for region in sorted(_every_region())}
