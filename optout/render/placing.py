"""Making the answers for readers who say where they are, see `prepared`: one for all regions where the same holds.

What a guide says follows from how the reader's region matches those that its entry names. It calls the region by its
name as well, which is put in late: that is sure where the guides for two such regions differ in nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from optout import regions
from optout.guide import compose, words
from optout.guide.choose import audiences
from optout.guide.guide import Guide
from optout.guide.index import Index
from optout.guide.overview import ordered
from optout.guide.reader import Reader
from optout.messages import language
from optout.model import Audience, Platform
from optout.render import lists
from optout.render.prepared import LINE, PLACED
from optout.render.terminal import marked
from optout.spoken import LANGUAGES

# What is kept of a guide and its text; empty if it is not to be kept.
Kept = Callable[[Guide, str], str]
_MOST = 60  # variants that have a letter


class Variants(NamedTuple):
    """The letter of the variant for each region, by slug; and the first and the last region of each."""

    letters: Mapping[str, str]
    regions: Mapping[str, tuple[tuple[str, str], ...]]


def codes() -> tuple[str, ...]:
    """Every region that a reader can name, in the order of the letters."""
    return (*regions.GROUPS, *regions.codes())


def variants(platforms: Iterable[Platform]) -> Variants:
    """Which regions are told the same of each platform."""
    letters, ends = {}, {}
    for platform in platforms:
        named = (listed for one in audiences(platform) for listed in (one.regions, one.regions_except) if listed)
        every = tuple(dict.fromkeys(named))
        found: dict[tuple[regions.Match, ...], list[str]] = {}
        for code in codes():
            found.setdefault(tuple(regions.match(code, one) for one in every), []).append(code)
        if len(found) <= _MOST:
            letter = {code: _letter(number) for number, same in enumerate(found.values()) for code in same}
            letters[platform.slug] = "".join(letter[code] for code in codes())
            ends[platform.slug] = tuple((same[0], same[-1]) for same in found.values())
    return Variants(letters, ends)


def guides(platforms: Iterable[Platform], found: Variants, code: str, kept: Kept) -> Iterator[tuple[str, list[str]]]:
    """The variants of each guide in a language, under slug and letter."""
    for platform in platforms:
        for number, (first, last) in enumerate(found.regions.get(platform.slug, ())):
            made = compose(platform, Reader(first), code, code)
            text = marked(made)
            if first != last:
                other = marked(compose(platform, Reader(last), code, code))
                text = text.replace(_place(first, code), PLACED)
                text = text if text == other.replace(_place(last, code), PLACED) else ""
            if text and (line := kept(made, text)):
                yield f"{platform.slug} {_letter(number)}", [line]


def texts(index: Index) -> dict[str, str]:
    """The regions, what they are called in a guide in each language, and the lists for each of them."""
    places = {f"places.{code}": LINE.join(_place(one, code) for one in codes()) for code in LANGUAGES}
    return {"codes": " ".join(codes()), **places, **_lists(index)}


def _place(region: str, code: str) -> str:
    said = language(code).say(words.audience(Audience((region,))))
    return "".join(span.text for span in said)


def _lists(index: Index) -> dict[str, str]:
    """The lists, and the letter for each region; nothing where there is something else to say."""
    if index.broken():
        return {}
    found: dict[tuple[str, ...], int] = {}
    letters = []
    for region in codes():
        rows = ((code, ordered(index.rows(Reader(region), code))) for code in LANGUAGES)
        told = tuple("\n".join(lists.marked(listed, code)) for code, listed in rows)
        letters.append(_letter(found.setdefault(told, len(found))))
    if len(found) > _MOST:
        return {}
    kept = {
        f"list.{code}.{_letter(number)}": text
        for told, number in found.items()
        for code, text in zip(LANGUAGES, told, strict=True)
    }
    return {"list.letters": "".join(letters), **kept}


def _letter(number: int) -> str:
    return chr(ord("A") + number)
