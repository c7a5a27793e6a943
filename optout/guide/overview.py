"""Many platforms at a glance: one row each, grouped by category, what needs action first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from optout.guide import words
from optout.guide.guide import Status, StatusId
from optout.guide.reader import EVERYBODY, Reader
from optout.guide.status import newest, status
from optout.messages import language
from optout.model import CATEGORIES, Category, Platform, Stub, Topic

# What needs action first; then what can only be known, then what needs nothing.
RANK: dict[StatusId, int] = {
    "opt-out": 0,
    "depends": 1,
    "no-control": 2,
    "not-known": 3,
    "opt-in": 4,
    "no-training": 5,
}


class Row(NamedTuple):
    """One platform in a list.

    `newest` is the date of the newest source that the verdict for everybody rests on, as precise as it gives it, or the
    day of its copy if it gives none; empty where neither is known. `catalog` is the file in which the entry stands,
    where that was asked for.
    """

    slug: str
    name: str
    company: str
    category: Category
    status: Status
    checked: str
    newest: str
    domains: tuple[str, ...]
    also: tuple[str, ...]
    topics: tuple[Topic, ...]
    catalog: str = ""


class Titled(NamedTuple):
    """The platforms of one category."""

    category: Category
    title: str
    rows: tuple[Row, ...]


def rows(
    platforms: Iterable[Platform],
    reader: Reader = EVERYBODY,
    category: str = "",
    training: str = "",
    spoken: str = "en",
) -> list[Row]:
    """A row for every platform that fits the filters, by category, status and name, in the language `spoken`."""
    return ordered((row(platform, reader, spoken) for platform in platforms), category, training)


def ordered(rows: Iterable[Row], category: str = "", training: str = "", topic: str = "") -> list[Row]:
    """The rows that fit the filters, by category, status and name."""
    found = (row for row in rows if (not category or row.category == category) and (not topic or topic in row.topics))
    return sorted((row for row in found if not training or row.status.id == training), key=_place)


def groups(rows: Iterable[Row], spoken: str = "en") -> list[Titled]:
    """The rows under their categories, in the order of the rows."""
    titles = language(spoken)
    by_category: dict[Category, list[Row]] = {}
    for row in rows:
        by_category.setdefault(row.category, []).append(row)
    return [Titled(name, titles.text(words.category(name)), tuple(listed)) for name, listed in by_category.items()]


def counts(rows: Iterable[Row]) -> list[tuple[Status, int]]:
    """How many platforms have each status, what needs action first; statuses that nobody has are left out."""
    found = Counter(row.status for row in rows)
    return sorted(found.items(), key=lambda item: (RANK[item[0].id], item[0].label))


def former_names(stubs: Iterable[Stub]) -> list[Stub]:
    """The stubs by name."""
    return sorted(stubs, key=lambda stub: stub.name.casefold())


def row(platform: Platform, reader: Reader, spoken: str = "en") -> Row:
    """The row of one platform."""
    return Row(
        platform.slug,
        platform.name,
        platform.company,
        platform.category,
        status(platform, reader, spoken),
        platform.checked.iso,
        source.iso if (source := newest(platform)) else "",
        platform.domains,
        platform.formerly + platform.aliases,
        platform.topics,
    )


def _place(row: Row) -> tuple[int, int, str]:
    return CATEGORIES.index(row.category), RANK[row.status.id], row.name.casefold()
