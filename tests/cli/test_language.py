"""In which language a command answers."""

import json
import re
from pathlib import Path

import pytest

from optout.guide import words
from optout.messages import LANGUAGES, language
from tests.conftest import EXAMPLE, Run

_COMMANDS = [("show", "acme"), ("list",), ("search", "acme")]
_GERMAN = "Trainiert, solange Sie nicht ablehnen"
_ENGLISH = "Trains unless you refuse"


@pytest.mark.parametrize("arguments", _COMMANDS)
def test_the_option_names_the_language(arguments: tuple[str, ...], run: Run) -> None:
    """For every command that says something of platforms; English otherwise."""
    assert _GERMAN in run(*arguments, "--catalog", EXAMPLE, "--language", "de").out
    assert _ENGLISH in run(*arguments, "--catalog", EXAMPLE).out


@pytest.mark.slow
@pytest.mark.parametrize("arguments", _COMMANDS)
def test_a_terminal_speaks_as_it_is_set(arguments: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """LANG and its kin; a language that is not spoken here is English, without a word; the option is stronger."""
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert _GERMAN in run(*arguments, "--catalog", EXAMPLE).out
    assert _ENGLISH in run(*arguments, "--catalog", EXAMPLE, "--language", "en").out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    outcome = run(*arguments, "--catalog", EXAMPLE)
    assert _ENGLISH in outcome.out
    assert (outcome.code, outcome.err) == (0, "")


def test_labels_are_those_of_the_reader_s_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the language of the terminal, also where optout does not speak it, or the one asked for; in full, all."""
    german, brazilian = "Deutsch: “Einstellungen” → “Datenschutz”", "Português (BR): “Configurações”"
    assert german not in run("show", "acme", "--catalog", EXAMPLE).out
    assert german in run("show", "acme", "--catalog", EXAMPLE, "--labels", "de_AT").out
    assert "Deutsch: „Einstellungen“" in run("show", "acme", "--catalog", EXAMPLE, "--language", "de", "--steps").out
    monkeypatch.setenv("LANG", "pt_PT.UTF-8")  # the same language of another country is nearer than none
    outcome = run("show", "acme", "--catalog", EXAMPLE)
    assert brazilian in outcome.out
    assert german not in outcome.out
    assert german in run("show", "acme", "--catalog", EXAMPLE, "--full").out
    assert run("show", "acme", "--labels", "xx").err == (
        "optout: Invalid value for '--labels': there is no language `xx`: use a tag such as de, fr or pt-BR. "
        "Try `optout show --help`.\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["json", "markdown", "html"])
def test_a_document_is_english_unless_it_is_asked_for(format_: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept in a file does not depend on who made it."""
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert _ENGLISH in run("show", "acme", "--catalog", EXAMPLE, "--format", format_).out
    assert _GERMAN in run("show", "acme", "--catalog", EXAMPLE, "--format", format_, "--language", "de").out


def test_a_document_for_programs_says_its_language(run: Run) -> None:
    """Values are the same in each; labels are said in one."""
    both = [
        json.loads(run("show", "acme", "--catalog", EXAMPLE, "--format", "json", "--language", code).out)["guides"][0]
        for code in LANGUAGES
    ]
    assert [one["language"] for one in both] == list(LANGUAGES)
    for name in ("slug", "verdict", "scope", "doubt", "domains", "sources", "varies_by"):
        assert both[0][name] == both[1][name]


def test_a_language_that_is_not_there_is_a_mistake_of_usage(run: Run) -> None:
    """The known ones are named."""
    outcome = run("show", "acme", "--catalog", EXAMPLE, "--language", "fr")
    assert outcome.code == 2
    assert "there is no `fr` here; use en or de." in outcome.err


@pytest.mark.slow
def test_a_folder_of_guides_in_german(tmp_path: Path, run: Run) -> None:
    """With its index, and compared in the same language."""
    assert run("guides", "--catalog", EXAMPLE, "--out", tmp_path / "a", "--language", "de").code == 0
    assert "# KI-Training ablehnen, Plattform für Plattform" in (tmp_path / "a" / "README.md").read_text("utf-8")
    assert "## Schritte" in (tmp_path / "a" / "acme.md").read_text("utf-8")
    assert run("guides", "--catalog", EXAMPLE, "--out", tmp_path / "a", "--language", "de", "--check").code == 0
    assert run("guides", "--catalog", EXAMPLE, "--out", tmp_path / "a", "--check").code == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_status_fits_the_column_of_lists(code: str) -> None:
    """38 columns, or narrow terminals show none."""
    for verdict in words.VERDICTS:
        assert len(words.status(verdict, language(code)).label) <= 38, verdict


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_a_guide_says_once_that_the_catalog_is_not_translated(format_: str, run: Run) -> None:
    """Who asked for German and reads English sentences is told why; in English there is nothing to tell."""
    said = "Was hier auf Englisch steht, ist nicht übersetzt."
    arguments = ("show", "acme", "--catalog", EXAMPLE, "--format", format_, "--language")
    assert re.sub(r"\s+", " ", run(*arguments, "de").out).count(said) == 1
    assert said not in run(*arguments, "en").out
