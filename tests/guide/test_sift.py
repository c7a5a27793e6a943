"""A search where nothing is kept: it finds what the index finds, and reads few entries for it."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog, Chunk, Decoded
from optout.guide import sift
from optout.guide.everyday import split
from optout.guide.index import Index
from optout.guide.reader import EVERYBODY
from optout.guide.search import answered, search, why
from optout.guide.sift import Sifted
from optout.schema.decode import decode
from tests.conftest import CASES, EXAMPLE, Run

_CASES = [
    line.split(" => ")[0].split("|")
    for line in (CASES / "search.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def unkept(packaged: Catalog) -> Catalog:
    """The packaged catalog, of which nothing is kept."""
    return Catalog(bytes(packaged.data), packaged.file)


@pytest.fixture(scope="module")
def read(unkept: Catalog) -> Index:
    """All of it, read."""
    return Index(unkept)


def _holds(asked: list[str], unkept: Catalog, read: Index) -> None:
    """What is found is what the index finds, and each hit says the same of why it is there."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("optout.guide.search.Index", lambda *_: read)  # all entries, where they have to be read
        hits, index, broken = answered(unkept, asked, most=20)
    assert hits == search(read, asked, most=20), asked
    assert not broken
    if isinstance(index, Sifted):
        for slug in [slug for hit in hits.listed[:3] if (slug := getattr(hit.of, "slug", ""))]:
            assert why(unkept, index, slug, asked) == why(unkept, read, slug, asked), (asked, slug)


@pytest.mark.parametrize("asked", _CASES)
def test_what_people_look_for_is_found_alike(asked: list[str], unkept: Catalog, read: Index) -> None:
    """By names, everyday words, addresses, slips, in any script."""
    _holds(asked, unkept, read)


def _drawn(chance: random.Random, words: list[str]) -> Iterator[list[str]]:
    for _ in range(12):
        word, other = chance.choice(words), chance.choice(words)
        yield chance.choice(([word], [word, other], [word[: chance.randrange(1, 6)]], [f"{word}{other}"]))


@pytest.mark.slow
def test_any_words_of_the_catalog_are_found_alike(unkept: Catalog, read: Index) -> None:
    """Whole, by their beginnings, and several together, which may stand in different entries."""
    for asked in _drawn(random.Random(17), read.words().split()):
        _holds(asked, unkept, read)


@pytest.mark.slow
def test_no_entry_that_has_a_word_is_passed_by(unkept: Catalog, read: Index) -> None:
    """Wherever it stands: of a word that is in few entries, all of these are read."""
    slugs = [row.slug for row in read.rows(EVERYBODY)]
    for word in random.Random(5).sample(read.words().split(), 8):
        having = {slugs[at] for place in "nacdgb" for at in read.having(place, word) if at < len(slugs)}
        found, _ = sift.sifted(unkept, [word], [])
        assert having <= {found.platform(slug).slug for slug in having}, word


@given(st.text(max_size=30))
def test_a_text_holds_each_of_its_words_as_it_is_compared(text: str) -> None:
    """In any script and way of writing."""
    folded = sift._folded(text.encode("utf-8", "replace"))
    for word in split(text.encode("utf-8", "replace").decode()):
        assert word in folded, (text, word)
        assert re.search(sift._BEGINS + re.escape(word), folded), (text, word)


@pytest.mark.parametrize(
    ("asked", "most"), [(["voice", "recordings"], 84), (["github copilot"], 22), (["mastodon"], 8)]
)
def test_few_entries_are_read(asked: list[str], most: int, unkept: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that may have all words, of hundreds."""
    chunks: list[str] = []

    def counting(chunk: Chunk, file: str) -> Decoded:
        chunks.append(chunk.slug)
        return decode(chunk, file)

    monkeypatch.setattr(sift, "decode", counting)
    monkeypatch.setattr("optout.guide.index.decode", None)
    monkeypatch.setattr("optout.guide.blocks.decode", None)
    hits, _, _ = answered(unkept, asked)
    assert hits.listed
    assert len(chunks) <= most


_ENTRY = """
  name: {}
  category: social
  training: no-training
  summary: It {} says so. [a]
  checked: 2026-11-21
  sources: {{a: {{title: T, publisher: P, kind: official, url: "https://a.example/"}}}}
"""
_SMALL = (
    f"acme:{_ENTRY.format('Acme', 'rarely')}\nbroken:{_ENTRY.format('Brok', 'rarely').replace('name', 'nmae')}\n"
    + "escaped:"
    + _ENTRY.format("Escape", "x").replace("It x says so. [a]", r'"\u0071uietly. [a]"')
    + f"\nold:\n  name: Formerly Called\n  now: acme\n\nother:{_ENTRY.format('Other', 'often')}"
)


@pytest.mark.parametrize(
    ("asked", "slugs", "broken"),
    [
        (["rarely"], ["acme"], ("broken",)),
        (["often"], ["other"], ()),
        (["formerly", "rarely"], ["acme"], ()),
        (["formerly", "called"], ["acme"], ()),
        (["quietly"], ["escaped"], ()),
    ],
)
@pytest.mark.parametrize("is_kept", [True, False])
def test_only_broken_entries_that_may_fit_are_named(
    asked: list[str], slugs: list[str], broken: tuple[str, ...], is_kept: bool, tmp_path: Path
) -> None:
    """Whether the index is kept or not; others are nothing to who searches."""
    with pytest.MonkeyPatch.context() as patched:
        index = Index(Catalog(_SMALL.encode(), "x"))
        index.is_kept = is_kept
        patched.setattr("optout.guide.search.Index", lambda *_: index)
        hits, _, found = answered(Catalog(_SMALL.encode(), "x"), asked)
    assert [getattr(hit.of, "slug", "") for hit in hits.listed] == slugs
    assert set(found) == set(broken)


def test_where_nothing_is_found_all_that_is_broken_is_named(tmp_path: Path, run: Run) -> None:
    """It may be there."""
    path = tmp_path / "c.yaml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8") + "\nzz:\n  nmae: Zz\n", encoding="utf-8")
    outcome = run("search", "nobodyhasthis", "--catalog", path)
    assert (outcome.code, "zz" in outcome.err) == (1, True)
