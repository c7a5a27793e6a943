"""When the archived terms of platforms last said something new on training, from what `optout terms` has written."""

import json
from pathlib import Path

from optout.errors import OptoutError
from optout.files import refuse_no_file
from optout.model import Date


def newest(path: Path) -> dict[str, Date]:
    """By slug, the day of the newest change in the file that `optout terms --changed --format json` wrote.

    Raises:
        OptoutError: it cannot be read, or is not such a file.
    """
    refuse_no_file(path, "what optout terms wrote")
    found: dict[str, Date] = {}
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if said["version"] != 1:
            raise ValueError("another version")
        for change in said["changes"]:
            year, month, day = map(int, change["date"].split("-"))
            for entry in change["entries"]:
                found[str(entry["slug"])] = max(Date(year, month, day), found.get(entry["slug"], Date(0)))
    except OSError as error:
        raise OptoutError(f"{path}: the changes of terms cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OptoutError(
            f"{path} is no list of changed terms; write one with `optout terms --changed --format json -o {path.name}`"
        ) from error
    return found
