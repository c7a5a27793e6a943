"""The commands of those who write a catalog, as they meet them."""

from pathlib import Path

import optout
from tests.conftest import Run

_SCHEMA = Path(optout.__file__).parent / "platforms.schema.json"


def test_schema_prints_the_file_that_comes_with_optout(run: Run, tmp_path: Path) -> None:
    """On standard output, or into a file."""
    wanted = _SCHEMA.read_text(encoding="utf-8")
    assert run("schema").out == wanted
    outcome = run("schema", "-o", tmp_path / "s.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == wanted
