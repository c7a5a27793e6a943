"""The package as a wheel brings it, for tests of what is answered without a library."""

import contextlib
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import pytest

from optout.catalog import cache
from optout.catalog.locate import default_path, load
from optout.cli import helping, quick
from optout.cli.main import main
from optout.guide.shipped import ship
from optout.render import preparing
from tests.cli.both_ways import KINDS, Ask, Short, put
from tests.conftest import EXAMPLE, Outcome


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


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty cache; and a file counts as settled the moment after it was written, of which `put` is sure."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_SETTLED", 0)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a small catalog, in which one stands."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.chdir(folder)
    put(folder / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8"))
    return folder


@pytest.fixture
def long(capfdbinary: pytest.CaptureFixture[bytes]) -> Ask:
    """Ask the long way."""

    def ask(*arguments: str) -> Outcome:
        capfdbinary.readouterr()
        code = main(arguments)
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return ask


@pytest.fixture
def short(capfdbinary: pytest.CaptureFixture[bytes]) -> Short:
    """Ask the short way; None if it leaves that to the other, in which case it has said nothing."""

    def ask(*arguments: str) -> Outcome | None:
        capfdbinary.readouterr()
        code = quick.answer(arguments)
        out, err = capfdbinary.readouterr()
        if code is None:
            assert (out, err) == (b"", b"")
            return None
        return Outcome(code, out.decode(), err.decode())

    return ask


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, own: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A kind of project, in which one stands."""
    monkeypatch.setenv("OPTOUT_CATALOG", "")
    KINDS[request.param]()
    return str(request.param)
