"""Problems beside the text that they are about, entry by entry."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from optout.problem import Problem
from optout.source.split import Chunk, cut_all


def by_chunk(data: bytes, problems: Iterable[Problem]) -> Iterator[tuple[Chunk, list[Problem]]]:
    """Every entry of a catalog, and any text between them, with the problems that stand there, in the order of lines.

    What stands above the first entry is in none.
    """
    waiting = iter(sorted(problems, key=lambda problem: problem.place.line))
    problem = next(waiting, None)
    for chunk, following in pairwise(chain(cut_all(data), (None,))):
        assert chunk is not None
        found = []
        while problem and (following is None or problem.place.line < following.line):
            if problem.place.line >= chunk.line:
                found.append(problem)
            problem = next(waiting, None)
        yield chunk, found
