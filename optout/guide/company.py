"""A company at a glance: what its platforms do, which refusal covers several of them, and where to begin."""

from collections.abc import Iterable
from typing import NamedTuple

from optout.guide.overview import RANK, Row, rows
from optout.guide.reader import EVERYBODY, Reader, holds
from optout.model import Category, Control, Platform

# Whose readers know what they look for; a company's name is asked for by everybody.
_OF_FEW: tuple[Category, ...] = ("publisher", "developer")


class Shared(NamedTuple):
    """One refusal that several platforms name: what it is called, where it is done, and the slugs of the platforms."""

    name: str
    address: str
    slugs: tuple[str, ...]


class Overview(NamedTuple):
    """The platforms of a company, what needs action first; `more` are not shown. `begin` is the slug to begin with."""

    name: str
    rows: tuple[Row, ...]
    more: int
    shared: tuple[Shared, ...]
    begin: str


def company(
    name: str, platforms: Iterable[Platform], count: int, reader: Reader = EVERYBODY, spoken: str = "en"
) -> Overview:
    """What the platforms of a company do for the reader; `count` is how many it has in all, `spoken` the language."""
    listed = list(platforms)
    found = sorted(rows(listed, reader, spoken=spoken), key=lambda row: (RANK[row.status.id], row.name.casefold()))
    shared = _shared(listed, [row.slug for row in found], reader)
    covered = shared[0].slugs if shared else [row.slug for row in found]
    begin = min((row for row in found if row.slug in covered), key=lambda row: row.category in _OF_FEW).slug
    return Overview(name, tuple(found), count - len(found), shared, begin)


def _shared(platforms: list[Platform], order: list[str], reader: Reader) -> tuple[Shared, ...]:
    """The refusals that several of the platforms name, the one that covers most first."""
    found: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for platform in platforms:
        for control in platform.controls:
            if (at := place(control)) and holds(control.audience, reader) != "no":
                found.setdefault(at, (control.name, set()))[1].add(platform.slug)
    several = [
        Shared(name, address, tuple(sorted(slugs, key=order.index)))
        for (address, _), (name, slugs) in found.items()
        if len(slugs) > 1
    ]
    return tuple(sorted(several, key=lambda one: (-len(one.slugs), order.index(one.slugs[0]))))


def place(control: Control) -> tuple[str, str] | None:
    """What makes two ways one: the same form or mailbox, or the same switch at the same address; else None."""
    if control.how == "email" and control.email:
        return control.email.to, ""
    if not control.link or control.how == "none":
        return None
    return control.link, control.switch or (control.name if control.how != "form" else "")
