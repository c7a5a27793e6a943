"""What is refused before anything is done: options given twice, answers over a file written by hand, odd settings."""

from pathlib import Path

import pytest

from optout.errors import UsageProblem
from optout.project import config
from optout.project.places import place_of
from tests.conftest import EXAMPLE, Run

_TWICE = (
    "show acme --region DE --region US", "acme --region DE --region US", "list --format json --format csv",
    "search acme --limit 1 --limit 2", "open acme --way 1 --way 2", "accounts --file a --file b",
    "accounts list --file a --file b", "accounts add acme --plan A --plan B",
    "accounts import a --from b --from c", "accounts remove a --profile b --profile c", "plan --region DE --region US",
    "do --file a --file b", "done acme --file a --file b", "undo acme --file a --file b", "changed --file a --file b",
    "letter acme --region DE --region FR", "new x --name A --name B", "check --since a --since b",
    "format --catalog a --catalog b", "diff a b --format text --format json", "links --sample 1 --sample 2",
    "evidence --sample 1 --sample 2", "terms acme --since 2026-01-01 --since 2026-01-02", "stale --users a --users b",
    "schema -o a --output b", "init a --host github --host gitlab", "build --out a --out b", "serve --port 1 --port 2",
    "guides --out a --out b", "templates --templates a --templates b", "robots --format nginx --format caddy",
    "robots audit a --format json --format text",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog of one's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    return tmp_path


@pytest.mark.parametrize("line", _TWICE)
def test_an_option_is_given_once(line: str, run: Run, folder: Path) -> None:
    """Of two values the last counted, without a word; every command says so in the same words."""
    before = sorted(folder.iterdir())
    outcome = run(*line.split())
    if "no such option" in outcome.err.lower():
        pytest.fail(outcome.err)
    assert outcome.code == 2
    assert "is given 2 times, and only one value can count: name it once." in outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


def test_what_may_be_given_several_times_may(run: Run, folder: Path) -> None:
    """And so may a flag, which says the same twice."""
    assert run("show", "acme", "--full", "--full").code == 0
    assert run("robots", "--block", "training", "--block", "search", "--catalog", EXAMPLE).code in (0, 1)


@pytest.mark.parametrize("name", ["platforms.yaml", "optout.toml", "other.YML", "link.txt"])
@pytest.mark.parametrize(
    "line", ["show acme -o", "list -o", "search acme -o", "check -o", "schema -o", "stale -o", "diff HEAD -o",
             "robots --into", "robots -o"]
)  # fmt: skip
def test_no_answer_goes_over_what_is_written_by_hand(line: str, name: str, run: Run, folder: Path) -> None:
    """The catalog was lost to one slip of the keyboard; no command does it, through a link neither."""
    (folder / "optout.toml").write_text("title = 'x'\n")
    (folder / "other.YML").write_text("a: b\n")
    (folder / "link.txt").symlink_to("platforms.yaml")
    before = (folder / name).read_bytes()
    outcome = run(*line.split(), name)
    assert outcome.code == 2
    assert f"{name} is there, and no answer of optout's: name another file, or remove it first" in outcome.err
    assert (folder / name).read_bytes() == before


def test_other_answers_are_written_over(run: Run, folder: Path) -> None:
    """As before: an answer of yesterday, and a new file of any name."""
    for name in ("guide.md", "guide.md", "new.yaml"):
        assert run("show", "acme", "--format", "markdown", "-o", name).code == 0
    assert (folder / "guide.md").read_text("utf-8").startswith("# Acme")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "x"\n  out = ".git"\n', "2:3: out: .git is in a folder .git, where a version control keeps"),
        ('out = ".git/pages"\n', "1:1: out: .git/pages is in a folder .git, where a version control keeps"),
        ('title = "x"\nfiles = "."\n', "2:1: files: . is the folder of the settings themselves, or holds it"),
        ('pages = ".."\n', "1:1: pages: .. is the folder of the settings themselves, or holds it"),
        (
            'files = "static"\nout = "static/site"\n',
            "2:1: out: static/site is in static, which",
        ),
        ('title = "x"\nfiles = "none"\n', "2:1: files: there is no folder none; make it or drop the line"),
        ('\ncatalog = "none.yaml"\n', "2:1: catalog: there is no file none.yaml; write the name of yours"),
        ('a = 1\ntitle = "x"\n', "1:1: there is no setting `a`; "),
        ('title = "x"\n"titel" = 3\n', "2:1: there is no setting `titel`; did you mean `title`?"),
        ("title = 'x'\n[section]\nb = 1\n", "2:1: `[section]` begins a section, and there are none"),
        ("title = 'x'\n\nlanguages = ['xx']\n", "3:1: languages: there is no `xx`"),
        ("title = \n", '1:8: a value is missing here: title = "..."'),
        ('title = "x', '1:9: the text that begins here has no closing ": title = "x"'),
        ("= 3", "1:1: this is not TOML ("),
        ("base-url = 'nowhere'\n", "1:1: base-url: `nowhere` is no address"),
        ("\nedit-url = 'https://a.example/{x}'\n", "2:1: edit-url: `https://a.example/{x}` may hold"),
        ("catalog = ['platforms.yaml']\nonly = ['nope']\n", "2:1: only: there is no entry `nope`"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(text: str, said: str, run: Run, folder: Path) -> None:
    """File, line and column, in one sentence, before anything is written."""
    (folder / "static").mkdir()
    (folder / "optout.toml").write_text(text, encoding="utf-8")
    before = sorted(folder.rglob("*"))
    outcome = run("build")
    assert outcome.code == (1 if "there is no f" in said else 2)
    assert outcome.err.startswith(f"optout: optout.toml:{said}"), outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(folder.rglob("*")) == before


def test_settings_that_are_no_text_are_told_with_their_line(folder: Path) -> None:
    """As an editor in another encoding saves them."""
    (folder / "optout.toml").write_bytes(b"title = 'x'\nsince = '\xff'\n")
    with pytest.raises(UsageProblem, match=r"optout\.toml:2: byte 22 is no UTF-8; save the file as UTF-8"):
        config.read(folder / "optout.toml")


def test_a_line_within_a_text_is_no_setting() -> None:
    """What looks like the setting there is not where it is wrong."""
    assert place_of('title = """\nout = 1\n"""\nout = 2\n', "out", "x") == "x:4:1"


@pytest.mark.parametrize("command", ["build", "guides"])
def test_nothing_is_built_into_a_repository(command: str, run: Run, folder: Path) -> None:
    """On the command line, too."""
    (folder / ".git").mkdir()
    outcome = run(command, "--out", ".git/site")
    assert outcome.code == 1
    assert (
        "a folder .git, where a version control keeps what is its own; choose another folder with --out" in outcome.err
    )
    assert [*(folder / ".git").iterdir()] == []
