"""A catalog is whole whenever a command is killed that changes it; `python -m tests.kills edit` tries more often."""

import re
import subprocess
import sys
from pathlib import Path


def test_a_killed_command_leaves_the_old_or_the_new_catalog() -> None:
    """Two kills of each: `format`, `check --fix`, `new`. What a kill leaves beside a file, the next run removes."""
    command = [sys.executable, "-m", "tests.kills", "edit", "--times", "2"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^(\S*) +\w+", done.stdout, re.MULTILINE) == ["format", "--fix", "new"]
