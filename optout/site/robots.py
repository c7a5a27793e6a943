"""The page for those who run a website: one file for all crawlers, made of the catalog, to tick and copy."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from optout.messages import Language, Message, message
from optout.model import PURPOSES, Platform
from optout.render import robots as render
from optout.robots.choice import Chosen, Robot, choose, robots
from optout.robots.existing import BEGIN, END
from optout.robots.statements import refusals
from optout.site.model import Site
from optout.site.script_data import sentences

PATH = "robots.html"
_WORDS = ("copied", "copy", "robots-chosen", "robots-none")
_MORE = ("meta", "headers", "tdmrep")


class RobotGroup(NamedTuple):
    """Crawlers with one purpose; those of a group that `is_meant` are ticked before anybody chooses."""

    id: str
    title: str
    is_meant: bool
    robots: tuple[Robot, ...]

    @property
    def number(self) -> int:
        """How many of them still fetch, which are those that all are ticked by."""
        return sum(one.crawler.known != "ended" for one in self.robots)


class InPicture(NamedTuple):
    """What refuses training inside of a picture, by the entry that has it: a command, or a statement to be signed."""

    slug: str
    text: str


def is_of_websites(one: Platform) -> bool:
    """Whether anything of this is about it: it has crawlers, or a file to put on a website."""
    return bool(one.crawlers) or one.category == "standard" or any(way.file for way in one.controls)


def known(site: Site) -> tuple[Robot, ...]:
    """The crawlers of the site's catalog; without any there is no such page."""
    return robots(entry.platform for entry in site.entries)


def context(site: Site) -> dict[str, Any]:
    """What the page shows."""
    found = known(site)
    chosen = choose(found, ("training",), ())
    blocked = {one.token for one in chosen.blocked}
    told = refusals(entry.platform for entry in site.entries)
    kinds = {one.kind for one in told}
    nobody = Chosen((), (), (), ())
    spoken = site.spoken
    slugs = dict.fromkeys([one.slug for one in found] + [one.slug for one in told])
    return {
        "groups": _groups(found, spoken),
        "blocked": blocked,
        "number": len(blocked),
        "formats": (*render.SHAPES, "cloudflare"),
        "file": render.block(render.FORMS["robots"], chosen, (), " --block training", spoken),
        "more": {
            kind: render.block(render.FORMS[kind], nobody, told, f" --format {kind}", spoken)
            for kind in _MORE
            if kind in kinds
        },
        "pictures": list(_pictures(site)),
        "guides": sorted(slugs, key=lambda slug: site.names[slug].casefold()),
        "names": site.names,
    }


def for_script(site: Site) -> dict[str, Any]:
    """What the page's script composes files from; the same shapes as `optout robots` has."""
    found, spoken = known(site), site.spoken
    searching = choose(found, ("training",), ()).searching
    return {
        "words": sentences(_WORDS, spoken),
        "begin": BEGIN,
        "end": END,
        "shapes": {
            **{name: {**shape._asdict(), "note": render.note(name, spoken)} for name, shape in render.SHAPES.items()},
            "cloudflare": {"start": (), "end": (), "note": render.note("cloudflare", spoken), "rules": _rules(spoken)},
        },
        "robots": {one.token: render.comment(one, spoken) for one in found},
        "alone": {one.token: render.left_alone(one, spoken) for one in searching},
    }


def _rules(spoken: Language) -> dict[str, Any]:
    """What Cloudflare takes as one rule, and what stands above each."""
    title = spoken.text(message("robots-rule", place="{place}", number="{number}"))
    return {"longest": render.LONGEST_RULE, "title": title}


def _pictures(site: Site) -> Iterator[InPicture]:
    for platform in (entry.platform for entry in site.entries if entry.platform.category == "standard"):
        for control in platform.controls:
            if control.command.startswith("exiftool "):
                yield InPicture(platform.slug, control.command)
            elif control.file and control.file.name.endswith(".training-mining"):
                yield InPicture(platform.slug, control.file.text)


def _groups(found: Sequence[Robot], spoken: Language) -> list[RobotGroup]:
    purposes: list[tuple[str, Message, list[Robot]]] = [
        (one, message(f"audit-for-{one}"), [robot for robot in found if robot.crawler.purposes == (one,)])
        for one in PURPOSES
    ]
    both = [robot for robot in found if len(robot.crawler.purposes) > 1]
    unknown = [robot for robot in found if not robot.crawler.purposes]
    purposes += [("both", message("audit-for-both"), both), ("unknown", message("audit-for-unknown"), unknown)]
    return [
        RobotGroup(id, spoken.text(title), id == "training", tuple(listed)) for id, title, listed in purposes if listed
    ]
