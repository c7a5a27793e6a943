"""The command as a user meets it."""

import csv
import io
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from optout import __version__
from optout.cli.main import COMMANDS
from tests.conftest import CASES, EXAMPLE, Run, in_a_process

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_AT = ("--catalog", EXAMPLE)


def test_show_prints_the_guide(run: Run) -> None:
    """The answer goes to standard output, nothing else does."""
    outcome = run("show", "acme", *_AT)
    assert outcome.code == 0
    assert outcome.out.startswith("Acme ")
    assert outcome.err == ""


@pytest.mark.parametrize(
    "name",
    [
        "acme",
        "Acme",
        "ACME",
        "Acme Chat",
        "acme-chat",
        "acme.example",
        "www.acme.example",
        "https://chat.acme.example/x?y=z",
    ],
)
def test_platforms_are_found_by_any_name(name: str, run: Run) -> None:
    """Slug, name, other name, domain and a pasted address all lead to the guide."""
    outcome = run("show", name, *_AT)
    assert outcome.code == 0
    assert outcome.out.startswith("Acme ")


@pytest.mark.parametrize("name", ["zenith", "Zenith", "zenith.example"])
def test_a_former_name_leads_on_and_says_so(name: str, run: Run) -> None:
    """The note goes to standard error, so that a pipe gets the guide only."""
    outcome = run("show", name, *_AT)
    assert outcome.code == 0
    assert outcome.out.startswith("Acme ")
    assert outcome.err == "Zenith is now Acme.\n"


def test_a_near_miss_is_suggested(run: Run) -> None:
    """Exit code 1, what was meant, and how to go on."""
    outcome = run("show", "acne", *_AT)
    assert outcome.code == 1
    assert outcome.out == ""
    assert "did you mean acme?" in outcome.err
    assert "`optout new` begins one" in outcome.err


def test_several_platforms_are_shown_in_turn_and_a_missing_one_is_named(run: Run) -> None:
    """What there is comes first, the exit code tells of the rest."""
    outcome = run("show", "quiet", "nothing", "wall", *_AT)
    assert outcome.code == 1
    assert "Quiet" in outcome.out
    assert "Wall" in outcome.out
    assert "no platform `nothing`" in outcome.err


def test_a_domain_of_several_platforms_is_not_guessed(run: Run, tmp_path: Path) -> None:
    """All of them are named."""
    one = (
        (CASES / "eight-lines.yaml")
        .read_text(encoding="utf-8")
        .replace("  category", "  domains: [a.example]\n  category")
    )
    (tmp_path / "c.yaml").write_text(one + one.replace("example:\n", "other:\n", 1), encoding="utf-8")
    outcome = run("show", "a.example", "--catalog", tmp_path / "c.yaml")
    assert outcome.code == 1
    assert "example, other" in outcome.err


@pytest.mark.parametrize("region", ["Germany", "de", "DE"])
def test_regions_are_forgiving(region: str, run: Run) -> None:
    """Names and any case will do."""
    assert "in Germany" in run("show", "acme", "--region", region, *_AT).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "acme", "--region", "Narnia"), "no region `Narnia`"),
        (("show", "acme", "--device", "toaster"), "toaster"),
        (("show",), "PLATFORM..."),
        (("shwo", "linkedin"), "did you mean `optout show linkedin`?"),
        (("linkdin",), "did you mean `optout show linkedin`?"),
        (("xyzzy",), "did you mean `optout search xyzzy`?"),
        (("help", "xyzzy"), "`optout help` lists them"),
        (("show", "acme", "quiet", "--format", "html", *_AT), "one PLATFORM"),
        (("show", "meta", "linkedin", "--format", "json"), "is a company"),
        (("show", "acme", "--steps", "--full", *_AT), "leave out --full"),
        (("show", "acme", "--steps", "--format", "json", *_AT), "leave out"),
        (("show", "meta", "--steps"), "whose platforms have steps each: facebook, "),
        (("list", "--category", "x"), "there is no `x` here; use assistant, "),
        (("list", "--topic", "x"), "there is no `x` here; use children, "),
        (("show", "acme", "--catalog", str(CASES)), "is a folder"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """No traceback, nothing on standard output, and what to type next."""
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("optout: ")


def test_the_bare_steps_are_those_of_the_guide(run: Run) -> None:
    """Of the way that was asked for, and nothing beside them; several platforms stand under their names."""
    guide = run("show", "acme", *_AT).out
    bare = run("show", "acme", "--steps", *_AT).out
    assert bare.startswith("  1. ")
    assert bare in guide
    second = run("show", "acme", "--steps", "--way", "2", *_AT).out
    assert second not in ("", bare)
    both = run("show", "acme", "quiet", "--steps", *_AT).out
    assert both.startswith(f"Acme\n\n{bare}\nQuiet\n\n")


def test_who_asks_for_steps_that_are_not_there_is_told_why(run: Run) -> None:
    """The verdict, and that there is no way or no need for one."""
    guide = run("show", "quiet", *_AT).out
    assert all(paragraph in guide for paragraph in run("show", "quiet", "--steps", *_AT).out.split("\n\n"))


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "json"])
def test_formats_are_written_to_files_whole(format_: str, run: Run, tmp_path: Path) -> None:
    """`-o` writes what standard output would have got, as UTF-8."""
    target = tmp_path / "out"
    assert run("show", "wall", "--format", format_, "-o", target, *_AT).code == 0
    assert target.read_text(encoding="utf-8") == run("show", "wall", "--format", format_, *_AT).out
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_that_cannot_be_written_is_left_as_it_was(run: Run, tmp_path: Path) -> None:
    """One sentence, exit code 1."""
    outcome = run("show", "wall", "-o", tmp_path / "no" / "out", *_AT)
    assert outcome.code == 1
    assert "nothing was changed" in outcome.err


def test_nothing_is_written_if_a_platform_is_missing(run: Run, tmp_path: Path) -> None:
    """A file is whole or not there."""
    assert run("show", "acme", "nothing", "-o", tmp_path / "out", *_AT).code == 1
    assert not (tmp_path / "out").exists()


def test_one_s_own_template_is_used(run: Run, tmp_path: Path) -> None:
    """`--templates` overrides single files; a mistake in one is named with its line."""
    (tmp_path / "guide.txt").write_text("{{ guide.name }}!\n", encoding="utf-8")
    assert run("show", "acme", "--templates", tmp_path, *_AT).out == "Acme!\n"
    (tmp_path / "guide.txt").write_text("one\n{{ guide.nmae }}\n", encoding="utf-8")
    outcome = run("show", "acme", "--templates", tmp_path, *_AT)
    assert outcome.code == 1
    assert "a Guide has no `nmae`; did you mean `name`?" in outcome.err
    (tmp_path / "guide.txt").write_text("one\n{% if %}\n", encoding="utf-8")
    assert "guide.txt:2" in run("show", "acme", "--templates", tmp_path, *_AT).err


def test_a_broken_entry_does_not_hide_the_sound_ones(run: Run) -> None:
    """Asked for, the broken one is named with its problems; the sound one is shown."""
    catalog = ("--catalog", CASES / "check" / "dates.yaml")
    assert run("show", "sound", *catalog).code == 0
    outcome = run("show", "broken", *catalog)
    assert outcome.code == 1
    assert "dates.yaml:8:12: bad-date" in outcome.err


@pytest.mark.parametrize(
    ("content", "said"), [(None, "c.yaml: the catalog cannot be read"), (b"", "no platform `acme`")]
)
def test_a_catalog_that_is_not_there_or_empty(content: bytes | None, said: str, run: Run, tmp_path: Path) -> None:
    """One sentence, exit code 1."""
    path = tmp_path / "c.yaml"
    if content is not None:
        path.write_bytes(content)
    outcome = run("show", "acme", "--catalog", path)
    assert outcome.code == 1
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_catalog_can_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """OPTOUT_CATALOG is used where --catalog is not."""
    monkeypatch.setenv("OPTOUT_CATALOG", str(EXAMPLE))
    assert run("show", "acme").code == 0


def test_list_groups_and_counts(run: Run) -> None:
    """By category, with a count under them."""
    out = run("list", *_AT).out
    assert "Assistants (1)" in out
    assert "3 platforms" in out


def test_list_filters_combine(run: Run) -> None:
    """Category, status and region narrow together; the status is the one that holds in the region."""
    assert "Acme" in run("list", "--training", "no-training", "--region", "KR", *_AT).out
    assert "Acme" not in run("list", "--training", "no-training", "--region", "DE", *_AT).out
    nothing = run("list", "--category", "dating", *_AT)
    assert nothing.code == 1
    assert "no platform fits" in nothing.err


def test_list_formats(run: Run) -> None:
    """JSON parses, CSV has a header and one line each, Markdown has tables."""
    listed = json.loads(run("list", "--format", "json", *_AT).out)
    assert [one["slug"] for one in listed["platforms"]] == ["acme", "quiet", "wall"]
    assert len(run("list", "--format", "csv", *_AT).out.splitlines()) == 4
    assert "| Acme |" in run("list", "--format", "markdown", *_AT).out


@pytest.mark.parametrize("sign", "=+-@")
def test_no_cell_is_a_formula(sign: str, run: Run, tmp_path: Path) -> None:
    """A spreadsheet computes what begins with one of these signs, whoever wrote it; any other name stays as it is."""
    entry = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    for name, cell in ((f"{sign}SUM", f"'{sign}SUM"), (f"A{sign}B", f"A{sign}B")):
        catalog = tmp_path / "catalog.yaml"
        catalog.write_text(entry.replace("name: Example", f"name: '{name}'"), encoding="utf-8")
        (row,) = csv.DictReader(io.StringIO(run("list", "--format", "csv", "--catalog", catalog).out))
        assert row["name"] == cell


@pytest.mark.parametrize(
    ("words", "first"),
    [(["acme"], "Acme"), (["acm"], "Acme"), (["zenith"], "Acme"), (["corp"], "Acme"), (["wall.example"], "壁 Wall"),
     (["retention"], "Acme"), (["akme"], "Acme"), (["voice", "messages"], "Acme")],
)  # fmt: skip
def test_search_finds_by_any_word(words: list[str], first: str, run: Run) -> None:
    """Names, former names, companies, domains, words of the guide, and misspelt names."""
    lines = run("search", *words, *_AT).out.splitlines()
    is_near = lines[0] == f"Nothing is called “{' '.join(words)}”. Near it:"
    assert is_near == (words == ["akme"])
    assert lines[is_near].split("  ")[0].split(" ", 1)[1] == first


def test_search_without_result_says_how_to_go_on(run: Run) -> None:
    """Exit code 1."""
    outcome = run("search", "xyzzy", *_AT)
    assert outcome.code == 1
    assert "optout list" in outcome.err


def test_open_prints_the_address(run: Run) -> None:
    """`--print` gives just the address, which may be a message to send."""
    assert run("open", "acme", "--print", *_AT).out == "https://acme.example/settings/privacy\n"
    assert run("open", "quiet", "--print", *_AT).code == 1


def test_open_starts_the_browser_and_says_what_it_opens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address goes to the browser; without one, the address is said."""
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    outcome = run("open", "acme", *_AT)
    assert opened == ["https://acme.example/settings/privacy"]
    assert outcome.out == ""
    assert "Improve Acme (switch off)" in outcome.err
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    assert "open https://acme.example/settings/privacy yourself" in run("open", "acme", *_AT).err


@pytest.mark.slow
def test_a_search_for_programs_lists_platforms_and_none_is_a_list_too(run: Run) -> None:
    """In the order of the ranking; the exit code says what a person is told."""
    found = json.loads(run("search", "wall", "--format", "json", *_AT).out)
    assert [one["slug"] for one in found["platforms"]] == ["wall"]
    nothing = run("search", "xyzzy", "--format", "json", *_AT)
    assert (nothing.code, json.loads(nothing.out)["platforms"]) == (1, [])


def test_guides_are_written_compared_and_taken_away(run: Run, tmp_path: Path) -> None:
    """A folder is brought in step with the catalog; files of others stay."""
    out = ("--out", tmp_path / "g")
    assert run("guides", "--check", *out, *_AT).code == 1
    assert run("guides", *out, *_AT).code == 0
    assert run("guides", "--check", *out, *_AT).code == 0
    names = {path.name for path in (tmp_path / "g").iterdir()}
    assert names == {"README.md", "acme.md", "quiet.md", "wall.md", "zenith.md"}
    (tmp_path / "g" / "notes.md").write_text("mine", encoding="utf-8")
    (tmp_path / "g" / "gone.md").write_text((tmp_path / "g" / "acme.md").read_text(encoding="utf-8"), encoding="utf-8")
    checked = run("guides", "--check", *out, *_AT)
    assert "gone.md belongs to no entry" in checked.err
    assert run("guides", *out, *_AT).code == 0
    assert (tmp_path / "g" / "notes.md").exists()
    assert not (tmp_path / "g" / "gone.md").exists()


def test_whatever_merges_in_the_catalog_merges_in_the_guides(run: Run, tmp_path: Path) -> None:
    """And what they get is what `optout guides` would have made of the merged catalog, whoever adds what."""
    merged = [_merges_alike(random.Random(turn), run, tmp_path / str(turn)) for turn in range(12)]
    assert merged.count(True) >= 6  # in the others the catalog itself is for a person to merge


def _merges_alike(drawn: random.Random, run: Run, folder: Path) -> bool:
    """Two people each add a platform to some; whether the catalog merges, in which case the index has to."""
    text = (CASES / "eight-lines.yaml").read_text(encoding="utf-8").rstrip("\n")
    slugs = "abcdefghijkl"
    entries = {
        slug: text.replace("example:", f"{slug}:", 1)
        .replace("social", drawn.choice(["social", "work", "dating"]), 1)
        .replace("name: Example", f"name: {slug}", 1)
        for slug in slugs
    }
    base = set(drawn.sample(slugs, 6))
    catalogs = {"base": base, **{name: base | {drawn.choice(slugs)} for name in ("ours", "theirs")}}
    folder.mkdir()
    for name, present in catalogs.items():
        written = "".join(f"{entries[slug]}\n\n" for slug in sorted(present))
        (folder / f"{name}.yaml").write_text(written, encoding="utf-8")
    three = ("ours", "base", "theirs")
    both = _merged(folder / f"{name}.yaml" for name in three)
    if both is None:
        return False
    (folder / "both.yaml").write_bytes(both)
    for name in (*three, "both"):
        assert run("guides", "--catalog", folder / f"{name}.yaml", "--out", folder / name).code == 0
    assert _merged(folder / name / "README.md" for name in three) == (folder / "both" / "README.md").read_bytes()
    return True


def _merged(paths: Iterable[Path]) -> bytes | None:
    """Ours, base and theirs as git merges them; None where it cannot."""
    done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    return None if done.returncode else done.stdout


def test_of_guides_that_cannot_be_read_none_is_written(run: Run, tmp_path: Path) -> None:
    """Though each is made as its entry is read: a folder is whole or as it was."""
    catalog = tmp_path / "a.yaml"
    sound = EXAMPLE.read_text(encoding="utf-8")
    catalog.write_text(f"{sound}\nzzz:\n  name: [\n", encoding="utf-8")
    outcome = run("guides", "--catalog", catalog, "--out", tmp_path / "g")
    assert (outcome.code, (tmp_path / "g").exists()) == (1, False)
    assert "zzz; run optout check on it, nothing was written" in outcome.err


def test_guides_of_no_entries_take_none_away(run: Run, tmp_path: Path) -> None:
    """A catalog that was emptied by mistake would take every guide with it."""
    out = ("--out", tmp_path / "g")
    assert run("guides", *out, *_AT).code == 0
    names = {path.name for path in (tmp_path / "g").iterdir()}
    (tmp_path / "a.yaml").write_text("# nothing\n", encoding="utf-8")
    for more in ((), ("--check",)):
        outcome = run("guides", *out, *more, "--catalog", tmp_path / "a.yaml")
        assert (outcome.code, f"{tmp_path / 'a.yaml'} has no entries, and nothing was" in outcome.err) == (1, True)
    assert {path.name for path in (tmp_path / "g").iterdir()} == names


def test_guides_never_overwrite_what_they_did_not_make(run: Run, tmp_path: Path) -> None:
    """Somebody's README in the way stops the command before anything is written."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    outcome = run("guides", "--out", tmp_path, *_AT)
    assert outcome.code == 1
    assert "README.md" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_version_and_help(run: Run) -> None:
    """Both work, and help names every command."""
    assert run("--version").out == f"optout {__version__}\n"
    listed = run("--help").out
    assert all(re.search(rf"^  {name} ", listed, re.MULTILINE) for name in COMMANDS)


def test_the_bare_command_is_help(run: Run) -> None:
    """Whatever click makes of it: since 8.2 its own help for the bare command is an error."""
    bare, asked = run(), run("--help")
    assert bare == asked
    assert bare.code == 0
    assert bare.out.startswith("Usage: optout ")


def test_help_is_a_command_too(run: Run) -> None:
    """`optout help show` is `optout show --help`."""
    assert run("help") == run("--help")
    assert run("help", "show") == run("show", "--help")
    assert run("help", "SHOW") == run("show", "--help")


@pytest.mark.parametrize("typed", [("acme",), ("Acme", "Chat"), ("SHOW", "acme"), ("acme.example", "--region", "DE")])
def test_a_platform_in_place_of_a_command_leads_to_its_guide(typed: tuple[str, ...], run: Run) -> None:
    """As a reader of manuals types it; a command in capitals is the command."""
    outcome = run(*typed, *_AT)
    assert outcome.code == 0
    assert outcome.out.startswith("Acme ")


def test_words_are_one_name_without_quotes(run: Run) -> None:
    """As `optout list` prints them; what belongs to no name is told."""
    assert run("show", "Acme", "Chat", *_AT).out == run("show", "acme", *_AT).out
    outcome = run("show", "acme", "chat", "nobody", "wall", *_AT)
    assert outcome.code == 1
    assert "no platform `nobody`" in outcome.err
    assert "壁 Wall" in outcome.out
    assert run("open", "Acme", "Chat", "--print", *_AT).out == run("open", "acme", "--print", *_AT).out


def test_a_company_is_an_answer(run: Run) -> None:
    """What its platforms do, which refusal covers several, and where to begin; other formats give its rows."""
    outcome = run("show", "meta")
    assert outcome.code == 0
    assert re.match(r"Meta: \d+ platforms\n", outcome.out)
    assert re.search(r"^  . Facebook +facebook ", outcome.out, re.MULTILINE)
    assert "One refusal for facebook, " in outcome.out
    assert outcome.out.endswith("Begin with: optout show facebook\n")
    listed = json.loads(run("show", "meta", "--format", "json").out)["platforms"]
    assert {one["company"] for one in listed} == {"Meta"}
    one = run("open", "meta", "--print")
    assert one.code == 1
    assert re.search(r"Meta is a company with \d+ platforms: facebook, instagram", one.err)


def test_how_a_name_was_understood_is_told(run: Run) -> None:
    """On standard error: a domain above the one asked for, or in another country, is not the same."""
    assert "m.linkedin.com has no guide of its own" in run("show", "m.linkedin.com").err
    assert "google.de is taken for google.com in another country" in run("show", "google.de").err
    assert re.match(r"Google has \d+ more platforms: `optout show Google`", run("show", "google.com").err)
    assert "Quora has 1 more platform: `optout search Quora`" in run("show", "quora").err
    assert run("show", "linkedin.com").err == ""


@pytest.mark.slow
@pytest.mark.parametrize("columns", [44, 60, 80, 100, 140])
def test_list_shows_what_to_type_on_every_screen(columns: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slug is never cut, a name only if it is wider than the screen, and no line is wider than that."""
    monkeypatch.setenv("COLUMNS", str(columns))
    rows = [line for line in run("list").out.splitlines() if re.match(r"  \S [^\d\s]|    ", line)]
    listed = " ".join(rows)
    assert all(f" {slug} " in f"{listed} " for slug in ("adobe-content-authenticity", "linkedin", "x"))
    assert max(map(len, rows)) <= columns
    assert all(len(row) > columns - 4 for row in rows if "…" in row)


@pytest.mark.parametrize("company", ["anthropic", "google"])
def test_the_platforms_of_a_company_have_whole_names(company: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns; a name without room beside its slug stands above it."""
    monkeypatch.setenv("COLUMNS", "80")
    assert "…" not in run("show", company).out


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`optout show ... | head -1` is silent."""
    command = f"{sys.executable} -m optout list --format csv | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to be full")
@pytest.mark.parametrize(
    ("where", "said"),
    [
        (">/dev/full", "optout: standard output took only a part of the answer, or none (No space left on device)\n"),
        (">&-", "optout: standard output is closed, and nothing can be answered\n"),
    ],
)
def test_an_answer_that_cannot_be_written_is_told_in_the_words_of_the_system(where: str, said: str) -> None:
    """It is no bug of optout's, and not done either."""
    command = f"{sys.executable} -m optout show acme --catalog {EXAMPLE} {where}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (1, said)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp932", "cp1252", "utf-8"])
def test_any_output_encoding_will_do(encoding: str) -> None:
    """With LANG=C and an old encoding the guide is still readable."""
    done = in_a_process("show", "wall", "--catalog", str(EXAMPLE), "--full", LC_ALL="C", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stderr == b""
    done.stdout.decode(encoding)


def test_colours_only_where_they_are_wanted() -> None:
    """Not in a pipe; with FORCE_COLOR also there; NO_COLOR wins."""
    arguments = ("show", "quiet", "--catalog", str(EXAMPLE))
    assert b"\x1b[" not in in_a_process(*arguments).stdout
    assert b"\x1b[" in in_a_process(*arguments, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in in_a_process(*arguments, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_our_own_mistakes_end_with_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is called one, with where to report it, and no traceback."""

    def fail(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr("optout.cli.show.ask_all", fail)
    outcome = run("show", "acme", *_AT)
    assert outcome.code == 3
    assert "bug in optout (RuntimeError: oh)" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_missing_dependency_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout that was never installed is not our bug: one sentence says what to do."""

    def fail(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'markdown_it'", name="markdown_it")

    monkeypatch.setattr("optout.cli.show.ask_all", fail)
    outcome = run("show", "acme", *_AT)
    assert outcome.code == 1
    assert "the package `markdown_it` is missing" in outcome.err


def test_broken_entries_are_named_wherever_the_whole_catalog_is_read(run: Run) -> None:
    """Lists and searches show the sound ones, say which are left out, and end with 1."""
    catalog = ("--catalog", CASES / "check" / "stray-lines.yaml")
    for arguments in (("list",), ("search", "sound")):
        outcome = run(*arguments, *catalog)
        assert outcome.code == 1
        assert "Sound" in outcome.out
        assert "left out, because broken" in outcome.err
    assert "stray-lines.yaml:6:1: stray-line" in run("show", "broken", *catalog).err


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is neither a success nor our bug."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("optout.cli.show.ask_all", interrupt)
    assert run("show", "acme", *_AT).code == 130


def test_the_numbers_of_a_guide_lead_to_its_ways(run: Run) -> None:
    """`show --way` shows that way alone, under its number; a number too high is told."""
    whole = run("show", "acme", *_AT).out
    assert "2. Improve Acme in the app" in whole
    second = run("show", "acme", "--way", "2", *_AT).out
    assert "Open the Acme app on your phone." in second
    assert "2. Improve Acme in the app" in second
    assert "acme.example/settings/privacy" not in second
    outcome = run("show", "acme", "--way", "99", *_AT)
    assert outcome.code == 1
    assert "its ways are 1 to 10" in outcome.err


def test_open_opens_the_first_way_and_no_other(run: Run) -> None:
    """Where it has no address, that is said, and which numbers have one."""
    assert run("open", "acme", "--print", *_AT).out == "https://acme.example/settings/privacy\n"
    assert run("open", "acme", "--print", "--way", "3", *_AT).out.startswith("mailto:privacy@acme.example?")
    outcome = run("open", "acme", "--way", "2", "--print", *_AT)
    assert outcome.code == 1
    assert outcome.out == ""
    assert "Improve Acme in the app has no address of its own" in outcome.err
    assert "`optout open acme --way 1` (Improve Acme)" in outcome.err
    assert "there is nothing to open for Quiet" in run("open", "quiet", *_AT).err
