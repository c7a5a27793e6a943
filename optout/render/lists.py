"""Lists of platforms: a table for the terminal, JSON, CSV, Markdown."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from optout.guide.company import Overview
from optout.guide.overview import Row, counts, groups
from optout.guide.places import Gathered
from optout.messages import Language, Listed, language, message
from optout.prose import Span
from optout.render import terminal
from optout.render.commonmark import words as escaped
from optout.render.screen import Screen
from optout.render.wrap import width
from optout.text import as_json as document
from optout.text import shown

_GAP, _STATUS, _COMPANY = 2, 38, 22
_LEAST = 30  # columns that a name and a slug need beside a status


def table(rows: Sequence[Row], screen: Screen, spoken: str = "en") -> str:
    """Rows under their categories, in columns as wide as the widest; narrow screens leave out the last ones."""
    columns = _columns(rows, screen)
    lines = []
    for group in groups(rows, spoken):
        heading = f"{group.title} ({len(group.rows)})"
        lines += ["", terminal.paint(screen, heading, "1"), *(_line(row, columns, screen) for row in group.rows)]
    lines += ["", *_summary(rows, spoken)]
    whole = "\n".join(lines).strip("\n") + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


class _Columns(NamedTuple):
    """How wide the columns are; 0 for those that have no room. Name and slug share theirs: a long slug takes more."""

    both: int
    slug: int
    status: int
    company: int


def _columns(rows: Sequence[Row], screen: Screen) -> _Columns:
    name = max((width(row.name) for row in rows), default=0)
    slug = max((len(row.slug) for row in rows), default=0)
    room = screen.width - 4
    if name + slug + 2 * _GAP + _STATUS <= room:
        company = _COMPANY if name + slug + 3 * _GAP + _STATUS + _COMPANY <= room else 0
        return _Columns(name + _GAP + slug, slug, _STATUS, company)
    both = room - _GAP - _STATUS
    if both < _LEAST:
        return _Columns(min(name + _GAP + slug, room), min(slug, room // 2), 0, 0)
    return _Columns(both, (both - _GAP) // 2 - 1, _STATUS, 0)


def _line(row: Row, columns: _Columns, screen: Screen) -> str:
    """One row; the slug is never cut, as it is what one types."""
    mark = terminal.paint(screen, row.status.mark, terminal.STATUS_STYLES[row.status.id])
    slug = f"{row.slug:<{columns.slug}}"
    room = columns.both - _GAP - len(slug)
    name = _cut(row.name, max(room, 0))
    cells = [name + " " * (room - width(name)), slug]
    if columns.status:
        cells.append(f"{row.status.label:<{columns.status}}")
    if columns.company:
        cells.append(_cut(row.company, columns.company))
    return f"  {mark} {'  '.join(cells)}".rstrip()


def _cut(text: str, room: int) -> str:
    """The text, or as much of it as there is room for."""
    if width(text) <= room:
        return text
    while text and width(text) >= room:
        text = text[:-1]
    return f"{text.rstrip()}…"[:room]


def _summary(rows: Sequence[Row], spoken: str) -> list[str]:
    total = language(spoken).text(message("platforms", count=len(rows)))
    return [total, *(f"  {status.mark} {number:>3}  {status.label}" for status, number in counts(rows))]


def as_json(rows: Sequence[Row], spoken: str = "en") -> str:
    """`{"version": 1, "platforms": [...]}`, every field always there."""
    listed = [
        {**row._asdict(), "status": row.status.id, "status_label": row.status.label, "catalog": row.catalog or None}
        for row in rows
    ]
    return document({"version": 1, "platforms": listed})


def as_csv(rows: Sequence[Row], spoken: str = "en") -> str:
    """RFC 4180 with a header line; lists within a cell are separated by spaces (domains) or semicolons (names).

    What it holds is for programs, and the same in every language.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["slug", "name", "company", "category", "status", "checked", "newest", "domains", "also", "topics"])
    for row in rows:
        cells = [row.slug, row.name, row.company, row.category, row.status.id, row.checked, row.newest]
        writer.writerow(
            [cell(one) for one in (*cells, " ".join(row.domains), "; ".join(row.also), " ".join(row.topics))]
        )
    return out.getvalue()


# What begins a formula: at the start of a cell, or where a spreadsheet that separates by another sign begins one.
_FORMULA = re.compile("(^|[;,|\"'\t])(\\s*)(?=[-=+@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])")


def cell(text: str) -> str:
    """A cell in which no spreadsheet finds a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return _FORMULA.sub(r"\1\2'", shown(text))


def markdown(rows: Sequence[Row], spoken: str = "en") -> str:
    """A table for each category."""
    keys = (message("list-platform"), message("list-company"), message("list-status"))
    header = " | ".join(map(language(spoken).text, keys))
    lines = []
    for group in groups(rows, spoken):
        lines += [f"## {escaped(group.title)}", "", f"| {header} |", "| --- | --- | --- |"]
        lines += [f"| {escaped(row.name)} | {escaped(row.company)} | {row.status.label} |" for row in group.rows]
        lines.append("")
    return "\n".join(lines)


def company(found: Overview, screen: Screen, spoken: str = "en") -> str:
    """What a company's platforms do, the refusals that cover several of them, and where to begin."""
    text = language(spoken).text
    number = message("platforms", count=len(found.rows) + found.more)
    columns = _columns(found.rows, screen)._replace(company=0)
    lines = [terminal.paint(screen, text(message("company-heading", name=found.name, platforms=number)), "1"), ""]
    lines += [_line(row, columns, screen) for row in found.rows]
    if found.more:
        lines.append(f"  {text(message('company-more', count=found.more, command=f'optout search {found.name}'))}")
    for shared in found.shared:
        said = text(message("company-shared", slugs=Listed(shared.slugs), name=shared.name))
        lines += ["", terminal.paragraph((Span("text", said),), screen, "", "  "), f"  {shared.address}"]
    lines += ["", text(message("company-begin", command=f"optout show {found.begin}"))]
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


def _group(one: Gathered, screen: Screen, tongue: Language) -> str:
    look = f"show {one.name}" if one.kind == "company" else f"list --{one.kind} {one.id}"
    number = message("platforms", count=one.number)
    group = message("group", kind=message(f"hits-{one.kind}"), platforms=number)
    said = message("hits-group", group=group, command=f"optout {look}")
    return f"› {terminal.paint(screen, one.title(tongue), '1')}  {tongue.text(said)}"


FORMATS: dict[str, Callable[[Sequence[Row], str], str]] = {"json": as_json, "csv": as_csv, "markdown": markdown}


def hits(hits: Sequence[tuple[Row | Gathered, str]], more: int, near: str, screen: Screen, spoken: str = "en") -> str:
    """Search results: name, slug and status, and below them the words that were found, if not in the name.

    Of a group, how many platforms it has and how to see them; `near` is what was asked for, if that is nobody's.
    """
    tongue = language(spoken)
    lines = [tongue.text(message("hits-near", asked=near))] if near else []
    for one, why in hits:
        if isinstance(one, Gathered):
            lines.append(_group(one, screen, tongue))
            continue
        mark = terminal.paint(screen, one.status.mark, terminal.STATUS_STYLES[one.status.id])
        lines.append(f"{mark} {terminal.paint(screen, one.name, '1')}  {one.slug}  {one.status.label}")
        found = re.sub(r"\s*\[[a-z0-9-]+\]", "", why)
        if found.casefold() not in ("", one.name.casefold(), one.slug):
            lines.append(f"    {_cut(found, screen.width - 4)}")
    if more:
        lines.append(tongue.text(message("hits-more", count=more)))
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)
