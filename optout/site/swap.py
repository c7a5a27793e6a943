"""The new folder changes places with the old one, which is brought up to date and changes back."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from optout.site import place
from optout.site.exchange import exchange
from optout.site.notes import SWAP, SWAPPED, SiteChange, note
from optout.site.placed import alike, elsewhere, replace, room, take_away
from optout.site.work import Work


def swap(change: SiteChange, mine: set[str], work: Work) -> bool:
    """Let the staged folder and `out` change places, twice; False, and nothing changed, if this system cannot."""
    if work.folder.parent == work.out or sys.platform == "win32":
        return False
    note(change, work, SWAP)
    try:
        _link_others(mine, work.out, work.staged)
        _like(work.out, work.staged)
        exchange(work.out, work.staged)
    except OSError:
        os.unlink(work.folder / SWAP)
        return False
    settle(change, work)
    return True


def _link_others(mine: set[str], source: Path, target: Path, below: str = "") -> None:
    """Let the folder `target` have what is not `mine` in `source`, what others put there and what stays as it is: the
    same files, by hard links; links stay links.
    """
    device = source.stat().st_dev
    with os.scandir(source) as found:
        for one in found:
            path = f"{below}{one.name}"
            if one.is_dir(follow_symlinks=False):
                if one.stat(follow_symlinks=False).st_dev != device:  # a volume, which would go away with its folder
                    raise elsewhere(one.path)
                made = target / one.name
                if not made.is_dir():
                    made.mkdir()
                    _like(Path(one.path), made)
                _link_others(mine, Path(one.path), made, f"{path}/")
            elif path not in mine:
                os.link(one.path, target / one.name, follow_symlinks=False)


def _like(source: Path, target: Path) -> None:
    """Give a folder the rights that another has, and its owner where this user may."""
    found = source.stat()
    with suppress(PermissionError):
        os.chown(target, found.st_uid, found.st_gid)
    target.chmod(stat.S_IMODE(found.st_mode))


def settle(change: SiteChange, work: Work) -> None:
    """After the folders changed places: bring the old one up to date, and let it return to where it was.

    If anything is in the way of that, the new one stays: it is whole.
    """
    with suppress(OSError):
        if work.staged.stat().st_ino == change.folder:
            _bring_up(change, work)
            exchange(work.out, work.staged)
            os.rename(work.folder / SWAP, work.folder / SWAPPED)
            rescue(change, work)
            return
    with suppress(OSError):
        (work.folder / SWAP).unlink(missing_ok=True)


def _bring_up(change: SiteChange, work: Work) -> None:
    """Make the old folder, now the staged one, hold the same files as the new one, now in its place."""
    for path in change.written:
        replace(room(work.staged, path), work.out / path, work)
    take_away(change.gone, work.staged)


def rescue(change: SiteChange, work: Work) -> None:
    """Keep what somebody wrote into the new folder in the moment in which it stood in the place of the old one."""
    if work.staged.is_dir() and not work.staged.is_symlink():
        ours = {*change.written, *change.gone}
        for folder, _, names in os.walk(work.staged):
            stands = os.path.join(work.out, os.path.relpath(folder, work.staged))
            for name in names:
                if _is_one(os.path.join(folder, name), os.path.join(stands, name)):
                    continue
                here = Path(folder, name)
                path = here.relative_to(work.staged).as_posix()
                there = place.at(work.out, path)
                if path not in ours and (there is None or there.st_ino != here.lstat().st_ino):
                    _keep(here, room(work.out, path), there)
    (work.folder / SWAPPED).unlink(missing_ok=True)


def _is_one(one: str, other: str) -> bool:
    """Whether one file stands at both paths, as do all that did not change."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def _keep(here: Path, there: Path, found: os.stat_result | None) -> None:
    """A page that did not change is in both folders, and written anew in one; everything else is somebody's."""
    if found is None or not alike(here, there):
        os.replace(here, there)
