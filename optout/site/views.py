"""What a reader sees of a guide, for every region and device that it tells apart: composed here, chosen by the page."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from optout import regions
from optout.guide import words
from optout.guide.choose import Choice, audiences, choose
from optout.guide.guide import WAY_PARTS, Status, WayPart
from optout.guide.reader import DEVICES, Device, Reader, holds
from optout.guide.status import status, unknown
from optout.messages import language
from optout.model import Audience, Control, Platform

# A region that no list names, for whoever is in none of those that a guide tells apart: https://cldr.unicode.org
ELSEWHERE = "ZZ"

# The columns of a page's choices: nothing is known of the device, or one of these.
COLUMNS: tuple[Device | Literal[""], ...] = ("", *DEVICES)


# The parts with ways of a reader's guide, and in each the places of the ways in everybody's guide.
Order = tuple[tuple[WayPart, tuple[int, ...]], ...]


class View(NamedTuple):
    """What is shown to a reader in some regions.

    `own` is the place of the difference that makes the status another than the platform's; `hidden` are the audiences
    that the reader is not in; `unknown` takes the verdict's place where nothing is known. `title` is the heading over
    what is needed, `ways` are those to refuse by, part by part, by their place in everybody's guide: for each of the
    `COLUMNS`.
    """

    status: Status
    own: int | None
    hidden: tuple[Audience, ...]
    unknown: str
    title: str
    ways: tuple[Order, ...]


class Views(NamedTuple):
    """The views of a guide.

    `sets` are the regions that it tells apart, together where all is the same in them. `rows` are the views of a reader
    of whom no region is known, then one for each set, and last one for all other regions.
    """

    sets: tuple[tuple[str, ...], ...]
    rows: tuple[View, ...]

    @property
    def parts(self) -> list[WayPart]:
        """The parts of the guide in which some reader is shown a way."""
        found = {part for row in self.rows for order in row.ways for part, _ in order}
        return [part for part in WAY_PARTS if part in found]


def views(platform: Platform, parts: Iterable[str], spoken: str = "en") -> Views:
    """All views of the guide to `platform` in a language; `parts` are the parts of countries that can be chosen."""
    whom = _whom(platform)
    elsewhere = _view(platform, whom, ELSEWHERE, spoken)
    alike: dict[View, list[str]] = {}
    for codes in told_apart(platform, parts):
        view = _view(platform, whom, codes[0], spoken)
        if view != elsewhere:
            alike.setdefault(view, []).extend(codes)
    sets = tuple(tuple(sorted(codes)) for codes in alike.values())
    return Views(sets, (_view(platform, whom, "", spoken), *alike, elsewhere))


def _view(platform: Platform, whom: Sequence[Audience], region: str, spoken: str) -> View:
    everybodys = [one.control for one in choose(platform).ways]
    found = [choose(platform, Reader(region, device)) for device in COLUMNS]
    own = found[0].own
    return View(
        status(platform, Reader(region), spoken),
        platform.differences.index(own) if own else None,
        tuple(one for one in whom if region and holds(one, Reader(region)) == "no"),
        unknown(platform, found[0], spoken),
        language(spoken).text(words.ways_title("steps", found[0].verdict)),
        tuple(_order(choice, everybodys) for choice in found),
    )


def _order(choice: Choice, everybodys: Sequence[Control]) -> Order:
    parts = groupby(choice.ways, lambda one: one.part)
    return tuple((part, tuple(everybodys.index(one.control) for one in ways)) for part, ways in parts)


def _whom(platform: Platform) -> tuple[Audience, ...]:
    return tuple(dict.fromkeys(one for one in audiences(platform) if one != Audience()))


def told_apart(platform: Platform, parts: Iterable[str]) -> Iterator[list[str]]:
    """The regions for which something is another than for the rest of the world, those together that match alike.

    `parts` are the parts of countries that can be chosen.
    """
    listed = tuple(dict.fromkeys(one.regions or one.regions_except for one in _whom(platform)))
    named = {member for codes in listed for code in codes for member in regions.GROUPS.get(code, {code})}
    countries = {code[:2] for code in named}
    alike: dict[tuple[str, ...], list[str]] = {}
    for code in sorted(named | countries | {part for part in parts if part[:2] in countries}):
        alike.setdefault(tuple(_match(code, codes) for codes in listed), []).append(code)
    yield from alike.values()


@cache
def _match(region: str, listed: tuple[str, ...]) -> str:
    return regions.match(region, listed)
