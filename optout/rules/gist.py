"""What the rules about a whole catalog need to know of an entry, so that nobody need hold all entries at once."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple, TypeVar

from optout.model import Audience, Platform, Stub
from optout.problem import Path
from optout.rules.finding import hosts

T = TypeVar("T", bound=Hashable)


class Gist(NamedTuple):
    """What is kept of an entry that was read.

    `names` are its own, its other and former ones and its company's, each with the way to it; `now` is the entry that
    a former name leads to, empty for a platform; `see` are the entries that it is related to. `company` is under what
    name its contacts are known that are of a whole company, `contacts` their numbers and for whom they are. `hosts` are
    all that it leads to, as they are written, and `paths` the way to each.
    """

    name: str
    names: tuple[tuple[Path, str], ...]
    domains: tuple[str, ...]
    now: str = ""
    see: tuple[str, ...] = ()
    company: str = ""
    contacts: tuple[tuple[int, Audience], ...] = ()
    hosts: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()


class Gists:
    """Makes gists of entries, in which what many of them say stands in memory once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Hashable] = {}

    def of(self, entry: Platform | Stub) -> Gist:
        """What is kept of one entry."""
        names = tuple((self._once(path), name) for path, name in _names(entry))
        if isinstance(entry, Stub):
            paths = tuple(self._once(("domains", number)) for number in range(len(entry.domains)))
            return Gist(entry.name, names, entry.domains, entry.now, hosts=entry.domains, paths=paths)
        found = hosts(entry)
        return Gist(
            entry.name,
            names,
            entry.domains,
            see=tuple(slug for slug, _ in entry.see),
            company=self._once(entry.company or entry.name),
            contacts=tuple(
                (number, self._once(one.audience))
                for number, one in enumerate(entry.contacts)
                if one.extent == "company"
            ),
            hosts=tuple(self._once(host) for _, host in found),
            paths=tuple(self._once(path) for path, _ in found),
        )

    def _once(self, value: T) -> T:
        return self._known.setdefault(value, value)  # type: ignore[return-value]


def _names(entry: Platform | Stub) -> Iterator[tuple[Path, str]]:
    yield ("name",), entry.name
    yield from ((("aliases", number), name) for number, name in enumerate(entry.aliases))
    if isinstance(entry, Platform):
        yield from ((("formerly", number), name) for number, name in enumerate(entry.formerly))
        if entry.company:
            yield ("company",), entry.company
