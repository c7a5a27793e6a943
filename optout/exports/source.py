"""Opening what is to be read: without changing it, without waiting for nobody, and never more of it than fits."""

import codecs
import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from optout.errors import OptoutError
from optout.files import refuse_no_file

LARGEST = 64 * 2**20  # bytes; the export of 10,000 logins has some two million
_HEAD = 2**16  # bytes by which a format is known

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Stream:
    """Bytes of a file, of what another program writes, or of a file in an archive; `head` are the first of them.

    `name` is what a sentence calls it, `file` its name in an archive; `is_whole` says that `head` is all of it.
    """

    def __init__(self, stream: BinaryIO, name: str, file: str = "") -> None:
        self.stream = stream
        self.name = name
        self.file = file
        self.head = stream.read(_HEAD)
        self.is_whole = len(self.head) < _HEAD

    def whole(self) -> BinaryIO:
        """All of it, from its first byte on.

        Raises:
            OptoutError: while it is read, if it is larger than anything that is read.
        """
        return io.BufferedReader(_Bounded(self.head, self.stream, self.name))

    def text(self) -> io.TextIOWrapper:
        """All of it as text, see `whole`; what is no text of its encoding is there as U+FFFD."""
        return io.TextIOWrapper(self.whole(), encoding(self.head), "replace", newline="")

    def start(self) -> str:
        """The text that `head` is."""
        return self.head.decode(encoding(self.head), "replace").lstrip("\ufeff")


class _Bounded(io.RawIOBase):
    """A stream of which the beginning was read already, and which ends with an error where it should have ended."""

    def __init__(self, head: bytes, rest: BinaryIO, name: str) -> None:
        self._head = head
        self._rest = rest
        self._name = name
        self._left = LARGEST

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Bytes of the beginning, then of the rest."""
        size = len(buffer)
        found, self._head = (self._head[:size], self._head[size:]) if self._head else (self._rest.read(size), b"")
        self._left -= len(found)
        if self._left < 0:
            raise OptoutError(f"{self._name} has more than {LARGEST // 2**20} MiB, which no list of logins has")
        buffer[: len(found)] = found
        return len(found)


def open_file(path: Path) -> BinaryIO:
    """A file for reading only.

    Raises:
        UsageProblem: it is a folder, a pipe that nobody opened for this, a socket or a device.
        OptoutError: it is not there, or not to be read.
    """
    refuse_no_file(path, "an exported file")
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return os.fdopen(handle, "rb")
        os.close(handle)
        return open(path, "rb")  # what a shell gives for <(command): wait for what it writes
    except OSError as error:
        raise OptoutError(f"{path} cannot be read: {(error.strerror or 'unknown error').lower()}") from None


def encoding(head: bytes) -> str:
    """The encoding of a text by its first bytes: by the mark of Unicode, else UTF-16 where every second byte is 0."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    pairs = head[:400]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(pairs) > 1 and pairs[start::2].count(0) * 4 > 3 * len(pairs[start::2]) and pairs[1 - start] != 0:
            return name
    return "utf-8"
