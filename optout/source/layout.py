"""One entry in its canonical form: the order of its fields, two spaces a level, every comment where it belongs."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from optout.problem import Path
from optout.source import style
from optout.source.comments import Attached
from optout.source.node import Mapping, Node, Scalar

Fields = dict[Path, tuple[str, ...]]


def write(entry: Mapping, source: Sequence[str], fields: Fields, comments: Attached) -> list[str]:
    """The lines of an entry: a mapping of its slug to its fields.

    `source` are the lines in which it was written, `fields` the names that each group could have, in their order. A
    group without such an order, as that of the sources, stays in its own.
    """
    return _Writer(source, fields, comments).group(entry, (), 0)


class _Writer:
    def __init__(self, source: Sequence[str], fields: Fields, comments: Attached) -> None:
        self.source = [*source, ""]  # on which a block at the end of the entry ends
        self.fields = fields
        self.comments = comments

    def group(self, node: Node, path: Path, indent: int) -> list[str]:
        lines = []
        if isinstance(node, Mapping):
            for key, value in self.ordered(node, path):
                lines += self.unit(f"{style.inline(key)}:", value, (*path, key.text), indent)
        elif not isinstance(node, Scalar):
            for number, item in enumerate(node.items):
                lines += self.unit("-", item, (*path, number), indent)
        return lines + _indented(self.comments.ending.get(path, ()), indent)

    def unit(self, label: str, value: Node, path: Path, indent: int) -> list[str]:
        """A field or an item with its comments."""
        *more, comment = self.comments.after.get(path, [""])
        above = [*self.comments.above.get(path, ()), *more]
        if _is_empty(value):
            above += self.comments.ending.get(path, ())
        room = style.WIDTH - indent - len(label) - 1
        if isinstance(value, Scalar):
            head, block = style.write(value, self.written(value), room, indent + 2, comment)
            below = _indented(block, indent + 2)
        elif not _is_entry(path) and (head := self.flow(value, path)) and len(head) <= room:
            below = []
        elif label == "-":
            lines = self.group(value, path, indent + 2)
            leading = list(takewhile(_is_comment, lines))  # nothing but its first field can follow a dash
            above += [comment, *map(str.strip, leading)] if comment else map(str.strip, leading)
            head, *below = lines[len(leading) :]
            head, comment = head.lstrip(" "), ""
        else:
            head, below = "", self.group(value, path, indent + 2)
        line = " ".join(filter(None, (label, head))) + (f"  {comment}" if comment else "")
        return [*_indented([*above, line], indent), *below]

    def written(self, scalar: Scalar) -> list[str]:
        """The lines of a text as they were written, its quotes included."""
        *lines, last = self.source[scalar.place.line - 1 : scalar.end[0]]
        first, *others = [*lines, last[: scalar.end[1] - 1]]
        return [first[scalar.place.column - 1 :], *others]

    def ordered(self, node: Mapping, path: Path) -> list[tuple[Scalar, Node]]:
        """The fields of a group in their order, those that are not known last."""
        rank = {name: place for place, name in enumerate(self.fields.get(path[1:], ()))} if path else {}
        return sorted(node.pairs, key=lambda pair: rank.get(pair[0].text, len(rank)))

    def flow(self, node: Node, path: Path) -> str:
        """What its author put in brackets, on one line; nothing where a comment or an empty value is in the way."""
        if isinstance(node, Scalar):
            return style.inline(node, flow=True)
        if not node.flow or (path in self.comments.inside and not _is_empty(node)):
            return ""
        if isinstance(node, Mapping):
            pairs = self.ordered(node, path)
            parts = [[style.inline(key, flow=True), self.flow(value, (*path, key.text))] for key, value in pairs]
            return _closed("{}", parts)
        return _closed("[]", [[self.flow(item, (*path, number))] for number, item in enumerate(node.items)])


def _is_empty(node: Node) -> bool:
    return not isinstance(node, Scalar) and not (node.pairs if isinstance(node, Mapping) else node.items)


def _closed(brackets: str, parts: list[list[str]]) -> str:
    if not all(map(all, parts)):
        return ""
    return brackets[0] + ", ".join(": ".join(part) for part in parts) + brackets[1]


def _is_entry(path: Path) -> bool:
    """Whether this is what belongs to a slug; the line of a slug holds nothing else (`optout.source.split`)."""
    return len(path) == 1


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")
