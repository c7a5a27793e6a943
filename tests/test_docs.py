"""What the documents say is true."""

import importlib
import os
import re
from pathlib import Path

import pytest

import optout
from optout.catalog import Catalog
from optout.cli.main import COMMANDS
from optout.model import CATEGORIES, SOURCE_KINDS, SURFACES, TRAININGS, WHOS, Platform
from optout.workshop import fields
from tests.conftest import CASES, Run

_ROOT = Path(__file__).parent.parent
_README = _ROOT / "README.md"
_CONTRIBUTING = _ROOT / "CONTRIBUTING.md"


def _replace(path: Path, pattern: str, wanted: str) -> str:
    """The part of a document that `pattern` finds; with UPDATE_GOLDEN=1 the wanted text is put there first."""
    text = path.read_text(encoding="utf-8")
    match = re.search(pattern, text, re.DOTALL)
    assert match, f"{path} has no {pattern}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text[: match.start(1)] + wanted + text[match.end(1) :], encoding="utf-8")
        return wanted
    return match[1]


def test_the_readme_shows_what_the_command_shows(run: Run) -> None:
    """The picture of the terminal is the terminal."""
    wanted = f"$ optout show linkedin\n{run('show', 'linkedin').out}"
    assert _replace(_README, r"<!-- show: linkedin -->\n```\n(.*?)```", wanted) == wanted


def test_the_readme_counts_right(packaged: Catalog) -> None:
    """The number of platforms is that of the catalog, also in the changelog."""
    wanted = str(sum(isinstance(one.entry, Platform) for one in packaged))
    assert _replace(_README, r"guides for (\w+) platforms", wanted) == wanted
    assert _replace(_ROOT / "CHANGELOG.md", r"The catalog itself: (\w+) platforms", wanted) == wanted


def test_the_readme_has_every_command() -> None:
    """A command that nobody can find is not there."""
    text = _README.read_text(encoding="utf-8")
    assert all(f"`optout {name}" in text for name in COMMANDS)


def test_the_eight_lines_are_those_that_are_tested() -> None:
    """The entry that CONTRIBUTING offers for copying is the case that passes every rule."""
    wanted = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    assert _replace(_CONTRIBUTING, r"<!-- eight lines -->\n```yaml\n(.*?)```", wanted) == wanted


def test_contributing_names_every_field_and_every_word() -> None:
    """Whatever the decoder takes is in the document."""
    text = _CONTRIBUTING.read_text(encoding="utf-8")
    fields = vars(importlib.import_module("optout.catalog.decode"))
    tables = [fields[name] for name in fields if name.isupper() and isinstance(fields[name], dict)]
    assert len(tables) == 12
    for name in {name for table in tables for name in table}:
        assert f"`{name}`" in text or f"`{name}:" in text, name
    for word in (*CATEGORIES, *TRAININGS, *SURFACES, *WHOS, *SOURCE_KINDS):
        assert word in text, word


@pytest.mark.parametrize("table", ["TRAINING", "PLATFORM", "HOW", "FURTHER"])
def test_contributing_says_of_a_field_what_editors_say(table: str) -> None:
    """One set of words, in the document and on hover."""
    wanted = "".join(f"| `{name}` | {text} |\n" for name, text in vars(fields)[table].items())
    pattern = rf"<!-- fields: {table} -->\n[^\n]*\n\| --- \| --- \|\n((?:\|[^\n]*\n)*)"
    assert _replace(_CONTRIBUTING, pattern, wanted) == wanted


def test_the_version_in_the_changelog() -> None:
    """What is not released yet is called so, or the newest version is this one."""
    first = re.search(r"^## (.*)$", (_ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first
    assert first[1] == "Unreleased" or optout.__version__ in first[1]


def test_everything_is_in_the_package() -> None:
    """Catalog, templates and data are where the program looks for them, in a checkout as in a wheel."""
    package = Path(optout.__file__).parent
    if os.environ.get("OPTOUT_INSTALLED"):
        assert "site-packages" in str(package)
        assert (package / "platforms.yaml").exists()
    for name in ("templates/guide.md", "templates/guide.html", "templates/style.css", "regions.txt", "py.typed"):
        assert (package / name).exists(), name
