"""What ends with 1, as the table in docs/commands.md says it of each command."""

import re
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, Run

_TABLE = Path(__file__).parents[2] / "docs" / "commands.md"
_ROWS = dict(re.findall(r"^\| `([a-z ]+)` \|.*\|([^|]*)\|$", _TABLE.read_text(encoding="utf-8"), re.MULTILINE))
_BROKEN = "acme:\n  name: Acme\n"

# What is typed, below a folder with the example catalog; the command is what the table calls it.
_CASES = [
    ("show", "nobody"),
    ("show", "acme", "--catalog", "broken.yaml"),
    ("list", "--category", "dating"),
    ("search", "zzzz"),
    ("open", "nobody", "--print"),
    ("accounts add", "nobody"),
    ("accounts import", "words.txt"),
    ("accounts remove", "acme"),
    ("plan",),
    ("do", "nobody"),
    ("done", "nobody"),
    ("undo", "acme"),
    ("letter", "nobody", "--region", "DE"),
    ("check", "broken.yaml"),
    ("format", "--check", "untidy.yaml"),
    ("diff", "broken.yaml", "platforms.yaml"),
    ("init", "."),
    ("build", "--catalog", "broken.yaml"),
    ("guides", "--check"),
    ("guides", "--catalog", "broken.yaml"),
    ("guides", "--catalog", "empty.yaml"),
    ("diff", "platforms.yaml", "empty.yaml"),
    ("stale", "--catalog", "broken.yaml"),
    ("stale", "--catalog", "empty.yaml"),
    ("templates", "--copy", "nothing.html"),
]


@pytest.mark.slow
@pytest.mark.parametrize("case", _CASES, ids=" ".join)
def test_what_the_table_says_ends_with_one(
    case: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a sentence, and a row that names it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    example = EXAMPLE.read_text(encoding="utf-8")
    files = {"platforms.yaml": example, "broken.yaml": _BROKEN, "untidy.yaml": example.replace("name: ", "name:   ", 1)}
    for name, text in {**files, "words.txt": "zzzz zzzz\n", "empty.yaml": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command, *more = case
    outcome = run(*command.split(), *more)
    assert outcome.code == 1
    assert outcome.err or outcome.out
    assert _ROWS[command].strip()


def test_what_never_ends_with_one_has_an_empty_row() -> None:
    """The commands that no case above is about, but those that ask a network or an archive, or need a terminal."""
    elsewhere = {"changed", "new", "links", "evidence", "terms", "robots", "robots audit"}
    known = {case[0] for case in _CASES}
    assert {name for name, said in _ROWS.items() if said.strip()} == known | elsewhere
