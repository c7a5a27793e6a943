"""The index of names: never wrong, never needed, whatever is in the cache."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog, cache, sought, table
from optout.catalog.heads import Head, head, heads
from optout.catalog.locate import default_path, load
from optout.catalog.names import names
from optout.catalog.resolve import suggestions
from optout.catalog.sought import SoughtTable
from optout.catalog.table import Kept, table_of
from optout.catalog.table import MadeTable as InMemory
from optout.guide.shipped import ship
from optout.near import ALSO, COMPANY, NAME
from optout.store import Store
from tests.conftest import EXAMPLE, Run


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packaged catalog in a folder of somebody, and a cache folder that does not exist yet."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache" / "deep"))
    path = tmp_path / "own" / "platforms.yaml"
    path.parent.mkdir()
    shutil.copyfile(default_path(), path)
    _age(path)
    return path


def _age(path: Path) -> None:
    """Nothing tells the change of a file that was made this very moment from the one before."""
    os.utime(path, (1_700_000_000, 1_700_000_000))


def _kept(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "cache" / "deep").iterdir()
    return found


@pytest.fixture(scope="module")
def plain(packaged: Catalog) -> InMemory:
    """The table without any file."""
    return InMemory(heads(packaged))


def _keys(plain: InMemory, asked: int) -> Iterator[str]:
    """Every key, and as many that are none."""
    chance = random.Random(7)
    known = list(plain.slugs)
    yield from known
    for _ in range(asked):
        text = list(chance.choice(known))
        text[chance.randrange(len(text))] = chance.choice("abcdefgh.豆é 1")
        yield "".join(text)


def _holds(found: table.NameTable, plain: InMemory, asked: int = 3_000) -> None:
    for key in _keys(plain, asked):
        assert list(found.get(key)) == list(plain.get(key)), key
    assert found.names() == plain.names()


def test_names_are_read_without_the_entries(packaged: Catalog) -> None:
    """A head says what the whole entry says."""
    assert list(heads(packaged)) == [head(decoded.entry) for decoded in packaged if decoded.entry]


def test_names_are_sought_where_no_table_is_kept(packaged: Catalog, plain: InMemory) -> None:
    """A key has the entries that the table has, while others are left unread."""
    for key in random.Random(3).sample(list(_keys(plain, 300)), 400):
        assert list(SoughtTable(packaged).get(key)) == list(plain.get(key)), key
    sought = SoughtTable(packaged)
    _holds(sought, plain, 300)
    assert [sought.titles(), sought.sites()] == [plain.titles(), plain.sites()]
    assert list(sought.get(f"{NAME}linkedin")) == ["linkedin"]  # after all were read


def test_few_entries_are_read_for_a_key(packaged: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those whose names have its letters, and those that may say them in another way."""
    read = []
    monkeypatch.setattr(sought, "head_at", lambda _, start, text: read.append(text))
    table = SoughtTable(packaged)
    for kind in (NAME, ALSO, COMPANY):
        table.get(f"{kind}githubcopilot")
    otherwise = [text for text in read if re.search(rb"[\\&+#\x80-\xff]", text)]
    assert len(read) - len(otherwise) == 1
    assert len(otherwise) <= len(packaged.slugs()) // 20


_NAME = st.lists(
    st.sampled_from(["A", "b", "C++", "C#", "&", "and", "é", "ﬁ", "K", "豆", " ", "-", "'", "9", "™", "a.de"])
)
_CALLED = st.fixed_dictionaries(
    {"name": _NAME, "aliases": _NAME, "company": _NAME | st.just(["Alphabet Inc."]), "domains": st.just(["a.de"])}
)


@given(st.lists(_CALLED, min_size=1, max_size=4), st.booleans())
def test_however_a_name_is_spelt_it_is_found(entries: list[dict[str, list[str]]], is_escaped: bool) -> None:
    """With accents, ligatures, escapes and signs that are spelt out."""
    text = "".join(
        f"e-{number}:\n"
        + "".join(f"  {field}: {json.dumps(''.join(parts), ensure_ascii=is_escaped)}\n" for field, parts in one.items())
        for number, one in enumerate(entries)
    )
    catalog = Catalog(text.encode(), "x")
    made = InMemory(heads(catalog))
    for key in (*made.slugs, f"{COMPANY}alphabet", f"{NAME}ab", f"{NAME}!"):
        assert list(SoughtTable(catalog).get(key)) == list(made.get(key)), key


@pytest.mark.parametrize(
    "entry",
    [
        'a:\n  "name": A\n  now: b\n',
        "a:\n    name: A\n    now: b\n    aliases:\n    - C\n",
        "a:\n  name: >-\n    A\n    B\n  now: b\n",
        'a:\n  name: "A\n    B"\n  now: b # c\n',
        "a:\n  aliases: [\n    C, # why\n  D]\n  name: A\n  now: b\n",
        "a:\n  aliases:\n  - C\n  # why\n\n  - D\n  name: A\n  now: b\n",
        "a:\r\n  name: A\r\n  aliases: [C]\r\n  now: b\r\n",
        "a:\n  name: A\n  now: b\n  domains: [a.example,\n    b.example]\n",
        "a:\n  name: 'A''s'\n  now: b",
    ],
)
def test_odd_entries_have_their_names_too(entry: str) -> None:
    """However YAML lets them be written."""
    catalog = Catalog(entry.encode(), "x")
    (decoded,) = catalog
    assert decoded.entry is not None, decoded.problems
    assert list(heads(catalog)) == [head(decoded.entry)]
    assert Head("a", next(names(decoded.entry))).name == decoded.entry.name


def test_the_kept_table_is_the_one_in_memory(
    copy: Path, plain: InMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made at the first question, used from then on; the catalog's own folder stays as it is."""
    monkeypatch.setattr(cache, "_SETTLED", 0)  # else it is written once more if the questions take two seconds
    made = table_of(load(copy))
    assert isinstance(made, Kept)
    _holds(made, plain)
    before = _kept(tmp_path).stat().st_mtime_ns
    _holds(table_of(load(copy)), plain)
    assert _kept(tmp_path).stat().st_mtime_ns == before
    assert os.listdir(copy.parent) == ["platforms.yaml"]


@pytest.mark.slow
def test_no_damage_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bits turned, ends missing, pieces exchanged: the answers stay, and the next table is sound again."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache" / "deep"))
    plain = InMemory(heads(load(EXAMPLE)))
    table_of(load(EXAMPLE))
    sound = _kept(tmp_path).read_bytes()
    chance = random.Random(11)
    for harmed in (
        *(_harmed(sound, chance) for _ in range(120)),
        *(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :] for at in range(400)),  # the first lines, bit by bit
    ):
        _kept(tmp_path).write_bytes(harmed)
        for _ in range(2):
            _holds(table_of(load(EXAMPLE)), plain, asked=20)


def _harmed(sound: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(sound))
    kind = chance.randrange(4)
    if kind == 0:
        return sound[:at]
    if kind == 1:
        return sound[:at] + bytes([sound[at] ^ (1 << chance.randrange(8))]) + sound[at + 1 :]
    if kind == 2:
        return sound[:at] + chance.randbytes(40) + sound[at + 40 :]
    other = chance.randrange(len(sound))
    return sound[:at] + sound[other : other + 60] + sound[at + 60 :]


@pytest.mark.parametrize("place", ["a folder", "a pipe", "nothing to read", "somebody else's", "a file for a folder"])
def test_what_is_no_cache_is_none(place: str, copy: Path, plain: InMemory, tmp_path: Path) -> None:
    """No error, no waiting, and the answer."""
    table_of(load(copy))
    kept = _kept(tmp_path)
    if place != "somebody else's":
        kept.unlink()
    if place == "a folder":
        kept.mkdir()
    elif place == "a pipe":
        os.mkfifo(kept)
    elif place == "nothing to read":
        kept.touch()
    elif place == "somebody else's":
        kept.write_bytes(kept.read_bytes().replace(b"linkedin", b"evilevil"))
        kept.chmod(0o666)
    else:
        shutil.rmtree(tmp_path / "cache")
        (tmp_path / "cache").touch()
    found = table_of(load(copy))
    for key in ("nlinkedin", "dlinkedin.com", "nnobody"):
        assert list(found.get(key)) == list(plain.get(key))


@pytest.mark.slow
@pytest.mark.parametrize("by", ["its digest", "what the system tells of it"])
def test_a_changed_catalog_is_noticed(by: str, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if neither its size nor the time that everybody sees has changed."""
    if by != "its digest":
        monkeypatch.setattr(cache, "_SETTLED", 0)
    assert list(table_of(load(copy)).get("nlinkedin")) == ["linkedin"]
    text = copy.read_text(encoding="utf-8")
    copy.write_text(text.replace("\n  name: LinkedIn\n", "\n  name: LinkedOn\n"), encoding="utf-8")
    _age(copy)
    found = table_of(load(copy))
    assert list(found.get("nlinkedon")) == ["linkedin"]
    assert suggestions(load(copy), "LinkedOm") == ["linkedin"]


def test_another_file_with_the_same_content_is_the_same(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout that writes the file anew costs a digest, once; until then not even that is needed."""
    monkeypatch.setattr(cache, "_SETTLED", 0)
    table_of(load(copy))
    made = Store(_kept(tmp_path).read_bytes()).made
    with monkeypatch.context() as patched:
        patched.setattr(cache, "made_of", None)
        assert list(table_of(load(copy)).get("nlinkedin")) == ["linkedin"]
    again = copy.read_bytes()
    copy.unlink()
    copy.write_bytes(again)
    _age(copy)
    table_of(load(copy))
    again_made = Store(_kept(tmp_path).read_bytes()).made
    assert (again_made.size, again_made.digest) == (made.size, made.digest)
    assert again_made.file != made.file


def test_a_cache_can_be_switched_off(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Nothing is written anywhere, and the answer is the same."""
    monkeypatch.setenv("OPTOUT_CACHE", "off")
    assert run("show", "linkedin.com", "--catalog", copy).out.startswith("LinkedIn ")
    assert run("show", "linkdin", "--catalog", copy).code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]


def test_the_names_of_a_small_catalog_are_kept_and_its_entries_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tab and what is said of a slip need the table; an entry is read as quickly as a file is found."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path))
    catalog = load(EXAMPLE)
    assert isinstance(table_of(catalog), Kept)
    assert catalog.get("acme")
    assert [path.suffixes for path in tmp_path.iterdir()] == [[".names", ".index"]]


def test_the_oldest_files_of_many_go(copy: Path, tmp_path: Path) -> None:
    """Whoever works on many catalogs does not fill a disk."""
    folder = tmp_path / "cache" / "deep"
    folder.mkdir(parents=True)
    for number in range(80):
        path = folder / f"{number}.names.index"
        path.touch()
        os.utime(path, (number, number))
    table_of(load(copy))
    assert len(list(folder.iterdir())) == 64
    assert not (folder / "0.names.index").exists()


def test_the_shipped_table_is_used_for_its_catalog_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package is, nothing is written to the cache; a catalog that was edited there gets one of its own."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    packaged = tmp_path / "own" / "platforms.yaml"
    packaged.parent.mkdir()
    shutil.copyfile(EXAMPLE, packaged)
    monkeypatch.setattr(cache, "default_path", lambda: packaged)
    ship(load(packaged), packaged.parent)
    _holds(table_of(load(packaged)), InMemory(heads(load(packaged))), asked=20)
    assert not (tmp_path / "cache").exists()
    packaged.write_bytes(packaged.read_bytes() + b"\nzz:\n  name: Zz\n  now: acme\n")
    assert list(table_of(load(packaged)).get("nzz")) == ["zz"]
    assert (tmp_path / "cache").exists()


@pytest.mark.skipif("OPTOUT_INSTALLED" in os.environ, reason="a wheel is built from a checkout")
@pytest.mark.slow
def test_a_wheel_brings_the_table_of_its_catalog(tmp_path: Path, plain: InMemory) -> None:
    """As built, the same bytes each time."""
    root = default_path().parent
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        catalog = files.read("optout/platforms.yaml")
        shipped = {path: files.read(f"optout/{path.name}") for path in ship(load(default_path()), tmp_path)}
    packed = next(iter(shipped.values()))
    assert Store(packed).made.is_of(catalog)
    assert list(Store(packed).get("slugs", "nlinkedin")) == ["linkedin"]
    assert [path.name for path, data in shipped.items() if data != path.read_bytes()] == []
