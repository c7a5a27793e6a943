"""What a website says by itself beside robots.txt: tags, headers, tdmrep.json, ai.txt, Content-Usage."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

from optout.robots.reading import LIMIT, RobotsTxt, RuleLine

Stance = Literal["no", "yes", "hidden", "unclear"]

# Headers that say how an answer may be used.
_SAYS = ("x-robots-tag", "tdm-reservation", "content-usage", "content-signal")
_TAG = re.compile(r"<meta\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NO_AI = frozenset(("noai", "noimageai", "noarchive", "noml"))
_NO_SEARCH = frozenset(("noindex", "none"))


class WebFile(NamedTuple):
    """A file of a website by the name in which a place is told."""

    name: str
    data: bytes


class WebPage(NamedTuple):
    """A page: its name, its bytes, and what of its headers says how it may be used."""

    name: str
    data: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Website(NamedTuple):
    """What is known of a website. A file that is not there is None.

    `is_down` says that its server failed where robots.txt was asked for; `path` is the page whose right of way is in
    question.
    """

    robots: WebFile | None = None
    tdmrep: WebFile | None = None
    ai_txt: WebFile | None = None
    pages: tuple[WebPage, ...] = ()
    path: str = "/"
    is_down: bool = False


class Stated(NamedTuple):
    """A statement to everybody: where it stands (file, and line from 1, or 0), letter by letter, and what it comes to.

    "no" refuses training, "yes" permits it, "hidden" keeps the page out of searches, "unclear" means nothing that is
    defined. `is_whole` is False where it is said of some paths, or to some crawlers, only.
    """

    file: str
    line: int
    text: str
    stance: Stance
    is_whole: bool = True


def stated(site: Website) -> tuple[Stated, ...]:
    """All statements, in the order in which they are read."""
    return tuple(_all(site))


def _all(site: Website) -> Iterator[Stated]:
    if site.robots:
        read = RobotsTxt(site.robots.data)
        to_all = read.rules_for("*")
        for line in read.lines:
            if line.field in ("content-usage", "content-signal"):
                is_whole = line in to_all and not line.value.startswith("/")
                yield Stated(site.robots.name, line.number, f"{line.field}: {line.value}", _usage(line), is_whole)
    for page in site.pages:
        for name, value in page.headers:
            yield Stated(page.name, 0, f"{name}: {value}", _header(name.lower(), value))
        yield from _tags(page)
    if site.tdmrep:
        yield from _tdmrep(site.tdmrep)
    if site.ai_txt:
        refuses = not RobotsTxt(site.ai_txt.data).allows("*")
        yield Stated(site.ai_txt.name, 0, "ai.txt", "no" if refuses else "unclear")


def _header(name: str, value: str) -> Stance:
    if name == "x-robots-tag":
        return _directives(value)
    if name == "tdm-reservation":
        return _reserved(value)
    return _usage(RuleLine(0, name, value))


def _usage(line: RuleLine) -> Stance:
    """What a line says on training: the words of the IETF's draft are in small letters, and so are Cloudflare's.

    https://github.com/ietf-wg-aipref/drafts/blob/7ca0afce45b32609dc0131eebc2c0137469cdad9/draft-ietf-aipref-attach.md
    https://developers.cloudflare.com/bots/additional-configurations/managed-robots-txt/
    """
    value = line.value.split(None, 1)[-1] if line.value.startswith("/") and " " in line.value else line.value
    said = dict(part.strip().partition("=")[::2] for part in value.split(","))
    if line.field == "content-usage":
        word, no, yes = said.get("train-ai"), "n", "y"
    else:
        word, no, yes = said.get("ai-train"), "no", "yes"
    return "no" if word == no else "yes" if word == yes else "unclear"


def _directives(value: str) -> Stance:
    words = {word.strip().lower() for word in re.split(r"[,:]", value)}
    return "hidden" if words & _NO_SEARCH else "no" if words & _NO_AI else "unclear"


def _reserved(value: str) -> Stance:
    """1 is reserved, 0 is not.

    https://github.com/w3c/tdm-reservation-protocol/blob/1a547b5dc44bb48813fdd79d56f597834cf33433/spec/index.html
    """
    return "no" if value.strip() == "1" else "yes" if value.strip() == "0" else "unclear"


def _tags(page: WebPage) -> Iterator[Stated]:
    text = page.data[:LIMIT].decode("utf-8", "replace")
    for found in _TAG.finditer(_without_comments(text)):
        given = {one[1].lower(): unescape(one[2] or one[3] or one[4] or "") for one in _ATTRIBUTE.finditer(found[1])}
        name, value = given.get("name", "").lower(), given.get("content", "")
        line = text.count("\n", 0, found.start()) + 1
        if name == "tdm-reservation":
            yield Stated(page.name, line, f"{name}: {value}", _reserved(value))
        elif name == "robots" and (stance := _directives(value)) != "unclear":
            yield Stated(page.name, line, f"{name}: {value}", stance)


def _without_comments(text: str) -> str:
    """The text with blanks for comments, so that every place stays where it is."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start : end + 3])]
        at = end + 3
    return "".join((*parts, text[at:]))


def _tdmrep(file: WebFile) -> Iterator[Stated]:
    try:
        rules = json.loads(file.data[:LIMIT].decode("utf-8-sig"))
        values = [(str(one["location"]), one["tdm-reservation"]) for one in rules]
    except (ValueError, TypeError, KeyError, RecursionError):
        yield Stated(file.name, 0, "tdmrep.json", "unclear")
        return
    for location, value in values:
        said = f"tdm-reservation: {value} ({location})"
        yield Stated(file.name, 0, said, _reserved(str(value)), is_whole=location.rstrip("*") == "/")


def header_file(file: WebFile) -> WebPage:
    """What a `_headers` file of Netlify or Cloudflare Pages says of all pages, or of the first.

    https://docs.netlify.com/manage/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
    """
    found: list[tuple[str, str]] = []
    is_meant = False
    for line in file.data[:LIMIT].decode("utf-8", "replace").splitlines():
        if line.strip() and not line[0].isspace() and not line.startswith("#"):
            is_meant = line.strip() in ("/*", "/", "/index.html")
        elif is_meant and ":" in line and not line.lstrip().startswith("#"):
            name, value = (part.strip() for part in line.split(":", 1))
            if name.lower() in _SAYS:
                found.append((name.lower(), value))
    return WebPage(file.name, b"", tuple(found))
