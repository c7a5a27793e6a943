"""What can be held here of systems that are not at hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CASES, EXAMPLE

pytestmark = [
    pytest.mark.slow,  # a process that does a bit of everything
    pytest.mark.skipif(sys.platform != "linux", reason="open files are seen in /proc"),
]

_COMMANDS = """\
show acme
list
search chat
open acme --print
check
format
check --fix
guides
guides
guides --check
build --out site
build --out site --title Again
accounts add acme
done acme
accounts
changed
letter acme --region DE -o letter.txt
letter acme --region DE -o letter.txt
robots --catalog packaged --into robots.txt
stale
init own
templates --copy guide.txt
diff old.yaml platforms.yaml
"""


def test_windows_has_no_posix_and_no_mercy_with_open_files(tmp_path: Path) -> None:
    """Locks, owners and signals are missing there, and who renames or removes a file has to have closed it.

    What is written keeps its line ends, and nothing is left beside what was made.
    """
    text = EXAMPLE.read_text(encoding="utf-8")
    (tmp_path / "platforms.yaml").write_text(text.replace("  category: ", "  category:   "), encoding="utf-8")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, CASES.parent / "elsewhere.py"],
        input=_COMMANDS.encode(),
        cwd=tmp_path,
        env={**os.environ, "LOCALAPPDATA": str(tmp_path), "OPTOUT_LIST": "list.json", "OPTOUT_TRACEBACK": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode() == "".join(f"0 {line}\n" for line in _COMMANDS.splitlines()), done.stderr.decode()
    made = {path.name for path in tmp_path.rglob("*")}
    assert {"letter.txt", "robots.txt", "acme.html", "acme.md", "list.json"} <= made
    assert not {name for name in made if name.endswith((".optout", ".building", "lock"))}
    written = [path for path in tmp_path.rglob("*") if path.suffix in (".yaml", ".md", ".txt", ".json", ".html")]
    assert not [path for path in written if b"\r" in path.read_bytes()]
