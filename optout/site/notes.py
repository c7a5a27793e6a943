"""What a run is about to change, noted where the next one finds it if this one is killed."""

import json
import os
from typing import NamedTuple

from optout.errors import OptoutError
from optout.site import place
from optout.site.placed import write
from optout.site.work import Work

# Notes in the folder beside, each naming the files of a change: what is left to do if the run that wrote it is gone.
SWAP = "swap.json"  # the folders are about to change places, or have done so once
SWAPPED = "swapped.json"  # they have changed back
FORWARD = "forward.json"  # files are moved to their place one by one
BACK = "back.json"  # and something went wrong with that: they are moved back
NOTES = (SWAP, SWAPPED, FORWARD, BACK)


class SiteChange(NamedTuple):
    """What a run changes: files to replace or add, files to take away, and the number of the folder `out`."""

    written: tuple[str, ...]
    gone: tuple[str, ...]
    folder: int


def note(change: SiteChange, work: Work, name: str) -> None:
    """Write a note that is there whole or not at all."""
    write(work.folder / "note", json.dumps(change._asdict()))
    os.rename(work.folder / "note", work.folder / name)


def read_note(work: Work, name: str) -> SiteChange:
    """What a note says.

    Raises:
        OptoutError: it cannot be read.
    """
    try:
        said = json.loads((work.folder / name).read_text(encoding="utf-8"))
        written, gone = tuple(said["written"]), tuple(said["gone"])
        if not all(map(place.is_made_path, (*written, *gone))):
            raise ValueError("a path that leads elsewhere")
        return SiteChange(written, gone, int(said["folder"]))
    except (ValueError, KeyError, TypeError) as error:
        raise OptoutError(f"{work.folder / name} cannot be read; remove {work.folder}, and build again") from error
