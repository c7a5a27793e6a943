"""What My list says of each platform: that of `optout plan`, for every region and device, as a script."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from optout.accounts import Account, Person
from optout.guide.guide import Status
from optout.messages import Language
from optout.model import Platform
from optout.plan import make_plan
from optout.plan.plan import same
from optout.render.plan import OutlineId, outline_parts
from optout.site import named
from optout.site.embedded import compact
from optout.site.model import Site, SiteFile
from optout.site.views import COLUMNS, ELSEWHERE, Views

NAME = "platforms"


class Placed(NamedTuple):
    """Where an account stands in the plan of whoever has decided nothing about it yet.

    `said` is its line in `part`. Where there is something to do, `seconds` is how long that takes and `place` what to
    order by; what is `same` for two accounts is done for both at once.
    """

    part: OutlineId
    status: Status
    said: str
    seconds: int = 0
    place: tuple[int, ...] = ()
    same: Hashable = None


class MyPlatform(NamedTuple):
    """A platform as My list has it: where its account stands, and the digest of its guide in short.

    `placed` is for whoever says no region; then, if it is not the same everywhere, for each of the `sets` of regions,
    and last for all others: of each for every one of the devices, or one for all.
    """

    slug: str
    name: str
    version: str
    sets: tuple[tuple[str, ...], ...]
    placed: tuple[tuple[Placed, ...], ...]
    digest: str

    @property
    def usual(self) -> Placed:
        """Where the account of somebody stands who says nothing of themselves."""
        return self.placed[0][0]


def mine(platform: Platform, version: str, found: Views, digest: str, spoken: Language) -> MyPlatform:
    """What My list has of a platform whose guide has these views."""
    codes = ("", *(codes[0] for codes in found.sets), ELSEWHERE)
    placed = [_of_devices(platform, code, spoken) for code in codes]
    alike = len(set(placed)) == 1
    sets = () if alike else found.sets
    return MyPlatform(platform.slug, platform.name, version, sets, tuple(placed[:1] if alike else placed), digest)


def _of_devices(platform: Platform, region: str, spoken: Language) -> tuple[Placed, ...]:
    found = [_placed(platform, Person(region, (device,) if device else ()), spoken) for device in COLUMNS]
    return tuple(found[:1] if len(set(found)) == 1 else found)


def _placed(platform: Platform, person: Person, spoken: Language) -> Placed:
    plan = make_plan((Account(platform.slug, "", ""),), {platform.slug: platform}, person)
    (part,) = outline_parts(plan, spoken)
    (row,) = part.rows
    assert row.status
    if not plan.tasks:
        return Placed(part.id, row.status, row.said)
    (task,) = plan.tasks
    return Placed(part.id, row.status, row.said, task.first.seconds, task.place, same(task.first))


def file(platforms: Sequence[MyPlatform], site: Site) -> Iterator[SiteFile]:
    """All platforms; a script, because browsers load nothing else into a page from a folder on the disk."""
    return named.data(f"{NAME}.{site.spoken.code}", f"optoutMine={compact(_table(platforms))};\n", site.assets.make)


def _table(platforms: Sequence[MyPlatform]) -> dict[str, Any]:
    """What is said of several stands once, and is named by its place."""
    every = [one for platform in platforms for case in platform.placed for one in case]
    shared = _shared(platforms)
    placed = {one: number for number, one in enumerate(dict.fromkeys(map(shared, every)))}
    sets = {one: number for number, one in enumerate(dict.fromkeys(one for p in platforms for one in p.sets))}
    order = sorted({one.place for one in placed if one.place})
    statuses = list(dict.fromkeys(one.status for one in placed))
    groups = list(dict.fromkeys(one.same for one in placed if one.same))
    return {
        "at": named.digest("".join(one.digest for one in platforms)),
        "statuses": [[*status] for status in statuses],
        "placed": [
            [
                one.part,
                statuses.index(one.status),
                one.said if one.place or one.said != one.status.label else "",
                *((one.seconds, order.index(one.place)) if one.place else ()),
                *((groups.index(one.same),) if one.same else ()),
            ]
            for one in placed
        ],
        "sets": [" ".join(codes) for codes in sets],
        "platforms": {
            one.slug: [
                one.name,
                one.version,
                [sets[codes] for codes in one.sets],
                [[placed[shared(place)] for place in case] for case in one.placed],
            ]
            for one in platforms
        },
    }


def _shared(platforms: Iterable[MyPlatform]) -> Any:
    """What is said of a platform, without what it has in common with others if there are none."""
    number = Counter(key for one in platforms for key in {p.same for case in one.placed for p in case if p.same})
    return lambda one: one if one.same is None or number[one.same] > 1 else one._replace(same=None)
