"""The catalog in numbers: what the overview shows, each figure with the sentence that says what it comes to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from statistics import median_low
from typing import NamedTuple

from optout.guide import words
from optout.guide.guide import Status
from optout.messages import Language, Message, Value, message
from optout.model import CATEGORIES, Category, Date, Platform
from optout.site.model import Card

# A share says something about a category only if it has some platforms.
_SOME = 5
# The longest ways share a row, as do the oldest sources.
_MOST_STEPS = 8
_QUARTERS = 8
# So many years without an event, or more, are one row.
_GAP = 3


class StatusRow(NamedTuple):
    """A category: how many of its platforms have each status, in the order of `StatusFigure.statuses`."""

    category: Category
    title: Message
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """All platforms of the category."""
        return sum(self.numbers)


class StatusFigure(NamedTuple):
    """Status by category, the largest category first."""

    statuses: tuple[Status, ...]
    rows: tuple[StatusRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """How many platforms have each status."""
        return tuple(map(sum, zip(*(row.numbers for row in self.rows), strict=True))) or (0,) * len(self.statuses)

    @property
    def finding(self) -> tuple[Message, ...]:
        """Who trains unless one refuses, and where most do."""
        first, rows = self.totals[0], [row for row in self.rows if row.total >= _SOME and row.numbers[0]]
        said = message("figure-status", number=first, platforms=message("count-platforms", number=sum(self.totals)))
        if len(rows) < 2:
            return (said,)
        most = max(rows, key=lambda row: row.numbers[0] / row.total)
        where = message("figure-status-most", category=most.title, number=most.numbers[0], all=most.total)
        return said, where

    @property
    def description(self) -> tuple[Value, ...]:
        """The numbers of the chart in words."""
        bars = message("figure-status-drawn", categories=message("count-categories", number=len(self.rows)))
        each = _each((status.label, number) for status, number in zip(self.statuses, self.totals, strict=True))
        if not self.rows:
            return bars, each
        largest = self.rows[0]
        return bars, each, message("figure-status-largest", category=largest.title, number=largest.total)


class StepsRow(NamedTuple):
    """How many platforms can be refused in `title` ("3 steps"); `steps` is 0 where no way is known."""

    title: Message
    steps: int
    number: int


class StepsFigure(NamedTuple):
    """How many steps the best way to refuse takes, where there is something to refuse."""

    rows: tuple[StepsRow, ...]
    median: int

    @property
    def total(self) -> int:
        """All platforms that train, or may."""
        return sum(row.number for row in self.rows)

    @property
    def finding(self) -> tuple[Message, ...]:
        """How many steps will do for half of those that can be refused."""
        if not self.total:
            return (message("figure-steps-none"),)
        quick = sum(row.number for row in self.rows if 0 < row.steps <= self.median)
        none = sum(row.number for row in self.rows if not row.steps)
        platforms, within = message("count-platforms", number=self.total), message("figure-within", number=self.median)
        if not self.median:
            return (message("figure-steps-no-way", platforms=platforms, none=none),)
        return (message("figure-steps", platforms=platforms, quick=quick, within=within, none=none),)

    @property
    def description(self) -> tuple[Value, ...]:
        """The numbers of the chart in words."""
        return message("figure-steps-drawn"), _each((row.title, row.number) for row in self.rows)


class AgeRow(NamedTuple):
    """How many platforms have their newest source, and their last check, so long ago."""

    title: Message
    sources: int
    checks: int


class AgeFigure(NamedTuple):
    """How old the newest dated source of each platform is, and its last check, on the day `as_of`.

    Where a document gives no date, the day of its copy counts. A date without a month or day counts from the first
    one it may be: evidence is never made younger than it is known to be.
    """

    as_of: Date
    rows: tuple[AgeRow, ...]
    median: int | None

    @property
    def finding(self) -> tuple[Message, ...]:
        """How old the newest source is for half of the platforms, and how many were checked lately."""
        total, fresh = sum(row.sources for row in self.rows), self.rows[0].checks
        checked = message("figure-age-checked", number=fresh, all=total)
        every = message("figure-age-all-checked", number=total)
        return self._sources(total - self.rows[-1].sources), every if fresh == total else checked

    def _sources(self, dated: int) -> Message:
        if self.median is None:
            return message("figure-age-none")
        return message("figure-age-sources", number=dated, old=message("figure-age-old", number=self.median))

    @property
    def description(self) -> tuple[Value, ...]:
        """The numbers of the chart in words."""
        rows = [row for row in self.rows if row.sources or row.checks]
        said = [message("figure-age-row", age=row.title, sources=row.sources, checks=row.checks) for row in rows]
        return message("figure-age-drawn"), _listed(said)


class YearFigures(NamedTuple):
    """The changes of one year: by month, and those of which no month is known. A row of several years has none."""

    title: str
    months: tuple[int, ...]
    undated: int

    @property
    def total(self) -> int:
        """All changes of the year."""
        return sum(self.months) + self.undated


class Peak(NamedTuple):
    """The month with most changes."""

    date: Date
    number: int


class TimelineFigure(NamedTuple):
    """When platforms changed their terms, year by year from the first to the last; `peak` is the busiest month.

    Of the months after `as_of`, what is counted has been announced.
    """

    as_of: Date
    years: tuple[YearFigures, ...]
    peak: Peak | None

    @property
    def total(self) -> int:
        """All changes."""
        return sum(year.total for year in self.years)

    @property
    def finding(self) -> tuple[Message, ...]:
        """How many changes there were, and when most of them."""
        most = max(self.years, key=lambda year: year.total, default=None)
        if most and len(self.years) > 1:
            since = self.years[0].title[:4]
            said = message("figure-changes-since", number=self.total, since=since, most=most.total, year=most.title)
        else:
            said = message("figure-changes", number=self.total)
        if not self.peak or self.peak.number < 2:
            return (said,)
        return said, message("figure-peak", month=self.peak.date, number=self.peak.number)

    @property
    def description(self) -> tuple[Value, ...]:
        """The numbers of the chart in words."""
        return message("figure-timeline-drawn"), _each((year.title, year.total) for year in self.years if year.total)


class Figures(NamedTuple):
    """All figures of the overview."""

    status: StatusFigure
    steps: StepsFigure
    age: AgeFigure
    timeline: TimelineFigure


def figures(cards: Sequence[Card], platforms: Sequence[Platform], as_of: Date, spoken: Language) -> Figures:
    """The figures of a catalog; `cards` are those of `platforms`, in any order and in the language `spoken`."""
    return Figures(
        status(cards, spoken),
        steps(cards),
        age(platforms, as_of),
        timeline((event.date for one in platforms for event in one.history), as_of),
    )


def status(cards: Iterable[Card], spoken: Language) -> StatusFigure:
    """How many platforms of each category have each status."""
    grouped = words.grouped(spoken)
    found = Counter((card.category, card.status.id) for card in cards)
    rows = [
        StatusRow(category, words.category(category), tuple(found[category, training] for training in grouped))
        for category in CATEGORIES
    ]
    largest = sorted((row for row in rows if row.total), key=lambda row: -row.total)
    return StatusFigure(tuple(grouped[training] for training in grouped), tuple(largest))


def steps(cards: Iterable[Card]) -> StepsFigure:
    """How many steps refusing takes on the platforms that train, or may, without having been asked."""
    found = [_refusing(card) for card in cards if card.status.id in ("opt-out", "depends", "no-control")]
    by_steps = Counter(min(number, _MOST_STEPS) for number in found)
    longest = max(by_steps, default=0)
    rows = [StepsRow(_steps(number), number, by_steps[number]) for number in range(1, longest + 1)]
    known = [number for number in found if number]
    return StepsFigure((*rows, StepsRow(message("figure-no-way"), 0, by_steps[0])), median_low(known) if known else 0)


def age(platforms: Iterable[Platform], as_of: Date) -> AgeFigure:
    """How long ago each platform's newest source was published, if undated copied, and how long ago it was checked."""
    read = list(platforms)
    newest = [max((source.known for source in one.sources if source.known), default=None) for one in read]
    sources = [months(date, as_of) for date in newest if date]
    checks = [months(one.checked, as_of) for one in read]
    by_source, by_check = (Counter(min(number // 3, _QUARTERS) for number in ages) for ages in (sources, checks))
    rows = [AgeRow(_quarter(number), by_source[number], by_check[number]) for number in range(_QUARTERS)]
    older = AgeRow(message("figure-age-older"), by_source[_QUARTERS], by_check[_QUARTERS])
    undated = AgeRow(message("figure-age-undated"), len(read) - len(sources), 0)
    return AgeFigure(as_of, (*rows, older, undated), median_low(sources) if sources else None)


def months(date: Date, as_of: Date) -> int:
    """Whole months from `date` until `as_of`; 0 where it is still to come."""
    month, day = date.month or 1, date.day or 1
    return max(0, 12 * (as_of.year - date.year) + as_of.month - month - (as_of.day < day))


def timeline(dates: Iterable[Date], as_of: Date) -> TimelineFigure:
    """How many changes fall in each month."""
    found = Counter((date.year, date.month) for date in dates)
    known = [
        (number, Date(year, month))
        for (year, month), number in found.items()
        if month and (year, month) <= (as_of.year, as_of.month)
    ]
    number, date = max(known, default=(0, None))
    return TimelineFigure(as_of, tuple(_years(found)), Peak(date, number) if date else None)


def _years(found: Counter[tuple[int, int]]) -> Iterator[YearFigures]:
    before: int | None = None
    for year in sorted({year for year, _ in found}):
        empty = range(year if before is None else before + 1, year)
        if len(empty) >= _GAP:
            yield YearFigures(f"{empty[0]}–{empty[-1]}", (0,) * 12, 0)
        else:
            yield from (YearFigures(str(one), (0,) * 12, 0) for one in empty)
        yield YearFigures(str(year), tuple(found[year, month] for month in range(1, 13)), found[year, 0])
        before = year


def _refusing(card: Card) -> int:
    """The steps of refusing; what one can still do where there is no way to refuse is none."""
    return 0 if card.status.id == "no-control" else card.steps


def _steps(number: int) -> Message:
    return message("figure-steps-more", number=number) if number == _MOST_STEPS else message("steps", count=number)


def _quarter(number: int) -> Message:
    return message("figure-age-months", first=3 * number, last=3 * number + 2)


def _each(counted: Iterable[tuple[Value, int]]) -> Value:
    """Names with their numbers: "a: 1; b: 2."."""
    return _listed([message("figure-row", name=name, number=number) for name, number in counted])


def _listed(said: Sequence[Message]) -> Value:
    """What is said of each row, one after the other; nothing if there are none."""
    return message("figure-rows", rows=reduce(_and, said)) if said else ""


def _and(one: Message, more: Message) -> Message:
    return message("figure-rows-more", one=one, more=more)
