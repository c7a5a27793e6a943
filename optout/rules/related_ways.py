"""Ways that belong together must be there, and be for the same people.

`together` is one name for the ways of an entry that are all needed: the guide shows them as one task. `same-as` names
the way that this one is as well, on another device or by another page: the guide shows one of them. Ways without
either are choices. What nobody can do at once, or what is worth less than the others, is not needed together with
them, and what is the same switch is needed with whatever its switch is.

Not so:

    controls:
      - {name: Text, switch: Train on text, set: off, together: data, evidence: [help]}
      - {name: Voice, switch: Train on voice, set: off, same-as: Texts, evidence: [help]}

But so:

    controls:
      - {name: Text, switch: Train on text, set: off, together: data, evidence: [help]}
      - {name: Voice, switch: Train on voice, set: off, together: data, evidence: [help]}
"""

from collections.abc import Iterator
from difflib import get_close_matches

from optout import regions
from optout.model import Audience, Control, Date, Platform
from optout.rules.finding import Finding

ID = "related-ways"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Ways that belong to none, or to such as nobody can take with them."""
    named = {control.name: control for control in reversed(platform.controls) if control.how != "none"}
    for place, control in enumerate(platform.controls):
        if control.same_as:
            yield from _same(place, control, named)
        elif control.together:
            yield from _together(place, control, platform)


def _same(place: int, control: Control, named: dict[str, Control]) -> Iterator[Finding]:
    path = ("controls", place, "same-as")
    expected = "the `name` of another way of this entry"
    other = named.get(control.same_as)
    if other is None or other is control:
        names = [name for name in named if name != control.name]
        near = "".join(get_close_matches(control.same_as, names, 1))
        yield Finding(path, f"no other way here is called `{control.same_as}`", expected, near)
    elif other.same_as:
        yield Finding(
            path,
            f"`{other.name}` is the same as `{other.same_as}` itself",
            expected,
            other.same_as if other.same_as in named else "",
        )
    elif _kind(control) != _kind(other):
        yield Finding(path, f"`{control.name}` and `{other.name}` are not worth the same", "ways of one kind")
    if control.together:
        message = f"`{control.name}` is needed together with what `{control.same_as}` is"
        yield Finding(("controls", place, "together"), message, f"it on `{control.same_as}` only")


def _together(place: int, control: Control, platform: Platform) -> Iterator[Finding]:
    path = ("controls", place, "together")
    others = [one for one in platform.controls if one.together == control.together and one is not control]
    if not others:
        names = list(dict.fromkeys(one.together for one in platform.controls if one.together and one is not control))
        near = "".join(get_close_matches(control.together, names, 1))
        yield Finding(path, f"nothing else here is needed for `{control.together}`", "another way with this name", near)
    for other in others:
        if _are_apart(control, other):
            message = f"nobody can do both this and `{other.name}`: they are for different people"
            yield Finding(path, message, "only ways that the same people can take")
        elif _kind(control) != _kind(other):
            yield Finding(path, f"this and `{other.name}` are not worth the same", "only ways of one kind")


def _kind(control: Control) -> tuple[object, ...]:
    """What decides how much a way is worth."""
    return control.how if control.how in ("plan", "delete") else "", control.right, bool(control.each), control.aim


def _are_apart(one: Control, other: Control) -> bool:
    """Whether nobody can take both ways."""
    return one.who != other.who or _exclude(one.audience, other.audience) or _exclude(other.audience, one.audience)


def _exclude(one: Audience, other: Audience) -> bool:
    named = one.regions and other.regions and all(regions.match(code, other.regions) == "no" for code in one.regions)
    without = one.regions and all(regions.match(code, other.regions_except) == "yes" for code in one.regions)
    plans = one.plans and (
        set(one.plans) <= set(other.plans_except) or (other.plans and not {*one.plans} & {*other.plans})
    )
    return bool(named or without or plans)
