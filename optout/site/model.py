"""What a site is made of: the settings, the entries, and one card for each guide."""

from collections.abc import Mapping
from hashlib import blake2s
from typing import NamedTuple

from optout.catalog.names import slugify
from optout.diff import Change
from optout.guide.guide import Fact, Guide, Status, plain
from optout.guide.overview import RANK
from optout.model import Audience, Category, Date, Platform, Stub
from optout.project.config import Config


class File(NamedTuple):
    """One file of the site: its path below the root, with slashes, and its text."""

    path: str
    text: str


class Entry(NamedTuple):
    """A platform and the line of the catalog on which it begins."""

    platform: Platform
    line: int


class Since(NamedTuple):
    """What changed since an older catalog: its newest check, and what it was called: a file or a git revision."""

    date: Date
    catalog: str
    changes: tuple[Change, ...]


class Site(NamedTuple):
    """Everything a site is made from.

    `catalog` is the file's name, `names` the name of every platform by its slug, `as_of` the day for which ages
    are counted, and `since` what changed since an older catalog, if it is to be told.
    """

    config: Config
    catalog: str
    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    names: Mapping[str, str]
    as_of: Date
    since: Since | None = None


class Variant(NamedTuple):
    """Another status for some readers."""

    holds_for: Audience
    status: Status


class Card(NamedTuple):
    """A platform as lists show it.

    `find` are the words it is found by, `steps` how many the best way takes (0: there is none or none is needed),
    `effort` its place among what is to be done first, and `version` changes when what a reader has to do changes.
    """

    slug: str
    name: str
    company: str
    category: Category
    status: Status
    variants: tuple[Variant, ...]
    action: str
    steps: int
    effort: int
    find: tuple[str, ...]
    checked: Date
    version: str

    @property
    def company_slug(self) -> str:
        """The name of the company's page; a platform without a company is its own."""
        name = self.company or self.name
        return slugify(name) or f"company-{_digest(name)}"


def card(guide: Guide, stubs: tuple[Stub, ...]) -> Card:
    """The card of a guide; former names lead to it."""
    former = [name for stub in stubs if stub.now == guide.slug for name in (stub.name, *stub.aliases, *stub.domains)]
    names = (guide.name, *guide.also, guide.company, *guide.domains, *former)
    differences = guide.part("differences")
    steps = len(guide.best.steps) if guide.best else 0
    return Card(
        guide.slug,
        guide.name,
        guide.company,
        guide.category,
        guide.status,
        tuple(_variants(differences.facts if differences else ())),
        guide.best.action if guide.best else "",
        steps,
        RANK[guide.status.id] * 1000 + (steps or 999),
        tuple(dict.fromkeys(name.casefold() for name in names if name)),
        guide.checked,
        version(guide),
    )


def version(guide: Guide) -> str:
    """Eight letters that change when the status or a way to refuse changes, and with nothing else."""
    ways = (guide.best, *guide.others) if guide.best else ()
    said: list[str] = [guide.status.id]
    for way in ways:
        said += [way.action, way.where, way.audience, plain(way.needs), way.link]
        said += [f"{plain(step.text)} {step.block.text if step.block else ''}" for step in way.steps]
    return _digest("\n".join(said))


def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8"), digest_size=4).hexdigest()


def _variants(facts: tuple[Fact, ...]) -> list[Variant]:
    """The other statuses that follow from the region alone; those of plans cannot be chosen in a list."""
    return [
        Variant(fact.holds_for, fact.status)
        for fact in facts
        if fact.status and not (fact.holds_for.plans or fact.holds_for.plans_except)
    ]
