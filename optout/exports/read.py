"""Which format a file has, by what is in it, and its entries one after another."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from optout.errors import OptoutError
from optout.exports import archive, lines, markup, table, tree
from optout.exports.login import Item, Login
from optout.exports.names import AGAIN, FORMATS, PAGES, SAME
from optout.exports.source import Stream, open_file

# What begins like this is no export but the thing itself, or a locked one.
_LOCKED = (
    (b"\x03\xd9\xa2\x9a", "is a KeePass database, which is encrypted", AGAIN["keepass"]),
    (b"SQLite format 3\x00", "is a database of a browser, not an export", "export the passwords in its settings"),
    (b"-----BEGIN PGP MESSAGE", "is encrypted", AGAIN["proton-pass"]),
)
_TAKEN = ", ".join(FORMATS)


class Export(NamedTuple):
    """What was opened: its format, whether its entries are pages somebody kept or went to, and the entries.

    `counts_lines` says whether the place of an entry is a line or its number; `passed_over` are files with history that
    nobody asked for.
    """

    format: str
    items: Iterator[Item]
    is_pages: bool = False
    counts_lines: bool = True
    passed_over: tuple[str, ...] = ()


@contextmanager
def opened(path: Path, named: str = "", history: bool = False) -> Iterator[Export]:
    """An exported file (`-`: standard input), closed afterwards. Its entries are read one by one.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read, is encrypted, has another format than the one `named`, or none that is known.
    """
    if str(path) == "-":
        yield _sealed(_export(Stream(sys.stdin.buffer, "standard input"), named, history), "standard input")
        return
    with open_file(path) as stream:
        yield _sealed(_export(Stream(stream, str(path)), named, history), str(path))


def _sealed(export: Export, name: str) -> Export:
    """The same, whose failures repeat nothing of what is read: no message and no traceback of ours may."""
    return export._replace(items=_sealing(export.items, name))


def _sealing(items: Iterator[Item], name: str) -> Iterator[Item]:
    while True:
        try:
            one = next(items)
        except StopIteration:
            return
        except (OptoutError, KeyboardInterrupt):
            raise
        except OSError as error:
            kind = (error.strerror or "unknown error").lower()
        except Exception as error:
            kind = f"{type(error).__name__}, which is a bug in optout"
        else:
            yield one
            continue
        raise OptoutError(f"{name} cannot be read to its end: {kind}") from None


def _export(source: Stream, named: str, history: bool) -> Export:
    name = SAME.get(named, named)
    for start, what, then in _LOCKED:
        if source.head.startswith(start):
            raise OptoutError(f"{source.name} {what}; {then}")
    if not source.head:
        raise OptoutError(f"{source.name} is empty; export anew")
    if source.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(source, named, name, history)
    found = _of_text(source, name, history)
    if found is None:
        raise OptoutError(_unknown(source, named))
    return found


def _of_text(source: Stream, name: str, history: bool, strictly: bool = False) -> Export | None:
    """The export that a text is; `strictly` only what is certain, as in an archive of all sorts of files."""
    start = source.start()
    if "\x00" in start:
        return None
    first = start.lstrip()[:1]
    if first in ("{", "[") and name in ("", "bitwarden", "1password", "proton-pass", "enpass", *PAGES, "takeout"):
        found = tree.parse(source)
        kind = tree.known(found)
        if not kind or name not in ("", "takeout", kind):
            return None
        if kind == "history" and not history:
            return Export(kind, iter(()), True, False, (source.file or source.name,))
        items = tree.logins(kind, found, source)
        return Export(kind, _pages(items) if kind in PAGES else items, kind in PAGES, False)
    if first == "<" and name in ("", "keepass", "keepassxc", "bookmarks", "takeout"):
        if markup.is_keepass(start) and name in ("", "keepass", "keepassxc"):
            return Export("keepass", markup.keepass(source))
        if markup.is_bookmarks(start) and name in ("", "bookmarks", "takeout"):
            return Export("bookmarks", _pages(markup.bookmarks(source)), True)
        return None
    if known := table.known(source, "" if name == "takeout" else name):
        return Export(known.name, table.logins(source, known))
    if name in ("", "enpass") and table.is_enpass(source):
        return Export("enpass", table.enpass(source))
    if (name == "csv" or not (name or strictly)) and (other := table.other(source)):
        return Export("csv", table.logins(source, other))
    is_list = name == "lines" or (not name and not strictly and lines.is_list(start, source.is_whole))
    return Export("lines", lines.logins(source)) if is_list else None


def _pages(items: Iterator[Item]) -> Iterator[Item]:
    return (one._replace(is_page=True) if isinstance(one, Login) else one for one in items)


def _of_archive(source: Stream, named: str, name: str, history: bool) -> Export:
    found: list[Export] = []
    with archive.files(source) as files:
        for file in files:
            if file.file.endswith((".pgp", ".gpg")):
                raise OptoutError(f"{source.name} is encrypted; {AGAIN['proton-pass']}")
            if one := _of_text(file, name, history, strictly=True):
                # An archive is closed with its files: what is taken of them is little.
                found.append(one._replace(items=iter(list(_sealing(one.items, file.name)))))
    if not found:
        raise OptoutError(_unknown(source, named))
    kinds = {one.format for one in found if not one.is_pages}
    return Export(
        kinds.pop() if len(kinds) == 1 and not any(one.is_pages for one in found) else "takeout",
        chain.from_iterable(one.items for one in found),
        all(one.is_pages for one in found),
        all(one.counts_lines for one in found),
        tuple(file for one in found for file in one.passed_over),
    )


def _unknown(source: Stream, named: str) -> str:
    if named:
        return (
            f"{source.name} is no export of {FORMATS[named]} as optout knows it; leave out --from to have its format "
            "found, or export it anew"
        )
    return f"{source.name} has no format that optout knows; it reads what these export: {_TAKEN}"
