"""The sources of an entry as its guide lists them, and the numbers by which its sentences cite them."""

from collections.abc import Iterable
from functools import lru_cache

from optout.guide import words
from optout.guide.guide import Note
from optout.guide.ways import Prose
from optout.messages import Language, Value, message
from optout.model import Date, Platform, Source
from optout.prose import Sentence, Span, parse


@lru_cache(maxsize=4)
def ordered(platform: Platform) -> tuple[Source, ...]:
    """Official sources first, the newest of each kind first, those last of which no day is known at all.

    Behind all of them stand those that say only whom to write to or what a label is in another language, so that the
    entry looks no better supported.
    """
    last, later = _for_letters(platform), _for_labels(platform)
    return tuple(sorted(platform.sources, key=lambda one: (one.id in later, one.id in last, *_weight(one))))


def numbered(sources: Iterable[Source]) -> Prose:
    """A reader of prose whose citations carry the number of the source in the guide's list."""
    numbers = {source.id: str(number) for number, source in enumerate(sources, 1)}

    def read(text: str) -> Sentence:
        spans = parse(text, numbers) if text else ()
        return tuple(Span("cite", numbers[span.text], span.text) if span.kind == "cite" else span for span in spans)

    return read


def notes(platform: Platform, sources: Iterable[Source], language: Language) -> tuple[Note, ...]:
    """The sources as they are listed, in the order given, each under its number."""
    for_letters, for_labels = _for_letters(platform), _for_labels(platform)
    return tuple(
        _note(number, source, source.id in for_letters, language)._replace(apart=source.id in for_labels)
        for number, source in enumerate(sources, 1)
    )


def _note(number: int, source: Source, for_letters: bool, language: Language) -> Note:
    remarks: tuple[Value | None, ...] = (
        message(f"kind-{source.kind}"),
        words.written_for(source.audience),
        source.date or message("undated"),
        _copy(source, language),
        None if source.url else message("address-not-known"),
        message("for-letters") if for_letters else None,
    )
    return Note(
        number,
        source.id,
        source.title,
        source.publisher,
        source.kind,
        source.url,
        source.archived,
        source.date,
        source.seen,
        source.quote,
        source.language,
        tuple(language.say(remark) for remark in remarks if remark),
        language.text(words.written_for(source.audience) or ()),
    )


def _copy(source: Source, language: Language) -> Value | None:
    """The archived copy, by its day if that is given, as a link if its address is known."""
    said = message("copy-of", date=source.seen) if source.seen else message("archived-copy")
    if source.archived:
        return Span("link", language.text(said), source.archived)
    return said if source.seen else None


def _weight(source: Source) -> tuple[int, tuple[int, ...]]:
    date = source.known or Date(0)
    return ("official", "press", "community").index(source.kind), tuple(-part for part in date)


@lru_cache(maxsize=4)
def _for_letters(platform: Platform) -> frozenset[str]:
    """The sources on which nothing but a contact rests."""
    ids = {id for contact in platform.contacts for id in contact.evidence}
    return _only(ids, platform._replace(contacts=()))


@lru_cache(maxsize=4)
def _for_labels(platform: Platform) -> frozenset[str]:
    """The sources on which nothing but labels in other languages rests."""
    ids = {id for control in platform.controls for one in control.labels for id in one.evidence}
    return _only(ids, platform._replace(controls=tuple(one._replace(labels=()) for one in platform.controls)))


def _only(ids: set[str], without: Platform) -> frozenset[str]:
    """Those of the sources that an entry `without` what they are for does not cite."""
    said = _strings(without._replace(sources=())) if ids else set()
    return frozenset(id for id in ids if id not in said and not any(f"[{id}]" in text for text in said))


def _strings(value: tuple[object, ...]) -> set[str]:
    """Every text in a value, however deep it is."""
    found: set[str] = set()
    left = [value]
    while left:
        for part in left.pop():
            if isinstance(part, str):
                found.add(part)
            elif isinstance(part, tuple):
                left.append(part)
    return found
