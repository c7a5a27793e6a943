"""What My list says of each platform: that of `optout plan`, for every region and device, as scripts."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from optout.accounts import Account, Person
from optout.guide.guide import Status
from optout.guide.words import Shown
from optout.messages import Language
from optout.model import Control, Platform
from optout.plan import make_plan
from optout.plan.plan import same
from optout.plan.standing import standing
from optout.render.plan import OutlineId, outline_parts
from optout.site import named
from optout.site.embedded import compact
from optout.site.model import Site, SiteFile
from optout.site.views import COLUMNS, ELSEWHERE, Views

NAME = "platforms"
# What is shared stands in each block anew: not too many of them for few platforms.
_PER_BLOCK = 160

_Value = TypeVar("_Value", bound=Hashable)


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
    known: _Known = {}
    placed = [_of_devices(platform, code, spoken, known) for code in codes]
    alike = len(set(placed)) == 1
    sets = () if alike else found.sets
    return MyPlatform(platform.slug, platform.name, version, sets, tuple(placed[:1] if alike else placed), digest)


# What is said of an account by what alone it depends on: the verdict, and what is needed.
_Known = dict[tuple[Shown, tuple[Control, ...]], Placed]


def _of_devices(platform: Platform, region: str, spoken: Language, known: _Known) -> tuple[Placed, ...]:
    found = [_placed(platform, Person(region, (device,) if device else ()), spoken, known) for device in COLUMNS]
    return tuple(found[:1] if len(set(found)) == 1 else found)


def _placed(platform: Platform, person: Person, spoken: Language, known: _Known) -> Placed:
    account = Account(platform.slug, "", "")
    one = standing(account, platform, person)
    told = (one.shown, one.needed)
    if told not in known:
        known[told] = _planned(account, platform, person, spoken)
    return known[told]


def _planned(account: Account, platform: Platform, person: Person, spoken: Language) -> Placed:
    plan = make_plan((account,), {platform.slug: platform}, person)
    (part,) = outline_parts(plan, spoken)
    (row,) = part.rows
    assert row.status
    if not plan.tasks:
        return Placed(part.id, row.status, row.said)
    (task,) = plan.tasks
    return Placed(part.id, row.status, row.said, task.first.seconds, task.place, same(task.first))


def files(platforms: Sequence[MyPlatform], site: Site) -> Iterator[SiteFile]:
    """In blocks by slugs; scripts, because browsers load nothing else into a page from a folder on the disk."""
    ranks = _ranks(platforms)
    by_slug = {one.slug: one for one in platforms}

    def text(slugs: list[str]) -> str:
        table = compact(_table([by_slug[slug] for slug in slugs], ranks))
        return f"(self.optoutMine??=[]).push({table});\n"

    return named.cut(f"{NAME}.{site.spoken.code}", by_slug, text, site.assets.make, _PER_BLOCK)


class _Ranks(NamedTuple):
    """What is compared across blocks: numbers of the order and of statuses, and names of tasks of several platforms.

    A page that was open for long may have blocks of two builds: no name of a task is ever that of another one.
    """

    order: dict[tuple[int, ...], int]
    statuses: dict[Status, int]
    tasks: dict[Hashable, str]


def _ranks(platforms: Sequence[MyPlatform]) -> _Ranks:
    every = [one for platform in platforms for case in platform.placed for one in case]
    shared_by = Counter(same for one in platforms for same in {p.same for case in one.placed for p in case if p.same})
    return _Ranks(
        _numbered(sorted({one.place for one in every if one.place})),
        _numbered(one.status for one in every),
        {same: named.digest(repr(same)) for same, number in shared_by.items() if number > 1},
    )


def _numbered(values: Iterable[_Value]) -> dict[_Value, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _table(platforms: Sequence[MyPlatform], ranks: _Ranks) -> dict[str, Any]:
    """What is said of several stands once, and is named by its place.

    A task that is one platform's alone has no name.
    """

    def shared(one: Placed) -> Placed:
        return one if one.same is None or one.same in ranks.tasks else one._replace(same=None)

    placed = _numbered(shared(one) for platform in platforms for case in platform.placed for one in case)
    sets = _numbered(one for p in platforms for one in p.sets)
    return {
        "at": named.digest("".join(one.digest for one in platforms)),
        "statuses": [[*status] for status in ranks.statuses],
        "placed": [
            [
                one.part,
                ranks.statuses[one.status],
                one.said if one.place or one.said != one.status.label else "",
                *((one.seconds, ranks.order[one.place]) if one.place else ()),
                *((ranks.tasks[one.same],) if one.same else ()),
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
