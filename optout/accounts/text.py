"""The text of a list: JSON, as `list.schema.json` describes it and the site's `list.js` reads it.

What makes no sense where it stands, or has a name that nobody here knows, is kept as it is and written back.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

from optout import regions
from optout.accounts.values import (
    STATES,
    Account,
    Kind,
    Lists,
    Person,
    Profile,
    Remembered,
    SentLetter,
    State,
    is_day,
    is_moment,
    kept,
)
from optout.accounts.ways import is_way, way_of, written_way
from optout.catalog.names import slugify

VERSION = 1
_KINDS: dict[str, Kind] = {"platforms": "platform", "unknown": "unknown"}
_LONGEST, _LONGEST_SLUG = 200, 100  # characters of a name
_NEVER = "1970-01-01"


class NoList(ValueError):
    """A text that is no list; `is_ours` says that it is one that was damaged, `is_newer` that it is of a newer optout.

    Its text says what is wrong and where, without the name of the file.
    """

    def __init__(self, text: str, is_ours: bool = False, is_newer: bool = False) -> None:
        super().__init__(text)
        self.is_ours = is_ours
        self.is_newer = is_newer


def read(data: bytes) -> Lists:
    """The lists in the text of a file.

    Raises:
        NoList: it is none.
    """
    if not data.strip():
        return Lists()
    is_ours = data.lstrip()[:1] == b"{" and b'"optout": "list"' in data[:200]
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NoList(f"byte {error.start + 1} is no UTF-8", is_ours) from error
    except json.JSONDecodeError as error:
        raise NoList(f"line {error.lineno}, column {error.colno}: {error.msg}", is_ours) from error
    except RecursionError as error:
        raise NoList("it is nested too deeply", is_ours) from error
    if not isinstance(held, dict) or held.get("optout") != "list":
        raise NoList('it does not begin with "optout": "list"')
    if held.get("version") != VERSION:
        raise NoList("it was written by a newer optout", is_newer=isinstance(held.get("version"), int))
    named = _dict(held, "profiles")
    sound = {name: values for name, values in named.items() if name and isinstance(values, dict)}
    rest = {name: value for name, value in held.items() if name not in _HEAD and name not in _PROFILE}
    if odd := {name: values for name, values in named.items() if name not in sound}:
        rest["profiles"] = odd
    elif "profiles" in held and not isinstance(held["profiles"], dict):
        rest["profiles"] = held["profiles"]
    first = _profile({name: value for name, value in held.items() if name in _PROFILE})
    profiles = {"": first} if first != Profile() else {}
    return Lists({**profiles, **{name: _profile(values) for name, values in sound.items()}}, kept(rest))


def text(lists: Lists) -> bytes:
    """The text of these lists, in one order whatever theirs is."""
    profiles = {name: _written_profile(one) for name, one in sorted(lists.profiles.items())}
    first = profiles.pop("", {"platforms": {}})
    rest = dict(lists.rest)
    named = {**profiles, **(rest.pop("profiles", None) or {})}
    held = {"optout": "list", "version": VERSION, **first, **({"profiles": named} if named else {}), **rest}
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def written(one: Account | Person) -> dict[str, Any]:
    """An account, or who somebody is, as it stands in the file."""
    if isinstance(one, Person):
        said = _full(region=one.region, devices=[*one.devices], plans=[*one.plans], at=one.at)
        return {**one.rest, **said}
    return {
        **one.rest,
        "added": one.added,
        "at": one.at,
        **_full(
            done=one.done,
            version=one.version,
            state=one.state if one.state != "done" else "",
            plan=one.plan,
            was=_written_memory(one.was) if one.was else None,
            letters=[_written_letter(letter) for letter in one.letters],
        ),
    }


_HEAD = ("optout", "version", "profiles")
_PROFILE = ("reader", "platforms", "unknown", "removed")


def _dict(held: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = held.get(name)
    return found if isinstance(found, dict) else {}


def _full(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", (), [], {}, None)}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable()


def _is_slug(value: str) -> bool:
    return 0 < len(value) < _LONGEST_SLUG and slugify(value) == value


# Profiles


def _profile(values: Mapping[str, Any]) -> Profile:
    rest = {name: value for name, value in values.items() if name not in _PROFILE}
    accounts: dict[str, Account] = {}
    for part, kind in (*_KINDS.items(), ("removed", None)):
        odd: Any = {}
        for name, record in _dict(values, part).items():
            fits = _is_slug(name) if kind == "platform" else _is_text(name)
            if not fits or not isinstance(record, dict):
                odd[name] = record
                continue
            one = _account(name, record, kind or "platform", removed=kind is None)
            if name not in accounts or accounts[name].at < one.at:
                accounts[name] = one
        if part in values and not isinstance(values[part], dict):
            odd = values[part]
        if odd:
            rest[part] = odd
    person, rest["reader"] = _person(values.get("reader"))
    return Profile(person, accounts, kept({name: value for name, value in rest.items() if value is not None}))


def _written_profile(profile: Profile) -> dict[str, Any]:
    rest = dict(profile.rest)
    parts: dict[str, dict[str, Any]] = {"platforms": {}, "unknown": {}, "removed": {}}
    places = {kind: part for part, kind in _KINDS.items()}
    for name, one in sorted(profile.accounts.items()):
        parts["removed" if one.removed else places[one.kind]][name] = written(one)
    person = written(profile.person)
    found: dict[str, Any] = {"reader": person} if person else {}
    for part, records in parts.items():
        odd = rest.pop(part, {})
        if records or odd or part == "platforms":
            found[part] = {**odd, **records} if isinstance(odd, dict) else records or odd
    return {**rest, **found}


# Records


def _account(name: str, held: Mapping[str, Any], kind: Kind, removed: bool) -> Account:
    done = held.get("done") if is_day(held.get("done")) else ""
    state = held.get("state") if held.get("state") in STATES and not done else ""
    added = held["added"] if is_day(held.get("added")) else ""
    at = held["at"] if is_moment(held.get("at")) else done or added or _NEVER
    was = _memory(held["was"]) if isinstance(held.get("was"), dict) else None
    letters = _letters(held.get("letters"))
    sound = {
        "added": True,  # which are always there, so that nothing else can be
        "at": True,
        "done": done,
        "version": _is_text(held.get("version")),
        "state": state,
        "plan": _is_text(held.get("plan")),
        "was": was,
        "letters": letters,
    }
    rest = {field: value for field, value in held.items() if not sound.get(field)}
    return Account(
        name,
        added or at[:10],
        at,
        kind,
        cast(State, "done" if done else state),
        done or "",
        held["version"] if sound["version"] else "",
        held["plan"] if sound["plan"] else "",
        removed,
        was,
        kept(rest),
        letters,
    )


def _person(held: Any) -> tuple[Person, Any]:
    """Who somebody is, and what stands in its place if it is nothing of the kind."""
    if not isinstance(held, dict):
        return Person(), held
    region = held["region"] if isinstance(held.get("region"), str) and regions.is_known(held["region"]) else ""
    devices, plans = (_texts(held.get(name)) for name in ("devices", "plans"))
    at = held["at"] if is_moment(held.get("at")) else ""
    sound = {"region": region, "devices": devices, "plans": plans, "at": at}
    rest = {name: value for name, value in held.items() if not sound.get(name)}
    return Person(region, devices, plans, at, kept(rest)), None


def _texts(held: object) -> tuple[str, ...]:
    if not isinstance(held, list) or not all(map(_is_text, held)):
        return ()
    return tuple(cast(list[str], held))


def _memory(held: Mapping[str, Any]) -> Remembered:
    ways = held.get("ways")
    sound = isinstance(ways, list) and all(isinstance(one, dict) and is_way(one) for one in ways)
    texts = {name: held[name] for name in ("verdict", "region", "plan") if _is_text(held.get(name))}
    rest = {name: value for name, value in held.items() if name not in texts and not (name == "ways" and sound)}
    walked = tuple(map(way_of, cast(list[dict[str, Any]], ways))) if sound else ()
    return Remembered(**texts, ways=walked, rest=kept(rest))


def _written_memory(was: Remembered) -> dict[str, Any]:
    ways = [written_way(one) for one in was.ways]
    return {**was.rest, **_full(verdict=was.verdict, region=was.region, plan=was.plan, ways=ways)}


def _letters(held: object) -> tuple[SentLetter, ...]:
    """The letters of a list in which each is one; else none, and the list stays as it is."""
    if not isinstance(held, list) or not all(isinstance(one, dict) and _is_letter(one) for one in held):
        return ()
    return tuple(map(_letter, cast(list[dict[str, Any]], held)))


def _is_letter(held: Mapping[str, Any]) -> bool:
    return (
        all(_is_text(held.get(name)) for name in ("kind", "law"))
        and is_day(held.get("sent"))
        and ("answered" not in held or is_day(held["answered"]))
        and ("country" not in held or _is_text(held["country"]))
    )


def _letter(held: Mapping[str, Any]) -> SentLetter:
    texts = {name: held[name] for name in _LETTER if name in held}
    return SentLetter(**texts, rest=kept({name: value for name, value in held.items() if name not in texts}))


def _written_letter(one: SentLetter) -> dict[str, Any]:
    return {**one.rest, **_full(**{name: getattr(one, name) for name in _LETTER})}


_LETTER = ("kind", "law", "sent", "country", "answered")
