"""One run over many addresses: which are meant, which are skipped, fetching the rest, keeping each result.

`links` and `evidence` are two kinds of the same run. The network, the clock, the result store and the progress are
passed in, so a run can be made, and tried, without a command line and without a network.
"""

import random
from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from optout.catalog import Catalog, Decoded
from optout.catalog.lookup import ask_all, slugs_of
from optout.web.answer import Response
from optout.web.blocked import Blocked
from optout.web.blocked import find as find_blocked
from optout.web.results import Record, ResultStore
from optout.web.throttle import Clock, Fetch, fetch_all, unexpected

S = TypeVar("S")  # what an address is looked at for: where it stands, what is quoted from it
R = TypeVar("R")  # what comes of it

Changes = Callable[[bytes], Container[object]]
Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]


class Options(NamedTuple):
    """Which addresses, and how.

    `sample` is how many, None for all, chosen by `seed` (empty: by the day); `max_age` the days for which a result
    stands; `hosts` how many hosts are asked at once.
    """

    sample: int | None = None
    seed: str = ""
    max_age: float = 1.0
    hosts: int = 8


class Tools(NamedTuple):
    """What a run works with.

    `fetch` asks one address, `read` makes of an answer what its page says, `progress(n)` is entered for n addresses and
    gives a function that is told how many are done.
    """

    fetch: Fetch
    read: Callable[[Response], Response]
    clock: Clock
    progress: Progress = lambda length: nullcontext(lambda done: None)


class Kind(NamedTuple, Generic[S, R]):
    """What one kind of run does with an address.

    `whole` says whether a page that breaks off is asked for again; `size` how many bytes of a page are wanted. `judge`
    makes a result of an answer, the subject, the result before and the time. `load` and `dump` turn a result from and
    into plain values, `stands` says whether an earlier result answers for the subject, `blocked` is the result of an
    address that is known to turn programs away, and `is_lasting` tells results to be kept when overtaken.
    """

    name: str
    size: int
    whole: bool
    judge: Callable[[Response, S, R | None, datetime], R]
    load: Callable[[Mapping[str, Any]], R | None]
    dump: Callable[[R], dict[str, Any]]
    stands: Callable[[R, S], bool]
    blocked: Callable[[str], R]
    is_lasting: Callable[[Mapping[str, Any]], bool] = lambda values: False


class Result(NamedTuple, Generic[R]):
    """What came of an address, and when it was asked (ISO 8601; empty if it was not)."""

    value: R
    at: str


class Run(NamedTuple, Generic[R]):
    """What came of the addresses, in their order, and how it went.

    `left` addresses were not asked because of an interruption, `asked` were, and `answered` of these gave an answer.
    """

    results: dict[str, Result[R]]
    left: int
    asked: int
    answered: int


def selected(catalog: Catalog, names: Sequence[str], changes: Changes | None) -> list[Decoded]:
    """The entries that are meant: those named, or all, or of these only the ones that `changes` finds changed.

    Raises:
        NotFound: a name fits no platform.
    """
    slugs = slugs_of(ask_all(catalog, names))
    entries = [decoded for decoded in catalog if not slugs or decoded.slug in slugs]
    if changes is None:
        return entries
    lines = changes(bytes(catalog.data))
    return [decoded for decoded in entries if decoded.places[()].line in lines]


def open_store(kind: Kind[S, R], path: Path) -> ResultStore:
    """Where the results of this kind are kept.

    Raises:
        OptoutError: the file cannot be used.
    """
    return ResultStore(
        path,
        kind.name,
        lambda record: kind.is_lasting(record.values),
        lambda record: kind.load(record.values) is not None,
    )


def run(
    kind: Kind[S, R],
    subjects: Mapping[str, S],
    blocked: Sequence[Blocked],
    options: Options,
    store: ResultStore,
    tools: Tools,
) -> Run[R]:
    """Find out what is to be said of each address; an interruption ends it early and in order.

    Raises:
        OptoutError: a result cannot be kept.
    """
    now = tools.clock.now()
    meant = {address: subjects[address] for address in sampled(list(subjects), options, now)}
    before = {record.address: kind.load(record.values) for record in store.records.values()}
    results: dict[str, Result[R]] = {}
    for address, subject in meant.items():
        kept = before.get(address)
        if line := find_blocked(blocked, address, now.date()):
            reason = f"known to be, so not asked: {line.reason} (until {line.until})"
            results[address] = Result(kind.blocked(reason), "")
        elif kept is not None and is_fresh(store.at(address), options.max_age, now) and kind.stands(kept, subject):
            results[address] = Result(kept, store.at(address))
    wanted = [address for address in meant if address not in results]
    asked = answered = 0
    answers = fetch_all(wanted, tools.fetch, tools.read, tools.clock, kind.whole, options.hosts)
    try:
        with tools.progress(len(wanted)) as step:
            for answer in answers:
                address, at = answer.address, tools.clock.now()
                value = _judged(kind, answer, meant[address], before.get(address), at)
                results[address] = Result(value, at.isoformat(timespec="seconds"))
                asked += 1
                answered += bool(answer.status)
                store.add(Record(address, results[address].at, kind.dump(value)))
                step(asked)
    except KeyboardInterrupt:
        pass
    finally:
        answers.close()
    ordered = {address: results[address] for address in meant if address in results}
    return Run(ordered, len(wanted) - asked, asked, answered)


def _judged(kind: Kind[S, R], answer: Response, subject: S, before: R | None, now: datetime) -> R:
    """The result; what a page does to whoever judges it is its own answer as well, and ends no run."""
    try:
        return kind.judge(answer, subject, before, now)
    except Exception as error:
        return kind.judge(unexpected(answer.address, error), subject, before, now)


def sampled(addresses: Sequence[str], options: Options, now: datetime) -> Sequence[str]:
    """The sample that is meant: the same all day, unless a seed says otherwise, so that a run can go on."""
    if options.sample is None or options.sample >= len(addresses):
        return addresses
    chosen = random.Random(options.seed or now.date().isoformat()).sample(range(len(addresses)), options.sample)
    return [addresses[position] for position in sorted(chosen)]


def is_fresh(at: str, max_age: float, now: datetime) -> bool:
    """Whether a result is young enough to stand."""
    try:
        age = now - datetime.fromisoformat(at)
    except (TypeError, ValueError):
        return False
    return timedelta(0) <= age < timedelta(days=max_age)
