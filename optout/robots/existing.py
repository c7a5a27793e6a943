"""A marked block in somebody's own file: added or renewed, and every other byte left as it is."""

import re
from typing import Literal, NamedTuple

from optout.errors import OptoutError

BEGIN, END = "BEGIN optout robots", "END optout robots"
Where = Literal["start", "end"]

_MARK = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BEGINS = re.compile(rb"[ \t]*(?:#|<!--)[ \t]*%b\b" % BEGIN.encode())
_ENDS = re.compile(rb"[ \t]*(?:#|<!--)[ \t]*%b\b" % END.encode())


class _Marked(NamedTuple):
    """The lines of a marked block, from its first to after its last."""

    first: int
    after: int


def merged(old: bytes, block: str, where: Where, file: str) -> bytes:
    """The text `old` with `block` in it: in the place of the marked one, else at its start or end.

    `block` has its marks, and ends of lines as `\\n`; in the file they are as they are there.

    Raises:
        OptoutError: a mark stands without the other, there are several blocks, or the file is no UTF-8; with its line.
    """
    if old.startswith(_WIDE):
        raise OptoutError(f"{file}:1:1: the file is UTF-16, which no crawler reads; save it as UTF-8 first")
    mark = _MARK if old.startswith(_MARK) else b""
    lines = old[len(mark) :].splitlines(keepends=True)
    found = _find(lines, file)
    new = block.encode().replace(b"\n", b"\r\n" if _is_windows(lines) else b"\n")
    if found:
        if not lines[found.after - 1].endswith((b"\n", b"\r")):  # the file ends with the block
            new = new.rstrip(b"\r\n")
        return b"".join((mark, *lines[: found.first], new, *lines[found.after :]))
    rest = b"".join(lines)
    end = b"\r\n" if _is_windows(lines) else b"\n"
    if where == "start":
        return mark + new + (end + rest if rest else b"")
    if rest and not rest.endswith((b"\n", b"\r")):
        rest += end
    return mark + rest + (end if rest else b"") + new


def before(data: bytes, file: str) -> bytes:
    """What stands above the marked block; all of it where there is none.

    Raises:
        OptoutError: as for `merged`.
    """
    lines = data.splitlines(keepends=True)
    found = _find(lines, file)
    return b"".join(lines[: found.first]) if found else data


def has_block(data: bytes, file: str) -> bool:
    """Whether there is a marked block.

    Raises:
        OptoutError: as for `merged`.
    """
    return _find(data.splitlines(keepends=True), file) is not None


def _is_windows(lines: list[bytes]) -> bool:
    """Whether most lines end as they do on Windows."""
    return sum(one.endswith(b"\r\n") for one in lines) * 2 > len(lines)


def _find(lines: list[bytes], file: str) -> _Marked | None:
    begins = [at for at, line in enumerate(lines) if _BEGINS.match(line.removeprefix(_MARK))]
    ends = [at for at, line in enumerate(lines) if _ENDS.match(line)]
    if not begins and not ends:
        return None
    if len(begins) == len(ends) == 1 and begins[0] < ends[0]:
        return _Marked(begins[0], ends[0] + 1)
    line = (begins[1:] or ends[1:] or begins or ends)[0] + 1
    raise OptoutError(
        f"{file}:{line}:1: the marks of optout's block do not belong together; expected one line with `{BEGIN}` "
        f"and below it one with `{END}`: delete the others and run the command again"
    )
