"""Search results that were prepared with the package, see `prepared`: ranked as `guide.search` ranks, nothing is read.

What a line shows of each platform and group, in each language; the texts of every entry in the form in which words are
compared; and what else people say for a word.
"""

from __future__ import annotations

from optout import ranking
from optout.store import Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from optout.store import Store

FIELD = "\x02"  # between what a value holds, as line breaks are `prepared.LINE`
ASKED = "\x06"  # stands for what was asked for, which no catalog can hold


class Searched:
    """Searches answers that were prepared, and the index of their catalog; `languages` are those of the texts."""

    def __init__(self, answers: Store, index: Store, line: str, languages: Sequence[str]) -> None:
        self._answers = answers
        self._index = _Begun(index, answers)
        self._line = line
        self._languages = languages

    def hits(self, asked: Sequence[str], language: str, most: int) -> list[Sequence[str]] | None:
        """The best lines, see `columns.hits`; empty if nothing is found, None for what only the long way can say."""
        try:
            return self._hits(asked, language, most) if all(map(_is_plain, asked)) else None
        except (Damaged, ValueError, IndexError):
            return None

    def _hits(self, asked: Sequence[str], language: str, most: int) -> list[Sequence[str]] | None:
        whole = "".join(ranking.split(" ".join(asked)))
        silent = self._answers.text("silent").split(" ")
        words = ranking.split(" ".join(asked))
        said = [word for word in words if word not in silent] or words
        if not said:
            return None
        wholes = dict.fromkeys(("".join(said), whole))
        scores, is_near = ranking.ranked(self._index, said, wholes, self._meant)
        wanted, _ = ranking.variants(said[-1], self._index.words(), self._meant)
        found: list[Sequence[str]] = []
        for position in ranking.best(scores, most):
            one = self._answers.line(f"hits.{language}", str(position)).split(FIELD)
            if len(one) < 2:
                raise Damaged
            found.append(one if len(one) == 2 else [*one, self._telling(one[3], language, wanted)])
        if found and is_near:
            found.insert(0, [self._answers.text(f"near.{language}").replace(ASKED, " ".join(asked))])
        if len(scores) > most:
            found.append([self._answers.text(f"more.{language}").split("\n")[len(scores) - most - 1]])
        return found

    def _meant(self, word: str) -> Sequence[str]:
        return self._answers.get("meant", word)

    def _telling(self, slug: str, language: str, wanted: dict[str, float]) -> str:
        passages = self._answers.line("passages", slug).split(self._line)
        return ranking.telling(_having(passages, 1 + self._languages.index(language), wanted), wanted)


class _Begun(ranking.Lookup):
    """An index with what was prepared of words that many others begin with."""

    def __init__(self, index: Store, answers: Store) -> None:
        super().__init__(index)
        self._answers = answers

    def begun(self, place: str, word: str) -> Iterable[int]:
        """The positions of what has a word there that begins with this one and goes on."""
        line = self._answers.line("begun", word)
        if not line:
            return super().begun(place, word)
        found = line.split(FIELD)[ranking.PLACES.index(place)]
        return map(int, found.split(",")) if found else ()


def nothing(asked: Sequence[str]) -> str:
    """That nothing was found."""
    return f"nothing found for `{' '.join(asked)}`; try fewer words, or `optout list` for all platforms"


def _is_plain(text: str) -> bool:
    """Whether a text has nothing of an address, and no sign that is spelt out in a name."""
    return text.isascii() and text.isprintable() and not any(sign in text for sign in ".+#:") and bool(text.strip())


def _having(passages: list[str], at: int, wanted: dict[str, float]) -> Iterator[tuple[list[str], str]]:
    """The passages that have one of the words somewhere, by their words, and as they are shown: in which field."""
    for passage in passages:
        lower = passage.lower()
        if any(word in lower for word in wanted):
            fields = passage.split(FIELD)
            text = fields[0]
            words = ranking.split(text) if text.isascii() else text.split(" ")
            yield words, (fields[at] if len(fields) > 1 else text)
