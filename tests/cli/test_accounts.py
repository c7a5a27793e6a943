"""`optout accounts`: adding, importing, listing and removing, as a user does it; and that no secret goes anywhere."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from optout.cli import accounts_import
from optout.exports.names import FORMATS
from tests.conftest import CASES, Outcome, Run, golden
from tests.exports.files import FILES, file

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_CATALOG = CASES / "accounts.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the list is kept; what is in the folder beside would be what a command left there."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("OPTOUT_CATALOG", str(_CATALOG))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return folder / "optout" / "list.json"


def _names(path: Path, part: str = "platforms") -> list[str]:
    return sorted(json.loads(path.read_text(encoding="utf-8")).get(part, {}))


class Terminal(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self) -> bool:
        """They sit before it."""
        return True


@pytest.mark.parametrize("traceback", ["", "1"])
@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
def test_no_secret_goes_anywhere(
    name: str, traceback: str, own: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every field of every format holds a word that is looked for: on the screen, in the list, in any file left."""
    monkeypatch.setenv("OPTOUT_TRACEBACK", traceback)
    path = file(name, tmp_path)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    outcome = run("accounts", "import", path, "--history")
    assert outcome.code == (1 if "encrypted" in name else 0), outcome.err
    assert "canary" not in (outcome.out + outcome.err).lower()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    left = [one for one in own.parent.parent.rglob("*") if one.is_file()]
    lists = [one for one in left if not one.name.endswith(".names.index")]  # those are the catalog's
    assert lists == ([] if "encrypted" in name else [own])
    assert not any(b"canary" in one.read_bytes().lower() for one in left)
    if lists:
        assert {"linkedin"} <= set(_names(own))


def _refused(run: Run, *arguments: str | Path) -> str:
    outcome = run("accounts", *arguments)
    assert outcome.code in (1, 2), outcome
    assert "Traceback" not in outcome.err
    return outcome.err


def test_what_is_said_before_and_after(own: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In sixty columns: what is read and what not, what has a guide, what has none, what was left out, what to do."""
    monkeypatch.setenv("COLUMNS", "60")
    Path("passwords.csv").write_bytes((FILES / "chrome.csv").read_bytes())
    outcome = run("accounts", "import", "passwords.csv", "--file", "list.json")
    golden(CASES / "accounts-import.txt", f"{outcome.err}\n{outcome.out}")
    assert all(len(line) <= 60 for line in outcome.out.splitlines())


def test_every_language_says_it(own: Path, run: Run) -> None:
    """German is complete."""
    outcome = run("accounts", "import", FILES / "chrome.csv", "--language", "de")
    assert "Passwörter" in outcome.err
    assert "Löschen Sie die Datei" in outcome.out
    assert run("accounts", "--language", "de").out.startswith("5 Konten\n")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("\n", "alexa amazon"),
        ("1\n", "alexa amazon"),
        ("0\n", "amazon"),
        ("7\nnone\n1-9\n1\n", "alexa amazon"),
        ("", "alexa amazon"),
    ],
)
def test_a_shared_account_asks_which_platforms_are_used(
    typed: str, taken: str, own: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One question for all of them: numbers, nothing for all, 0 for none; what is no answer is asked again."""
    path = tmp_path / "x.txt"
    path.write_text("amazon.com\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    outcome = run("accounts", "import", path)
    assert outcome.code == 0
    assert "with amazon.com\n  1 Amazon Alexa" in outcome.err.replace("1 Alexa", "1 Amazon Alexa")
    assert " ".join(_names(own)) == taken
    assert "Take off" not in outcome.out


def test_where_nobody_can_be_asked_all_are_taken_and_it_says_so(own: Path, run: Run, tmp_path: Path) -> None:
    """A platform too many is seen and taken off; one too few would go on training."""
    path = tmp_path / "x.txt"
    path.write_text("https://accounts.google.com\n", encoding="utf-8")
    outcome = run("accounts", "import", path, "--yes")
    assert _names(own) == ["chrome", "gemini", "google-drive", "google-search"]
    assert "3 more behind the same accounts: Chrome, Gemini and Google Drive." in " ".join(outcome.out.split())
    assert "optout accounts remove NAME" in " ".join(outcome.out.split())


def test_importing_again_changes_nothing(own: Path, run: Run) -> None:
    """Duplicates merge, and what was decided stays."""
    run("accounts", "import", FILES / "chrome.csv")
    before = own.read_bytes()
    outcome = run("accounts", "import", FILES / "bitwarden.json")
    assert "all on your list before" in outcome.out
    assert own.read_bytes() == before


def test_a_list_that_comes_back_becomes_one_with_ones_own(own: Path, run: Run, tmp_path: Path) -> None:
    """By what was decided last, in whichever copy; a trial tells it only, a named list takes the other's first one."""
    for name in ("linkedin", "slack", "github"):
        run("accounts", "add", name)
    phone = tmp_path / "my-list.json"
    phone.write_bytes(own.read_bytes())
    run("accounts", "remove", "github", "--file", phone)
    run("done", "slack", "--file", phone)
    run("accounts", "add", "spotify", "--file", phone)
    run("done", "linkedin")
    before = own.read_bytes()
    said = "is a list of optout: 1 new on yours, 1 decided later there, 1 taken off."
    for options in (("--dry-run",), ()):
        outcome = run("accounts", "import", phone, *options)
        assert outcome.code == 0
        assert said in " ".join(outcome.out.split())
        assert (own.read_bytes() == before) is bool(options)
    states = {name: bool(one.get("done")) for name, one in json.loads(own.read_bytes())["platforms"].items()}
    assert states == {"linkedin": True, "slack": True, "spotify": False}
    assert "0 new on yours, 0 decided" in " ".join(run("accounts", "import", phone).out.split())
    run("accounts", "import", phone, "--profile", "work")
    assert json.loads(own.read_bytes())["profiles"]["work"]["platforms"].keys() == states.keys()
    phone.write_text('{"optout": "list", "version": 2}', encoding="utf-8")
    assert "written by a newer optout; nothing was changed" in _refused(run, "import", phone)
    phone.write_text('{"optout": "list", "version": 1', encoding="utf-8")
    assert "is a damaged list (line 1, column 32" in _refused(run, "import", phone)


def test_a_trial_writes_nothing(own: Path, run: Run) -> None:
    """With --dry-run."""
    assert run("accounts", "import", FILES / "chrome.csv", "--dry-run").code == 0
    assert not own.exists()


def test_pages_that_were_kept_leave_no_unknown_sites_on_the_list(own: Path, run: Run) -> None:
    """Nobody has an account at each bookmark."""
    outcome = run("accounts", "import", FILES / "bookmarks.html")
    assert "not each is an account" in " ".join(outcome.out.split())
    assert "beispielladen.de" in outcome.out
    assert _names(own, "unknown") == []
    run("accounts", "import", FILES / "chrome.csv")
    assert _names(own, "unknown") == ["beispielladen.de"]


def test_nothing_found_is_exit_code_1(own: Path, run: Run, tmp_path: Path) -> None:
    """So that a script notices."""
    (tmp_path / "x.txt").write_text("example.org\nnotlinkedin.com\n", encoding="utf-8")
    outcome = run("accounts", "import", tmp_path / "x.txt")
    assert (outcome.code, _names(own)) == (1, [])
    assert "Nothing in it leads to a platform." in outcome.out


def test_a_wrong_file_is_one_sentence(own: Path, run: Run, tmp_path: Path) -> None:
    """And nothing is read or written."""
    assert _refused(run, "import", "nothing.csv") == "optout: nothing.csv cannot be read: no such file or directory\n"
    assert "is a folder; name an exported file in it" in _refused(run, "import", tmp_path)
    assert "export it anew with the file format .json or .csv" in _refused(
        run, "import", FILES / "bitwarden-encrypted.json"
    )
    assert "leave out --from" in _refused(run, "import", FILES / "chrome.csv", "--from", "keepass")
    said = _refused(run, "import", FILES / "chrome.csv", "--from", "chrom")
    assert all(name in said for name in FORMATS)
    assert not own.exists()


def test_adding_by_any_name(own: Path, run: Run) -> None:
    """Names, former names, domains, addresses; a site without a guide as such; twice changes nothing."""
    assert run("accounts", "add", "linkedin", "Microsoft 365", "slack.com", "twitter") == Outcome(
        0, "On your list: linkedin, microsoft-365, slack and x\n", "Twitter is now X.\n"
    )
    assert run("accounts", "add", "linkedin", "https://konto.beispiel.de/x").out == (
        "On your list: konto.beispiel.de\nOn your list before: linkedin\n"
    )
    assert _names(own) == ["linkedin", "microsoft-365", "slack", "x"]
    assert _names(own, "unknown") == ["konto.beispiel.de"]


def test_nothing_is_added_unless_every_name_is_known(own: Path, run: Run) -> None:
    """A slip of the hand is seen before anything is written."""
    said = _refused(run, "add", "linkedin", "linkedon")
    assert "there is no platform `linkedon`" in said
    assert "did you mean linkedin?" in said
    assert "nothing was added" in said
    assert not own.exists()


def test_a_list_of_several_lives(own: Path, run: Run) -> None:
    """Profiles and files of their own, named before or after the command; an account may have a plan."""
    run("accounts", "--profile", "work", "add", "slack", "--plan", "Team")
    run("accounts", "add", "linkedin")
    assert "slack  Team" in run("accounts", "list", "--profile", "work").out
    assert "slack" not in run("accounts").out
    run("accounts", "add", "zoom", "--file", "other.json")
    assert "zoom" in run("accounts", "--file", "other.json").out
    assert "zoom" not in run("accounts").out


def test_removing_by_any_name(own: Path, run: Run) -> None:
    """What is on the list goes, by its name there or any other; what is not is said, and nothing goes."""
    run("accounts", "add", "linkedin", "slack", "beispiel.de")
    assert "not on your list: zoom; nothing was removed" in _refused(run, "remove", "slack", "zoom")
    assert run("accounts", "remove", "https://www.linkedin.com", "beispiel.de").out == (
        "Taken off your list: linkedin and beispiel.de\n"
    )
    assert run("accounts").out.split("\n")[1:] == ["  Slack  slack", ""]


def test_an_empty_list_says_how_to_fill_it(own: Path, run: Run) -> None:
    """And makes no file."""
    outcome = run("accounts")
    assert "optout accounts add NAME" in " ".join(outcome.out.split())
    assert not own.exists()


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("  ", [1, 2, 3, 4, 5]),
        ("0", []),
        ("2", [2]),
        ("3 1", [1, 3]),
        ("1,3", [1, 3]),
        ("2-4, 5", [2, 3, 4, 5]),
        ("6", None),
        ("0 1", None),
        ("1-9999999999", None),
        ("4-2", None),
        ("-3", None),
        ("x", None),
        (",", None),
    ],
)
def test_answers(answer: str, numbers: Any) -> None:
    """Numbers and ranges; nothing is all of them; what is no answer is asked again."""
    assert accounts_import._numbers(answer, 5) == numbers
