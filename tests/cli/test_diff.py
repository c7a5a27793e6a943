"""optout diff as a user meets it."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import CASES, Run

_MOVED = CASES / "diff" / "moved-switch"
_OLD, _NEW = _MOVED / "old.yaml", _MOVED / "new.yaml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog in a repository, with one change that is committed and one that is not."""
    monkeypatch.chdir(tmp_path)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@a.example")
    catalog = tmp_path / "platforms.yaml"
    subprocess.run(["git", "init", "-q", "-b", "main"], check=True)
    (tmp_path / "other").write_text("x", encoding="utf-8")
    for text in (None, _OLD.read_text(encoding="utf-8"), _NEW.read_text(encoding="utf-8")):
        if text:
            catalog.write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "."], check=True)
        subprocess.run(["git", "commit", "-q", "-m", "x"], check=True)
    catalog.write_text(_NEW.read_text(encoding="utf-8").replace("name: Acme\n", "name: Zenith\n"), encoding="utf-8")
    return catalog


def test_two_files(run: Run) -> None:
    """What changed from one to the other, exit code 0."""
    outcome = run("diff", _OLD, _NEW)
    assert outcome.code == 0
    assert "Acme: the switch moved from “Settings › Privacy” to “Settings › Data & AI”" in outcome.out
    assert outcome.err == ""


def test_a_revision_and_the_catalog_as_it_is(run: Run, repository: Path) -> None:
    """With one revision, what was changed since, committed or not; from within any folder of the repository."""
    outcome = run("diff", "HEAD", "--catalog", repository)
    assert "it is called “Zenith” now" in outcome.out
    assert "moved" not in outcome.out
    assert "moved" in run("diff", "HEAD~1", "--catalog", repository).out


def test_two_revisions(run: Run, repository: Path) -> None:
    """The file on disk plays no part."""
    outcome = run("diff", "HEAD~1", "main", "--catalog", repository)
    assert "moved" in outcome.out
    assert "Zenith" not in outcome.out


def test_a_file_and_a_revision_mix(run: Run, repository: Path) -> None:
    """Either side may be either."""
    assert run("diff", _NEW, "HEAD", "--catalog", repository).out == "Nothing changed.\n"


def test_a_folder_with_the_name_of_a_branch_is_no_catalog(run: Run, repository: Path) -> None:
    """The branch is meant."""
    (repository.parent / "main").mkdir()
    assert "Zenith" in run("diff", "main", "--catalog", repository).out


def test_the_exit_code_tells_what_matters_only_if_asked(run: Run) -> None:
    """Like git diff; an editorial change is no reason to stop."""
    editorial = CASES / "diff" / "checked-only"
    assert run("diff", _OLD, _NEW, "--exit-code").code == 1
    assert run("diff", editorial / "old.yaml", editorial / "new.yaml", "--exit-code").code == 0


def test_json_and_markdown(run: Run, tmp_path: Path) -> None:
    """For programs and for comments, also into a file."""
    assert json.loads(run("diff", _OLD, _NEW, "--format", "json").out)["changes"][0]["slug"] == "acme"
    target = tmp_path / "comment.md"
    outcome = run("diff", _OLD, _NEW, "--format", "markdown", "-o", target)
    assert outcome.out == ""
    assert target.read_text(encoding="utf-8") == (_MOVED / "expected.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("side", [0, 1])
def test_a_broken_entry_is_named_and_the_rest_compared(side: int, run: Run, tmp_path: Path) -> None:
    """It is called neither new nor gone, whichever catalog it is broken in."""
    beta = _OLD.read_text(encoding="utf-8").replace("acme:\n", "beta:\n")
    files = [tmp_path / "old.yaml", tmp_path / "new.yaml"]
    for number, (path, source) in enumerate(zip(files, (_OLD, _NEW), strict=True)):
        added = beta.replace("training:", "trainin:") if number == side else beta
        path.write_text(source.read_text(encoding="utf-8") + "\n" + added, encoding="utf-8")
    outcome = run("diff", *files)
    assert outcome.code == 1
    assert "Acme: the switch moved" in outcome.out
    assert "1 entry could not be read, and what changed in it is not known: beta." in outcome.out
    assert outcome.out.count("beta") == 1
    assert f"broken in {files[side]}: beta; run optout check" in outcome.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nothing.yaml",), 1, "no file `nothing.yaml`, and there is no git revision `nothing.yaml`"),
        (("HEAD~2",), 1, "at `HEAD~2`; name a file or another revision"),
        (("--exec=x",), 2, "No such option"),
        (("--", "-x"), 1, "no file `-x`"),
        ((), 2, "Missing argument 'OLD'"),
        (("HEAD", "HEAD", "HEAD"), 2, "unexpected extra argument"),
    ],
)
def test_mistakes_end_in_one_sentence(
    arguments: tuple[str, ...], code: int, said: str, run: Run, repository: Path
) -> None:
    """What is wrong, and what to type instead."""
    outcome = run("diff", "--catalog", repository, *arguments)
    assert outcome.code == code
    assert outcome.out == ""
    assert said in outcome.err


def test_a_folder_is_no_catalog(run: Run, repository: Path) -> None:
    """Unless a branch has its name, the file in it is to be named."""
    (repository.parent / "old").mkdir()
    outcome = run("diff", repository.parent / "old", "--catalog", repository)
    assert outcome.code == 2
    assert "is a folder; name the catalog file in it" in outcome.err


def test_what_is_no_catalog_is_not_compared(run: Run, tmp_path: Path) -> None:
    """Else everything would seem to be new."""
    (tmp_path / "notes.md").write_text("# Notes\n\nSome words.\n", encoding="utf-8")
    outcome = run("diff", tmp_path / "notes.md", _NEW)
    assert (outcome.code, outcome.out) == (1, "")
    assert "notes.md has no entry that can be read" in outcome.err


def test_very_many_broken_entries_are_counted(run: Run, tmp_path: Path) -> None:
    """Twenty are named."""
    broken = "".join(f"a{number}:\n  nam: A\n" for number in range(25))
    (tmp_path / "old.yaml").write_text(_OLD.read_text(encoding="utf-8") + broken, encoding="utf-8")
    outcome = run("diff", tmp_path / "old.yaml", _NEW)
    assert "a19 and 5 more; run optout check" in outcome.err


def test_a_catalog_outside_a_repository(run: Run, tmp_path: Path) -> None:
    """Has no revisions, and that is said."""
    (tmp_path / "platforms.yaml").write_bytes(_OLD.read_bytes())
    outcome = run("diff", "HEAD", "--catalog", tmp_path / "platforms.yaml")
    assert outcome.code == 1
    assert outcome.err.startswith("optout: there is no file `HEAD`, and git cannot look up `HEAD`")


def test_an_empty_catalog_is_one_without_entries(run: Run, tmp_path: Path) -> None:
    """Everything is new against it; nothing is compared with it, as if all had been taken out, or nothing changed."""
    empty = tmp_path / "empty.yaml"
    empty.write_bytes(b"")
    assert "Acme: new guide" in run("diff", empty, _NEW).out
    for old in (_NEW, empty):
        outcome = run("diff", old, empty)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.startswith(f"optout: {empty} has no entries;")


def test_in_german(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As asked for, or in the language of the terminal; what a machine is to read is English unless asked for."""
    german = "Schalter verschoben von „Settings › Privacy“ nach „Settings › Data & AI“"
    assert german in " ".join(run("diff", _OLD, _NEW, "--language", "de").out.split())
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert german in " ".join(run("diff", _OLD, _NEW).out.split())
    assert "the switch moved" in run("diff", _OLD, _NEW, "--language", "en").out
    for format_, opening in (("markdown", "### What changes in the catalog"), ("json", "{")):
        said = run("diff", _OLD, _NEW, "--format", format_).out
        assert said.startswith(opening)
        assert "the switch moved" in said
    assert run("diff", _OLD, _NEW, "--format", "markdown", "--language", "de").out.startswith("### Was sich im")
    (change,) = json.loads(run("diff", _OLD, _NEW, "--format", "json", "--language", "de").out)["changes"]
    assert german in change["sentence"]
    assert (change["matters"][0]["before"], change["matters"][0]["after"]) == (
        "Settings › Privacy", "Settings › Data & AI"
    )  # fmt: skip


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_nothing_changed_is_said_only_of_what_could_be_read(format_: str, run: Run, tmp_path: Path) -> None:
    """An entry that is broken in both may have changed in everything, unless it is the same letter by letter."""
    broken, other = tmp_path / "broken.yaml", tmp_path / "other.yaml"
    beta = _OLD.read_text(encoding="utf-8").replace("acme:\n", "beta:\n").replace("training:", "trainin:")
    broken.write_text(f"{_OLD.read_text(encoding='utf-8')}\n{beta}", encoding="utf-8")
    other.write_text(broken.read_text(encoding="utf-8").replace("trainin:", "traning:"), encoding="utf-8")
    outcome = run("diff", broken, other, "--format", format_)
    assert outcome.code == 1
    assert "Nothing changed" not in outcome.out
    assert "beta" in outcome.out
    if format_ == "json":
        assert json.loads(outcome.out) == {"version": 1, "changes": [], "unread": ["beta"]}
    german = run("diff", broken, other, "--language", "de")
    assert "1 Eintrag ließ sich nicht lesen" in german.out
