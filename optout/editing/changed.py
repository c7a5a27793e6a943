"""Which entries of a catalog have changed, by their text alone."""

from typing import NamedTuple

from optout.source.split import Chunk, cut_all


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
    before = {_text(chunk) for chunk in cut_all(old or b"")}
    differing = [chunk for chunk in cut_all(new) if _text(chunk) not in before]
    lines = tuple(range(chunk.line, chunk.line + len(chunk.raw.splitlines())) for chunk in differing)
    return Changed(lines, sum(bool(chunk.slug) for chunk in differing))


def _text(chunk: Chunk) -> bytes:
    """The entry without what stands between it and the next, which the cut leaves at its end."""
    lines = chunk.raw.replace(b"\r\n", b"\n").split(b"\n")
    while lines and (not lines[-1].strip() or lines[-1].startswith(b"#")):
        lines.pop()
    return b"\n".join(lines)
