"""Letters taken apart: what a template can say, with marks where something goes in, and what each part depends on."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from optout.letters.deadlines import Day
from optout.letters.kinds import ASKING, FOLLOWING, Kind
from optout.letters.law import Law, laws
from optout.letters.letter import Draft, OwnWords, Recipient, Sender, Wanted, blank
from optout.render import letters as render
from optout.site import worded

# Two days whose number every language may say in another way, in a year that stands out from both.
FIRST, ANY = 1, 27
YEAR = 3456
_SAMPLE = OwnWords("{quote}", "{title}", "{date}", "{source}")
# Days that stand for others, each in a year of its own.
_BEFORE, _DUE, _REMINDED = (Day(YEAR + after, 1, ANY) for after in (1, 2, 3))
_MARKS = {_BEFORE: "{before}", _DUE: "{due}", _REMINDED: "{reminded}"}


class LetterPiece(NamedTuple):
    """Lines of a letter, and what must be there ("!": must not be) for them to be said.

    Each item of a list is a piece of its own, with the number of the list, which is 0 for a paragraph.
    """

    needs: tuple[str, ...]
    lines: tuple[str, ...]
    list: int = 0


def law_data(law: Law, spoken: str, own: Path | None = None) -> dict[str, Any]:
    """Every letter by a law in a language that asks for something, and how the language says a day."""
    return {
        "days": {str(number): days(law.locales.get(spoken, spoken), spoken, number, own) for number in (FIRST, ANY)},
        "kinds": {kind: _asking(law, kind, spoken, own) for kind in ASKING},
    }


def following_data(law: Law, spoken: str, own: Path | None = None) -> dict[str, Any]:
    """Every letter that follows one, by the kind of that one as well.

    One is left out where a template says its days in another way than the day of the letter, so that no mark would be
    found in them.
    """
    made = {kind: {first: _following(law, kind, first, spoken, own) for first in ASKING} for kind in FOLLOWING}
    return {kind: {first: said for first, said in by_first.items() if said} for kind, by_first in made.items()}


@cache
def packaged(law: str, spoken: str) -> dict[str, dict[str, Any]]:
    """Both by the packaged templates, by what each file is called."""
    return worded.of_law(law, spoken) or files_of(laws()[law], spoken)


def ship(folder: Path) -> Path:
    """Write all of them into a folder, for the package."""
    return worded.ship(folder, lambda law, spoken: files_of(laws()[law], spoken))


def files_of(law: Law, spoken: str, own: Path | None = None) -> dict[str, dict[str, Any]]:
    """Both, by what each file is called."""
    name = f"{law.id}-{spoken}"
    return {name: law_data(law, spoken, own), f"{name}-following": following_data(law, spoken, own)}


@cache
def days(locale: str, spoken: str, number: int, own: Path | None) -> tuple[str, ...]:
    """How the day of this number is said in each month, with marks for the day unless it is the first, and the year."""
    return tuple(
        said.replace(str(ANY), "{day}") if number == ANY else said
        for said in (_dated(locale, spoken, Day(YEAR, month, number), own, "{year}") for month in range(1, 13))
    )


@cache
def _dated(locale: str, spoken: str, day: Day, own: Path | None, year: str) -> str:
    one = blank(laws()["request"], Wanted("access", spoken, day))._replace(locale=locale)
    return _words(one, own).dated.replace(str(day.year), year)


def _asking(law: Law, kind: Kind, spoken: str, own: Path | None) -> dict[str, Any]:
    whole = _whole(law, Wanted(kind, spoken, Day(YEAR, 1, ANY)))._replace(
        quote=_SAMPLE, uses=("{use}",), switch="{switch}", later=bool(law.since)
    )
    without = {
        **_without(whole),
        "quote": whole._replace(quote=None),
        "dated": whole._replace(quote=_SAMPLE._replace(date="")),
        "uses": whole._replace(uses=()),
        "switch": whole._replace(switch=""),
        "later": whole._replace(later=False),
    }
    briefly = whole._replace(brief=True)
    brief = {name: less._replace(brief=True) for name, less in without.items()}
    said = _words(whole, own)
    return {
        "subject": said.subject,
        "long": list(_pieces(said, _lacking(whole, without, own))),
        "brief": list(_pieces(_words(briefly, own), _lacking(briefly, brief, own))),
    }


def _following(law: Law, kind: Kind, first: Kind, spoken: str, own: Path | None) -> dict[str, Any] | None:
    """A letter that follows one of the kind `first`; of its words none but the reason can be spared."""
    earlier: tuple[tuple[Day, Kind], ...] = ((_BEFORE, first), (_REMINDED, "reminder"))
    whole = _whole(law, Wanted(kind, spoken, Day(YEAR, 1, ANY), earlier=earlier, due=_DUE))
    without = {
        **_without(whole),
        "due": whole._replace(due=None),
        "reminded": whole._replace(earlier=earlier[:1]),
    }
    said = _words(whole, own)
    marks = {
        **{_dated(whole.locale, spoken, day, own, str(day.year)): mark for day, mark in _MARKS.items()},
        **{day.isoformat(): mark for day, mark in _MARKS.items()},
    }
    pieces = [
        piece._replace(lines=tuple(_marked(line, marks) for line in piece.lines))
        for piece in _pieces(said, _lacking(whole, without, own))
    ]
    subject = _marked(said.subject, marks)
    texts = (subject, *(line for piece in pieces for line in piece.lines))
    if any(str(day.year) in text for day in _MARKS for text in texts):
        return None
    return {"subject": subject, "long": pieces}


def _marked(text: str, marks: Mapping[str, str]) -> str:
    for day, mark in marks.items():
        text = text.replace(day, mark)
    return text


def _whole(law: Law, wanted: Wanted) -> Draft:
    """A letter that says all that it can, with marks."""
    return blank(law, wanted)._replace(
        platform="{platform}", controller="{controller}", me="{name}", account="{account}", reason=("{reason}",)
    )


def _without(whole: Draft) -> dict[str, Draft]:
    """The same letter without each of what somebody may leave out."""
    return {
        "name": whole._replace(me=""),
        "account": whole._replace(account=""),
        "reason": whole._replace(reason=()),
    }


def _lacking(whole: Draft, without: Mapping[str, Draft], own: Path | None) -> dict[str, render.Letter]:
    """The letters without something, except those that lack nothing because the whole one does not say it either."""
    return {name: _words(less, own) for name, less in without.items() if less != whole}


class _Line(NamedTuple):
    """A paragraph, or one item of a list with the number of the list, which is no part of what it says."""

    lines: tuple[str, ...]
    is_item: bool


def _pieces(whole: render.Letter, without: Mapping[str, render.Letter]) -> Iterator[LetterPiece]:
    """The parts of a letter in their order: what goes away without something needs it, what comes instead its lack."""
    full, lists = _units(whole)
    needs: list[list[str]] = [[] for _ in full]
    instead: dict[int, list[LetterPiece]] = {}
    for name, less in without.items():
        units, _ = _units(less)
        if units == full:
            continue
        for what, start, end, begin, stop in SequenceMatcher(None, full, units, autojunk=False).get_opcodes():
            if what != "equal":
                for at in range(start, end):
                    needs[at].append(name)
                instead.setdefault(end, []).extend(
                    LetterPiece((f"!{name}",), one.lines, _list_at(lists, start, end) if one.is_item else 0)
                    for one in units[begin:stop]
                )
    for at, unit in enumerate(full):
        yield from instead.get(at, ())
        yield LetterPiece(tuple(needs[at]), unit.lines, lists[at])
    yield from instead.get(len(full), ())


def _list_at(lists: list[int], start: int, end: int) -> int:
    """The list that items between two places of the whole letter belong to; one of their own beside paragraphs."""
    return next((one for one in lists[max(start - 1, 0) : end + 1] if one), max(lists, default=0) + 1)


def _units(one: render.Letter) -> tuple[list[_Line], list[int]]:
    """Paragraphs and items, and of each the number of its list."""
    units, lists = [], []
    for number, block in enumerate(one.blocks, start=1):
        parts = [(f"- {line}",) for line in block.lines] if block.is_list else [block.lines]
        units += [_Line(part, block.is_list) for part in parts]
        lists += [number if block.is_list else 0] * len(parts)
    return units, lists


def _words(one: Draft, own: Path | None) -> render.Letter:
    return render.letter(one, Sender(), Recipient(()), "", own)
