"""Sources numbered in the order in which a page cites them."""

import re

from optout.catalog import Catalog
from optout.guide import compose
from optout.guide.citing import in_reading_order
from optout.model import Platform
from optout.site import build, guides
from tests.site.planned import PUBLISHED

_CITED = re.compile(r'<a href="#source-(\d+)"(?: tabindex="-1">· |>)\1</a>')


def test_every_guide_is_cited_in_order(packaged: Catalog) -> None:
    """On each page of the catalog the first number is 1, and each new one the next."""
    read = build.read(packaged)
    site = build.site(PUBLISHED, "platforms.yaml", read)
    wrong = {}
    for entry in read.entries:
        page = guides.guide_files(entry, site)[1][0].text
        assert len(_CITED.findall(page)) == page.count('href="#source-'), entry.platform.slug
        seen = list(dict.fromkeys(int(one) for one in _CITED.findall(page)))
        if seen != list(range(1, len(seen) + 1)):
            wrong[entry.platform.slug] = seen
        listed = list(map(int, re.findall(r'<li id="source-(\d+)">', page)))
        assert listed == list(range(1, len(listed) + 1)), entry.platform.slug
    assert wrong == {}


def test_each_number_still_means_its_source(acme: Platform) -> None:
    """Only numbers change: every citation leads to the source that the entry names, and none is lost."""
    before = compose(acme)
    after = in_reading_order(before)
    assert {note.id for note in after.sources} == {note.id for note in before.sources}
    numbers = {note.id: str(note.number) for note in after.sources}
    for span in after.verdict:
        assert span.kind != "cite" or numbers[span.target] == span.text
    assert [note.number for note in after.sources] == list(range(1, len(after.sources) + 1))
    assert in_reading_order(after) == after
