"""What `links` and `evidence` share: which addresses are meant, and asking them while somebody watches."""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from optout.catalog import Catalog, Decoded
from optout.catalog.lookup import ask_all, slugs_of
from optout.cli import options, output
from optout.errors import OptoutError

if TYPE_CHECKING:
    from optout.monitoring.report import Section
    from optout.web.answer import Answer
    from optout.web.results import Ledger
    from optout.web.throttle import Clock

T = TypeVar("T")
_TELL_EVERY = 50  # addresses, where standard error is no terminal


class Course(NamedTuple):
    """How the asking went: how many addresses are left because of an interruption, how many were asked and answered."""

    left: int = 0
    asked: int = 0
    answered: int = 0


class Manner(NamedTuple):
    """How to ask: which sample (None for all), chosen by which seed; how old a result may be; where results are kept;
    lists of blocked addresses; seconds between two requests to one host; how many hosts at once."""

    since: str | None
    sample: int | None
    seed: str
    max_age: float
    state: Path | None
    blocked: Path | None
    pause: float
    hosts: int


def options_of_asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `Manner`, and the catalog and format."""
    for option in (
        options.catalog_option,
        click.option(
            "--format", "format_", type=click.Choice(("text", "json", "markdown", "github")), default="text",
            show_default=True, help="How to list.",
        ),
        click.option("--hosts", type=click.IntRange(1, 64), metavar="N", default=8, show_default=True,
            help="So many hosts at once."),
        click.option(
            "--pause", type=click.FloatRange(0), default=1.0, show_default=True, metavar="SECONDS",
            help="Between two requests to one host.",
        ),
        click.option(
            "--blocked", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
            help="A list of blocked addresses of your own, besides the packaged one.",
        ),
        click.option(
            "--state", type=click.Path(path_type=Path), metavar="FILE",
            help="Where results are kept, so that a run can go on.  [default: in ~/.cache/optout]",
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
        from optout.monitoring import report  # noqa: F401
        from optout.web import fetch  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "optout":
            raise
        message = f"this command needs the package `{error.name}`; install it with pip install 'optout-guides[links]'"
        raise OptoutError(message) from error


def entries(catalog: Catalog, names: Sequence[str], since: str | None) -> list[Decoded]:
    """The entries that are meant: those named, or all, or of these only the ones changed since a revision.

    Raises:
        NotFound: a name fits no platform.
        OptoutError: git cannot say what an entry was.
    """
    slugs = slugs_of(ask_all(catalog, names))
    listed = [decoded for decoded in catalog if not slugs or decoded.slug in slugs]
    if since is None:
        return listed
    from optout.editing.changed import changed
    from optout.project.revision import read_at

    changes = changed(read_at(since, Path(catalog.file)), bytes(catalog.data))
    return [decoded for decoded in listed if decoded.places[()].line in changes]


def broken(listed: Iterable[Decoded]) -> tuple[str, ...]:
    """The entries among these that cannot be read."""
    return tuple(decoded.slug or str(decoded.problems[0].place) for decoded in listed if decoded.entry is None)


def clock() -> "Clock":
    """The clock on the wall, and real chance."""
    from optout.web.throttle import Clock

    return Clock(lambda: datetime.now(UTC), time.monotonic, time.sleep, random.random)


def sampled(items: Sequence[T], manner: Manner, now: datetime) -> Sequence[T]:
    """The sample that is meant: the same all day, unless a seed says otherwise, so that a run can go on."""
    if manner.sample is None or manner.sample >= len(items):
        return items
    chosen = random.Random(manner.seed or now.date().isoformat()).sample(range(len(items)), manner.sample)
    return [items[position] for position in sorted(chosen)]


def known_blocked(addresses: Sequence[str], manner: Manner, now: datetime) -> dict[str, str]:
    """Those of the addresses that a list says turn programs away, and why; lines that hold no longer are told.

    Raises:
        OptoutError: a list cannot be read.
    """
    from optout.web.blocked import PACKAGED, expired, find, load

    lines = (*(load(manner.blocked) if manner.blocked else ()), *load(PACKAGED))
    for line in expired(lines, now.date()):
        told = f"optout: {line.file}: {line.name} was blocked until {line.until} ({line.reason}); it is asked again: "
        click.echo(f"{told}renew the line or delete it", err=True)
    found = {address: known for address in addresses if (known := find(lines, address, now.date()))}
    return {
        address: f"known to be, so not asked: {line.reason} (until {line.until})" for address, line in found.items()
    }


def ledger(manner: Manner, name: str, is_lasting: Callable[[dict[str, Any]], bool] = lambda values: False) -> "Ledger":
    """Where the results of the command `name` are kept; `is_lasting` tells values to be kept when overtaken.

    Raises:
        OptoutError: the file cannot be used.
    """
    from optout.web.results import Ledger, default_path

    return Ledger(manner.state or default_path(name), name, lambda record: is_lasting(dict(record.values)))


def keep(ledger: "Ledger", address: str, clock: "Clock", values: dict[str, Any]) -> None:
    """Keep the result of one address."""
    from optout.web.results import Record

    ledger.add(Record(address, clock.now().isoformat(timespec="seconds"), values))


def is_fresh(at: str, manner: Manner, now: datetime) -> bool:
    """Whether a result is young enough to stand."""
    try:
        age = now - datetime.fromisoformat(at)
    except (TypeError, ValueError):
        return False
    return timedelta(0) <= age < timedelta(days=manner.max_age)


def ask(
    addresses: Sequence[str], size: int, whole: bool, manner: Manner, clock: "Clock", take: "Callable[[Answer], None]"
) -> Course:
    """Ask all these addresses and hand over each answer as it comes; an interruption ends it early and in order.

    `size` is how many bytes of a page are wanted, `whole` whether a page that breaks off is asked for again.
    """
    from optout.web import fetch
    from optout.web.throttle import Turns, visit_all

    if not addresses:
        return Course()
    network = fetch.internet()
    turns = Turns(manner.pause, clock)
    limits = fetch.Limits(size)

    def ask_one(address: str) -> "Answer":
        return fetch.fetch(address, network, limits, clock.monotonic, turns.turn)

    asked = answered = 0
    answers = visit_all(addresses, ask_one, clock, whole, manner.hosts)
    try:
        with _progress(len(addresses)) as step:
            for answer in answers:
                asked += 1
                answered += bool(answer.status)
                take(answer)
                step(asked)
    except KeyboardInterrupt:
        pass
    finally:
        answers.close()
    return Course(len(addresses) - asked, asked, answered)


def write(found: "str | Sequence[Section]", format_: str, path: Path | None) -> None:
    """Write the list: a finished document, or sections in the format that is asked for.

    Raises:
        OptoutError: the file cannot be written.
    """
    from optout.monitoring.report import FORMATS
    from optout.render.screen import Screen

    if isinstance(found, str):
        output.write(found, path)
    elif format_ == "text":
        output.write_lines(FORMATS[format_](found, output.screen() if path is None else Screen()), path)
    else:
        output.write(FORMATS[format_](found, Screen()), path)


def ending(counts: str, course: Course, broken: tuple[str, ...], file: str, has_failed: bool) -> int:
    """Say what it came to, and give the exit code: 130 if it was interrupted, 1 if nothing at all could be reached."""
    click.echo(counts, err=True)
    code = max(options.tell_broken(broken, file), int(has_failed))
    if course.left:
        click.echo(
            f"optout: interrupted; what was found is kept: the same command goes on with the {course.left} left",
            err=True,
        )
        return 130
    if course.asked and not course.answered:
        click.echo("optout: no address answered; check that this machine is online, then run it again", err=True)
        return 1
    return code


@contextmanager
def _progress(length: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, else a line now and then; both on standard error."""
    if sys.stderr.isatty():
        with click.progressbar(length=length, label="Asking", file=sys.stderr, show_pos=True) as bar:
            yield lambda done: bar.update(1)
        return

    def tell(done: int) -> None:
        if done % _TELL_EVERY == 0 and done < length:
            click.echo(f"{done} of {length} addresses asked", err=True)

    yield tell
