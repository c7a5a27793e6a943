"""JSON: what is no address, title or sign of a format is let go as soon as the object that has it is read."""

import json
from collections.abc import Iterator
from typing import Any

from optout.errors import OptoutError
from optout.exports.login import Item, Passed
from optout.exports.names import AGAIN
from optout.exports.source import Stream
from optout.exports.table import made

# Fields that are kept whatever they hold; of all others only objects, and lists of objects.
_KEPT = frozenset(
    ("encrypted", "type", "typeCode", "root", "name", "title", "url", "uri", "urls", "packageName", "state", "trashed")
)  # fmt: skip
_GONE = 2  # the state of what is in the bin, in Proton Pass


def parse(source: Stream) -> Any:
    """What is left of a file of JSON.

    Raises:
        OptoutError: it is no JSON; or too large.
    """
    with source.text() as text:
        whole = text.read().lstrip("\ufeff")
    try:
        return json.loads(whole, object_pairs_hook=_sifted)
    except json.JSONDecodeError as error:
        place, why = f"{source.name}:{error.lineno}:{error.colno}", "this is no JSON any more"
    except RecursionError:
        place, why = source.name, "objects lie in one another deeper than in any export"
    raise OptoutError(f"{place}: {why}; the file is damaged or cut off, export it anew") from None


def known(found: Any) -> str:
    """Whose export it is: a name of `FORMATS`, `history`, or nothing."""
    if isinstance(found, list):
        return ""
    if not isinstance(found, dict):
        return ""
    if found.get("type") == "text/x-moz-place-container" or "roots" in found:
        return "firefox-bookmarks" if "roots" not in found else "bookmarks"
    if "vaults" in found:
        return "proton-pass"
    if "accounts" in found:
        return "1password"
    if "Browser History" in found:
        return "history"
    if "encrypted" in found:
        return "bitwarden"
    items = found.get("items")
    if isinstance(items, list) and items:
        return "bitwarden" if any("login" in one for one in items if isinstance(one, dict)) else "enpass"
    return ""


def logins(name: str, found: Any, source: Stream) -> Iterator[Item]:
    """The entries of an export that is `name`'s.

    Raises:
        OptoutError: it is encrypted.
    """
    if isinstance(found, dict) and found.get("encrypted") is True and name in AGAIN:
        raise OptoutError(f"{source.name} is encrypted, and optout asks for no password; {AGAIN[name]}")
    return _READERS[name](found, source.file)


def _sifted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    kept = {key: value for key, value in pairs if key in _KEPT or _is_nested(value)}
    if kept.get("type") == "url":  # a field of Enpass: what it is decides what its value is
        kept |= {key: value for key, value in pairs if key == "value"}
    return kept


def _is_nested(value: Any) -> bool:
    if isinstance(value, list):
        return any(isinstance(one, (dict, list)) for one in value) and not any(isinstance(one, str) for one in value)
    return isinstance(value, dict)


def _bitwarden(found: Any, file: str) -> Iterator[Item]:
    for number, one in enumerate(_objects(found, "items"), 1):
        uris = _objects(one.get("login"), "uris")
        if "login" not in one:
            yield Passed(number, "note", file)
        else:
            yield made(number, _texts(uri.get("uri") for uri in uris), _text(one.get("name")), file)


def _1password(found: Any, file: str) -> Iterator[Item]:
    vaults = (vault for account in _objects(found, "accounts") for vault in _objects(account, "vaults"))
    items = (item for vault in vaults for item in _objects(vault, "items"))
    for number, item in enumerate(items, 1):
        one = item["item"] if isinstance(item.get("item"), dict) else item
        seen = one["overview"] if isinstance(one.get("overview"), dict) else {}
        addresses = _texts((seen.get("url"), *(url.get("url") for url in _objects(seen, "urls"))))
        if one.get("state") == "trashed" or one.get("trashed") is True:
            yield Passed(number, "bin", file)
        else:
            yield made(number, addresses, _text(seen.get("title")), file)


def _proton(found: Any, file: str) -> Iterator[Item]:
    vaults = found.get("vaults")
    every = vaults.values() if isinstance(vaults, dict) else ()
    items = (item for vault in every for item in _objects(vault, "items"))
    for number, item in enumerate(items, 1):
        data = item["data"] if isinstance(item.get("data"), dict) else {}
        if data.get("type") != "login":
            yield Passed(number, "note", file)
        elif item.get("state") == _GONE:
            yield Passed(number, "bin", file)
        else:
            content, named, device = (_object(data, name) for name in ("content", "metadata", "platformSpecific"))
            urls = content.get("urls")
            apps = (app.get("packageName") for app in _objects(_object(device, "android"), "allowedApps"))
            addresses = (*_texts(urls if isinstance(urls, list) else ()), *(f"androidapp://{a}" for a in _texts(apps)))
            more = (one.get("url") for one in _objects(content, "autofillUrls"))
            yield made(number, (*addresses, *_texts(more)), _text(named.get("name")), file)


def _enpass(found: Any, file: str) -> Iterator[Item]:
    for number, one in enumerate(_objects(found, "items"), 1):
        fields = [field for field in _objects(one, "fields") if field.get("type") == "url"]
        if one.get("trashed") == 1:
            yield Passed(number, "bin", file)
        else:
            yield made(number, _texts(field.get("value") for field in fields), _text(one.get("title")), file)


def _bookmarks(found: Any, file: str) -> Iterator[Item]:
    """Folders in folders: of Firefox, and of the file `Bookmarks` that Chrome keeps."""
    left = [found["roots"] if isinstance(found.get("roots"), dict) else found]
    number = 0
    while left:
        one = left.pop()
        address = _text(one.get("uri")) or _text(one.get("url"))
        if address.startswith(("http://", "https://")):
            number += 1
            yield made(number, (address,), "", file)
        inside = [*_objects(one, "children"), *(value for value in one.values() if isinstance(value, dict))]
        left.extend(reversed(inside))


def _history(found: Any, file: str) -> Iterator[Item]:
    for number, one in enumerate(_objects(found, "Browser History"), 1):
        yield made(number, _texts((one.get("url"),)), "", file)


_READERS = {
    "bitwarden": _bitwarden,
    "1password": _1password,
    "proton-pass": _proton,
    "enpass": _enpass,
    "bookmarks": _bookmarks,
    "firefox-bookmarks": _bookmarks,
    "history": _history,
}


def _objects(found: Any, name: str) -> list[dict[str, Any]]:
    value = found.get(name) if isinstance(found, dict) else None
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _object(found: dict[str, Any], name: str) -> dict[str, Any]:
    value = found.get(name)
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for value in values if (text := _text(value))))
