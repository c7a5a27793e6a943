"""What was found out, kept so that an interrupted run goes on where it ended.

A file of JSON lines: the first says whose it is, each further one is a record, and the last of an address counts. A
line is added in one write, so an interruption at any moment leaves a file that can be read, at worst with half a line
at its end, which is left out.
"""

import errno
import itertools
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from optout.errors import OptoutError, UsageProblem
from optout.files import cache_folder, write_file

VERSION = 1


class Record(NamedTuple):
    """One address: when it was asked (ISO 8601, UTC), and what came of it, as plain values."""

    address: str
    at: str
    values: Mapping[str, Any]


def owner_of(line: bytes) -> str:
    """The command whose results a file holds, by its first line; empty if it holds none that can be read here.

    Raises:
        OptoutError: a newer optout has written it.
    """
    found = _json(line)
    if not isinstance(found, dict) or not isinstance(found.get("optout"), str):
        return ""
    version = found.get("version")
    if isinstance(version, int) and version > VERSION:
        raise OptoutError("a newer optout has written these results; update this one")
    return found["optout"] if version == VERSION else ""


def default_path(name: str) -> Path:
    """Where results are kept if nobody says otherwise.

    Raises:
        UsageProblem: there is no such folder, or it is switched off.
    """
    folder = cache_folder()
    if folder is None:
        raise UsageProblem("there is no cache folder to keep the results in; name a file with --state FILE")
    return folder / f"{name}.jsonl"


class ResultStore:
    """The records of one command, `name`, in the file `path`; the newest of each address are in `records`.

    Older ones are dropped now and then, except those of which `is_lasting` says that they are news for longer.
    `is_sound` says whether the values of a record are what the command writes. A file of this command that a newer
    optout wrote, or that is damaged, is kept beside under another name; `notice` says so, in a sentence.

    Raises:
        UsageProblem: the file is a folder, or somebody else's.
        OptoutError: it cannot be read or written.
    """

    def __init__(
        self,
        path: Path,
        name: str,
        is_lasting: Callable[[Record], bool] = lambda record: False,
        is_sound: Callable[[Record], bool] = lambda record: True,
    ) -> None:
        self.path = path
        self.notice = ""
        self._head = json.dumps({"optout": name, "version": VERSION}) + "\n"
        self.records: dict[str, Record] = {}
        if path.is_dir():
            raise UsageProblem(f"{path} is a folder; name a file to keep the results in with --state FILE")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = path.read_bytes().split(b"\n") if path.exists() else []
        except OSError as error:
            raise OptoutError(
                f"{path}: the results cannot be kept here ({error.strerror}); name another file with --state FILE"
            ) from error
        if any(lines) and self._is_newer(lines[0], name):
            self._set_aside("was written by a newer optout")
            lines = []
        if any(lines) and lines[0] != self._head.rstrip().encode():
            raise UsageProblem(
                f"{path} is no file that `optout {name}` keeps results in; name another, or a new one, with --state"
            )
        whole = [record_of(line) for line in lines[1:-1] if line]
        if lines and (last := record_of(lines[-1])):  # else it is half a line, of an interruption
            whole.append(last)
        read = [record for record in whole if record and is_sound(record)]
        if len(read) < len(whole):
            self._set_aside(f"is damaged: {len(whole) - len(read)} of its {len(whole)} lines make no sense")
            lines = []
        self.records = {record.address: record for record in read}
        lasting = [record for record in read if self.records[record.address] is record or is_lasting(record)]
        if len(lines) < 2 or lines[-1] or len(read) > 2 * len(lasting):
            self._write(lasting)

    def _is_newer(self, line: bytes, name: str) -> bool:
        """Whether a newer optout wrote this file for the same command."""
        try:
            owner_of(line)
        except OptoutError:
            return bool(_json(line)["optout"] == name)
        return False

    def _set_aside(self, reason: str) -> None:
        """Keep the file under a name that is free, beside it."""
        names = (self.path.with_name(f"{self.path.name}.old{number or ''}") for number in itertools.count())
        kept = next(path for path in names if not path.exists())
        try:
            os.rename(self.path, kept)
        except OSError as error:
            raise OptoutError(
                f"{self.path} {reason}, and cannot be renamed ({error.strerror}); name another with --state FILE"
            ) from error
        self.notice = f"{self.path} {reason}; it is kept as {kept.name}"

    def at(self, address: str) -> str:
        """When an address was asked; empty if it was not."""
        record = self.records.get(address)
        return record.at if record else ""

    def add(self, record: Record) -> None:
        """Keep one more record.

        Raises:
            OptoutError: the file cannot be written.
        """
        self.records[record.address] = record
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            try:
                line = _line(record)
                if os.write(handle, line) < len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            finally:
                os.close(handle)
        except OSError as error:
            raise OptoutError(f"{self.path} cannot be written ({error.strerror}); what it held is kept") from error

    def _write(self, records: Iterable[Record]) -> None:
        """Write the file anew, without what was overtaken or cut off."""
        write_file(self.path, self._head + "".join(_line(record).decode() for record in records))


def _line(record: Record) -> bytes:
    return (json.dumps(record._asdict(), ensure_ascii=False) + "\n").encode("utf-8", "replace")


def record_of(line: bytes) -> Record | None:
    """The record on a line; None if it is none, as half a line."""
    try:
        record = Record(**_json(line))
    except TypeError:
        return None
    is_sound = isinstance(record.address, str) and isinstance(record.at, str) and isinstance(record.values, dict)
    return record if is_sound else None


def _json(line: bytes) -> Any:
    """What a line says; None if it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
