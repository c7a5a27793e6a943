"""Making the files of a site, or letting those stay that are there and would be the same."""

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from optout.site import remembered, write
from optout.site.made import MadeFile
from optout.site.model import OwnFile, Picture, SiteFile
from optout.site.remembered import LeftFile, Memory
from optout.site.work import Work


class Staging:
    """The files of a site that is being built over another: made in the staged folder, or kept where they are.

    `paths` are those that were made, `kept` those that stay.
    """

    def __init__(self, work: Work, memory: Memory) -> None:
        self.work = work
        self.memory = memory
        self.paths: list[str] = []
        self.kept: list[str] = []
        self._standing = _standing(work.out)
        self._left = memory.files()
        self._now: dict[str, LeftFile] = {}

    def put(self, files: Iterable[SiteFile | OwnFile | Picture]) -> tuple[MadeFile, ...]:
        """Make files.

        Raises:
            OptoutError: one cannot be written.
        """
        made = []
        for file in files:
            self.paths += write.put([file], self.work)
            found = (self.work.staged / file.path).stat()
            left = LeftFile(_digest(file[1]), found.st_size, found.st_mtime_ns, 0)
            self._now[file.path] = left
            made.append(MadeFile(file.path, left.digest))
        return tuple(made)

    def keeps(self, files: Iterable[MadeFile]) -> bool:
        """Keep files that are there, if all are and they are these."""
        listed = tuple(files)
        if not all(map(self._stands, listed)):
            return False
        self.kept += [one.path for one in listed]
        return True

    def left(self) -> Mapping[str, LeftFile]:
        """How the files of the site are left; for when they are in their place."""
        now = remembered.now()
        return {path: one if one.seen else one._replace(seen=now) for path, one in self._now.items()}

    def _stands(self, file: MadeFile) -> bool:
        found, left = self._standing.get(file.path), self._left.get(file.path)
        if found is None:
            return False
        if left is None or not left.is_still(found):
            digest = _digest((self.work.out / file.path).read_bytes())
            left = LeftFile(digest, found.st_size, found.st_mtime_ns, remembered.now())
        self._now[file.path] = left
        return left.digest == file.digest


def _digest(content: str | bytes) -> str:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return blake2b(data, digest_size=16).hexdigest()


def _standing(out: Path) -> dict[str, os.stat_result]:
    """The files in a folder by their paths; no link is followed."""
    found: dict[str, os.stat_result] = {}
    _walk(os.fspath(out), "", found)
    return found


def _walk(folder: str, below: str, found: dict[str, os.stat_result]) -> None:
    try:
        listed = os.scandir(folder)
    except OSError:
        return
    with listed:
        for one in listed:
            if one.is_dir(follow_symlinks=False):
                _walk(one.path, f"{below}{one.name}/", found)
            elif one.is_file(follow_symlinks=False):
                found[f"{below}{one.name}"] = one.stat(follow_symlinks=False)
