"""Exported files for tests: those under tests/cases/exports, of which folders are the contents of archives."""

import io
import re
import zipfile
from pathlib import Path
from struct import pack
from typing import NamedTuple

import pytest

from optout.exports.source import LARGEST
from tests.conftest import CASES

FILES = CASES / "exports"


def file(name: str, folder: Path) -> Path:
    """The file of a name; an archive is put together in `folder` first."""
    there = FILES / name
    if there.is_file():
        return there
    made = folder / name
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(there.rglob("*")):
            if one.is_file():
                archive.write(one, one.relative_to(there))
    return made


class Archive(NamedTuple):
    """An archive that is none of anybody's making: what the terminal says of it, and what the site calls that."""

    data: bytes
    said: str
    wrong: str


_TABLE = b"name,url,username,password\nA,https://github.com,u,canary\n"


def hostile() -> dict[str, Archive]:
    """Archives that lie, are locked, or hold more than anybody's export; and by `""` one that is only written oddly."""
    damaged = "is a damaged or unfinished archive"
    zeros = bytes(LARGEST)
    many = {f"{number}.csv": _TABLE for number in range(401)}
    huge = {f"{number}.json": b"{}" for number in range(5)}
    return {
        "cut off": Archive(_zipped({"a.csv": _TABLE * 9})[:-60], damaged, "damaged"),
        "cut in its directory": Archive(_zipped({"a.csv": _TABLE})[:120], damaged, "damaged"),
        "not what its sum says": Archive(_patched({"a.csv": _TABLE}, 16, b"1234"), damaged, "damaged"),
        "more than it says": Archive(_patched({"a.csv": zeros}, 24, pack("<I", 5000)), damaged, "damaged"),
        "larger than any export": Archive(_zipped({"a.csv": zeros + b"x"}), "no format that optout knows", "unknown"),
        "much together": Archive(_patched(huge, 24, pack("<I", LARGEST)), "holds more than 256 MiB", "archive"),
        "many files": Archive(_zipped(many), "holds 401 files; unpack it", "archive"),
        "a password": Archive(_patched({"a.csv": _TABLE}, 8, pack("<H", 1)), "locked with a password", "archive"),
        "encrypted inside": Archive(_zipped({"data.pgp": b"-----BEGIN PGP"}), "is encrypted", "locked"),
        "nothing": Archive(_zipped({}), "no format that optout knows", "unknown"),
        "attached only": Archive(_zipped({"files/a.csv": _TABLE}), "no format that optout knows", "unknown"),
        "": Archive(_wide({"a.csv": _TABLE}), "", ""),
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def _patched(files: dict[str, bytes], field: int, value: bytes) -> bytes:
    """An archive with another value in this field of each entry of its directory."""
    data = _zipped(files)
    return re.sub(rb"PK\x01\x02.{42}", lambda found: _put(found[0], field, value), data, flags=re.DOTALL)


def _put(entry: bytes, field: int, value: bytes) -> bytes:
    return entry[:field] + value + entry[field + len(value) :]


def _wide(files: dict[str, bytes]) -> bytes:
    """An archive whose sizes and places stand in the fields for large ones."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(zipfile, "ZIP64_LIMIT", 10)
        return _zipped(files)
