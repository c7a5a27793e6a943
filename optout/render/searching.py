"""Making what is searched with the package, see `searched`."""

from collections import Counter
from collections.abc import Iterable, Iterator

from optout.guide.everyday import everyday, plain, split
from optout.guide.index import Index
from optout.guide.places import Passage, texts
from optout.messages import language
from optout.model import Platform
from optout.ranking import LONG, PLACES
from optout.render import lists
from optout.render.prepared import LINE
from optout.render.searched import ASKED, FIELD
from optout.spoken import LANGUAGES
from optout.text import is_seen_anywhere

_MANY = 10  # words


def search_texts(index: Index) -> dict[str, str]:
    """What is said of all results together; nothing if some entries are broken, which is to be said first."""
    if index.broken():
        return {}
    count = index.number()
    found = {"silent": " ".join(sorted(everyday().silent))}
    for code in LANGUAGES:
        text = language(code).text
        found[f"near.{code}"] = text(lists.near_by(ASKED))
        found[f"more.{code}"] = "\n".join(text(lists.further(number)) for number in range(1, count))
    return found


def search_tables(index: Index, platforms: Iterable[Platform]) -> dict[str, dict[str, list[str]]]:
    """What each result shows, under its position; the texts of each entry; what is said for a word."""
    hits = {f"hits.{code}": dict(_hits(index, code)) for code in LANGUAGES}
    meant = {word: sorted(everyday().meant(word)) for one in everyday().meanings for word in one}
    return {"meant": meant, "passages": dict(_passages(platforms)), "begun": dict(_begun(index)), **hits}


def _begun(index: Index) -> Iterator[tuple[str, list[str]]]:
    """Of each letter, and of two with which many words begin, the positions of these words, place by place."""
    words = index.words().split("\n")[1:-1]
    starts = Counter(word[:length] for word in words for length in range(1, LONG) if len(word) > length)
    for start, count in starts.items():
        if len(start) == 1 or count > _MANY:
            places = (sorted(set(index.begun(place, start))) for place in PLACES)
            yield start, [FIELD.join(",".join(map(str, found)) for found in places)]


def _hits(index: Index, code: str) -> Iterator[tuple[str, list[str]]]:
    tongue = language(code)
    for position, one in enumerate(index.at(range(index.number()), code)):
        cells = list(lists.hit(one, "", tongue))
        yield str(position), [FIELD.join(cells[:5])]


def _passages(platforms: Iterable[Platform]) -> Iterator[tuple[str, list[str]]]:
    for platform in platforms:
        told = [texts(platform, code) for code in LANGUAGES]
        lines = [_passage(same) for same in zip(*told, strict=True)]
        if is_seen_anywhere("".join(lines).replace(FIELD, "")):
            yield platform.slug, [LINE.join(lines)]


def _passage(said: tuple[Passage, ...]) -> str:
    """A text as its words are compared, and, where that differs, as each language shows it."""
    text = plain(said[0].text)
    words = text if text.isascii() else " ".join(split(text))
    shown = [lists.uncited(one.shown or one.text) for one in said]
    return words if set(shown) == {words} else FIELD.join((words, *shown))
