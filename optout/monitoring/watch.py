"""Telling a page that has changed from one that flaps.

A change counts once it was seen in two runs at least a day apart: a page under repair, a test on some visitors, a
counter or an advertisement do not stay. A page that goes back to what it said before is flapping, and that is not
reported; only if it stays so for two weeks has it really gone back.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, get_args

STEADY = timedelta(days=1)
GONE_BACK = timedelta(days=14)
_MOST_KNOWN = 20

News = Literal["first", "unchanged", "waiting", "flapping", "changed", "unseen"]
NEWS: tuple[News, ...] = get_args(News)


class Track(NamedTuple):
    """What is remembered of a page: what it said last that counts, what it says since `since` and does not count yet,
    and the digests of what it said before."""

    settled: tuple[str, ...]
    pending: tuple[str, ...] | None = None
    since: str = ""
    known: tuple[str, ...] = ()


class PageChange(NamedTuple):
    """What a look at a page brought; what was taken away and added only where it has `changed`.

    `unseen` where the page could not be read, so that there was no look.
    """

    news: News
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def observe(track: Track | None, seen: tuple[str, ...], now: datetime) -> tuple[Track, PageChange]:
    """What to remember after having seen `seen`, and what is new about it."""
    if track is None:
        return Track(seen), PageChange("first")
    if seen == track.settled:
        return _forget_pending(track), PageChange("unchanged")
    is_back = _digest(seen) in track.known
    if seen != track.pending:
        return _forget_pending(track)._replace(pending=seen, since=now.isoformat()), _not_yet(is_back)
    if now - datetime.fromisoformat(track.since) < (GONE_BACK if is_back else STEADY):
        return track, _not_yet(is_back)
    removed = tuple(line for line in track.settled if line not in seen)
    added = tuple(line for line in seen if line not in track.settled)
    return Track(seen, known=_remember(track.known, track.settled)), PageChange("changed", removed, added)


def track_of(values: Mapping[str, Any]) -> Track:
    """The track that was kept as plain values.

    Raises:
        TypeError, ValueError: these are not the values of a track.
    """
    track = Track(**values)
    pending = None if track.pending is None else texts(track.pending)
    if pending is not None and datetime.fromisoformat(track.since).tzinfo is None:
        raise ValueError("a time without its zone")
    return Track(texts(track.settled), pending, str(track.since), texts(track.known))


def change_of(values: Mapping[str, Any]) -> PageChange:
    """The change that was kept as plain values.

    Raises:
        TypeError, ValueError: these are not the values of a change.
    """
    change = PageChange(**values)
    if change.news not in NEWS:
        raise ValueError("no such news")
    return PageChange(change.news, texts(change.removed), texts(change.added))


def texts(values: Any) -> tuple[str, ...]:
    """A list of texts.

    Raises:
        TypeError: it is none.
    """
    if isinstance(values, (list, tuple)) and all(isinstance(one, str) for one in values):
        return tuple(values)
    raise TypeError("no list of texts")


def _not_yet(is_back: bool) -> PageChange:
    return PageChange("flapping" if is_back else "waiting")


def _forget_pending(track: Track) -> Track:
    if track.pending is None:
        return track
    return track._replace(pending=None, since="", known=_remember(track.known, track.pending))


def _remember(known: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    digest = _digest(said)
    return (*(one for one in known if one != digest), digest)[-_MOST_KNOWN:]


def _digest(said: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(said).encode("utf-8", "replace")).hexdigest()[:16]
