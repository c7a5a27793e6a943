"""Lists of platforms: a table for the terminal, JSON, CSV, Markdown."""

import csv
import io
import re
from collections.abc import Callable, Sequence

from optout.guide.company import Overview
from optout.guide.overview import Row, counts, groups
from optout.guide.places import Gathered
from optout.messages import Language, Listed, Message, language, message
from optout.prose import Span, without_citations
from optout.render import columns, terminal
from optout.render.commonmark import words as escaped
from optout.render.laid import looked
from optout.render.screen import Screen
from optout.text import as_json as document
from optout.text import shown


def table(rows: Sequence[Row], screen: Screen, spoken: str = "en") -> str:
    """Rows under their categories, in columns as wide as the widest; narrow screens leave out the last ones."""
    whole = columns.table(marked(rows, spoken), screen.width, screen.colour)
    return whole if screen.unicode else terminal.to_ascii(whole)


def marked(rows: Sequence[Row], spoken: str = "en") -> list[str]:
    """The same as lines that are laid out once the screen is known, see `columns`."""
    lines = []
    for group in groups(rows, spoken):
        lines.append(columns.heading(f"{group.title} ({len(group.rows)})"))
        lines += [columns.cells(_cells(row)) for row in group.rows]
    return [*lines, *map(columns.said, ["", *_summary(rows, spoken)])]


def _cells(row: Row) -> "columns.Cells":
    style = terminal.STATUS_STYLES[row.status.id]
    return style, row.status.mark, row.name, row.slug, row.status.label, row.company


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
    whole = columns.overview(marked_company(found, spoken), screen.width, screen.colour, screen.links)
    return whole if screen.unicode else terminal.to_ascii(whole)


def marked_company(found: Overview, spoken: str = "en") -> list[str]:
    """The same as lines that are laid out once the screen is known, see `columns.overview`."""
    text = language(spoken).text
    number = message("platforms", count=len(found.rows) + found.more)
    lines = [looked(text(message("company-heading", name=found.name, platforms=number)), "1"), ""]
    lines += [columns.cells(_cells(row)) for row in found.rows]
    if found.more:
        lines.append(f"  {text(message('company-more', count=found.more, command=f'optout search {found.name}'))}")
    for shared in found.shared:
        said = text(message("company-shared", slugs=Listed(shared.slugs), name=shared.name))
        lines += ["", terminal.marked_paragraph((Span("text", said),), "", "  "), f"  {shared.address}"]
    return [*lines, "", text(message("company-begin", command=f"optout show {found.begin}"))]


FORMATS: dict[str, Callable[[Sequence[Row], str], str]] = {"json": as_json, "csv": as_csv, "markdown": markdown}


def hits(hits: Sequence[tuple[Row | Gathered, str]], more: int, near: str, screen: Screen, spoken: str = "en") -> str:
    """Search results: name, slug and status, and below them the words that were found, if not in the name.

    Of a group, how many platforms it has and how to see them; `near` is what was asked for, if that is nobody's.
    """
    whole = columns.hits(marked_hits(hits, more, near, spoken), screen.width, screen.colour)
    return whole if screen.unicode else terminal.to_ascii(whole)


def marked_hits(
    hits: Sequence[tuple[Row | Gathered, str]], more: int, near: str, spoken: str = "en"
) -> list[Sequence[str]]:
    """The same as lines that are laid out once the screen is known, see `columns.hits`."""
    tongue = language(spoken)
    lines: list[Sequence[str]] = [(tongue.text(near_by(near)),)] if near else []
    lines += [hit(one, why, tongue) for one, why in hits]
    return [*lines, (tongue.text(further(more)),)] if more else lines


def hit(of: Row | Gathered, why: str, tongue: Language) -> Sequence[str]:
    """One search result as a line of `columns.hits`."""
    if not isinstance(of, Gathered):
        return (*_cells(of)[:5], without_citations(why))
    look = f"show {of.name}" if of.kind == "company" else f"list --{of.kind} {of.id}"
    number = message("platforms", count=of.number)
    group = message("group", kind=message(f"hits-{of.kind}"), platforms=number)
    return of.title(tongue), tongue.text(message("hits-group", group=group, command=f"optout {look}"))


def near_by(asked: str) -> Message:
    """That what was asked for is nobody's, and something near it follows."""
    return message("hits-near", asked=asked)


def further(count: int) -> Message:
    """How many results there are besides those that are shown."""
    return message("hits-more", count=count)
