"""The way to a setting as a light drawing of its screen: the menus as rows, and last the switch in its wanted place."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from optout.guide.guide import Route, Way
from optout.render.wrap import width

WIDTH = 280
_LINE, _GAP, _LEFT, _INDENT = 17, 9, 14, 10
_LETTER = 7.4  # units that a letter takes at most on average, in a wide font such as DejaVu Sans
_SIGN, _SWITCH = 30, 66  # what is left free at the right

Kind = Literal["label", "hint", "position"]


class Words(NamedTuple):
    """A line of text: a label, a hint where to find it, or the position to choose; `y` is where its letters stand."""

    kind: Kind
    x: int
    y: int
    text: str


class Drawing(NamedTuple):
    """A screen, `WIDTH` units wide and `height` high.

    `said` is what it shows, for those who do not see it; the last row begins at `last` and is `last_height` high, and
    `switch` says where its switch stands: "on", "off" or nowhere.
    """

    frame: Literal["phone", "window"]
    height: int
    said: str
    lines: tuple[Words, ...]
    last: int
    last_height: int
    switch: str


def drawing(way: Way) -> Drawing | None:
    """The screen that a way leads to; None where no menus are known."""
    if not way.route:
        return None
    is_phone = bool(way.surfaces) and {*way.surfaces} <= {"ios", "android"}
    is_switch = way.route.set in ("on", "off")
    rows = list(_rows(way.route, is_switch))
    y = 8
    lines: list[Words] = []
    tops: list[int] = []
    for level, row in enumerate(rows):
        tops.append(y)
        x = _LEFT + _INDENT * min(level, 4)
        right = _SWITCH if is_switch and level == len(rows) - 1 else _SIGN
        cut = [(kind, one) for kind, text in row for one in _cut(text, int((WIDTH - x - right) / _LETTER))]
        lines += (Words(kind, x, y + 13 + _LINE * number, one) for number, (kind, one) in enumerate(cut))
        y += _LINE * len(cut) + _GAP
    return Drawing(
        "phone" if is_phone else "window",
        y + 3,
        " ".join(text for row in rows for _, text in row) + (f": {way.route.set}" if is_switch else ""),
        tuple(lines),
        tops[-1],
        y - tops[-1],
        way.route.set if is_switch else "",
    )


def _rows(route: Route, is_switch: bool) -> Iterator[list[tuple[Kind, str]]]:
    """What stands in each row: the menus, and what is to be switched, chosen or filled in there."""
    for menu in route.menus:
        said: list[tuple[Kind, str]] = [("label", menu.label and f"{menu.label} ›"), ("hint", menu.hint)]
        yield [(kind, text) for kind, text in said if text]
    if route.switch:
        chosen: list[tuple[Kind, str]] = (
            [] if is_switch or not route.position else [("position", f"● {route.position}")]
        )
        yield [("label", route.switch), *chosen]


def _cut(text: str, columns: int) -> Iterator[str]:
    """The text in lines of at most so many columns, cut between words where that can be."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer) <= columns:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width(line) > columns:
            fits = next(end for end in range(len(line), 0, -1) if width(line[:end]) <= columns or end == 1)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line
