"""optout check as a contributor meets it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from optout.editing import check
from optout.rules.manuals import manuals
from tests.conftest import CASES, EXAMPLE, Run, git

_BROKEN = CASES / "check" / "duplicate-key.yaml"
_MENDABLE = CASES / "fix" / "several-passes.yaml"
_TODAY = ("--today", "2026-11-22")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A catalog with problems, two of which stay."""
    path = tmp_path / "c.yaml"
    path.write_bytes(_MENDABLE.read_bytes())
    return path


def test_problems_are_listed_in_every_format(run: Run) -> None:
    """For people, for editors, for programs, for code hosts; exit code 1 if there is an error."""
    text = run("check", _BROKEN)
    assert text.code == 1
    assert "10:3: duplicate-key:" in text.out
    assert "\n 10 |   domains:" in text.out
    assert text.err.endswith("2 entries, 1 problem; more on a rule: optout check --explain duplicate-key\n")
    assert run("check", _BROKEN, "--format", "concise").out.count("\n") == 1
    problem = json.loads(run("check", _BROKEN, "--format", "json").out)["problems"][0]
    assert (problem["line"], problem["column"], problem["rule"]) == (10, 3, "duplicate-key")
    assert run("check", _BROKEN, "--format", "github").out.startswith("::error file=")
    assert json.loads(run("check", _BROKEN, "--format", "sarif").out)["version"] == "2.1.0"
    assert run("check", EXAMPLE, *_TODAY).code == 0


@pytest.mark.parametrize(("here", "named"), [(".", "cat/p.yaml"), ("cat", "p.yaml"), ("other", "../cat/p.yaml")])
def test_code_hosts_are_told_the_path_from_the_repository(
    here: str, named: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever folder one checks: an annotation of another path is on no line of a pull request."""
    for folder in (".git", "cat", "other"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cat" / "p.yaml").write_bytes(_BROKEN.read_bytes())
    monkeypatch.chdir(tmp_path / here)
    assert run("check", named, "--format", "github").out.startswith("::error file=cat/p.yaml,line=")
    results = json.loads(run("check", named, "--format", "sarif").out)["runs"][0]["results"]
    located = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert located == {"cat/p.yaml"}
    assert run("check", named, "--format", "concise").out.startswith(f"{named}:")


def test_under_github_actions_annotations_come_by_themselves(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a format is asked for."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", _BROKEN).out.startswith("::error file=")
    assert not run("check", _BROKEN, "--format", "text").out.startswith("::")


def test_a_warning_does_not_fail(run: Run, tmp_path: Path) -> None:
    """It is listed, and the exit code is 0."""
    (tmp_path / "c.yaml").write_text(EXAMPLE.read_text(encoding="utf-8") + "# a comment \n", encoding="utf-8")
    outcome = run("check", tmp_path / "c.yaml", *_TODAY)
    assert outcome.code == 0
    assert "trailing-space" in outcome.out


def test_several_files_are_checked_in_one_run(run: Run) -> None:
    """Each once, with a line for each on standard error."""
    outcome = run("check", _BROKEN, CASES / "check" / "colon.yaml", _BROKEN, "--format", "concise")
    assert outcome.out.count("\n") == 2
    assert outcome.err.count("entries") == 2


def test_results_go_into_a_file(run: Run, tmp_path: Path) -> None:
    """`-o` takes any format."""
    assert run("check", _BROKEN, "--format", "sarif", "-o", tmp_path / "x.sarif").out == ""
    assert json.loads((tmp_path / "x.sarif").read_text(encoding="utf-8"))["runs"]


def test_fix_writes_and_shows_what_it_did(run: Run, copy: Path) -> None:
    """The difference goes to standard error, what is left to standard output."""
    outcome = run("check", copy, "--fix", "--format", "concise")
    assert outcome.code == 1
    assert "+  company: 'Case: the company'\n" in outcome.err
    assert "4 problems mended" in outcome.err
    assert outcome.out.count("\n") == 1
    assert "  company: 'Case: the company'\n" in copy.read_text(encoding="utf-8")
    before = copy.stat()
    assert "mended" not in run("check", copy, "--fix").err
    assert copy.stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in copy.parent.iterdir()] == ["c.yaml"]


def test_fix_overwrites_nobody(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an editor saved while the command was reading stays, and is to be mended anew."""

    def saved_meanwhile(*arguments: Any) -> check.CheckReport:
        copy.write_text("mine", encoding="utf-8")
        return mended(*arguments)

    mended = check.mended
    monkeypatch.setattr(check, "mended", saved_meanwhile)
    outcome = run("check", copy, "--fix")
    assert outcome.code == 1
    said = "c.yaml was changed while optout was at work on it; nothing was written to it, run the command again\n"
    assert outcome.err.endswith(said)
    assert copy.read_text(encoding="utf-8") == "mine"


def test_diff_only_shows(run: Run, copy: Path) -> None:
    """A patch on standard output that can be applied; exit code 1 if there is one."""
    before = copy.read_bytes()
    outcome = run("check", copy, "--diff", "-o", copy.parent / "x.patch")
    assert outcome.code == 1
    assert copy.read_bytes() == before
    assert "1 entry; 4 problems can be mended, 1 would be left" in outcome.err
    subprocess.run(["git", "apply", "-p0", "--unsafe-paths", "--directory=/", "x.patch"], cwd=copy.parent, check=True)
    applied = copy.read_bytes()
    copy.write_bytes(before)
    run("check", copy, "--fix")
    assert applied == copy.read_bytes()
    assert run("check", EXAMPLE, "--diff", *_TODAY).code == 0


def test_fix_keeps_links_marks_and_ends_of_lines(run: Run, tmp_path: Path) -> None:
    """A link stays a link; the mark and the line ends of a Windows editor stay."""
    (tmp_path / "real.yaml").write_bytes((CASES / "fix" / "windows.yaml").read_bytes())
    (tmp_path / "c.yaml").symlink_to("real.yaml")
    assert run("check", tmp_path / "c.yaml", "--fix", *_TODAY).code == 0
    assert (tmp_path / "c.yaml").is_symlink()
    mended = (tmp_path / "real.yaml").read_bytes()
    assert mended.startswith(b"\xef\xbb\xbfcase:\r\n  name: Case\r\n")
    assert b"\n" not in mended.replace(b"\r\n", b"")


def test_fix_leaves_bytes_alone_that_are_no_text(run: Run, tmp_path: Path) -> None:
    """A broken entry keeps its bytes while its neighbours are mended."""
    path = tmp_path / "c.yaml"
    path.write_bytes((CASES / "fix" / "broken-neighbours.yaml").read_bytes())
    assert run("check", path, "--fix").code == 1
    assert b"name: \xff\n" in path.read_bytes()
    assert b"aliases: ['yes']" in path.read_bytes()


def _typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input_is_a_file_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places call it <stdin>; with --fix its mended text is the answer, and problems go to standard error."""
    _typed(monkeypatch, _MENDABLE.read_bytes())
    assert run("check", "-", "--format", "concise").out.startswith("<stdin>:")
    _typed(monkeypatch, _MENDABLE.read_bytes())
    outcome = run("check", "-", "--fix")
    assert outcome.code == 1
    assert outcome.out.startswith("case:\n")
    assert "company: 'Case: the company'" in outcome.out
    assert "<stdin>:12:7: uncited-claim" in outcome.err
    _typed(monkeypatch, EXAMPLE.read_bytes())
    assert run("check", "-", "--fix", *_TODAY).out == EXAMPLE.read_text(encoding="utf-8")


def _commit(path: Path, text: str) -> None:
    """A repository whose one revision has the file with this text."""
    path.write_text(text, encoding="utf-8")
    git(path.parent, "init", "-q", "-b", "main")
    git(path.parent, "add", "-A")
    git(path.parent, "commit", "-q", "-m", "old")


@pytest.mark.parametrize(
    ("was", "now", "warned"),
    [
        ("set: off", "set: on", True),
        ("path: Settings", "path: Menu", True),
        ("It trains", "It does train", False),
        ("2026-01-01", "2026-01-02", False),
    ],
)
def test_since_a_revision_what_changed_in_substance_was_checked(
    run: Run, tmp_path: Path, was: str, now: str, warned: bool
) -> None:
    """A warning where an entry tells people to do something else and its day of check is the old one."""
    path = tmp_path / "c.yaml"
    entry = (
        "a:\n  name: A\n  category: social\n  training: opt-out\n  summary: It trains on posts. [help]\n"
        "  checked: 2026-11-01\n  controls:\n    - {path: Settings > Train, set: off, evidence: [help]}\n"
        "  sources:\n    help: {title: Help, publisher: A, kind: official, date: 2026-01-01}\n"
    )
    _commit(path, entry)
    changed = entry.replace(was, now)
    path.write_text(changed, encoding="utf-8")
    since = ("check", path, "--since", "main", "--format", "concise", "--today", "2026-11-21")
    assert ("unchecked-change" in run(*since).out) == warned
    path.write_text(changed.replace("2026-11-01", "2026-11-20"), encoding="utf-8")
    assert "unchecked-change" not in run(*since).out


_EVENT = "    - date: 2026-03-01\n      text: Terms change. [help]\n"
_NOTED, _LATER = (f"      noted: {day}\n" for day in ("2026-05-01", "2026-11-20"))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (_EVENT, _EVENT.replace("change", "changed for all"), "9:13: unnoted-change"),
        (_EVENT, _EVENT.replace("change", "changed for all") + _LATER, ""),
        (_EVENT + _NOTED, _EVENT.replace("change", "go") + _NOTED, "10:14: unnoted-change"),
        (_EVENT + _NOTED, _EVENT.replace("change", "go") + _LATER, ""),
        (_EVENT, _EVENT + "      doubt: Not sure.\n", "9:13: unnoted-change"),
        (_EVENT, _EVENT + _EVENT.replace("Terms", "Rules"), ""),
        (_EVENT, _EVENT.replace("Terms", "Rules") + _EVENT, "9:13: unnoted-change"),
    ],
)
def test_since_a_revision_what_is_told_of_a_day_changed_with_its_note(
    run: Run, tmp_path: Path, before: str, after: str, said: str
) -> None:
    """A warning where feeds would have new words under an old day, or another event under an id that they know."""
    path = tmp_path / "c.yaml"
    entry = (
        "a:\n  name: A\n  category: social\n  training: opt-out\n  summary: It trains on posts. [help]\n"
        "  checked: 2026-11-01\n  history:\n{}"
        "  controls:\n    - {{path: Settings > Train, set: off, evidence: [help]}}\n"
        "  sources:\n    help: {{title: Help, publisher: A, kind: official, date: 2026-01-01}}\n"
    )
    _commit(path, entry.format(before))
    path.write_text(entry.format(after), encoding="utf-8")
    outcome = run("check", path, "--since", "main", "--format", "concise", "--today", "2026-11-21").out
    assert "syntax" not in outcome
    assert said in outcome
    assert ("unnoted-change" in outcome) == bool(said)


def test_since_a_revision_only_changed_entries_are_reported(run: Run, tmp_path: Path) -> None:
    """Old problems of others are not in the way of a contributor; rules about all entries still see all."""
    path = tmp_path / "c.yaml"
    old = "a:\n  name: A\n  now: nowhere\nx:\n  name: X\n  now: nowhere\n"
    _commit(path, old)
    assert run("check", path, "--since", "main").code == 0
    path.write_text(old + "b:\n  name: B\n  now: c\n  domains: [no]\n", encoding="utf-8")
    outcome = run("check", path, "--since", "HEAD", "--format", "concise")
    assert [line.split(": ")[1] for line in outcome.out.splitlines()] == ["entry-order", "quote-it"]
    assert "1 of 3 entries changed since HEAD" in outcome.err
    assert run("check", path, "--since", "HEAD", "--fix").code == 1
    assert path.read_text(encoding="utf-8").index("b:") < path.read_text(encoding="utf-8").index("x:")
    (tmp_path / "new.yaml").write_text(old, encoding="utf-8")
    assert "2 of 2 entries" in run("check", tmp_path / "new.yaml", "--since", "HEAD").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "HEAD", "-"), "standard input has no revisions"),
        (("--fix", "-", str(EXAMPLE)), "standard input is mended alone"),
        (("--explain",), "requires an argument"),
        ((str(CASES),), "is a folder; name the catalog file in it"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(
    arguments: tuple[str, ...], said: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is done, and what to type next is said."""
    _typed(monkeypatch, b"")
    outcome = run("check", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "nowhere", "c.yaml"), "no git revision `nowhere`"),
        (("--explain", "uncited"), "did you mean uncited-claim? `optout check --rules` lists them all"),
    ],
)
def test_a_name_that_is_not_there_ends_with_1_and_one_sentence(
    arguments: tuple[str, ...], said: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As every name does."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / "c.yaml").write_bytes(b"")
    outcome = run("check", *arguments)
    assert (outcome.code, outcome.out, said in outcome.err) == (1, "", True)
    assert outcome.err.count("\n") == 1


def test_explain_and_rules(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manual of one rule, wrapped; or the first sentence of every one."""
    monkeypatch.setenv("COLUMNS", "40")
    outcome = run("check", "--explain", "quote-it")
    assert outcome.code == 0
    assert outcome.out.startswith("quote-it\n\n")
    assert "    aliases: ['No', '12:30']" in outcome.out
    prose = [line for line in outcome.out.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 40
    listed = run("check", "--rules").out
    assert [line.split()[0] for line in listed.splitlines() if line[0] != " "] == list(manuals())


def test_colours_only_where_they_are_wanted() -> None:
    """Not in a pipe; with FORCE_COLOR also there."""
    for option in ((), ("--diff",), ("--explain", "quote-it")):
        command = [sys.executable, "-m", "optout", "check", str(_MENDABLE), *option]
        for colour in ("", "1"):
            done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "FORCE_COLOR": colour})
            assert (b"\x1b[" in done.stdout) == bool(colour)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "arguments", "address"),
    [
        ({"optout.toml": 'base-url = "https://a.example/"'}, (), "https://a.example/rules/quote-it.html"),
        ({"optout.toml": 'title = "Ours"'}, (), None),
        ({}, (), None),
        ({"data/optout.toml": 'base-url = "https://a.example"'}, ("data/c.yaml",), "https://a.example/rules/quote-it.html"),
        ({"optout.toml": 'base-url = "https://a.example"\ncatalog = "data/c.yaml"'}, (),
         "https://a.example/rules/quote-it.html"),
        ({"optout.toml": 'base-url = "https://a.example"\ncatalog = "data/c.yaml"'}, ("data/../data/c.yaml",),
         "https://a.example/rules/quote-it.html"),
        ({"optout.toml": 'base-url = "https://a.example"'}, ("data/c.yaml",), None),
        ({"data/optout.toml": 'base-url = "https://b.example"'}, ("platforms.yaml", "data/c.yaml"),
         "https://b.example/rules/quote-it.html"),
        ({"optout.toml": 'base-url = "https://a.example"\ncatalog = "packaged"'}, (),
         "https://a.example/rules/quote-it.html"),
        ({"data/optout.toml": 'Base-URL = "https://a.example"'}, ("data/c.yaml",), None),
    ],
)  # fmt: skip
def test_the_settings_of_a_catalog_say_where_its_rules_are(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    arguments: tuple[str, ...],
    address: str | None,
) -> None:
    """Those beside it, else those of this folder that name it; of other catalogs' sites it knows nothing."""
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    for name in ("platforms.yaml", "data/c.yaml"):
        Path(name).write_bytes(EXAMPLE.read_bytes())
    for name, text in settings.items():
        Path(name).write_text(text, encoding="utf-8")
    outcome = run("check", *arguments, "--format", "sarif", *_TODAY)
    rules = json.loads(outcome.out)["runs"][0]["tool"]["driver"]["rules"]
    assert {rule.get("helpUri") for rule in rules if rule["id"] == "quote-it"} == {address}
    assert ("did you mean `base-url`?" in outcome.err) == any("Base-URL" in text for text in settings.values())


def test_standard_input_belongs_to_this_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that hands over what is not saved yet gets the addresses of the folder's site."""
    monkeypatch.chdir(tmp_path)
    Path("optout.toml").write_text('base-url = "https://a.example"', encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(EXAMPLE.read_bytes())))
    outcome = run("check", "-", "--format", "sarif", *_TODAY)
    assert '"helpUri": "https://a.example/rules/quote-it.html"' in outcome.out
