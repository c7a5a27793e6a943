"""optout for other programs: what is promised is there, has types and words, and costs nothing until it is used."""

import inspect
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import optout
from optout import api
from optout.guide import Reader, compose
from tests.conftest import EXAMPLE

_DOCS = Path(__file__).parent.parent / "docs" / "api.md"


@pytest.mark.slow
def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """As it stands there, against the packaged catalog."""
    (code,) = re.findall(r"```python\n(.*?)```", _DOCS.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, str(_DOCS), "exec"), {})
    said = capsys.readouterr().out
    assert "# LinkedIn: how do I keep" in said
    assert "https://www.linkedin.com/" in said
    assert "nobody's platform" in said


def test_the_example_of_the_module_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The few lines that `help(optout.api)` begins with."""
    code = re.findall(r"^    (.*)$", api.__doc__ or "", re.MULTILINE)
    exec("\n".join(code), {})
    assert "# LinkedIn: how do I keep" in capsys.readouterr().out


def test_all_that_is_promised_is_there_and_explained() -> None:
    """Every public name and every method has a docstring; nothing else is public."""
    assert {name for name in optout.__all__ if not hasattr(optout, name)} == set()
    for name in api.__all__:
        found = getattr(api, name)
        if inspect.isclass(found) or inspect.isfunction(found):
            assert found.__doc__, name
    for name, method in inspect.getmembers(api.OpenCatalog, inspect.isfunction):
        assert method.__doc__ or name == "__init__", name
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = optout.nothing  # type: ignore[attr-defined]


def test_importing_optout_imports_nothing_else() -> None:
    """Until a name of it is used."""
    code = "import optout, sys; print(sorted(name for name in sys.modules if name.startswith('optout')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['optout']\n"


def test_a_catalog_of_ones_own() -> None:
    """By its path, as text or as Path: its platforms, what a name means, the guide for a reader."""
    catalog = optout.open(str(EXAMPLE))
    assert [platform.slug for platform in catalog] == [platform.slug for platform in optout.open(EXAMPLE)]
    assert catalog.file.endswith("example.yaml")
    assert catalog.find("acme.example").slug == "acme"
    expected = compose(catalog.find("acme"), Reader("DE", "ios", "Free"))
    assert catalog.guide("acme", region="DE", device="ios", plan="Free") == expected


@pytest.mark.parametrize(
    ("format", "beginning"), [("text", "Acme"), ("markdown", "# "), ("html", "<!doctype html>"), ("json", "{")]
)
def test_every_format(format: api.Format, beginning: str) -> None:
    """A guide in each; JSON is what `optout show --format json` writes."""
    text = api.render(optout.open(EXAMPLE).guide("acme"), format)
    assert text.startswith(beginning)
    if format == "json":
        assert json.loads(text)["guides"][0]["slug"] == "acme"
    if format == "text":
        lines = api.render(optout.open(EXAMPLE).guide("acme"), "text", 50).splitlines()
        assert max(len(line) for line in lines if "://" not in line) <= 50


def test_what_is_wrong_with_a_catalog(tmp_path: Path) -> None:
    """The problems that `optout check` lists, as values."""
    path = tmp_path / "c.yaml"
    path.write_text("acme:\n  name: Acme\n", encoding="utf-8")
    problems = optout.open(path).check(date(2026, 11, 22))
    assert problems
    assert all(isinstance(problem, api.Problem) and problem.entry == "acme" for problem in problems)
    assert optout.open(EXAMPLE).check(date(2026, 11, 22)) == []
    assert [one.rule for one in optout.open(EXAMPLE).check(date(2030, 1, 1))] != []


@pytest.mark.slow
def test_every_failure_is_a_sentence(tmp_path: Path) -> None:
    """Of one class, which other programs catch."""
    catalog = optout.open(EXAMPLE)
    with pytest.raises(api.NotFound, match="there is no platform `nobody`"):
        catalog.find("nobody")
    with pytest.raises(api.OptoutError, match="there is no region `Xyz`"):
        catalog.guide("acme", region="Xyz")
    with pytest.raises(api.OptoutError, match="there is no device `fridge`"):
        catalog.guide("acme", device="fridge")  # type: ignore[arg-type]
    with pytest.raises(api.OptoutError, match="there is no format `docx`"):
        api.render(catalog.guide("acme"), "docx")  # type: ignore[arg-type]
    with pytest.raises(api.OptoutError, match="cannot be read"):
        optout.open(tmp_path / "none.yaml")
