"""From the values of a group of fields to a part of the model: what is left open, and what must not stand together."""

from collections.abc import Callable
from typing import Any

from optout.model import HOWS, Audience, Control
from optout.problem import Path
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


def _control(decoder: Decoder, path: Path, found: dict[str, Any]) -> Control | None:
    """It says how by exactly one field, and a switch may take its label and name from its path."""
    audience = _audience(decoder, path, found)
    if "set" in found and "switch" not in found and "path" in found:
        found["switch"] = found["path"][-1].label
    hows = [how for how in HOWS if ("absence" if how == "none" else how) in found]
    if len(hows) != 1:
        said = f"says `{'` and `'.join(hows)}` at once" if hows else "does not say how it is done"
        expected = f"exactly one of {', '.join(HOWS)}"
        decoder.report(decoder.places[path], "unclear-control", f"this control {said}", expected)
        return None
    if hows == ["switch"] and "set" not in found:
        expected = "`set: off`, `set: on` or the option to choose"
        decoder.report(decoder.places[path], "no-direction", "the refusing position is missing", expected)
    found["name"] = found.get("name") or found.get("switch")
    if not found["name"]:
        decoder.report(decoder.places[path], "missing-field", "`name` is missing", "a name for this way to refuse")
    made = Control(how=hows[0], audience=audience, **found)
    return made._replace(link=made.form, form="") if made.form.startswith("https://") else made


def control_as_written(control: Control) -> Control:
    """The control with the address of its form where an entry has it: under `form`."""
    is_form = control.how == "form" and not control.form
    return control._replace(form=control.link, link="") if is_form else control


def _audience(decoder: Decoder, path: Path, found: dict[str, Any]) -> Audience:
    """Take the four fields that say for whom something holds out of `found`."""
    taken = {name: found.pop(name, ()) for name in Audience._fields}
    for kind in ("regions", "plans"):
        if taken[kind] and taken[f"{kind}_except"]:
            place = decoder.places[(*path, f"{kind}-except")]
            expected = "one of them: exceptions alone mean everybody else"
            decoder.report(place, "mixed-audience", f"both `{kind}` and `{kind}-except` are given", expected)
    return Audience(**taken)
