"""What tests share: catalogs, a browser, and running the command as a user does."""

import functools
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, NamedTuple

import click
import pytest
from hypothesis import is_hypothesis_test, settings

from optout.catalog import Catalog
from optout.catalog.locate import default_path, load
from optout.cli.main import cli, main
from optout.model import Date, Platform
from optout.schema.decoded import Decoded

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What looks at the packaged catalog as a whole, or makes a whole site of it or of the example.
_LARGE = {"packaged", "example_site", "packaged_site", "published", "in_a_folder", "site", "german"}
# Starts a process, reads the packaged catalog, makes a site.
_SLOW = {"subprocess", "Sandbox", "default_path", "files_of"}


def pytest_configure(config: pytest.Config) -> None:
    """Say of a marker that there is none before there are workers: these would crash, each over its first test."""
    known = {re.split(r"\W", line)[0] for line in config.getini("markers")} | {"and", "or", "not"}
    if unknown := sorted(set(re.findall(r"[a-z]\w*", config.getoption("markexpr"))) - known):
        raise pytest.UsageError(f"-m: there is no marker {', '.join(unknown)}; pytest --markers lists them")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One worker more than there are processors: who waits for a browser, a server or a clock needs none.

    What is quick waits for nothing, and is left to xdist, as is whoever says it by its variable.
    """
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ or config.getoption("markexpr") == "quick":
        return None
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is quick and what is not by what it asks for, so that nobody has to remember it."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        function = getattr(item, "function", None)
        if "browser" in asked:
            item.add_marker(pytest.mark.browser)
        if is_hypothesis_test(function) or asked & _LARGE or any(map(_is_slow, (function, *_fixtures(item)))):
            item.add_marker(pytest.mark.slow)
        if not any(item.get_closest_marker(name) for name in ("browser", "slow", "lint")):
            item.add_marker(pytest.mark.quick)


def _fixtures(item: pytest.Item) -> Iterator[object]:
    """The functions that make what a test asks for, and what these ask for in turn."""
    known = getattr(item, "_fixtureinfo", None)
    for found in known.name2fixturedefs.values() if known else ():
        yield found[-1].func


@functools.cache
def _is_slow(function: object) -> bool:
    """Whether a function, or one of the tests' own that it calls, names what takes long."""
    names, reached, found = set[str](), set[object](), [function]
    while found:
        one = found.pop()
        if not isinstance(one, FunctionType | type) or one in reached:
            continue
        reached.add(one)
        if isinstance(one, type):
            found += vars(one).values()
            continue
        used = set(_names(one.__code__))
        names |= used
        called = (one.__globals__.get(name) for name in used)
        found += [part for part in called if str(getattr(part, "__module__", "")).startswith("tests.")]
    return bool(names & _SLOW)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _names(part)


settings.register_profile("optout", deadline=None, derandomize=bool(os.environ.get("CI")), max_examples=30)
settings.register_profile("few", settings.get_profile("optout"), max_examples=8)  # while one works
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "optout"))

CASES = Path(__file__).parent / "cases"
TODAY = Date(2026, 11, 22)  # the day on which the cases are checked
EXAMPLE = CASES / "example.yaml"
_OUTSIDE = (
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "COLUMNS",
    "TERM_PROGRAM",
    "VTE_VERSION",
    "GITHUB_ACTIONS",
)


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def cache(shared: Path) -> Path:
    """A cache folder for all tests that do not say where theirs is."""
    folder = shared / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """No test depends on the terminal, the settings or the cache of whoever runs it."""
    for name in list(os.environ):
        if name.startswith(("OPTOUT_", "FORCE_")) or name in _OUTSIDE:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(cache))


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in this process and give its exit code and both outputs."""

    def call(*arguments: str | Path) -> Outcome:
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8"), err.decode("utf-8"))

    return call


@pytest.fixture(scope="session")
def example() -> Catalog:
    """A small catalog of invented platforms with everything an entry can say."""
    return load(EXAMPLE)


@pytest.fixture(scope="session")
def acme(example: Catalog) -> Platform:
    """The invented platform with every kind of control."""
    return platform(example, "acme")


class _ReadOnce(Catalog):
    """A catalog whose entries are read once, however many tests go through them."""

    @functools.cached_property
    def _entries(self) -> tuple[Decoded, ...]:
        return tuple(super().__iter__())

    def __iter__(self) -> Iterator[Decoded]:
        return iter(self._entries)


@pytest.fixture(scope="session")
def packaged() -> Catalog:
    """The catalog that comes with optout."""
    found = load(default_path())
    return _ReadOnce(found.data, found.file, found.origin)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium, one for all tests of a worker; where there must be one, its absence is a failure."""

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    assert chromium, "CI needs Chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        started = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()


def platform(catalog: Catalog, slug: str) -> Platform:
    """One sound platform of a catalog."""
    decoded = catalog.get(slug)
    assert decoded is not None
    assert isinstance(decoded.entry, Platform), decoded.problems
    return decoded.entry


def as_in_a_terminal() -> None:
    """For a process that a test starts: Ctrl-C reaches it, also where the tests were started with it ignored (`&`)."""
    for one in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
        signal.signal(one, signal.SIG_DFL)


def unmeasured() -> dict[str, str]:
    """The environment for a process that coverage is not to measure: that imports, writes and takes time."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def in_a_process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """What a command does as a process of its own."""
    command = [sys.executable, "-m", "optout", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False)


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder; it commits as somebody, whoever runs the tests."""
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def golden(path: Path, text: str) -> None:
    """Compare with a file, or write it anew with UPDATE_GOLDEN=1 (and read the difference before committing)."""
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is missing; UPDATE_GOLDEN=1 writes it"
    assert text == path.read_text(encoding="utf-8")


def parse(line: str) -> None:
    """Hold that the command takes a line such as `check --fix > out` (what follows `optout`), without running it.

    Raises:
        click.UsageError: there is no such command or option, or an argument is missing.
    """
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = list(lexer)
    end = next((place for place, word in enumerate(words) if set(word) <= set(";&|<>()")), len(words))
    # As in a run: a command keeps the names of its option for help as it is first asked for them.
    parent = click.Context(cli, info_name="optout", **cli.context_settings)
    name, command, rest = cli.resolve_command(parent, words[:end])
    assert command is not None
    command.make_context(name, rest, parent=parent)
