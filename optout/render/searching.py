"""Making what is searched with the package, see `searched`."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from optout.guide.everyday import everyday, plain, split
from optout.guide.index import Index
from optout.guide.places import Gathered, Passage, texts
from optout.messages import language
from optout.model import Platform
from optout.prose import without_citations
from optout.ranking import LONG, PLACES
from optout.render import lists
from optout.render.prepared import LINE
from optout.render.searched import ASKED, FIELD
from optout.spoken import LANGUAGES
from optout.text import is_seen_anywhere

_MANY = 10  # words


def search_texts(index: Index, languages: Sequence[str] = LANGUAGES) -> dict[str, str]:
    """What is said of all results together; nothing if some entries are broken, which is to be said first."""
    if index.broken():
        return {}
    count = index.number()
    found = {"silent": " ".join(sorted(everyday().silent))}
    for code in languages:
        text = language(code).text
        found[f"near.{code}"] = text(lists.near_by(ASKED))
        found[f"more.{code}"] = "\n".join(text(lists.further(number)) for number in range(1, count))
    return found


def search_tables(index: Index, platforms: Iterable[Platform]) -> dict[str, dict[str, list[str]]]:
    """What each result shows, under its position; the texts of each entry; what is said for a word."""
    told = {one.slug: [texts] for one in platforms if (texts := passages(one))}
    hits = {f"hits.{code}": dict(hit_lines(index, told, code)) for code in LANGUAGES}
    return {"meant": meant(), "passages": told, "begun": dict(_begun(index)), **hits}


def meant() -> dict[str, list[str]]:
    """What is said for a word."""
    return {word: sorted(everyday().meant(word)) for one in everyday().meanings for word in one}


def _begun(index: Index) -> Iterator[tuple[str, list[str]]]:
    """Of each letter, and of two with which many words begin, the positions of these words, place by place."""
    words = index.words().split("\n")[1:-1]
    starts = Counter(word[:length] for word in words for length in range(1, LONG) if len(word) > length)
    for start, count in starts.items():
        if len(start) == 1 or count > _MANY:
            places = (sorted(set(index.begun(place, start))) for place in PLACES)
            yield start, [FIELD.join(",".join(map(str, found)) for found in places)]


def hit_lines(index: Index, told: Container[str], code: str) -> Iterator[tuple[str, list[str]]]:
    """What each result shows in a language, under its position, if all of it is seen, its texts as well.

    `told` has the slugs of the platforms whose texts are.
    """
    tongue = language(code)
    for position, one in enumerate(index.at(range(index.number()), code)):
        cells = lists.hit(one, "", tongue)[:5]
        if is_seen_anywhere("".join(cells)) and (isinstance(one, Gathered) or one.slug in told):
            yield str(position), [FIELD.join(cells)]


def passages(platform: Platform, languages: Sequence[str] = LANGUAGES) -> str:
    """The texts of a platform as these languages show them; empty unless all of it is seen anywhere."""
    told = [texts(platform, code) for code in languages]
    lines = [_passage(same) for same in zip(*told, strict=True)]
    return LINE.join(lines) if is_seen_anywhere("".join(lines).replace(FIELD, "")) else ""


def _passage(said: tuple[Passage, ...]) -> str:
    """A text as its words are compared, and, where that differs, as each language shows it."""
    text = plain(said[0].text)
    words = text if text.isascii() else " ".join(split(text))
    shown = [without_citations(one.shown or one.text) for one in said]
    return words if set(shown) == {words} else FIELD.join((words, *shown))
