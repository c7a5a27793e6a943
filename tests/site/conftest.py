"""The site of the example, made once: with an address, and for a folder."""

import pytest

from optout.catalog import Catalog
from optout.site import build
from optout.site.config import Config
from tests.site.planned import PUBLISHED, files_of


@pytest.fixture(scope="session")
def published(example: Catalog) -> dict[str, str]:
    """The files of the example's site at an address."""
    return files_of(build.site(PUBLISHED, "platforms.yaml", build.read(example)))


@pytest.fixture(scope="session")
def in_a_folder(example: Catalog) -> dict[str, str]:
    """The files of the example's site without an address."""
    return files_of(build.site(Config(), "platforms.yaml", build.read(example)))
