"""From the entries of an exported file to platforms: which are known, which are not, and what of the rest became."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from optout.catalog import Catalog
from optout.catalog.logins import Logins, Match
from optout.catalog.names import key
from optout.catalog.table import table_of
from optout.exports.login import Login, Passed, Why
from optout.near import ALSO, NAME

# Why an entry leads nowhere: what `Passed` says, and besides: it leads into one's own network or to no page (`local`),
# has no address (`none`), or only a name that nothing goes by (`unnamed`).
Left = Why | Literal["local", "none", "unnamed"]

_PLACES = 8  # of entries that lead nowhere: enough to find them by
_MOST = 20_000  # names that are told apart; nobody has that many accounts


class Behind(NamedTuple):
    """An account at `at`, and the platforms that one may use with it, beside those that it is certainly for."""

    at: str
    slugs: tuple[str, ...]


class Sorted(NamedTuple):
    """What the entries of a file came to.

    `platforms` has for each slug how many entries led to it; `unknown` the same for what has no guide, by registered
    name or id of an app, `visited` those of them that only pages led to, and `near` of these the slug that has the same
    name in another country. `left` has the first places of the rest, `counts` how many there are.
    """

    entries: int
    platforms: dict[str, int]
    shared: tuple[Behind, ...]
    unknown: dict[str, int]
    visited: frozenset[str]
    near: dict[str, str]
    left: dict[Left, tuple[str, ...]]
    counts: dict[Left, int]


def sort(items: Iterable[Login | Passed], catalog: Catalog) -> Sorted:
    """Sort the entries of a file; each platform once, however many accounts one has there."""
    logins = Logins(catalog)
    platforms: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    shared: dict[str, tuple[str, ...]] = {}
    near: dict[str, str] = {}
    held: set[str] = set()
    places: dict[Left, list[str]] = {}
    counts: Counter[Left] = Counter()
    entries = 0
    for item in items:
        entries += 1
        if isinstance(item, Passed):
            _leave(item, item.why, places, counts)
            continue
        matches = [logins.match(address) for address in item.addresses]
        found = [match for match in matches if match.how == "platform"]
        if not found and item.title and item.addresses in ((), (item.title,)):
            found = [Match("platform", (logins.now(slug),)) for slug in named(catalog, item.title)]
        if found:
            platforms.update({slug for match in found for slug in match.slugs})
            shared.update({match.at: match.also for match in found if match.also})
        elif elsewhere := {match.at: match for match in matches if match.how == "unknown"}:
            known = {at: match for at, match in elsewhere.items() if at in unknown or len(unknown) < _MOST}
            unknown.update(known.keys())
            held.update(() if item.is_page else known)
            near.update({at: match.slugs[0] for at, match in known.items() if match.slugs})
        else:
            _leave(item, _why(matches), places, counts)
    return Sorted(
        entries,
        dict(platforms.most_common()),
        tuple(Behind(at, left) for at, slugs in shared.items() if (left := _open(slugs, platforms))),
        dict(sorted(unknown.items())),
        frozenset(unknown.keys() - held),
        near,
        {why: tuple(found) for why, found in places.items()},
        dict(counts),
    )


def named(catalog: Catalog, title: str) -> tuple[str, ...]:
    """The one platform that a title is the name of; a slug is one as well."""
    table = table_of(catalog)
    for kind in (NAME, ALSO):
        if slugs := table.get(kind + key(title)):
            return tuple(slugs) if len(slugs) == 1 else ()
    return ()


def _open(slugs: tuple[str, ...], platforms: Counter[str]) -> tuple[str, ...]:
    """Those of a shared account that no entry of the file led to by itself."""
    return tuple(slug for slug in slugs if slug not in platforms)


def _why(matches: list[Match]) -> Left:
    if any(match.how == "local" for match in matches):
        return "local"
    return "none" if matches else "unnamed"


def _leave(item: Login | Passed, why: Left, places: dict[Left, list[str]], counts: Counter[Left]) -> None:
    counts[why] += 1
    found = places.setdefault(why, [])
    if len(found) < _PLACES:
        found.append(f"{item.file}:{item.place}" if item.file else str(item.place))
