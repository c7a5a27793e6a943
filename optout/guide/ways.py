"""From a control to a way: its steps, one action each, how one can tell that it worked, and how to undo it."""

from collections.abc import Callable, Iterable

from optout.guide import words
from optout.guide.guide import Block, Route, Step, Way
from optout.guide.reader import Reach
from optout.model import Control, How, Menu, Platform
from optout.prose import Sentence, Span

Prose = Callable[[str], Sentence]


def way(control: Control, platform: Platform, prose: Prose, reach: Reach = "here", device: str = "") -> Way:
    """The way to refuse by `control`; `prose` reads a text of the entry into a sentence with numbered citations.

    `reach` and `device` say how the reader gets there.
    """
    steps = tuple(_given(control, prose) or _BY_HOW[control.how](control, platform))
    return Way(
        how=control.how,
        name=control.name,
        action=words.action(control),
        steps=steps,
        done=prose(control.done) if control.done else _done(control),
        cites=prose(" ".join(f"[{source}]" for source in control.evidence)),
        where=words.in_browser(device) if reach == "browser" else words.where(control.where),
        audience=words.audience(control.audience),
        needs=_needs(control, prose),
        each=control.each,
        starts=words.starts(control),
        cost=words.count(len(steps), "step"),
        link=_link(control),
        route=_route(control),
        note=prose(control.note),
        effect=prose(control.effect),
        limits=tuple(map(prose, control.limits)),
        undo=prose(control.undo) if control.undo else _undo(control),
        doubt=prose(control.doubt),
        holds_for=control.audience,
        surfaces=control.where,
    )


def _say(*parts: str | Span) -> Sentence:
    """A sentence of plain words and spans."""
    return tuple(Span("text", part) if isinstance(part, str) else part for part in parts if part)


def _label(text: str) -> Span:
    return Span("label", text)


def _code(text: str) -> Span:
    return Span("code", text)


def _needs(control: Control, prose: Prose) -> Sentence:
    """What the entry says is needed, else who can do it."""
    return prose(control.needs) if control.needs else _say(words.who(control))


def _link(control: Control) -> str:
    if control.email:
        from urllib.parse import quote

        fields = {"subject": control.email.subject, "body": control.email.body}
        query = "&".join(f"{name}={quote(value)}" for name, value in fields.items() if value)
        return f"mailto:{control.email.to}" + (f"?{query}" if query else "")
    return control.link


def _route(control: Control) -> Route | None:
    stations = menus(control)
    if not stations or (control.steps and not control.switch):
        return None
    walked = not control.steps and not _by_address(control)
    return Route(stations, control.switch or control.delete or control.form, control.set, walked)


def menus(control: Control) -> tuple[Menu, ...]:
    """The stations before the switch itself."""
    end = control.switch or control.delete or control.form
    if control.path and end and control.path[-1].label == end:
        return control.path[:-1]
    return control.path


# Steps


def _given(control: Control, prose: Prose) -> list[Step]:
    """The entry's own steps; a file or a command goes with the first that names it, else with the last."""
    steps = [Step(prose(text)) for text in control.steps]
    if steps and (block := _block(control)):
        naming = (number for number, step in enumerate(steps) if Span("code", block.name) in step.text)
        number = next(naming, len(steps) - 1)
        steps[number] = steps[number]._replace(block=block)
    return steps


def _block(control: Control) -> Block | None:
    if control.file:
        return Block(control.file.name, control.file.text)
    return Block("command", control.command) if control.command else None


def _way_there(control: Control, platform: Platform) -> list[Step]:
    """To the page of the setting: by its address where it works in a browser, else menu by menu."""
    if _by_address(control):
        return [Step(_say("Open ", Span("link", _short(control.link), control.link)))]
    stations = menus(control)
    return [Step(_say(_start(control, platform))), *(Step(_station(menu)) for menu in stations)] if stations else []


def _by_address(control: Control) -> bool:
    """Whether the setting's own address leads there; on a phone alone the way through the app is surer."""
    in_app_only = bool(control.where) and not {"web", "desktop", "admin"} & set(control.where)
    return bool(control.link) and not (in_app_only and control.path)


def _start(control: Control, platform: Platform) -> str:
    if control.where == ("web",):
        site = f"Go to {platform.domains[0]}" if platform.domains else f"Open {platform.name}"
        return f"{site} in a browser."
    if control.where and set(control.where) <= {"ios", "android"}:
        return f"Open the {platform.name} app on your phone."
    if control.where == ("admin",):
        return f"Open the admin console of {platform.name}."
    return f"Open {platform.name}."


def _station(menu: Menu) -> Sentence:
    if not menu.label:
        return _say(f"Go to {menu.hint}.")
    return _say("Choose ", _label(menu.label), f" ({menu.hint})." if menu.hint else ".")


def _short(address: str) -> str:
    """An address as people say it, without its scheme."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _choose(labels: Iterable[str]) -> list[Step]:
    return [Step(_say("Choose ", _label(label), ".")) for label in labels]


def _switch(control: Control, platform: Platform) -> list[Step]:
    name = _label(control.switch)
    last = control.path[-1] if control.path else Menu("")
    hint = f" ({last.hint})" if last.label == control.switch and last.hint else ""
    if control.default == control.set:
        position = control.set if control.set in ("on", "off") else f"at “{control.set}”"
        act = _say("Make sure that ", name, f" is {position}{hint}.")
    elif control.set in ("on", "off"):
        act = _say("Switch ", name, f" {control.set}{hint}.")
    else:
        act = _say("Set ", name, " to ", _label(control.set), f"{hint}.")
    return [*_way_there(control, platform), Step(act), *_choose(control.then)]


def _form(control: Control, platform: Platform) -> list[Step]:
    if control.link:
        start = [Step(_say("Open the form at ", Span("link", _short(control.link), control.link)))]
    else:
        start = [*_way_there(control, platform), *_choose([control.form])]
    fill = "Fill in the rest" if control.choose else "Fill it in"
    send = Step(_say(f"{fill}." if control.then else f"{fill} and send it."))
    return [*start, *_choose(control.choose), send, *_choose(control.then)]


def _email(control: Control, platform: Platform) -> list[Step]:
    email = control.email
    if email is None:
        return []
    steps = [Step(_say("Write an e-mail to ", Span("link", email.to, _link(control))))]
    if email.subject:
        steps.append(Step(_say("Give it the subject ", _code(email.subject), ".")))
    if email.body:
        steps.append(Step(_say("Put this into the message:"), Block("message", email.body)))
    return [*steps, Step(_say("Send it."))]


def _file(control: Control, platform: Platform) -> list[Step]:
    block = _block(control)
    if control.path or control.link:
        return [*_way_there(control, platform), Step(_say("Enter this text:"), block), *_choose(control.then)]
    name = control.file.name if control.file else ""
    where = " at the root of every site you run" if name == "robots.txt" else ""
    return [Step(_say("Add these lines to ", _code(name), f"{where}:"), block), *_choose(control.then)]


def _command(control: Control, platform: Platform) -> list[Step]:
    return [*_way_there(control, platform), Step(_say("Run this command:"), _block(control))]


def _plan(control: Control, platform: Platform) -> list[Step]:
    return [*_way_there(control, platform), Step(_say("Use ", _label(control.plan), ".")), *_choose(control.then)]


def _delete(control: Control, platform: Platform) -> list[Step]:
    return [*_way_there(control, platform), *_choose([control.delete]), *_choose(control.then)]


def _none(control: Control, platform: Platform) -> list[Step]:
    return []


_BY_HOW: dict[How, Callable[[Control, Platform], list[Step]]] = {
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
    if control.each:
        return _say(f"It holds for this {control.each} only; choose it again for the next one.")
    if control.how == "switch":
        says = (
            f"the switch is still {control.set}" if control.set in ("on", "off") else f"it still says “{control.set}”"
        )
        return _say(f"Leave the page and come back; {says}.")
    if control.how == "file" and control.file and control.file.name == "robots.txt":
        return _say("Open ", _code("/robots.txt"), " on your site in a browser; the lines are there.")
    return _say(_DONE.get(control.how, ""))


_DONE: dict[How, str] = {
    "form": "Keep what you are shown or sent in reply; it is your proof.",
    "email": "Wait for a reply that confirms it, and keep it. Without one, assume that nothing has changed.",
    "file": "Open it again; the text is as you entered it.",
    "command": "It ends without an error.",
    "plan": "Your account page names the plan you are on.",
    "delete": "Look for what you deleted; it is gone.",
}


def _undo(control: Control) -> Sentence:
    """The way back, where it follows from the way there; empty where it does not."""
    if control.each or (control.how == "switch" and control.default == control.set):
        return ()
    if control.how == "switch" and control.set in ("on", "off"):
        back = "on" if control.set == "off" else "off"
        return _say("Switch ", _label(control.switch), f" {back} again, in the same place.")
    if control.how == "switch":
        return _say("Choose another option for ", _label(control.switch), " in the same place.")
    if control.how == "file" and control.file:
        return _say("Take the lines out of ", _code(control.file.name), " again.")
    return ()
