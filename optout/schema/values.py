"""Reading single values: a node in, the value out, or a problem and None.

Every reader has the same shape, `read(node, report)`; `report(place, rule, message, expected, suggestion)` collects.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from optout import regions
from optout.address import signs, systems
from optout.messages import find_region
from optout.model import Date
from optout.problem import Place
from optout.prose import SAFE_ADDRESS
from optout.schema import left_out, meant
from optout.schema.near_region import near_region
from optout.source.escapes import escape, unescaped
from optout.source.node import Node, Scalar, Sequence
from optout.source.split import SLUG
from optout.text import is_command

MAX_TEXT = 2000
MAX_FILE = 64 * 1024
MAX_QUOTE_WORDS = 20
LANGUAGE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*"
MAILBOX = r"[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+"
APP = r"[A-Za-z][\w-]*(?:\.[\w-]+)+"
DOMAIN = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"


class Report(Protocol):
    """Takes note of one problem."""

    def __call__(self, place: Place, rule: str, message: str, expected: str, suggestion: str = "") -> None:  # noqa: D102
        ...


# A sentence, an address or a word of which nothing can be told, as most are: quicker than to ask for each that could.
# No word begins like a truth value, like nothing, or like a mark of what is to come.
_SOUND = re.compile(
    r"(?!TODO|TBD|TBA|FIXME)[A-Za-z][^\s:#]* [^\n:#]*(?<![\s,;])"
    r"|https://[^\s:#,;]+"
    r"|[A-EG-MP-SU-XZa-eg-mp-su-xz][A-Za-z0-9_.-]*"
)


def text(node: Node, report: Report, most: int = MAX_TEXT) -> str | None:
    """A text that no YAML reader takes for anything else, of so many characters at most."""
    if isinstance(node, Scalar) and len(node.text) <= most and _SOUND.fullmatch(node.text):
        return node.text
    return scrutinized(node, report, most)


def scrutinized(node: Node, report: Report, most: int = MAX_TEXT) -> str | None:
    """The same, with a look for each thing that could be told of it."""
    from optout.source.nodes import is_ambiguous, is_in_curly_quotes  # loads PyYAML, which whoever has nodes has
    from optout.source.style import is_half_quoted

    if not isinstance(node, Scalar):
        only = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
        alone = only.text if isinstance(only, Scalar) else ""
        report(node.place, "wrong-kind", f"this is {kind(node)}", "a text, without brackets or a dash", alone)
    elif not node.text.strip() or (node.plain and node.text in ("~", "null")):
        report(node.place, "wrong-value", "this is empty", "a text, or the field left out")
    elif is_ambiguous(node):
        message = f"other YAML readers take `{node.text}` for something else than text"
        report(node.place, "quote-it", message, "quotes around it", f"'{node.text}'")
    elif (length := len(node.text.strip())) > most:
        report(node.place, "too-large", f"this text has {length:,} characters", f"at most {most:,}")
    elif node.plain and re.search(r"[,;]\Z", node.text) and not re.search(r"&#?\w+;\Z", node.text):
        message = f"a {'comma' if node.text[-1] == ',' else 'semicolon'} stands after this text"
        report(node.place, "wrong-value", message, "nothing after it", node.text.rstrip(",; "))
    elif node.plain and is_in_curly_quotes(node.text):
        message = "the quotes around this are those of a word processor, which YAML takes for a part of the text"
        report(node.place, "quote-it", message, "straight quotes, or none", f'"{node.text.strip()[1:-1]}"')
    elif node.plain and is_half_quoted(node.text):
        message = f"{node.text[-1]} stands after this text, and none before it"
        report(node.place, "quote-it", message, "quotes on both sides, or none", node.text[:-1].rstrip())
    elif is_command(node.text):
        message = "logs on GitHub would take a line of this for a command"
        report(node.place, "wrong-value", message, "no line that begins with two colons, and no `##` before a bracket")
    elif node.plain and meant.unwritten(node.text):
        report(node.place, "wrong-value", f"`{node.text[:60]}` is still to be written", "the text itself")
    else:
        return node.text.strip()
    return None


def line(node: Node, report: Report) -> str | None:
    """A text in one paragraph; a folded YAML text is one."""
    found = text(node, report)
    if found is not None and "\n" in found:
        is_block = isinstance(node, Scalar) and node.style == "|"
        if deeper := re.search(r"\n +([^\s`][^\n`]*)", found):
            message = f"`{deeper[1][:60].rstrip()}` stands deeper than the other lines of this text"
            report(node.place, "wrong-value", message, "all lines of a text one below the other")
            return None
        expected = "one paragraph" + ": with `>-` in place of `|` the lines are one" * is_block
        report(node.place, "wrong-value", "this goes over several paragraphs", expected)
        return None
    if found is not None and isinstance(node, Scalar) and node.style == ">" and (within := _WITHIN.search(found)):
        message = f"`{within[0]}` stands in this text, as deep as its lines"
        report(node.place, "wrong-value", message, "it in line with the field above")
        return None
    if found is not None and isinstance(node, Scalar) and node.style in ("", ">") and (sign := escape(found)):
        message, expected = f"`{sign}` would be shown as it stands", "the text without such backslashes"
        report(node.place, "wrong-value", message, expected, as_text(unescaped(found)))
        return None
    return found


_WITHIN = re.compile(r"\b[a-z][a-z-]+: [|>][-+]?(?= )")  # a field whose text would begin on the line below


def as_text(text: str) -> str:
    """A text of one line as it is typed after a colon: in quotes if YAML would take it for something else."""
    is_plain = re.match(r"[^\W_]", text) and not re.search(r": |:$| #", text)
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def label(node: Node, report: Report) -> str | None:
    """What a switch is called, which no bare `on` or `off` says."""
    if isinstance(node, Scalar) and node.plain and (where := meant.position(node.text.lower())):
        message = f"`{node.text}` is where a switch stands, and `switch` says what it is called"
        expected = f"`set: {where}` in its place; or this in quotes, if the switch is called so"
        report(node.place, "wrong-value", message, expected)
        return None
    return line(node, report)


def letter(node: Node, report: Report) -> str | None:
    """A text of several lines for people, such as a letter."""
    found = block(node, report)
    if found and isinstance(node, Scalar) and node.plain and (sign := escape(found)):
        expected = "`|` after the colon, and the lines of the text below it, as they are"
        report(node.place, "wrong-value", f"`{sign}` would be shown as it stands", expected)
        return None
    return found


def block(node: Node, report: Report) -> str | None:
    """A text whose line breaks count: a command, the body of a message."""
    found = text(node, report)
    return None if found is None or not isinstance(node, Scalar) else node.text.strip("\n")


def file_text(node: Node, report: Report) -> str | None:
    """What somebody copies into a file as it is: a robots.txt for all crawlers is no short one."""
    found = text(node, report, MAX_FILE)
    return None if found is None or not isinstance(node, Scalar) else node.text.strip("\n")


class Word:
    """One of a few words."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def __call__(self, node: Node, report: Report) -> str | None:
        """The word, as written."""
        if isinstance(node, Scalar) and node.text in self.allowed:
            return node.text
        if isinstance(node, Scalar) and (several := _choices(node.text, self.allowed)):
            message = f"{len(several)} values stand here, of which one can hold"
            report(node.place, "wrong-value", message, f"one of {', '.join(several)}")
            return None
        near = nearest(meant.word(node.text), self.allowed) if isinstance(node, Scalar) else ""
        report(node.place, "wrong-value", f"this is {kind(node)}", f"one of {', '.join(self.allowed)}", near)
        return None


def _choices(written: str, allowed: Iterable[str]) -> list[str]:
    """The words between which a choice was left open; empty if there is no such choice."""
    words = [word.strip().lower() for word in re.split(r"[|/,;]|\bor\b", written)]
    return words if len(words) > 1 and set(words) <= set(allowed) else []


def slug(node: Node, report: Report) -> str | None:
    """The slug of an entry."""
    return _matching(node, report, SLUG, "wrong-value", "a slug: lower-case letters, digits, hyphens")


def position(node: Node, report: Report) -> str | None:
    """Where a switch stands: `on`, `off`, or the option on screen.

    Other truth words are refused unless quoted: `no` may be the option "No" or mean off.
    """
    from optout.source.nodes import is_ambiguous

    if isinstance(node, Scalar) and node.plain and node.text in ("on", "off"):
        return node.text
    if (
        isinstance(node, Scalar)
        and node.plain
        and not node.text.isascii()
        and (typed := signs.bare(node.text)) in ("on", "off")
    ):
        report(node.place, "other-character", *signs.told(node.text), typed)
        return None
    if isinstance(node, Scalar) and is_ambiguous(node) and node.text:
        fix = meant.position(node.text.lower())
        expected = "on, off, or the option on screen in quotes"
        report(node.place, "quote-it", f"`{node.text}` is not a position of a switch", expected, fix)
        return None
    if isinstance(node, Scalar) and node.plain and (same := meant.position(node.text)):
        message = f"`{node.text}` may mean {same}, or be the words on screen"
        report(node.place, "wrong-value", message, f"{same}, or the option on screen in quotes", same)
        return None
    return line(node, report)


def date(node: Node, report: Report, expected: str = "a date such as 2026-07-23, 2026-07 or 2026") -> Date | None:
    """A date as precise as it is known."""
    written = node.text if isinstance(node, Scalar) else ""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", written, re.ASCII)
    found = Date(*(int(part or 0) for part in match.groups())) if match else None
    if found is None or found.iso != written or not _exists(found):
        message = f"{written} is not in the calendar" if found and found.iso == written else f"this is {kind(node)}"
        if written and not re.search(r"\d", written) and expected.endswith(" or 2026"):
            expected += "; if nobody knows it, no such field"
        report(node.place, "bad-date", message, expected, _as_date(written))
        return None
    return found


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _as_date(written: str) -> str:
    """The date that was meant, where its parts can be taken in one way only."""
    if timed := re.match(r"(\d{4}-\d\d-\d\d)[T ]\d\d:", written):
        return timed[1]
    if re.fullmatch(r"(?:19|20)\d{6}", written):
        written = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    words = re.findall(r"\d+|[a-z]+", written.lower())
    months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
    numbers = [int(word) for word in words if word.isdigit() and len(word) < 5]
    years = [number for number in numbers if number > 31]
    rest = [number for number in numbers if number <= 31]
    if len(words) == 2 and len(years) == len(months) == 1:
        return Date(years[0], months[0], 0).iso
    if len(words) != 3 or len(years) != 1:
        return ""
    if years[0] == numbers[0] and len(rest) == 2:  # nobody writes year, day, month but by mistake
        month, day = rest if rest[0] <= 12 else rest[::-1]
    elif months and len(rest) == 1:
        month, day = months[0], rest[0]
    elif len(rest) == 2 and (rest[0] > 12 or "." in written):
        day, month = rest
    elif len(rest) == 2 and rest[1] > 12:
        month, day = rest
    else:
        return ""
    found = Date(years[0], month, day)
    return found.iso if month and day and _exists(found) else ""


def day(node: Node, report: Report) -> Date | None:
    """A date with its day."""
    expected = "a full date such as 2026-07-23"
    found = date(node, report, expected)
    if found is not None and not found.day:
        report(node.place, "bad-date", f"`{found.iso}` has no day", expected)
        return None
    return found


def address(node: Node, report: Report) -> str | None:
    """An https address to send people to."""
    found = line(node, report)
    if found is None:
        return None
    if re.search(r"\u2026|\.{3}", found):
        message = "dots stand in this address for a part that was not shown where it was copied"
        report(node.place, "bad-address", message, "all of the address")
        return None
    if (end := re.search(r"[.,;)>\]]+\Z", found)) and SAFE_ADDRESS.fullmatch(found[: end.start()]) and "(" not in found:
        message = f"`{end[0]}` stands after this address"
        report(node.place, "bad-address", message, "nothing after it", found[: end.start()])
        return None
    host = re.match(r"https://([\w-]+\.)+[\w-]+(?::\d+)?(?=[/?#]|$)", found)
    if host is None or not SAFE_ADDRESS.fullmatch(found):
        message, expected = f"`{found}` is not an https address", "https://, a host and a path"
        alone = meant.address(found)
        joined = _joined(node, found)
        if joined:
            message, expected = "a space or a line break stands within this address", "it on one line, without any"
            report(node.place, "bad-address", message, expected, joined)
        elif whole := meant.scheme(found):
            report(node.place, "bad-address", message, expected, whole if SAFE_ADDRESS.fullmatch(whole) else "")
        elif found.startswith("http://"):
            report(node.place, "plain-http", message, expected, "https" + found[4:])
        elif alone and alone != found:
            message, expected = f"more than an address stands in `{found}`", "the address alone, without signs or words"
            report(node.place, "bad-address", message, expected, alone)
        else:
            whole = f"https://{found}"
            is_near = SAFE_ADDRESS.fullmatch(whole) and re.match(r"([\w-]+\.)+[a-z]{2,}(?=[/?#]|$)", found)
            report(node.place, "bad-address", message, expected, whole if is_near else "")
        return None
    return found


def _joined(node: Node, found: str) -> str:
    """An address that goes on after a break of the line or behind a slash, in one piece; empty if it is none."""
    is_torn = re.fullmatch(r"https://\S+(?:/\s+|\s+/)\S+", found) or (
        isinstance(node, Scalar) and node.end[0] > node.place.line and re.fullmatch(r"https://\S+\s+\S+", found)
    )
    joined = re.sub(r"\s+", "", found) if is_torn else ""
    return joined if SAFE_ADDRESS.fullmatch(joined) else ""


def setting(node: Node, report: Report) -> str | None:
    """The address of a setting: of a page in the web, or of one in a system's own settings."""
    written = node.text.strip() if isinstance(node, Scalar) else ""
    made_for = systems.meant(written)
    if made_for is None:
        return address(node, report)
    if systems.system(written) is None:
        message = f"`{written}` is no page of the settings of {made_for.name}"
        report(node.place, "bad-address", message, f"one by its name alone, such as {made_for.example}")
        return None
    return line(node, report)


def form(node: Node, report: Report) -> str | None:
    """The address of a form, or the label that leads to it at the end of a path."""
    is_address = isinstance(node, Scalar) and ("://" in node.text or meant.scheme(node.text))
    return address(node, report) if is_address else line(node, report)


def mailbox(node: Node, report: Report) -> str | None:
    """An e-mail address."""
    inside = re.findall(MAILBOX, meant.mailbox(node.text)) if isinstance(node, Scalar) else []
    near = inside[0] if len(inside) == 1 else ""
    return _matching(node, report, MAILBOX, "bad-address", "an address such as privacy@example.com", near)


def domain(node: Node, report: Report) -> str | None:
    """A domain as a password manager has it."""
    near = _host(node.text) if isinstance(node, Scalar) else ""
    return _matching(node, report, DOMAIN, "bad-address", "a domain such as example.com", near)


def _host(written: str) -> str:
    """The domain in what may be an address."""
    return re.sub(r"^https?://(www\.)?|/.*$", "", written.lower()) if "/" in written else written.lower()


def has_words(reader: object) -> bool:
    """Whether what it reads is one word, so that several of them stand for several values."""
    return isinstance(reader, Word) or reader in (region, domain)


def as_item(word: str, reader: object) -> str:
    """What one word of a list means to the reader of its items; empty if nothing."""
    if isinstance(reader, Word):
        same = meant.word(word)
        return same if same in reader.allowed else ""
    if reader is region:
        return find_region(word) or ""
    found = _host(word) if reader is domain else ""
    return found if re.fullmatch(DOMAIN, found) else ""


def app(node: Node, report: Report) -> str | None:
    """The id of an app, as a password manager has it."""
    near = re.sub(r"^\w+://(?:[^@/]*@)?|.*[?&]id=|/$", "", node.text) if isinstance(node, Scalar) else ""
    return _matching(node, report, APP, "wrong-value", "the id of an app such as com.example.android", near)


def region(node: Node, report: Report) -> str | None:
    """The code of a region."""
    found = line(node, report)
    if found is not None and not regions.is_known(found):
        expected, near = left_out.in_words(found)
        expected = expected or "a code such as DE, US-CA or EU"
        near = near or near_region(found)
        report(node.place, "unknown-region", f"there is no region `{found}`", expected, near)
        return None
    return found


def quote(node: Node, report: Report) -> str | None:
    """A few words from a source, letter by letter."""
    found = line(node, report)
    if found is not None and len(found.split()) > MAX_QUOTE_WORDS:
        report(node.place, "long-quote", f"this quote has {len(found.split())} words", f"at most {MAX_QUOTE_WORDS}")
        return None
    return found


def language(node: Node, report: Report) -> str | None:
    """The tag of a language, in lower case: `de`, `pt-br`."""
    near = node.text.lower().replace("_", "-") if isinstance(node, Scalar) else ""
    near = meant.language(near) or (near if re.fullmatch(LANGUAGE, near) else "")
    return _matching(node, report, LANGUAGE, "wrong-value", "the tag of a language, such as de or pt-br", near)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`, if one is."""
    from difflib import get_close_matches

    return "".join(get_close_matches(word, known, 1))


def kind(node: Node) -> str:
    """What a node is, for a sentence that begins with "this is"."""
    if isinstance(node, Scalar) and "\n" in node.text.strip():
        return "one text of several lines"
    if isinstance(node, Scalar):
        return f"`{node.text.strip()[:60]}`" if node.text.strip() else "empty"
    return "a list" if isinstance(node, Sequence) else "a group of fields"


def _matching(node: Node, report: Report, pattern: str, rule: str, expected: str, suggestion: str = "") -> str | None:
    found = line(node, report)
    if found is not None and not re.fullmatch(pattern, found, re.ASCII):
        report(node.place, rule, f"this is {kind(node)}", expected, "" if suggestion == found else suggestion)
        return None
    return found


def _exists(date: Date) -> bool:
    leap = date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0)
    days = (31, 31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1990 <= date.year <= 2100 and date.month <= 12 and date.day <= days[date.month]
