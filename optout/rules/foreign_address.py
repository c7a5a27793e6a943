"""Addresses must suit every reader, and lead to the publisher.

A locale in the address of a setting or form (`/en-us/`, `?hl=en`) shows it in a language that is not the reader's; a
tracking parameter (`utm_source`) tells somebody where they came from; a session or a token (`;jsessionid=`,
`access_token=`) is that of whoever copied the address. Sources may keep a locale in their path, because
the wording of a page can differ by language, but not as a parameter.

`optout check --fix` takes out parameters, and a locale where an address begins with it or with a help centre (`/hc/`);
open it once to see that it still leads there. A locale further on may be a part of what the page is called: that is
for you to try.

Not so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://example.com/en-us/settings?hl=en", evidence: [help]}

But so:

    controls:
      - {switch: Train on my posts, set: off, link: "https://example.com/settings", evidence: [help]}
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optout.model import Date, Platform
from optout.regions import is_language, is_locale
from optout.rules.finding import Finding, links
from optout.schema.walk import texts

ID = "foreign-address"

_TRACKING = frozenset(("fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src"))
# What lets somebody in, or tells a visit from others: somebody's own, and past after hours.
_OWN = frozenset(
    ("access_token", "accesstoken", "id_token", "refresh_token", "auth_token", "authtoken", "oauth_token", "authuser",
     "api_key", "apikey", "jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id", "sessid", "password",
     "passwd", "secret", "client_secret", "x-amz-signature", "x-amz-credential", "x-amz-security-token")
)  # fmt: skip
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid|sessionid)=[^/;]*", re.IGNORECASE)
_LANGUAGE = frozenset(("hl", "locale", "lang", "setlang"))
_HELP_CENTRE = "hc"  # at Zendesk, which leads on to the reader's language where the locale is left out


class _Cut(NamedTuple):
    """An address without what does not suit every reader, what that is, and whether nothing else can be meant by it."""

    address: str
    parts: tuple[str, ...]
    is_certain: bool


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Addresses with a locale or a tracking parameter."""
    said = ((path, span.target, True) for path, span in links(platform) if _is_somebodys(span.target))
    fields = ((path, address, False) for path, address in texts(platform, "address"))
    for path, address, is_in_text in (*fields, *said):
        cut = _cut(address, has_locale=path[0] != "sources" and not is_in_text)
        # A copy in an archive has the address of what it is a copy of in its own.
        if cut.parts and path[-1] != "archived":
            named = " and ".join(f"`{part}`" for part in cut.parts)
            message = f"{named} {'does' if len(cut.parts) == 1 else 'do'} not suit every reader"
            expected = "the address without it" if cut.is_certain else "the address without it, if that leads there"
            suggestion = cut.address if cut.is_certain and not is_in_text else ""
            yield Finding(path, message, expected, suggestion)


def _cut(address: str, has_locale: bool) -> _Cut:
    """Locales are whole steps of the path, parameters whole parts of the query; all else stays, letter by letter."""
    rest, hash_, fragment = address.partition("#")
    before, mark, query = rest.partition("?")
    fields = query.split("&") if mark else []
    kept = [field for field in fields if not _is_foreign(field)]
    parts = [f"{'&' if number else '?'}{field}" for number, field in enumerate(fields) if _is_foreign(field)]
    parts += _SESSION.findall(before)
    before = _SESSION.sub("", before)
    origin, steps = before.split("/")[:3], before.split("/")[3:]
    place = _locale(steps) if has_locale else None
    is_certain = not any(_name(field) in _OWN for field in fields)  # without it may be another page, or none
    if place is not None:
        first = place - (place > 0 and steps[place - 1] == "intl")
        parts.append("/" + "/".join(steps[first : place + 1]))
        is_certain = first == 0 or steps[first - 1] == _HELP_CENTRE
        steps = steps[:first] + steps[place + 1 :]
    cut = "/".join([*origin, *steps]) + (f"?{'&'.join(kept)}" if kept else "") + hash_ + fragment
    return _Cut(cut, tuple(parts), is_certain)


def _is_foreign(field: str) -> bool:
    name = _name(field)
    is_known = name in _TRACKING or name in _LANGUAGE or name in _OWN
    return "=" in field and (is_known or name.startswith("utm_"))


def _is_somebodys(address: str) -> bool:
    """Whether a session or a token of somebody is in it."""
    before, _, query = address.partition("#")[0].partition("?")
    return bool(_SESSION.search(before)) or any(_name(field) in _OWN for field in query.split("&"))


def _name(field: str) -> str:
    return field.partition("=")[0].lower()


def _locale(steps: list[str]) -> int | None:
    """The number of the first step that is a locale: en-us, en_US, or de behind intl."""
    is_one = (
        is_locale(step) or (number > 0 and steps[number - 1] == "intl" and len(step) == 2 and is_language(step))
        for number, step in enumerate(steps)
    )
    return next((number for number, found in enumerate(is_one) if found), None)
