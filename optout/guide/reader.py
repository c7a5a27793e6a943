"""Who is asking, whether something holds for them, and how their device gets there."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from optout import plans, regions
from optout.model import Audience, Control
from optout.regions import Match

Device = Literal["web", "ios", "android", "desktop"]
Reach = Literal["here", "browser", "elsewhere"]

DEVICES: tuple[Device, ...] = ("web", "ios", "android", "desktop")


class Reader(NamedTuple):
    """Region (a code that `regions.is_known`), device and plan; empty where it is not known."""

    region: str = ""
    device: Device | Literal[""] = ""
    plan: str = ""


EVERYBODY = Reader()


def holds(audience: Audience, reader: Reader, known: Collection[str] = ()) -> Match:
    """Whether what is said for `audience` holds for the reader; "maybe" where too little is known to say.

    `known` are the plans that the entry names, wherever it does.
    """
    return _both(in_region(audience, reader), on_plan(audience, reader, known))


def in_region(audience: Audience, reader: Reader) -> Match:
    """Whether the audience's regions are the reader's."""
    included, excluded = audience.regions, audience.regions_except
    if not included and not excluded:
        return "yes"
    if not reader.region:
        return "maybe"
    found = regions.match(reader.region, included or excluded)
    return found if included else _OPPOSITE[found]


def on_plan(audience: Audience, reader: Reader, known: Collection[str] = ()) -> Match:
    """Whether the audience's plans are the reader's."""
    included, excluded = audience.plans, audience.plans_except
    if not included and not excluded:
        return "yes"
    if not reader.plan:
        return "maybe"
    found = plans.match(reader.plan, included or excluded, known)
    return found if included else _OPPOSITE[found]


def unsettled(audience: Audience, reader: Reader) -> Audience:
    """The audience without what the reader is sure to be: nobody needs to be told where they are."""
    if in_region(audience, reader) == "yes":
        audience = audience._replace(regions=(), regions_except=())
    return audience._replace(plans=(), plans_except=()) if on_plan(audience, reader) == "yes" else audience


def reach(control: Control, device: Device | Literal[""]) -> Reach:
    """How somebody with `device` gets to a control: on it, in its browser, or only elsewhere.

    A browser and a mailbox are on every device, and so are the console of an administrator and a server of one's own.
    A command needs a computer.
    """
    where = control.where
    if not device or device in where or control.how == "email" or {"server", "admin"} & set(where):
        return "here"
    if not where:
        return "elsewhere" if control.how == "command" and device in ("ios", "android") else "here"
    in_browser = "web" in where or (control.how == "form" and control.link)
    if not in_browser:
        return "elsewhere"
    return "here" if device == "web" else "browser"


_OPPOSITE: dict[Match, Match] = {"yes": "no", "no": "yes", "maybe": "maybe"}


def _both(one: Match, other: Match) -> Match:
    if "no" in (one, other):
        return "no"
    return "maybe" if "maybe" in (one, other) else "yes"
