"""Small collections of our own making: git repositories as the archive has them, with the dates that a test needs."""

import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

PATH = "Acme/Privacy Policy.md"
POLICY = (
    "Acme keeps what you give it for as long as you have an account, and no longer than that, in our country.\n" * 4
)


class Made(NamedTuple):
    """A commit: the day, the text of the document (None takes it away), what the archive says it is, and its path."""

    day: str
    text: str | None
    subject: str = "Record new changes of Acme Privacy Policy"
    path: str = PATH


def collection(folder: Path, commits: Iterable[Made]) -> Path:
    """Add commits to a bare repository, in their order whatever their days; it is made if it is not there."""
    if not folder.exists():
        git("init", "-q", "--bare", "-b", "main", str(folder))
    stream = b""
    for one in commits:
        at = int(datetime.fromisoformat(one.day).replace(tzinfo=UTC).timestamp())
        change = f"D {one.path}\n".encode() if one.text is None else _put(one.path, one.text)
        stream += (
            f"commit refs/heads/main\ncommitter Archive <a@example.org> {at} +0000\n".encode()
            + _data(one.subject)
            + (b"from refs/heads/main^0\n" if _has_history(folder) and not stream else b"")
            + change
            + b"\n"
        )
    subprocess.run(["git", f"--git-dir={folder}", "fast-import", "--quiet"], input=stream, check=True)
    return folder


def git(*arguments: str) -> str:
    """What a git command prints."""
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def _has_history(folder: Path) -> bool:
    found = subprocess.run(
        ["git", f"--git-dir={folder}", "rev-parse", "-q", "--verify", "main"], capture_output=True, check=False
    )
    return found.returncode == 0


def _put(path: str, text: str) -> bytes:
    return f'M 100644 inline "{path}"\n'.encode() + _data(text)


def _data(text: str) -> bytes:
    raw = text.encode()
    return b"data %d\n%s\n" % (len(raw), raw)
