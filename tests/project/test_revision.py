"""Files as they were at a git revision."""

import subprocess
from pathlib import Path

import pytest

from optout.errors import NotFound, OptoutError
from optout.project.revision import read_at
from tests.conftest import git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: first `one`, then `two` in a file within a folder."""
    folder = tmp_path / "with space"
    (folder / "sub").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    for text in ("one", "two"):
        (folder / "sub" / "c.yaml").write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", text)
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


@pytest.mark.slow
@pytest.mark.parametrize(
    "revision", ["nowhere", "", "--output=stolen", "-n", "HEAD:sub", "HEAD~9", "main..HEAD", "a\0b"]
)
def test_a_revision_that_is_none_is_said_to_be_none(revision: str, repository: Path) -> None:
    """Nothing that is typed is taken for an option of git, and nothing is written."""
    before = sorted(repository.rglob("*"))
    with pytest.raises(NotFound, match="there is no git revision"):
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


def _touching(proof: Path) -> str:
    return f"touch {proof}; false"


def test_a_repository_s_configuration_runs_nothing(repository: Path, tmp_path: Path) -> None:
    """Whatever it names as a command: hooks, watchers, filters, pagers, helpers, signatures."""
    proof = tmp_path / "ran"
    command = _touching(proof)
    (tmp_path / "hooks").mkdir()
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"):
        (tmp_path / "hooks" / hook).write_text(f"#!/bin/sh\n{command}\n")
        (tmp_path / "hooks" / hook).chmod(0o755)
    (repository / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n")
    for name, value in {
        "core.fsmonitor": command, "core.hooksPath": str(tmp_path / "hooks"), "core.pager": command,
        "pager.ls-tree": command,
        "filter.x.smudge": command, "filter.x.clean": command, "filter.x.process": command, "diff.x.textconv": command,
        "diff.external": command, "core.editor": command, "core.sshCommand": command, "gpg.program": command,
        "credential.helper": f"!{command}", "alias.rev-parse": f"!{command}", "alias.cat-file": f"!{command}",
        "alias.ls-tree": f"!{command}", "core.alternateRefsCommand": command, "core.askPass": command,
    }.items():  # fmt: skip
        git(repository, "config", name, value)
    assert read_at("HEAD", repository / "sub" / "c.yaml") == b"two"
    with pytest.raises(NotFound):
        read_at("nowhere", repository / "sub" / "c.yaml")
    assert not proof.exists()


@pytest.mark.parametrize("remote", ["file", "ext"])
def test_a_clone_without_contents_fetches_nothing(remote: str, repository: Path, tmp_path: Path) -> None:
    """Git would get what is missing by a command that the clone's configuration names, and says so instead."""
    git(repository, "config", "uploadpack.allowFilter", "true")
    proof, clone = tmp_path / "ran", tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{repository}", str(clone))
    address = {"file": f"file://{repository}", "ext": f"ext::touch {proof}"}[remote]
    for name, value in {
        "remote.origin.url": address, "remote.origin.uploadpack": _touching(proof),
        "protocol.allow": "always", "protocol.ext.allow": "always", "protocol.file.allow": "always",
    }.items():  # fmt: skip
        git(clone, "config", name, value)
    (clone / "sub").mkdir()
    with pytest.raises(OptoutError, match=r"; try `git fsck`, or, in a clone without all contents, `git show HEAD:"):
        read_at("HEAD", clone / "sub" / "c.yaml")
    assert not proof.exists()
    subprocess.run(["git", "-C", str(clone), "cat-file", "blob", "HEAD:sub/c.yaml"], capture_output=True, check=False)
    assert proof.exists()  # it does try
