"""Which changes of a document matter: those that say on training, or on refusing it, what no earlier version said.

* What was recorded twice on one day is one change: the last of it stands.
* A passage is news once: pages that flip between two texts, and what comes back, stay quiet.
* What is gone is news only after it has stayed away for two weeks, as a page that was read by half comes back whole.
* A version that the archive could not read is none: an error page, a question whether somebody is human, or a text cut
  to less than a part of the one before. Nor does a change count that the archive made itself, by taking another part of
  a page for the document.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from optout.terms.archive import ArchivedText
from optout.terms.index import TermsIndex, TextFacts

STEADY = 14 * 86_400  # seconds that something stays away until it is gone
_CUT = 0.4  # of the length of the text before; less was not read whole


class TermsChange(NamedTuple):
    """A change that matters: the version that brought it and the one before, and the keys that are new and gone."""

    version: ArchivedText
    before: ArchivedText
    new: frozenset[str]
    gone: frozenset[str]


def changes(index: TermsIndex, path: str, now: int) -> tuple[TermsChange, ...]:
    """The changes of a document that matter, oldest first; `now`, in seconds since 1970, tells what has stayed away.

    Raises:
        OptoutError: a text is not in the clone.
    """
    versions = index.versions(path)
    facts = index.facts(dict.fromkeys(one.object for one in versions if not one.is_removal))
    return tuple(replay(versions, facts, now))


def replay(versions: Sequence[ArchivedText], facts: Mapping[str, TextFacts], now: int) -> Iterator[TermsChange]:
    """The changes that matter in a run of versions, told as the watch would have."""
    read = list(_last_of_days(list(_readable(versions, facts))))
    seen: set[str] = set()
    told_gone: set[str] = set()
    for at, version in enumerate(read):
        said = facts[version.object].keys
        new = said - seen if at else frozenset()
        gone = (facts[read[at - 1].object].keys - said - told_gone) if at else frozenset()
        gone = frozenset(key for key in gone if _stays_away(key, read[at:], facts, now))
        seen |= said
        told_gone |= gone
        if (new or gone) and version.origin == "changed":
            yield TermsChange(version, read[at - 1], frozenset(new), gone)


def _readable(versions: Sequence[ArchivedText], facts: Mapping[str, TextFacts]) -> Iterator[ArchivedText]:
    """The versions that are the policy: neither removed, nor failed, nor cut."""
    size = 0
    for version in versions:
        if version.is_removal or facts[version.object].is_failed:
            continue
        found = facts[version.object].size
        if version.origin == "changed" and found < size * _CUT:
            continue
        size = found
        yield version


def _last_of_days(versions: Sequence[ArchivedText]) -> Iterator[ArchivedText]:
    """The versions without those that the operator replaced on the same day."""
    for version, following in zip_longest(versions, versions[1:]):
        is_replaced = following and following.day == version.day and following.origin == "changed" == version.origin
        if not is_replaced:
            yield version


def _stays_away(key: str, versions: Sequence[ArchivedText], facts: Mapping[str, TextFacts], now: int) -> bool:
    start = versions[0].seconds
    for version in versions:
        if version.seconds - start >= STEADY:
            return True
        if key in facts[version.object].keys:
            return False
    return now - start >= STEADY
