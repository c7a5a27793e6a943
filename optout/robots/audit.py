"""What a website tells whom: each crawler by robots.txt, what is said to everybody, what does not fit together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

from optout.messages import Listed, Message, message
from optout.near import near
from optout.prose import Span
from optout.robots.choice import Robot
from optout.robots.reading import RobotsTxt, RuleLine
from optout.robots.statements import Refusal
from optout.robots.website import Stated, Website, stated

Right = Literal["out", "part", "in"]

# Searches that the catalog has no crawler of its own of: https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers
_SEARCHES = ("Googlebot", "bingbot")
_NOBODY = "optout-nobody"
_EVERYTHING = ("/", "/*")

# How entries begin to say that a crawler does not obey, or not always.
_DEAF = re.compile(r"No[,.]|Generally not|It may ignore|robots\.txt may not apply")


class AuditRow(NamedTuple):
    """A crawler and what robots.txt says to it: out, in, or out of some paths only; `line` is where that begins."""

    robot: Robot
    right: Right
    line: int


class AuditNote(NamedTuple):
    """Something to know of the site: the file and its line (0: the whole), what it is, and whether it is a mistake."""

    file: str
    line: int
    said: Message
    is_problem: bool = True


class Audit(NamedTuple):
    """What a website tells whom, by purpose and name; what it states to everybody; mistakes first, then the rest."""

    rows: tuple[AuditRow, ...]
    stated: tuple[Stated, ...]
    notes: tuple[AuditNote, ...]


def audit(site: Website, known: Sequence[Robot], told: Iterable[Refusal]) -> Audit:
    """Look at all that is known of a website; `told` are the tags and headers of the catalog."""
    read = RobotsTxt(site.robots.data if site.robots else b"")
    rows = tuple(_row(one, read, site) for one in known)
    said = stated(site)
    notes = [*_of_file(site, read, known), *_of_rows(site, read, rows), *_of_statements(site, said, rows, told)]
    notes.append(AuditNote("", 0, message("audit-no-file"), is_problem=False))
    return Audit(rows, said, tuple(sorted(notes, key=lambda note: not note.is_problem)))


def _row(robot: Robot, read: RobotsTxt, site: Website) -> AuditRow:
    if site.is_down:  # RFC 9309, 2.3.1.4
        return AuditRow(robot, "out", 0)
    if not read.allows(robot.token, site.path):
        return AuditRow(robot, "out", read.line_of(robot.token))
    some = any(line.field.startswith("dis") and line.value for line in read.rules_for(robot.token))
    return AuditRow(robot, "part" if some else "in", read.line_of(robot.token))


def _of_file(site: Website, read: RobotsTxt, known: Sequence[Robot]) -> Iterator[AuditNote]:
    """Whether crawlers can read robots.txt, and read in it what was meant."""
    if site.is_down:
        yield AuditNote("robots.txt", 0, message("audit-down"))
    if site.robots is None:
        if not site.is_down:
            yield AuditNote("robots.txt", 0, message("audit-none"), is_problem=False)
        return
    name = site.robots.name
    if site.robots.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield AuditNote(name, 0, message("audit-page"))
        return
    if site.robots.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield AuditNote(name, 0, message("audit-utf-16"))
    if read.is_cut:
        yield AuditNote(name, 0, message("audit-cut"))
    for line in read.strays[:1]:
        yield AuditNote(name, line.number, message("audit-stray", rule=_typed(line.field, line.value)))
    if read.dangling:
        yield AuditNote(name, read.dangling.number, message("audit-dangling", token=_name(read.dangling.value)))
    names = "\n".join(("", *(one.token.lower() for one in known), ""))
    tokens = {one.token.lower(): one.token for one in known}
    for typed, number in read.named.items():
        if typed not in tokens and typed != "*":
            for away, meant in near(typed, names)[:1] if typed else []:
                if away == 1:
                    said = message("audit-misspelt", token=_name(typed), meant=_name(tokens[meant]))
                    yield AuditNote(name, number, said)


def _of_rows(site: Website, read: RobotsTxt, rows: Sequence[AuditRow]) -> Iterator[AuditNote]:
    """Whom robots.txt shuts out or lets in otherwise than it looks."""
    if site.robots is None:
        return
    note = partial(AuditNote, site.robots.name)
    for row in rows:
        if row.right != "out" and (torn := _torn(read, row.robot.token)):
            ban, leave = torn
            words = message("audit-torn", token=_name(row.robot.token), number=leave.number)
            yield note(ban.number, words)
    if lost := [name for name in _SEARCHES if not read.allows(name, site.path)]:
        own = [name for name in lost if name.lower() in read.named]
        yield note(read.line_of(lost[0]), message("audit-searches", tokens=_listed(lost)), is_problem=not own)
    if not read.allows(_NOBODY, site.path):
        opened = [row for row in rows if row.right != "out" and "training" in row.robot.crawler.purposes]
        for row in opened:
            yield note(row.line, message("audit-opened", token=_name(row.robot.token), number=read.line_of("*")))
    else:
        shut = [row for row in rows if row.right == "out" and row.robot.crawler.purposes == ("search",)]
        if shut:
            yield note(0, message("audit-answers", tokens=_listed(row.robot.token for row in shut)), is_problem=False)
    out = [row for row in rows if row.right == "out"]
    if deaf := [row.robot.token for row in out if _DEAF.match(row.robot.obeys)]:
        yield note(0, message("audit-unheeded", tokens=_listed(deaf)), is_problem=False)
    silent = [row for row in out if row.robot.crawler.purposes == ("training",) and not row.robot.obeys]
    if silent:
        yield note(0, message("audit-untold", tokens=_listed(row.robot.token for row in silent)), is_problem=False)


def _torn(read: RobotsTxt, token: str) -> tuple[RuleLine, RuleLine] | None:
    """The rule of its own groups that shuts a crawler out of everything, and the one that lets it in all the same."""
    whole = [line for line in read.rules_for(token) if line.value in _EVERYTHING] if token.lower() in read.named else []
    bans, leaves = ([line for line in whole if line.field.startswith("dis") is is_ban] for is_ban in (True, False))
    return (bans[0], leaves[0]) if bans and leaves else None


def _of_statements(
    site: Website, said: Sequence[Stated], rows: Sequence[AuditRow], told: Iterable[Refusal]
) -> Iterator[AuditNote]:
    """What is said to everybody and does not fit with the rest."""
    no, yes = ([one for one in said if one.stance == stance and one.is_whole] for stance in ("no", "yes"))
    for one in said:
        if one.stance == "hidden":
            yield AuditNote(one.file, one.line, message("audit-hidden", text=_code(one.text)))
        elif one.stance == "unclear" and not one.text.startswith("x-robots-tag"):
            yield AuditNote(one.file, one.line, message("audit-unclear", text=_code(one.text)))
    for one in yes if no else []:
        where = f"{no[0].file}:{no[0].line}" if no[0].line else no[0].file
        against = message("audit-against", text=_code(one.text), other=_code(no[0].text), where=where)
        yield AuditNote(one.file, one.line, against)
    by_tag = {one.slug for one in told if one.kind in ("meta", "headers") and "noarchive" in one.text}
    for tag in (one for one in no if "noarchive" in one.text):
        unread = [row.robot.token for row in rows if row.right == "out" and row.robot.slug in by_tag and _fetches(row)]
        if unread and not site.is_down:
            yield AuditNote(tag.file, tag.line, message("audit-unread", text=_code(tag.text), tokens=_listed(unread)))
    training = [row for row in rows if row.robot.crawler.purposes == ("training",)]
    let_in = sum(row.right != "out" for row in training)
    if no and let_in:
        told_all = message("audit-only-said", count=let_in, total=len(training), text=_code(no[0].text))
        yield AuditNote(no[0].file, no[0].line, told_all, is_problem=False)


def _fetches(row: AuditRow) -> bool:
    return "training" in row.robot.crawler.purposes and row.robot.crawler.known == "documented"


def _listed(tokens: Iterable[str]) -> Listed:
    return Listed(tuple(_name(token) for token in tokens))


def _name(token: str) -> Span:
    return Span("text", token)


def _typed(field: str, value: str) -> Span:
    return _code(f"{field}: {value}")


def _code(text: str) -> Span:
    return Span("code", text if len(text) < 80 else f"{text[:77]}…")
