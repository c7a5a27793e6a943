"""Rows of lists as they are kept, with what the entry says in every kind of region, and how they are read again."""

from collections.abc import Iterator
from functools import cache as remembered
from typing import Any, cast

from optout import regions
from optout.guide import words
from optout.guide.choose import audiences
from optout.guide.guide import Status
from optout.guide.overview import Row, row
from optout.guide.reader import EVERYBODY, Reader
from optout.guide.status import verdict
from optout.messages import language
from optout.model import Platform

_LIST = "\x1f"  # between the items of a cell, which no text has


def row_line(platform: Platform) -> str:
    """A row as it is kept: its cells, the regions that the entry tells apart, the verdict in each kind of region."""
    codes = tuple(sorted(set(_codes(tuple(audiences(platform))))))
    kinds = {"": "", **_kinds(codes)} if codes else {"": ""}
    verdicts = {kind: verdict(platform, Reader(region)) for kind, region in kinds.items()}
    own = {kind: found for kind, found in verdicts.items() if not kind or found != verdicts[""]}
    one = row(platform, EVERYBODY)
    lists = map(_LIST.join, (one.domains, one.also, one.topics))
    cells = (one.slug, one.name, one.company, one.category, one.checked, one.newest, *lists)
    return "\t".join((*cells, " ".join(codes), " ".join(f"{kind}={found}" for kind, found in own.items())))


class RowReader:
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
