"""What a website tells whom, for people and for programs."""

from collections.abc import Iterator, Sequence

from optout.messages import Language, Message, message
from optout.model import PURPOSES
from optout.prose import Span
from optout.render import terminal
from optout.render.screen import Screen
from optout.render.wrap import width
from optout.robots.audit import Audit, AuditNote, AuditRow
from optout.text import as_json as document
from optout.text import shown

VERSION = 1
_NARROW = 70  # columns, below which companies have no room
_STYLES = {"out": "32", "part": "33", "in": "31"}


def text(target: str, found: Audit, screen: Screen, spoken: Language) -> str:
    """What is wrong first, then what is said to everybody, what else to know, and each crawler."""
    groups = list(_groups(found.rows, spoken))
    lines = [terminal.paint(screen, shown(target), "1")]
    lines += [_count(title, rows, spoken) for title, rows in groups]
    problems = [one for one in found.notes if one.is_problem]
    title = message("audit-problems") if problems else message("audit-no-problems")
    lines += ["", terminal.paint(screen, spoken.text(title), "1"), *_notes(problems, screen, spoken)]
    lines += ["", terminal.paint(screen, spoken.text(message("audit-everybody")), "1"), *_stated(found, screen, spoken)]
    rest = [one for one in found.notes if not one.is_problem]
    lines += ["", terminal.paint(screen, spoken.text(message("audit-notes")), "1"), *_notes(rest, screen, spoken)]
    for title_of, rows in groups:
        lines += ["", terminal.paint(screen, spoken.text(title_of), "1"), *_rows(rows, screen, spoken)]
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


def as_json(target: str, found: Audit, spoken: Language) -> str:
    """`{"version": 1, "target", "crawlers", "stated", "notes"}`, every field always there; line 0: not known."""
    crawlers = [
        {
            "token": row.robot.token,
            "company": row.robot.company,
            "for": row.robot.crawler.purposes,
            "known": row.robot.crawler.known,
            "robots_txt": row.right,
            "line": row.line,
            "guide": row.robot.slug,
        }
        for row in found.rows
    ]
    notes = [
        {"file": one.file, "line": one.line, "problem": one.is_problem, "text": spoken.text(one.said)}
        for one in found.notes
    ]
    stated = [one._asdict() for one in found.stated]
    return document({"version": VERSION, "target": target, "crawlers": crawlers, "stated": stated, "notes": notes})


def _groups(rows: Sequence[AuditRow], spoken: Language) -> Iterator[tuple[Message, list[AuditRow]]]:
    """The crawlers by what they fetch for, those first that have one purpose."""
    for purpose in PURPOSES:
        yield from _group(message(f"audit-for-{purpose}"), [row for row in rows if _purposes(row) == (purpose,)])
    yield from _group(message("audit-for-both"), [row for row in rows if len(_purposes(row)) > 1])
    yield from _group(message("audit-for-unknown"), [row for row in rows if not _purposes(row)])


def _group(title: Message, rows: list[AuditRow]) -> Iterator[tuple[Message, list[AuditRow]]]:
    if rows:
        yield title, rows


def _purposes(row: AuditRow) -> tuple[str, ...]:
    return row.robot.crawler.purposes


def _count(title: Message, rows: Sequence[AuditRow], spoken: Language) -> str:
    out = sum(row.right == "out" for row in rows)
    return spoken.text(message("audit-count", title=title, out=out, total=len(rows)))


def _rows(rows: Sequence[AuditRow], screen: Screen, spoken: Language) -> Iterator[str]:
    rights = {right: spoken.text(message(f"audit-{right}")) for right in _STYLES}
    first = max(width(word) for word in rights.values())
    second = max(len(row.robot.token) for row in rows)
    for row in rows:
        right = terminal.paint(screen, rights[row.right], _STYLES[row.right]) + " " * (first - width(rights[row.right]))
        where = spoken.text(message("audit-line", number=row.line)) if row.line else ""
        company = row.robot.company if screen.width >= _NARROW else ""
        yield f"  {right}  {row.robot.token:<{second}}  {where:<10}  {shown(company)}".rstrip()


def _stated(found: Audit, screen: Screen, spoken: Language) -> Iterator[str]:
    if not found.stated:
        yield _paragraph(spoken.text(message("audit-nothing")), screen)
    for one in found.stated:
        said = spoken.text(message(f"audit-stance-{one.stance}"))
        yield _paragraph(f"{_place(one.file, one.line)}{shown(one.text)}: {said}", screen)


def _notes(notes: Sequence[AuditNote], screen: Screen, spoken: Language) -> Iterator[str]:
    for one in notes:
        yield _paragraph(f"{_place(one.file, one.line)}{shown(spoken.text(one.said))}", screen)


def _place(file: str, line: int) -> str:
    return f"{shown(file)}:{line}: " if line else f"{shown(file)}: " if file else ""


def _paragraph(said: str, screen: Screen) -> str:
    return terminal.paragraph((Span("text", said),), screen, "  ", "    ")
