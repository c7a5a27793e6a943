"""From a control to a way: its steps, one action each, how one can tell that it worked, and how to undo it."""

from collections.abc import Callable
from urllib.parse import quote

from optout.guide import words
from optout.guide.guide import Block, Route, Step, Way
from optout.model import Control, Menu, Platform
from optout.prose import Sentence, Span

Prose = Callable[[str], Sentence]


def way(control: Control, platform: Platform, prose: Prose) -> Way:
    """The way to refuse by `control`; `prose` reads a text of the entry into a sentence with numbered citations."""
    steps = _given(control, prose) or _BY_HOW[control.how](control, platform)
    return Way(
        how=control.how,
        name=control.name,
        action=words.action(control),
        steps=steps,
        done=prose(control.done) if control.done else _done(control),
        cites=prose(" ".join(f"[{source}]" for source in control.evidence)),
        where=words.where(control.where),
        audience=words.audience(control.audience),
        needs=_needs(control, prose),
        cost=f"{len(steps)} step{'s' if len(steps) > 1 else ''}",
        link=_link(control),
        route=_route(control),
        note=prose(control.note),
        effect=prose(control.effect),
        limits=tuple(map(prose, control.limits)),
        undo=prose(control.undo) if control.undo else _undo(control),
        doubt=prose(control.doubt),
    )


def _text(text: str) -> Span:
    return Span("text", text)


def _label(text: str) -> Span:
    return Span("label", text)


def _needs(control: Control, prose: Prose) -> Sentence:
    who = words.who(control)
    if not who or who in control.needs.casefold():
        return prose(control.needs)
    return (_text(who), *((_text("; "), *prose(control.needs)) if control.needs else ()))


def _link(control: Control) -> str:
    if control.email:
        fields = {"subject": control.email.subject, "body": control.email.body}
        query = "&".join(f"{name}={quote(value)}" for name, value in fields.items() if value)
        return f"mailto:{control.email.to}" + (f"?{query}" if query else "")
    return control.link


def _route(control: Control) -> Route | None:
    menus = _menus(control)
    if not menus or control.steps and not control.switch:
        return None
    return Route(menus, control.switch or control.delete, control.set)


def _menus(control: Control) -> tuple[Menu, ...]:
    """The stations before the switch itself."""
    end = control.switch or control.delete
    if control.path and end and control.path[-1].label == end:
        return control.path[:-1]
    return control.path


# Steps


def _given(control: Control, prose: Prose) -> tuple[Step, ...]:
    """The entry's own steps; a file or a command goes with the last of them."""
    steps = [Step(prose(text)) for text in control.steps]
    if steps and (block := _block(control)):
        steps[-1] = steps[-1]._replace(block=block)
    return tuple(steps)


def _block(control: Control) -> Block | None:
    if control.file:
        return Block(control.file.name, control.file.text)
    return Block("command", control.command) if control.command else None


def _way_there(control: Control, platform: Platform) -> tuple[Step, ...]:
    """To the page of the setting: by its address where it works in a browser, else menu by menu."""
    in_app_only = bool(control.where) and not {"web", "desktop", "admin"} & set(control.where)
    if control.link and not (in_app_only and control.path):
        return (Step((_text("Open "), Span("link", _short(control.link), control.link), _text("."))),)
    menus = _menus(control)
    return (Step((_text(_start(control, platform)),)), *(Step(_station(menu)) for menu in menus)) if menus else ()


def _start(control: Control, platform: Platform) -> str:
    if control.where == ("web",):
        return f"Go to {platform.domains[0]} in a browser." if platform.domains else f"Open {platform.name} in a browser."
    if control.where and set(control.where) <= {"ios", "android"}:
        return f"Open the {platform.name} app on your phone."
    if control.where == ("admin",):
        return f"Open the admin console of {platform.name}."
    return f"Open {platform.name}."


def _station(menu: Menu) -> Sentence:
    if not menu.label:
        return (_text(f"Select {menu.hint}."),)
    hint = f" ({menu.hint})" if menu.hint else ""
    return (_text("Choose "), _label(menu.label), _text(f"{hint}."))


def _short(address: str) -> str:
    """An address as people say it, without its scheme."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _switch(control: Control, platform: Platform) -> tuple[Step, ...]:
    ready = control.default == control.set
    name = _label(control.switch)
    if control.set in ("on", "off"):
        act = (_text("Make sure that "), name, _text(f" is {control.set}.")) if ready else (
            _text("Switch "), name, _text(f" {control.set}."))  # fmt: skip
    else:
        act = (_text("Make sure that " if ready else "Set "), name, _text(" says " if ready else " to "),
               _label(control.set), _text("."))  # fmt: skip
    return (*_way_there(control, platform), Step(act), *_then(control))


def _then(control: Control) -> tuple[Step, ...]:
    return tuple(Step((_text("Choose "), _label(button), _text("."))) for button in control.then)


def _form(control: Control, platform: Platform) -> tuple[Step, ...]:
    start = Step((_text("Open the form: "), Span("link", _short(control.link), control.link), _text(".")))
    choices = tuple(Step((_text("Choose "), _label(choice), _text("."))) for choice in control.choose)
    return (start, *choices, Step((_text("Fill in the rest and send it."),)), *_then(control))


def _email(control: Control, platform: Platform) -> tuple[Step, ...]:
    email = control.email
    if email is None:
        return ()
    to = Span("link", email.to, _link(control))
    steps = [Step((_text("Write an e-mail to "), to, _text(".")))]
    if email.subject:
        steps.append(Step((_text("Give it the subject "), Span("code", email.subject), _text("."))))
    if email.body:
        steps.append(Step((_text("Put this into the message:"),), Block("message", email.body)))
    return (*steps, Step((_text("Send it."),)))


def _file(control: Control, platform: Platform) -> tuple[Step, ...]:
    block = _block(control)
    if control.path or control.link:
        enter = Step((_text("Enter this text:"),), block)
        return (*_way_there(control, platform), enter, *_then(control))
    name = control.file.name if control.file else ""
    where = " at the root of every site you run" if name == "robots.txt" else ""
    return (Step((_text("Add these lines to "), Span("code", name), _text(f"{where}:")), block), *_then(control))


def _command(control: Control, platform: Platform) -> tuple[Step, ...]:
    return (*_way_there(control, platform), Step((_text("Run this command:"),), _block(control)))


def _plan(control: Control, platform: Platform) -> tuple[Step, ...]:
    return (*_way_there(control, platform), Step((_text("Use "), _label(control.plan), _text("."))), *_then(control))


def _delete(control: Control, platform: Platform) -> tuple[Step, ...]:
    return (
        *_way_there(control, platform),
        Step((_text("Choose "), _label(control.delete), _text("."))),
        *_then(control),
    )


def _none(control: Control, platform: Platform) -> tuple[Step, ...]:
    return ()


_BY_HOW: dict[str, Callable[[Control, Platform], tuple[Step, ...]]] = {
    "switch": _switch,
    "form": _form,
    "email": _email,
    "file": _file,
    "command": _command,
    "plan": _plan,
    "delete": _delete,
    "none": _none,
}


# How to tell, and how to go back


def _done(control: Control) -> Sentence:
    """What can be seen afterwards without knowing more about the platform than the steps themselves."""
    if control.how == "switch":
        says = f" is still {control.set}." if control.set in ("on", "off") else f" still says “{control.set}”."
        return (_text("Leave the page and come back: "), _label(control.switch), _text(says))
    if control.how == "file" and control.file and control.file.name == "robots.txt":
        return (_text("Open "), Span("code", "/robots.txt"), _text(" on your site in a browser: the lines are there."))
    said = {
        "form": "Keep what you are shown or sent in reply: it is your proof.",
        "email": "Wait for a reply that confirms it, and keep it. Without one, assume that nothing has changed.",
        "file": "Open it again: the text is as you entered it.",
        "command": "It ends without an error.",
        "plan": "Your account page names the plan you are on.",
        "delete": "Leave the page and come back: what you deleted is gone.",
        "none": "",
    }[control.how]
    return (_text(said),)


def _undo(control: Control) -> Sentence:
    """The way back, where it follows from the way there; empty where it does not."""
    if control.how == "switch" and control.set in ("on", "off"):
        back = "on" if control.set == "off" else "off"
        return (_text("Switch "), _label(control.switch), _text(f" {back} again, in the same place."))
    if control.how == "switch":
        return (_text("Choose another option for "), _label(control.switch), _text(" in the same place."))
    if control.how == "file" and control.file:
        return (_text("Take the lines out of "), Span("code", control.file.name), _text(" again."))
    return ()
