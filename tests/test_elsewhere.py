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

# What nobody says the encoding of is read and written in one that knows few letters.
_CODE_PAGE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp437"}


def test_windows_has_no_posix_and_no_mercy_with_open_files(tmp_path: Path) -> None:
    """Locks, owners and signals are missing there, and who renames or removes a file has to have closed it.

    What is written keeps its line ends, and nothing is left beside what was made.
    """
    text = EXAMPLE.read_text(encoding="utf-8")
    (tmp_path / "platforms.yaml").write_text(text.replace("  category: ", "  category:   "), encoding="utf-8")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    done = _run(_COMMANDS, tmp_path)
    assert done.stdout.decode() == "".join(f"0 {line}\n" for line in _COMMANDS.splitlines()), done.stderr.decode()
    made = {path.name for path in tmp_path.rglob("*")}
    assert {"letter.txt", "robots.txt", "acme.html", "acme.md", "list.json"} <= made
    assert not {name for name in made if name.endswith((".optout", ".building", "lock"))}
    written = [path for path in tmp_path.rglob("*") if path.suffix in (".yaml", ".md", ".txt", ".json", ".html")]
    assert not [path for path in written if b"\r" in path.read_bytes()]


_HELD = ("platforms.yaml", "list.json", "letter.txt", "site/index.html")
_REFUSED = """\
format
accounts add quiet
letter acme --region FR -o letter.txt
build --out site --title Again
"""


def test_what_another_program_has_open_there_is_told_and_stays(tmp_path: Path) -> None:
    """An editor, a virus scanner: one sentence for each, nothing is left beside, and the next run does it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    (tmp_path / "platforms.yaml").write_text(text.replace("  category: ", "  category:   "), encoding="utf-8")
    made = "accounts add acme\nletter acme --region DE -o letter.txt\nbuild --out site\n"
    assert "1 " not in _run(made, tmp_path).stdout.decode()
    before = {name: (tmp_path / name).read_bytes() for name in _HELD}
    done = _run(_REFUSED, tmp_path, *_HELD)
    assert done.stdout.decode() == "".join(f"1 {line}\n" for line in _REFUSED.splitlines()), done.stderr.decode()
    why = "(The process cannot access the file because it is being used)"
    told = [line for line in done.stderr.decode().splitlines() if why in line]
    assert told == [
        *(f"optout: {name} cannot be written {why}; nothing was changed" for name in _HELD[:3]),
        f"optout: site is half written {why}; when that is mended, the next run finishes it",
    ]
    assert {name: (tmp_path / name).read_bytes() for name in _HELD} == before
    assert not list(tmp_path.glob("*.optout"))
    assert "1 " not in _run(_REFUSED, tmp_path).stdout.decode()
    assert b"Again" in (tmp_path / "site" / "index.html").read_bytes()
    assert not list(tmp_path.rglob("*.building"))


def _run(commands: str, folder: Path, *held: str) -> "subprocess.CompletedProcess[bytes]":
    python = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    own = {"LOCALAPPDATA": str(folder), "OPTOUT_LIST": "list.json", "OPTOUT_TRACEBACK": "1"}
    return subprocess.run(
        [*python, CASES.parent / "elsewhere.py", *held],
        input=commands.encode(),
        cwd=folder,
        env={**os.environ, **_CODE_PAGE, **own},
        capture_output=True,
        check=False,
    )
