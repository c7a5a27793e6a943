"""The one edge where a catalog that may be changed comes in: a file, or standard input, which is called `-`."""

import sys
from pathlib import Path

from optout.catalog.locate import shown
from optout.errors import OptoutError
from optout.files import refuse_no_file

STDIN = Path("-")
_BLOCK = 1 << 16  # bytes


def name(path: Path) -> str:
    """What problems and messages call it."""
    return "<stdin>" if path == STDIN else shown(path)


def read(path: Path, kind: str = "catalog") -> bytes:
    """What is in it; `kind` is what it should be.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read.
    """
    if path == STDIN:
        return sys.stdin.buffer.read() if sys.stdin else b""
    refuse_no_file(path, f"a {kind} file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise OptoutError(f"{path}: the {kind} cannot be read ({error.strerror}); name a {kind} file") from error


def text(path: Path, kind: str = "catalog") -> str:
    """What is in it, as text.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read, or is not UTF-8.
    """
    return encoded(path, kind).decode("utf-8")


def encoded(path: Path, kind: str = "catalog") -> bytes:
    """What is in it, of which is known that it is UTF-8: as text it may take four times the memory.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read, or is not UTF-8.
    """
    data = read(path, kind)
    if (wrong := _not_text(data)) is not None:
        begins = data.rfind(b"\n", 0, wrong) + 1
        line, column = data.count(b"\n", 0, wrong) + 1, len(data[begins:wrong].decode("utf-8")) + 1
        where = f"{name(path)}:{line}:{column}"
        raise OptoutError(f"{where}: these bytes are not UTF-8 text; save the file as UTF-8, nothing was changed")
    return data


def _not_text(data: bytes) -> int | None:
    """Where the first bytes are that are not UTF-8; looked for block by block, each of whole lines."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _BLOCK) + 1 or len(data)
        try:
            data[start:end].decode("utf-8")
        except UnicodeDecodeError as error:
            return start + error.start
        start = end
    return None
