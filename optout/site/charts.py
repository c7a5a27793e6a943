"""Figures as geometry: where each bar, dot and label goes. What they look like is the templates' business.

One unit is about a pixel on a phone 360 pixels wide, where every chart fills the page.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import Literal, NamedTuple

from optout.messages import Message, Value, message
from optout.site.figures import AgeFigure, Figures, StatusFigure, StatusRow, StepsFigure, TimelineFigure, YearFigures

Anchor = Literal["start", "middle", "end"]

WIDTH = 320
_FIRST = 15  # the base line of a text at the top
_DIGIT = 8.5  # the width of a digit, in the widest of the usual fonts
_ROW = 24
_BAR = 16


class Bar(NamedTuple):
    """A rectangle; `kind` says what it stands for: a status, or a mere number."""

    x: float
    y: float
    width: float
    height: float
    kind: str = "number"


class Dot(NamedTuple):
    """A dot around its middle; `kind` is "change", "peak" or, for what is still to come, "to-come"."""

    x: float
    y: float
    kind: str


class Line(NamedTuple):
    """A thin line from left to right."""

    x: float
    y: float
    width: float


class Letters(NamedTuple):
    """Words on a base line; `kind` says what they are: a "label", a "number", a "heading", or a number "on" a bar."""

    x: float
    y: float
    words: Value
    kind: str = "label"
    anchor: Anchor = "start"


class Chart(NamedTuple):
    """A drawing `WIDTH` units wide, with its title and the sentence that stands for it where it cannot be seen."""

    id: str
    title: Message
    description: tuple[Value, ...]
    height: float
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[Letters, ...] = ()


class Charts(NamedTuple):
    """The drawings of all figures."""

    status: Chart
    steps: Chart
    age: Chart
    timeline: Chart


def charts(figures: Figures, months: Sequence[str]) -> Charts:
    """Draw every figure; `months` are the names of the twelve months."""
    return Charts(
        status(figures.status),
        steps(figures.steps),
        age(figures.age),
        timeline(figures.timeline, months),
    )


# Status by category: first a bar for each status, which shows what the parts of the bars below it stand for


def status(figure: StatusFigure) -> Chart:
    """A bar for each status, then one for each category, parted by status."""
    bars: list[Bar] = []
    texts: list[Letters] = []
    most = max(figure.totals, default=0) or 1
    for number, (one, total) in enumerate(zip(figure.statuses, figure.totals, strict=True)):
        y = 39 * number
        texts += [
            Letters(0, y + _FIRST, f"{one.mark} {one.label}"),
            Letters(WIDTH, y + _FIRST, total, "number", "end"),
        ]
        bars += _bar(0, y + 19, WIDTH * total / most, 10, one.id)
    top = 39 * len(figure.statuses) + 14
    texts.append(Letters(0, top + _FIRST, message("figure-by-category"), "heading"))
    top += 26
    largest = max((row.total for row in figure.rows), default=0) or 1
    for number, row in enumerate(figure.rows):
        y = top + 43 * number
        texts += [
            Letters(0, y + _FIRST, row.title),
            Letters(WIDTH, y + _FIRST, row.total, "number", "end"),
        ]
        for bar, text in _parts(figure, row, y + 19, WIDTH / largest):
            bars.append(bar)
            texts += text
    height = top + 43 * len(figure.rows)
    return Chart(
        "by-status",
        message("figure-status-title"),
        figure.description,
        height,
        tuple(bars),
        texts=tuple(texts),
    )


def _parts(figure: StatusFigure, row: StatusRow, y: float, unit: float) -> Iterator[tuple[Bar, list[Letters]]]:
    """The parts of a category's bar, each with its mark and number as far as there is room."""
    starts = accumulate(row.numbers, initial=0)
    for one, number, start in zip(figure.statuses, row.numbers, starts, strict=False):
        for bar in _bar(start * unit, y, number * unit, 18, one.id):
            fitting = [said for said in (f"{one.mark} {number}", str(number)) if len(said) * _DIGIT < bar.width]
            middle = bar.x + bar.width / 2
            yield bar, [Letters(round(middle, 1), y + 13.5, said, f"on {one.id}", "middle") for said in fitting[:1]]


# Steps


def steps(figure: StepsFigure) -> Chart:
    """A bar for each number of steps; no way at all below a line."""
    left, room = 98, WIDTH - 98 - 42
    most = max((row.number for row in figure.rows), default=0) or 1
    bars: list[Bar] = []
    texts: list[Letters] = []
    for number, row in enumerate(figure.rows):
        y = _ROW * number + (0 if row.steps else 10)
        bars += _bar(left, y + 2, room * row.number / most, _BAR, "number" if row.steps else "no-control")
        texts += _labelled(row.title, y, left + room * row.number / most, row.number)
    lines = (Line(0, _ROW * (len(figure.rows) - 1) + 4, WIDTH),) if len(figure.rows) > 1 else ()
    height = _ROW * len(figure.rows) + 10
    return Chart(
        "by-steps",
        message("figure-steps-title"),
        figure.description,
        height,
        tuple(bars),
        (),
        lines,
        tuple(texts),
    )


def _labelled(title: Value, y: float, end: float, number: int) -> Iterator[Letters]:
    yield Letters(0, y + 14, title)
    yield Letters(round(end + 6, 1), y + 14, number, "number")


# Age of the evidence: two columns of bars side by side


def age(figure: AgeFigure) -> Chart:
    """For each age a bar for newest sources and one for last checks, each column with a scale of its own."""
    sources = (112, 66, message("figure-newest-source"), [row.sources for row in figure.rows])
    checks = (228, 42, message("figure-last-check"), [row.checks for row in figure.rows])
    top = 30
    bars: list[Bar] = []
    texts = [Letters(0, top + _ROW * number + 14, row.title) for number, row in enumerate(figure.rows)]
    for left, room, heading, numbers in (sources, checks):
        texts.append(Letters(left, _FIRST, heading, "heading"))
        most = max(numbers, default=0) or 1
        for number, value in enumerate(numbers):
            y = top + _ROW * number
            bars += _bar(left, y + 2, room * value / most, _BAR)
            if value:
                texts.append(Letters(round(left + room * value / most + 5, 1), y + 14, value, "number"))
    height = top + _ROW * len(figure.rows)
    lines = (Line(sources[0], top - 8, 104), Line(checks[0], top - 8, WIDTH - checks[0]))
    return Chart(
        "by-age",
        message("figure-age-title"),
        figure.description,
        height,
        tuple(bars),
        (),
        lines,
        tuple(texts),
    )


# Timeline: a row for each year, a column for each month, a dot for each change

_YEAR = 38
_MONTH = 18.5
_PITCH = 5.5
_ACROSS = 3
_HIGHEST = 16


def dot_worth(figure: TimelineFigure) -> int:
    """How many changes one dot stands for: one, unless a month would be taller than `_HIGHEST` rows of dots.

    Then it is the next of 2, 5, 10, 20, 50 and so on.
    """
    most = max((number for year in figure.years for number in (*year.months, year.undated)), default=0)
    worths = (factor * int(10**power) for power in count() for factor in (1, 2, 5))
    return next(worth for worth in worths if most <= worth * _ACROSS * _HIGHEST)


def timeline(figure: TimelineFigure, names: Sequence[str]) -> Chart:
    """Dots by year and month, a last column for changes of which no month is known."""
    worth = dot_worth(figure)
    headings = enumerate((*(name[0] for name in names), "?"))
    texts = [
        Letters(_YEAR + _MONTH * number + _MONTH / 2, _FIRST, name, "heading", "middle") for number, name in headings
    ]
    dots: list[Dot] = []
    lines: list[Line] = []
    base = 18.0
    for year in figure.years:
        columns = [-(-number // worth) for number in (*year.months, year.undated)]
        height = max(3, *(-(-number // _ACROSS) for number in columns)) * _PITCH + 10
        base += height + (14 if figure.peak and year.title == str(figure.peak.date.year) else 0)
        lines.append(Line(0, base, WIDTH))
        if len(year.title) == 4:
            texts.append(Letters(0, base - 4, year.title))
            texts.append(Letters(WIDTH, base - 4, year.total, "number", "end"))
        else:
            texts.append(Letters(0, base - 4, message("figure-year-none", year=year.title)))
        for month, number in enumerate(columns, 1):
            kind = _kind(figure, year, month)
            placed = [Dot(*_place(month, one, base), kind) for one in range(number)]
            dots += placed
            if kind == "peak" and figure.peak:
                middle = _YEAR + _MONTH * (month - 0.5)
                texts.append(Letters(middle, placed[-1].y - 6, figure.peak.number, "number", "middle"))
    return Chart(
        "timeline",
        message("figure-timeline-title"),
        figure.description,
        base + 2,
        dots=tuple(dots),
        lines=tuple(lines),
        texts=tuple(texts),
    )


def _place(month: int, number: int, base: float) -> tuple[float, float]:
    """The middle of a month's dot, counted from the bottom left."""
    across, up = number % _ACROSS, number // _ACROSS
    left = _YEAR + _MONTH * (month - 1) + (_MONTH - _PITCH * (_ACROSS - 1)) / 2
    return round(left + across * _PITCH, 1), round(base - 4.5 - up * _PITCH, 1)


def _kind(figure: TimelineFigure, year: YearFigures, month: int) -> str:
    if not year.total:
        return "change"
    here = (int(year.title), month)
    if here > (figure.as_of.year, figure.as_of.month) and month < 13:
        return "to-come"
    return "peak" if figure.peak and here == figure.peak.date[:2] else "change"


def _bar(x: float, y: float, width: float, height: float, kind: str = "number") -> Iterator[Bar]:
    """A bar, if it has a length; never so thin that it cannot be seen."""
    if width > 0:
        yield Bar(round(x, 1), y, round(max(width, 1), 1), height, kind)
