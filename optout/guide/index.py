"""What lists and the search need of every entry, kept so that none has to be read again.

A row for each platform with its status for readers in every region, and under each word the platforms in which it
stands, by the kind of place where it does.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache as remembered
from functools import cached_property
from typing import Any, NamedTuple, Protocol, cast

from optout import regions
from optout.catalog import Catalog, Decoded, cache
from optout.catalog.names import key
from optout.catalog.store import Damaged
from optout.guide import words
from optout.guide.choose import audiences
from optout.guide.compose import verdict
from optout.guide.guide import Status
from optout.guide.overview import Row, row
from optout.guide.reader import Reader
from optout.messages import LANGUAGES, language
from optout.model import Platform, Stub
from optout.schema.record import Kind
from optout.schema.walk import walk

KIND = "rows"  # of store

# Where a word stands, best first.
NAME, ALSO, COMPANY, DOMAIN, GROUP, BODY = PLACES = "nacdgb"
_PLACE_OF: Mapping[str | int, str] = {
    "name": NAME,
    "aliases": ALSO,
    "formerly": ALSO,
    "company": COMPANY,
    "domains": DOMAIN,
}
_READ: frozenset[Kind] = frozenset(("claim", "prose", "name", "label", "hint", "plan", "domain", "copy"))

_LIST = "\x1f"  # between the items of a cell, which no text has
_WORD = re.compile(r"\w+")


class _Source(Protocol):
    """A store, or the same in memory."""

    def text(self, name: str) -> str: ...

    def get(self, name: str, key: str) -> Sequence[str]: ...


class _Memory(NamedTuple):
    """What would be in a store."""

    texts: Mapping[str, str]
    tables: Mapping[str, Mapping[str, Iterable[str]]]

    def text(self, name: str) -> str:
        """A text."""
        return self.texts[name]

    def get(self, name: str, key: str) -> Sequence[str]:
        """The words under a key of a table."""
        return list(self.tables[name].get(key, ()))


class Index:
    """The rows and words of a catalog, from a cache if there is one; else its entries are read, once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._source: _Source | None = cache.get(catalog, KIND, lambda: contents(catalog))

    def rows(self, reader: Reader, spoken: str = "en") -> list[Row]:
        """A row for every platform that can be read, in the order of the file and in the language `spoken`.

        What a reader's device and plan change is not kept: for such a reader the entries are read.
        """
        if self._source and not reader.device and not reader.plan:
            with suppress(Damaged):
                verdicts = cast(list[words.Shown], _lines(self._source, "verdicts"))
                statuses = [words.status(one, language(spoken)) for one in verdicts]
                return [_row(line.split("\t"), statuses, reader.region) for line in _lines(self._source, "rows")]
            self._forget()
        return [row(one.entry, reader, spoken) for one in self._entries if isinstance(one.entry, Platform)]

    def broken(self) -> tuple[str, ...]:
        """The entries that cannot be read, by slug or place."""
        if self._source:
            with suppress(Damaged):
                return tuple(_lines(self._source, "broken"))
            self._forget()
        return tuple(_called(one) for one in self._entries if one.entry is None)

    def words(self) -> str:
        """Every word, each on a line of its own, between two line breaks."""
        if self._source:
            with suppress(Damaged):
                return self._source.text("words")
            self._forget()
        return self._memory.text("words")

    def having(self, place: str, word: str) -> Iterator[int]:
        """The positions among the rows of the platforms that have the word there."""
        position = 0
        for step in self._steps(place + word):
            position += int(step)
            yield position - 1

    def _steps(self, word: str) -> Sequence[str]:
        if self._source:
            with suppress(Damaged):
                return self._source.get("places", word)
            self._forget()
        return self._memory.get("places", word)

    @cached_property
    def _entries(self) -> list[Decoded]:
        return list(self._catalog)

    @cached_property
    def _memory(self) -> _Memory:
        return _Memory(*contents(self._entries))

    def _forget(self) -> None:
        """A damaged store is none, for the next one as well."""
        cache.forget(self._catalog, KIND)
        self._source = None


def _lines(source: _Source, name: str) -> list[str]:
    text = source.text(name)
    return text.split("\n") if text else []


def _called(broken: Decoded) -> str:
    return broken.slug or str(broken.problems[0].place)


class _Rising:
    """Numbers from small to large, written as the steps between them."""

    def __init__(self, numbers: "array[int]") -> None:
        self.numbers = numbers

    def __iter__(self) -> Iterator[str]:
        last = 0
        for number in self.numbers:
            yield str(number - last)
            last = number


def contents(entries: Iterable[Decoded]) -> cache.Contents:
    """Rows, statuses, broken entries and words of a catalog, as they are kept."""
    verdicts: dict[words.Shown, int] = {}
    rows: list[str] = []
    broken: list[str] = []
    places: dict[str, array[int]] = {}
    former: dict[str, list[Stub]] = {}
    positions: dict[str, int] = {}
    for decoded in entries:
        entry = decoded.entry
        if isinstance(entry, Stub):
            former.setdefault(entry.now, []).append(entry)
        elif entry is None:
            broken.append(_called(decoded))
        else:
            rows.append(_line(entry, verdicts))
            positions[entry.slug] = len(rows)
            for word in {place + word for place, text in texts(entry) for word in split(text)}:
                places.setdefault(word, array("I")).append(len(rows))
    for slug, stubs in former.items():
        for word in {
            word for stub in stubs for name in (stub.name, *stub.aliases, *stub.domains) for word in split(name)
        }:
            listed = places.setdefault(ALSO + word, array("I"))
            if slug in positions and positions[slug] not in listed:
                places[ALSO + word] = array("I", sorted([*listed, positions[slug]]))
    kept = {
        "rows": "\n".join(rows),
        "verdicts": "\n".join(verdicts),
        "broken": "\n".join(broken),
        "words": "\n" + "".join(f"{word}\n" for word in sorted({word[1:] for word in places})),
    }
    return kept, {"places": {word: _Rising(listed) for word, listed in places.items() if listed}}


def split(text: str) -> list[str]:
    """The words of a text in the form in which they are compared."""
    return [form for word in _WORD.findall(text) if (form := key(word))]


def texts(platform: Platform) -> list[tuple[str, str]]:
    """Every text in which a word is looked for, with the kind of place, best first.

    That is all that there is to read in an entry, except what its sources are called and say.
    """
    groups = (language(code).text(words.category(platform.category)) for code in LANGUAGES)
    found = [(NAME, platform.slug), (GROUP, platform.category), *((GROUP, group) for group in groups)]
    for said in walk(platform):
        field = said.path[0]
        if said.kind in _READ and field != "sources":
            found += [(_PLACE_OF.get(field, BODY), line) for line in said.text.splitlines()]
    return sorted(found, key=lambda one: PLACES.index(one[0]))


def _line(platform: Platform, verdicts: dict[words.Shown, int]) -> str:
    """A row as it is kept: its cells, the regions that the entry tells apart, the verdict in each kind of region."""
    codes = tuple(sorted(set(_codes(tuple(audiences(platform))))))
    kinds = {"": "", **_kinds(codes)} if codes else {"": ""}
    numbers = {}
    for kind, region in kinds.items():
        found = verdict(platform, Reader(region))
        numbers[kind] = verdicts.setdefault(found, len(verdicts))
    own = {kind: number for kind, number in numbers.items() if not kind or number != numbers[""]}
    one = row(platform, Reader())
    lists = map(_LIST.join, (one.domains, one.also, one.topics))
    cells = (one.slug, one.name, one.company, one.category, one.checked, *lists)
    return "\t".join((*cells, " ".join(codes), " ".join(f"{kind}={number}" for kind, number in own.items())))


def _row(cells: list[str], statuses: list[Status], region: str) -> Row:
    slug, name, company, category, checked, domains, also, topics, codes, numbers = cells
    by_kind = dict(one.split("=") for one in numbers.split(" "))
    kind = _kind(region, tuple(codes.split(" "))) if region and codes else ""
    found = statuses[int(by_kind.get(kind, by_kind[""]))]
    lists = (tuple(cell.split(_LIST)) if cell else () for cell in (domains, also, topics))
    return Row(slug, name, company, cast(Any, category), found, checked, *cast(Any, lists))


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
    """A region of each kind."""
    return {_kind(region, codes): region for region in _every_region()}
