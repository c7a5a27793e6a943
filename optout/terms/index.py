"""What is known of a collection from earlier runs: the versions of its documents, and what each text says.

It is kept in the cache folder and made of the clone alone, so it can be lost at any time. Only what is new is read: the
commits since the last run, and the texts that nobody asked for yet.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from optout.errors import OptoutError
from optout.files import cache_folder
from optout.terms import passages, vocabulary
from optout.terms.archive import Archive, ArchivedText

_FORM = "2"  # of the tables, and of how a text is read
_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE version (
  path TEXT NOT NULL, seconds INTEGER NOT NULL, position INTEGER NOT NULL, "commit" TEXT NOT NULL, object TEXT NOT NULL,
  origin TEXT NOT NULL, PRIMARY KEY (path, seconds, position)
) WITHOUT ROWID;
CREATE TABLE text (
  object TEXT PRIMARY KEY, size INTEGER NOT NULL, is_failed INTEGER NOT NULL, keys TEXT NOT NULL
) WITHOUT ROWID;
"""


class TextFacts(NamedTuple):
    """What the watch needs of a text: its length in characters, whether the archive failed to read the page, and the
    keys of its passages."""

    size: int
    is_failed: bool
    keys: frozenset[str]


class TermsIndex:
    """The index of an open archive, brought up to date."""

    def __init__(self, archive: Archive, database: sqlite3.Connection) -> None:
        self.archive = archive
        self._database = database
        self._update()

    def documents(self) -> tuple[str, ...]:
        """The paths of all documents that there ever were, `Service/Document.md`."""
        return tuple(path for (path,) in self._database.execute("SELECT DISTINCT path FROM version ORDER BY path"))

    def versions(self, path: str) -> tuple[ArchivedText, ...]:
        """The versions of a document, oldest first by their dates."""
        asked = 'SELECT seconds, position, "commit", object, origin FROM version WHERE path = ? ORDER BY 1, 2'
        return tuple(ArchivedText(*row) for row in self._database.execute(asked, (path,)))

    def facts(self, objects: Iterable[str]) -> dict[str, TextFacts]:
        """What the watch needs of these texts; those that are asked for the first time are read now.

        Raises:
            OptoutError: a text is not in the clone.
        """
        found: dict[str, TextFacts] = {}
        for object in objects:
            row = self._database.execute(
                "SELECT size, is_failed, keys FROM text WHERE object = ?", (object,)
            ).fetchone()
            found[object] = TextFacts(row[0], bool(row[1]), frozenset(row[2].split())) if row else self._read(object)
        self._database.commit()
        return found

    def unread(self, paths: Iterable[str]) -> int:
        """How many texts of these documents were never read: reading them takes a while the first time."""
        asked = (
            "SELECT COUNT(DISTINCT object) FROM version WHERE path = ? AND LTRIM(object, '0') <> '' "
            "AND object NOT IN (SELECT object FROM text)"
        )
        return sum(self._database.execute(asked, (path,)).fetchone()[0] for path in paths)

    def _read(self, object: str) -> TextFacts:
        text = self.archive.text(object)
        facts = TextFacts(len(text), passages.is_failed(text), passages.keys(text))
        row = (object, facts.size, facts.is_failed, " ".join(sorted(facts.keys)))
        self._database.execute("INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?)", row)
        return facts

    def _update(self) -> None:
        state = dict(self._database.execute("SELECT name, value FROM state"))
        head, words = state.get("head", ""), vocabulary.digest()
        if state.get("words") != words:
            self._database.execute("DELETE FROM text")
        if head != self.archive.head or state.get("depth") != _depth(self.archive):
            is_continued = bool(head) and state.get("depth") == _depth(self.archive) and self.archive.has(head)
            if not is_continued:
                self._database.execute("DELETE FROM version")
            (start,) = self._database.execute("SELECT COALESCE(MAX(position) + 1, 0) FROM version").fetchone()
            rows = (
                (one.path, one.version.seconds, start + one.version.position, *one.version[2:])
                for one in self.archive.history(head if is_continued else "")
            )
            self._database.executemany("INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?)", rows)
        now = {"head": self.archive.head, "words": words, "depth": _depth(self.archive)}
        self._database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", now.items())
        self._database.commit()


@contextmanager
def opened(archive: Archive) -> Iterator[TermsIndex]:
    """The index of an archive; where none can be kept, one that is forgotten afterwards.

    Raises:
        OptoutError: the history cannot be read.
    """
    folder = cache_folder()
    path = folder / "terms" / f"{archive.name}.{_FORM}.sqlite" if folder else None
    database = _connect(path)
    try:
        yield TermsIndex(archive, database)
    except sqlite3.DatabaseError as error:
        if path is not None and not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                path.unlink()
        where = f" {path}" if path else ""
        raise OptoutError(f"the index{where} cannot be used ({error}); run the command again") from error
    finally:
        database.close()


def _connect(path: Path | None) -> sqlite3.Connection:
    """The database in a file, made if it is not there or is none; in memory where there can be no file."""
    for _ in range(2):
        if path is None:
            break
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(path, timeout=60)
            with database:
                if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'text'").fetchone():
                    database.executescript(_TABLES)
            return database
        except sqlite3.OperationalError:
            break  # a folder that may not be written to
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        except OSError:
            break
    database = sqlite3.connect(":memory:")
    database.executescript(_TABLES)
    return database


def _depth(archive: Archive) -> str:
    return "shallow" if archive.is_shallow else "whole"
