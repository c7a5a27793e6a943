"""Files as they were at a git revision."""

import subprocess
from pathlib import Path

import pytest

from optout.errors import OptoutError, UsageProblem
from optout.project.revision import read_at


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: first `one`, then `two` in a file within a folder."""
    folder = tmp_path / "with space"
    (folder / "sub").mkdir(parents=True)
    _git(folder, "init", "-q", "-b", "main")
    for text in ("one", "two"):
        (folder / "sub" / "c.yaml").write_text(text, encoding="utf-8")
        _git(folder, "add", "-A")
        _git(folder, "commit", "-q", "-m", text)
    (folder / "sub" / "c.yaml").write_text("three", encoding="utf-8")
    return folder


def test_a_file_is_read_as_it_was(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a commit, a branch, from any folder, through a link, and whatever repository a hook says we are in."""
    path = repository / "sub" / "c.yaml"
    assert read_at("HEAD", path) == b"two"
    assert read_at("main~1", path) == b"one"
    monkeypatch.chdir(repository / "sub")
    assert read_at("HEAD", Path("c.yaml")) == b"two"
    (repository / "link.yaml").symlink_to(path)
    assert read_at("HEAD", repository / "link.yaml") == b"two"
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    assert read_at("HEAD", Path("c.yaml")) == b"two"


def test_a_file_that_was_not_there_is_none(repository: Path) -> None:
    """A new file is no error, even if its name would be a pattern to git."""
    assert read_at("HEAD", repository / "sub" / "new.yaml") is None
    assert read_at("HEAD", repository / "sub" / ":(glob)*") is None


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "--output=stolen", "-n", "HEAD:sub", "HEAD~9", "main..HEAD", "a\0b"]
)
def test_a_revision_that_is_none_is_said_to_be_none(revision: str, repository: Path) -> None:
    """Nothing that is typed is taken for an option of git, and nothing is written."""
    before = sorted(repository.rglob("*"))
    with pytest.raises(UsageProblem, match="there is no git revision"):
        read_at(revision, repository / "sub" / "c.yaml")
    assert sorted(repository.rglob("*")) == before


def test_without_a_repository_the_sentence_says_so(tmp_path: Path) -> None:
    """A folder that git does not know, one that is not there, and git's own."""
    with pytest.raises(OptoutError, match="not a git repository"):
        read_at("HEAD", tmp_path / "c.yaml")
    with pytest.raises(OptoutError, match="cannot look up `HEAD`"):
        read_at("HEAD", tmp_path / "gone" / "c.yaml")


def test_without_git_the_sentence_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is no dependency of ours, so it may be missing."""
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(OptoutError, match="git is not installed"):
        read_at("HEAD", repository / "sub" / "c.yaml")


def test_git_s_own_folder_is_no_place_for_a_catalog(repository: Path) -> None:
    """There git has no files to compare."""
    with pytest.raises(OptoutError, match="git's own files"):
        read_at("HEAD", repository / ".git" / "config")
