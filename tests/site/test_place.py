"""Which folders are written to, and that nothing is written or taken away outside of them, whatever stands in them."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.site import guidebook, place, plan, write
from optout.site.build import read, site
from tests.conftest import EXAMPLE, Outcome, Run
from tests.site.planned import PUBLISHED, files_of

Build = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that somebody has got from a stranger, beside one of their own that must stay as it is."""
    (tmp_path / "victim" / ".ssh").mkdir(parents=True)
    for name in ("index.html", "style.css", "guide.md", ".ssh/authorized_keys"):
        (tmp_path / "victim" / name).write_text("mine")
    (tmp_path / "victim" / "made.md").write_text(guidebook.MARK)
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    shutil.copy(EXAMPLE, stranger / "platforms.yaml")
    monkeypatch.chdir(stranger)
    return stranger


def _all(folder: Path) -> dict[str, object]:
    """Every file, folder and link with what is in it."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        what = (status.st_mtime_ns, path.read_text()) if stat.S_ISREG(status.st_mode) else ()
        found[str(path.relative_to(folder))] = (stat.S_IFMT(status.st_mode), *what)
    return found


def test_a_folder_around_the_catalog_is_refused(folder: Path, run: Run) -> None:
    """However far above it is."""
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "platforms.yaml").rename(folder / "a" / "b" / "mine.yaml")
    for out in ("a", "a/b", "a/b/../b"):
        done = run("build", "--catalog", "a/b/mine.yaml", "--out", out)
        assert f"{Path(out)} is the folder of a/b/mine.yaml, or holds it" in done.err


def _list(site: Path, *files: object) -> None:
    site.mkdir(exist_ok=True)
    (site / write.MANIFEST).write_text(json.dumps({"version": 1, "files": files}))


_LEADING_OUT: tuple[object, ...] = (
    "../victim/index.html", "x/../../victim/index.html", "./x", "x//y", "/etc/passwd", "", ".", "..", "x/", "x\\..\\y",
    "C:/x", ".git/config", "x/.ssh/authorized_keys", "x\0", "x\n", 7, None, [], {"a": 1}, "\u202ex",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("entry", _LEADING_OUT, ids=repr)
def test_a_manifest_names_files_of_its_own_folder_only(entry: object, folder: Path, run: Run) -> None:
    """Anything else in it is none of ours, and the files it leads to stay."""
    assert not place.is_made_path(entry)
    _list(folder / "site", entry)
    before = _all(folder.parent / "victim")
    assert run("build").code == 0
    assert _all(folder.parent / "victim") == before


def test_everything_that_is_planned_is_known_again() -> None:
    """A site has no file that the next build would not know as one of its own."""
    catalog = Catalog(EXAMPLE.read_bytes(), "platforms.yaml")
    for path in files_of(site(PUBLISHED, "platforms.yaml", read(catalog))):
        assert place.is_made_path(path), path
    assert place.is_made_path(write.MANIFEST)


@given(st.text(max_size=30) | st.lists(st.sampled_from(["..", ".", "", "a", "/", "\\", "~", "C:"])).map("/".join))
def test_a_path_stays_below(path: str) -> None:
    """Whatever is let through leads to a place below the folder, and says so in one way only."""
    if place.is_made_path(path):
        assert os.path.normpath(os.path.join("/out", path)) == f"/out/{path}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("assets", "../../victim"), ("platforms", "../../victim"), ("api/v1", "../../../victim"),
        ("feeds", "../nowhere"), ("assets", "."),
    ],
)  # fmt: skip
def test_a_linked_folder_is_not_written_into(link: str, target: str, folder: Path, run: Run) -> None:
    """Neither what is there is replaced, even if the manifest claims it, nor anything added."""
    _list(folder / "site", f"{link}/style.css", f"{link}/index.html", f"{link}/.ssh/authorized_keys")
    (folder / "site" / link).parent.mkdir(parents=True, exist_ok=True)
    (folder / "site" / link).symlink_to(target)
    before = _all(folder.parent)
    done = run("build", "--base-url", "https://guides.example")
    assert done.code == 1
    assert done.err == (
        f"optout: site/{link} is a link, and only real folders are written to; remove it, or choose another "
        "folder with --out\n"
    )
    assert _all(folder.parent) == before


@pytest.mark.slow
def test_a_linked_folder_is_not_taken_files_out_of(folder: Path, run: Run) -> None:
    """A manifest that names files behind a link has nothing removed, nor the folders that would be empty then."""
    _list(folder / "site", "x/index.html", "x/.ssh/authorized_keys", "y")
    (folder / "site" / "x").symlink_to("../../victim")
    (folder / "site" / "y").symlink_to("../../victim/index.html")
    before = _all(folder.parent / "victim")
    done = run("build")
    assert done.code == 0, done.err
    assert _all(folder.parent / "victim") == before
    assert (folder / "site" / "x").is_symlink()
    assert (folder / "site" / "y").is_symlink()


@pytest.mark.slow
@pytest.mark.parametrize("target", ["../../victim/index.html", "../../victim/new.html", "index.html", "/dev/null"])
@pytest.mark.parametrize("name", ["index.html", "assets/icon.svg", ".optout-site.json"])
def test_a_linked_file_is_not_written_through(name: str, target: str, folder: Path, run: Run) -> None:
    """Whether what it leads to is there or not."""
    _list(folder / "site", name)
    path = folder / "site" / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    before = _all(folder.parent)
    done = run("build")
    assert done.code == 1
    assert "optout did not make" in done.err or "cannot be read" in done.err
    assert _all(folder.parent) == before


@pytest.mark.slow
def test_letter_case_does_not_take_a_new_page_away(folder: Path, run: Run) -> None:
    """On a disk that does not tell cases apart a manifest with `INDEX.html` names the page that was just made."""
    assert run("build").code == 0
    _list(folder / "site", *write.listed(folder / "site"), "INDEX.HTML", "Platforms/acme.html")
    (folder / "site" / "INDEX.HTML").write_text("stands for index.html")
    assert run("build").code == 0
    assert (folder / "site" / "INDEX.HTML").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", [".site.building", ".site.building/lock", ".site.building/new", ".site.building/old"])
def test_the_folder_that_a_build_works_in_is_no_way_out(name: str, folder: Path, run: Run) -> None:
    """A stranger may have put links in its place, or notes that tell lies."""
    place_of = folder / name
    place_of.parent.mkdir(exist_ok=True)
    place_of.symlink_to("../../victim" if "/" in name else "../victim")
    before = _all(folder.parent / "victim")
    run("build")
    assert _all(folder.parent / "victim") == before


@pytest.mark.slow
@pytest.mark.parametrize("note", ["swap.json", "swapped.json", "forward.json", "back.json"])
@pytest.mark.parametrize("path", ["../victim/index.html", "x/index.html", "/etc/passwd"])
def test_a_note_that_lies_leads_nowhere(note: str, path: str, folder: Path, run: Run) -> None:
    """It can name files of the site only, and none of them behind a link."""
    work, out = folder / ".site.building", folder / "site"
    for name in ("new/x", "old/x"):
        (work / name).mkdir(parents=True)
        (work / name / "index.html").write_text("stolen")
    out.mkdir()
    (out / "x").symlink_to("../../victim")
    (work / note).write_text(json.dumps({"written": [path], "gone": [path], "folder": 1}))
    before = _all(folder.parent / "victim")
    run("build")
    assert _all(folder.parent / "victim") == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["README.md", "acme.md", "guide.md", "old.md"])
@pytest.mark.parametrize("target", ["../../victim/made.md", "../../victim/new.desktop", "../../victim"])
def test_guides_are_real_files(name: str, target: str, folder: Path, run: Run) -> None:
    """A link is somebody's own, whatever it leads to: it is neither followed nor replaced nor taken away."""
    (folder / "guides").mkdir()
    (folder / "guides" / name).symlink_to(target)
    before = _all(folder.parent / "victim")
    done = run("guides")
    assert done.code == (1 if name in ("README.md", "acme.md") else 0)
    assert _all(folder.parent / "victim") == before
    assert (folder / "guides" / name).is_symlink()


@pytest.mark.parametrize("command", ["build", "guides"])
@pytest.mark.parametrize(
    ("out", "why"),
    [
        ("/", "is the root of the file system"),
        ("~", "is a home folder, or holds one"),
        ("~/..", "is a home folder, or holds one"),
        ("/home/somebody", "is a home folder, or holds one"),
        (".", "is the folder of {folder}/platforms.yaml, or holds it"),
        ("repository", "is the root of a git repository"),
        ("worktree", "is the root of a git repository"),
    ],
)
def test_a_folder_that_holds_other_things_is_refused(
    command: str, out: str, why: str, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made files need a folder of their own: a slip must not scatter hundreds among somebody's work."""
    home = folder.parent / "homes" / "me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    (folder / "repository" / ".git").mkdir(parents=True)
    (folder / "worktree").mkdir()
    (folder / "worktree" / ".git").write_text("gitdir: elsewhere")
    named = out.replace("~", str(home))
    before = _all(folder.parent)
    done = run(command, "--out", named, "--catalog", folder / "platforms.yaml")
    assert done.code == 1
    assert f"{Path(named)} {why.format(folder=folder)}, and made files need a folder of their own" in done.err
    assert done.err.count("\n") == 1
    assert _all(folder.parent) == before


@pytest.mark.parametrize("command", ["build", "guides"])
def test_a_link_is_no_place_to_write_to(command: str, folder: Path, run: Run) -> None:
    """The folder it leads to can be named itself."""
    (folder / "out").symlink_to("../victim")
    before = _all(folder.parent)
    done = run(command, "--out", "out")
    assert (done.code, done.err) == (
        1, f"optout: out is a link to {folder.parent}/victim; name that folder itself with --out\n"
    )  # fmt: skip
    assert _all(folder.parent) == before


@pytest.mark.parametrize("command", ["build", "guides"])
def test_a_link_that_leads_to_itself_is_no_place_to_write_to(command: str, folder: Path, run: Run) -> None:
    """Nor is it a bug of optout."""
    (folder / "out").symlink_to("out")
    done = run(command, "--out", "out")
    assert (done.code, done.err) == (
        1, "optout: out is a link that leads nowhere; name a folder with --out\n"
    )  # fmt: skip


def test_where_it_cannot_be_written_is_said(folder: Path, run: Run) -> None:
    """A file in the way, or below a file, or a name that no system takes."""
    (folder / "file").write_text("mine")
    assert "file is a file; name a folder with --out" in run("build", "--out", "file").err
    below = run("build", "--out", "file/site")
    assert (below.code, below.err) == (
        1, f"optout: {folder}/file is a file, so nothing can be below it; choose another folder with --out\n"
    )  # fmt: skip
    long = run("build", "--out", "x" * 300)
    assert long.code == 1
    assert "cannot be used (File name too long); choose another folder with --out" in long.err


@pytest.mark.slow
def test_a_published_site_may_be_a_repository(folder: Path, run: Run) -> None:
    """As the branch that a host publishes is: what makes it one is somebody else's, and stays."""
    assert run("build").code == 0
    (folder / "site" / ".git").mkdir()
    (folder / "site" / ".git" / "HEAD").write_text("ref: refs/heads/gh-pages")
    changed = (folder / "platforms.yaml").read_text().replace("Acme", "Emca")
    (folder / "platforms.yaml").write_text(changed)
    assert run("build").code == 0
    assert (folder / "site" / ".git" / "HEAD").read_text() == "ref: refs/heads/gh-pages"
    assert "Emca" in (folder / "site" / "index.html").read_text()


def test_a_folder_that_has_vanished_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the one that somebody stands in."""
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for command in ("build", "guides"):
        done = run(command, "--catalog", folder / "platforms.yaml")
        assert (done.code, done.out) == (1, "")
        assert "the folder you are in is gone; go to another" in done.err
        assert "bug" not in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="no folder vanishes there in which a file is open")
def test_a_folder_that_vanishes_during_the_build_is_told(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody takes the folder away in which the pages are made."""
    real = plan.lots

    def vanishing(*arguments: object) -> object:
        shutil.rmtree(folder / ".site.building")
        (folder / ".site.building").write_text("")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(plan, "lots", vanishing)
    done = run("build")
    assert done.code == 1
    assert "site cannot be written (Not a directory); what was there is as it was" in done.err
