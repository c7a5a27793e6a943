"""From a control to a way: its steps, one action each, how one can tell that it worked, and how to undo it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from optout.address.systems import system
from optout.guide import words
from optout.guide.guide import Block, OnScreen, Remark, Route, Step, Way
from optout.guide.reader import EVERYBODY, Reach, Reader, unsettled
from optout.messages import Language, Message, Value, message
from optout.model import Control, How, Menu, Platform, ScreenLabels
from optout.prose import Sentence, Span
from optout.regions import own_name
from optout.schema.fields import CONTROL
from optout.schema.record import Items

Prose = Callable[[str], Sentence]


class _Act(NamedTuple):
    """One step that follows from the entry, and the text to copy for it."""

    said: Message
    block: Block | None = None


def way(
    control: Control,
    platform: Platform,
    prose: Prose,
    language: Language,
    reach: Reach = "here",
    reader: Reader = EVERYBODY,
    beside: Value = (),
    screen: str = "",
) -> Way:
    """The way to refuse by `control`; `prose` reads a text of the entry into a sentence with numbered citations.

    `reach` and `reader` say how who gets there, `beside` to which other way it belongs, `screen` is the tag of
    the language that their screen is in.
    """
    labels = tuple(_on_screen(one, prose) for one in control.labels)
    own = own_labels(labels, screen)
    acts = _BY_HOW[control.how](control, platform)
    steps = tuple(_given(control, prose) or (Step(language.say(act.said), act.block) for act in acts))
    where = words.in_browser(reader.device) if reach == "browser" else words.where(control.where)
    needs: Value = prose(control.needs) if control.needs else words.who(control)
    return Way(
        how=control.how,
        name=control.name,
        action=language.text(words.action(control)),
        steps=steps,
        done=prose(control.done) if control.done else language.say(_done(control)),
        cites=prose(" ".join(f"[{source}]" for source in control.evidence)),
        where=language.text(where),
        audience=language.text(words.audience(unsettled(control.audience, reader))),
        needs=language.say(needs),
        each=control.each,
        starts=language.text(words.starts(control)),
        cost=language.text(message("steps", count=len(steps))),
        takes=words.begun(words.together(words.takes(control, len(steps), where, needs, beside, reader), language)),
        right=language.text(words.right(control, reader) or ()),
        link=_link(control),
        opens=language.text(words.opens(control)),
        route=_route(control, language),
        remarks=tuple(_remarks(control, prose)),
        undo=prose(control.undo) if control.undo else language.say(_undo(control)),
        doubt=prose(control.doubt),
        not_seen=words.upper_first(language.text(words.not_seen(control.unseen, platform.name) or ())),
        unseen=control.unseen,
        holds_for=control.audience,
        surfaces=control.where,
        together=control.together,
        same_as=control.same_as,
        taken_from=control.taken_from,
        own_labels=own,
        labels=tuple(one for one in labels if one is not own),
    )


def own_labels(labels: Iterable[OnScreen], screen: str) -> OnScreen | None:
    """Those in the language `screen`, else in the same language of another country."""
    near = [one for one in labels if screen and one.language.split("-")[0] == screen.split("-")[0]]
    return min(near, key=lambda one: (one.language != screen, "-" in one.language), default=None)


def _on_screen(one: ScreenLabels, prose: Prose) -> OnScreen:
    spans = [Span("text", f"{own_name(one.language)}: ", "", one.language)]
    ends = [Menu(label) for label in (one.label, one.set) if label]
    for number, menu in enumerate((*one.path, *ends)):
        arrow = ": " if one.set and number == len(one.path) + len(ends) - 1 else " → "
        spans += [Span("text", arrow, "", one.language)] if number else []
        spans += [Span("label", menu.label, "", one.language)] if menu.label else []
        hint = f"({menu.hint})" if menu.hint else ""
        spans += [Span("text", f" {hint}" if menu.label else hint, "", one.language)] if hint else []
    cites = prose(" ".join(f"[{source}]" for source in one.evidence))
    return OnScreen(one.language, tuple(spans), one.path, one.label, one.set, prose(one.doubt), cites)


def count(control: Control, platform: Platform) -> int:
    """How many steps the way has, without saying them."""
    return len(control.steps) or len(_BY_HOW[control.how](control, platform))


# Sentences of an entry that have no place of their own in a way, in the order of the entry.
REMARKS = {
    name: field
    for name, field in CONTROL.fields.items()
    if field.kind in ("claim", "prose") and name not in Way._fields
}


def _remarks(control: Control, prose: Prose) -> Iterator[Remark]:
    for name, field in REMARKS.items():
        if value := getattr(control, field.attribute or name):
            texts = value if isinstance(field.holds, Items) else (value,)
            yield Remark(name, tuple(map(prose, texts)), field.shown == "short")


def _label(text: str) -> Span:
    return Span("label", text)


def _code(text: str) -> Span:
    return Span("code", text)


def _hint(menu: Menu) -> Value:
    """Where to find a station, in brackets after its label; empty where nothing is said."""
    return message("hint", hint=words.quoted(menu.hint)) if menu.hint else ()


def _link(control: Control) -> str:
    if control.email:
        from urllib.parse import quote

        fields = {"subject": control.email.subject, "body": control.email.body}
        texts = {name: value.replace("\n", "\r\n") for name, value in fields.items() if value}  # RFC 6068, section 5
        query = "&".join(f"{name}={quote(text)}" for name, text in texts.items())
        return f"mailto:{control.email.to}" + (f"?{query}" if query else "")
    return control.link


def _route(control: Control, language: Language) -> Route | None:
    stations = control.menus
    if not stations or (control.steps and not control.switch):
        return None
    walked = not control.steps and not _by_address(control)
    is_switch = control.set in ("on", "off")
    position = language.text(message("position", position=control.set)) if is_switch else control.set
    return Route(stations, control.switch or control.delete or control.form, control.set, position, walked)


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


def _way_there(control: Control, platform: Platform) -> list[_Act]:
    """To the page of the setting: by its address where it works in a browser, else menu by menu."""
    if _by_address(control):
        made_for = system(control.link)
        key = message("step-open-on", system=made_for.name, link=_address(control.link)) if made_for else None
        return [_Act(key or message("step-open", link=_address(control.link)))]
    stations = control.menus
    return [_Act(_start(control, platform)), *(_Act(_station(menu)) for menu in stations)] if stations else []


def _by_address(control: Control) -> bool:
    """Whether the setting's own address leads there; on a phone alone the way through the app is surer."""
    in_app_only = bool(control.where) and not {"web", "desktop", "admin"} & set(control.where)
    return bool(control.link) and not (in_app_only and control.path)


def _start(control: Control, platform: Platform) -> Message:
    if control.where == ("web",):
        if platform.domains:
            return message("step-go", domain=_address(f"https://{platform.domains[0]}"))
        return message("step-open-browser", name=platform.name)
    if control.where and set(control.where) <= {"ios", "android"}:
        return message("step-open-app", name=platform.name)
    if control.where == ("admin",):
        return message("step-open-console", name=platform.name)
    return message("step-open-name", name=platform.name)


def _station(menu: Menu) -> Message:
    if not menu.label:
        return message("step-go-to", hint=words.quoted(menu.hint))
    return message("step-choose", label=_label(menu.label), hint=_hint(menu))


def _address(address: str) -> Span:
    """An address as people say it, without its scheme."""
    return Span("link", address.removeprefix("https://").removeprefix("www.").rstrip("/"), address)


def _choose(labels: Iterable[str]) -> list[_Act]:
    return [_Act(_station(Menu(label))) for label in labels]


def _switch(control: Control, platform: Platform) -> list[_Act]:
    name = _label(control.switch)
    last = control.path[-1] if control.path else Menu("")
    hint = _hint(last) if last.label == control.switch else ()
    is_right = control.default == control.set
    if control.set in ("on", "off"):
        act = message("step-sure-switch" if is_right else "step-switch", name=name, position=control.set, hint=hint)
    elif is_right:
        act = message("step-sure-option", name=name, option=words.quoted(control.set), hint=hint)
    else:
        act = message("step-set", name=name, option=_label(control.set), hint=hint)
    return [*_way_there(control, platform), _Act(act), *_choose(control.then)]


def _form(control: Control, platform: Platform) -> list[_Act]:
    if control.link:
        start = [_Act(message("step-form", link=_address(control.link)))]
    else:
        start = [*_way_there(control, platform), *_choose([control.form])]
    fill = _Act(message("step-fill", rest="yes" if control.choose else "no"))
    send = _choose(control.then) or [_Act(message("step-send-form"))]
    return [*start, *_choose(control.choose), fill, *send]


def _email(control: Control, platform: Platform) -> list[_Act]:
    email = control.email
    if email is None:
        return []
    acts = [_Act(message("step-mail", address=Span("link", email.to, _link(control))))]
    if email.subject:
        acts.append(_Act(message("step-subject", subject=_code(email.subject))))
    if email.body:
        acts.append(_Act(message("step-message"), Block("message", email.body)))
    return [*acts, _Act(message("step-send"))]


def _file(control: Control, platform: Platform) -> list[_Act]:
    block = _block(control)
    if control.path or control.link:
        return [*_way_there(control, platform), _Act(message("step-enter"), block), *_choose(control.then)]
    name = control.file.name if control.file else ""
    lines = message("step-lines-site" if name == "robots.txt" else "step-lines", file=_code(name))
    return [_Act(lines, block), *_choose(control.then)]


def _command(control: Control, platform: Platform) -> list[_Act]:
    return [*_way_there(control, platform), _Act(message("step-run"), _block(control))]


def _plan(control: Control, platform: Platform) -> list[_Act]:
    use = message("step-plan", plan=_label(control.plan))
    return [*_way_there(control, platform), _Act(use), *_choose(control.then)]


def _delete(control: Control, platform: Platform) -> list[_Act]:
    return [*_way_there(control, platform), *_choose([control.delete]), *_choose(control.then)]


def _none(control: Control, platform: Platform) -> list[_Act]:
    return []


_BY_HOW: dict[How, Callable[[Control, Platform], list[_Act]]] = {
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


def _done(control: Control) -> Value:
    """What can be seen afterwards without knowing more about the platform than the steps themselves."""
    if control.each:
        return message("done-each", each=words.quoted(control.each))
    if control.how == "switch":
        if control.set in ("on", "off"):
            return message("done-switch", position=control.set)
        return message("done-option", option=words.quoted(control.set))
    if control.how == "file" and control.file and control.file.name == "robots.txt":
        return message("done-robots", path=_code("/robots.txt"))
    return message(f"done-{control.how}") if control.how != "none" else ()


def _undo(control: Control) -> Value:
    """The way back, where it follows from the way there; empty where it does not."""
    if control.each or (control.how == "switch" and control.default == control.set):
        return ()
    if control.how == "switch" and control.set in ("on", "off"):
        return message("undo-switch", name=_label(control.switch), position="on" if control.set == "off" else "off")
    if control.how == "switch":
        return message("undo-option", name=_label(control.switch))
    if control.how == "file" and control.file:
        return message("undo-file", file=_code(control.file.name))
    return ()
