"""What a beginner did, in plain words, where YAML only knows what it did not expect.

An entry that YAML cannot read is gone through line by line, as it was meant: fields of a group under each other, the
value after the colon. The first line that breaks with that is the cause; what YAML stumbled over is often below it.
"""

import re

from optout.alike import DOUBLE_QUOTES, SINGLE_QUOTES
from optout.schema import left_out, meant
from optout.schema.beginnings import begun
from optout.schema.beside import beside
from optout.schema.decode import ODD_SPACE
from optout.schema.fields import SOURCE, field_names
from optout.schema.told import Slip, in_quotes, nameless, requoted
from optout.schema.values import as_text
from optout.source.split import SLUG

QUOTES = "quotes around a text that contains a colon and a space"


def slip(lines: list[str], until: int) -> Slip | None:
    """The first slip up to the line `until`, on which YAML gave up; None if there is none that has a name here."""
    return _Walk(lines[: until + 1], lines).first()


_FIELD = re.compile(r"(?P<dashes>(?:- +)*)(?P<sign>[\"']?)(?P<name>\w[\w-]*)(?P=sign):(?:\s+(?P<value>.*))?$")
_ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_SPACES = re.compile(rf"[ \t{_ODD}]*")
_ODDLY_SPACED = re.compile(rf"((?:- +)*([\w-]+):) *[{_ODD}][{_ODD} ]*(\S.*)")
_BLOCK = re.compile(r"[|>][-+0-9]*(?: +#.*)?")
_CLOSED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


class _Walk:
    """One walk over the lines, knowing which groups are open: their indents, and the fields that stand at them."""

    def __init__(self, lines: list[str], whole: list[str]) -> None:
        self.lines = lines
        self.whole = whole
        self.names = field_names()
        self.open: list[tuple[int, str]] = []
        self.holds = False  # whether the field above has its value, so that nothing deeper can be a field
        self.block = -1  # the indent of the field whose block of text goes on
        self.text = -1  # the indent of the first line of that text
        self.item = -1  # the indent of the item above, if it is a text without quotes
        self.cited = _ids(whole)

    def first(self) -> Slip | None:
        number = 0
        while number < len(self.lines):
            found, number = self.line(number)
            if found:
                return found
        return None

    def line(self, number: int) -> tuple[Slip | None, int]:
        """The slip of a line, and the number of the next to look at."""
        line = self.lines[number].rstrip()
        lead = _SPACES.match(line)
        assert lead
        text, indent = line[lead.end() :], lead.end()
        if not text or text.startswith("#"):
            return None, number + 1
        if self.block >= 0 and (found := self.in_block(number, indent, text)):
            return found, number + 1
        if self.block >= 0 and indent > self.block:
            return None, number + 1
        self.block = self.text = -1
        if odd := re.search(r"[^ ]", lead[0]):
            deep = self.depth_beside(number, text) if odd[0] == "\t" else -1
            return _odd_indent(number, odd, " " * (self.indent if deep < 0 else deep) + text, deep), number + 1
        if tab := re.match(r"((?:- *)*-) *\t\s*", text):
            right = f"{tab[1]} {text[tab.end() :]}"
            return Slip(number, indent, "a tab stands after the dash", "one space", right), number + 1
        if (spaced := _ODDLY_SPACED.fullmatch(text)) and spaced[2] in self.names:
            message = f"{ODD_SPACE} stands after the colon of `{spaced[2]}`"
            right = f"{spaced[1]} {spaced[3]}"
            return Slip(number, indent, message, "an ordinary space", right), number + 1
        if twice := re.match(r"-(?: *-)+ +(?=\S)", text):
            found = Slip(number, indent, "two dashes stand before this item", "one dash", f"- {text[twice.end() :]}")
            return found, number + 1
        field = _FIELD.match(text)
        named = field and (field["name"] in self.names or number == 0 or not self.holds or indent <= self.indent)
        if not field or not named:
            return self.other(number, indent, text), number + 1
        self.item = -1
        at = indent + len(field["dashes"])
        if field["dashes"] and self.holds and self.open and indent == self.indent and field["name"] in self.names:
            message = f"a dash stands before `{field['name']}`, a field of the same group as `{self.open[-1][1]}` above"
            return Slip(number, indent, message, NO_DASH, text[len(field["dashes"]) :]), number + 1
        found = self.misplaced(number, indent, at, field["name"], bool(field["dashes"]))
        value = field["value"] or ""
        self.holds = bool(value) and not value.startswith("#")
        if found or not self.holds:
            return found, number + 1
        if _BLOCK.fullmatch(value):
            self.block = indent
            return None, number + 1
        return self.value(number, len(line) - len(value), value)

    def in_block(self, number: int, indent: int, text: str) -> Slip | None:
        """A line of a block of text that does not stand as deep as it should."""
        if indent > self.block and (self.text < 0 or indent >= self.text):
            self.text = indent if self.text < 0 else self.text
            return None
        field = _FIELD.match(text)
        if (field and field["name"] in self.names) or text.startswith("- ") or indent < self.block:
            return None
        deep = self.text if self.text > 0 else self.block + 2
        message = (
            f"the text after `{self.open[-1][1] if self.open else '|'}` stands on lines with {deep} spaces before them"
        )
        return Slip(number, 0, f"{message}, this one has {indent}", ALIGNED, " " * deep + text)

    @property
    def indent(self) -> int:
        return self.open[-1][0] if self.open else 0

    def misplaced(self, number: int, indent: int, at: int, name: str, begins_item: bool) -> Slip | None:
        """A field that stands neither under another of its group nor deeper than one without a value."""
        if self.open and indent > self.indent and self.holds:
            return self.wrong_indent(number, indent, name, *self.open[-1])
        above = self.open[-1] if self.open else (0, "")
        while self.open and self.open[-1][0] > (indent if begins_item else at):
            above = self.open.pop()
        if not begins_item and self.open and self.open[-1][0] < at and above[0] > at:
            return self.wrong_indent(number, indent, name, *above)
        if self.open and self.open[-1][0] == at:
            self.open[-1] = (at, name)
        else:
            self.open.append((at, name))
        return None

    def wrong_indent(self, number: int, indent: int, name: str, right: int, above: str) -> Slip:
        first = self.line_of(number, right, above)
        if name in SOURCE.fields and above in SOURCE.fields and self.lines[first - 1].strip() == "sources:":
            told = nameless("source")
            return Slip(first, right, told.message, told.expected)
        if found := self.dashed(number, indent, right) or self.shallow(number, indent, right):
            return found
        if self.is_alone(first, number, indent, right):
            message = f"`{above}` is indented by {_spaces(right)}, `{name}` below it by {indent}"
            instead = " " * indent + self.lines[first].lstrip()
            return Slip(first, right, message, _TOGETHER.format(_spaces(indent)), instead=instead)
        message = f"`{name}` is indented by {_spaces(indent)}, `{above}` above it by {right}"
        expected = _TOGETHER.format(_spaces(right))
        return Slip(number, indent, message, expected, instead=" " * right + self.lines[number].lstrip())

    def is_alone(self, first: int, number: int, indent: int, right: int) -> bool:
        """Whether it is the first field of a group that is out of line, and those after it stand alike."""
        begins = first == number - 1 and first > 0 and _depth(self.lines[first - 1]) < min(right, indent)
        after = (_depth(line) for line in self.whole[number + 1 :] if line.strip())
        return begins and next((depth for depth in after if depth <= indent), 0) == indent

    def dashed(self, number: int, indent: int, right: int) -> Slip | None:
        """The first of several lines above with a dash before each field, under which the others stand."""
        run = number
        while re.match(rf" {{{indent}}}- +[\w-]+:", self.lines[run - 1]) and run > 1:
            run -= 1
        if run == number or right != indent + 2:
            return None
        name = self.lines[run].lstrip(" -").split(":")[0]
        message = f"a dash stands before `{name}`, which {_GOES_ON}"
        text = self.lines[run].lstrip().lstrip("- ")
        return Slip(run, indent, message, NO_DASH, text)

    def shallow(self, number: int, indent: int, right: int) -> Slip | None:
        """The beginning of an item that stands less deep than all that follows in it."""
        first = next((one for one in range(number - 1, 0, -1) if "- " in self.lines[one][:right]), 0)
        below = next((one for one in range(number, len(self.whole)) if not self.is_at(one, indent)), len(self.whole))
        above = self.lines[first:number]
        is_item = first and self.lines[first][: right - 2].isspace() and self.lines[first][right - 2 : right] == "- "
        if (
            not is_item
            or below - number <= len(above)
            or not all(self.is_at(one, right) for one in range(first + 1, number))
        ):
            return None
        by = indent - right
        side, more = ("left", "more") if by > 0 else ("right", "fewer")
        message = f"this item begins {_spaces(abs(by))} to the {side} of the {below - number} lines that belong to it"
        expected = f"{_spaces(abs(by))} {more} before this line" + (" and the next ones" if len(above) > 1 else "")
        return Slip(first, right - 2, message, expected)

    def is_at(self, number: int, indent: int) -> bool:
        """Whether a field stands at an indent."""
        line = self.whole[number]
        return line[:indent].isspace() and bool(_FIELD.match(line[indent:])) and line[indent] != "-"

    def line_of(self, number: int, indent: int, name: str) -> int:
        """The last line above on which a field stands."""
        begins = " " * indent + name + ":"
        return next((one for one in range(number - 1, 0, -1) if self.lines[one].startswith(begins)), number)

    def other(self, number: int, indent: int, text: str) -> Slip | None:
        """What is no field: an item, more of the text above, or a field that lacks a sign."""
        item = re.match(r"(?:- +)*", text)
        rest = text[item.end() :] if item else text
        column = indent + len(text) - len(rest)
        if stuck := re.match(rf"([\w-]+)(\s*[={_COLONS}]\s*|:|\s+)(.*)", rest):
            name, sign, value = stuck.groups()
            is_word = sign.isspace() and self.is_cut_short(number, value)
            if name in self.names and not is_word and not (self.holds and sign.isspace() and indent > self.indent):
                right = f"{name}: {value}" if value else f"{name}:"
                if sign == ":":
                    return Slip(number, column, f"there is no space after the colon of `{name}`", "one space", right)
                is_item = bool(item and item[0])
                if not sign.isspace() or (self.is_begun(number, column) if is_item else indent == self.indent):
                    return Slip(number, column, _instead_of_colon(name, sign.strip()), "a colon and a space", right)
        if (stuck := re.match(r"-(\w[\w-]*):(?: |$)", text)) and stuck[1] in self.names:
            return Slip(number, indent, "there is no space after the dash", "one space", f"- {text[1:]}")
        if marked := self.marked(number, indent, text):
            return marked
        if comment := _COMMENT.fullmatch(text):
            said = (comment[1] or comment[2] or comment[3] or "").strip()
            return Slip(number, indent, "this is no comment in YAML", "# before a comment", f"# {said}")
        if (sign := meant.bullet(text)) and not self.holds:
            message = f"`{sign}` is no dash of a list"
            return Slip(number, indent, message, "a dash and a space", f"- {text[len(sign) :].lstrip()}")
        if re.fullmatch(r"[\w-]+", text) and (not self.holds or indent <= self.indent) and self.heads(number, indent):
            return Slip(number, indent, _instead_of_colon(text, ""), "a colon", f"{text}:")
        if text.startswith("-") or not self.open:
            self.item = indent if rest and rest != text and rest[0] not in "\"'[{|>" else -1
            if _BLOCK.fullmatch(rest):
                self.block = indent
            elif rest and rest != text:
                return self.value(number, column, rest)[0]
            return None
        above = self.item if self.item >= 0 else self.indent
        if indent <= above and (self.item >= 0 or self.holds):
            message = "this line is neither a field nor, by its indent, more of the text above"
            ended = self.item == indent and re.search(r"[\].!?)]$", self.lines[number - 1].rstrip())
            if ended and text[0] not in "\"'[{#&*!|>%@`":
                return Slip(number, indent, "there is no dash before this item", "a dash and a space", f"- {text}")
            expected = f"at least {above + 2} spaces before it if the text above goes on here, or a name and a colon"
            is_text = " " in text or text.startswith("[")  # a word alone may be half a field
            return Slip(number, indent, message, expected, instead=(" " * (above + 2) + text) * is_text)
        if self.holds and indent > self.indent:
            colon = rest.find(": ")
            return Slip(number, indent + colon, _COLON, QUOTES, instead="") if colon > 0 else None
        return None

    def marked(self, number: int, indent: int, text: str) -> Slip | None:
        """A line of Markdown or TOML, or a field with marks of Markdown around its name or before it."""
        if fence := re.fullmatch(r"(`{3,}|~{3,})[\w-]*", text):
            return Slip(number, indent, f"{fence[1]}{FENCE}", "this line taken out", instead="")
        section = re.fullmatch(r"\[\[?([\w-]+)[\w.-]*\]\]?", text)
        if section and section[1] not in self.cited:
            expected = f"`{section[1]}:` in its place, and below it fields two spaces deeper, with colons for `=`"
            return Slip(number, indent, "here begins what is written as in TOML", expected, instead="")
        around = re.fullmatch(r"([*_`]+)([\w-]+)(?:\1:|:\1)(?:\s+(.*))?", text)
        if around and around[2] in self.names:
            mark = "a backtick" if "`" in around[1] else f"`{around[1]}`"
            right = f"{around[2]}: {around[3] or ''}".rstrip()
            return Slip(number, indent, f"{mark} stands around the name of a field", "the name alone", right)
        before = re.fullmatch(r"([*+>|\u2022\u2023\u25aa\u25e6]|\d{1,2}[.)]) *((\w[\w-]*):(?: .*)?)", text)
        if before and before[3] in self.names and self.holds and indent == self.indent:
            return Slip(number, indent, f"`{before[1]}` stands before a field", "the field alone", before[2])
        return None

    def is_cut_short(self, number: int, rest: str) -> bool:
        """Whether the line above is a sentence that has not ended, with which this one goes on."""
        above = self.lines[number - 1].split() if number else []
        return len(above) > _FEW_WORDS and above[-1][-1] not in ".!?]\"')" and len(rest.split()) > 1

    def value(self, number: int, column: int, value: str) -> tuple[Slip | None, int]:
        """What is wrong with a value that begins at `column`, and the line after it."""
        before = self.lines[number][:column]
        if second := beside(before, value):
            message = f"a second field, `{second.name}`, stands on this line"
            expected = f"`{second.written}` on a line of its own, below this one"
            instead = (
                None if second.written.endswith(":") else before + value[: second.end]
            )  # else what is below is lost
            return Slip(number, column + second.start, message, expected, instead=instead), number + 1
        if value[0] in "\"'":
            return self.quoted(number, column)
        if found := begun(number, self.lines[number], column, self.goes_on(number), self.cited):
            return found, number + 1
        if value[0] in "[{":
            return self.bracketed(number, column)
        bare = re.split(r"\s#", value)[0].rstrip()
        if (colon := bare.find(": ")) > 0 or bare.endswith(":"):
            at = column + (colon if colon > 0 else len(bare) - 1)
            return Slip(number, at, _COLON, QUOTES, instead=before + in_quotes(value)), number + 1
        return None, number + 1

    def heads(self, number: int, indent: int) -> bool:
        """Whether fields stand below a line, deeper than it."""
        below = next((line for line in self.whole[number + 1 :] if line.strip()), "")
        return len(below) - len(below.lstrip()) > indent and bool(_FIELD.match(below.strip()))

    def is_begun(self, number: int, column: int) -> bool:
        """Whether other fields stand below a line, from the same column on: an item of a list begins on it."""
        below = next((line for line in self.whole[number + 1 :] if line.strip()), "")
        return _depth(below) == column and bool(_FIELD.match(below.strip()))

    def ends(self, number: int) -> bool:
        """Whether the value of a line ends on it: a field or an item stands below, or nothing does."""
        below = next((line for line in self.whole[number + 1 :] if line.strip()), "")
        return not below or (_depth(below) <= self.indent and bool(re.match(r"- |\w[\w-]*:(?: |$)", below.lstrip())))

    def depth_beside(self, number: int, text: str) -> int:
        """How many spaces are to stand before a line with a tab, as far as the lines around it tell; else -1."""
        above = next((line.rstrip() for line in self.whole[number - 1 :: -1] if line.strip()), "") if number else ""
        below = next((line for line in self.whole[number + 1 :] if line.strip()), "")
        deep, is_item = _depth(below), text.startswith("- ")
        if not above or not (is_item or _FIELD.match(text)):
            return -1
        if text.endswith(":") or re.match(r"- +[\w-]+: ", text):  # with fields of its own below it
            own = deep - 2
            return own if above.endswith(":") and own == _depth(above) + 2 else -1
        if above.endswith(":") and (deep <= _depth(above) or not below):
            return _depth(above) + 2 + 2 * above.lstrip().startswith("- ")
        is_alike = below[deep:].startswith("- ") if is_item else bool(_FIELD.match(below[deep:]))
        is_level = above.endswith(":") or _depth(above) == deep or above[:deep].lstrip() == "- "
        return deep if deep and is_alike and is_level else -1

    def goes_on(self, number: int) -> bool:
        """Whether a text that begins on a line has more of it below."""
        below = next((line for line in self.whole[number + 1 :] if line.strip()), "")
        return len(below) - len(below.lstrip()) > self.indent and not _FIELD.match(below.strip())

    def quoted(self, number: int, column: int) -> tuple[Slip | None, int]:
        """A text in quotes: whether it ends where it should."""
        sign = self.lines[number][column]
        rest = "\n".join([self.lines[number][column:], *self.whole[number + 1 :]])
        closed = _CLOSED.match(rest)
        inside = closed[0].split("\n") if closed else rest.split("\n")
        for line in inside[1:]:
            following = _FIELD.match(line.strip())
            if following and following["name"] in self.names and len(line) - len(line.lstrip()) <= self.indent:
                closed = None
        if not closed:
            text = self.lines[number][column:].rstrip()
            message, expected = f"the text that begins here has no closing {sign}", f"{sign} at its end"
            if len(text) > 1 and text[-1] in f"{CURLY}\"'".replace("`", ""):
                message, expected = f"`{text[-1]}` does not close what `{sign}` has opened", f"{sign} at both ends"
                text = text[:-1]
            is_one = self.ends(number) and not set(text[1:]) & set(f"{sign}\\#")
            right = f"{text}{sign}" if is_one else ""
            instead = self.lines[number][:column] + in_quotes(text.strip(sign))
            return Slip(number, column, message, expected, right, instead=instead), number + 1
        last = number + len(inside) - 1
        after = rest[closed.end() :].split("\n")[0].rstrip()
        if after == ",":
            at = (column if len(inside) == 1 else 0) + len(inside[-1])
            return Slip(
                last, at, COMMA, "nothing after it", instead=self.whole[last].rstrip().removesuffix(",")
            ), last + 1
        end = (column if len(inside) == 1 else 0) + len(inside[-1])
        if len(inside) == 1 and re.fullmatch(rf"(?:\s*,\s*(?:{_CLOSED.pattern}))+", after):
            message, expected = "several texts stand here, with commas between them", "square brackets around a list"
            return Slip(number, column, message, expected, f"[{closed[0]}{after}]"), last + 1
        if after.strip() and not re.match(r"\s+#|\s*[,\]}:]", after):
            labels = [label[1:-1] for label in re.findall(_CLOSED, closed[0] + after)]
            if len(inside) == 1 and re.fullmatch(rf"\s*(?:>\s*(?:{_CLOSED.pattern})\s*)+", after):
                message, expected = "quotes stand around each label of this path", "the labels without quotes"
                return Slip(number, column, message, expected, " > ".join(labels)), last + 1
            other = "'" if sign == '"' else '"'
            expected = f"{other} at both ends if there are {sign} in the text, or the text without any around it"
            message = "the text in quotes ended here, and goes on"
            written = rest.split("\n")[0].rstrip() if len(inside) == 1 else ""
            if right := requoted(written):
                return Slip(number, column, _ENDS_WITHIN, _OTHER_QUOTES.format(sign, other), right), last + 1
            whole = written and self.lines[number][:column] + in_quotes(written)
            if written and other not in written and " #" not in written and "\\" not in written:
                bare = as_text(re.sub(rf"{sign}([^{sign}]*){sign}", r"\1", written, count=1))
                expected = f"`{other}{written}{other}` if the {sign} belong to the text, and else `{bare}`"
            return Slip(last, end, message, expected, instead=whole or None), last + 1
        return None, last + 1

    def bracketed(self, number: int, column: int) -> tuple[Slip | None, int]:
        """A list in brackets, over any number of lines: whether it ends, and nothing comes after it."""
        sign = self.lines[number][column]
        closing = {"[": "]", "{": "}"}
        text = self.lines[number][column:].rstrip()
        if (empty := re.search(r"(?<=[\[,])\s*,\s*", text)) and not re.search("[\"']", text):
            message, expected = "a comma stands here with nothing before it", "one comma between two items"
            before = text[: empty.start()]
            right = f"{before}{' ' * (before[-1] == ',')}{text[empty.end() :]}"
            return Slip(number, column, message, expected, right), number + 1
        if without := re.search(r"[\[,]\s*(!)([\w-]+)", self.lines[number][column:]):
            name = self.lines[number].strip(" -").split(":")[0]
            message = f"`!` stands before `{without[2]}`, which a list does not know"
            expected, right = left_out.without(name, re.split(r"\s#", text)[0])
            at = column if right else column + without.start(1)
            return Slip(number, at, message, expected, right), number + 1
        depth: list[str] = []
        for last in range(number, len(self.whole)):
            line = self.whole[last]
            following = _FIELD.match(line.strip())
            if last > number and following and following["name"] in self.names and sign == "[":
                break
            at = column if last == number else 0
            while at < len(line):
                if (quote := _CLOSED.match(line, at)) and re.search(r"[\[{,:]\s*$", line[:at]):
                    at = quote.end()
                    continue
                if line[at] in closing:
                    depth.append(closing[line[at]])
                elif depth and line[at] == depth[-1]:
                    depth.pop()
                at += 1
                if not depth:
                    after = line[at:].strip()
                    lists = self.whole[number][column:].rstrip()
                    if last == number and re.fullmatch(r"\[[\w, -]+\](?:,? *\[[\w, -]+\])+", lists):
                        words = ", ".join(re.findall(r"[\w-]+", lists))
                        message, expected = "several lists stand here", "one list, with commas between its items"
                        return Slip(number, column, message, expected, f"[{words}]"), last + 1
                    if after and not after.startswith("#"):
                        expected = f"quotes around the whole text, or nothing after the {closing[sign]}"
                        message = "the list in brackets ended here, and text goes on"
                        text = self.whole[number][column:].rstrip()
                        instead = self.whole[number][:column] + in_quotes(text) if last == number else None
                        return Slip(last, at, message, expected, instead=instead), last + 1
                    return None, last + 1
        wrong = self.whole[number].rstrip()
        if depth == [closing[sign]] and wrong[-1] in ")]}>":
            message = f"`{wrong[-1]}` stands where {closing[sign]} is to close the list"
            expected = f"{closing[sign]} in its place"
            return Slip(number, len(wrong) - 1, message, expected, closing[sign]), number + 1
        message = f"the list that begins here has no closing {closing[sign]}"
        written = self.whole[number][column:].rstrip()
        right = f"{written}{closing[sign]}" if self.ends(number) and re.fullmatch(_WORDS, written) else ""
        instead = f"{self.whole[number].rstrip()}{closing[sign]}"
        return Slip(number, column, message, f"{closing[sign]} at its end", right, instead=instead), number + 1


_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"  # which look like a colon and are none


def _instead_of_colon(name: str, sign: str) -> str:
    if not sign:
        return f"there is no colon after `{name}`"
    if sign == "=":
        return f"`=` stands after `{name}` in place of a colon"
    return f"`{sign}` after `{name}` only looks like a colon"


def _ids(lines: list[str]) -> frozenset[str]:
    """The names right below `sources:`, by which they are cited."""
    first = next((number for number, line in enumerate(lines) if line.strip() == "sources:"), len(lines))
    below = [re.match(rf"( +)({SLUG}):\s*$", line) for line in lines[first + 1 :]]
    indents = [len(one[1]) for one in below if one]
    return frozenset(one[2] for one in below if one and len(one[1]) == indents[0])


def _spaces(count: int) -> str:
    return f"{count} space{'s' * (count != 1)}"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_TOGETHER = "{} before both if they belong to one group"
_GOES_ON = "goes on with the fields above"
CURLY = "".join((DOUBLE_QUOTES, SINGLE_QUOTES))
_WORDS = r"\[ *[\w.-]+(?: *, *[\w.-]+)*"
_ENDS_WITHIN = "the text in these quotes ends before the last of them"
_OTHER_QUOTES = "{1} at both ends, since {0} stands within"
NO_DASH = "the field without a dash: it stands before the first field of an item only"
ALIGNED = "all lines of the text one below the other, deeper than its field"
_FEW_WORDS = 4  # a name, a colon and what is hardly a sentence

_COMMENT = re.compile(r"//(.*)|<!--(.*?)(?:-->)?|/\*(.*?)(?:\*/)?")
FENCE = " is a mark of Markdown, around what is code"
COMMA = "a comma stands after this text"
_COLON = "a colon with a space after it makes a field of a text"


def _odd_indent(number: int, odd: re.Match[str], instead: str, deep: int) -> Slip:
    message, expected = "a tab stands before the text", "spaces, not tabs, before the text"
    if deep >= 0:
        return Slip(number, 0, message, f"{_spaces(deep)} before it, and no tab", instead)
    if odd[0] != "\t":
        message = f"{ODD_SPACE} stands where the line should be indented"
        expected = "ordinary spaces, typed with the space bar"
    return Slip(number, odd.start(), message, expected, instead=instead)
