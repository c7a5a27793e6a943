"""Which entries of a catalog have changed, by their text alone."""

from typing import NamedTuple

from optout.source.entries import WrittenEntry, split


class Changed(NamedTuple):
    """The lines of the entries that are new or differ, and how many entries these are."""

    lines: tuple[range, ...]
    entries: int

    def __contains__(self, line: object) -> bool:
        return any(line in lines for lines in self.lines)


def changed(old: bytes | None, new: bytes) -> Changed:
    """The entries of `new` that are not in `old`, letter by letter; all of them if there was no `old`.

    Comments and blank lines between entries, where an entry stands and how its lines end do not count.
    """
    before = {_text(entry) for entry in split(old or b"").entries}
    differing = [entry for entry in split(new).entries if _text(entry) not in before]
    return Changed(tuple(entry.lines for entry in differing), sum(bool(entry.slug) for entry in differing))


def _text(entry: WrittenEntry) -> bytes:
    return entry.body.replace(b"\r\n", b"\n").rstrip(b"\n")
