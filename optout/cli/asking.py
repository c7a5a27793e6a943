"""Going through a plan with somebody: one task after the other, a key each, nothing ever drawn anew.

Everything is plain lines, for narrow terminals, pipes and screen readers alike; every answer is kept before the next
task is shown.
"""

import os
import sys
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

import click

from optout.accounts import Person, State
from optout.accounts.store import now
from optout.catalog import Catalog
from optout.cli import options, output, project
from optout.cli.mine import Mine
from optout.guide import compose
from optout.guide.reader import DEVICES
from optout.messages import Language, Listed, Value, find_region, message
from optout.plan import Plan, Task
from optout.plan.effort import minutes
from optout.plan.memory import decided
from optout.plan.standing import Standing
from optout.prose import Span
from optout.render import terminal

_Decision = Literal["done", "not-there", "later", "skipped"]
Key = _Decision | Literal["back", "open", "quit"]
_DECISIONS: tuple[Key, ...] = get_args(_Decision)
KEYS: tuple[Key, ...] = (*_DECISIONS, "back", "open", "quit")
_HELP = "?"


class _Talk(NamedTuple):
    """With whom: in which language, whether their browser may be opened, how they come back, which catalog it is of."""

    language: Language
    opens: bool
    command: str
    catalog: Catalog

    def say(self, said: Value, first: str = "") -> None:
        """A paragraph."""
        output.write_lines(terminal.paragraph(self.language.say(said), output.screen(), first) + "\n")

    def echo(self, key: Key) -> None:
        """What a key means, after the prompt."""
        output.write_lines(f"{self.language.text(message(f'do-word-{key}'))}\n")

    def gap(self) -> None:
        output.write_lines("\n")


def go_through(mine: Mine, plan: Plan, language: Language, opens: bool, command: str, catalog: Catalog) -> None:
    """Ask about every task of the plan, from the first; whoever leaves finds the rest there the next time."""
    talk = _Talk(language, opens, command, catalog)
    place = 0
    while place < len(plan.tasks):
        task = plan.tasks[place]
        _show(task, plan, place, talk)
        key = _answer(task, talk)
        if key == "quit":
            break
        if key == "back":
            place = max(place - 1, 0)
            continue
        assert key != "open"
        mine = _keep(mine, task, key)
        talk.echo(key)  # once it is kept, and not before
        if key == "not-there":
            _tell_how_to_report(task.first, talk)
        talk.gap()
        place += 1
    left = plan.tasks[place:]
    if left:
        talk.say(message("do-left", count=len(left), time=_time(left), command=Span("code", command)))
    else:
        talk.say(message("do-end", command=Span("code", "optout changed")))


def _keep(mine: Mine, task: Task, state: State) -> Mine:
    """The list with what was decided about all that the task covers."""
    moment = now()
    made = [account for one in task.covers for account in decided(one, state, moment)]
    return mine.change(lambda profile: profile.take(*made))


def _time(tasks: tuple[Task, ...]) -> Value:
    return message("todo-minutes", number=minutes(sum(task.first.seconds for task in tasks)))


def _show(task: Task, plan: Plan, place: int, talk: _Talk) -> None:
    """How far one is, the short guide, what else it covers, and the setting itself."""
    number, total = plan.ticked + place + 1, plan.ticked + len(plan.tasks)
    talk.say(message("do-progress", number=number, total=total, time=_time(plan.tasks[place:])), _bar(number, total))
    talk.gap()
    screen = options.screen_of(None, None, for_terminal=True)
    guide = compose(task.first.platform, task.first.reader, talk.language.code, screen)
    output.write_lines(terminal.guide(guide, output.screen()))
    if others := task.covers[1:]:
        talk.say(message("do-covers", names=Listed(tuple(Span("label", one.platform.name) for one in others))))
    talk.gap()
    _open(task, talk)


def _bar(number: int, total: int) -> str:
    """How far one is, for eyes; a screen reader is told in words."""
    screen = output.screen()
    if not sys.stdout.isatty() or not screen.unicode or os.environ.get("TERM") == "dumb":
        return ""
    full = round(12 * (number - 1) / total)
    return f"{'━' * full}{'─' * (12 - full)} "


def _open(task: Task, talk: _Talk) -> None:
    """Show the whole address, then open it, if anybody would see it and nothing speaks against it."""
    from optout.address.judge import objection
    from optout.address.systems import system

    best = compose(task.first.platform, task.first.reader, talk.language.code).best
    address = best.link if best else ""
    made_for = system(address)
    opened = talk.opens and can_open(os.environ) and (not made_for or made_for.platform == sys.platform)
    # The steps tell the message to send letter by letter, which is more than its address does.
    if not address or objection(address) or (address.startswith("mailto:") and not opened):
        return
    talk.say(message("do-opens" if opened else "do-address", address=Span("code", address)))
    if opened:
        import webbrowser

        webbrowser.open(address)


def can_open(environment: Mapping[str, str]) -> bool:
    """Whether a browser would come up where somebody sits: not from a pipe, over SSH, or without any display."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY")):
        return False
    has_display = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return has_display or sys.platform in ("darwin", "win32")


def _answer(task: Task, talk: _Talk) -> Key:
    """What became of it; help and the address as often as somebody likes."""
    letters = {talk.language.text(message(f"do-key-{key}")): key for key in KEYS}
    words = {talk.language.text(message(f"do-word-{key}")): key for key in KEYS}
    listed = ", ".join(f"{letter} {talk.language.text(message(f'do-word-{key}'))}" for letter, key in letters.items())
    talk.say(f"{listed}, {_HELP} {talk.language.text(message('do-word-help'))}")
    while True:
        output.write_lines("> ")
        typed = _typed()
        if typed is None:
            talk.gap()
            return "quit"
        key = letters.get(typed) or words.get(typed)
        if key and key in _DECISIONS:
            return key
        if key:
            talk.echo(key)
            if key != "open":
                return key
            _open(task, talk)
            continue
        output.write_lines(f"{typed}\n")
        if typed == _HELP:
            _help(talk)
        else:
            talk.say(message("do-unheard"))


def _typed() -> str | None:
    """One key of a keyboard, or one line of anything else; None where nothing more comes."""
    if sys.stdin.isatty():
        try:
            return click.getchar().lower()
        except EOFError:
            return None
    line = sys.stdin.readline()
    return line.strip().lower() if line else None


def _help(talk: _Talk) -> None:
    for key in KEYS:
        command = {"skipped": "optout undo", "quit": talk.command}.get(key)
        said = message(f"do-help-{key}", command=Span("code", command)) if command else message(f"do-help-{key}")
        talk.say(said, f"{talk.language.text(message(f'do-key-{key}'))} ")


def _tell_how_to_report(one: Standing, talk: _Talk) -> None:
    address = _report_address(one, talk.catalog)
    how = message("do-report-at", address=Span("code", address)) if address else message("do-report-contributing")
    talk.say(message("do-report", how=how))


def _report_address(one: Standing, catalog: Catalog) -> str:
    """Where the settings of this folder say that mistakes are told; empty where they do not."""
    if not project.settings_path().is_file():
        return ""
    from optout.project.config import read
    from optout.project.reports import report_url
    from optout.source.split import find, lines_at

    starts = find(catalog.data, one.platform.slug)
    line = lines_at(catalog.data, starts[:1])[0] if starts else 1
    return report_url(read(project.settings_path()), catalog.file, line, one.platform.slug, one.platform.name)


def ask_person(language: Language, file: str) -> Person | None:
    """Who somebody is, as far as they say; None where nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    talk = _Talk(language, False, "", Catalog(b"", ""))
    talk.say(message("do-ask-why", file=Span("code", file)))
    region = ""
    while said := _line(message("do-ask-region"), talk):
        if region := find_region(said) or "":
            break
    devices: tuple[str, ...] = ()
    while said := _line(message("do-ask-devices", devices=", ".join(DEVICES)), talk):
        named = said.casefold().replace(",", " ").split()
        if all(one in DEVICES for one in named):
            devices = tuple(one for one in DEVICES if one in named)
            break
    plans = tuple(filter(None, _line(message("do-ask-plans"), talk).replace(",", " ").split()))
    talk.gap()
    return Person(region, devices, plans)


def _line(said: Value, talk: _Talk) -> str:
    talk.say(said)
    answer: str = click.prompt("", default="", show_default=False, prompt_suffix="> ")
    return answer.strip()
