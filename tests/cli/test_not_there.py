"""What is not there ends every command alike: exit code 1, one sentence; 2 is for what is no command line at all."""

import os
from pathlib import Path

import pytest

import optout
from optout.catalog import locate
from optout.catalog.locate import default_path
from optout.catalog.lookup import Nothing, ask_all
from optout.cli.main import COMMANDS
from tests.conftest import EXAMPLE, Run, git

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_NO_CATALOG = (
    "show acme", "list", "search acme", "open acme --print", "accounts add acme", "plan", "do acme", "done acme",
    "undo acme", "changed", "letter acme --region DE", "new late", "check", "format", "diff HEAD", "links", "evidence",
    "terms acme", "stale", "build", "serve", "guides", "robots", "robots audit robots.txt",
)  # fmt: skip
_NO_NAME = (
    "show nobody", "search zzzqqqxx", "open nobody", "open acme --way 99 --print", "accounts add nobodyatall",
    "accounts remove nobodyatall", "do nobody", "done nobody", "undo nobody", "changed nobody",
    "letter nobody --region DE", "check --explain none", "links nobody", "evidence nobody", "terms nobody",
    "templates --copy none", "robots --explain none", "robots --block nobody", "robots --allow nobody",
    "plan --profile none",
)  # fmt: skip
_NO_FILE = (
    "accounts import none.csv", "done --from none.md", "check none.yaml", "format none.yaml", "diff none",
    "diff none platforms.yaml", "diff platforms.yaml none", "check --since none", "links --since none",
    "evidence --since none", "links --blocked none", "evidence --blocked none", "stale --users none",
    "stale --state none", "build --config none.toml", "serve --config none.toml", "build --since none",
    "build --terms none", "build --templates none", "serve --templates none", "guides --templates none",
    "show acme --templates none", "letter acme --region DE --name A --templates none", "robots audit none.txt",
)  # fmt: skip
_USAGE = (
    "show", "show acme --device none", "list --format none", "completion none", "accounts nothing",
    "letter acme --law none", "nobody", "init --host none", "plan --since none", "terms --changed --since none",
    "--none", "schema --none", "help none",
    "robots --format none", "search acme --limit none", "diff",
)  # fmt: skip
# These read no catalog and no file, and look nothing up.
_NOTHING_LOOKED_UP = {"completion", "schema", "init"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog of one's own in a repository, and a list with one account."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow:\n")
    for words in (("init", "-q"), ("add", "platforms.yaml"), ("commit", "-q", "-m", "x")):
        git(tmp_path, *words)
    return tmp_path


@pytest.fixture
def listed(folder: Path, run: Run) -> Path:
    """The same, with an account on the list."""
    assert run("accounts", "add", "acme").code == 0
    return folder


@pytest.mark.parametrize("line", [*(f"{line} --catalog none.yaml" for line in _NO_CATALOG), *_NO_NAME, *_NO_FILE])
def test_what_is_not_there_ends_with_one(line: str, run: Run, listed: Path) -> None:
    """A catalog, a file, a revision, a platform, a rule, a crawler, a template: in one sentence, never as our bug."""
    outcome = run(*line.split())
    assert (outcome.code, outcome.out) == (1, ""), outcome.err
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("optout: ")


@pytest.mark.parametrize("line", _USAGE)
def test_what_is_no_command_line_ends_with_two(line: str, run: Run, listed: Path) -> None:
    """A command, an option or a value that does not exist."""
    outcome = run(*line.split())
    assert (outcome.code, outcome.out) == (2, ""), outcome.err


def test_no_command_is_left_out() -> None:
    """Whoever adds a command says what is not there for it."""
    walked = {line.split()[0] for line in (*_NO_CATALOG, *_NO_NAME, *_NO_FILE)}
    assert walked | _NOTHING_LOOKED_UP >= {*COMMANDS}


@pytest.mark.parametrize(
    "line",
    ["show nobody", "open nobody", "diff none", "check --since none", "links nobody", "letter nobody --region DE",
     "do nobody", "accounts add nobodyatall", "robots --explain none", "templates --copy none", "terms nobody",
     "links --since none", "search zzzqqqxx", "list --region XX"]
)  # fmt: skip
def test_where_the_package_is_nobody_wants_to_know(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong name away from any catalog was answered with a path of a hundred letters into site-packages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    outcome = run(*line.split())
    assert outcome.code in (1, 2)
    assert str(default_path()) not in outcome.out + outcome.err
    assert str(Path(optout.__file__).parent) not in outcome.out + outcome.err


def test_the_packaged_catalog_has_a_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence it is what it is."""
    monkeypatch.chdir(tmp_path)
    assert "the catalog that comes with optout" in run("diff", "none").err


@pytest.mark.parametrize(
    "line",
    ["check", "format", "diff", "done --from", "accounts import", "build --config", "build --terms", "stale --users",
     "stale --state", "links --blocked", "evidence --blocked", "robots --into", "list --catalog"]
)  # fmt: skip
def test_a_pipe_is_no_file(line: str, run: Run, folder: Path) -> None:
    """It was waited for: until somebody writes to it, which nobody does."""
    os.mkfifo(folder / "pipe")
    outcome = run(*line.split(), "pipe")
    assert (outcome.code, outcome.out) == (2, "")
    assert "pipe is a pipe and no file; name " in outcome.err


def test_a_folder_above_the_package_is_not_named_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From there the path of the packaged catalog is a relative one: beside an environment of one's own it was told."""
    package = tmp_path / "a" / "lib" / "site-packages" / "optout"
    package.mkdir(parents=True)
    (package / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.setattr(locate, "_PACKAGE", package)
    monkeypatch.chdir(tmp_path)
    answer = ask_all(locate.load(locate.default_path()), ["qqqqqq"])[0]
    assert isinstance(answer, Nothing)
    assert "site-packages" not in answer.message
    assert locate.called("a/lib/site-packages/optout/platforms.yaml") == "the catalog that comes with optout"


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove the folder that one stands in")
def test_a_folder_that_is_gone_is_not_well(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that judges or makes something answers for the packaged catalog in its place; whoever reads has it."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    for words in (
        "check",
        "format",
        "diff HEAD",
        "diff HEAD --catalog c.yaml",
        "stale",
        "links",
        "build",
        "guides",
        "new",
    ):
        outcome = run(*words.split())
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err == (
            "optout: the folder you are in is gone; go to another, or name a catalog with --catalog FILE\n"
        )
    assert run("check", "--catalog", EXAMPLE).code == 0
    assert run("guides", "--out", tmp_path / "guides", "--catalog", EXAMPLE).code == 0
    assert run("list").code == 0
