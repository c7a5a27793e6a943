"""Writing files whole or not at all."""

import os
from pathlib import Path
from threading import Thread

import pytest

from optout.errors import OptoutError
from optout.files import write_file
from tests.conftest import EXAMPLE, Run


def test_what_is_no_file_stays_what_it_is(run: Run, tmp_path: Path) -> None:
    """A pipe gets the text; putting a file in the place of /dev/null would break the whole machine."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run("check", EXAMPLE, "--today", "2026-11-22", "--format", "json", "-o", pipe).code == 0
    reader.join(10)
    assert pipe.is_fifo()
    assert got[0].startswith("{")


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is written, with the permissions that it had."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_nothing_is_left_behind_where_it_cannot_be_written(tmp_path: Path) -> None:
    """A folder in the place is named, and no temporary file stays beside it."""
    (tmp_path / "there").mkdir()
    with pytest.raises(OptoutError, match="there cannot be written"):
        write_file(tmp_path / "there", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
