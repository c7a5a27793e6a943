"""The layout is the architecture: imports run one way, and each command imports no more than it needs."""

import ast
import functools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import optout
from tests.conftest import CASES

_PACKAGE = Path(optout.__file__).parent
_EXAMPLE = Path(__file__).parent / "cases" / "example.yaml"

# From the edge inwards; a layer may import those after it, and itself.
LAYERS = (
    ("cli", "__main__", "api"),
    ("site", "editing", "monitoring"),
    ("render",),
    ("guide", "diff", "rules", "robots", "letters", "plan"),
    ("catalog", "project", "terms", "accounts"),
    ("schema", "source", "web", "exports"),
    ("messages",),
    ("history", "prose", "model"),
    (
        *("address", "plans", "regions", "problem", "errors", "alike", "files", "git", "store", "spoken"),
        *("interruption", "near", "progress", "ranking", "caches"),
    ),
    ("text",),
)
_RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def _modules() -> Iterator[tuple[Path, str]]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        parts = path.relative_to(_PACKAGE).with_suffix("").parts
        if parts != ("__init__",):
            yield path, parts[0]


@functools.cache
def _importing(path: Path) -> list[ast.ImportFrom | ast.Import]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.ImportFrom | ast.Import)]


def _imports(path: Path) -> Iterator[str]:
    for node in _importing(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif node.module:
            yield from (
                [f"{node.module}.{name.name}" for name in node.names] if node.module == "optout" else [node.module]
            )


@pytest.mark.slow
def test_imports_run_one_way() -> None:
    """No module imports from a layer nearer the edge than its own."""
    for path, layer in _modules():
        for imported in _imports(path):
            if imported.startswith("optout.") and (name := imported.split(".")[1]) in _RANK:
                assert _RANK[layer] <= _RANK[name], f"{path} imports {imported}"


@pytest.mark.slow
def test_no_two_classes_have_one_name() -> None:
    """Whoever reads or looks for a name means one thing."""
    found: dict[str, list[str]] = {}
    for path, _ in _modules():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(str(path.relative_to(_PACKAGE)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_rules_see_the_model_only() -> None:
    """A rule knows nothing of YAML, guides or screens; places and decoded entries are its package's business.

    It sees values only: those of the model, one by one, or all of them as the walk through an entry gives them. What
    collects the manuals is no rule.
    """
    for path in sorted({*(_PACKAGE / "rules").glob("*.py")} - {_PACKAGE / "rules" / "manuals.py"}):
        allowed = {"address", "history", "model", "near", "prose", "regions", "rules", "problem"} | (
            {"catalog", "progress"} if path.stem == "__init__" else set()
        )
        for imported in _imports(path):
            if imported.startswith("optout."):
                assert imported.split(".")[1] in allowed or imported == "optout.schema.walk", (
                    f"{path} imports {imported}"
                )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("yaml", "source/nodes.py"),
        ("markdown_it", "prose.py render/commonmark.py"),  # prose is read there, and what was written read back here
        ("feedgenerator", "site/feeds.py"),
        ("holidays", "letters/holidays.py"),
        ("icalendar", "render/calendar.py"),
        ("PIL", "site/picture.py"),
        ("platformdirs", "files.py"),
        ("protego", "robots/reading.py"),
        ("babel", "messages/compile.py"),
        ("publicsuffixlist", "address/suffixes.py"),
        ("fluent", "messages/compile.py"),
    ],
)
def test_one_module_knows_each_library(library: str, home: str) -> None:
    """What reads YAML and Markdown and writes feeds and calendars has a door of its own."""
    users = [path for path, _ in _modules() if any(name.split(".")[0] == library for name in _imports(path))]
    assert [str(path.relative_to(_PACKAGE)) for path in users] == home.split()


_NETWORK = (
    *("httpx", "httpcore", "h11", "requests", "urllib3", "aiohttp", "socket", "ssl", "asyncio", "http.client"),
    *("urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
)


@pytest.mark.slow
def test_one_module_touches_the_network() -> None:
    """Only `links`, `evidence` and `robots audit` with an address ask anybody anything, all through one door."""
    imported = {str(path.relative_to(_PACKAGE)): set(_every_import(path)) for path, _ in _modules()}

    def users(*names: str) -> set[str]:
        return {
            path
            for path, found in imported.items()
            if any(one == name or one.startswith(f"{name}.") for one in found for name in names)
        }

    assert users(*_NETWORK) == {"web/fetch.py"}
    assert users("http.server", "socketserver") == {"site/live.py"}  # which is asked, and asks nobody
    assert users("optout.web.fetch") == {"cli/monitoring.py"}
    assert users("optout.cli.monitoring") == {"cli/links.py", "cli/evidence.py", "cli/robots_audit.py"}


def _every_import(path: Path) -> Iterator[str]:
    """Modules and the names taken from them, which may be modules as well."""
    for node in _importing(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _loaded(*arguments: str) -> set[str]:
    """The modules that a command has imported by the time it ends."""
    code = (
        "import sys; "
        "sys.addaudithook(lambda event, _: event[:7] == 'socket.' and sys.exit(f'touched the network: {event}')); "
        "from optout.cli.main import main; code = main(sys.argv[1:]); "
        "print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    # What measures coverage imports modules of its own into every process.
    measured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=measured)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split("\n"))


_NEVER = {
    "optout.terms",
    "sqlite3",
    "importlib.metadata",
    "asyncio",
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "email",
}


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (
            ("show", "linkedin"),
            {
                *("jinja2", "markdown_it", "wcwidth", "dataclasses", "difflib", "tempfile", "json", "platformdirs"),
                *("optout.rules", "optout.accounts", "optout.plan", "optout.diff"),
            },
        ),
        (("show", "linkedin", "--format", "json"), {"jinja2", "markdown_it", "wcwidth", "optout.rules"}),
        (("show", "linkedin", "--format", "markdown"), {"wcwidth", "optout.rules", "optout.render.html"}),
        (("open", "linkedin", "--print"), {"jinja2", "markdown_it", "webbrowser", "optout.render.markdown"}),
        (("completion", "bash"), {"jinja2", "yaml", "optout.guide.compose"}),
        (("undo", "--help"), {"jinja2", "yaml", "optout.plan", "optout.render.terminal"}),
        (("--version",), {"jinja2", "yaml", "optout.catalog", "optout.guide"}),
        (("new", "--help"), {"jinja2", "markdown_it", "wcwidth", "optout.editing", "optout.rules"}),
        (("schema",), {"jinja2", "markdown_it", "wcwidth", "optout.rules", "optout.render.markdown"}),
        (("diff", str(_EXAMPLE), str(_EXAMPLE)), {"jinja2", "markdown_it", "optout.rules", "subprocess"}),
        (("stale", "--limit", "3"), {"jinja2", "subprocess", "httpx"}),
        (
            ("format", "--check", str(CASES / "eight-lines.yaml")),
            {"jinja2", "markdown_it", "wcwidth", "difflib", "optout.rules"},
        ),
        (("robots",), {"jinja2", "wcwidth", "protego", "optout.rules"}),
        (("accounts",), {"jinja2", "publicsuffixlist", "optout.exports.read", "optout.rules"}),
        (("letter", "--help"), {"jinja2", "holidays", "tomllib", "optout.letters.law", "optout.render.letters"}),
        (("check",), {"jinja2", "wcwidth", "optout.render.terminal", "optout.render.markdown"}),
    ],
)
def test_a_command_imports_no_more_than_it_needs(arguments: tuple[str, ...], without: set[str]) -> None:
    """Start-up is guarded by what is imported, not by a stopwatch; nothing ever loads the network."""
    assert not _loaded(*arguments) & (without | _NEVER)


def test_showing_an_entry_again_reads_no_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read once is kept; and of all sentences only those of a guide in the reader's language are loaded."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path))
    _loaded("show", "linkedin")
    loaded = _loaded("show", "linkedin", "--region", "DE")
    assert not loaded & {"yaml", "optout.source.nodes", "optout.schema.decode"}
    assert {name for name in loaded if ".compiled_" in name} == {
        "optout.messages.compiled_en",
        "optout.messages.compiled_en_regions",
    }
