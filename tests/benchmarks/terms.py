"""How often the watch of archived terms cries wolf: whole collections, replayed.

    python -m tests.benchmarks.terms CLONES [COLLECTION]...    CLONES as `optout terms --update` makes it

prints for each collection and together: documents, recorded changes, alerts, alerts per service and year, the share of
alerts that repeat what was told of another document of the service, how long it took and how much memory. With --sample
N it lists alerts and silent changes, chosen at random from one half of the services, for somebody to judge by hand; the
judgements stand in `terms-judged.tsv`, and from them precision and recall are told, for each half of the services. The
words were tuned on the half "tuned"; the other one they had not seen.
"""

import argparse
import hashlib
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from optout.alike import normal
from optout.terms import library, passages
from optout.terms.archive import ArchivedText
from optout.terms.changes import TermsChange, replay
from optout.terms.index import TermsIndex

JUDGED = Path(__file__).with_name("terms-judged.tsv")
_YEAR = 365.25 * 86_400  # seconds
_NAMES_AI = re.compile(
    r"(?-i:\bAI\b)|artificial intelligence|machine.learning|\btrain|\bmodels?\b|algorithm", re.IGNORECASE
)

Half = Literal["tuned", "unseen"]


class Replayed(NamedTuple):
    """A document with its versions and the changes that were told."""

    collection: str
    path: str
    versions: tuple[ArchivedText, ...]
    alerts: tuple[TermsChange, ...]

    @property
    def service(self) -> str:
        """The service it is of."""
        return self.path.split("/")[0]

    @property
    def changes(self) -> tuple[ArchivedText, ...]:
        """The versions that the archive recorded after the first."""
        return self.versions[1:]


def half(service: str) -> Half:
    """In which half of the services one is: by its name, so the same in every collection."""
    return "tuned" if hashlib.sha256(service.casefold().encode()).digest()[0] % 2 else "unseen"


def replayed(index: TermsIndex, now: int) -> Iterator[Replayed]:
    """Every document of a collection."""
    for path in index.documents():
        versions = index.versions(path)
        facts = index.facts(dict.fromkeys(one.object for one in versions if not one.is_removal))
        yield Replayed(index.archive.name, path, versions, tuple(replay(versions, facts, now)))


def figures(documents: Sequence[Replayed]) -> str:
    """The line of a table."""
    changes = sum(len(one.changes) for one in documents)
    alerts = sum(len(one.alerts) for one in documents)
    years = sum(_years(group) for group in _by_service(documents))
    repeats = sum(_repeats(group) for group in _by_service(documents))
    rate = f"{alerts / years:6.2f}" if years else "     -"
    share = f"{repeats / alerts:6.1%}" if alerts else "     -"
    return f"{len(documents):9,} {changes:9,} {alerts:7,} {rate:>9} {share:>8}"


def _by_service(documents: Sequence[Replayed]) -> list[list[Replayed]]:
    groups: dict[tuple[str, str], list[Replayed]] = {}
    for one in documents:
        groups.setdefault((one.collection, one.service), []).append(one)
    return list(groups.values())


def _years(documents: Sequence[Replayed]) -> float:
    """The years for which a service was followed."""
    seconds = [version.seconds for one in documents for version in one.versions]
    return max((max(seconds) - min(seconds)) / _YEAR, 1 / 12)


def _repeats(documents: Sequence[Replayed]) -> int:
    """The alerts of a service all of whose words were told before."""
    told: set[str] = set()
    repeated = 0
    for alert in sorted((alert for one in documents for alert in one.alerts), key=lambda one: one.version.seconds):
        said = {*alert.new, *alert.gone}
        repeated += said <= told
        told |= said
    return repeated


def judged(documents: Sequence[Replayed]) -> Iterator[str]:
    """Precision and recall on what was judged by hand, for each half of the services."""
    alerts = {(one.collection, alert.version.commit, one.path): one for one in documents for alert in one.alerts}
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for which in ("tuned", "unseen"):
        told: list[bool] = []
        silent: list[bool] = []
        for collection, commit, path, verdict, *_ in rows:
            if half(path.split("/")[0]) == which:
                is_told = any(key[0] == collection and key[1].startswith(commit) and key[2] == path for key in alerts)
                (told if is_told else silent).append(verdict == "matters")
        mine = [one for one in documents if half(one.service) == which]
        number = sum(len(one.alerts) for one in mine)
        quiet = sum(len(one.changes) for one in mine) - number
        if not told or not silent:
            continue
        right, missed = sum(told) / len(told), sum(silent) / len(silent)
        yield f"{which}: {sum(told)} of {len(told)} alerts matter (precision {right:.0%})"
        yield f"{which}: {sum(silent)} of {len(silent)} silent changes matter, of {quiet:,} silent changes"
        if sum(silent) == 0:
            # None of n: with 95 in 100 the share is less than 3 in n.
            at_least = number * right / (number * right + quiet * 3 / len(silent))
            yield f"{which}: none of these was missed, so recall is at least {at_least:.0%} with 95 % confidence"
        else:
            yield f"{which}: recall about {number * right / (number * right + quiet * missed):.0%}"


def sample(documents: Sequence[Replayed], shelf: library.Library, number: int, seed: str, which: Half) -> Iterator[str]:
    """Alerts and silent changes to judge: half of the silent ones at random, half where words of AI changed."""
    chance = random.Random(seed)
    mine = [one for one in documents if half(one.service) == which]
    alerts = [(one, alert) for one in mine for alert in one.alerts]
    for one, alert in chance.sample(alerts, min(number, len(alerts))):
        yield _head("alert", one, alert.version)
        yield from _said("+", one, alert.version, alert.new, shelf)
        yield from _said("-", one, alert.before, alert.gone, shelf)
    told = {alert.version.commit for _, alert in alerts}
    silent = [
        (one, before, after)
        for one in mine
        for before, after in zip(one.versions, one.versions[1:], strict=False)
        if after.commit not in told and not before.is_removal and not after.is_removal
    ]
    chance.shuffle(silent)
    shown = {"random": 0, "names AI": 0}
    for one, before, after in silent:
        kind = "names AI" if shown["random"] >= number // 2 else "random"
        if kind == "names AI" and not any(_NAMES_AI.search(line) for line in _difference(one, before, after, shelf)):
            continue
        shown[kind] += 1
        yield from _shown(f"silent, {kind}", one, before, after, shelf)
        if shown["names AI"] >= number - number // 2:
            return


def _difference(one: Replayed, before: ArchivedText, after: ArchivedText, shelf: library.Library) -> list[str]:
    archive = shelf.index(one.collection).archive
    old, new = (
        dict.fromkeys(passages.plain_text(line) for line in archive.text(version.object).split("\n"))
        for version in (before, after)
    )
    were, are = {normal(line) for line in old}, {normal(line) for line in new}
    return [
        *(f"+ {line}" for line in new if normal(line) not in were),
        *(f"- {line}" for line in old if normal(line) not in are),
    ]


def _shown(
    what: str, one: Replayed, before: ArchivedText, after: ArchivedText, shelf: library.Library
) -> Iterator[str]:
    yield _head(what, one, after)
    lines = _difference(one, before, after, shelf)
    about = [line for line in lines if _NAMES_AI.search(line)]
    yield from (line[:700] for line in (about or lines)[:12])


def _head(what: str, one: Replayed, version: ArchivedText) -> str:
    """A line as `terms-judged.tsv` has them, but for the judgement."""
    return f"== {what}\t{one.collection}\t{version.commit[:12]}\t{one.path}\t{version.day.iso}\t{version.origin}"


def _said(
    mark: str, one: Replayed, version: ArchivedText, keys: frozenset[str], shelf: library.Library
) -> Iterator[str]:
    text = shelf.index(one.collection).archive.text(version.object)
    for passage in passages.read(text).passages:
        if passage.counts and not keys.isdisjoint(passages.keys_of(passage)):
            yield f"{mark} {passage.sentence.text[:500]}"


def main() -> None:
    """Replay the collections and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("clones", type=Path)
    asked.add_argument("collections", nargs="*")
    asked.add_argument("--sample", type=int, default=0, metavar="N")
    asked.add_argument("--seed", default="1")
    asked.add_argument("--half", choices=("tuned", "unseen"), default="unseen")
    given = asked.parse_args()
    now = int(datetime.now(UTC).timestamp())
    everything: list[Replayed] = []
    with library.opened(given.clones) as shelf:
        print("collection        documents   changes  alerts per service  repeat  seconds")
        print("                                              and year")
        for name in given.collections or shelf.names():
            start, worked = time.monotonic(), time.process_time()
            found = list(replayed(shelf.index(name), now))
            everything += found
            took = f"{time.monotonic() - start:6.1f} ({time.process_time() - worked:.1f} of the processor)"
            print(f"{name:16} {figures(found)}  {took}")
        for which in ("tuned", "unseen"):
            print(f"{which:16} {figures([one for one in everything if half(one.service) == which])}")
        print(f"{'all':16} {figures(everything)}")
        print("\n".join(judged(everything)))
        memory = (
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        )
        print(f"memory: {memory / 1024:.0f} MB at most, git's part included")
        for line in sample(everything, shelf, given.sample, given.seed, given.half) if given.sample else ():
            print(line)


if __name__ == "__main__":
    main()
