"""A list of accounts as values, and how two lists become one.

Of everything that is kept about an account the newest decision counts, by the moment at which it was made; so whoever
merges two copies gets the same list, in whatever order and however often they do it.
"""

import json
import re
from collections.abc import Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeVar

from optout.model import Control

State = Literal["", "done", "later", "skipped", "not-there"]
Kind = Literal["platform", "unknown"]

STATES: tuple[State, ...] = ("", "done", "later", "skipped", "not-there")
NOTHING: Mapping[str, Any] = MappingProxyType({})

_STAMP = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", re.ASCII)


class Walked(NamedTuple):
    """A way as it was when somebody went it: of the control only what they could see and do, and where."""

    control: Control
    rest: Mapping[str, Any] = NOTHING


class Remembered(NamedTuple):
    """What the guide said when somebody decided, or put the account on the list: the verdict for them, and the ways
    that were needed.

    `verdict` is what `guide.words.Shown` names; empty where it is not known, as in a list of an older site.
    """

    verdict: str = ""
    region: str = ""
    plan: str = ""
    ways: tuple[Walked, ...] = ()
    rest: Mapping[str, Any] = NOTHING


class SentLetter(NamedTuple):
    """A letter that was sent about an account: of what kind, by which law, and the day on which it arrived.

    `country` is the one whose holidays count for the answer, `answered` the day of the answer, if there is one.
    """

    kind: str
    law: str
    sent: str
    country: str = ""
    answered: str = ""
    rest: Mapping[str, Any] = NOTHING


class Account(NamedTuple):
    """One account, and what was decided about it last.

    `name` is the slug of a platform; of an `unknown` one, which is in no catalog, an address or whatever it is called.
    `at` is the moment of the decision (`2026-11-30T09:12:44Z`, or only its day), `added` the day since which it is on
    the list. `state` is empty while nothing was decided; `done` is the day on which it was ticked off, and `version`
    that of the guide at the decision, or when it came to the list. A `removed` account is kept without
    all else, so that no older copy brings it back. `plan` is the
    one of this account, if it is another than the person's. `letters` are those that were sent, the oldest first.
    `rest` are fields that only a newer optout knows.
    """

    name: str
    added: str
    at: str
    kind: Kind = "platform"
    state: State = ""
    done: str = ""
    version: str = ""
    plan: str = ""
    removed: bool = False
    was: Remembered | None = None
    rest: Mapping[str, Any] = NOTHING
    letters: tuple[SentLetter, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something about it may still be to do."""
        return self.state not in ("done", "skipped")


class Person(NamedTuple):
    """Who it is: region, devices and plans, each only if said; `at` is when they said so, empty if never."""

    region: str = ""
    devices: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    at: str = ""
    rest: Mapping[str, Any] = NOTHING


class Profile(NamedTuple):
    """The accounts of one person, or of one of their lives, by name; removed ones included."""

    person: Person = Person()
    accounts: Mapping[str, Account] = NOTHING
    rest: Mapping[str, Any] = NOTHING

    @property
    def listed(self) -> tuple[Account, ...]:
        """The accounts that were not removed, in the order of their names."""
        return tuple(one for _, one in sorted(self.accounts.items()) if not one.removed)

    def get(self, name: str) -> Account | None:
        """The account of this name, if it is on the list."""
        found = self.accounts.get(name)
        return None if found is None or found.removed else found

    def put(self, *accounts: Account) -> "Profile":
        """The same profile with these accounts as they are now."""
        return self._replace(accounts={**self.accounts, **{one.name: one for one in accounts}})

    def take(self, *accounts: Account) -> "Profile":
        """The same profile with these decisions, each of which comes after whatever stands there."""
        before = self.accounts
        return self.put(*(one._replace(at=later(one.at, _at(before.get(one.name)))) for one in accounts))

    def add(self, name: str, now: str, kind: Kind = "platform", plan: str = "") -> "Profile":
        """The same profile with an account of this name; one that is there keeps what was decided about it."""
        there = self.get(name)
        if there and (not plan or plan == there.plan):
            return self
        made = there or Account(name, now[:10], now, kind)
        return self.take(made._replace(at=now, plan=plan or made.plan))

    def send(self, name: str, letter: SentLetter, now: str) -> "Profile":
        """The same profile with a letter that was sent about an account, which comes to the list if it is not there."""
        there = self.add(name, now).accounts[name]
        letters = tuple(sorted((*there.letters, letter), key=lambda one: one.sent))
        return self.put(there._replace(letters=letters, at=later(now, there.at)))

    def answer(self, name: str, day: str, now: str) -> "Profile":
        """The same profile with the answer to what was sent last about an account; without one nothing changes."""
        there = self.get(name)
        if there is None or not (open_ := waiting(there.letters)):
            return self
        letters = tuple(one._replace(answered=day) if one in open_ else one for one in there.letters)
        return self.put(there._replace(letters=letters, at=later(now, there.at)))

    def remove(self, name: str, now: str) -> "Profile":
        """The same profile without it; of a name that is not there nothing changes."""
        there = self.get(name)
        if there is None:
            return self
        return self.take(Account(name, there.added, now, removed=True))


class Lists(NamedTuple):
    """All that one file holds: a profile without a name, which is what the site shows, and those that have one."""

    profiles: Mapping[str, Profile] = NOTHING
    rest: Mapping[str, Any] = NOTHING

    def profile(self, name: str = "") -> Profile:
        """The profile of this name; an empty one if there is none."""
        return self.profiles.get(name, Profile())

    def put(self, name: str, profile: Profile) -> "Lists":
        """The same lists with this profile under its name."""
        return self._replace(profiles={**self.profiles, name: profile})


# Letters

_AFTER_LETTERS = ("reminder", "complaint")


def waiting(letters: tuple[SentLetter, ...]) -> tuple[SentLetter, ...]:
    """The last letter that asked for something and has no answer, with the reminders and complaints after it."""
    asked = [at for at, one in enumerate(letters) if one.kind not in _AFTER_LETTERS]
    last = letters[asked[-1] :] if asked else ()
    return () if any(one.answered for one in last) else last


# Moments


def is_moment(text: object) -> bool:
    """Whether it is a day of the calendar, or a second of one in UTC, as lists write them."""
    if not isinstance(text, str) or not _STAMP.fullmatch(text):
        return False
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_day(text: object) -> bool:
    """Whether it is a day of the calendar as lists write one."""
    return isinstance(text, str) and len(text) == 10 and is_moment(text)


def later(now: str, before: str) -> str:
    """The moment of a decision that comes after another one, whatever the clock of who made that one said."""
    if now > before:
        return now
    from datetime import UTC, datetime, timedelta

    moved = datetime.fromisoformat(before).replace(tzinfo=UTC) + timedelta(seconds=1)
    return moved.strftime("%Y-%m-%dT%H:%M:%SZ")


def _at(account: Account | None) -> str:
    return account.at if account else ""


# Merging

_Stamped = TypeVar("_Stamped", Account, Person)


def merge(one: Lists, other: Lists) -> Lists:
    """Both lists as one: each account, and who somebody is, as it was decided last."""
    names = {**one.profiles, **other.profiles}
    profiles = {name: merge_profiles(one.profile(name), other.profile(name)) for name in names}
    return Lists(profiles, _all(one.rest, other.rest))


def merge_profiles(one: Profile, other: Profile) -> Profile:
    """Both profiles as one."""
    names = {**one.accounts, **other.accounts}
    accounts = {
        name: reduce(_newest_account, [side.accounts[name] for side in (one, other) if name in side.accounts])
        for name in names
    }
    return Profile(_newest(one.person, other.person), accounts, _all(one.rest, other.rest))


def _newest_account(one: Account, other: Account) -> Account:
    return _newest(one, other)._replace(added=min(one.added, other.added))


def _newest(one: _Stamped, other: _Stamped) -> _Stamped:
    return max(one, other, key=_rank)


def _rank(one: Account | Person) -> tuple[str, bytes]:
    """By the moment; of two decisions of one moment always the same one is taken, on the site as here."""
    from optout.accounts.text import written

    values = {name: value for name, value in written(one).items() if name != "added"}
    if isinstance(one, Account):
        values["part"] = "removed" if one.removed else "unknown" if one.kind == "unknown" else "platforms"
    return one.at, _ordered(values)


def _all(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of both; of one that both have, the same is taken whichever comes first."""
    both = {**one, **other}
    return {
        name: max((side[name] for side in (one, other) if name in side), key=_ordered) for name in sorted(both)
    } or NOTHING


def _ordered(value: object) -> bytes:
    """A value as bytes by which JavaScript would order it as well."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-16-be", "surrogatepass")


def kept(rest: Mapping[str, Any]) -> Mapping[str, Any]:
    """What nobody here knows, to be written back as it is."""
    return rest or NOTHING
