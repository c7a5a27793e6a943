"""Everything that leaves the program passes one gate: what a catalog holds reaches no terminal and no log as it is."""

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import optout
from optout.text import is_command, unseen
from tests.conftest import CASES, Run

_PACKAGE = Path(optout.__file__).parent
_HOSTILE = sorted((CASES / "gate").glob("*.yaml"))

# Who writes to a stream or a file, and why that needs no gate, or is it.
_WRITERS = {
    "__main__.py": "says that there is no output, before there is a gate",
    "cli/output.py": "the gate itself",
    "cli/streams.py": "the last step of the gate",
    "cli/quick.py": "hands on what has passed the gate when it was prepared",
    "cli/accounts_import.py": "asks for the width of standard error, and lends it to a question of optout's own",
    "cli/asking.py": "asks whether somebody sits at a terminal; its questions are optout's own words",
    "cli/main.py": "the help, which is optout's own words",
    "cli/help.py": "the help, which is optout's own words",
    "cli/new.py": "lends standard output to the questions, which are optout's own words",
    "cli/waiting.py": "a bar that shows how far it is",
    "cli/site.py": "a bar that shows how far it is",
    "cli/monitoring.py": "a bar that shows how far it is",
    "cli/check.py": "names the stream that a difference is for",
    "files.py": "files of the user, byte by byte as they were made",
    "catalog/cache.py": "an index that only optout reads",
    "guide/shipped.py": "an index that only optout reads",
    "render/bounded.py": "what a template is compiled to, in memory",
    "render/preparing.py": "an index that only optout reads",
    "render/compiling.py": "an index that only optout reads",
    "cli/helping.py": "help as click lays it out, for the package",
    "messages/compile.py": "makes a module of optout itself",
    "render/json.py": "plain values of a guide, in memory",
    "render/json_types.py": "the same values, each by its type",
    "site/worded.py": "an index that only optout reads",
    "site/placed.py": "pages, which templates and writers of each format have escaped",
    "site/live.py": "the same pages, and JSON, for a browser on this machine",
    "terms/archive.py": "names of objects, for git",
    "terms/update.py": "files of git's, and its progress, for a person at a terminal",
    "web/fetch.py": "requests",
    "web/results.py": "results as JSON, which only optout reads",
    "web/sandbox.py": "JSON between two processes of optout",
    "web/page.py": "a text in memory",
    "editing/format.py": "a text in memory",
}
# Modules of optout whose `write` ends in the gate, or makes a text.
_OWN = {"output", "streams", "monitoring", "init", "style"}
_METHODS = {"write", "writelines", "write_text", "write_bytes", "echo", "secho", "progressbar", "print", "log"}


def _writers(path: Path) -> Iterator[int]:
    """The lines on which a module prints, writes, or touches a standard stream."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name("sys"), attr=stream) if stream.strip("_") in ("stdout", "stderr"):
                yield node.lineno
            case ast.Call(func=ast.Name("print" | "echo" | "secho")):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in _METHODS:
                if not isinstance(owner, ast.Name) or owner.id not in _OWN:
                    yield node.lineno


@pytest.mark.slow
def test_every_place_that_prints_is_known() -> None:
    """Whoever prints elsewhere goes around the gate; whoever no longer does needs no reason."""
    found = {
        str(path.relative_to(_PACKAGE)): lines
        for path in sorted(_PACKAGE.rglob("*.py"))
        if (lines := [*_writers(path)])
    }
    assert {name: found[name] for name in set(found) - set(_WRITERS)} == {}
    assert set(_WRITERS) - set(found) == set()


def _harmless(text: str) -> None:
    assert unseen(text, lines=True) == ""
    assert not is_command(text)


@pytest.mark.slow
@pytest.mark.parametrize("path", _HOSTILE, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "line",
    ["check {}", "check {} --format text", "check {} --format json", "check {} --format sarif", "check --diff {}",
     "show evil --catalog {}", "show evil --full --catalog {}", "show evil --format markdown --catalog {}",
     "show evil --format html --catalog {}", "show evil --format json --catalog {}", "open evil --catalog {}",
     "list --catalog {}", "list --format csv --catalog {}", "list --format json --catalog {}",
     "list --format markdown --catalog {}", "search trains --catalog {}", "format --check {}", "stale --catalog {}",
     "diff {} {} --format markdown", "build --out site --catalog {}", "guides --out guides --catalog {}"],
)  # fmt: skip
def test_no_output_holds_what_nobody_sees(
    line: str, path: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the catalog is sound or broken, in every format: no control, no mark, no command to a runner."""
    monkeypatch.chdir(tmp_path)
    found = run(*(word.replace("{}", str(path)) for word in line.split()))
    assert found.code in (0, 1)
    _harmless(found.out.replace("\r\n", "\n"))  # as CSV ends its lines
    _harmless(found.err)


@pytest.mark.parametrize("path", _HOSTILE, ids=lambda path: path.stem)
def test_annotations_are_the_only_commands(path: Path, run: Run) -> None:
    """Each line is one of optout's own, and its data holds nothing unseen."""
    found = run("check", str(path), "--format", "github")
    assert found.out
    for line in found.out.splitlines():
        assert re.match(r"::(error|warning) file=[^:,]+,line=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::", line)
        assert unseen(line) == ""


def test_a_key_cannot_begin_a_line_of_a_log(run: Run, tmp_path: Path) -> None:
    """A line break in what a message repeats is an escape in it."""
    path = tmp_path / "platforms.yaml"
    path.write_text('evil:\n  "\\n::error file=README.md::x": 1\n  "\\n::error file=README.md::x": 2\n')
    found = run("format", "--check", str(path))
    assert "\\n\\x3a:error file=README.md::x" in found.err
    _harmless(found.err)


def test_words_of_the_command_line_are_no_lines_of_their_own(run: Run) -> None:
    """Neither names nor options that do not exist."""
    for words in (("show", "x\n::error::y\x1b[2J"), ("show", "--x\n::error::y"), ("diff", "x\n::error::y", "z")):
        found = run(*words)
        assert found.code in (1, 2)
        assert len(found.err.splitlines()) == 1
        _harmless(found.err)


_SOUND = """\
evil:
  name: '{}'
  aliases: ['{}']
  category: social
  training: no-training
  summary: It trains on nothing. [help]
  checked: 2026-11-21
  sources: {{help: {{title: T, publisher: P, kind: official, url: "https://example.com/ai"}}}}
"""


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "Old; =cmd|x",
        "Old;=1+1",
        "a,=1",
        "a,\u3000=1",
        "b|=1",
        'c"=1',
        "﹦1",
    ],
)
def test_no_cell_is_a_formula_however_it_is_cut(name: str, run: Run, tmp_path: Path) -> None:
    """At the start of a cell, and where a spreadsheet that separates by another sign would begin one."""
    path = tmp_path / "platforms.yaml"
    path.write_text(_SOUND.format(name, name), encoding="utf-8")
    found = run("list", "--format", "csv", "--catalog", str(path))
    cells = next(row for row in csv.reader(io.StringIO(found.out)) if row[0] == "evil")
    assert name in "".join(cells).replace("'", "")
    for cell in cells:
        for part in re.split(r"""[;,|\t"]""", cell):
            assert not re.match(r"\s*[-=+@＝＋－＠﹦]", part)
