"""Values of the model and of the site as text, and back: what is kept of them must not be able to run."""

import json
from collections.abc import Iterable
from typing import Any

from optout import model
from optout.guide.guide import Status
from optout.site.abridged import AbridgedPlatform
from optout.site.made import MadeFile, MadeGuide, MadeSite, ShownOf
from optout.site.mine import MyPlatform, Placed
from optout.site.model import Card, Extract, Shown
from optout.site.picture import Caption

_OF_MODEL = (one for one in vars(model).values() if isinstance(one, type) and issubclass(one, tuple))
_OF_SITE = (
    AbridgedPlatform,
    Caption,
    Card,
    Extract,
    MadeFile,
    MadeGuide,
    MadeSite,
    MyPlatform,
    Placed,
    Shown,
    ShownOf,
    Status,
)
_KNOWN: dict[str, Any] = {one.__name__: one for one in (*_OF_MODEL, *_OF_SITE)}
# In place of a class: what holds values without names.
_TUPLE, _SET = "", "{}"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed(value: object) -> str:
    """A value as text: the same for the same value, in every process.

    Raises:
        TypeError: it holds something that is none of these.
    """
    return _encode(_plain(value))


def unpacked(text: str) -> Any:
    """The value that was packed.

    Raises:
        ValueError: the text is no such value.
    """
    try:
        return _value(json.loads(text))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("not what was packed") from error


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        name = type(value).__name__
        return [name if name in _KNOWN else _TUPLE, *map(_plain, value)]
    if isinstance(value, frozenset):
        return [_SET, *sorted(map(_plain, value), key=repr)]
    return value


def _value(found: Any) -> Any:
    if type(found) is not list:
        return found
    name, *items = found
    values = [_value(one) if type(one) is list else one for one in items]
    return tuple(values) if name == _TUPLE else frozenset(values) if name == _SET else _made(name, values)


def _made(name: str, values: Iterable[object]) -> object:
    return _KNOWN[name]._make(values)
