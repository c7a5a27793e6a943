"""A build of what the last one was made from, over what it made: there is nothing to do, and no entry is read."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from optout.catalog import Catalog
from optout.model import Date
from optout.project.config import Config
from optout.site import program, write
from optout.site.made import MadeFile, MadeSite, digest
from optout.site.model import OwnFile, OwnPage
from optout.site.remembered import Memory
from optout.site.staging import Staging


class Sources(NamedTuple):
    """All that a site is made from, as far as it is read before the entries; what came of it was `kept` under its key.

    `terms` is, by slug, the day on which archived terms last changed; None if the site does not follow them.
    """

    settings: Config
    catalog: Catalog
    terms: Mapping[str, Date] | None
    pages: tuple[OwnPage, ...]
    files: tuple[OwnFile, ...]

    @property
    def key(self) -> str:
        """A digest of them and of the program; empty where there is more: an older catalog to compare with."""
        if self.settings.since:
            return ""
        said = (self.settings, self.catalog.file, self.terms, self.pages, os.environ.get("SOURCE_DATE_EPOCH"))
        own = (part for file in self.files for part in file)
        code = program.code(self.settings.templates)
        return digest("site", code, repr(said), *self.catalog.texts, *own)


def whole(
    out: Path, key: str, memory: Memory, wait: Callable[[], None]
) -> tuple[MadeSite, write.SiteDifference] | None:
    """What was built of these sources, if the folder `out` still holds that and nothing but that; else None."""
    found = memory.recall(key) if key else None
    if not isinstance(found, MadeSite) or not out.is_dir():
        return None
    with write.working(out, wait) as work:
        left = memory.files()
        if {*left} != {*write.listed(work.out)}:
            return None
        staging = Staging(work, memory)
        if not staging.keeps(MadeFile(path, one.digest) for path, one in left.items()):
            return None
        memory.leave(staging.left())
        return found, write.SiteDifference(0, 0, len(left), 0)
