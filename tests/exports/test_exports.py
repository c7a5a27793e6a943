"""Reading exports: each format is known by what is in it, and nothing but addresses and titles comes out of it."""

import io
import re
import sys
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.accounts.match import sort
from optout.catalog import Catalog
from optout.errors import OptoutError, UsageProblem
from optout.exports.login import Login, Passed
from optout.exports.names import FORMATS
from optout.exports.read import opened
from optout.exports.source import LARGEST
from tests.exports.files import FILES, file, hostile

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

# What each file leads to beside LinkedIn and GitHub, a shop without a guide, and a router at home.
_FOUND = {
    "1password.1pux": ("1password", "slack"),
    "1password.csv": ("1password", "slack"),
    "apple.csv": ("apple", "slack"),
    "bitwarden.csv": ("bitwarden", "slack spotify"),
    "bitwarden.json": ("bitwarden", "slack spotify"),
    "bookmarks.html": ("bookmarks", ""),
    "chrome-bookmarks.json": ("bookmarks", ""),
    "chrome.csv": ("chrome", "slack spotify"),
    "dashlane.csv": ("dashlane", "slack"),
    "dashlane.zip": ("dashlane", "slack"),
    "enpass.csv": ("enpass", "slack"),
    "enpass.json": ("enpass", "slack"),
    "firefox-bookmarks.json": ("firefox-bookmarks", ""),
    "firefox.csv": ("firefox", ""),
    "history.json": ("history", ""),
    "keepass.csv": ("keepass", "slack"),
    "keepass.xml": ("keepass", "slack spotify"),
    "keepass1.xml": ("keepass", "slack"),
    "keepassxc.csv": ("keepassxc", "slack"),
    "lastpass.csv": ("lastpass", "slack"),
    "lines.txt": ("lines", "slack spotify"),
    "nordpass.csv": ("nordpass", "slack"),
    "own.csv": ("csv", ""),
    "proton-pass.csv": ("proton-pass", "slack"),
    "proton-pass.zip": ("proton-pass", "slack spotify"),
    "roboform.csv": ("roboform", "slack"),
    "takeout.zip": ("takeout", "slack tumblr vimeo"),
}
# Of an address everything may come out of the reader; what is shown and kept is the registered name.
_OF_ADDRESSES = re.compile(
    "canary-(?:userinfo|userpass|query|fragment|path|router|hash)|/canary|canary-title|in/canary"
)


def _items(path: Path, named: str = "", history: bool = False) -> list[Login | Passed]:
    with opened(path, named, history) as export:
        return list(export.items)


def _refusal(path: Path, named: str) -> str:
    """What is said of a file that is not read; empty if it is."""
    try:
        _items(path, named)
    except OptoutError as error:
        return str(error)
    return ""


def test_every_file_of_the_cases_is_tried() -> None:
    """A format that is added has its line here."""
    assert {path.name for path in FILES.iterdir()} == {*_FOUND, "bitwarden-encrypted.json"}


@pytest.mark.parametrize("name", _FOUND)
def test_a_format_is_known_by_what_is_in_it(name: str, packaged: Catalog, tmp_path: Path) -> None:
    """Whatever the file is called, its logins lead to the same platforms."""
    path = file(name, tmp_path)
    format, more = _FOUND[name]
    with opened(path, history=True) as export:
        assert export.format == format
        found = sort(export.items, packaged)
    assert set(found.platforms) == {"linkedin", "github", *more.split()}
    assert found.unknown == {"beispielladen.de": 1}
    assert found.counts["local"] == 2 if name == "firefox.csv" else 1
    assert "damaged" not in found.counts
    assert "canary" not in repr(found)


@pytest.mark.parametrize("name", _FOUND)
def test_nothing_but_addresses_and_titles_is_taken(name: str, tmp_path: Path) -> None:
    """Passwords, user names, notes, cards, codes, fields of one's own, what was thrown away: none comes out."""
    for item in _items(file(name, tmp_path), history=True):
        assert "canary" not in _OF_ADDRESSES.sub("", repr(item)).lower()


@pytest.mark.parametrize("name", sorted(set(_FOUND) - {"history.json", "takeout.zip"}))
def test_each_format_can_be_forced(name: str, tmp_path: Path) -> None:
    """By its own name it is the same; by another's it is refused, and nothing of the file is repeated."""
    path = file(name, tmp_path)
    own = _FOUND[name][0]
    assert _items(path, own) == _items(path)
    others = sorted(set(FORMATS) - {own, "lines", "takeout", "csv", "edge", "brave", "opera", "safari", "chrome"})
    refused = [said for other in others if (said := _refusal(path, other))]
    assert all("leave out --from" in said and "canary" not in said for said in refused)
    assert len(refused) >= len(others) - 2  # some tables have all columns of another one


@pytest.mark.parametrize(("name", "same"), [("edge", "chrome.csv"), ("brave", "chrome.csv"), ("opera", "chrome.csv"),
                                            ("safari", "apple.csv"), ("takeout", "chrome.csv")])  # fmt: skip
def test_programs_that_share_a_format_have_names_of_their_own(name: str, same: str) -> None:
    """Who uses Edge need not know that its export is Chrome's."""
    assert _items(FILES / same, name) == _items(FILES / same)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["chrome.csv", "bitwarden.json", "bookmarks.html", "lines.txt", "own.csv"])
def test_the_encoding_is_found(name: str, encoding: str, tmp_path: Path) -> None:
    """By the mark that Windows writes before a text, or by the zeroes of UTF-16."""
    path = tmp_path / "x"
    path.write_bytes((FILES / name).read_text(encoding="utf-8").encode(encoding))
    assert _items(path) == _items(FILES / name)


def test_what_is_no_utf_8_costs_only_what_it_stands_in(tmp_path: Path) -> None:
    """An export in an old encoding: addresses are ASCII anyway."""
    path = tmp_path / "x"
    path.write_bytes("name,url,username,password\nCafé,https://github.com,é,ü\n".encode("cp1252"))
    assert _items(path) == [Login(2, ("https://github.com",), "Caf�")]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_may_have_any_sign_between_columns_and_any_ends_of_lines(sign: str, end: str, tmp_path: Path) -> None:
    """As spreadsheets write them; a note of several lines is one field, and lines are counted as an editor does."""
    path = tmp_path / "x"
    rows = [("url", "username", "password"), ("a.com", '"x', 'y"', "p"), ("b.com", "u", "p")]
    path.write_bytes(end.join((sign.join(rows[0]), f'a.com{sign}"x{end}y"{sign}p', sign.join(rows[2]))).encode())
    assert _items(path) == [Login(2, ("a.com",)), Login(4, ("b.com",))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name,url,username,password\nA,https://a.com,u,p\nB,https://b.com,"canary\n', 3),
        ("name,url,username,password\nA,https://a.com,u,p\ncanary.com,canary\n", 3),
        ("name,url,username,password\nA,https://a.com,u,p\nB,https://b.com,u,canary,canary.com\n", 3),
        ('name,url,username,password\nA,https://a.com,u,p\nB,"https://b.com"canary,u,p\n', 3),
    ],
)
def test_a_damaged_row_is_left_out_with_its_line(text: str, line: int, tmp_path: Path) -> None:
    """An open quotation mark, too few or too many fields: what stands where is not certain, so none of it is read."""
    path = tmp_path / "x"
    path.write_text(text, encoding="utf-8")
    assert _items(path) == [Login(2, ("https://a.com",), "A"), Passed(line, "damaged")]


@pytest.mark.parametrize(
    ("name", "cut", "said"),
    [
        ("bitwarden.json", 0.5, r"x:\d+:\d+: this is no JSON any more; the file is damaged or cut off, export it anew"),
        ("keepass.xml", 0.5, r"x:\d+:\d+: this is no XML any more \(.*\); the file is damaged or cut off"),
        ("1password.1pux", 0.8, "x is a damaged or unfinished archive; export or download it anew"),
    ],
)
def test_a_file_that_was_cut_off_says_where(name: str, cut: float, said: str, tmp_path: Path) -> None:
    """With line and column, and without a word of what stands there."""
    whole = file(name, tmp_path).read_bytes()
    path = tmp_path / "x"
    path.write_bytes(whole[: int(len(whole) * cut)])
    with pytest.raises(OptoutError, match=said) as caught:
        _items(path)
    shown = "".join(traceback.format_exception(caught.value)).lower()
    assert "canary" not in shown.replace("test_a_file", "")


def _archive(path: Path, **files: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ((FILES / "bitwarden-encrypted.json").read_bytes(), "is encrypted, .* not .json \\(Encrypted\\)"),
        (b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5", "is a KeePass database, which is encrypted; .* export it as CSV or XML"),
        (b"SQLite format 3\x00", "is a database of a browser"),
        (b"-----BEGIN PGP MESSAGE-----\n\ncanary", "is encrypted; export it anew as CSV, or without encryption"),
        (b"", "is empty"),
        (b"\x00\x01canary\x02", "has no format that optout knows"),
        (b"a,b,c\ncanary,canary.com,x\n", "has no format that optout knows"),
        (b'{"canary": "canary"}', "has no format that optout knows"),
        (b"[" * 100_000, "objects lie in one another deeper than in any export"),
        (b"<html><body>canary</body></html>", "has no format that optout knows"),
        (b'<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "canary"><!ENTITY b "&a;&a;">]><KeePassFile>&b;</KeePassFile>',
         "declares entities of its own"),
        (b'<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a SYSTEM "file:///etc/passwd">]><KeePassFile>&a;</KeePassFile>',
         "declares entities of its own"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, said: str, tmp_path: Path) -> None:
    """Locked files, databases, anything else: one sentence, which repeats nothing of it."""
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(OptoutError, match=said) as caught:
        _items(path)
    assert "canary" not in str(caught.value)


def test_an_archive_is_refused_if_it_lies_is_locked_or_holds_too_much(tmp_path: Path) -> None:
    """In a sentence, which repeats nothing of it; the site does the same (`test_browser_list.py`)."""
    path = tmp_path / "x"
    for name, one in hostile().items():
        path.write_bytes(one.data)
        said = _refusal(path, "")
        assert one.said in said, name
        assert bool(said) == bool(one.said)
        assert "canary" not in said


def test_an_archive_is_read_no_further_than_any_export_goes(tmp_path: Path) -> None:
    """A file in it that is larger is left alone; one that lies about its size ends with a sentence."""
    path = tmp_path / "x"
    _archive(path, a__csv="name,url,username,password\nA,https://a.com,u,p\n", b__csv="x" * (LARGEST + 1))
    assert _items(path) == [Login(2, ("https://a.com",), "A", "a.csv")]


def test_a_file_that_is_too_large_ends_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However large it is, no more than that of it is read."""
    monkeypatch.setattr("optout.exports.source.LARGEST", 2**17)
    path = tmp_path / "x"
    path.write_text("name,url,username,password\n" + "A,https://a.com,u,p\n" * 10_000, encoding="utf-8")
    with pytest.raises(OptoutError, match="MiB, which no list of logins has"):
        _items(path)


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    """A folder, a device, a pipe nobody writes to: none keeps the command waiting."""
    import os

    os.mkfifo(tmp_path / "pipe")
    for path, said in ((tmp_path, "is a folder; name an exported file in it"), (tmp_path / "pipe", "is a pipe"),
                       (Path("/dev/null"), "is a device")):  # fmt: skip
        with pytest.raises(UsageProblem, match=said):
            _items(path)
    with pytest.raises(OptoutError, match="cannot be read: no such file"):
        _items(tmp_path / "nothing")


@pytest.mark.parametrize("name", ["chrome.csv", "bitwarden.json", "keepass.xml", "dashlane.zip", "lines.txt"])
def test_standard_input_is_read_like_a_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also an archive, which has to be kept in memory then."""
    path = file(name, tmp_path)

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(path.read_bytes())))
    assert _items(Path("-")) == _items(path)


def test_history_is_read_only_if_asked_for(tmp_path: Path) -> None:
    """Where somebody went is no account; of Takeout it is passed over, and said."""
    path = file("takeout.zip", tmp_path)
    with opened(path) as export:
        assert export.passed_over == ("History.json",)
        assert not any("tumblr" in repr(item) for item in export.items)
    with opened(FILES / "history.json") as export:
        assert (list(export.items), export.passed_over) == ([], (str(FILES / "history.json"),))


def test_pages_are_told_from_logins(tmp_path: Path, packaged: Catalog) -> None:
    """Of an archive with both, a site without a guide is an account only where there is a login."""
    page = '<!DOCTYPE NETSCAPE-Bookmark-file-1><A HREF="https://example.org/">x</A><A HREF="https://example.com/">x</A>'
    _archive(tmp_path / "x", a__csv="name,url,username,password\nA,https://example.com,u,p\n", b__html=page)
    with opened(tmp_path / "x") as export:
        found = sort(export.items, packaged)
    assert found.unknown == {"example.com": 2, "example.org": 1}
    assert found.visited == {"example.org"}


def test_a_failure_of_a_reader_tells_only_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours must not print what it was reading, not even with OPTOUT_TRACEBACK."""

    def broken(*_: Any) -> Iterator[Login]:
        raise ValueError("canary")
        yield

    monkeypatch.setattr("optout.exports.table.logins", broken)
    with pytest.raises(OptoutError, match="ValueError, which is a bug in optout") as caught:
        _items(FILES / "chrome.csv")
    assert "canary" not in "".join(traceback.format_exception(caught.value))


@given(st.binary(max_size=300))
def test_no_bytes_make_a_reader_fail_in_another_way(data: bytes) -> None:
    """Whatever a file holds, there are entries or a sentence."""
    import tempfile

    with tempfile.NamedTemporaryFile() as stream:
        stream.write(data)
        stream.flush()
        assert "a bug" not in _refusal(Path(stream.name), "")
