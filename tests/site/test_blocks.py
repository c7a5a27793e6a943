"""Data by slugs, cut into blocks of which a page loads those that it needs."""

import json

import pytest

from optout.address import suffixes
from optout.site import logins, named
from tests.conftest import CASES

_LABELS = ("example.com example", "docs.example.co.uk example", "example.github.io example", "github.io github")


def test_a_slug_stands_in_the_block_of_its_case() -> None:
    """In the same one as the page's script looks for it, which the same file holds for."""
    lines = (CASES / "blocks.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert lines
    for line in lines:
        slug, number, block = line.split()
        assert named.block_of(slug, int(number)) == int(block), line


@pytest.mark.parametrize(("many", "blocks"), [(0, 1), (8, 1), (65, 2), (419, 7), (10_000, 64)])
def test_no_block_has_much_more_than_others(many: int, blocks: int) -> None:
    """Their number follows that of the platforms, and ends at 64; each platform stands in one of them, its own."""
    *files, pointer = named.blocks("said", "optoutSaid", {f"a-{one}": str(one) for one in range(many)}, "0" * 8)
    assert len(files) == blocks
    assert pointer.path == "assets/said.00000000.js"
    said = [json.loads(file.text.partition("??={},")[2].removesuffix(");\n")) for file in files]
    assert sum(map(len, said)) == many
    assert all(named.block_of(slug, blocks) == place for place, block in enumerate(said) for slug in block)
    assert max(map(len, said)) <= 1.5 * many / blocks + 8


@pytest.mark.parametrize(("domain", "label"), [line.split() for line in _LABELS])
def test_what_is_known_of_a_host_stands_under_the_label_before_its_ending(domain: str, label: str) -> None:
    """Whatever stands before that, and in whatever country: one who has any of them loads all that is near."""
    assert logins.label_of(domain) == label


def test_a_block_of_suffixes_has_what_ends_in_its_labels() -> None:
    """And of them those of countries, without those that are sold to all the world."""
    found = logins.endings()
    rules, countries = found["uk"]
    assert {"uk", "co.uk", "!www.ck"} & {*rules.split()} == {"uk", "co.uk"}
    assert {"uk", "co.uk"} == {*countries.split()}
    assert found["io"][1] == ""
    assert set(suffixes.rules()) == {rule for rules, _ in found.values() for rule in rules.split()}
