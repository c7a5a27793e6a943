"""The addresses of a catalog, and what an answer says about one: alive, moved, blocked, dead, or not reachable now."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args
from urllib.parse import urldefrag, urlsplit

from optout.catalog import Decoded
from optout.model import Platform
from optout.problem import Place
from optout.prose import SAFE_ADDRESS
from optout.schema.walk import texts
from optout.web.answer import PERMANENT, Response

Move = Literal["", "lasting", "passing", "front"]
State = Literal["dead", "moved", "blocked", "unreachable", "alive"]
STATES: tuple[State, ...] = get_args(State)

_LONGEST_TITLE = 500
_FRONT = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:home/?|index\.\w+)?", re.IGNORECASE)
_SIGN_IN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|authwall|auth|sso|oauth2?|checkpoint|accounts?/login|servicelogin|session/new|login\.\w+)"
    r"(?:[/?#]|$)",
    re.IGNORECASE,
)
_SIGN_IN_HOST = re.compile(r"(?:log-?in|sign-?in|accounts?|auth|sso|idp)\.", re.IGNORECASE)
# Titles of the pages that bot walls put in front: Cloudflare, Akamai, Imperva, DataDome, PerimeterX, DDoS-Guard, AWS.
_WALL_TITLE = re.compile(
    r"(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are"
    r"|please verify|human verification|security check(?:\s+[-–—|].*|\s+required.*|$)|checking your browser"
    r"|pardon our interruption|request unsuccessful|ddos-guard|captcha\b|robot check|unusual traffic"
    r"|(?:please )?enable javascript and cookies).{0,50}",
    re.IGNORECASE,
)
_WALL_MARKUP = re.compile(
    rb"_cf_chl_opt|/cdn-cgi/challenge-platform/h/|_Incapsula_Resource|captcha-delivery\.com|id=[\"']px-captcha"
)
# A title that says so, not one that only has the words in it: "404 Media" is a newspaper.
_GONE_TITLE = re.compile(
    r"(?:error\s*)?404(?:\s*[-–—|:(].*|\s+error.*|\s+(?:page\s+)?not\s+found.*)?"
    r"|(?:.*\b)?(?:page|article|content|document|file|site)\s+(?:was|could|is|can|does|do)?\s*(?:not|no\s+longer|n.t)\s+"
    r"(?:be\s+)?(?:found|available|exists?)\b.*"
    r"|(?:.*[-–—|:]\s*)?not\s+found(?:\s*[-–—|:].*)?",
    re.IGNORECASE,
)


class Use(NamedTuple):
    """Where an address stands: file, line and column, the entry, and the field, such as `sources.help.url`."""

    place: Place
    entry: str
    field: str


class Link(NamedTuple):
    """An address, and everywhere it stands."""

    address: str
    uses: tuple[Use, ...]


class Verdict(NamedTuple):
    """What is known of an address.

    `reason` puts it in words, `final` is where the redirects end, `write` what to write instead where it has moved for
    good. `move` says how it has moved: for good, for now, or to the front page, where it can hardly be found.
    `no_host` is True where the name server knows no such host.
    """

    state: State
    reason: str = ""
    final: str = ""
    status: int = 0
    write: str = ""
    move: Move = ""
    no_host: bool = False


def verdict_of(values: Mapping[str, Any]) -> Verdict | None:
    """The verdict that was kept as plain values; None if these are not its values."""
    try:
        verdict = Verdict(**values)
    except TypeError:
        return None
    is_sound = verdict.state in STATES and verdict.move in get_args(Move)
    return verdict if is_sound and list(map(type, verdict)) == list(map(type, Verdict("alive"))) else None


def links(entries: Iterable[Decoded]) -> tuple[Link, ...]:
    """Every address of these entries once, in the order of the file."""
    found: dict[str, list[Use]] = {}
    for decoded in entries:
        if isinstance(decoded.entry, Platform):
            for path, address in texts(decoded.entry, "address"):
                use = Use(decoded.places[path], decoded.slug, field(path))
                found.setdefault(address, []).append(use)
    return tuple(Link(address, tuple(uses)) for address, uses in found.items())


def field(path: tuple[str | int, ...]) -> str:
    """The way to a field as people write it: `controls[0].link`."""
    return re.sub(r"\.\[", "[", ".".join(f"[{step}]" if isinstance(step, int) else step for step in path))


def judge(answer: Response) -> Verdict:
    """What an answer says about its address. Nothing that a person may still be able to read is called dead."""
    if answer.failure:
        return Verdict("unreachable", answer.detail, answer.final, no_host=answer.failure == "no-host")
    if wall := _wall(answer):
        return Verdict("blocked", wall, answer.final, answer.status)
    if answer.status in (404, 410):
        said = "404: there is no such page" if answer.status == 404 else "410: the page has been taken away"
        return Verdict("dead", said, answer.final, answer.status)
    if 400 <= answer.status < 500 and answer.status not in (408, 425):
        return Verdict("blocked", f"{answer.status}: {_REFUSALS.get(answer.status, 'refuses programs')}", answer.final,
                       answer.status)  # fmt: skip
    if not 200 <= answer.status < 300:
        return Verdict("unreachable", f"{answer.status}: {_failing(answer.status)}", answer.final, answer.status)
    title = answer.page.title[:_LONGEST_TITLE]
    if _GONE_TITLE.fullmatch(title):
        return Verdict("dead", f"the page calls itself “{title[:80]}”", answer.final, answer.status)
    if _is_front(answer.final) and not _is_front(answer.address):
        return Verdict("moved", "moved to the front page: probably gone", answer.final, answer.status, move="front")
    return _arrived(answer)


def settle(verdicts: Mapping[str, Verdict], is_online: bool) -> dict[str, Verdict]:
    """The same verdicts, but a host that does not exist is dead, provided that others answered and so we are online."""
    return {
        address: verdict._replace(state="dead") if verdict.no_host and is_online else verdict
        for address, verdict in verdicts.items()
    }


_REFUSALS = {
    401: "asks to sign in",
    402: "asks for money",
    403: "refuses programs",
    429: "has had too many requests",
    451: "is withheld here for legal reasons",
    999: "refuses programs",
}


def _failing(status: int) -> str:
    if status >= 500:
        return "the server fails"
    return "the server asks to try again" if status in (408, 425) else "an answer that leads nowhere"


def _wall(answer: Response) -> str:
    """Which wall stands before the page, in words; empty if none does."""
    if answer.challenged:
        return "Cloudflare asks whether you are human"
    if answer.status == 999:
        return "999: refuses programs"
    if _asks_to_sign_in(answer.final) and not _asks_to_sign_in(answer.address):
        return "asks to sign in"
    if answer.status in (404, 410):
        return ""
    title = answer.page.title[:_LONGEST_TITLE]
    if _WALL_TITLE.fullmatch(title):
        return f"a wall against programs: “{title}”"
    return "a wall against programs" if _WALL_MARKUP.search(answer.body[:65536]) and answer.status != 200 else ""


def _asks_to_sign_in(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_SIGN_IN_PATH.search(parts.path) or _SIGN_IN_HOST.match(parts.hostname or ""))


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_FRONT.fullmatch(parts.path)) and not parts.query


def _arrived(answer: Response) -> Verdict:
    """Alive, or moved: for good as far as the redirects say so from the start, for now beyond."""
    if not answer.hops:
        return Verdict("alive", "", answer.final, answer.status)
    lasting = answer.address
    for hop in answer.hops:
        if hop.status not in PERMANENT:
            break
        lasting = hop.to
    if _same(lasting, answer.address):
        said = "redirects for now; nothing to change"
        return Verdict("moved", said, answer.final, answer.status, move="passing")
    fragment = urldefrag(answer.address).fragment
    write = lasting if urldefrag(lasting).fragment or not fragment else f"{lasting}#{fragment}"
    is_writable = write.startswith("https://") and SAFE_ADDRESS.fullmatch(write)
    return Verdict("moved", "moved for good", answer.final, answer.status, write if is_writable else "", "lasting")


def _same(one: str, other: str) -> bool:
    return urldefrag(one).url.rstrip("/") == urldefrag(other).url.rstrip("/")
