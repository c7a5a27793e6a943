"""Which entries of a catalog have changed, by their text alone."""

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter

from optout.source.entries import WrittenEntry, walk

_START = attrgetter("start")


@dataclass(frozen=True)
class Changed:
    """The lines of the entries that are new or differ, and their slugs; `before` is the text that they were in."""

    lines: tuple[range, ...]
    slugs: tuple[str, ...]
    before: bytes = b""

    @property
    def entries(self) -> int:
        """How many entries these are."""
        return len(self.slugs)

    def __contains__(self, line: object) -> bool:
        number = bisect_right(self.lines, line, key=_START) - 1 if isinstance(line, int) else -1
        return number >= 0 and line in self.lines[number]


def changed(old: bytes | None, new: bytes) -> Changed:
    """The entries of `new` that are not in `old`, letter by letter; all of them if there was no `old`.

    Comments and blank lines between entries, where an entry stands and how its lines end do not count.
    """
    before = {_digest(entry) for entry in walk(old or b"")}
    differing = [(entry.slug, entry.lines) for entry in walk(new) if _digest(entry) not in before]
    return Changed(tuple(lines for _, lines in differing), tuple(slug for slug, _ in differing if slug), old or b"")


def _digest(entry: WrittenEntry) -> bytes:
    return blake2b(entry.body.replace(b"\r\n", b"\n").rstrip(b"\n"), digest_size=16).digest()
