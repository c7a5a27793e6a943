"""What laws let one ask of whoever holds one's data: read from `laws`, a file for each, and `authorities.toml`.

A file says for each kind of letter the article, the time for an answer, and the sources of both. What a law does not
know is not in its file, and a letter of that kind asks without a right.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from optout.letters.deadlines import Counting, Day, Period
from optout.letters.kinds import LAWS, WITHOUT_LAW, Kind
from optout.regions import GROUPS

Form = Literal[
    "objection",
    "prohibition",
    "opposition",
    "opt-out",
    "consent-refused",
    "suspension",
    "cessation",
    "withdrawal",
    "access",
    "erasure",
    "complaint-first",
    "complaint",
    "request",
]
Reason = Literal["", "useful", "needed"]


_FOLDER = Path(__file__).parent
LAWS_FOLDER = _FOLDER / "laws"
_NONE: Mapping[str, str] = MappingProxyType({})
# In which language one writes who says nothing else, where the law is known in several.
_SPOKEN = {
    "DE": "de",
    "AT": "de",
    "LI": "de",
    "CH": "de",
    "FR": "fr",
    "CA-QC": "fr",
    "ES": "es",
    "IT": "it",
    "PT": "pt",
    "BR": "pt",
}


class LawSource(NamedTuple):
    """Where a law says so, at its publisher's own address; `date` is that of the wording, if it is known."""

    title: str
    url: str
    date: Day | None = None
    quote: str = ""


class Right(NamedTuple):
    """What a law lets one ask by one kind of letter.

    `articles`, `also` and `within` are by language: where it says so, what it says besides, and where the time for an
    answer is from. `period` is that time, None where the law has none, and `more` by how much it can be extended.
    """

    form: Form = "request"
    articles: Mapping[str, str] = _NONE
    also: Mapping[str, str] = _NONE
    within: Mapping[str, str] = _NONE
    period: Period | None = None
    more: Period | None = None
    reason: Reason = ""
    sources: tuple[LawSource, ...] = ()


class Law(NamedTuple):
    """A law, by its `id`; `names` are by language. It holds from the day `since`, if that is still to come.

    `locales` are by language as well: how it is spoken where the law holds, if that is not how templates speak it.
    """

    id: str
    regions: tuple[str, ...]
    languages: tuple[str, ...]
    names: Mapping[str, str]
    counting: Counting
    rights: Mapping[str, Right]
    locales: Mapping[str, str] = _NONE
    since: Day | None = None
    counted_by: tuple[LawSource, ...] = ()
    sources: tuple[LawSource, ...] = ()

    def right(self, kind: Kind) -> Right:
        """What it lets one ask by a letter of this kind; a request where it knows no such right."""
        return self.rights.get(kind, Right())


class SupervisoryAuthority(NamedTuple):
    """An authority to complain to; `seen` is the day on which its address was last looked at."""

    id: str
    regions: tuple[str, ...]
    name: str
    post: tuple[str, ...] = ()
    country: str = ""
    email: str = ""
    form: str = ""
    web: str = ""
    language: str = ""
    source: str = ""
    seen: Day | None = None


@cache
def laws() -> Mapping[str, Law]:
    """All laws by their ids."""
    return {id: _law(id, _read(LAWS_FOLDER / f"{id}.toml")) for id in LAWS}


def law_of(region: str) -> Law:
    """The law that holds where somebody is: of the state before that of the country; a mere request if none does."""
    own = (law for law in laws().values() if region in law.regions)
    wider = (law for law in laws().values() if _homes(region) & set(law.regions))
    return next(own, None) or next(wider, None) or laws()[WITHOUT_LAW]


def parts_of(region: str) -> tuple[str, ...]:
    """The parts of a country that have a law of their own, by their codes."""
    return tuple(sorted(code for law in laws().values() for code in law.regions if code.startswith(f"{region}-")))


def spoken_in(region: str, law: Law) -> str:
    """The language in which one writes there, if the law is known in it; else the first that it is known in."""
    wanted = _SPOKEN.get(region, _SPOKEN.get(region.split("-")[0], ""))
    return wanted if wanted in law.languages else law.languages[0]


@cache
def authorities() -> tuple[SupervisoryAuthority, ...]:
    """All authorities."""
    return tuple(_known(id, given) for id, given in _read(_FOLDER / "authorities.toml").items())


def authorities_for(region: str) -> tuple[SupervisoryAuthority, ...]:
    """Those that somebody in a region can complain to; of a country with several, all of them."""
    own = tuple(one for one in authorities() if region in one.regions)
    return own or tuple(one for one in authorities() if region.split("-")[0] in one.regions)


def _homes(region: str) -> set[str]:
    """What a region belongs to: its country, and the groups of that."""
    country = region.split("-")[0]
    members = GROUPS.get(region, frozenset((country,)))
    return {country, *(name for name, group in GROUPS.items() if members <= group)}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _known(id: str, given: dict[str, Any]) -> SupervisoryAuthority:
    regions, post = tuple(given.pop("regions")), tuple(given.pop("post", ()))
    return SupervisoryAuthority(id, regions, post=post, **given)


def _law(id: str, given: dict[str, Any]) -> Law:
    known = {name: LawSource(**one) for name, one in given.get("sources", {}).items()}
    answer = given.get("answer", {})
    return Law(
        id,
        tuple(given["regions"]),
        tuple(given["languages"]),
        given["name"],
        given["counting"],
        {kind: _right(one, answer, known) for kind, one in given.get("kinds", {}).items()},
        given.get("locales", _NONE),
        given.get("since"),
        _cited(given.get("counted-by", ()), known),
        tuple(known.values()),
    )


def _right(given: dict[str, Any], answer: dict[str, Any], known: Mapping[str, LawSource]) -> Right:
    """A right with a time of its own, or else with that of all rights of the law, if it has one."""
    own = _period(given, "")
    timed = given if own or given["form"] == "complaint" else answer
    return Right(
        given["form"],
        given["article"],
        given.get("also", _NONE),
        given.get("within", _NONE) if own else timed.get("article", _NONE) if timed is answer else _NONE,
        _period(timed, ""),
        _period(timed, "more-"),
        given.get("reason", ""),
        _cited(dict.fromkeys((*given["sources"], *(answer.get("sources", ()) if timed is answer else ()))), known),
    )


def _period(given: dict[str, Any], prefix: str) -> Period | None:
    found = Period(*(given.get(f"{prefix}{name}", 0) for name in ("months", "days", "business-days")))
    return found if any(found) else None


def _cited(ids: Iterable[str], known: Mapping[str, LawSource]) -> tuple[LawSource, ...]:
    return tuple(known[id] for id in ids)
