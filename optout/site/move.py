"""Files moved to their place one by one, and back again if anything goes wrong."""

import os
from contextlib import suppress
from pathlib import Path

from optout.errors import OptoutError
from optout.site import place
from optout.site.notes import BACK, FORWARD, SiteChange, note
from optout.site.placed import copy, elsewhere, replace, room, take_away
from optout.site.work import Work


def move(change: SiteChange, work: Work) -> None:
    """Move files to their place one by one; back again if anything goes wrong."""
    device = work.out.stat().st_dev
    for folder in sorted({above for path in (*change.written, *change.gone) for above in Path(path).parents}):
        with suppress(FileNotFoundError):
            if (work.out / folder).lstat().st_dev != device:
                raise elsewhere(work.out / folder)
    for path in (*change.written, *change.gone):
        if place.is_file(work.out, path):
            copy(work.out / path, work.folder / "old" / path)
    note(change, work, FORWARD)
    go_forward(change, work)


def go_forward(change: SiteChange, work: Work) -> None:
    """Move what is still staged; back again if that does not work.

    Raises:
        OptoutError: nor did moving back; the next run goes on.
        OSError: something cannot be moved; all is as it was.
    """
    try:
        for path in change.written:
            if place.is_file(work.staged, path):
                os.replace(work.staged / path, room(work.out, path))
        take_away(change.gone, work.out)
        os.unlink(work.folder / FORWARD)
    except OSError as error:
        try:
            os.rename(work.folder / FORWARD, work.folder / BACK)
            go_back(change, work)
        except OSError:
            message = f"{work.out} is half written ({error.strerror}); when that is mended, the next run finishes it"
            raise OptoutError(message) from error
        raise


def go_back(change: SiteChange, work: Work) -> None:
    """Put back what was there before."""
    old = work.folder / "old"
    for path in (*change.written, *change.gone):
        if place.is_file(old, path):
            replace(room(work.out, path), old / path, work)
        else:
            take_away([path], work.out)
    os.unlink(work.folder / BACK)
