"""What VS Code is given: settings that lead to the schema, and snippets that are valid entries once filled in."""

import json
import re
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.model import CATEGORIES, HOWS, SOURCE_KINDS, SURFACES, TRAININGS, Control, Platform, Stub
from optout.rules import check
from tests.conftest import CASES, TODAY

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / ".vscode"

if not _FOLDER.exists():
    pytest.skip("the settings of an editor belong to a checkout", allow_module_level=True)

_SNIPPETS = json.loads((_FOLDER / "optout.code-snippets").read_text(encoding="utf-8"))
_DATE = {"YEAR": "2026", "MONTH": "11", "DATE": "21"}


def _filled(name: str) -> str:
    """What the snippet leaves behind if somebody presses Tab through it."""
    text = "\n".join(_SNIPPETS[name]["body"])
    text = re.sub(r"\$CURRENT_(\w+)", lambda found: _DATE[found[1]], text)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def _entry(field: str, snippet: str) -> str:
    """The eight lines, with the snippet as the first item under `field`."""
    lines = (CASES / "eight-lines.yaml").read_text(encoding="utf-8").replace("{help: {", "\n    help: {").rstrip("}\n")
    entry = f"{lines}}}\n"
    indented = "\n".join(f"    {line}" for line in snippet.split("\n"))
    if f"  {field}:" in entry:
        return re.sub(rf"(?m)^  {field}:.*$", lambda _: f"  {field}:\n{indented}", entry, count=1)
    return f"{entry}  {field}:\n{indented}\n"


def _read(text: str) -> Catalog:
    catalog = Catalog(text.encode(), "snippet.yaml")
    assert [str(problem) for problem in check(catalog, TODAY) if problem.rule != "dead-reference"] == []
    return catalog


def test_the_settings_lead_to_files_that_exist() -> None:
    """The schema, and the catalogs that it is for."""
    settings = json.loads((_FOLDER / "settings.json").read_text(encoding="utf-8"))
    for schema, catalogs in settings["yaml.schemas"].items():
        assert (_ROOT / schema).exists()
        assert all((_ROOT / catalog.lstrip("/")).exists() for catalog in catalogs)


def test_the_snippet_of_an_entry_passes_every_rule() -> None:
    """Before a word of it is changed."""
    (decoded,) = _read(_filled("Entry"))
    assert isinstance(decoded.entry, Platform)


def test_a_choice_is_between_all_that_there_is() -> None:
    """For every field that takes one of some words."""
    lists = re.findall(r"(\w+): \[?\$\{\d+\|([^|}]+)\|", json.dumps(_SNIPPETS))
    words = {"category": CATEGORIES, "training": TRAININGS, "kind": SOURCE_KINDS, "where": SURFACES}
    for field, choices in words.items():
        found = [offered.split(",") for name, offered in lists if name == field]
        assert found, field
        assert all(offered == list(choices) for offered in found), field


def test_the_snippet_of_a_former_name_is_a_stub() -> None:
    """Only the entry it leads to is missing."""
    (decoded,) = _read(_filled("Former name"))
    assert isinstance(decoded.entry, Stub)


def _control(name: str) -> Control:
    text = _entry("controls", _filled(name))
    if name == "Control: none":
        text = text.replace("opt-out", "no-control")
    if "site-owner" in text:
        text = text.replace("  training:", "  topics: [site-owners]\n  training:")
    (decoded,) = _read(text)
    assert isinstance(decoded.entry, Platform)
    return decoded.entry.controls[0]


def test_there_is_a_snippet_for_every_way_to_refuse() -> None:
    """Each passes every rule in an entry, and is the way it is named after."""
    names = [name for name in _SNIPPETS if name.startswith("Control: ")]
    assert [_control(name).how for name in names] == list(HOWS)


def test_the_snippet_of_an_event_passes_every_rule() -> None:
    """Under `history`."""
    (decoded,) = _read(_entry("history", _filled("Event")))
    assert isinstance(decoded.entry, Platform)
    assert decoded.entry.history[0].text == "What changed. [help]"


def test_the_snippet_of_a_source_passes_every_rule() -> None:
    """In the place of the source of the eight lines."""
    lines = (CASES / "eight-lines.yaml").read_text(encoding="utf-8").split("  sources:")[0]
    source = "\n".join(f"    {line}" for line in _filled("Source").split("\n"))
    (decoded,) = _read(f"{lines}  sources:\n{source}\n")
    assert isinstance(decoded.entry, Platform)
    assert decoded.entry.sources[0].quote == "At most twenty words"
