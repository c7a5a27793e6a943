"""Who is asking, and whether something holds for them."""

from typing import Literal, NamedTuple

from optout import regions
from optout.model import Audience, Surface
from optout.regions import Match

Device = Literal["web", "ios", "android", "desktop"]

DEVICES: tuple[Device, ...] = ("web", "ios", "android", "desktop")


class Reader(NamedTuple):
    """Region (a code that `regions.is_known`), device and plan; empty where it is not known."""

    region: str = ""
    device: Device | Literal[""] = ""
    plan: str = ""


EVERYBODY = Reader()


def holds(audience: Audience, reader: Reader) -> Match:
    """Whether what is said for `audience` holds for the reader; "maybe" where too little is known to say."""
    return _both(
        _region(reader.region, audience.regions, audience.regions_except),
        _plan(reader.plan, audience.plans, audience.plans_except),
    )


def works_on(where: tuple[Surface, ...], reader: Reader) -> bool:
    """Whether a control is within reach of the reader's device; web servers and admin consoles always are."""
    return not where or not reader.device or reader.device in where or bool({"server", "admin"} & set(where))


def _region(region: str, included: tuple[str, ...], excluded: tuple[str, ...]) -> Match:
    if not included and not excluded:
        return "yes"
    if not region:
        return "maybe"
    found = regions.match(region, included or excluded)
    return found if included else _OPPOSITE[found]


def _plan(plan: str, included: tuple[str, ...], excluded: tuple[str, ...]) -> Match:
    if not included and not excluded:
        return "yes"
    if not plan:
        return "maybe"
    listed = plan.casefold() in {name.casefold() for name in included or excluded}
    return "yes" if listed == bool(included) else "no"


_OPPOSITE: dict[Match, Match] = {"yes": "no", "no": "yes", "maybe": "maybe"}


def _both(one: Match, other: Match) -> Match:
    if "no" in (one, other):
        return "no"
    return "maybe" if "maybe" in (one, other) else "yes"
