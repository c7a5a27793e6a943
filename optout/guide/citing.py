"""Citations numbered as a page is read: whoever meets a 4 first would look for what they have missed."""

from collections.abc import Iterator
from operator import is_
from typing import Any

from optout.guide.guide import Fact, Guide, Part, Way
from optout.prose import Sentence, Span


def in_reading_order(guide: Guide) -> Guide:
    """The same guide with its sources numbered, and listed, in the order in which a page of it cites them.

    Those that nothing cites come last, in the order that they had.
    """
    cited = dict.fromkeys(span.text for sentence in _read(guide) for span in sentence if span.kind == "cite")
    listed = [note for part in guide.parts for note in part.notes]
    by_number = {str(note.number): note for note in listed}
    order = [*(number for number in cited if number in by_number), *(one for one in by_number if one not in cited)]
    numbers = {old: str(new) for new, old in enumerate(order, 1)}
    if all(old == new for old, new in numbers.items()):
        return guide
    notes = tuple(by_number[old]._replace(number=int(new)) for old, new in numbers.items())
    made: Guide = _renumbered(guide, numbers)
    parts = tuple(part._replace(notes=notes) if part.notes else part for part in made.parts)
    return made._replace(parts=parts)


def _renumbered(value: Any, numbers: dict[str, str]) -> Any:
    """A tuple with its citations numbered anew, however deep they are; what has none in it is taken as it is."""
    if isinstance(value, Span):
        return value._replace(text=numbers.get(value.text, value.text)) if value.kind == "cite" else value
    parts = [_renumbered(one, numbers) if isinstance(one, tuple) else one for one in value]
    if all(map(is_, parts, value)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)


def _read(guide: Guide) -> Iterator[Sentence]:
    """Every sentence of the page of a guide, in the order of `parts.html`."""
    yield guide.verdict
    yield from guide.shown_for
    first = [part for part in guide.parts if part.id == "steps"]
    for part in first:
        yield from _of_part(part)
    yield from _of_facts(guide.answer)
    for part in guide.parts:
        if part not in first:
            yield from _of_part(part)


def _of_part(part: Part) -> Iterator[Sentence]:
    yield from _of_facts(part.facts)
    for row in part.table.rows if part.table else ():
        yield from row
    yield part.lead
    for way in part.ways:
        yield from _of_way(way)
    for note in part.notes:
        yield from note.remarks


def _of_facts(facts: tuple[Fact, ...]) -> Iterator[Sentence]:
    for one in facts:
        yield from (one.label, one.text, one.doubt)


def _of_way(way: Way) -> Iterator[Sentence]:
    yield way.takes
    yield from (step.text for step in way.steps)
    if way.own_labels:
        yield from (way.own_labels.said, way.own_labels.doubt, way.own_labels.cites)
    yield way.done
    for is_brief in (True, False):
        yield from (text for one in way.remarks if one.brief is is_brief for text in one.texts)
        yield from (way.doubt,) if is_brief else (way.cites,)
    for said in way.labels:
        yield from (said.said, said.doubt, said.cites)
