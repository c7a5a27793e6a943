"""Link words that are an address lead to that address.

Most readers, and terminals that show links, see the words only. So an address, a host or a mail address among them is
the one that the link leads to; more of a path may follow. A sign that looks like one of an address, such as the slash
of fractions, counts as that.

Not so:

    limits: ["What was used stays used, see [example.com/ai](https://other.example/ai). [help]"]

But so:

    limits: ["What was used stays used, see [example.com/ai](https://www.example.com/ai?topic=limits). [help]"]
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from optout.address.hosts import authority, is_within, name
from optout.address.mail import parse
from optout.model import Date, Platform
from optout.rules.finding import Finding, links

ID = "misleading-link"

_HOST = r"(?:[\w-]+[.。．｡])+(?:[^\W\d_]{2,24}|xn--[\w-]+)"
_MAIL = re.compile(rf"(?:mailto:)?([^\s@<>:/]+@{_HOST})(?:\?\S*)?", re.IGNORECASE)
_CLEAR = re.compile(rf"[a-z][a-z0-9+.-]*://\S+|www\.{_HOST}(?:[:/?#]\S*)?", re.IGNORECASE)
_WEB = re.compile(rf"{_HOST}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
# What passes for a sign of an address (many are in UTS 39, confusables.txt): the words of a link are read with it.
_ALIKE = str.maketrans(
    {**dict.fromkeys("⁄∕⧸╱⟋⼃〳᜵⁁ノ丿／", "/"), **dict.fromkeys("꞉∶ː˸։᛬︰﹕：׃܃܄᠃᠉⁚ꓽ", ":"),
     **dict.fromkeys("․܁܂꘎ꓸ．﹒", "."), **dict.fromkeys("＠﹫", "@"), **dict.fromkeys("？﹖ʔɂॽꛫ", "?"),
     **dict.fromkeys("＃﹟", "#"), **dict.fromkeys("‐‑‒–﹘−﹣－۔⁃˗➖", "-")}
)  # fmt: skip
# Names of files, which look like hosts.
_FILE = re.compile(r"[\w.-]+\.(?:txt|json|html?|js|css|xml|ya?ml|toml|csv|php|pdf|ini|conf|md|env)", re.IGNORECASE)


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Links whose words name another address than theirs."""
    for path, span in links(platform):
        for words in _addresses(span.text):
            if not _leads_there(words, span.target):
                yield Finding(path, f"`{words}` leads to `{span.target}`", "words that say where the link leads")
                break


def _addresses(text: str) -> Iterator[str]:
    """What a reader takes for an address: mail addresses and whole ones anywhere, a bare host if it is all there is."""
    visible = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Cc"))
    visible = visible.translate(_ALIKE)
    parts = [part.strip("\"'“”‘’«»()[]<>,;:!…").rstrip(".") for part in visible.split()]
    for part in parts:
        is_whole = len(parts) == 1 and _WEB.fullmatch(part) and not _FILE.fullmatch(part)
        if _MAIL.fullmatch(part) or _CLEAR.fullmatch(part) or is_whole:
            yield part


def _leads_there(words: str, target: str) -> bool:
    if mail := _MAIL.fullmatch(words):
        return target.startswith("mailto:") and parse(target).to.casefold() == mail[1].casefold()
    if target.startswith("mailto:"):
        return False
    try:
        said, host = name(authority(words).host), name(authority(target).host)
    except ValueError:
        return False
    start, rest = _path(words), _path(target)
    if not is_within(host.removeprefix("www."), said.removeprefix("www.")):
        return False
    return rest.startswith(start) and (not start or rest[len(start) :][:1] in ("", "/", "?", "#", "&"))


def _path(address: str) -> str:
    """What follows the host, without a slash at the end."""
    bare = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", address)
    found = re.search(r"[/?#].*", bare)
    return unquote(found[0]).rstrip("/") if found else ""
