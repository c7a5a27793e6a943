"""Whose a host seems to be, and whether it is what it seems: user names, numbers, local names, letters that look alike.

Hosts are judged as browsers read them (https://url.spec.whatwg.org/#host-parsing): percent-encoding and `xn--` decoded,
full-width letters and dots made plain, in lower case.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from optout.address.numbers import is_public, numeric

# Names that lead nowhere but into one's own network or machine: https://www.iana.org/assignments/special-use-domain-names
# and those that ICANN keeps from being given out because home and office networks use them (SAC 062 and 113, NAME
# collision). `.example` is for texts such as our own.
LOCAL = frozenset(
    ("localhost", "local", "internal", "home", "corp", "mail", "lan", "intranet", "private", "home.arpa", "invalid",
     "test", "onion", "alt", "localdomain")
)  # fmt: skip

# Scripts that one name may mix: "highly restrictive", https://www.unicode.org/reports/tr39/#Restriction_Level_Detection.
_TOGETHER = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)
_SHOWN = 80  # characters of a host in a sentence
_LONGEST = 1000  # characters; name servers have at most 253, but letters behind % take more
# Letters of languages that are written with them, though they look like others.
_OWN = frozenset("æœøłđıəŋħ")
# Capitals that look like Latin ones, and the Latin ones, small: their own small letters may look otherwise.
_CAPITALS = dict(zip("АВЕЅІЈКМНОРСТХУԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "abesijkmhopctxyqwabezhikmnoptyxcj", strict=True))
_DOTS = str.maketrans("。．｡", "...")
# What Latin letters and digits are taken for, beside what the table says of other scripts.
_PLAIN = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"))


class Authority(NamedTuple):
    """What stands in an address before its path: a user name, the host as written, a port; each may be empty."""

    user: str
    host: str
    port: str


def authority(address: str) -> Authority:
    """Who is called by an address such as `https://user@host:port/path`, whatever it looks like."""
    rest = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*:[/\\]*", "", address)
    whole = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    user, at, host = whole.rpartition("@")
    port = re.search(r":(\d*)$", host)
    if port:
        host = host[: port.start()]
    return Authority(user + at, host, port[1] if port else "")


def name(host: str) -> str:
    """The host as browsers read it, in letters: `xn--` decoded, full-width letters plain, lower case, no last dot.

    Raises:
        ValueError: it is too long, or a part that begins with xn-- means nothing.
    """
    if len(host) > _LONGEST:
        raise ValueError("no host is that long")
    plain = unicodedata.normalize("NFKC", unquote(host).translate(_DOTS)).casefold().translate(_DOTS)
    return ".".join(_decoded(label) for label in plain.removesuffix(".").split("."))


def to_ascii(name: str) -> str:
    """The name as name servers have it, with `xn--` where it has letters that are not ASCII."""
    labels = (
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in name.split(".")
    )
    return ".".join(labels)


def shown(host: str) -> str:
    """A host for a sentence: as written, and in ASCII where that differs."""
    try:
        plain = to_ascii(name(host))
    except (ValueError, UnicodeError):
        return f"`{host}`"
    return f"`{host}`" if plain == host.lower() else f"`{host}` ({plain})"


def unreachable(host: str) -> str:
    """Why nobody else can follow an address to this host; empty if anybody can."""
    try:
        plain = name(host)
        number = numeric(plain)
    except ValueError:
        return f"{shown(host[:_SHOWN])} is no host"
    if number is not None:
        own = "" if is_public(str(number)) else ", in nobody else's reach"
        written = host.replace("%5B", "[").replace("%5D", "]")  # which Markdown before markdown-it-py 4.3 makes of them
        same = "" if written.strip("[]") == str(number) else f" ({number})"
        return f"`{written}`{same} is a number{own}; a reader cannot tell whose it is"
    if any(not 0 < len(label) <= 63 for label in plain.split(".")):
        return f"{shown(host)} is no host"
    if "." not in plain:
        return f"{shown(host)} is a name in one's own network"
    if any(plain == local or plain.endswith(f".{local}") for local in LOCAL):
        return f"{shown(host)} is a name in one's own network"
    return ""


def disguised(host: str) -> str:
    """What about the letters of a host deceives the eye; empty if nothing does.

    Raises:
        ValueError: see `name`.
    """
    plain = name(host)
    if host.isascii() and "%" not in host and "xn--" not in host.lower():
        return ""
    if "%" in host:
        return f"{shown(host)} hides letters behind %"
    if host.translate(_DOTS).casefold() != plain and not host.isascii():
        return f"{shown(host)} has letters that browsers read as others"
    for label in plain.split("."):
        if wrong := _label(label):
            return f"{shown(host)} {wrong}"
    return ""


def skeleton(name: str) -> str:
    """What a name looks like: names with one skeleton are taken for each other (UTS 39, section 4)."""
    if not name.isascii():
        name = "".join(_CAPITALS.get(one, one) for one in name).casefold()
        apart = unicodedata.normalize("NFD", name)
        name = "".join(_alike().get(one, one) for one in apart if not unicodedata.combining(one))
    for letters, seen in _PLAIN:
        name = name.replace(letters, seen)
    return name


def passes_for_latin(text: str) -> bool:
    """Whether letters of another script, or odd ones of Latin, stand in a text where Latin ones are seen."""
    letters = [one for one in text if one.isalpha() and not one.isascii()]
    return any(one not in _OWN and _is_taken(one) for one in letters)


def _is_taken(one: str) -> bool:
    small = one.casefold()
    return small in _alike() or (_script(one) not in ("LATIN", "") and one in _CAPITALS)


def suffixes(name: str) -> Iterator[str]:
    """The name and the domains above it, shortest first, but no top level."""
    labels = name.split(".")
    yield from (".".join(labels[-length:]) for length in range(2, len(labels) + 1))


def is_within(name: str, domain: str) -> bool:
    """Whether a host is `domain` or below it."""
    return name == domain or name.endswith(f".{domain}")


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        found = label[4:].encode("ascii").decode("punycode")
        is_plain = unicodedata.normalize("NFKC", found).casefold() == found
        if found.isascii() or not is_plain or found.encode("punycode").decode("ascii") != label[4:]:
            raise ValueError
    except (ValueError, OverflowError) as error:
        raise ValueError(f"`{label}` means nothing") from error
    return found


def _label(label: str) -> str:
    """What is wrong with one part of a name, after the name."""
    for one in label:
        if not (one.isalnum() or one in "-_" or unicodedata.category(one) in ("Mn", "Mc")):
            return f"has a sign that no name has (U+{ord(one):04X})"
    scripts = {found for one in label if (found := _script(one))}
    if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
        return f"mixes letters of {' and '.join(sorted(one.capitalize() for one in scripts))}"
    if scripts and "LATIN" not in scripts and all(one in _alike() or one.isascii() for one in label):
        return f"is {scripts.pop().capitalize()} that reads as Latin"
    if scripts == {"LATIN"} and any(one in _alike() and one not in _OWN for one in label):
        return "has a letter that is taken for another"
    return ""


def _script(one: str) -> str:
    """The script of a letter or digit, by the first word of its name in Unicode; empty for what scripts share."""
    if (one.isascii() and not one.isalpha()) or not one.isalnum():
        return ""
    word = unicodedata.name(one, "").split(" ")[0]
    return "" if word in ("MODIFIER", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "FEMININE", "MASCULINE") else word


def latin(letter: str) -> str:
    """The Latin letter that a letter of another script looks like; empty if it is one itself, or looks like none."""
    small = letter.lower()
    seen = "" if small.isascii() else _alike().get(small, "")
    return seen if small == letter else seen.upper()


@cache
def _alike() -> dict[str, str]:
    """Letters that look like Latin ones."""
    import tomllib

    table = tomllib.loads(Path(__file__).with_name("confusables.toml").read_text(encoding="utf-8"))
    return {one: seen for seen, letters in table.items() for one in letters}
