"""The package as a wheel brings it, for tests of what is answered without a library."""

import contextlib
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import pytest

from optout.catalog.locate import default_path, load
from optout.cli import helping
from optout.guide.shipped import ship
from optout.render import preparing


@pytest.fixture(scope="session")
def package(shared: Path) -> Path:
    """A folder as the package is after its wheel was built."""
    folder = shared / "package"
    if not folder.exists():
        made = Path(tempfile.mkdtemp(dir=shared))
        preparing.ship(load(default_path()), made)
        ship(load(default_path()), made)
        helping.ship(made)
        (shared / f"click-{version('click')}.dist-info").mkdir(exist_ok=True)
        shutil.copyfile(default_path(), made / "platforms.yaml")
        with contextlib.suppress(OSError):  # another worker was quicker
            made.rename(folder)
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no project, in which a command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
