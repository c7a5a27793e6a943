"""What reading an entry gives."""

from typing import NamedTuple

from optout.model import Platform, Stub
from optout.problem import Path, Place, Problem


class Legible(NamedTuple):
    """What could be read of an entry with problems, for the rules: never to be shown.

    In the place of what could not be read, at the paths `doubtful`, stands something else. `kept` leads from the path
    of a list of which items were left out to the positions, in the file, of the others.
    """

    platform: Platform
    doubtful: frozenset[Path]
    kept: dict[Path, tuple[int, ...]]

    def written(self, path: Path) -> Path:
        """Where something of the platform stands in the file."""
        found: Path = ()
        for part in path:
            found = (*found, self.kept[found][part] if isinstance(part, int) and found in self.kept else part)
        return found

    def is_doubtful(self, path: Path) -> bool:
        """Whether what stands at a path of the file could not be read, or something in it or around it."""
        ends = range(1, len(path) + 1)
        within = any(one[: len(path)] == path for one in self.doubtful)
        return within or any(path[:end] in self.doubtful for end in ends)


class Decoded(NamedTuple):
    """What one entry says: the platform or stub if it could be read, where each field stands, what is wrong.

    `places` are empty where nobody counted the lines before the entry; see `Catalog.get`. `legible` is what could be
    read of a platform that has problems.
    """

    slug: str
    entry: Platform | Stub | None
    places: dict[Path, Place]
    problems: tuple[Problem, ...]
    legible: Legible | None = None
