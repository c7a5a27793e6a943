"""What a mail link makes a mail program do: https://www.rfc-editor.org/rfc/rfc6068."""

import re
from typing import NamedTuple
from urllib.parse import unquote

HEADERS = ("subject", "body")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Mail(NamedTuple):
    """A mail link, decoded: to whom, and every further header with its value, in order."""

    to: str
    headers: tuple[tuple[str, str], ...]


def parse(address: str) -> Mail:
    """The parts of a `mailto:` address."""
    to, _, query = address.removeprefix("mailto:").partition("?")
    pairs = (part.partition("=") for part in re.split("[&;]", query.split("#")[0]) if part)
    return Mail(unquote(to), tuple((unquote(key).strip().lower(), unquote(value)) for key, _, value in pairs))


def objection(address: str) -> str:
    """What a mail link does beyond writing to one address, with a subject and a text; empty if it does not.

    Line breaks are for the text of the mail only, in which RFC 6068 has them as %0D%0A.
    """
    mail = parse(address)
    if _CONTROL.search(mail.to) or any(_is_steering(key, value) for key, value in mail.headers):
        return "has control characters in it"
    if not re.fullmatch(r"[^\s@,;:<>()\"\\\[\]]+@[^\s@,;:<>()\"\\\[\]/?#%]+", mail.to):
        return "does not name one address"
    if more := [key for key, _ in mail.headers if key not in HEADERS]:
        return f"sets `{more[0]}` of the mail"
    keys = [key for key, _ in mail.headers]
    if len(set(keys)) < len(keys):
        return "says a thing twice"
    return ""


def domain(address: str) -> str:
    """The host that a mail link, or a mail address, leads to; empty if there is none."""
    return parse(address).to.rpartition("@")[2]


def _is_steering(key: str, value: str) -> bool:
    allowed = re.sub(r"\r?\n|\t", "", value) if key == "body" else value
    return bool(_CONTROL.search(key) or _CONTROL.search(allowed))
