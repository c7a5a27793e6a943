"""Which entries of a catalog have changed, by their text alone."""

from dataclasses import dataclass

from optout.source.entries import WrittenEntry, split


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
        return any(line in lines for lines in self.lines)


def changed(old: bytes | None, new: bytes) -> Changed:
    """The entries of `new` that are not in `old`, letter by letter; all of them if there was no `old`.

    Comments and blank lines between entries, where an entry stands and how its lines end do not count.
    """
    before = {_text(entry) for entry in split(old or b"").entries}
    differing = [entry for entry in split(new).entries if _text(entry) not in before]
    slugs = tuple(entry.slug for entry in differing if entry.slug)
    return Changed(tuple(entry.lines for entry in differing), slugs, old or b"")


def _text(entry: WrittenEntry) -> bytes:
    return entry.body.replace(b"\r\n", b"\n").rstrip(b"\n")
