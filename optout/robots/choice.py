"""Which crawlers are meant: those of the catalog, by what they fetch for or by name.

A crawler whose pages a search shows as well as trains on is in no choice by purpose: a rule for it would take a site
out of that search, which nobody means who refuses training. It can be named.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from optout.catalog import Catalog
from optout.errors import NotFound, UsageProblem
from optout.model import PURPOSES, Crawler, Date, Platform
from optout.near import near
from optout.prose import parse
from optout.text import spots

ALL = "all"
_CRAWLERS = b"\n  crawlers:"
_NAMED = 3  # names that are near what was typed


class Robot(NamedTuple):
    """A crawler and whose it is: the slug and name of its entry, and its company where the entry has one.

    `said` and `obeys` are its purpose, and whether it obeys, without citations. `since` is the day on which somebody
    had named it at the latest: the crawler's own, or else that of the oldest source it rests on; None if nothing has
    a date.
    """

    crawler: Crawler
    slug: str
    name: str
    company: str
    said: str
    obeys: str
    since: Date | None

    @property
    def token(self) -> str:
        """Its name in robots.txt."""
        return self.crawler.token


class Chosen(NamedTuple):
    """What a choice comes to: the crawlers to block, those let through by name, and those that search as well.

    `purposes` are the purposes that were chosen, empty where only names were.
    """

    blocked: tuple[Robot, ...]
    allowed: tuple[Robot, ...]
    searching: tuple[Robot, ...]
    purposes: tuple[str, ...]


def entries(catalog: Catalog) -> Iterator[Platform]:
    """The sound entries that have crawlers; no other is read."""
    for chunk in catalog.chunks():
        if _CRAWLERS in chunk.raw and (decoded := catalog.get(chunk.slug)) and isinstance(decoded.entry, Platform):
            yield decoded.entry


def robots(platforms: Iterable[Platform]) -> tuple[Robot, ...]:
    """All crawlers of these entries by their names; those that no line of a file could hold are left out."""
    found: dict[str, Robot] = {}
    for platform in platforms:
        for crawler in platform.crawlers:
            if is_token(crawler.token):
                found.setdefault(crawler.token, _robot(platform, crawler))
    return tuple(found[token] for token in sorted(found, key=lambda token: (token.casefold(), token)))


def unfit(platforms: Iterable[Platform]) -> tuple[str, ...]:
    """The names that no line of a file could hold."""
    return tuple(one.token for platform in platforms for one in platform.crawlers if not is_token(one.token))


def is_token(token: str) -> bool:
    """Whether a name can stand in a line of every format and means itself there.

    RFC 9309 has letters, hyphens and underscores only; lists have digits, dots, slashes and spaces as well, and real
    parsers read them: https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.1
    """
    return (
        token.isascii()
        and not any(True for _ in spots(token))
        and token == " ".join(token.split())
        and token[:1].isalnum()
        and token[-1:].isalnum()
        and all(sign.isalnum() or sign in " -_./" for sign in token)
    )


def choose(known: Sequence[Robot], block: Sequence[str], allow: Sequence[str]) -> Chosen:
    """The crawlers that are meant by purposes (or "all") and names, except for those let through.

    Raises:
        UsageProblem: a name is no crawler's, no entry's and no company's.
    """
    wanted = tuple(one for one in PURPOSES if ALL in block or one in block)
    named = {one.token for name in block if name not in (ALL, *PURPOSES) for one in find(known, name)}
    spared = {one.token for name in allow for one in find(known, name)}
    searching = tuple(one for one in known if _searches_too(one) and one.token not in {*named, *spared})
    met = [
        one for one in known
        if one.token in named or (one not in searching and _is_meant(one, wanted, ALL in block))
    ]  # fmt: skip
    return Chosen(
        tuple(one for one in met if one.token not in spared),
        tuple(one for one in met if one.token in spared),
        searching if wanted else (),
        wanted,
    )


def find(known: Sequence[Robot], name: str) -> tuple[Robot, ...]:
    """The crawlers that a person means by a name: a crawler's, or that of an entry or a company with all of theirs.

    Raises:
        NotFound: it is nobody's; the sentence says what is near.
    """
    asked = name.strip().casefold()
    if not asked:
        raise UsageProblem("name a crawler, such as GPTBot, an entry or a company")
    by_token = tuple(one for one in known if one.token.casefold() == asked)
    found = by_token or tuple(one for one in known if asked in _names(one))
    if not found:
        close = near(asked, "\n".join(("", *dict.fromkeys(one.token.casefold() for one in known), "")))
        spelled = {one.token.casefold(): one.token for one in known}
        meant = ", ".join(spelled[one] for _, one in close[:_NAMED] if one in spelled)
        hint = f"did you mean {meant}?" if meant else "`optout robots --block all` has all of them"
        raise NotFound(f"no crawler of the catalog is called `{name}`; {hint}")
    return found


def _names(robot: Robot) -> set[str]:
    return {one.casefold() for one in (robot.slug, robot.name, robot.company) if one}


def _robot(platform: Platform, crawler: Crawler) -> Robot:
    since = crawler.since or _oldest(platform, crawler)
    said, obeys = (_plain(text, platform) for text in (crawler.purpose, crawler.obeys))
    return Robot(crawler, platform.slug, platform.name, platform.company, said, obeys, since)


def _plain(text: str, platform: Platform) -> str:
    spans = parse(text, {one.id for one in platform.sources})
    words = (f"{one.text} ({one.target})" if one.kind == "link" else one.text for one in spans if one.kind != "cite")
    return " ".join("".join(words).split())


def _oldest(platform: Platform, crawler: Crawler) -> Date | None:
    """The oldest day of a source that a crawler's purpose rests on."""
    days = [one.known for one in platform.sources if f"[{one.id}]" in crawler.purpose]
    return min((day for day in days if day), default=None)


def _searches_too(robot: Robot) -> bool:
    return "search" in robot.crawler.purposes and len(robot.crawler.purposes) > 1


def _is_meant(robot: Robot, wanted: tuple[str, ...], everything: bool) -> bool:
    purposes = robot.crawler.purposes
    if everything:
        return True
    return bool(purposes) and set(purposes) <= set(wanted) and robot.crawler.known != "ended"
