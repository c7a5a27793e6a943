"""Where one file system ends and another begins no file can be moved: what is written is whole there as well."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CASES, Run

_ENTRY = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than the test's own."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this machine has no second file system to write to")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.slow
def test_what_is_on_another_file_system_is_written_whole(
    run: Run, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A catalog and a list that a link leads to stay behind their links; guides and a site lie wherever one wants."""
    monkeypatch.chdir(tmp_path)
    (elsewhere / "real.yaml").write_text(_ENTRY.replace("training: ", "training:   "), encoding="utf-8")
    Path("platforms.yaml").symlink_to(elsewhere / "real.yaml")
    Path("list.json").symlink_to(elsewhere / "list.json")
    monkeypatch.setenv("OPTOUT_LIST", "list.json")
    assert run("format", "platforms.yaml").code == run("check", "--fix", "platforms.yaml").code == 0
    assert (elsewhere / "real.yaml").read_text(encoding="utf-8") == _ENTRY
    assert run("accounts", "add", "example").code == run("accounts", "remove", "example").code == 0
    assert Path("platforms.yaml").is_symlink()
    assert Path("list.json").is_symlink()
    assert run("guides", "--out", elsewhere / "guides").code == 0
    assert run("build", "--out", elsewhere / "site").code == 0
    assert {path.name for path in elsewhere.iterdir()} == {"real.yaml", "list.json", "guides", "site"}
