"""What tests of the site share: built sites, and pages of a browser in a profile of their own."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from optout.catalog import Catalog
from optout.catalog.locate import default_path, load
from optout.project.config import Config
from optout.site import build
from tests.conftest import EXAMPLE
from tests.site.planned import PUBLISHED, files_of

if sys.platform != "win32":
    import fcntl

Open = Callable[..., Page]

# Run before the scripts of a page: adds up by how much anything moves; has the browser refuse to store anything.
MEASURE = (
    "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.moved += one.value))"
    ".observe({type: 'layout-shift', buffered: true});"
)
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"


def _built(catalog: Path, out: Path, config: Config) -> Path:
    build.build(build.site(config, catalog.name, build.read(load(catalog))), out)
    return out


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example, in a folder."""
    return _built(EXAMPLE, tmp_path_factory.mktemp("example") / "site", Config())


@pytest.fixture(scope="session")
def packaged_site(shared: Path) -> Path:
    """The site of the catalog that comes with optout, with all that an address and a repository bring.

    One worker makes it, the others wait for it.
    """
    folder = shared / "packaged"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "site"
        return site if site.exists() else _built(default_path(), site, PUBLISHED)


@pytest.fixture(scope="session")
def published(example: Catalog) -> dict[str, str]:
    """The files of the example's site at an address."""
    return files_of(build.site(PUBLISHED, "platforms.yaml", build.read(example)))


@pytest.fixture(scope="session")
def in_a_folder(example: Catalog) -> dict[str, str]:
    """The files of the example's site without an address."""
    return files_of(build.site(Config(), "platforms.yaml", build.read(example)))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open a file or an address, in one profile for the whole test; any error on a page fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(5000)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda message: wrong.append(message.text))

    def open_page(address: Path | str, before: str = "", view: str = "") -> Page:
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.goto((address.as_uri() if isinstance(address, Path) else address) + view)
        return page

    yield open_page
    context.close()
    assert wrong == []
