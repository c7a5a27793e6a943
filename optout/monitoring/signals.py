"""What `optout evidence` and `optout links` have found out earlier, read from where they keep it.

Only reads, and asks nobody: whoever has not run them simply knows less.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from optout.errors import OptoutError
from optout.files import cache_folder
from optout.model import Date
from optout.web.results import default_path, owner_of, record_of

_COMMANDS = ("evidence", "links")

Kind = Literal["gone", "changed", "dead", "moved"]


class Signal(NamedTuple):
    """Something that became known of an address, on a day."""

    kind: Kind
    day: Date


def default_paths() -> tuple[Path, ...]:
    """Where the two commands keep their results if nobody says otherwise, as far as they were run.

    Nowhere where there is no cache folder: who only reads needs none.
    """
    if cache_folder() is None:
        return ()
    return tuple(path for path in map(default_path, _COMMANDS) if path.is_file())


def read(paths: Iterable[Path]) -> dict[str, tuple[Signal, ...]]:
    """What became known of each address.

    A page that changed says so once, in the record of that day, so all records count for that; whether a quote still
    stands or a page is still there is told by the last one.

    Raises:
        OptoutError: a file cannot be read, or holds no results of either command.
    """
    found: dict[str, dict[Kind, Signal]] = {}
    for path in paths:
        for address, day, values in _records(path):
            kept = found.setdefault(address, {})
            for kind in _passing(values):
                kept.pop(kind, None)
            for kind in _kinds(values):
                kept[kind] = Signal(kind, day)
    return {address: tuple(kept.values()) for address, kept in found.items() if kept}


def _records(path: Path) -> Iterator[tuple[str, Date, Mapping[str, Any]]]:
    """Address, day and values of every record; half a line at the end, of an interrupted run, is left out."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror}); name a file of results with --state") from error
    try:
        owner = owner_of(lines[0])
    except OptoutError as error:
        raise OptoutError(f"{path}: {error}") from error
    if owner not in _COMMANDS:
        raise OptoutError(f"{path} holds no results of optout evidence or optout links; name another with --state")
    for line in lines[1:]:
        record = record_of(line)
        if record and (day := _day(record.at)):
            yield record.address, day, record.values


def _day(at: str) -> Date | None:
    """The day of an ISO 8601 date and time."""
    try:
        day = date.fromisoformat(at[:10])
    except ValueError:
        return None
    return Date(day.year, day.month, day.day)


def _passing(values: Mapping[str, Any]) -> list[Kind]:
    """What this record tells anew, so that older ones no longer count. A page that was blocked tells nothing."""
    told: list[Kind] = ["dead"] if values.get("state") in ("alive", "moved") else []
    return [*told, "gone", "moved"] if values.get("quotes") else told


def _kinds(values: Mapping[str, Any]) -> Iterator[Kind]:
    if values.get("state") == "dead":
        yield "dead"
    quotes = values.get("quotes")
    fates = [fate[:1] for fate in quotes.values() if isinstance(fate, list)] if isinstance(quotes, dict) else []
    if ["gone"] in fates:
        yield "gone"
    elif ["moved a little"] in fates:
        yield "moved"
    training = values.get("training")
    change = training.get("change") if isinstance(training, dict) else None
    if isinstance(change, dict) and change.get("news") == "changed":
        yield "changed"
