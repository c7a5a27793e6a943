"""Reading a collection from git objects alone."""

import shutil
from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.model import Date
from optout.terms import index
from optout.terms.archive import Archive
from optout.terms.editions import standing
from tests.terms.collections import PATH, POLICY, Made, collection, git

_OLD, _NEW = f"{POLICY}old", f"{POLICY}new"


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Three versions, of which the newest by its date stands first in the history, as where collections were joined."""
    commits = [
        Made("2026-03-01", _NEW),
        Made("2025-01-01", f"{POLICY}first", "First record of Acme Privacy Policy"),
        Made("2025-06-01", _OLD),
        Made("2026-01-01", "not a document", "Update README.md", "README.md"),
    ]
    return collection(tmp_path / "acme-versions", commits)


def _texts(folder: Path) -> list[tuple[str, str]]:
    with Archive(folder, "acme") as archive, index.opened(archive) as known:
        return [(one.day.iso, archive.text(one.object).removeprefix(POLICY)) for one in known.versions(PATH)]


def test_versions_stand_in_the_order_of_their_days(made: Path) -> None:
    """Whatever the order of the history: the newest is the one of the latest day."""
    assert _texts(made) == [("2025-01-01", "first"), ("2025-06-01", "old"), ("2026-03-01", "new")]


def test_a_clone_with_a_work_tree_is_read_like_a_bare_one(made: Path, tmp_path: Path) -> None:
    """What lies in its work tree does not matter."""
    git("clone", "-q", str(made), str(tmp_path / "clone"))
    (tmp_path / "clone" / PATH).write_text("changed by hand", encoding="utf-8")
    assert _texts(tmp_path / "clone") == _texts(made)


@pytest.mark.parametrize(
    ("day", "text"),
    [(None, "new"), (Date(2026, 3, 1), "new"), (Date(2026, 2, 28), "old"), (Date(2025, 1, 1), "first")],
)
def test_what_stood_on_a_day(day: Date | None, text: str, made: Path) -> None:
    """The newest version of that day or before it."""
    with Archive(made, "acme") as archive, index.opened(archive) as known:
        version = standing(known.versions(PATH), day)
        assert version is not None
        assert archive.text(version.object).removeprefix(POLICY) == text
        assert standing(known.versions(PATH), Date(2024, 12, 31)) is None


def test_a_document_that_was_taken_out_stands_no_more(made: Path) -> None:
    """Though it did before."""
    collection(made, [Made("2026-05-01", None)])
    with Archive(made, "acme") as archive, index.opened(archive) as known:
        assert standing(known.versions(PATH), None) is None
        assert standing(known.versions(PATH), Date(2026, 4, 1)) is not None


def test_only_what_is_new_is_read_again(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first run a text is read once, and a history from where it ended."""
    read: list[str] = []
    of_object = Archive.text

    def text(archive: Archive, object: str) -> str:
        read.append(object)
        return of_object(archive, object)

    monkeypatch.setattr(Archive, "text", text)

    def look() -> int:
        before = len(read)
        with Archive(made, "acme") as archive, index.opened(archive) as known:
            assert [one.day.iso for one in known.versions(PATH)][:3] == ["2025-01-01", "2025-06-01", "2026-03-01"]
            known.facts(one.object for one in known.versions(PATH))
        return len(read) - before

    assert [look(), look()] == [3, 0]
    collection(made, [Made("2026-06-01", f"{POLICY}newest")])
    assert [look(), look()] == [1, 0]


def test_a_history_that_was_rewritten_is_read_anew(made: Path, tmp_path: Path) -> None:
    """Nothing of the old one stays."""
    _texts(made)
    shutil.rmtree(made)
    collection(made, [Made("2026-06-01", f"{POLICY}another")])
    assert _texts(made) == [("2026-06-01", "another")]


def test_other_words_are_looked_for_anew(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found by an older vocabulary is not taken for what this one finds."""
    with Archive(made, "acme") as archive, index.opened(archive) as known:
        (version, *_) = known.versions(PATH)
        known.facts([version.object])
    monkeypatch.setattr("optout.terms.vocabulary.digest", lambda: "another")
    monkeypatch.setattr("optout.terms.passages.keys", lambda text: frozenset({"found"}))
    with Archive(made, "acme") as archive, index.opened(archive) as known:
        assert known.facts([version.object])[version.object].keys == {"found"}


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_an_index_that_is_damaged_is_made_anew(damage: bytes | None, made: Path, tmp_path: Path) -> None:
    """Or, where it cannot be kept, made for once."""
    expected = _texts(made)
    (kept,) = (tmp_path / "cache" / "terms").iterdir()
    if damage is None:
        kept.unlink()
        kept.mkdir()
    else:
        kept.write_bytes(damage)
    assert _texts(made) == expected


def test_nothing_of_a_folders_configuration_runs(made: Path, tmp_path: Path) -> None:
    """Whoever put the folder there does not decide what runs here."""
    stolen = tmp_path / "stolen"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {stolen}\n", encoding="utf-8")
    script.chmod(0o755)
    for name, value in {
        "core.fsmonitor": str(script),
        "core.pager": str(script),
        "log.showSignature": "true",
        "gpg.program": str(script),
        "diff.external": str(script),
        "diff.orderFile": str(script),
        "core.hooksPath": str(tmp_path),
        "alias.log": f"!{script}",
        "log.date": "relative",
    }.items():
        git(f"--git-dir={made}", "config", name, value)
    assert len(_texts(made)) == 3
    assert not stolen.exists()


def test_a_clone_that_lacks_texts_says_so(made: Path, tmp_path: Path) -> None:
    """It is not completed behind anybody's back."""
    git(f"--git-dir={made}", "config", "uploadpack.allowFilter", "true")
    git("clone", "-q", "--bare", "--filter=blob:none", f"file://{made}", str(tmp_path / "half"))
    with pytest.raises(OptoutError, match=r"lacks the text .* run `optout terms --update`"):
        _texts(tmp_path / "half")


@pytest.mark.parametrize("left", ["nothing", "no objects", "empty"])
def test_a_folder_that_is_no_clone_or_a_damaged_one_is_a_plain_error(left: str, made: Path, tmp_path: Path) -> None:
    """It says what to do, and what is there stays."""
    if left == "nothing":
        made = tmp_path / "folder"
        made.mkdir()
    elif left == "empty":
        made = tmp_path / "empty"
        git("init", "-q", "--bare", str(made))
    else:
        shutil.rmtree(made / "objects")
        (made / "objects").mkdir()
    before = sorted(made.rglob("*"))
    with pytest.raises(OptoutError, match=r"acme in .* delete it and run `optout terms --update`"):
        _texts(made)
    assert sorted(made.rglob("*")) == before


def test_without_git_there_is_a_plain_error(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OptoutError, match="git is not installed"):
        _texts(made)
