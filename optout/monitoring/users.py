"""How many people use a platform, from a file of somebody who knows: CSV with the columns slug, users, source."""

import csv
from collections.abc import Container
from pathlib import Path

from optout.errors import OptoutError
from optout.monitoring.stale import Users

_COLUMNS = ["slug", "users", "source"]


def read(path: Path, slugs: Container[str]) -> dict[str, Users]:
    """The numbers in the file `path`, by slug. A number without its source is none; `slugs` are those of the catalog.

    Raises:
        OptoutError: the file cannot be read, or a line of it makes no sense.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror}); name a CSV file with --users") from error
    except UnicodeDecodeError as error:
        raise OptoutError(f"{path} is not UTF-8 text; save it as CSV in UTF-8") from error
    reader = csv.reader(text.splitlines())
    if next(reader, None) != _COLUMNS:
        raise OptoutError(f"{path}:1: the first line is not the heading; begin the file with {','.join(_COLUMNS)}")
    found: dict[str, Users] = {}
    for row in reader:
        where = f"{path}:{reader.line_num}"
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) != len(_COLUMNS) or not cells[2]:
            raise OptoutError(f"{where}: this line has not all of {', '.join(_COLUMNS)}; say who gives the number")
        slug, number, source = cells
        if slug not in slugs:
            raise OptoutError(f"{where}: there is no entry `{slug}` in the catalog; `optout list` shows them all")
        if slug in found:
            raise OptoutError(f"{where}: `{slug}` stands here a second time; keep the number that holds")
        if not (number.isascii() and number.isdecimal()):
            raise OptoutError(f"{where}: `{number}` is no number of users; write digits only, such as 1200000")
        found[slug] = Users(int(number), source)
    return found
