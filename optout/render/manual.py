"""The manuals of rules, for people."""

from collections.abc import Mapping
from textwrap import indent

from optout.render.laid import words, wrap
from optout.render.screen import Screen
from optout.rules.manuals import parts

_WIDEST = 88


def page(rule: str, manual: str, screen: Screen) -> str:
    """One manual, wrapped to the screen; its examples stay as they are."""
    title = f"\x1b[1m{rule}\x1b[0m" if screen.colour else rule
    told = [indent(part.text, "    ") if part.is_example else _wrapped(part.text, screen) for part in parts(manual)]
    return "\n\n".join([title, *told]) + "\n"


def index(manuals: Mapping[str, str], screen: Screen) -> str:
    """Every rule with the first sentence of its manual."""
    room = max(map(len, manuals), default=0) + 2
    lines = []
    for rule, manual in manuals.items():
        told = _wrapped(manual.split("\n", 1)[0], screen._replace(width=max(20, screen.width - room))).split("\n")
        lines += [f"{rule:<{room}}{told[0]}", *(" " * room + line for line in told[1:])]
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, screen: Screen) -> str:
    told = wrap(words([(" ".join(text.split()), "", "")]), min(screen.width, _WIDEST))
    return "\n".join(" ".join("".join(piece[0] for piece in word) for word in line) for line in told)
