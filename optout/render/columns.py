"""Platforms in columns as wide as the widest, laid out once the screen is known. Imports nothing, like `laid`."""

from __future__ import annotations

from optout.render.laid import MAX_WIDTH, MIN_WIDTH, is_narrow, lay, paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from optout.render.laid import Width

    # What a line says of a platform: how its status looks, its mark, its name, slug, status and company.
    Cells = tuple[str, str, str, str, str, str]
    # How wide name and slug are together, the slug, the status and the company; 0 for what has no room.
    Columns = tuple[int, int, int, int]

_GAP, _STATUS, _COMPANY = 2, 38, 22
_LEAST = 30  # columns that a name and a slug need beside a status
_FIELD, _HEADING, _SAID = "\x02", "h", "s"


def heading(text: str) -> str:
    """A heading of a table that is laid out late."""
    return f"{_HEADING}{_FIELD}{text}"


def said(text: str) -> str:
    """A line that stands as it is."""
    return f"{_SAID}{_FIELD}{text}"


def cells(row: Cells) -> str:
    """A platform of such a table."""
    return _FIELD.join(row)


def table(marked: Sequence[str], room: int, colour: bool) -> str:
    """The table that marked lines come to."""
    lines = [tuple(line.split(_FIELD)) for line in marked]
    rows = [(one[0], one[1], one[2], one[3], one[4], one[5]) for one in lines if len(one) == 6]
    width = widths(rows)
    columns = fitted(rows, room, width)
    told = []
    for kind, text, *others in lines:
        if others:
            told.append(line((kind, text, others[0], others[1], others[2], others[3]), columns, colour, width))
        else:
            told += ["", paint(text, "1", "", colour)] if kind == _HEADING else [text]
    return "\n".join(told).strip("\n") + "\n"


def overview(marked: Sequence[str], room: int, colour: bool, links: bool) -> str:
    """Platforms of a company, without it, among lines of marked text."""
    lines = [tuple(line.split(_FIELD)) for line in marked]
    rows = [(one[0], one[1], one[2], one[3], one[4], one[5]) for one in lines if len(one) == 6]
    width = widths(rows)
    columns = (*fitted(rows, room, width)[:3], 0)
    wide = max(MIN_WIDTH, min(room, MAX_WIDTH))
    told = [
        line((one[0], one[1], one[2], one[3], one[4], one[5]), columns, colour, width)
        if len(one) == 6
        else lay(_FIELD.join(one), wide, colour, links)
        for one in lines
    ]
    return "\n".join(told) + "\n"


def hits(marked: Iterable[Sequence[str]], room: int, colour: bool) -> str:
    """Search results: of a platform mark, name, slug and status, and below them the words that were found; each line
    is a platform's look, mark, name, slug, status and words, a group's title and what is said of it, or one as it is.
    """
    told = []
    for one in marked:
        if len(one) == 1:
            told.append(one[0])
        elif len(one) == 2:
            told.append(f"› {paint(one[0], '1', '', colour)}  {one[1]}")
        else:
            style, mark, name, slug, status, found = one
            told.append(f"{paint(mark, style, '', colour)} {paint(name, '1', '', colour)}  {slug}  {status}")
            if found.casefold() not in ("", name.casefold(), slug):
                told.append(f"    {cut(found, room - 4, _measure(found))}")
    return "\n".join(told) + "\n"


def widths(rows: Iterable[Cells]) -> Width:
    """What measures the names and companies of these rows."""
    return _measure("".join(row[2] + row[5] for row in rows))


def _measure(text: str) -> Width:
    if is_narrow(text):
        return len
    from optout.render.wrap import width

    return width


def fitted(rows: Iterable[Cells], room: int, width: Width) -> Columns:
    """The columns of a table. Name and slug share theirs: a long slug takes more."""
    listed = list(rows)
    status = min(max((width(row[4]) for row in listed), default=0), _STATUS)
    name = max((width(row[2]) for row in listed), default=0)
    slug = max((len(row[3]) for row in listed), default=0)
    room -= 4
    if name + slug + 2 * _GAP + status <= room:
        company = _COMPANY if name + slug + 3 * _GAP + status + _COMPANY <= room else 0
        return name + _GAP + slug, slug, status, company
    both = room - _GAP - status
    if both < _LEAST:
        return min(name + _GAP + slug, room), min(slug, room // 2), 0, 0
    return both, (both - _GAP) // 2 - 1, status, 0


def line(row: Cells, columns: Columns, colour: bool, width: Width) -> str:
    """One row; neither slug nor name is cut: a name without room beside its slug stands on a line of its own."""
    style, mark, name, slug, status, company = row
    both, slugs, statuses, companies = columns
    over = width(name) + _GAP + len(slug) - both
    if 0 < over <= statuses - width(status):  # what follows stands further to the right then
        both, statuses = both + over, statuses - over
    slug = slug.ljust(min(slugs, max(both - _GAP - width(name), 0)))
    room = both - _GAP - len(slug)
    above = ""
    if width(name) > room:
        slug = slug.ljust(slugs)
        alone = both + (_GAP + statuses if statuses else 0)
        above, name, room = f"{cut(name, alone, width)}\n    ", "", both - _GAP - len(slug)
    shown = [above + name + " " * (room - width(name)), slug]
    if statuses:
        shown.append(status.ljust(statuses))
    if companies:
        shown.append(cut(company, companies, width))
    return f"  {paint(mark, style, '', colour)} {'  '.join(shown)}".rstrip()


def cut(text: str, room: int, width: Width) -> str:
    """The text, or as much of it as there is room for."""
    if width(text) <= room:
        return text
    while text and width(text) >= room:
        text = text[:-1]
    return f"{text.rstrip()}…"[:room]
