"""What has been made of a part of the site: enough to know whether the files that are there are those."""

from hashlib import blake2b
from typing import NamedTuple

from optout.site.model import Card
from optout.source.split import Data, pieces


class MadeFile(NamedTuple):
    """A file of the site by its path, and the digest of what is in it."""

    path: str
    digest: str


class ShownOf(NamedTuple):
    """Digests of what is shown of a platform beside its guide: in lists; by the overview and the page of changes; by
    what tells programs and scripts its names; by the words under which a search finds it.
    """

    listed: str
    looked_back: str
    called: str
    words: str


class MadeGuide(NamedTuple):
    """The files of a platform, its card, and what others show of it."""

    card: Card
    shown: ShownOf
    files: tuple[MadeFile, ...]


class MadeSite(NamedTuple):
    """What came of a build: how many guides, and which have no picture for want of which letters."""

    guides: int
    unpictured: tuple[tuple[str, str], ...]


def digest(*parts: str | Data) -> str:
    """What tells these texts from all others; a file that is mapped into memory is not copied."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d\n" % len(data))
        for piece in pieces(data):
            found.update(piece)
    return found.hexdigest()
