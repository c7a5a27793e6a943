"""What the documents say is true."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import optout
from optout.accounts import Lists, Person, Profile
from optout.accounts.text import text
from optout.catalog import Catalog
from optout.catalog.locate import default_path
from optout.cli.main import COMMANDS, SECTIONS
from optout.model import CATEGORIES, HOWS, SOURCE_KINDS, SURFACES, TOPICS, TRAININGS, WHOS, Platform
from optout.schema import fields
from optout.schema.record import Nested
from tests.conftest import CASES, Run, git, parse
from tests.test_architecture import LAYERS

_ROOT = Path(__file__).parent.parent
_README = _ROOT / "README.md"
_CONTRIBUTING = _ROOT / "CONTRIBUTING.md"
_DOCUMENTS = [_README, _CONTRIBUTING, *sorted((_ROOT / "docs").rglob("*.md"))]


def _replace(path: Path, pattern: str, wanted: str) -> str:
    """The part of a document that `pattern` finds; with UPDATE_GOLDEN=1 the wanted text is put there first."""
    text = path.read_text(encoding="utf-8")
    match = re.search(pattern, text, re.DOTALL)
    assert match, f"{path} has no {pattern}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text[: match.start(1)] + wanted + text[match.end(1) :], encoding="utf-8")
        return wanted
    return match[1]


def _written(slug: str) -> bytes:
    """An entry of the catalog, letter by letter."""
    found = re.search(rb"^%s:\n.*?(?=^\S|\Z)" % slug.encode(), default_path().read_bytes(), re.MULTILINE | re.DOTALL)
    assert found
    return found[0].rstrip() + b"\n"


def _version() -> str:
    """The newest heading of the changelog."""
    first = re.search(r"^## (.*)$", (_ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first
    return first[1]


def test_the_readme_shows_what_the_command_shows(run: Run) -> None:
    """The picture of the terminal is the terminal.

    Of the entry as it was when the picture was made, so that who corrects it need not touch the README; in a release,
    as it is.
    """
    entry = CASES / "readme.yaml"
    if os.environ.get("UPDATE_GOLDEN"):
        entry.write_bytes(_written("linkedin"))
    assert _version() == "Unreleased" or entry.read_bytes() == _written("linkedin")
    wanted = f"$ optout show linkedin\n{run('show', 'linkedin', '--catalog', entry).out}"
    assert _replace(_README, r"<!-- show: linkedin -->\n```\n(.*?)```", wanted) == wanted


_PLANNED = ("linkedin", "facebook", "messenger", "slack", "duolingo", "overleaf")


def test_the_readme_shows_a_plan(run: Run, tmp_path: Path) -> None:
    """The same for the picture of a plan; who does it today is somebody in Germany, with nothing done yet."""
    entries = CASES / "readme-plan.yaml"
    now = b"\n".join(map(_written, sorted(_PLANNED)))
    if os.environ.get("UPDATE_GOLDEN"):
        entries.write_bytes(now)
    assert _version() == "Unreleased" or entries.read_bytes() == now
    profile = Profile(Person("DE", plans=("Free",), at="2026-11-30"))
    for name in (*_PLANNED, "intranet.example"):
        profile = profile.add(name, "2026-11-30", "unknown" if "." in name else "platform")
    (tmp_path / "list.json").write_bytes(text(Lists({"": profile})))
    wanted = f"$ optout plan\n{run('plan', '--file', tmp_path / 'list.json', '--catalog', entries).out}"
    assert _replace(_README, r"<!-- plan -->\n```\n(.*?)```", wanted) == wanted


def test_the_readme_counts_right(packaged: Catalog) -> None:
    """The catalog has more platforms than it says, also in the changelog; who adds one need not touch either."""
    number = sum(isinstance(one.entry, Platform) for one in packaged)
    for path, before in ((_README, "guides for"), (_ROOT / "CHANGELOG.md", "The catalog itself:")):
        said = re.search(rf"{before} more than (\d+) platforms", path.read_text(encoding="utf-8"))
        assert said
        assert int(said[1]) < number


def test_the_readme_has_every_command(run: Run) -> None:
    """A command that nobody can find is not there: one table for each kind of user, in the order of `optout --help`."""
    text = _README.read_text(encoding="utf-8")
    listed = {
        title: tuple(re.findall(r"^\| `optout (\w+)", text.split(f"\n{title}")[1].split("\n\n")[1], re.MULTILINE))
        for title in SECTIONS
    }
    assert listed == {title: tuple(names) for title, names in SECTIONS.items()}
    assert re.findall(r"^  (\w+)  ", run("--help").out.split("To read:")[1], re.MULTILINE) == list(COMMANDS)


def test_the_eight_lines_are_those_that_are_tested() -> None:
    """The entry that CONTRIBUTING offers for copying is the case that passes every rule."""
    wanted = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    assert _replace(_CONTRIBUTING, r"<!-- eight lines -->\n```yaml\n(.*?)```", wanted) == wanted


def test_contributing_names_every_word() -> None:
    """Whatever words the decoder takes are in the document."""
    text = _CONTRIBUTING.read_text(encoding="utf-8")
    for word in (*CATEGORIES, *TOPICS, *TRAININGS, *SURFACES, *WHOS, *SOURCE_KINDS):
        assert word in text, word


def _holders(part: Nested) -> str:
    """The fields of an entry that hold the part."""
    rows = [pair for held in (fields.PLATFORM, fields.CONTROL, fields.CONTACT) for pair in held.fields.items()]
    return ", ".join(f"`{name}`" for name, field in rows if getattr(field.holds, "item", field.holds) is part)


def _tables() -> Iterator[tuple[str, list[str]]]:
    """The tables of CONTRIBUTING, each with the cells that are known from the schema."""
    yield "TRAINING", [f"`{word}` | {text}" for word, text in fields.TRAINING.items()]
    yield "TOPIC", [f"`{word}` | {text}" for word, text in fields.TOPIC.items()]
    control = {name: field for name, field in fields.CONTROL.fields.items() if name not in fields.AUDIENCE}
    how = {name: field for name, field in control.items() if name in HOWS or name == "set"}
    further = {name: field for name, field in control.items() if name not in how}
    for table, listed in (("PLATFORM", fields.PLATFORM.fields), ("HOW", how), ("FURTHER", further)):
        yield table, [f"`{name}` | {fields.told(field)}" for name, field in listed.items()]
    parts = [part for part in fields.PARTS if part not in (fields.PLATFORM, fields.CONTROL, fields.STUB)]
    for_some = ", ".join(_holders(part) for part in fields.PARTS if "plans" in part.fields)
    rows = {for_some: fields.AUDIENCE} | {
        _holders(part): {
            name: field
            for name, field in part.fields.items()
            if name not in fields.AUDIENCE or "plans" not in part.fields
        }
        for part in parts
    }
    rows["a former name"] = fields.STUB.fields
    yield (
        "PARTS",
        [f"{where} | `{name}` | {field.text}" for where, listed in rows.items() for name, field in listed.items()],
    )


@pytest.mark.parametrize(("table", "rows"), list(_tables()), ids=lambda value: value if isinstance(value, str) else "")
def test_contributing_says_of_a_field_what_editors_say(table: str, rows: list[str]) -> None:
    """One set of words, in the document and on hover, for every field there is."""
    wanted = "".join(f"| {row} |\n" for row in rows)
    pattern = rf"<!-- fields: {table} -->\n[^\n]*\n[-| ]*\n((?:\|[^\n]*\n)*)"
    assert _replace(_CONTRIBUTING, pattern, wanted) == wanted


def _typed() -> list[str]:
    """The lines that CONTRIBUTING's ten minutes tell to type."""
    text = _CONTRIBUTING.read_text(encoding="utf-8")
    section = text[text.index("## In ten minutes") : text.index("<!-- eight lines -->")]
    return re.findall(r"^ {4,7}(\S.*)$", section, re.MULTILINE)


def test_what_the_ten_minutes_tell_to_type_works(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, on the entry of eight lines, after its switch has moved."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPTOUT_CATALOG", "platforms.yaml")
    lines = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    Path("platforms.yaml").write_text(lines, encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        git(tmp_path, *command)
    Path("platforms.yaml").write_text(lines.replace("Settings > Privacy", "Settings > Data"), encoding="utf-8")
    said = {}
    for line in _typed():
        if line.startswith("optout "):
            said[line] = run(*line.split()[1:])
            assert said[line].code == 0, said[line]
        elif line.startswith("git ") and "push" not in line:
            words = line.replace('"', "").split(maxsplit=3)
            git(tmp_path, *words[1:])
    assert "Data" in said["optout show example"].out
    assert "the switch moved" in said["optout diff HEAD"].out
    assert git(tmp_path, "status", "--short") == ""


def test_a_command_that_the_documents_name_exists() -> None:
    """With the options it is named with; in a sentence, arguments may be left out or stand for others, such as FILE."""
    for path in (_README, _CONTRIBUTING, *(_ROOT / "optout" / "editing" / "starter").glob("*.md")):
        for line in re.findall(r"(?m)`optout ([a-z][^`…]*)`|^ {4,7}optout (.*?)(?:  .*)?$", path.read_text("utf-8")):
            try:
                parse(line[0] or line[1])
            except click.BadParameter:
                assert line[0], line


def test_the_page_about_the_architecture_has_every_room_on_its_floor() -> None:
    """As the test of the imports has them."""
    table = re.findall(r"^\| \d+ \| (.*?) \|", (_ROOT / "docs" / "architecture.md").read_text("utf-8"), re.MULTILINE)
    assert [set(re.findall(r"`(\w+)`", rooms)) for rooms in table] == [set(rooms) for rooms in LAYERS]
    package = Path(optout.__file__).parent
    rooms = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__"} == set().union(*LAYERS)


@pytest.mark.skipif("OPTOUT_INSTALLED" in os.environ, reason="the documents lead to files of a checkout")
@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_a_link_in_the_documents_leads_somewhere(path: Path) -> None:
    """To a file or folder of the project."""
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_version_in_the_changelog() -> None:
    """What is not released yet is called so, or the newest version is this one."""
    assert _version() == "Unreleased" or optout.__version__ in _version()


def test_everything_is_in_the_package() -> None:
    """Catalog, templates and data are where the program looks for them, in a checkout as in a wheel."""
    package = Path(optout.__file__).parent
    if os.environ.get("OPTOUT_INSTALLED"):
        assert "site-packages" in str(package)
        assert (package / "platforms.yaml").exists()
    for name in ("templates/guide.md", "templates/guide.html", "templates/style.css", "regions.txt", "py.typed"):
        assert (package / name).exists(), name


def test_what_holds_for_every_command_is_in_one_table() -> None:
    """Its formats, the first without asking, how the answer goes to a file, and whether standard input is read."""
    lines = (_ROOT / "docs" / "commands.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| `")]
    told = {name.strip("`"): cells for name, *cells in rows}
    assert told.keys() == {ctx.command_path.removeprefix("optout ") for ctx in _commands()}
    for ctx in _commands():
        formats, out, stdin, _ = told[ctx.command_path.removeprefix("optout ")]
        known = {one.name: one for one in ctx.command.params}
        asked = known.get("format_")
        choices = asked.type.choices if asked and isinstance(asked.type, click.Choice) else ()
        assert re.sub(r"\[(.*?)\]\(.*?\)", r"\1", formats) == ", ".join(choices), ctx.command_path
        assert not asked or asked.default in (choices[0], None) or ctx.command_path == "optout check"
        flags = [flag for one in ctx.command.params for flag in one.opts if flag in ("-o", "--out")]
        assert out == " ".join(f"`{flag}`" for flag in flags), ctx.command_path
        assert stdin in ("", "yes")


def test_placeholders_say_what_is_wanted() -> None:
    """Each word in capitals stands for one thing in all commands, so that who knows one command knows them all."""
    known = set(
        re.findall(r"`([A-Z]+)`", (_ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split("| Command")[0])
    )
    for ctx in _commands():
        for one in ctx.command.params:
            metavar = str(one.make_metavar(ctx))
            if isinstance(one, click.Option) and not one.is_flag and not metavar.startswith("["):
                assert metavar in known | _OF_ONE_COMMAND, f"{ctx.command_path} {one.opts[-1]} {metavar}"


_OF_ONE_COMMAND = {
    "TEXT",
    "WORD",
    "LABEL",
    "MENUS",
    "POSITION",
    "LINE",
    "TOKEN",
    "RULE",
    "WHAT",
    "OLD",
    "SECONDS",
    "DAYS",
}


def _commands() -> Iterator[click.Context]:
    """Every command that does something, with those below it."""
    from optout.cli.manual import contexts

    return (ctx for ctx in contexts() if ctx.parent)
