"""The one edge where a catalog that may be changed comes in: a file, or standard input, which is called `-`."""

import sys
from pathlib import Path

from optout.catalog.locate import shown
from optout.errors import OptoutError
from optout.files import refuse_no_file

STDIN = Path("-")


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
    data = read(path, kind)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        where = f"{name(path)}:{line}:{column}"
        raise OptoutError(
            f"{where}: these bytes are not UTF-8 text; save the file as UTF-8, nothing was changed"
        ) from error
