"""What somebody who writes a letter is asked for in a terminal, in their language."""

import os
import sys
from typing import TYPE_CHECKING

import click

from optout import messages
from optout.cli import output
from optout.spoken import preferred

if TYPE_CHECKING:
    from optout.letters.letter import Sender


def spoken() -> messages.Language:
    """The language of whoever is told something beside the letter."""
    return messages.language(preferred(os.environ))


def reason(given: str | None, asks: bool, needed: bool) -> tuple[str, ...]:
    """The reason by its paragraphs: as given, from standard input, or as somebody types it."""
    if given == "-":
        given = sys.stdin.read()
    if given is None and asks and needed:
        from optout.letters.compose import question, reasons

        first, *examples = map(spoken().text, reasons())
        for line in (first, *(f"- {example}" for example in examples)):
            output.say(line)
        given = _ask(spoken().text(question("reason")))
    return tuple(part for part in (given or "").split("\n") if part.strip())


def _ask(question: str) -> str:
    """What somebody types; an empty answer will do."""
    return str(click.prompt(question, default="", show_default=False, err=True))


def completed(sender: "Sender") -> "Sender":
    """The sender, asked for what is missing; an empty answer leaves it out."""
    from optout.letters.compose import question

    say = spoken().text
    name = sender.name or _ask(say(question("name")))
    address = sender.address or tuple(map(str.strip, _ask(say(question("address"))).split(",")))
    account = sender.account or _ask(say(question("account")))
    return sender._replace(name=name, address=tuple(filter(None, address)), account=account)
