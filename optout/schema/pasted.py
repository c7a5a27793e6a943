"""What came along when an entry was pasted: marks of Markdown, another format, signs that nobody sees.

YAML knows none of it, and a catalog is cut into entries by its lines. So a mark at the left edge is no entry, and keeps
one from being read. Each is told once, for all the lines that it is on, and the catalog is read on as it was meant.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from optout.address import signs
from optout.problem import Place, Problem
from optout.schema.fields import PLATFORM, field_names
from optout.schema.outdented import is_outdented, outdented
from optout.source.split import SLUG, Data
from optout.text import named


class Pasted(NamedTuple):
    """A mark, with the lines to read in place of those that it is on, by their numbers; None where a line goes.

    `is_certain` says that nothing else can have been meant.
    """

    problem: Problem
    lines: Mapping[int, str | None]
    is_certain: bool = True


def pasted(data: Data, file: str) -> list[Pasted]:
    """Every mark at the left edge of a catalog, in the order of its lines."""
    try:
        lines = bytes(data).decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return []
    strange = [number for number in range(1, len(lines) + 1) if _is_meant(lines, number)]
    walk = _Lines([line.removesuffix("\r") for line in lines], strange, file)
    return list(walk.marks())


_SLUG_LINE = re.compile(rf"{SLUG}:(?:[ \t]+#.*|[ \t]*)")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*[\w{.}-]*\s*")
_RULE = re.compile(r"(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_ASSIGNED = re.compile(r"\s*[\"']?(?:[\w-]+\.)*([\w-]+)[\"']?\s*=\s*(\S.*)?")
_SECTION = re.compile(r"\[\[?\s*[\"']?([\w-]+)[\w.\"' -]*\]\]?\s*(?:[#;].*)?")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)[^<>]*>.*|<!--.*")
_MARKED = re.compile(
    r"[*_`\"'\u201c\u2018]+\s*(.+?)\s*[*_`\"'\u201d\u2019]+\s*:[*_]*|(?:[*+\u2022\u2023\u25aa-]|\d{1,2}[.)]) +(.+:)"
)


_NUMBERED = re.compile(r"[ \t]*(\d+)[.:|)]?(?:[ \t](.*)|)")


def _is_numbered(lines: Sequence[str], number: int) -> bool:
    """Whether a slug stands behind the number of its line, and the lines below go on with the next numbers."""
    line = lines[number - 1]
    if not line[:24].lstrip()[:1].isdigit() or ":" not in line:
        return False
    found = [_NUMBERED.fullmatch(one.removesuffix("\r")) for one in lines[number - 1 : number + 2]]
    if len(found) < 3 or not all(found) or not _SLUG_LINE.fullmatch((found[0] and found[0][2]) or ""):
        return False
    first, second, third = (int(one[1]) for one in found if one)
    return first + 2 == second + 1 == third


_FEW = 3  # fields at the left edge that are not each a slip of its own


def _is_meant(lines: Sequence[str], number: int) -> bool:
    """Whether there is something to tell of a line, which is no part of an entry as it stands."""
    return (
        _is_strange(lines[number - 1])
        or _is_numbered(lines, number)
        or _is_shifted(lines, number)
        or is_outdented(lines, number)
        or _is_twice(lines, number)
    )


def _is_shifted(lines: Sequence[str], number: int) -> bool:
    """Whether a slug stands a space from the left edge, alone, with fields of an entry below it."""
    line = lines[number - 1]
    if line[:1] != " " or line[1:2] == " " or not _SLUG_LINE.fullmatch(line[1:].rstrip("\r")):
        return False
    below = lines[number] if number < len(lines) else ""
    is_field = below.startswith("  ") and below[2:3] != " " and _key(below) in PLATFORM.fields
    is_first = number == 1 or not lines[number - 2].strip()
    return is_field and is_first and _key(line) not in field_names()


def _is_strange(line: str) -> bool:
    """Whether a line begins at the left edge, and no entry does with it."""
    return bool(line) and line[0] not in " \t\r#" and not _SLUG_LINE.fullmatch(line.removesuffix("\r"))


class _Lines:
    """The lines of a catalog, and the numbers of those that are strange at the left edge."""

    def __init__(self, lines: Sequence[str], strange: Sequence[int], file: str) -> None:
        self.lines = lines
        self.strange = strange
        self.file = file
        self.done: set[int] = set()

    def marks(self) -> Iterator[Pasted]:
        kinds: tuple[Callable[[int, str], Pasted | None], ...] = (
            self.numbered, self.flat, self.shifted, self.unseen, self.lookalike, self.fence, self.front_matter,
            self.rule, self.prefixed, self.marked, self.assigned, self.json, self.tag, self.sentence, self.outdented,
            self.twice,
        )  # fmt: skip
        for number in self.strange:
            if number not in self.done:
                found = next(filter(None, (kind(number, self.lines[number - 1]) for kind in kinds)), None)
                if found:
                    self.done.update(found.lines)
                    yield found

    def told(self, number: int, rule: str, message: str, expected: str, suggestion: str = "") -> Problem:
        length = max(1, len(self.lines[number - 1].rstrip()))
        place = Place(self.file, number, 1)
        return Problem(place, rule, message, expected, suggestion, length=length)

    def below(self, number: int) -> str:
        """The next line with a text."""
        return next((line for line in self.lines[number:] if line.strip()), "")

    def run(self, number: int, belongs: Callable[[str], bool]) -> list[int]:
        """The numbers of the lines from one on that belong to it, without the empty ones behind the last."""
        last = number
        for following in range(number + 1, len(self.lines) + 1):
            line = self.lines[following - 1]
            if line.strip() and not belongs(line):
                break
            last = following if line.strip() else last
        return list(range(number, last + 1))

    def unseen(self, number: int, line: str) -> Pasted | None:
        """A byte order mark where two files were joined, and the like."""
        seen = signs.seen(line)
        spaced = re.sub(r"^\s+", lambda blank: " " * len(blank[0]), seen)
        if seen == line and spaced == line:
            return None
        if not spaced.strip():
            anew: str | None = None if number == len(self.lines) and not seen else ""
            told = self.told(number, "bad-character", f"nothing but {_first(line)} stands on this line", "no such sign")
            return Pasted(told, {number: anew})
        if seen == line:
            message = f"{_first(line)} stands where the line should be indented"
            return Pasted(
                self.told(number, "stray-line", message, "ordinary spaces, typed with the space bar"), {number: spaced}
            )
        typed = spaced if _SLUG_LINE.fullmatch(spaced) or spaced[0] in " #" else signs.plain(spaced)
        if not _SLUG_LINE.fullmatch(typed) and typed[0] not in " #":
            return None
        before = "before" if line[:1] != seen[:1] else "in"
        message = f"{_first(line)} stands {before} `{seen.strip()[:60]}`"
        return Pasted(self.told(number, "bad-character", message, "it removed"), {number: typed})

    def lookalike(self, number: int, line: str) -> Pasted | None:
        """A slug with another sign in place of a hyphen or a letter."""
        typed = signs.plain(line)
        if typed == line or not _SLUG_LINE.fullmatch(typed):
            return None
        told = signs.told(line)
        return Pasted(self.told(number, "other-character", told.message, told.expected, typed.strip()), {number: typed})

    def fence(self, number: int, line: str) -> Pasted | None:
        """Marks around code, alone or in twos."""
        found = _FENCE.fullmatch(line)
        if not found:
            return None
        closing = next((one for one in self.strange if one > number and _FENCE.fullmatch(self.lines[one - 1])), 0)
        sign = found[1]
        message = (
            f"`{sign}` is a mark of Markdown, around what is code"
            if "`" not in sign
            else (f"{sign} is a mark of Markdown, around what is code")
        )
        expected = f"this line taken out, and line {closing} as well" if closing else "this line taken out"
        return Pasted(
            self.told(number, "stray-line", message, expected), {number: None, **({closing: None} if closing else {})}
        )

    def front_matter(self, number: int, line: str) -> Pasted | None:
        """Lines between two `---` at the top, as pages have them; or one such line, as documents of YAML have."""
        if not re.fullmatch(r"---(?:\s.*)?|\.\.\.\s*|%[A-Z]+\s.*", line):
            return None
        closing = next(
            (one for one in self.strange if one > number and re.fullmatch(r"---\s*", self.lines[one - 1])), 0
        )
        between = self.lines[number : max(closing - 1, 0)]
        is_top = not any(one.strip() and not one.startswith("#") for one in self.lines[: number - 1])
        if closing and is_top and any(between) and not any(_SLUG_LINE.fullmatch(one) for one in between):
            message = (
                f"the lines up to the second `---` (line {closing}) are the head of a page, which a catalog has not"
            )
            told = self.told(number, "stray-line", message, "these lines taken out")
            return Pasted(told, dict.fromkeys(range(number, closing + 1)), is_certain=False)
        message = f"`{line.rstrip()[:60]}` begins another YAML document"
        told = self.told(number, "yaml-feature", message, "no such line: a catalog is one document")
        return Pasted(told, {number: None}, is_certain=line.rstrip() in ("---", "..."))

    def rule(self, number: int, line: str) -> Pasted | None:
        """A line across the page."""
        if not _RULE.fullmatch(line) and not re.fullmatch(r"-{4,}\s*", line):
            return None
        message = f"`{line.strip()[:20]}` is a line across the page in Markdown"
        return Pasted(self.told(number, "stray-line", message, "this line taken out"), {number: None})

    def numbered(self, number: int, line: str) -> Pasted | None:
        """The number of each line, as a viewer of files shows it."""
        if not _is_numbered(self.lines, number):
            return None
        bare: dict[int, str | None] = {}
        for one in range(number, len(self.lines) + 1):
            found = _NUMBERED.fullmatch(self.lines[one - 1])
            if not found or int(found[1]) != int(line.split()[0].rstrip(".:|)")) + one - number:
                break
            bare[one] = found[2]
        message = f"`{line.split()[0]}` is the number of a line, which came along from where this was copied"
        return Pasted(self.told(number, "stray-line", message, f"{len(bare)} lines without their numbers"), bare)

    def flat(self, number: int, line: str) -> Pasted | None:
        """The fields of an entry, each at the left edge."""
        above = self.lines[number - 2] if number > 1 else ""
        if _key(line) not in PLATFORM.fields or not _SLUG_LINE.fullmatch(above) or _key(above) in PLATFORM.fields:
            return None
        lines = self.run(number, lambda one: one[0] in " -#" or _key(one) in PLATFORM.fields)
        if sum(self.lines[one - 1][:1] not in ("", " ", "-", "#") for one in lines) < _FEW:
            return None
        message = f"the fields of `{_key(above)}` stand at the left edge, as entries do"
        expected = f"two more spaces before each line from here to line {lines[-1]}"
        bare = {one: f"  {self.lines[one - 1]}" for one in lines if self.lines[one - 1].strip()}
        return Pasted(self.told(number, "stray-line", message, expected), bare)

    def shifted(self, number: int, line: str) -> Pasted | None:
        """A slug with a space before it, and its fields where they should be."""
        if not _is_shifted(self.lines, number):
            return None
        message = f"`{line.strip()}` begins an entry, and stands a space from the left edge"
        return Pasted(self.told(number, "stray-line", message, "it at the left edge"), {number: line.strip()})

    def prefixed(self, number: int, line: str) -> Pasted | None:
        """A sign before each line, as mails and comparisons have it."""
        sign = line[0]
        if sign not in ">+|":
            return None
        lines = [number]
        while lines[-1] < len(self.lines) and self.lines[lines[-1]].startswith(sign):
            lines.append(lines[-1] + 1)
        bare = {one: self.lines[one - 1][1:] for one in lines}
        if sign != "+" and all(not one or one.startswith(" ") for one in bare.values()):
            bare = {one: text[1:] for one, text in bare.items()}
        first = next((text for text in bare.values() if text.strip()), "")
        if not (_SLUG_LINE.fullmatch(first) or first.startswith(" ") or len(lines) == 1):
            return None
        if len(lines) == 1 and not _SLUG_LINE.fullmatch(first) and not first.startswith(" "):
            if _key(first) not in field_names():
                return None
            bare = {number: f"  {first}"}
        of = (
            "a mark of Markdown and of mails, before what is quoted"
            if sign == ">"
            else "a mark before a line that is new"
        )
        of = "a mark at the edge of a table" if sign == "|" else of
        message = f"`{sign}` is {of}"
        many = f"{len(lines)} lines without it" if len(lines) > 1 else "the line without it"
        return Pasted(self.told(number, "stray-line", message, many, "" if len(lines) > 1 else bare[number]), bare)

    def marked(self, number: int, line: str) -> Pasted | None:
        """A slug in bold, as code, in quotes or after a bullet."""
        found = _MARKED.fullmatch(line.rstrip())
        typed = f"{(found[1] or found[2]).strip('*_`: ')}:" if found else ""
        if not _SLUG_LINE.fullmatch(typed) or typed[:-1] in PLATFORM.fields:
            return None
        sign = re.match(r"\W+|\d+.", line)
        mark = sign[0].strip() if sign else ""
        shown = "a backtick" if "`" in mark else f"`{mark}`"
        return Pasted(
            self.told(number, "stray-line", f"{shown} stands beside the slug of an entry", "the slug alone", typed),
            {number: typed},
        )

    def assigned(self, number: int, line: str) -> Pasted | None:
        """Fields with `=`, in a section or alone, as TOML and other files of settings have them."""
        section, field = _SECTION.fullmatch(line), _ASSIGNED.fullmatch(line)
        if not section and not field:
            return None
        lines = self.run(number, _is_assigned)
        fields = filter(None, (_ASSIGNED.fullmatch(self.lines[one - 1]) for one in lines))
        first = next((found for found in fields if (found[2] or "{")[0] not in "[{"), None)
        if first is None:
            return None
        name, value = first[1], _value(first[2] or "...")
        if len(lines) == 1 and name in field_names():
            typed = f"  {name}: {value}"
            message = f"`=` stands after `{name}` in place of a colon, at the left edge"
            return Pasted(
                self.told(number, "stray-line", message, "two spaces before it, and a colon", typed), {number: typed}
            )
        slug = f"`{section[1]}:`" if section and re.fullmatch(SLUG, section[1]) else "the slug and a colon"
        message = "here begins what is written as in TOML, with `=` in place of colons"
        expected = f"{slug} alone on a line, and below it each field with two spaces before it, as in `{name}: {value}`"
        return Pasted(self.told(number, "stray-line", message, expected), dict.fromkeys(lines), is_certain=False)

    def json(self, number: int, line: str) -> Pasted | None:
        """An entry between braces."""
        found = re.fullmatch(rf"(?:[\"']?({SLUG})[\"']?\s*[:=]\s*)?\{{\s*(.*)", line)
        if not found:
            return None
        last = next((one for one in range(number, len(self.lines) + 1) if re.match(r"\}", self.lines[one - 1])), number)
        inside = "\n".join(self.lines[number - 1 : last])
        pair = re.search(r"[\"']?([\w-]+)[\"']?\s*[:=]\s*([^\s{}][^\n,{}]*)", inside[len(line) - len(found[2]) :])
        example = f"{pair[1]}: {_value(pair[2])}" if pair else "name: ..."
        slug = f"`{found[1]}:`" if found[1] else "the slug and a colon"
        message = "here begins what is written as JSON, with braces"
        expected = (
            f"{slug} alone on a line, and below it each field with two spaces before it and no comma, as in `{example}`"
        )
        return Pasted(
            self.told(number, "stray-line", message, expected), dict.fromkeys(range(number, last + 1)), is_certain=False
        )

    def tag(self, number: int, line: str) -> Pasted | None:
        """A tag of HTML, alone or with what it holds."""
        found = _TAG.fullmatch(line)
        if not found:
            return None
        taken = [number]
        for one in self.strange[self.strange.index(number) + 1 :]:
            between = self.lines[taken[-1] : one - 1]
            is_inside = not any(_SLUG_LINE.fullmatch(other) for other in between)
            if not _TAG.fullmatch(self.lines[one - 1]):
                break
            taken += [*(range(taken[-1] + 1, one) if is_inside else ()), one]
        message = f"`{line.strip()[:60]}` is HTML or XML"
        last = f", and what else is HTML up to line {taken[-1]}" if len(taken) > 1 else ""
        told = self.told(number, "stray-line", message, f"this line taken out{last}")
        return Pasted(told, dict.fromkeys(taken), is_certain=False)

    def sentence(self, number: int, line: str) -> Pasted | None:
        """Words between two entries, that nobody made a comment of."""
        above = self.lines[number - 2] if number > 1 else ""
        following = self.lines[number] if number < len(self.lines) else ""
        if following.startswith((" ", "\t")):
            return None  # it is meant for a slug
        if above.strip() or not re.match(r"\w+\S* +\w", line) or re.match(r"[\w-]+:(\s|$)", line):
            return None
        message = f"`{line.rstrip()[:60]}` stands between entries"
        typed = f"# {line.rstrip()}"
        return Pasted(
            self.told(number, "stray-line", message, "# before a comment", typed), {number: typed}, is_certain=False
        )

    def outdented(self, number: int, line: str) -> Pasted | None:
        """A line of an entry, without the spaces before it."""
        found = outdented(self.lines, number)
        if found is None:
            return None
        told = self.told(number, "stray-line", found.message, found.expected)
        return Pasted(told, found.lines, found.is_certain)

    def twice(self, number: int, line: str) -> Pasted | None:
        """The slug of an entry on two lines, one below the other."""
        if not _is_twice(self.lines, number):
            return None
        message = f"`{line.strip()}` stands here twice, on one line below the other"
        return Pasted(self.told(number, "duplicate-entry", message, "it once"), {number: None})


def _is_twice(lines: Sequence[str], number: int) -> bool:
    """Whether a slug stands on the line above, too."""
    line = lines[number - 1]
    return number > 1 and line == lines[number - 2] and bool(_SLUG_LINE.fullmatch(line.removesuffix("\r")))


def _first(line: str) -> str:
    """The name of the first character that nobody sees, or that looks like a space."""
    found = next(one for one in line if one not in " \t" and (signs.seen(one) != one or one.isspace()))
    return f"{named(found)}, a byte order mark," if found == "\ufeff" else named(found)


def _key(line: str) -> str:
    return line.split(":", 1)[0].strip()


def _is_assigned(line: str) -> bool:
    return bool(_SECTION.fullmatch(line) or _ASSIGNED.fullmatch(line) or re.match(r"\s*[;#\]}\"'{]", line)) and not (
        line.startswith("#")
    )


def _value(written: str) -> str:
    """The value of a field as an entry has it: without quotes around words, a comma, or braces."""
    bare = written.strip().rstrip(",")
    return bare[1:-1] if re.fullmatch(r"\"[\w .-]+\"|'[\w .-]+'", bare) else bare
