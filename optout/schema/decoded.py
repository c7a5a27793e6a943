"""What reading an entry gives."""

from typing import NamedTuple

from optout.model import Platform, Stub
from optout.problem import Path, Place, Problem


class Decoded(NamedTuple):
    """What one entry says: the platform or stub if it could be read, where each field stands, what is wrong.

    `places` are empty where nobody counted the lines before the entry; see `Catalog.get`.
    """

    slug: str
    entry: Platform | Stub | None
    places: dict[Path, Place]
    problems: tuple[Problem, ...]
