"""One collection: its documents, the versions of each, and their texts, read straight from git objects.

A clone may be bare, and needs no work tree. The dates of its commits do not follow one another: collections were put
together from older ones, so the versions of a document are ordered by their dates, not by the history they stand in,
and nothing is asked for by `--since`, which stops at the first older commit.
"""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, NamedTuple

from optout import git
from optout.errors import OptoutError
from optout.model import Date

# How a version came to be: the archive saw the document for the first time, the operator changed it, or the archive
# now takes another part of the same page, or another page, for the document.
Origin = Literal["first", "changed", "technical"]

_MARK = "\x01"
_PIECE = 1 << 20  # bytes
_FORMAT = f"--format={_MARK}%H %ct %s"
# A collection is read from beginning to end, so that what git keeps in memory of it is of no use later.
_LEAN = (
    *("-c", "core.packedGitWindowSize=1m", "-c", "core.packedGitLimit=16m"),
    *("-c", "core.deltaBaseCacheLimit=16m"),
)
_FIRST = ("First record of", "Start tracking")
_TECHNICAL = ("Apply technical", "Refilter", "Remove mojibake")


class ArchivedText(NamedTuple):
    """A version of a document: since when it stands so (seconds since 1970), its commit, and its text's object.

    `position` is its place in the history, by which versions of the same second are told apart.
    """

    seconds: int
    position: int
    commit: str
    object: str
    origin: Origin

    @property
    def is_removal(self) -> bool:
        """Whether the document was taken out of the collection then: there is no text."""
        return not self.object.strip("0")

    @property
    def day(self) -> Date:
        """The day on which it was recorded, in UTC."""
        at = datetime.fromtimestamp(self.seconds, UTC)
        return Date(at.year, at.month, at.day)


class Recorded(NamedTuple):
    """A version, and the path of the document that it is one of."""

    path: str
    version: ArchivedText


class Archive:
    """A clone of a collection, open to be read; to be used in a `with`."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open the clone of the collection `name` in `folder`.

        Raises:
            OptoutError: it is no git repository, is empty or damaged, or git is missing.
        """
        self.folder = _git_folder(folder)
        self.name = name
        self._ending = ExitStack()
        self._objects: subprocess.Popen[bytes] | None = None
        found = self._ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if found.returncode:
            raise OptoutError(self._broken("has no history that can be read"))
        self.head = found.stdout.decode("ascii").strip()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ending.close()

    @property
    def is_shallow(self) -> bool:
        """Whether only the newest part of the history is there."""
        return (self.folder / "shallow").is_file()

    def history(self, after: str = "") -> Iterator[Recorded]:
        """What every commit changed, oldest first in the history's order; with `after`, a commit, only what came later.

        Raises:
            OptoutError: the history cannot be read whole.
        """
        arguments = (
            *("log", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--no-textconv"),
            *("--no-ext-diff", "--no-show-signature", "--no-notes", "--encoding=UTF-8", "-O/dev/null", "-z", _FORMAT),
            f"{after}..{self.head}" if after else self.head,
        )
        with git.conversation(*_LEAN, f"--git-dir={self.folder}", *arguments) as process:
            assert process.stdout is not None
            yield from _recorded(_fields(process.stdout))
            if process.wait():
                raise OptoutError(self._broken("breaks off in its history"))

    def has(self, commit: str) -> bool:
        """Whether a commit is part of the newest history."""
        return self._ask("merge-base", "--is-ancestor", commit, self.head).returncode == 0

    def text(self, object: str) -> str:
        """The text of an object.

        Raises:
            OptoutError: it is not there, as in a clone that was made without all its contents.
        """
        if self._objects is None:
            conversation = git.conversation(*_LEAN, f"--git-dir={self.folder}", "cat-file", "--batch")
            self._objects = self._ending.enter_context(conversation)
        asked, answered = self._objects.stdin, self._objects.stdout
        assert asked is not None
        assert answered is not None
        try:
            asked.write(f"{object}\n".encode())
            asked.flush()
        except BrokenPipeError as error:
            raise OptoutError(self._broken("can no longer be read")) from error
        head = answered.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            raise OptoutError(self._broken(f"lacks the text {object[:12]}"))
        size = int(head[2])
        data = answered.read(size + 1)
        if len(data) <= size:
            raise OptoutError(self._broken(f"breaks off in the text {object[:12]}"))
        return data[:size].decode("utf-8", "replace")

    def file(self, path: str, commit: str = "") -> str | None:
        """The text of a file as it stands now, or stood at a commit; None if there is none."""
        found = self._ask("cat-file", "blob", f"{commit or self.head}:{path}")
        return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return git.ask(f"--git-dir={self.folder}", *arguments)

    def _broken(self, what: str) -> str:
        return (
            f"the clone of {self.name} in {self.folder} {what}; nothing was changed, delete it and run "
            "`optout terms --update`"
        )


def _git_folder(folder: Path) -> Path:
    """Where git's own files are: the folder itself of a bare clone, else what lies in it."""
    return folder / ".git" if (folder / ".git").exists() else folder


def _fields(stream: IO[bytes]) -> Iterator[str]:
    """What git wrote, in the pieces that it ends with a NUL."""
    rest = b""
    while piece := stream.read(_PIECE):
        *whole, rest = (rest + piece).split(b"\0")
        yield from (field.decode("utf-8", "replace") for field in whole)


def _recorded(fields: Iterator[str]) -> Iterator[Recorded]:
    """The changes of documents in the history that `_FORMAT` tells, as it is told."""
    commit, seconds, subject = "", 0, ""
    for position, field in enumerate(fields):
        if field.startswith(_MARK):
            commit, at, subject = field[1:].split(" ", 2)
            seconds = int(at)
        elif field.lstrip("\n").startswith(":"):
            path, object = next(fields, ""), field.split(" ")[3]
            if path.endswith(".md") and path.count("/") == 1:
                yield Recorded(path, ArchivedText(seconds, position, commit, object, _origin(subject)))


def _origin(subject: str) -> Origin:
    if subject.startswith(_FIRST):
        return "first"
    return "technical" if subject.startswith(_TECHNICAL) else "changed"
