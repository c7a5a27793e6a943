"""A file of derived data that is either what was written or nothing: sections and tables, each with a checksum.

The first lines say of which catalog it was made and where its sections are:

    optout index 1
    catalog SIZE DIGEST
    file DEVICE INODE CHANGED MODIFIED
    section NAME OFFSET LENGTH CHECKSUM
    end CHECKSUM

A table is cut into buckets of a few keys, so that a look-up decodes and checks two short pieces of a file of any size.
Plain text rather than pickle, marshal or SQLite: what is in a cache folder must not be able to run, a wrong bit must be
seen, and nothing but zlib is imported, which takes a tenth of the time of sqlite3. Typing and pathlib would
take more than all the rest of `optout show`, so this does without.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
from mmap import ACCESS_READ, mmap
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Data = bytes | mmap

FORMAT = b"optout index 1\n"
_MOST = 1 << 16  # bytes of the first lines
_PER_BUCKET = 8  # keys
_CODE = (".py", ".txt")
_INSTALLING = 600  # seconds
_PLACE = struct.Struct("<QII")  # of a bucket: offset, length, checksum


class Damaged(Exception):
    """The file is not what was written."""


class Made:
    """Of which catalog a store was made: its size and digest, and which file that was, if it is safe to go by that."""

    __slots__ = ("digest", "file", "size")

    def __init__(self, size: int, digest: str, file: tuple[int, ...] = ()) -> None:
        self.size = size
        self.digest = digest
        self.file = file

    def is_of(self, catalog: Data) -> bool:
        """Whether this is the catalog."""
        return self.size == len(catalog) and self.digest == digest(catalog)


def file_of(found: os.stat_result) -> tuple[int, ...]:
    """What tells which file it is and when it was changed last, see `Made`."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def digest(data: Data) -> str:
    """What tells one catalog from another."""
    try:
        from _blake2 import blake2b  # without the rest of hashlib, which takes as long as the digest itself
    except ImportError:
        from hashlib import blake2b
    return blake2b(data, digest_size=16).hexdigest()


def program(beside: str | os.PathLike[str] = "") -> str:
    """What tells one state of the program from another: the names and sizes of its modules and texts.

    With the path of what was made with it, empty if one of them was changed later than any installer takes. The modules
    are looked at once in a process, which has loaded them.
    """
    package = os.path.dirname(__file__)
    if package not in _programs:
        _programs[package] = _looked_at(package)
    found, newest = _programs[package]
    try:
        is_later = beside and newest > os.stat(beside).st_mtime + _INSTALLING
    except OSError:
        return ""
    return "" if is_later else found


def this_program() -> str:
    """The same for what only this very installation may use: its modules and when the newest was changed."""
    program()
    found, newest = _programs[os.path.dirname(__file__)]
    return f"{found} {newest}"


_programs: dict[str, tuple[str, float]] = {}


def _looked_at(package: str) -> tuple[str, float]:
    """The digest of the names and sizes, and when the newest was changed."""
    folders, found, newest = [package], [], 0.0
    for folder in folders:
        with os.scandir(folder) as files:
            for file in files:
                if file.name.endswith(_CODE):
                    told = file.stat()
                    newest = max(newest, told.st_mtime)
                    found.append(f"{file.path[len(package) + 1 :].replace(os.sep, '/')} {told.st_size}")
                elif file.name[0] != "_" and file.is_dir():
                    folders.append(file.path)
    return digest("\n".join(sorted(found)).encode()), newest


def opened(path: str | os.PathLike[str], is_own: bool = True) -> Store | None:
    """The store in a file; None if there is none, or it is another's, or somebody else may have written it."""
    try:
        # What is no file, such as a pipe, must not keep the program waiting.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or (is_own and sys.platform != "win32" and not _is_safe(found)):
                return None
            return Store(mmap(handle, 0, access=ACCESS_READ))
        finally:
            os.close(handle)
    except (OSError, ValueError, Damaged):  # an empty file cannot be mapped
        return None


def _is_safe(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def pack(made: Made, texts: Mapping[str, str], tables: Mapping[str, Mapping[str, Iterable[str]]]) -> bytes:
    """The bytes of a store with these texts and tables; the values of a table are words."""
    sections = {name: _encoded(text) for name, text in texts.items()}
    for name, table in tables.items():
        sections[f"{name}.places"], sections[name] = _buckets(table)
    return _with_head(made, sections)


class Store:
    """A store, of which each piece is checked when it is asked for.

    Raises:
        Damaged: it is none, or of another version.
    """

    def __init__(self, data: Data) -> None:
        self._data = data
        self.made, self._sections, self._body = _read_head(data)

    def packed(self, made: Made) -> bytes:
        """The bytes of the same store, made of another file with the same content."""
        pieces = {name: self._read(start, length) for name, (start, length, _) in self._sections.items()}
        return _with_head(made, pieces)

    def text(self, name: str) -> str:
        """A text.

        Raises:
            Damaged: it is not what was written.
        """
        start, length, check = self._section(name)
        return _checked(self._read(start, length), check)

    def get(self, name: str, key: str) -> Sequence[str]:
        """The words under a key of a table.

        Raises:
            Damaged: they are not what was written.
        """
        line = self.line(name, key)
        return line.split(" ") if line else ()

    def line(self, name: str, key: str) -> str:
        """What stands under a key of a table, as one text; empty if nothing does.

        Raises:
            Damaged: it is not what was written.
        """
        for line in self._bucket(name, crc32(_encoded(key)) % max(self._buckets(name), 1)):
            found, _, words = line.partition("\t")
            if found == key:
                return words
        return ""

    def every(self, name: str) -> dict[str, str]:
        """All of a table: what stands under each key, as one text.

        Raises:
            Damaged: it is not what was written.
        """
        lines = (line.partition("\t") for number in range(self._buckets(name)) for line in self._bucket(name, number))
        return {key: words for key, tab, words in lines if tab}

    def _buckets(self, name: str) -> int:
        return self._section(f"{name}.places")[1] // _PLACE.size

    def _bucket(self, name: str, number: int) -> list[str]:
        place = self._read(self._section(f"{name}.places")[0] + number * _PLACE.size, _PLACE.size)
        start, size, check = _PLACE.unpack(place)
        bucket = _checked(self._read(self._section(name)[0] + start, size), check)
        first, _, lines = bucket.partition("\n")
        if first != str(number):
            raise Damaged
        return lines.split("\n")

    def _section(self, name: str) -> tuple[int, int, int]:
        if name not in self._sections:
            raise Damaged
        return self._sections[name]

    def _read(self, start: int, length: int) -> bytes:
        data = self._data[self._body + start : self._body + start + length]
        if len(data) != length:
            raise Damaged
        return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _checked(data: bytes, check: int) -> str:
    if crc32(data) != check:
        raise Damaged
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise Damaged from error


def _buckets(table: Mapping[str, Iterable[str]]) -> tuple[bytes, bytes]:
    count = 1 + len(table) // _PER_BUCKET
    lines: list[list[str]] = [[str(number)] for number in range(count)]
    for key, words in sorted(table.items()):
        lines[crc32(_encoded(key)) % count].append(f"{key}\t{' '.join(words)}")
    places, start = [], 0
    buckets = [_encoded("\n".join(bucket)) for bucket in lines]
    for bucket in buckets:
        places.append(_PLACE.pack(start, len(bucket), crc32(bucket)))
        start += len(bucket)
    return b"".join(places), b"".join(buckets)


def _with_head(made: Made, sections: Mapping[str, bytes]) -> bytes:
    lines = [f"catalog {made.size} {made.digest}"]
    if made.file:
        lines.append(f"file {' '.join(map(str, made.file))}")
    start = 0
    for name, data in sections.items():
        lines.append(f"section {name} {start} {len(data)} {crc32(data)}")
        start += len(data)
    head = FORMAT + "".join(f"{line}\n" for line in lines).encode()
    return b"".join((head, b"end %d\n" % crc32(head), *sections.values()))


def _read_head(whole: Data) -> tuple[Made, dict[str, tuple[int, int, int]], int]:
    """Of what it was made, where its sections are, and where the first lines end."""
    data = whole[:_MOST]
    end = data.find(b"\nend ") + 1
    last = data[end : data.find(b"\n", end)]
    if not data.startswith(FORMAT) or not end or last != b"end %d" % crc32(data[:end]):
        raise Damaged
    try:
        words = [line.split() for line in data[len(FORMAT) : end].decode("ascii").splitlines()]
        size, digest = int(words[0][1]), words[0][2]
        file = tuple(int(word) for line in words if line[0] == "file" for word in line[1:])
        sections = {line[1]: (int(line[2]), int(line[3]), int(line[4])) for line in words if line[0] == "section"}
    except (ValueError, IndexError) as error:
        raise Damaged from error
    return Made(size, digest, file), sections, end + len(last) + 1
