"""The difference between two texts of a catalog, as a patch."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from io import BytesIO

from optout.render.lines import EntryMatcher
from optout.render.screen import Screen
from optout.text import shown

MANY = 10_000  # lines, above which entries are compared one by one: the difference gets longer where they moved
_STYLES = {"+": "32", "-": "31", "@": "36"}


def patch(old: bytes, new: bytes, file: str, screen: Screen, exact: bool = False) -> str:
    """A unified diff, coloured where the screen has colours; empty if there is no difference.

    An `exact` one can be applied with `patch` or `git apply -p0`; any other shows invisible characters as such.
    """
    olds, news = ([line.decode("utf-8", "replace") for line in BytesIO(text).readlines()] for text in (old, new))
    lines = _ended(_unified(olds, news, file))
    if not exact:
        lines = (shown(line.replace("\r\n", "\n"), lines=True) for line in lines)
    return "".join(_painted(line) if screen.colour else line for line in lines)


def _unified(old: Sequence[str], new: Sequence[str], file: str) -> Iterator[str]:
    """As difflib has it."""
    is_long = len(old) > MANY
    matcher = EntryMatcher(old, new) if is_long else SequenceMatcher(None, old, new)
    for number, group in enumerate(matcher.get_grouped_opcodes()):
        if not number:
            yield from (f"--- {file}\n", f"+++ {file}\n")
        (_, start, _, new_start, _), (_, _, end, _, new_end) = group[0], group[-1]
        yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from (f" {line}" for line in old[start:end])
            else:
                yield from (f"-{line}" for line in old[start:end])
                yield from (f"+{line}" for line in new[new_start:new_end])


def _range(start: int, end: int) -> str:
    """Lines as the head of a hunk names them (https://www.gnu.org/software/diffutils/manual/diffutils.html#Unified-Format)."""
    length = end - start
    return str(start + 1) if length == 1 else f"{start + (length > 0)},{length}"


def _ended(lines: Iterator[str]) -> Iterator[str]:
    """A last line without an end is said to have none, as in every unified diff."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str) -> str:
    style = "1" if line.startswith(("---", "+++")) else _STYLES.get(line[0], "")
    return f"\x1b[{style}m{line[:-1]}\x1b[0m\n" if style else line
