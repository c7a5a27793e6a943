"""Platforms as the plain data that an entry is written with: the decoder, backwards."""

from typing import Any

from optout.model import Audience, Claim, Control, Date, Menu, Platform


def as_data(platform: Platform) -> dict[str, Any]:
    """The fields of an entry; what is empty is left out."""
    data = _fields(platform._replace(slug=""))
    data["sources"] = {source.id: _fields(source._replace(id="")) for source in platform.sources}
    if platform.see:
        data["see"] = dict(platform.see)
    if platform.trainer == "operator":
        del data["trainer"]
    return data


def _fields(part: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, value in part._asdict().items():
        if isinstance(value, Audience):
            data.update({key.replace("_", "-"): list(listed) for key, listed in value._asdict().items() if listed})
        elif name == "path" and value:
            data["path"] = " > ".join(_station(menu) for menu in value)
        elif value:
            data[name] = _value(value)
    if isinstance(part, Control):
        del data["how"]
        if part.absence:
            data["none"] = data.pop("absence")
        if part.how == "form":
            data["form"] = data.pop("link", None) or data["form"]
    return data


def _station(menu: Menu) -> str:
    return f"{menu.label} ({menu.hint})" if menu.hint else menu.label


def _value(value: Any) -> Any:
    if isinstance(value, Date):
        return value.iso
    if isinstance(value, Claim) and not value.doubt:
        return value.text
    if hasattr(value, "_asdict"):
        return _fields(value)
    return [_value(item) for item in value] if isinstance(value, tuple) else value
