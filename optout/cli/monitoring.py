"""What `links` and `evidence` declare alike: their options, the real network and clock, and how a run ends."""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from optout import interruption
from optout.catalog.locate import called
from optout.cli import catalogs, options, output, project
from optout.cli.choices import OneOf
from optout.errors import OptoutError

if TYPE_CHECKING:
    from optout.catalog import Decoded
    from optout.monitoring.report import ReportSection
    from optout.monitoring.run import Kind, Options, Run, Tools
    from optout.web.blocked import Blocked
    from optout.web.results import ResultStore
    from optout.web.throttle import Clock

S = TypeVar("S")
R = TypeVar("R")
_STEP = 50  # addresses between two lines of progress, where standard error is no terminal


class Given(NamedTuple):
    """The options as they were given: a revision, which addresses and how, files, and seconds between two requests."""

    since: str | None
    sample: int | None
    seed: str
    max_age: float
    state: Path | None
    blocked: Path | None
    pause: float
    hosts: int

    @property
    def run(self) -> "Options":
        """The options of the run itself."""
        from optout.monitoring.run import Options

        return Options(self.sample, self.seed, self.max_age, self.hosts)


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `Given`, and the catalog and format."""
    for option in (
        options.catalog_option,
        click.option(
            "--format", "format_", type=OneOf(("text", "json", "markdown", "github")), default="text",
            show_default=True, help="How to list.",
        ),
        click.option("--hosts", type=click.IntRange(1, 64), metavar="N", default=8, show_default=True,
            help="So many hosts at once."),
        click.option(
            "--pause", type=click.FloatRange(0), default=1.0, show_default=True, metavar="SECONDS",
            help="Between two requests to one host.",
        ),
        click.option(
            "--blocked", type=options.THERE, metavar="FILE",
            help="A list of blocked addresses of your own, besides the packaged one.",
        ),
        click.option(
            "--state", type=click.Path(path_type=Path), metavar="FILE",
            help="Where results are kept, so that a run can go on.  [default: in the cache folder]",
        ),
        click.option(
            "--max-age", type=click.FloatRange(0), default=1.0, show_default=True, metavar="DAYS",
            help="Ask again what was asked longer ago.",
        ),
        click.option("--seed", default="", metavar="TEXT", help="Choose the same sample again.  [default: the date]"),
        click.option("--sample", type=click.IntRange(1), metavar="N", help="Only N addresses, chosen at random."),
        click.option("--since", metavar="REV", help="Only entries changed since this git revision."),
    ):  # fmt: skip
        command = option(command)
    return command


def require() -> None:
    """Load the libraries that only these two commands need.

    Raises:
        OptoutError: one is not installed; the sentence says how to get it.
    """
    try:
        import pypdf  # noqa: F401

        from optout.monitoring import workflows  # noqa: F401
        from optout.web import fetch, page  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "optout":
            raise
        message = f"this command needs the package `{error.name}`; install it with pip install 'optout-guides[links]'"
        raise OptoutError(message) from error


def entries(catalog: Path | None, names: Sequence[str], since: str | None) -> tuple[str, "list[Decoded]"]:
    """The name of the catalog, and its entries that are meant.

    Raises:
        OptoutError: the catalog cannot be read, a name fits no platform, or git cannot say what an entry was.
    """
    from optout.monitoring.run import selected

    project.hold_here(catalog)
    # A revision has one's own file only.
    opened = catalogs.open_catalog(catalog if since is None else catalogs.catalog_path(catalog))
    if since is None:
        return opened.file, selected(opened, names, None)
    from optout.editing.changed import changed
    from optout.project.revision import read_at

    return opened.file, selected(
        opened, names, partial(changed, read_at(since, Path(opened.file), called(opened.file)))
    )


def clock() -> "Clock":
    """The clock on the wall, and real chance."""
    from optout.web.throttle import Clock

    return Clock(lambda: datetime.now(UTC), time.monotonic, time.sleep, random.random)


@contextmanager
def tools(pause: float, size: int) -> "Iterator[Tools]":
    """The real network, of whose pages so many bytes are read, a clock, and progress on standard error."""
    from optout.monitoring.run import Tools
    from optout.web import fetch
    from optout.web.answer import Response
    from optout.web.sandbox import Sandbox
    from optout.web.throttle import Throttle

    here, network, limits = clock(), fetch.internet(), fetch.Limits(size)
    throttle = Throttle(pause, here)

    def ask(address: str) -> Response:
        return fetch.fetch(address, network, limits, here.monotonic, throttle.slot)

    with interruption.heard(), Sandbox() as sandbox:
        yield Tools(ask, sandbox.read, here, _progress)


def store(kind: "Kind[S, R]", state: Path | None) -> "ResultStore":
    """Where results are kept; what was wrong with it is said.

    Raises:
        OptoutError: the file cannot be used.
    """
    from optout.monitoring.run import open_store
    from optout.web.results import default_path

    opened = open_store(kind, state or default_path(kind.name))
    if opened.notice:
        output.say(f"optout: {opened.notice}")
    return opened


def blocked(own: Path | None) -> "tuple[Blocked, ...]":
    """The addresses that are known to turn programs away; lines that hold no longer are told.

    Raises:
        OptoutError: a list cannot be read.
    """
    from optout.web.blocked import PACKAGED, expired, load

    lines = (*(load(own) if own else ()), *load(PACKAGED))
    for line in expired(lines, clock().now().date()):
        was = f"{line.name} was blocked until {line.until} ({line.reason})"
        output.say(f"optout: {line.file}: {was}; it is asked again: renew the line or delete it")
    return lines


def write(document: "str | Sequence[ReportSection]", format_: str, path: Path | None) -> None:
    """Write the list: a finished document, or sections in the format that is asked for.

    Raises:
        OptoutError: the file cannot be written.
    """
    from optout.monitoring.report_formats import FORMATS
    from optout.render.screen import Screen

    if isinstance(document, str):
        output.write(document, path)
    elif format_ == "text":
        output.write_lines(FORMATS[format_](document, output.screen() if path is None else Screen()), path)
    else:
        output.write(FORMATS[format_](document, Screen()), path)


def ending(counts: str, run: "Run[R]", entries: "Sequence[Decoded]", file: str, has_failed: bool) -> int:
    """Say what it came to, and give the exit code: 130 if it was interrupted, 1 if nothing at all could be reached."""
    from optout.catalog.entries import broken

    output.say(counts)
    code = max(catalogs.tell_broken(broken(entries), file), int(has_failed))
    if run.left:
        output.say(f"optout: interrupted; what was found is kept: the same command goes on with the {run.left} left")
        return 130
    if run.asked and not run.answered:
        output.say("optout: no address answered; check that this machine is online, then run it again")
        return 1
    return code


@contextmanager
def _progress(length: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, else a line now and then; both on standard error."""
    if sys.stderr.isatty() and length:
        with click.progressbar(length=length, label="Asking", file=sys.stderr, show_pos=True) as bar:
            yield lambda done: bar.update(1)
        return

    def step(done: int) -> None:
        if done % _STEP == 0 and done < length:
            output.say(f"{done} of {length} addresses asked")

    yield step
