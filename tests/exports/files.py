"""Exported files for tests: those under tests/cases/exports, of which folders are the contents of archives."""

import zipfile
from pathlib import Path

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
