"""Lists and the search by the index: what reading every entry says."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from optout import regions
from optout.catalog import Catalog, Chunk, Decoded
from optout.catalog.entries import entries
from optout.catalog.locate import default_path, load
from optout.guide import blocks
from optout.guide import index as index_module
from optout.guide.everyday import everyday, split
from optout.guide.index import Index, whole
from optout.guide.overview import row
from optout.guide.places import Gathered, texts
from optout.guide.reader import EVERYBODY, Reader
from optout.guide.search import Hit, search, why
from optout.messages import LANGUAGES
from optout.model import CATEGORIES, TOPICS
from optout.schema.decode import decode
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
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "c.yaml"
    path.write_bytes(EXAMPLE.read_bytes() + b"\nzz:\n  name: Zz\n")
    for _ in range(2):
        assert Index(load(path)).broken() == ("zz",)
    assert _store(path)


def _called(hit: Hit) -> str:
    return f"{hit.of.kind}:{hit.of.id}" if isinstance(hit.of, Gathered) else hit.of.slug


@pytest.mark.parametrize(("asked", "first"), _CASES)
def test_a_search_answers_what_people_mean(asked: str, first: str, kept: Path, read: Index, packaged: Catalog) -> None:
    """The best come first; the index finds what reading finds; and each says why it is there."""
    words = asked.split("|")
    hits = search(Index(load(kept)), words)
    wanted = [] if first == "nothing" else first.removeprefix("~").split(" ")
    assert list(map(_called, hits.listed))[: len(wanted)] == wanted
    assert (bool(hits.listed), hits.is_near) == (bool(wanted), first.startswith("~"))
    assert hits == search(read, words)
    for hit in hits.listed[:3]:
        if not isinstance(hit.of, Gathered):  # a former name stands in its own entry
            assert why(packaged, read, hit.of.slug, words) or asked == "bard"


def test_everyday_words_lead_to_every_topic_in_every_language(packaged: Catalog, read: Index) -> None:
    """To the topic itself first or beside another, and to each platform that has it."""
    for code in LANGUAGES:
        lines = (Path(index_module.__file__).parent / f"everyday.{code}.txt").read_text(encoding="utf-8").splitlines()
        led = {line.partition(":")[0] for line in lines if not line.startswith("#") and ":" in line} - {"silent"}
        assert set(TOPICS) <= led <= {*TOPICS, *CATEGORIES}
    groups = {one.id: one for one in read.groups() if one.kind == "topic"}
    assert groups.keys() == set(TOPICS)
    rows = read.rows(EVERYBODY)
    for topic, group in groups.items():
        having = {row.slug for row in rows if topic in row.topics}
        assert group.number == len(having)
        for word in everyday().leads[topic]:
            hits = search(read, [word]).listed
            assert f"topic:{topic}" in [_called(hit) for hit in hits[:8]] or word in everyday().silent, word
            assert having <= {_called(hit) for hit in hits}


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
    every = dict(enumerate(read.rows(EVERYBODY)))
    for platform in random.Random(2).sample(entries(packaged).platforms, 12):
        for place, text, _ in texts(platform):
            for word in split(text):
                found = [every[position].slug for position in read.having(place, word) if position in every]
                assert platform.slug in found


def test_entries_alone_are_looked_up_alike(packaged: Catalog, read: Index) -> None:
    """The site, which has entries and no catalog, has the same at the same places."""
    listed = entries(packaged)
    found = whole(listed.platforms, listed.stubs)
    assert found.groups == read.groups()
    assert found.words() == read.words().split()
    for key, positions in found.places.items():
        assert positions == sorted(set(read.having(key[0], key[1:]))), key


# An entry changes


_ENTRY = """  name: {}
  category: social
  training: no-training
  summary: It {} says so. [a]
  checked: 2026-11-21
  sources: {{a: {{title: T, publisher: P, kind: official, url: "https://a.example/"}}}}
"""


Edit = Callable[[str], tuple[Index, int, str]]


def _many(count: int) -> str:
    return "\n".join(f"e{number:04}:\n{_ENTRY.format(f'Name {number}', 'usually')}" for number in range(count))


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Writes a catalog and gives its index, how many entries were read for it, and what the file is called."""
    monkeypatch.setattr(blocks, "_SHARE", 1)
    monkeypatch.setattr(blocks, "_USUAL", 16)
    monkeypatch.setattr(blocks, "_MOST", 40)
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    count = 0

    def counting(chunk: Chunk, file: str) -> Decoded:
        nonlocal count
        count += 1
        return decode(chunk, file)

    monkeypatch.setattr(blocks, "decode", counting)
    path = tmp_path / "c.yaml"

    def edit(text: str) -> tuple[Index, int, str]:
        nonlocal count
        count = 0
        path.write_text(text, encoding="utf-8")
        catalog = load(path)
        return Index(catalog), count, catalog.file

    return edit


def _all_of(index: Index) -> object:
    words = index.words().split()
    places = {word: [sorted(index.having(place, word)) for place in "nacdgb=~"] for word in words}
    return index.rows(Reader("DE")), index.groups(), index.broken(), places


@pytest.mark.slow
def test_an_edit_reads_the_entries_around_it_and_no_others(edited: Edit) -> None:
    """However many there are; and what comes out is what reading all gives."""
    text = _many(200)
    index, count, file = edited(text)
    assert (count, index.broken()) == (200, ())
    for change in (
        text.replace("Name 100\n", "Another\n"),
        text.replace("e0100:", "e0100a:"),
        text.replace("\ne0100:", f"\ne0099a:\n{_ENTRY.format('More', 'never')}\ne0100:"),
        text.replace(_ENTRY.format("Name 100", "usually"), "").replace("e0100:\n", ""),
        text.replace("  name: Name 100\n", "  nme: Name 100\n"),
        text.replace("\ne0100:", "\nno entry:\ne0100:"),
        text.replace("\ne0100:", "\ne0001:"),
        text.replace("\ne0100:", "\nold:\n  name: Old Name\n  now: e0199\n\ne0100:"),
        f"# a line more\n\n{text}",
    ):
        changed, count, _ = edited(change)
        assert count <= 3 * 40, change[:80]
        assert _all_of(changed) == _all_of(Index(Catalog(change.encode(), file)))
        again, _, _ = edited(text)
        assert _all_of(again) == _all_of(index)


def test_in_a_small_catalog_no_other_entry_is_read_for_an_edit(edited: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks are of a size that suits it; of one that grew, those whose borders stayed are taken from what was kept."""
    small, large = _many(60), _many(140)
    monkeypatch.setattr(blocks, "_SHARE", 2 * len(small))
    edited(small)
    for number in (0, 7, 59):
        change = small.replace(f"Name {number}\n", "Another\n")
        changed, count, file = edited(change)
        assert count in (1, 2)
        assert _all_of(changed) == _all_of(Index(Catalog(change.encode(), file)))
    edited(small)
    grown, count, _ = edited(large)
    assert 80 <= count < 140, count
    assert _all_of(grown) == _all_of(Index(Catalog(large.encode(), file)))


def test_what_cannot_be_kept_is_not_taken_from_what_is_there(edited: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, or a store that another program has open on Windows: the answer is that of the catalog all the same,
    and nothing is read twice.
    """
    edited(_many(60))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    index, count, _ = edited(_many(60).replace("Name 7\n", "Seven\n"))
    assert [one.name for one in index.rows(Reader())][7] == "Seven"
    assert count < 60


_WAYS = _ENTRY.replace("no-training", "opt-out").replace("{}", "{0}")
_LENDER = f"""e0190a:
{_WAYS.format("Lender")}  controls:
    - {{name: Form, form: "https://a.example/form", note: "It asks for a surname. [a]", evidence: [a]}}
"""
_TAKER = f"e0009a:\n{_WAYS.format('Taker')}  controls:\n    - {{name: Form, taken-from: e0190a}}\n"


def test_an_entry_is_read_again_when_another_that_it_takes_a_way_from_changes(edited: Edit) -> None:
    """However far away that stands: without the way it is broken, and with it sound again."""
    text = _many(200).replace("\ne0010:", f"\n{_TAKER}\ne0010:").replace("\ne0191:", f"\n{_LENDER}\ne0191:")
    index, _, _ = edited(text)
    assert index.broken() == ()
    changed, count, _ = edited(text.replace("{name: Form, form:", "{name: Another, form:"))
    assert changed.broken() == ("e0009a",)
    assert count < 200
    assert edited(text)[0].broken() == ()


def test_what_is_broken_is_named_where_it_stands_now(edited: Edit) -> None:
    """Also where only lines before it changed, and nothing of its block was read again."""
    text = _many(60).replace("\ne0050:", "\nno entry:\ne0050:")
    index, _, _ = edited(text)
    (broken,) = index.broken()
    more, count, _ = edited(text.replace("e0000:\n", "e0000:\n\n\n"))
    (moved,) = more.broken()
    assert count < 60
    line = int(broken.split(":")[-2])
    assert moved == broken.replace(f":{line}:", f":{line + 2}:")
