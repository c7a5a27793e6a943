"""From the values of a group of fields to a part of the model: what is left open, and what must not stand together."""

from collections.abc import Callable
from typing import Any

from optout.model import HOWS, Audience, Control, How, Platform
from optout.problem import Path
from optout.schema import values
from optout.schema.record import Build, Decoder, Field


def plainly(model: Callable[..., Any]) -> Build:
    """The fields as they are."""
    return lambda decoder, path, found: model(**found)


def for_some(model: Callable[..., Any]) -> Build:
    """A part that holds for some readers only."""
    return lambda decoder, path, found: model(audience=_audience(decoder, path, found), **found)


def named(model: Callable[..., Any], attribute: str) -> Build:
    """A part that stands under a name of its own, which becomes its `attribute`."""
    return lambda decoder, path, found: model(**{attribute: path[-1]}, **found)


def written_for_some(model: Callable[..., Any], attribute: str) -> Build:
    """A part under a name of its own that is meant for some readers only."""
    return lambda decoder, path, found: model(
        **{attribute: path[-1]}, audience=_audience(decoder, path, found), **found
    )


def control(fields: dict[str, Field]) -> Build:
    """A control of these fields."""

    def build(decoder: Decoder, path: Path, found: dict[str, Any]) -> Control | None:
        if "taken_from" in found:
            return _taken(decoder, path, found)
        made = _control(decoder, path, found)
        if made is None:
            return None
        for name, field in fields.items():
            if (field.attribute or name) in found and field.beside and made.how not in field.beside:
                message = f"`{name}` says nothing beside `{made.how}`"
                expected = f"it beside {', '.join(field.beside)} only"
                decoder.report(decoder.places[(*path, name)], "misplaced-field", message, expected)
        for name in ("then", "choose"):
            if name in found and "steps" in found:
                message = f"`{name}` says nothing beside `steps`, which are all there is to do"
                decoder.report(decoder.places[(*path, name)], "misplaced-field", message, "it among the steps")
        return made

    return build


# What may stand beside `taken-from`, by the names of an entry.
BESIDE_TAKEN = ("name", "taken-from", "together", "same-as")
_BESIDE_TAKEN = tuple(name.replace("-", "_") for name in BESIDE_TAKEN)


def _taken(decoder: Decoder, path: Path, found: dict[str, Any]) -> Control | None:
    """The way as another entry has it, but for how it belongs to the ways of this one; its sources come along."""
    slug, name = found["taken_from"], found.get("name", "")
    for field in found:
        if field not in _BESIDE_TAKEN:
            written = field.replace("_", "-")
            message = f"`{written}` says nothing beside `taken-from`: the way is as `{slug}` has it"
            decoder.report(decoder.places[path], "misplaced-field", message, f"it in `{slug}`")
            return None
    lent = decoder.lent(slug)
    if not name:
        expected = f"the name that the way has in `{slug}`"
        decoder.report(decoder.places[path], "missing-field", "`name` is missing", expected)
    elif lent is None:
        message = f"there is no entry `{slug}` to take a way from"
        decoder.report(decoder.places[path], "dead-loan", message, "the slug of an entry in this catalog")
    elif name not in lent.controls:
        known = [one for one, control in lent.controls.items() if control]
        message = f"`{slug}` has no sound way called `{name}`"
        expected = f"one of {', '.join(known)}" if known else "the entry in which the way is written"
        decoder.report(decoder.places[path], "dead-loan", message, expected, values.nearest(name, known))
    elif control := lent.controls[name]:
        decoder.taken += ((path, source._replace(taken_from=slug)) for source in lent.sources[name])
        return control._replace(**{field: found.get(field, "") for field in _BESIDE_TAKEN})
    else:
        message = f"`{slug}` takes `{name}` from another entry itself"
        decoder.report(decoder.places[path], "dead-loan", message, "the entry in which the way is written")
    return None


def _control(decoder: Decoder, path: Path, found: dict[str, Any]) -> Control | None:
    """It says how by exactly one field, and a switch may take its label and name from its path."""
    audience = _audience(decoder, path, found)
    if "set" in found and "switch" not in found and "path" in found:
        found["switch"] = found["path"][-1].label
    hows = [how for how in HOWS if ("absence" if how == "none" else how) in found]
    if len(hows) != 1:
        _unclear(decoder, path, hows, found)
        return None
    if hows == ["switch"] and "set" not in found:
        expected = "`set: off`, `set: on` or the option to choose"
        decoder.report(decoder.places[path], "no-direction", "the refusing position is missing", expected)
    found["name"] = found.get("name") or found.get("switch")
    if not found["name"]:
        decoder.report(decoder.places[path], "missing-field", "`name` is missing", "a name for this way to refuse")
    made = Control(how=hows[0], audience=audience, **found)
    return made._replace(link=made.form, form="") if made.form.startswith("https://") else made


def _unclear(decoder: Decoder, path: Path, hows: list[How], found: dict[str, Any]) -> None:
    """It says no way, or several, by the names that stand in the entry: `set` alone makes a switch of a path."""
    place = decoder.places[path]
    if not hows:
        expected = f"exactly one of {', '.join(HOWS)}"
        decoder.report(place, "unclear-control", "this control does not say how it is done", expected)
        return
    written = ["set" if how == "switch" and (*path, how) not in decoder.places else how for how in hows]
    message = f"this control says `{'` and `'.join(written)}` at once"
    expected = "one of them here, and each other in a control of its own, with a dash before its first field"
    decoder.report(place, "unclear-control", message, expected)


def control_as_written(control: Control) -> Control:
    """The control as an entry has it: the address of its form under `form`, and of what it takes only where from."""
    if control.taken_from:
        taken = {field: getattr(control, field) for field in _BESIDE_TAKEN}
        return Control(how=control.how, evidence=(), **taken)
    is_form = control.how == "form" and not control.form
    return control._replace(form=control.link, link="") if is_form else control


def platform_as_written(platform: Platform) -> Platform:
    """The platform without the sources that came along with what it takes from other entries."""
    return platform._replace(sources=tuple(one for one in platform.sources if not one.taken_from))


def _audience(decoder: Decoder, path: Path, found: dict[str, Any]) -> Audience:
    """Take the four fields that say for whom something holds out of `found`."""
    taken = {name: found.pop(name, ()) for name in Audience._fields}
    for kind in ("regions", "plans"):
        if taken[kind] and taken[f"{kind}_except"]:
            place = decoder.places[(*path, f"{kind}-except")]
            expected = "one of them: exceptions alone mean everybody else"
            decoder.report(place, "mixed-audience", f"both `{kind}` and `{kind}-except` are given", expected)
    return Audience(**taken)
