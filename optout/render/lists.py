"""Lists of platforms: a table for the terminal, JSON, CSV, Markdown."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence

from optout.catalog.search import Hit
from optout.guide.compose import status as overview_status
from optout.guide.overview import Row, counts, groups
from optout.guide.words import count
from optout.render import terminal
from optout.render.markdown import text as escaped
from optout.render.screen import Screen
from optout.render.wrap import width


def table(rows: Sequence[Row], screen: Screen) -> str:
    """Rows under their categories, in columns as wide as the widest; narrow screens leave out the last ones."""
    name_width = max((width(row.name) for row in rows), default=0)
    slug_width = max((len(row.slug) for row in rows), default=0)
    lines = []
    for group in groups(rows):
        heading = f"{group.title} ({len(group.rows)})"
        lines += ["", terminal.paint(screen, heading, "1")]
        for row in group.rows:
            mark = terminal.paint(screen, row.status.mark, terminal.STATUS_STYLES[row.status.id])
            cells = [row.name + " " * (name_width - width(row.name))]
            room = screen.width - name_width - 4
            for cell, columns in ((row.status.label, 38), (row.slug, slug_width), (row.company, 22)):
                if room < columns + 2:
                    break
                cells.append(f"{cell:<{columns}}")
                room -= columns + 2
            lines.append(f"  {mark} {'  '.join(cells)}".rstrip())
    lines += ["", *_summary(rows)]
    whole = "\n".join(lines).strip("\n") + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


def _summary(rows: Sequence[Row]) -> list[str]:
    total = count(len(rows), "platform")
    return [total, *(f"  {status.mark} {number:>3}  {status.label}" for status, number in counts(rows))]


def as_json(rows: Sequence[Row]) -> str:
    """`{"version": 1, "platforms": [...]}`, every field always there."""
    listed = [{**row._asdict(), "status": row.status.id, "status_label": row.status.label} for row in rows]
    return json.dumps({"version": 1, "platforms": listed}, indent=2, ensure_ascii=False) + "\n"


def as_csv(rows: Sequence[Row]) -> str:
    """RFC 4180 with a header line; lists within a cell are separated by spaces (domains) or semicolons (names)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["slug", "name", "company", "category", "status", "checked", "domains", "also"])
    for row in rows:
        cells = [row.slug, row.name, row.company, row.category, row.status.id, row.checked]
        writer.writerow([_cell(cell) for cell in (*cells, " ".join(row.domains), "; ".join(row.also))])
    return out.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def markdown(rows: Sequence[Row]) -> str:
    """A table for each category."""
    lines = []
    for group in groups(rows):
        lines += [f"## {escaped(group.title)}", "", "| Platform | Company | Status |", "| --- | --- | --- |"]
        lines += [f"| {escaped(row.name)} | {escaped(row.company)} | {row.status.label} |" for row in group.rows]
        lines.append("")
    return "\n".join(lines)


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {"json": as_json, "csv": as_csv, "markdown": markdown}


def hits(hits: Sequence[Hit], screen: Screen) -> str:
    """Search results: name, slug and status, and below them the words that were found, if not in the name."""
    lines = []
    for hit in hits:
        status = overview_status(hit.platform)
        mark = terminal.paint(screen, status.mark, terminal.STATUS_STYLES[status.id])
        name = terminal.paint(screen, hit.platform.name, "1")
        lines.append(f"{mark} {name}  {hit.platform.slug}  {status.label}")
        found = re.sub(r"\s*\[[a-z0-9-]+\]", "", hit.why)
        if found.casefold() not in (hit.platform.name.casefold(), hit.platform.slug):
            room = screen.width - 4
            lines.append(f"    {found if width(found) <= room else found[: room - 1] + '…'}")
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)
