"""What lists and the search need of every entry, kept so that none has to be read again.

A row for each platform with its status for readers in every region, and under each word the platforms and groups in
which it stands, by the kind of place where it does. Both are made of blocks of neighbouring entries: when an entry
changes, its block is read again and no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, cast

from optout.catalog import Catalog, cache
from optout.catalog.entries import label
from optout.guide.blocks import IndexBlock, in_blocks, pieces, read, steps
from optout.guide.kept_rows import RowReader
from optout.guide.overview import Row, row
from optout.guide.places import Gathered, entry_words, group_words, groups, stub_words
from optout.guide.reader import Reader
from optout.model import Platform, Stub
from optout.problem import Place
from optout.ranking import PLACES, Lookup
from optout.schema.decode import decode
from optout.store import Damaged, Store

KIND = "rows"  # of store


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
        read = RowReader(reader.region, spoken)
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
        read = RowReader("", spoken)
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
    found = []
    for name, text, line in in_blocks(catalog, before, met):
        kept[name] = text
        found.append((read(text), line))
    return _merged(found, catalog.file, kept)


# All blocks together


def _merged(blocks: list[tuple[IndexBlock, int]], file: str, kept: dict[str, str]) -> cache.Contents:
    """What is kept of all blocks, each given with its first line; the groups are one more."""
    rows = [line for block, _ in blocks for line in block.rows]
    read = RowReader("", "en")
    found = groups(map(read.row, rows))
    bases = [0, *accumulate(len(block.rows) for block, _ in blocks)]
    places: dict[str, list[str]] = {}
    for number, (block, _) in enumerate(blocks):
        for line in block.places:
            word, _, stepped = line.partition("\t")
            places.setdefault(word, []).append(f"{number}:{stepped}")
    of_groups: dict[str, list[int]] = {}
    for position, group in enumerate(found, 1):
        for word in group_words(group):
            of_groups.setdefault(word, []).append(position)
    for word, positions in of_groups.items():
        places.setdefault(word, []).append(f"{len(blocks)}:{steps(positions)}")
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


def _lead_on(blocks: list[tuple[IndexBlock, int]], rows: list[str], places: dict[str, list[str]]) -> None:
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
