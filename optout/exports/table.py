"""Tables: comma, semicolon or tab between the columns, which the first line names."""

import csv
import json
import re
from collections.abc import Iterator, Sequence

from optout.errors import OptoutError
from optout.exports.login import Item, Login, Passed
from optout.exports.names import ADDRESSES, SAME, TABLES, TITLES, Spreadsheet
from optout.exports.source import Stream

_SIGNS = ",;\t"
_LONGEST = 2**22  # characters of a field: a note
# Several addresses in one field stand behind commas; an address may have a comma of its own.
_BETWEEN = re.compile(r"[,\n]\s*(?=[a-zA-Z][\w+.-]*://)|[,\n]\s+")
_PLAIN = re.compile(r"[^/?\s]+(?:,[^/?\s]+)+")
_ENPASS = {"url", "website", "username", "password", "e-mail", "email"}


def known(source: Stream, named: str = "") -> Spreadsheet | None:
    """The table that a source is by its first line; `named` says whose it is to be."""
    columns = _first(source, 1)[0]
    for table in TABLES:
        if table.columns <= set(columns) and (not named or table.name == SAME.get(named, named)):
            return table
    return None


def other(source: Stream) -> Spreadsheet | None:
    """A table of nobody we know, with a column that is called as addresses are."""
    columns = _first(source, 1)[0]
    address = next((one for one in ADDRESSES if one in columns), "")
    if not address or len(columns) < 2:
        return None
    return Spreadsheet("csv", frozenset(), (address,), next((one for one in TITLES if one in columns), ""))


def is_enpass(source: Stream) -> bool:
    """Whether it is a table without names: in each row a title, then label and value in turn."""
    rows = [row for row in _first(source, 3) if len(row) > 2]
    labels = [{one.lstrip("*") for one in row[1::2]} & _ENPASS for row in rows]
    if len(rows) > 1:
        return all(len(found) > 1 for found in labels[:2])
    return bool(labels) and len(labels[0]) > 1 and any("." in value for value in rows[0][2::2])


def logins(source: Stream, table: Spreadsheet) -> Iterator[Item]:
    """The rows of a table."""
    rows = _rows(source)
    _, header = next(rows)
    columns = [one.strip().lower() for one in header or ()]
    at = [columns.index(name) for name in table.addresses if name in columns]
    title = columns.index(table.title) if table.title in columns else -1
    kind = columns.index(table.kind) if table.kind in columns else -1
    for line, row in rows:
        if row is None or not (len(row) == len(columns) or (table.ragged and len(row) > len(columns))):
            yield Passed(line, "damaged", source.file)
        elif kind >= 0 and row[kind].strip().lower() not in ("", *table.logins):
            yield Passed(line, "note", source.file)
        else:
            addresses = tuple(one for place in at for one in split(row[place]))
            yield made(line, addresses, row[title] if title >= 0 else "", source.file)


def enpass(source: Stream) -> Iterator[Item]:
    """The rows of a table without names; cards, notes and the like have no address."""
    for line, row in _rows(source):
        if row is None:
            yield Passed(line, "damaged", source.file)
        elif row[0].strip().lower() == "title" and len(row) < 3:
            continue
        else:
            pairs = zip(row[1::2], row[2::2], strict=False)
            addresses = tuple(
                one
                for label, value in pairs
                if label.strip().lower().lstrip("*") in ("url", "website")
                for one in split(value)
            )
            yield made(line, addresses, row[0], source.file)


def made(place: int, addresses: tuple[str, ...], title: str, file: str) -> Item:
    """A login, if it has anything by which it can be known."""
    if not addresses and not title.strip():
        return Passed(place, "empty", file)
    return Login(place, addresses, title.strip(), file)


def split(field: str) -> Sequence[str]:
    """The addresses in one field: one, several behind commas, or a list as JSON has it."""
    field = field.strip()
    if field.startswith("["):
        try:
            found = json.loads(field)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return [one.strip() for one in found if isinstance(one, str) and one.strip()]
    parts = field.split(",") if _PLAIN.fullmatch(field) else _BETWEEN.split(field)
    return [part.strip() for part in parts if part.strip()]


def _first(source: Stream, number: int) -> list[list[str]]:
    """The first rows in lower case, as far as they are rows of a table; always one."""
    start = source.start()
    lines = start.splitlines(keepends=True)
    found: list[list[str]] = []
    try:
        for row in csv.reader(lines[1:] if _says_sign(start) else lines, delimiter=_sign(start), strict=True):
            found += [[one.strip().lower() for one in row]] if row else []
            if len(found) == number:
                break
    except csv.Error:
        pass
    return found or [[]]


def _says_sign(start: str) -> bool:
    return re.match(r"sep=.\r?\n", start) is not None


def _sign(start: str) -> str:
    """What stands between the columns, by the first line; Excel says it in a line of its own."""
    if _says_sign(start):
        return start[4]
    line = re.sub(r'"[^"]*"', "", start.split("\n", 1)[0])
    return max(_SIGNS, key=line.count)


def _rows(source: Stream) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with the line on which it begins; None for one that is damaged, so that the others can be read."""
    start = source.start()
    csv.field_size_limit(_LONGEST)
    with source.text() as text:
        skipped = 0
        if _says_sign(start):
            skipped = len(text.readline()) and 1
        rows = csv.reader(text, delimiter=_sign(start), strict=True)
        while True:
            line = skipped + rows.line_num + 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except OptoutError:
                raise
            except (csv.Error, ValueError):
                yield line, None
                continue
            if row:
                if line == 1:
                    row[0] = row[0].lstrip("\ufeff")
                yield line, row
            del row
