"""What optout says, in every language: a message is a key and arguments, a language turns it into words.

The sentences stand in Fluent files, one folder for each language and one file for each room (`en/guide.ftl`); the
compiler beside them writes these and what the Unicode CLDR knows (plurals, lists, dates, names of regions) into plain
tables, so that nothing but the language in use is ever imported, and of it only the rooms that speak.

>>> from optout.messages import Listed, Region, language, message
>>> whom = message("in-regions", regions=Listed((Region("EEA"), Region("CH"))))
>>> language("en").text(whom)
'in the EU/EEA and Switzerland'
>>> language("de").text(whom)
'in der EU/im EWR und in der Schweiz'

An argument is a name, a number, a date, a region, a list of these, another message, or a sentence of the catalog, whose
spans stay what they are. The words of a language other than English are marked with its code, those of the catalog are
English and are not.

>>> from optout.prose import Span
>>> language("de").say(message("on-plans", plans=Listed((Span("label", "Free"), Span("label", "Pro")))))
... # doctest: +NORMALIZE_WHITESPACE
(Span(kind='text', text='in den Tarifen ', target='', lang='de'), Span(kind='label', text='Free', target='', lang=''),
 Span(kind='text', text=' und ', target='', lang='de'), Span(kind='label', text='Pro', target='', lang=''))
"""

import importlib
import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from optout import regions
from optout.model import Date
from optout.prose import Sentence, Span
from optout.spoken import LANGUAGES as LANGUAGES

# Whose sentences no guide needs: each is imported once one of them is said.
ROOMS = ("diff", "imports", "letters", "lists", "plan", "robots", "site")


class Region(NamedTuple):
    """A region by its code, as an argument."""

    code: str


class Listed(NamedTuple):
    """Several arguments as a sentence lists them: "a, b and c"."""

    items: tuple["Value", ...]


class Label(NamedTuple):
    """Words of optout's own that are to stand out as a label does."""

    said: "Value"


class Message(NamedTuple):
    """What is to be said: the key of a sentence, and what goes into it, by name."""

    key: str
    args: tuple[tuple[str, "Value"], ...] = ()


Value = str | int | Date | Region | Span | Sentence | Listed | Label | Message

# A compiled sentence: words; ("name",) for an argument; ("name", ((key, sentence), ...), otherwise) for a choice by it.
Part = str | tuple[Any, ...]
Pattern = tuple[Part, ...]


def message(key: str, **args: Value) -> Message:
    """The message `key` with its arguments."""
    return Message(key, tuple(args.items()))


class Language:
    """A language: says messages, dates, numbers and regions. `code` is its tag of BCP 47, as in `lang="de"`."""

    def __init__(self, code: str, tables: Any) -> None:
        self.code = code
        self.name: str = tables.NAME
        self.months: tuple[str, ...] = tables.MONTHS
        self._tables = tables
        self._mark = "" if code == "en" else code
        self._patterns: dict[str, Pattern] = {}
        self._said: dict[str, Sentence] = {}  # those without arguments

    def say(self, said: Value) -> Sentence:
        """The message, or any argument of one, as spans: those of the catalog as they are, its own words between them.

        Raises:
            KeyError: there is no such message, or it lacks an argument.
        """
        if isinstance(said, Message) and not said.args:
            if said.key not in self._said:
                self._said[said.key] = tuple(_joined(self._spans(said)))
            return self._said[said.key]
        return tuple(_joined(self._spans(said)))

    def text(self, said: Value) -> str:
        """The message as plain words, without citations."""
        return "".join([span.text for span in self.say(said) if span.kind != "cite"])

    def open(self, key: str) -> dict[str, str]:
        """The message with its arguments left open, "{name}", for a script that fills them in.

        By the plural category of its argument `number`; a message that does not depend on one has only "other".

        Raises:
            ValueError: it depends on something else as well.
        """
        found = {"other": ""}
        for part in self._pattern(key):
            if isinstance(part, str) or len(part) == 1:
                ends = {"other": part if isinstance(part, str) else f"{{{part[0]}}}"}
            elif part[0] == "number" and len(found) == 1:
                ends = {name: _open(one) for name, one in part[1]}
            else:
                raise ValueError(f"`{key}` depends on more than one number")
            names = {**found, **ends}
            found = {one: found.get(one, found["other"]) + ends.get(one, ends["other"]) for one in names}
        return found

    def plural(self, number: int) -> str:
        """The plural category of a number, as the CLDR calls it."""
        found: str = self._tables.plural(number)
        return found

    def number(self, number: int) -> str:
        """A number with its thousands apart."""
        return f"{number:,}".replace(",", self._tables.GROUP)

    def date(self, date: Date) -> str:
        """A date as a sentence says it, as precise as it is known: 23 July 2026, July 2026, 2026."""
        pattern: str = self._tables.DATE if date.day else self._tables.MONTH if date.month else "{year}"
        return self._dated(pattern, date)

    def day(self, date: Date) -> str:
        """A date below the heading of its year: 23 July, or July; empty if only the year is known."""
        return self._dated(self._tables.DAY, date) if date.day else self.months[date.month - 1] if date.month else ""

    def region(self, code: str) -> str:
        """The name of a region as a list of regions has it."""
        return self.regions().get(code, code)

    def regions(self) -> Mapping[str, str]:
        """The names of all regions by their codes."""
        found: Mapping[str, str] = _room(self.code, "regions").REGIONS
        return found

    def _pattern(self, key: str) -> Pattern:
        if key not in self._patterns:
            others = (_room(self.code, room) for room in ROOMS)
            homes = (one.MESSAGES for one in itertools.chain([self._tables], others) if key in one.MESSAGES)
            if (home := next(homes, None)) is None:
                raise KeyError(key)
            self._patterns[key] = home[key]
        return self._patterns[key]

    def _spans(self, value: Value) -> Iterator[Span]:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, Message):
            yield from self._filled(self._pattern(value.key), dict(value.args))
        elif isinstance(value, Listed):
            yield from self._listed(value.items)
        elif isinstance(value, Region):
            yield from self._place(value.code)
        elif isinstance(value, Label):
            yield Span("label", self.text(value.said), "", self._mark)
        elif isinstance(value, str | int | Date):
            yield self._own(self._word(value))
        else:
            yield from value

    def _filled(self, pattern: Pattern, args: Mapping[str, Value]) -> Iterator[Span]:
        for part in pattern:
            if isinstance(part, str):
                yield self._own(part)
            elif len(part) == 1:
                yield from self._spans(args[part[0]])
            else:
                name, variants, otherwise = part
                keys = self._keys(args[name])
                chosen = next((one for key in keys for known, one in variants if known == key), otherwise)
                yield from self._filled(chosen, args)

    def _keys(self, value: Value) -> tuple[str, ...]:
        """What a sentence can choose by: a word, or a number (of a list: of its items) and then its plural category."""
        number = len(value.items) if isinstance(value, Listed) else value
        return (str(number), self._tables.plural(number)) if isinstance(number, int) else (str(number),)

    def _listed(self, items: tuple[Value, ...]) -> Iterator[Span]:
        two, start, middle, end = self._tables.LIST
        for position, item in enumerate(items):
            if position:
                last = position == len(items) - 1
                yield self._own(two if len(items) == 2 else end if last else start if position == 1 else middle)
            yield from self._spans(item)

    def _place(self, code: str) -> Iterator[Span]:
        """A region as a sentence says it: with its article, or wherever the language puts it."""
        if place := self._tables.PLACES.get(code):
            yield self._own(place)
        else:
            yield from self._filled(self._tables.PLACE, {"name": self.region(code)})

    def _word(self, value: str | int | Date) -> str:
        return value if isinstance(value, str) else self.number(value) if isinstance(value, int) else self.date(value)

    def _dated(self, pattern: str, date: Date) -> str:
        return pattern.format(day=date.day, month=self.months[date.month - 1], year=date.year)

    def _own(self, words: str) -> Span:
        return Span("text", words, "", self._mark)


def _room(code: str, room: str) -> Any:
    return importlib.import_module(f"optout.messages.compiled_{code}_{room}")


@cache
def language(code: str) -> Language:
    """The language with this code.

    Raises:
        ValueError: it is none of `LANGUAGES`.
    """
    if code not in LANGUAGES:
        raise ValueError(f"there is no language `{code}`: use {' or '.join(LANGUAGES)}")
    return Language(code, importlib.import_module(f"optout.messages.compiled_{code}"))


def country(code: str, locale: str) -> str:
    """The name of a country in a language, or as it is spoken somewhere (pt-BR); in English where neither is known."""
    spoken = locale.partition("-")[0]
    if spoken in LANGUAGES:
        return language(spoken).region(code)
    from optout.messages.compiled_countries import COUNTRIES

    names = COUNTRIES.get(locale) or COUNTRIES.get(spoken) or language("en").regions()
    return names.get(code, code)


def find_region(text: str) -> str | None:
    """The code a person means by `text`: a code in any case, or a name in some language; None if nothing fits."""
    return regions.find(text) or next(iter(_named(text.strip().casefold())), None)


def _named(name: str) -> Iterator[str]:
    for one in LANGUAGES:
        yield from (code for code, known in language(one).regions().items() if known.casefold() == name)


def _open(pattern: Pattern) -> str:
    return "".join(part if isinstance(part, str) else f"{{{part[0]}}}" for part in pattern)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, words beside words of the same language in one."""
    kept: Span | None = None
    for span in spans:
        if kept and (kept[0], *kept[2:]) == (span[0], *span[2:]) == ("text", "", span.lang):
            kept = Span("text", kept.text + span.text, "", span.lang)
        else:
            if kept and kept.text:
                yield kept
            kept = span
    if kept and kept.text:
        yield kept
