"""A plan as it is said: one outline for every format, and the terminal's and Markdown's lines of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args

from optout.accounts import Account, Person
from optout.accounts.values import waiting
from optout.guide import words
from optout.guide.guide import Status
from optout.messages import Language, Listed, Message, Region, Value, language, message
from optout.model import Date
from optout.plan import Plan, Standing, Task
from optout.plan.plan import COSTS
from optout.prose import Sentence, Span
from optout.render import terminal
from optout.render.commonmark import inline
from optout.render.commonmark import words as escaped
from optout.render.screen import Screen

OutlineId = Literal[
    "quick", "dear", "letter", "admin", "later", "sent", "no-way", "unsure", "nothing", "unknown", "skipped", "done"
]
OUTLINE: tuple[OutlineId, ...] = get_args(OutlineId)
_LEADS: tuple[OutlineId, ...] = ("letter", "sent", "no-way", "unsure", "nothing", "unknown")
_TASKS: tuple[OutlineId, ...] = (*COSTS, "later")


class OutlineRow(NamedTuple):
    """A line of a plan: what it covers by names and slugs, the status, what is said of it, where it is done.

    `ticked` says whether it is done; None where there is nothing to tick.
    """

    names: tuple[str, ...]
    slugs: tuple[str, ...]
    status: Status | None
    said: str
    link: str = ""
    ticked: bool | None = None


class OutlinePart(NamedTuple):
    """Lines that belong together, under a heading."""

    id: OutlineId
    title: str
    lead: str
    rows: tuple[OutlineRow, ...]

    @property
    def is_to_do(self) -> bool:
        """Whether what stands here is to be done."""
        return self.id in _TASKS


class Outline(NamedTuple):
    """The plan in words: what it comes to, the heading over what is to be done, the parts, and how to go on."""

    sums: Sentence
    to_do: str
    estimate: str
    parts: tuple[OutlinePart, ...]
    next: Sentence


def outline(plan: Plan, tongue: Language, since: str = "") -> Outline:
    """The plan in the words of a language; `since` is the day from which on it was asked for, if it was."""
    say = tongue.text
    sums = plan.sums
    time = message("todo-minutes", number=sums.minutes)
    to_do = say(message("todo-to-do", tasks=sums.tasks, time=time)) if sums.tasks else ""
    if sums.tasks:
        following = message("todo-next", command=Span("code", "optout do"))
    else:
        following = message("todo-all-done", command=Span("code", "optout changed"))
    return Outline(
        words.together(_sums(plan, since), tongue),
        to_do,
        say(message("todo-estimate", steps=sums.steps)) if sums.tasks else "",
        tuple(outline_parts(plan, tongue)),
        tongue.say(following),
    )


def _sums(plan: Plan, since: str) -> Iterator[Message]:
    sums = plan.sums
    yield message("todo-sum", trains=sums.trains, accounts=sums.accounts, refusable=sums.refusable, none=sums.no_way)
    if plan.unknown:
        yield message("todo-unknown-sum", count=len(plan.unknown))
    if sums.concluded:
        yield message("todo-concluded", count=sums.concluded)
    if sums.depends:
        yield message("todo-depends", count=sums.depends)
    if sums.done:
        yield message("todo-done-sum", count=sums.done)
    if since:
        yield message("todo-since", date=day(since))
    if said := person(plan.person):
        yield message("todo-for", whom=said)
    else:
        command = Span("code", "optout plan --region DE --device web --plan Free --keep")
        yield message("todo-for-anybody", command=command)


def person(one: Person) -> Value:
    """Who somebody is, in words that may follow one another; empty where they said nothing."""
    said: list[Value] = [message("in-regions", regions=Listed((Region(one.region),)))] if one.region else []
    if one.devices:
        devices = Listed(tuple(message(f"on-{name}") for name in one.devices))
        said.append(devices)
    if one.plans:
        said.append(message("on-plans", plans=Listed(tuple(Span("label", name) for name in one.plans))))
    return words.qualified(*said) if said else ()


def day(text: str) -> Date:
    """The day of a moment, as a sentence takes it."""
    return Date(*map(int, text[:10].split("-")))


def outline_parts(plan: Plan, tongue: Language) -> Iterator[OutlinePart]:
    """The parts of the plan that have lines, in the order in which they are told."""
    found: dict[OutlineId, list[OutlineRow]] = {}
    for task in plan.tasks:
        put_off = task.first.account.state
        found.setdefault("later" if put_off else task.cost, []).append(_task(task, tongue))
    others: tuple[tuple[OutlineId, Iterable[Standing]], ...] = (
        ("no-way", plan.no_way),
        ("unsure", plan.unsure),
        ("nothing", plan.nothing),
        ("skipped", plan.skipped),
        ("done", plan.done),
    )
    for id, standings in others:
        if rows := [_other(id, one, tongue) for one in standings]:
            found[id] = rows
    if plan.waiting:
        found["sent"] = [_sent(one, tongue) for one in plan.waiting]
    if plan.unknown:
        found["unknown"] = [_unknown(one) for one in plan.unknown]
    yield from (headed(id, tongue, found[id]) for id in OUTLINE if id in found)


def headed(id: OutlineId, tongue: Language, rows: Iterable[OutlineRow] = ()) -> OutlinePart:
    """A part with its heading, and with what is said before its lines."""
    lead = tongue.text(message(f"todo-lead-{id}")) if id in _LEADS else ""
    return OutlinePart(id, tongue.text(message(f"todo-part-{id}")), lead, tuple(rows))


def _task(task: Task, tongue: Language) -> OutlineRow:
    first = task.first
    ways = first.needed
    steps: Value = message("steps", count=task.steps)
    if where := words.where(ways[0].where):
        steps = message("steps-where", steps=steps, where=where)
    time = message("todo-minutes", number=task.minutes)
    said: list[Value] = [message("todo-task", action=_action(first), steps=steps, time=time)]
    if first.account.state:
        said.append(message("todo-put-off", state=first.account.state, date=day(first.account.at)))
    if first.account.plan:
        said.append(message("on-plans", plans=Listed((Span("label", first.account.plan),))))
    return OutlineRow(
        tuple(one.platform.name for one in task.covers),
        tuple(one.platform.slug for one in task.covers),
        words.status(first.shown, tongue),
        words.upper_first(tongue.text(words.qualified(*said))),
        next((control.link for control in ways if control.link), ""),
        ticked=False,
    )


def _action(one: Standing) -> Value:
    """What there is to do, each kind of thing once."""
    return Listed(tuple(dict.fromkeys(words.action(control) for control in one.needed)))


def _other(id: OutlineId, one: Standing, tongue: Language) -> OutlineRow:
    status = words.status(one.shown, tongue)
    said: Value = status.label
    if id == "no-way" and one.needed:
        said = words.qualified(said, message("todo-still", action=_action(one)))
    elif id == "done":
        said = day(one.account.done)
    text = words.upper_first(tongue.text(said))
    return OutlineRow((one.platform.name,), (one.platform.slug,), status, text, ticked=True if id == "done" else None)


def _sent(one: Standing, tongue: Language) -> OutlineRow:
    """A letter without an answer: by when one is due, and what to do if none comes."""
    from optout.letters.sent import said

    text = words.upper_first(tongue.text(said(one.platform.slug, waiting(one.account.letters))))
    return OutlineRow((one.platform.name,), (one.platform.slug,), None, text)


def _unknown(one: Account) -> OutlineRow:
    return OutlineRow((one.name,), (), None, "")


# Lines


def text(plan: Plan, screen: Screen, spoken: str = "en", since: str = "") -> str:
    """The plan for a terminal: what is to be done with what it takes, everything else a line each."""
    tongue = language(spoken)
    found = outline(plan, tongue, since)
    paint = _painter(screen)
    lines = [terminal.paragraph(found.sums, screen)]
    number = 0
    if found.to_do:
        lines += ["", paint(found.to_do, "1"), terminal.paragraph((Span("text", found.estimate),), screen)]
    for part in found.parts:
        lines += ["", paint(f"{part.title} ({len(part.rows)})", "1")]
        lines += [terminal.paragraph((Span("text", part.lead),), screen)] if part.lead else []
        for row in part.rows:
            number += part.is_to_do
            lines.append(_line(row, f"{number:>3}. " if part.is_to_do else "", screen))
    lines += ["", terminal.paragraph(found.next, screen)]
    whole = "\n".join(lines) + "\n"
    return whole if screen.unicode else terminal.to_ascii(whole)


def _painter(screen: Screen) -> Callable[[str, str], str]:
    return lambda text, style: terminal.paint(screen, text, style)


def _line(row: OutlineRow, number: str, screen: Screen) -> str:
    """One line, or what it needs of the next ones: mark, names, slugs as one types them, and what is said."""
    mark = "✓ " if row.ticked else f"{row.status.mark} " if row.status else "· "
    slugs = [slug for slug, name in zip(row.slugs, row.names, strict=False) if slug != name.casefold()]
    called = ", ".join(row.names) + (f" ({', '.join(slugs)})" if slugs else "")
    name = Span("label" if screen.colour else "text", called)
    said = (Span("text", f": {row.said}"),) if row.said else ()
    first = f"{number}{mark}" if number else f"  {mark}"
    return terminal.paragraph((name, *said), screen, first, " " * (len(first) + 2))


def markdown(plan: Plan, spoken: str = "en", since: str = "") -> str:
    """The plan as a checklist, which prints, and which `optout done --from` reads back."""
    tongue = language(spoken)
    found = outline(plan, tongue, since)
    lines = [f"# {escaped(tongue.text(message('todo-title')))}", "", inline(found.sums), ""]
    if found.to_do:
        lines += [f"## {escaped(found.to_do)}", "", escaped(found.estimate), ""]
    for part in found.parts:
        lines += [f"{'###' if part.is_to_do else '##'} {escaped(part.title)}", ""]
        lines += [escaped(part.lead), ""] if part.lead else []
        lines += [_item(row) for row in part.rows]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _item(row: OutlineRow) -> str:
    box = "" if row.ticked is None else "[x] " if row.ticked else "[ ] "
    slugs = f" ({', '.join(f'`{slug}`' for slug in row.slugs)})" if row.slugs else ""
    said = f": {escaped(row.said)}" if row.said else ""
    link = f" <{row.link}>" if row.link else ""
    return f"- {box}{escaped(', '.join(row.names))}{slugs}{said}{link}"


def html(plan: Plan, spoken: str = "en", since: str = "") -> str:
    """The plan as one self-contained page, fit to print; its boxes keep no ticks longer than the page is open."""
    from optout.render.environment import environment, render
    from optout.render.html import filters

    tongue = language(spoken)
    context: dict[str, Any] = {
        "title": tongue.text(message("todo-title")),
        "language": spoken,
        "plan": outline(plan, tongue, since),
    }
    return render(environment(filters(tongue), None, autoescape=True), "plan.html", context)
