"""Problems as lists for people, programs and code hosts."""

from collections.abc import Iterable, Iterator, Mapping

from optout.problem import Fix, Problem, each_fix_once
from optout.render.laid import words, wrap
from optout.render.screen import Screen
from optout.render.wrap import width
from optout.text import as_json as document
from optout.text import shown

_STYLES = {"error": "1;31", "warning": "1;33", "quiet": "2", "fix": "32"}


def text(problems: Iterable[Problem], sources: Mapping[str, Mapping[int, str]], screen: Screen) -> str:
    """Each problem as in `concise`, and under it its line of the catalog, what was expected, and what mends it.

    `sources` holds, for each file, the lines that the problems are about, by their numbers.
    """
    return "\n".join(_shown(problem, sources[problem.place.file], screen) for problem in problems)


def concise(problems: Iterable[Problem]) -> str:
    """One problem a line: file:line:column: rule: what is wrong; what was expected; a suggestion."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON document: `{"version": 1, "problems": [...]}`, every field always there, the same fix once."""
    listed = [_fields(problem) for problem in each_fix_once(problems)]
    return document({"version": 1, "problems": listed})


def github(problems: Iterable[Problem]) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines of a pull request.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(map(_annotation, problems))


def _shown(problem: Problem, lines: Mapping[int, str], screen: Screen) -> str:
    place, paint = problem.place, _Paint(screen)
    rule = paint(problem.severity, problem.rule)
    number = str(place.line)
    room = max(screen.width, 20) - len(number) - 4
    source = lines.get(place.line, "")
    quoted, before, marked = _cropped(*_quoted(source, place.column - 1, problem.length), room, screen.unicode)
    caret = paint(problem.severity, "^" * marked)
    gutter, empty = paint("quiet", f" {number} |"), paint("quiet", f" {' ' * len(number)} |")
    said = [
        f"{shown(str(place))}: {rule}: {shown(problem.message)}",
        f"{gutter} {quoted}".rstrip(),
        f"{empty} {' ' * before}{caret}",
    ]
    for style, note in _notes(problem):
        said += [f" {' ' * len(number)} {sign} {paint(style, line)}" for sign, line in _note(note, room)]
    return "".join(f"{line}\n" for line in said)


class _Paint:
    """Colours, by what they mean, where the screen has them."""

    def __init__(self, screen: Screen) -> None:
        self.has_colour = screen.colour

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.has_colour and style else text


def _notes(problem: Problem) -> Iterator[tuple[str, str]]:
    """What is said under the line, with the style of each."""
    if problem.expected:
        yield "", f"expected {shown(problem.expected)}"
    if problem.suggestion:
        yield "fix", f"did you mean {shown(problem.suggestion)}?{' --fix writes it' if problem.fixes else ''}"
    elif problem.fixes:
        yield "fix", "--fix mends it"
    if problem.severity == "warning":
        yield "", "only a warning: the check does not fail for it"


def _note(text: str, room: int) -> Iterator[tuple[str, str]]:
    """The lines of a note, the first of them with a sign before it."""
    for number, line in enumerate(wrap(words([(text, "", "")]), room)):
        yield " " if number else "=", " ".join("".join(piece[0] for piece in word) for word in line)


def _cropped(line: str, start: int, length: int, room: int, unicode: bool) -> tuple[str, int, int]:
    """As much of a line as fits, with the marked part in it; the columns before that part, and its columns."""
    cut = "…" if unicode else "..."
    line = line.ljust(start + 1)  # the mark may stand behind the end of the line
    marked = line[start : start + max(1, length)]
    if width(line) <= room:
        return line, width(line[:start]), max(1, width(marked))
    left = 0
    if width(line[:start] + marked) > room - len(cut):
        left = len(line[:start]) - len(_fitting(line[:start][::-1], room // 4))
    head = cut if left else ""
    tail = _fitting(line[left:], room - len(head))
    if left + len(tail) < len(line):
        tail = _fitting(tail, room - len(head) - len(cut)) + cut
    whole = head + tail
    before = width(head + line[left:start])
    return whole, before, max(1, min(width(marked), width(whole) - before))


def _fitting(text: str, room: int) -> str:
    """As much of the start of a text as fits into so many columns."""
    used = 0
    for number, character in enumerate(text):
        used += width(character)
        if used > room:
            return text[:number]
    return text


def _quoted(line: str, start: int, length: int) -> tuple[str, int, int]:
    """A line of a catalog fit to print, a tab as a space; and where in it the marked part begins and how long it is."""
    line = line.rstrip("\r").replace("\t", " ")
    ends = (0, start, start + length, len(line))
    before, marked, after = (shown(line[ends[number] : ends[number + 1]]) for number in range(3))
    return before + marked + after, start + len(before) - len(line[:start]), max(length, len(marked))


def _fields(problem: Problem) -> dict[str, object]:
    flat = {**problem._asdict(), **problem.place._asdict(), "fixes": [_edit(fix) for fix in problem.fixes]}
    del flat["place"]
    return flat


def _edit(fix: Fix) -> dict[str, object]:
    start, end = fix.start, fix.end
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": fix.text,
    }


def _annotation(problem: Problem) -> str:
    place = problem.place
    words = f"{problem.rule}: {problem.sentence}"
    end = place.column + problem.length
    where = f"file={_property(shown(place.file))},line={place.line},col={place.column},endColumn={end}"
    return f"::{problem.severity} {where},title={_property(problem.rule)}::{_data(words)}\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
