"""Entries kept as they were read: the same as read anew, never of another day, never needed."""

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given

from optout.catalog import Catalog, cache, kept
from optout.catalog.locate import default_path, load
from optout.guide.shipped import ship
from optout.source.split import Chunk, cut_all
from optout.store import Made, Store, pack
from tests.strategies import platforms

_SLUG = "linkedin"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packaged catalog in a folder of somebody, who has an empty cache."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    return Path(shutil.copyfile(default_path(), tmp_path / "platforms.yaml"))


def _files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "entries").glob("*"))


@pytest.mark.slow
def test_every_packaged_entry_is_kept_as_it_is_read(packaged: Catalog, tmp_path: Path) -> None:
    """In the store that comes with the package, under its slug."""
    ship(packaged, tmp_path)
    store = Store((tmp_path / cache.shipped_path(kept.KIND).name).read_bytes())
    chunks = {chunk.slug: chunk for chunk in cut_all(bytes(packaged.data))}
    for decoded in packaged:
        assert kept.read(store, chunks[decoded.slug]) == decoded.entry, decoded.slug


@given(platforms)
def test_what_is_kept_is_what_was_read(platform: object) -> None:
    """Whatever stands in the fields of an entry."""
    chunk = Chunk("a", b"a:\n  name: 'B'\t\\\r\n", 1)
    store = Store(pack(Made(0, "-"), *kept.contents([(chunk, platform)])))  # type: ignore[list-item]
    assert kept.read(store, chunk) == platform


def test_an_entry_that_was_shown_is_read_from_the_cache(own: Path, tmp_path: Path) -> None:
    """A file for each, in which nothing but its own text counts."""
    first = load(own).get(_SLUG)
    (file,) = _files(tmp_path)
    before = file.stat().st_mtime_ns
    assert load(own).get(_SLUG) == first
    assert file.stat().st_mtime_ns == before


def test_an_edited_entry_is_read_anew(own: Path) -> None:
    """However short the time since it was kept, and with the same size and times of the file."""
    load(own).get(_SLUG)
    found = own.stat()
    own.write_bytes(own.read_bytes().replace(b"\n  name: LinkedIn\n", b"\n  name: LinkedUp\n"))
    os.utime(own, ns=(found.st_atime_ns, found.st_mtime_ns))
    edited = load(own).get(_SLUG)
    assert edited
    assert edited.entry
    assert edited.entry.name == "LinkedUp"


@pytest.mark.slow
def test_no_damage_is_believed(own: Path, tmp_path: Path) -> None:
    """Bits turned or ends missing: the entry is the one in the catalog."""
    first = load(own).get(_SLUG)
    (file,) = _files(tmp_path)
    sound = file.read_bytes()
    chance = random.Random(3)
    for _ in range(100):
        harmed = bytearray(sound)
        harmed[chance.randrange(len(sound))] ^= 1 << chance.randrange(8)
        file.write_bytes(harmed[: chance.choice((len(sound), chance.randrange(len(sound))))])
        assert load(own).get(_SLUG) == first


def test_a_broken_entry_is_never_kept(own: Path, tmp_path: Path) -> None:
    """Its problems are found each time."""
    own.write_bytes(own.read_bytes().replace(b"\n  name: LinkedIn\n", b"\n  nane: LinkedIn\n"))
    for _ in range(2):
        found = load(own).get(_SLUG)
        assert found
        assert found.problems
        assert not found.entry
    assert not _files(tmp_path)


def test_without_a_cache_nothing_is_kept(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the entry is the same."""
    monkeypatch.setenv("OPTOUT_CACHE", "off")
    found = load(own).get(_SLUG)
    assert found
    assert found.entry
    assert not (tmp_path / "cache").exists()


def test_old_entries_make_room(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache does not grow with everything that was ever looked at."""
    monkeypatch.setattr(cache, "_KEPT_ENTRIES", 3)
    for slug in load(own).slugs()[:8]:
        load(own).get(slug)
    assert len(_files(tmp_path)) == 3
