"""The commands of those who write a catalog, as they meet them."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import optout
from optout.catalog.locate import load
from optout.editing.installed import requirement
from optout.errors import OptoutError
from optout.model import Email, Platform
from optout.project.config import read
from tests.conftest import EXAMPLE, Run, parse, platform

_SCHEMA = Path(optout.__file__).parent / "platforms.schema.json"


def test_schema_prints_the_file_that_comes_with_optout(run: Run, tmp_path: Path) -> None:
    """On standard output, or into a file."""
    wanted = _SCHEMA.read_text(encoding="utf-8")
    assert run("schema").out == wanted
    outcome = run("schema", "-o", tmp_path / "s.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == wanted


_SOURCE = ("--source-title", "Your posts", "--source-publisher", "Bold Help", "--source-kind", "official")
_NAMELESS = (
    *("--category", "social", "--training", "opt-out", "--summary", "Bold trains AI on your posts."),
    *("--path", "Settings > Privacy > Train", "--set", "off", *_SOURCE),
)
_BOLD = ("--name", "Bold", *_NAMELESS)


class _Terminal(io.StringIO):
    """Somebody who types these lines and then no more."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog of one's own, in the current folder."""
    path = tmp_path / "platforms.yaml"
    shutil.copy(EXAMPLE, path)
    monkeypatch.chdir(tmp_path)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return path


def _types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal("".join(f"{line}\n" for line in lines)))


def _entry(path: Path, slug: str) -> Platform:
    return platform(load(path), slug)


def test_new_writes_a_sound_entry_in_its_place(run: Run, catalog: Path) -> None:
    """Options say it all: nothing is asked, the place is the answer, and what comes next is said."""
    outcome = run("new", *_BOLD)
    assert outcome.code == 0
    assert load(catalog).slugs() == ["acme", "bold", "quiet", "wall", "zenith"]
    line = catalog.read_text(encoding="utf-8").split("\n").index("bold:") + 1
    assert outcome.out == f"platforms.yaml:{line}\n"
    assert outcome.err.endswith("Look at it: optout show bold\nThen bring the pages in step: optout build\n")
    (catalog.parent / "guides").mkdir()
    assert run("new", "late", *_NAMELESS, "--name", "Late").err.endswith("in step: optout guides\n")
    assert _entry(catalog, "bold").controls[0].switch == "Train"
    assert run("check", catalog).code == 0


def test_new_asks_for_what_is_missing(run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong answer is asked again, in the words of a check; Enter leaves out; questions are no part of the answer."""
    _types(
        monkeypatch,
        *("Bold", "https://www.bold.example/feed", "", "socal", "social", "opt-out", "Bold trains."),
        *("switch", "Settings > (the gear)", "", "Train on posts", "no", "off", "on", "", "web", "europe", "EEA"),
        *("Your posts", "Bold Help", "official", ""),
    )
    outcome = run("new")
    assert outcome.code == 0
    assert outcome.out.startswith("platforms.yaml:")
    assert "did you mean social?" in outcome.err
    assert "this is needed" in outcome.err
    assert "did you mean off?" in outcome.err
    bold = _entry(catalog, "bold")
    assert bold.domains == ("bold.example",)
    assert bold.controls[0].switch == "Train on posts"
    assert bold.controls[0].where == ("web",)
    assert (bold.controls[0].default, bold.controls[0].audience.regions) == ("on", ("EEA",))
    assert bold.summary == "Bold trains. [bold-help]"


_BOLD_TYPED = (
    *("Bold", "", "", "social", "opt-out", "Bold trains.", "email", "privacy@bold.example", "", "", ""),
    *("Your posts", "Bold Help", "official", ""),
)


def _meanwhile(monkeypatch: pytest.MonkeyPatch, edit: Callable[[], object]) -> None:
    """Somebody types the answers for Bold; before the last one, something else happens."""
    _types(monkeypatch, *_BOLD_TYPED)
    answers = iter(_BOLD_TYPED)
    left = [len(_BOLD_TYPED)]

    def answer(prompt: str) -> str:
        left[0] -= 1
        if not left[0]:
            edit()
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)


def test_new_keeps_what_an_editor_saved_between_two_answers(
    run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The entry is put into the catalog as it is after the last answer."""
    text = catalog.read_text(encoding="utf-8") + "# a comment of mine\n"
    _meanwhile(monkeypatch, lambda: catalog.write_text(text, encoding="utf-8"))
    outcome = run("new")
    assert outcome.code == 0
    assert _entry(catalog, "bold").name == "Bold"
    assert set(text.split("\n")) <= set(catalog.read_text(encoding="utf-8").split("\n"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bold:\n  name: Bold\n  now: bold\n", "`bold` is in the catalog already"),
        ("acme:\n  name: \udcff\n", "these bytes are not UTF-8 text"),
        pytest.param(
            None,
            "the catalog cannot be read",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="nothing is removed there that is open"),
        ),
    ],
    ids=["taken", "unreadable", "gone"],
)
def test_new_shows_the_entry_if_it_can_no_longer_be_written(
    run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, said: str
) -> None:
    """Nobody answers everything twice because the catalog is another one by now."""
    _meanwhile(
        monkeypatch,
        lambda: catalog.write_text(text, encoding="utf-8", errors="surrogateescape") if text else catalog.unlink(),
    )
    outcome = run("new")
    assert outcome.code == 1
    assert said in outcome.err
    assert "bold:\n  name: Bold\n  category: social\n" in outcome.err
    assert not text or catalog.read_text(encoding="utf-8", errors="surrogateescape") == text


def test_new_without_a_terminal_names_the_options_that_are_missing(run: Run, catalog: Path) -> None:
    """One sentence, exit code 2; a script never waits for an answer."""
    before = catalog.read_bytes()
    outcome = run("new", "--name", "Bold", "--training", "opt-out", *_SOURCE)
    assert outcome.code == 2
    assert "still missing: --category, --summary, a way to refuse" in outcome.err
    assert outcome.err.count("\n") == 1
    assert catalog.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--category", "socal"), 2, "--category: this is `socal`"),
        (("--form", "https://a.example", "--set", "off"), 2, "different ways to refuse"),
        (("Bold_Chat",), 2, "SLUG: this is `Bold_Chat`"),
        (("acme",), 1, "`acme` is in the catalog already, at platforms.yaml:3:1"),
        (("--name", "Acme"), 1, "`acme` is in the catalog already"),
        (("--catalog", "."), 2, "is a folder"),
        (("--catalog", "none.yaml"), 1, "none.yaml: the catalog cannot be read"),
    ],
)
def test_new_says_what_is_wrong_before_it_writes(
    arguments: tuple[str, ...], code: int, said: str, run: Run, catalog: Path
) -> None:
    """One sentence, and the catalog is as it was."""
    before = catalog.read_bytes()
    outcome = run("new", *arguments)
    assert outcome.code == code
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert catalog.read_bytes() == before


def test_new_needs_a_catalog_of_one_s_own(run: Run, catalog: Path) -> None:
    """What comes with the package is never written to: without a catalog here, it says where one comes from."""
    catalog.unlink()
    outcome = run("new", *_BOLD)
    assert outcome.code == 1
    assert "optout init DIR" in outcome.err
    catalog.write_bytes(b"caf\xe9:\n")
    assert "not UTF-8" in run("new", *_BOLD).err
    catalog.write_bytes(b"")
    assert run("new", *_BOLD).code == 0


@pytest.mark.parametrize("lines", [(), ("Bold",), ("Bold", "", "", "social")])
def test_new_writes_nothing_if_the_answers_end(
    lines: tuple[str, ...], run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-D at any question leaves the catalog as it was."""
    before = catalog.read_bytes()
    _types(monkeypatch, *lines)
    outcome = run("new")
    assert outcome.code == 1
    assert "nothing was written" in outcome.err
    assert catalog.read_bytes() == before


def test_new_writes_nothing_if_it_is_interrupted(run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, too."""

    def interrupt(prompt: str) -> str:
        raise KeyboardInterrupt

    before = catalog.read_bytes()
    _types(monkeypatch)
    monkeypatch.setattr("builtins.input", interrupt)
    assert run("new").code == 130
    assert catalog.read_bytes() == before


def test_new_gives_a_line_to_go_on_with(run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After Ctrl-C; typed as it stands, it asks only for the rest."""
    said = iter(("Bold Chat", "bold.example", "", "social", "opt-out", "Bold trains.", "email", "privacy@bold.example"))

    def answer(prompt: str) -> str:
        for line in said:
            return line
        raise KeyboardInterrupt

    _types(monkeypatch)
    with monkeypatch.context() as typing:
        typing.setattr("builtins.input", answer)
        stopped = run("new", "--catalog", "platforms.yaml")
    assert stopped.code == 130
    typed = shlex.split(stopped.err.strip().split("\n")[-1])
    assert typed[:4] == ["optout", "new", "--name", "Bold Chat"]
    _types(monkeypatch, "", "Object", "", "EU", "Your posts", "Bold Help", "official", "")
    assert run(*typed[1:]).code == 0
    bold = _entry(catalog, "bold-chat")
    assert bold.controls[0].email == Email("privacy@bold.example", "Object", "")
    assert (bold.domains, bold.category, bold.summary) == (("bold.example",), "social", "Bold trains. [bold-help]")


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [((), ("Bold", "acme.example", "n")), (("--name", "Zenith Two", "--domain", "acme.example"), ("n",))],
)
def test_new_asks_about_an_entry_that_may_be_the_same(
    arguments: tuple[str, ...], lines: tuple[str, ...], run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before all else, as soon as it is known which platform is meant."""
    before = catalog.read_bytes()
    _types(monkeypatch, *lines)
    outcome = run("new", *arguments)
    assert outcome.code == 1
    assert "`acme` with this name or domain already" in outcome.err
    assert outcome.err.endswith("optout: nothing was written\n")
    assert catalog.read_bytes() == before


def test_new_refuses_a_slug_that_is_taken_before_it_asks_on(
    run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody answers twelve questions in vain."""
    _types(monkeypatch, "Acme", "")
    outcome = run("new")
    assert outcome.code == 1
    assert "`acme` is in the catalog already, at platforms.yaml:3:1" in outcome.err


def test_new_mentions_an_entry_with_a_name_much_like_it(run: Run, catalog: Path) -> None:
    """It may be a misspelling, or another platform: the entry is written."""
    outcome = run("new", *_NAMELESS, "--name", "Zeniths")
    assert outcome.code == 0
    assert "`zenith`, which has a name much like it" in outcome.err


def test_new_takes_an_address_for_the_platform(run: Run, catalog: Path) -> None:
    """`optout new https://...` is what somebody has at hand."""
    assert run("new", "https://www.bold.example/feed", *_BOLD).code == 0
    assert _entry(catalog, "bold").domains == ("bold.example",)


def test_new_tells_what_a_reviewer_would(run: Run, catalog: Path) -> None:
    """The entry is written, its problems are named with their places, exit code 1."""
    outcome = run("new", *_BOLD, "--domain", "acme.example")
    assert outcome.code == 1
    assert "shared-domain: `acme.example` belongs to `acme` already" in outcome.err
    assert "bold" in load(catalog).slugs()


def test_new_opens_the_editor_at_the_entry(run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VISUAL before EDITOR; what is written there is what is checked."""
    script = catalog.parent / "ed"
    script.write_text('#!/bin/sh\necho "$@" > seen\nsed -i "s/official/rumour/" "$2"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", "nothing-of-the-kind")
    monkeypatch.setenv("VISUAL", str(script))
    outcome = run("new", *_BOLD, "--edit")
    line = outcome.out.strip().rsplit(":", 1)[1]
    assert (catalog.parent / "seen").read_text(encoding="utf-8") == f"+{line} platforms.yaml\n"
    assert outcome.code == 1
    assert "this is `rumour`" in outcome.err


@pytest.mark.parametrize(("editor", "said"), [("", "set EDITOR"), ("nothing-of-the-kind", "cannot be started")])
def test_new_keeps_the_entry_if_there_is_no_editor(
    editor: str, said: str, run: Run, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says where the entry is."""
    monkeypatch.setenv("EDITOR", editor)
    outcome = run("new", *_BOLD, "--edit")
    assert outcome.code == 1
    assert said in outcome.err
    assert "the entry is in platforms.yaml, line" in outcome.err
    assert "bold" in load(catalog).slugs()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


_STARTER = {
    "platforms.yaml", "platforms.schema.json", "optout.toml", "README.md", ".gitignore", ".github/workflows/site.yml",
    ".github/ISSUE_TEMPLATE/wrong-step.yml", ".github/ISSUE_TEMPLATE/new-platform.yml"
}  # fmt: skip


@pytest.fixture
def own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog that `optout init` began, as the current folder."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert run("init", tmp_path / "a" / "guides").code == 0
    monkeypatch.chdir(tmp_path / "a" / "guides")
    return tmp_path / "a" / "guides"


@pytest.mark.parametrize("text", ["", "# Only a remark.\n"])
@pytest.mark.parametrize("more", [(), ("--check",), ("--diff",)])
def test_no_entry_at_all_is_no_catalog_in_form(run: Run, tmp_path: Path, text: str, more: tuple[str, ...]) -> None:
    """`format` says so as `check` does: a pipeline that looks at a file which came to nothing is not green."""
    path = tmp_path / "c.yaml"
    path.write_text(text, encoding="utf-8")
    done = run("format", path, *more)
    assert (done.code, done.out, path.read_text(encoding="utf-8")) == (1, "", text)
    assert "no-catalog: there is no entry in this file" in done.err
    assert done.err.endswith("c.yaml: nothing that could be put in form\n")


@pytest.mark.slow
def test_init_begins_a_catalog_that_is_checked_and_built_at_once(run: Run, own: Path) -> None:
    """Nothing to mend before the first page: the example passes every rule, and its site is built."""
    assert set(_files(own)) == _STARTER
    for command in (("check",), ("format", "--check")):
        checked = run(*command)
        assert (checked.code, checked.out) == (0, "")
    assert run("build").code == 0
    assert "Example" in (own / "site" / "platforms" / "example.html").read_text(encoding="utf-8")
    assert "My guides" in (own / "site" / "index.html").read_text(encoding="utf-8")
    assert run("new", *_BOLD).code == 0
    assert load(own / "platforms.yaml").slugs() == ["bold", "example"]


def test_init_gives_editors_the_schema_beside_the_catalog(own: Path) -> None:
    """The first line of the catalog names a file that is there."""
    first = (own / "platforms.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert (own / first.split("$schema=")[1]).read_bytes() == _SCHEMA.read_bytes()


def test_init_writes_a_workflow_that_is_one(own: Path) -> None:
    """Its commands are ones that there are; test_github.py holds the same file to GitHub's own schema."""
    workflow = own / ".github" / "workflows" / "site.yml"
    steps = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    assert f"pip install '{requirement('pictures')}'" in [step.get("run") for step in steps]
    runs = [step["run"].split()[:2] for step in steps if "run" in step]
    assert [words for words in runs if words[0] == "optout"] == [
        ["optout", "check"],
        ["optout", "format"],
        ["optout", "build"],
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("host", "script"), [("gitlab", ".gitlab-ci.yml"), ("codeberg", "publish.sh")])
def test_init_writes_what_publishes_on_other_hosts(run: Run, tmp_path: Path, host: str, script: str) -> None:
    """Whose README says how, with the version that wrote it, and nothing of another host."""
    assert run("init", tmp_path / "guides", "--host", host).code == 0
    text = (tmp_path / "guides" / script).read_text(encoding="utf-8")
    typed = re.findall(r"^ *(?:- )?optout (.*)$", text, re.MULTILINE)
    for line in typed:
        parse(line.removesuffix(' "$@"'))
    assert {line.split()[0] for line in typed} == {"check", "format", "build"}
    assert not (tmp_path / "guides" / ".github").exists()
    readme = (tmp_path / "guides" / "README.md").read_text(encoding="utf-8")
    assert script in readme
    assert requirement() in readme
    settings = read(tmp_path / "guides" / "optout.toml")
    assert settings.host == host  # so that addresses are right under any name that the host has
    assert host == "codeberg" or f"pip install '{requirement('pictures')}'" in text  # which the settings may ask for


@pytest.mark.parametrize(
    ("origin", "script"),
    [
        ("git@codeberg.org:me/guides.git", "publish.sh"),
        ("https://gitlab.example.org/me/guides.git", ".gitlab-ci.yml"),
        ("ssh://git@gitlab.com/me/guides", ".gitlab-ci.yml"),
        ("git@github.com:me/guides.git", ".github/workflows/site.yml"),
        ("/srv/guides.git", ".github/workflows/site.yml"),
    ],
)
def test_init_writes_what_publishes_where_the_repository_comes_from(
    origin: str, script: str, run: Run, tmp_path: Path
) -> None:
    """Without being told, in a folder of a clone as well; what nobody knows is published as on GitHub."""
    for command in (["init", "-q"], ["remote", "add", "origin", origin]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert run("init", tmp_path / "my guides").code == 0
    assert (tmp_path / "my guides" / script).is_file()


def test_init_says_what_to_type_next(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell takes it, and no step into the folder in which one is."""
    monkeypatch.chdir(tmp_path)
    assert "Next: cd 'my guides' && optout build" in run("init", "my guides").err
    assert "Next: optout build " in run("init", ".").err


def test_publish_pushes_the_site_and_nothing_else(run: Run, tmp_path: Path) -> None:
    """To the branch of which Codeberg makes pages; the repository stays as it was."""
    guides, origin = tmp_path / "guides", tmp_path / "origin.git"
    assert run("init", guides, "--host", "codeberg").code == 0
    known = {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "A",
             "GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "a@a.example"}  # fmt: skip
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in (
        ["git", "init", "-q", "--bare", str(origin)],
        ["git", "init", "-q", str(guides)],
        ["git", "-C", str(guides), "remote", "add", "origin", str(origin)],
        ["sh", str(guides / "publish.sh")],
    ):
        subprocess.run(command, env={**os.environ, **known, "PATH": path}, capture_output=True, check=True)
    shown = subprocess.run(
        ["git", "-C", str(origin), "ls-tree", "--name-only", "pages"], capture_output=True, check=True
    )
    assert {"index.html", "platforms", "assets"} <= set(shown.stdout.decode().split())
    assert not (guides / "site").exists()


@pytest.mark.parametrize(
    ("origin", "web"),
    [
        ("git@codeberg.org:me/guides.git", "https://codeberg.org/me/guides"),
        ("ssh://git@codeberg.org/me/guides.git", "https://codeberg.org/me/guides"),
        ("https://codeberg.org/me/guides.git/", "https://codeberg.org/me/guides"),
        ("https://codeberg.org/me/guides", "https://codeberg.org/me/guides"),
        ("https://me:secret@codeberg.org/me/guides", ""),
        ("/srv/guides.git", ""),
    ],
)
def test_publish_says_where_its_repository_is(run: Run, tmp_path: Path, origin: str, web: str) -> None:
    """Every guide leads to a new issue there, without any setting; no password of an address gets into a page."""
    guides, said, programs = tmp_path / "guides", tmp_path / "said", tmp_path / "programs"
    assert run("init", guides, "--host", "codeberg").code == 0
    programs.mkdir()
    for name, does in (("git", f"echo '{origin}'"), ("optout", f'echo "$@" >> {said}; [ "$1" != build ]')):
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(["sh", str(guides / "publish.sh")], env={**os.environ, "PATH": path}, check=False)
    named = said.read_text(encoding="utf-8").splitlines()[-1].split()[3:]
    assert named == (["--repository", web] if web else [])


@pytest.mark.slow
def test_the_commands_that_the_readme_of_init_names_work(run: Run, own: Path) -> None:
    """Whoever begins types what it says."""
    said = re.findall(r"^    optout (.*?)(?:  .*)?$", (own / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split()[0] for line in said] == ["new", "show", "check", "build"]
    for line in said:
        assert run(*line.split(), *(_BOLD if line == "new" else ())).code == 0


def test_init_takes_no_empty_name_for_this_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a variable that was never set is."""
    monkeypatch.chdir(tmp_path)
    outcome = run("init", "")
    assert (outcome.code, outcome.out) == (2, "")
    assert "name a folder, or `.` for this one" in outcome.err
    assert not any(tmp_path.iterdir())


def test_init_never_overwrites(run: Run, own: Path) -> None:
    """What is the same may stay; what is another file is named, and nothing is written at all."""
    assert run("init", ".").out == ""
    (own / "README.md").write_text("mine", encoding="utf-8")
    (own / "optout.toml").unlink()
    before = _files(own)
    outcome = run("init", ".")
    assert outcome.code == 1
    assert "README.md already; nothing was written" in outcome.err
    assert _files(own) == before


def test_init_leaves_nothing_behind_if_it_cannot_write(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the folder should be; a disk that is full after the third file."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    outcome = run("init", tmp_path / "file")
    assert outcome.code == 1
    assert "nothing was changed" in outcome.err
    written: list[Path] = []

    def fill_up(path: Path, text: str) -> None:
        if len(written) == 3:
            raise OptoutError(f"{path} cannot be written (No space left on device); nothing was changed")
        path.write_text(text, encoding="utf-8")
        written.append(path)

    monkeypatch.setattr("optout.editing.init.write_file", fill_up)
    assert run("init", tmp_path / "a" / "b").code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
