"""Lists and the search by the index: what reading every entry says."""

import os
import random
import shutil
from pathlib import Path

import pytest

from optout import regions
from optout.catalog import Catalog, cache
from optout.catalog.entries import entries
from optout.catalog.locate import default_path, load
from optout.guide.index import Index, split, texts
from optout.guide.overview import row
from optout.guide.reader import EVERYBODY, Reader
from optout.guide.search import search, why
from tests.conftest import CASES, EXAMPLE

_READERS = [
    EVERYBODY,
    *map(Reader, ("EU", "EEA", "DE", "FR", "GB", "GB-SCT", "US", "US-CA", "US-TX", "CA", "KR", "JP", "BR", "CH", "AQ")),
    Reader("DE", "ios"),
    Reader("", "", "Enterprise"),
]
_CASES = [
    line.split(" => ")
    for line in (CASES / "search.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged catalog in a folder of somebody, with a cache of its own in which the index is."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copyfile(default_path(), folder / "platforms.yaml")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OPTOUT_CACHE", str(folder / "cache"))
        Index(load(folder / "platforms.yaml")).broken()
    return folder


@pytest.fixture
def kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalog whose index is kept."""
    monkeypatch.setenv("OPTOUT_CACHE", str(folder / "cache"))
    return folder / "platforms.yaml"


def _store(kept: Path) -> Path:
    (found,) = (kept.parent / "cache").glob("*.rows.index")
    return found


@pytest.fixture(scope="module")
def read(packaged: Catalog) -> Index:
    """The same without any file."""
    return Index(Catalog(bytes(packaged.data), packaged.file))


@pytest.mark.parametrize("reader", _READERS, ids=str)
def test_rows_are_what_the_entries_say(reader: Reader, kept: Path, read: Index) -> None:
    """For readers everywhere, and whatever else is known of them."""
    assert _store(kept).stat().st_size
    assert Index(load(kept)).rows(reader) == read.rows(reader)


def test_every_region_has_its_status(packaged: Catalog, kept: Path) -> None:
    """Where an entry tells many apart, for each of them."""
    every = [one for one in entries(packaged).platforms if len({*_codes(one)}) > 1]
    index = Index(load(kept))
    for code in random.Random(3).sample(sorted((*regions.GROUPS, *regions.codes())), 12):
        found = {one.slug: one.status for one in index.rows(Reader(code))}
        for platform in every:
            assert found[platform.slug] == row(platform, Reader(code)).status, (platform.slug, code)


def _codes(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [code for item in value for code in _codes(item)]
    return [value] if isinstance(value, str) and regions.is_known(value) else []


def test_broken_entries_are_named_from_the_index_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that leaves some out says so each time."""
    monkeypatch.setattr(cache, "_WORTH", 0)
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "c.yaml"
    path.write_bytes(EXAMPLE.read_bytes() + b"\nzz:\n  name: Zz\n")
    for _ in range(2):
        assert Index(load(path)).broken() == ("zz",)
    assert _store(path)


@pytest.mark.parametrize(("asked", "first"), _CASES)
def test_a_search_answers_what_people_mean(asked: str, first: str, kept: Path, read: Index, packaged: Catalog) -> None:
    """The best come first; the index finds what reading finds; and each says why it is there."""
    words = asked.split("|")
    hits = search(Index(load(kept)), words)
    wanted = [] if first == "nothing" else first.split(" ")
    assert [hit.row.slug for hit in hits][: len(wanted)] == wanted
    assert bool(hits) == bool(wanted)
    assert hits == search(read, words)
    for hit in hits[:3]:
        assert why(packaged, read, hit.row.slug, words) or asked == "bard"  # a former name stands in its own entry


def test_a_damaged_index_finds_the_same(kept: Path, read: Index) -> None:
    """Whatever bits were turned."""
    sound = _store(kept).read_bytes()
    chance = random.Random(5)
    wanted = search(read, ["voice", "recordings"])
    rows = read.rows(Reader("DE"))
    for _ in range(6):
        at = chance.randrange(len(sound))
        harmed = sound[:at] + bytes([sound[at] ^ (1 << chance.randrange(8))]) + sound[at + 1 :]
        path = kept.parent / "cache" / os.path.basename(_store(kept))
        path.write_bytes(harmed)
        index = Index(load(kept))
        assert index.rows(Reader("DE")) == rows
        assert search(index, ["voice", "recordings"]) == wanted
        path.write_bytes(sound)


def test_every_text_that_is_searched_is_found(packaged: Catalog, read: Index) -> None:
    """Each word of an entry leads to it."""
    rows = read.rows(EVERYBODY)
    for platform in random.Random(2).sample(entries(packaged).platforms, 12):
        for place, text in texts(platform):
            for word in split(text):
                assert platform.slug in {rows[position].slug for position in read.having(place, word)}
