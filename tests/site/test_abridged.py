"""What a site holds of each platform is enough for all that is no guide; the whole is read again for its guide."""

import mmap
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from optout.catalog import Catalog
from optout.catalog.locate import load
from optout.errors import OptoutError
from optout.messages import language
from optout.model import Platform
from optout.site import build, guides, remembered
from optout.site.abridged import abridge, extract_of, whole
from optout.site.model import Card, Site, SiteFile
from optout.site.remembered import Memory
from optout.source import split
from tests.conftest import CASES, EXAMPLE
from tests.site.planned import PUBLISHED, list_files


class _Elsewhere(Memory):
    """A memory that would take no room, and has lost everything as soon as it is asked."""

    @property
    def is_elsewhere(self) -> bool:
        """As one in a file."""
        return True

    def recall(self, key: str) -> Any:
        """Nothing."""
        return None


def _cards(site: Site) -> list[Card]:
    return [guides.guide_files(whole(entry), site)[0] for entry in site.entries]


def _lists(site: Site, cards: list[Card]) -> list[SiteFile]:
    return list(list_files(cards, site))


@pytest.mark.parametrize("name", ["example", "hostile", pytest.param("packaged", marks=pytest.mark.slow)])
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_lists_are_the_same_from_what_is_held(name: str, spoken: str, packaged: Catalog) -> None:
    """Figures, feeds, letters, names, the map of the site: not one asks for what only a guide says."""
    catalog = {"example": EXAMPLE, "hostile": CASES / "hostile.yaml"}.get(name)
    found = build.read(load(catalog) if catalog else packaged)
    held = [
        entry._replace(platform=abridge(one).platform, extract=abridge(one).extract, read=({one.slug: one}).__getitem__)
        for entry in found.entries
        for one in (entry.platform,)
    ]
    sites = [
        build.site(PUBLISHED, "platforms.yaml", found._replace(entries=tuple(entries)))._replace(
            spoken=language(spoken)
        )
        for entries in (found.entries, held)
    ]
    assert sites[0]._replace(entries=()) == sites[1]._replace(entries=())
    cards = _cards(sites[0])
    assert _lists(sites[1], cards) == _lists(sites[0], cards)


def test_what_is_held_is_little_of_an_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file keeps the rest; and the whole is what was read, with the same extract."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path))
    expected = {one.platform.slug: one for one in build.read(load(EXAMPLE)).entries}
    for _ in range(2):  # read from the catalog, then from the file
        with closing(remembered.opened(tmp_path / "site")) as memory:
            found = build.read(load(EXAMPLE), memory).entries
            assert [entry.platform.slug for entry in found] == [*expected]
            for entry in found:
                one = expected[entry.platform.slug]
                assert not any((entry.platform.summary, entry.platform.controls, entry.platform.limits))
                assert entry.extract == extract_of(one)
                assert whole(entry).platform == one.platform


def test_what_a_process_keeps_is_held_whole() -> None:
    """It would be in memory all the same."""
    for entry in build.read(load(EXAMPLE), Memory()).entries:
        assert entry.extract is None
        assert whole(entry) is entry


def test_what_was_lost_is_read_from_the_catalog() -> None:
    """A cache that goes away while a site is built keeps nothing from being built."""
    expected = [one.platform for one in build.read(load(EXAMPLE)).entries]
    assert [whole(one).platform for one in build.read(load(EXAMPLE), _Elsewhere()).entries] == expected


def test_an_entry_that_changed_meanwhile_is_told(tmp_path: Path) -> None:
    """What is written is of one catalog, and what is kept of the text that it is kept for."""
    text = EXAMPLE.read_bytes()
    catalog = Catalog(text, "platforms.yaml")
    first = build.read(catalog, _Elsewhere()).entries[0]
    assert isinstance(whole(first).platform, Platform)
    catalog.data = text.replace(b"summary: ", b"summary: Now ", 1)
    with pytest.raises(OptoutError, match=r"platforms\.yaml was changed while its site was built; .* do it again"):
        whole(first)


def test_a_text_in_pieces_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is mapped into memory, of which each piece is let go, or not."""
    monkeypatch.setattr(split, "_PIECE", mmap.ALLOCATIONGRANULARITY)
    text = b"".join(b"%d\n" % number for number in range(50_000))
    file = tmp_path / "text"
    file.write_bytes(text)
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert [*split.pieces(mapped)] == [*split.pieces(text)]
        assert b"".join(split.pieces(mapped)) == text
        split.let_go(mapped)
        assert mapped[:] == text
